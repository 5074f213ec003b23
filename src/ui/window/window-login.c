/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, logins: what the URL says of a user moves into the pane, with a
 * way back, and what a response offers is put there to choose from.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "challenge.h"
#include "text.h"

/* What Undo brings back. */
struct _RtMovedLogin
{
  char          *url;
  RtCredentials *credentials;
  gboolean       undone; /* this URL is to stay as it is */
};

void
rt_moved_login_free (RtMovedLogin *self)
{
  g_clear_pointer (&self->url, g_free);
  g_clear_object (&self->credentials);
  g_free (self);
}

static RtMovedLogin *
remember (RtRequest *request)
{
  RtMovedLogin *moved = g_new0 (RtMovedLogin, 1);

  moved->url = g_strdup (rt_request_get_url (request));
  moved->credentials = rt_credentials_copy (rt_request_get_credentials (request));

  return moved;
}

static void
tell (RtWindow *self)
{
  AdwToast *toast = adw_toast_new (_("User and password of the URL are now under Auth"));

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-move-login");
  adw_toast_set_timeout (toast, 12);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
rt_window_move_login (RtWindow *self)
{
  RtMovedLogin *before;

  /* The focus leaves once more when the window ends. */
  if (self->request == NULL)
    return;
  if (self->moved_login != NULL && self->moved_login->undone &&
      g_str_equal (self->moved_login->url, rt_request_get_url (self->request)))
    return;

  before = remember (self->request);
  if (!rt_request_move_userinfo (self->request))
    {
      rt_moved_login_free (before);
      return;
    }
  g_clear_pointer (&self->moved_login, rt_moved_login_free);
  self->moved_login = before;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-move-login", TRUE);
  tell (self);
}

void
rt_window_undo_move_login (RtWindow *self)
{
  RtMovedLogin *moved = self->moved_login;

  if (moved == NULL || moved->undone)
    return;
  moved->undone = TRUE;
  rt_request_set_url (self->request, moved->url);
  rt_credentials_assign (rt_request_get_credentials (self->request), moved->credentials);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-move-login", FALSE);
}

static RtChallengeList *
read_challenges (RtHead     *head,
                 const char *name)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int i = rt_head_find_field (head, name, 0); i >= 0;
       i = rt_head_find_field (head, name, i + 1))
    g_ptr_array_add (values, rt_head_dup_field_bytes (head, i));

  return rt_challenge_list_parse (values);
}

static char **
dup_labels (RtHead     *head,
            const char *name)
{
  g_autoptr(RtChallengeList) list = read_challenges (head, name);
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < list->challenges->len; i++)
    {
      g_autofree char *label = rt_challenge_dup_label (g_ptr_array_index (list->challenges, i));

      g_ptr_array_add (labels, rt_text_from_wire (label, -1));
    }
  g_ptr_array_add (labels, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
}

/* Of the last exchange that asked with @status. */
static char **
dup_offered (RtTrail    *trail,
             int         status,
             const char *name)
{
  for (guint i = rt_trail_get_n_exchanges (trail); i > 0; i--)
    {
      RtExchange *exchange = rt_trail_get_exchange (trail, i - 1);
      g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);

      if (head != NULL && rt_exchange_get_status (exchange) == status)
        return dup_labels (head, name);
    }

  return NULL;
}

void
rt_window_offer_challenges (RtWindow *self)
{
  g_auto(GStrv) server = dup_offered (self->trail, 401, "WWW-Authenticate");
  g_auto(GStrv) proxy = dup_offered (self->trail, 407, "Proxy-Authenticate");

  rt_request_pane_set_challenges (self->request_pane, (const char * const *) server,
                                  (const char * const *) proxy);
}
