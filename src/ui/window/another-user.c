/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The popover that asks for another user. */

#include "config.h"

#include "another-user.h"

#include <glib/gi18n-lib.h>

struct _RtAnotherUser
{
  GtkPopover parent_instance;

  GtkWidget *secret;
  GtkLabel  *secret_title;
  GtkWidget *user;
  GtkWidget *user_title;
};

G_DEFINE_FINAL_TYPE (RtAnotherUser, rt_another_user, GTK_TYPE_POPOVER)

enum
{
  SEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
send_cb (RtAnotherUser *self)
{
  g_autofree char *user = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->user)));
  g_autofree char *secret = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->secret)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SEND], 0, user, secret);
}

/* What was typed does not stay in a widget that nobody sees. */
static void
rt_another_user_closed (GtkPopover *popover)
{
  RtAnotherUser *self = RT_ANOTHER_USER (popover);

  gtk_editable_set_text (GTK_EDITABLE (self->user), "");
  gtk_editable_set_text (GTK_EDITABLE (self->secret), "");
}

static void
next_cb (RtAnotherUser *self)
{
  gtk_widget_grab_focus (self->secret);
}

static void
rt_another_user_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RT_TYPE_ANOTHER_USER);

  G_OBJECT_CLASS (rt_another_user_parent_class)->dispose (object);
}

static void
rt_another_user_class_init (RtAnotherUserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_another_user_dispose;
  GTK_POPOVER_CLASS (klass)->closed = rt_another_user_closed;
  signals[SEND] = g_signal_new ("send", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/window/another-user.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAnotherUser, secret);
  gtk_widget_class_bind_template_child (widget_class, RtAnotherUser, secret_title);
  gtk_widget_class_bind_template_child (widget_class, RtAnotherUser, user);
  gtk_widget_class_bind_template_child (widget_class, RtAnotherUser, user_title);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
rt_another_user_init (RtAnotherUser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_another_user_new (void)
{
  return g_object_new (RT_TYPE_ANOTHER_USER, NULL);
}

void
rt_another_user_ask (RtAnotherUser *self,
                     gboolean       token)
{
  g_return_if_fail (RT_IS_ANOTHER_USER (self));

  gtk_widget_set_visible (self->user, !token);
  gtk_widget_set_visible (self->user_title, !token);
  gtk_label_set_text (self->secret_title, token ? _("Token") : _("Password"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->secret), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  token ? _("Token") : _("Password"), -1);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (token ? self->secret : self->user);
}
