/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits one login: its kind, what that needs, and in words what will be done
 * with it.
 */

#pragma once

#include <gtk/gtk.h>

#include "credentials.h"

G_BEGIN_DECLS

#define RT_TYPE_CREDENTIALS_EDITOR (rt_credentials_editor_get_type ())
G_DECLARE_FINAL_TYPE (RtCredentialsEditor, rt_credentials_editor, RT, CREDENTIALS_EDITOR, GtkWidget)

/* Properties: "for-proxy" boolean, construct-only; "challenges" GStrv
 * (nullable), writable: labels (rt_challenge_dup_label()) of what was offered
 * last. */
GtkWidget *rt_credentials_editor_new             (gboolean             for_proxy);
void       rt_credentials_editor_set_credentials (RtCredentialsEditor *self,
                                                  RtCredentials       *credentials);
/** @url: (nullable): where they go, as typed; for the warning */
void       rt_credentials_editor_set_target      (RtCredentialsEditor *self,
                                                  const char          *url);
void       rt_credentials_editor_set_challenges  (RtCredentialsEditor *self,
                                                  const char * const  *labels);

G_END_DECLS
