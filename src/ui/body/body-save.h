/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes a body to a file of the person's choice. */

#pragma once

#include "exchange.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The name to offer; @decoded: content codings are taken off. (transfer full) */
char    *rt_body_save_dup_name (RtExchange          *exchange,
                                gboolean             decoded);

/**
 * rt_body_save_async:
 * @bytes: what to write; kept until it is done
 *
 * Writes in a thread, whole or not at all.
 */
void     rt_body_save_async    (GBytes              *bytes,
                                GFile               *file,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
/**
 * rt_body_save_choose:
 * @widget: the dialog stands over its window
 * @decoded: without content codings
 *
 * Asks for a file and saves the body of @exchange there. Finish with
 * rt_body_save_finish(); G_IO_ERROR_CANCELLED when no file was chosen.
 */
void     rt_body_save_choose   (GtkWidget           *widget,
                                RtExchange          *exchange,
                                gboolean             decoded,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
/** The same for @part of a body; @name is the one to offer. */
void     rt_body_save_choose_part (GtkWidget           *widget,
                                   GBytes              *part,
                                   const char          *name,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean rt_body_save_finish   (GAsyncResult        *result,
                                GError             **error);

G_END_DECLS
