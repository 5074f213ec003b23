/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All that the reference says of one status code. */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"

G_BEGIN_DECLS

#define RT_TYPE_CODE_PAGE (rt_code_page_get_type ())
G_DECLARE_FINAL_TYPE (RtCodePage, rt_code_page, RT, CODE_PAGE, GtkWidget)

/* Signals: "show-code" (int): a look-alike was chosen; "try-code" (int): the
 * person asks for a response with this code; "back". */
GtkWidget *rt_code_page_new      (void);
/** @code may be any number. */
void       rt_code_page_show     (RtCodePage  *self,
                                  RtCatalogue *catalogue,
                                  int          code);
/** What the button that emits "back" says. */
void       rt_code_page_set_back (RtCodePage  *self,
                                  const char  *label);
int        rt_code_page_get_code (RtCodePage  *self);
/** Whether there is a server that can send the code that is shown. */
void       rt_code_page_set_can_try (RtCodePage *self,
                                     gboolean    can_try);

G_END_DECLS
