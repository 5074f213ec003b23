/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows a cookie in two lines, or four. What comes from outside is escaped and
 * cut before a label sees it. Changes nothing itself.
 */

#include "config.h"

#include "cookie-row.h"

#include <glib/gi18n-lib.h>

#include "cookie-words.h"

struct _RtCookieRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkWidget    *edit_button;
  GtkLabel     *flags;
  GtkLabel     *name;
  GtkLabel     *place;
  GtkWidget    *remove_button;
  GtkLabel     *value;
  GtkLabel     *why;

  RtCookieItem *item;
};

G_DEFINE_FINAL_TYPE (RtCookieRow, rt_cookie_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  EDIT,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edit_cb (RtCookieRow *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
remove_cb (RtCookieRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
rt_cookie_row_dispose (GObject *object)
{
  RtCookieRow *self = RT_COOKIE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RT_TYPE_COOKIE_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (rt_cookie_row_parent_class)->dispose (object);
}

static void
rt_cookie_row_class_init (RtCookieRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GSignalFlags flags = G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION;

  G_OBJECT_CLASS (klass)->dispose = rt_cookie_row_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), flags, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), flags, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_F2, 0, "edit", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Delete, 0, "remove", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Delete, 0, "remove", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/cookie-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtCookieRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, RtCookieRow, flags);
  gtk_widget_class_bind_template_child (widget_class, RtCookieRow, name);
  gtk_widget_class_bind_template_child (widget_class, RtCookieRow, place);
  gtk_widget_class_bind_template_child (widget_class, RtCookieRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RtCookieRow, value);
  gtk_widget_class_bind_template_child (widget_class, RtCookieRow, why);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
rt_cookie_row_init (RtCookieRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* As they are written in Set-Cookie, so nothing to translate. */
static char *
dup_flags (RtCookie *cookie)
{
  const char *same_site[] = { NULL, "SameSite=None", "SameSite=Lax", "SameSite=Strict" };
  g_autoptr (GPtrArray) flags = g_ptr_array_new ();

  if (rt_cookie_is_secure (cookie))
    g_ptr_array_add (flags, (gpointer) "Secure");
  if (rt_cookie_is_http_only (cookie))
    g_ptr_array_add (flags, (gpointer) "HttpOnly");
  if (rt_cookie_is_partitioned (cookie))
    g_ptr_array_add (flags, (gpointer) "Partitioned");
  if (rt_cookie_get_same_site (cookie) != RT_SAME_SITE_DEFAULT)
    g_ptr_array_add (flags, (gpointer) same_site[rt_cookie_get_same_site (cookie)]);
  g_ptr_array_add (flags, NULL);

  return g_strjoinv (" · ", (char **) flags->pdata);
}

/* What the heading over the row says to the eye. */
static const char *
get_fate (RtCookieRow *self)
{
  switch (rt_cookie_item_get_place (self->item))
    {
    case RT_COOKIE_GOES:
      return _("Goes along with the request");
    case RT_COOKIE_STAYS:
      return rt_cookie_item_get_why (self->item);
    case RT_COOKIE_ELSEWHERE:
      return _("For another site");
    case RT_COOKIE_UNDECIDED:
    default:
      return _("Kept");
    }
}

static void
label_all (RtCookieRow *self,
           const char  *name,
           const char  *value)
{
  g_autofree char *row = g_strdup_printf ("%s=%s", name, value);
  /* Translators: %s is the name of a cookie */
  g_autofree char *edit = g_strdup_printf (_("Edit the cookie %s"), name);
  g_autofree char *remove_words = g_strdup_printf (_("Remove the cookie %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, row,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_fate (self), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, edit, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove_words, -1);
}

static void
fill (RtCookieRow *self)
{
  RtCookie *cookie = rt_cookie_item_get_cookie (self->item);
  g_autofree char *name = rt_cookie_dup_quoted (rt_cookie_get_name (cookie));
  g_autofree char *value = rt_cookie_dup_quoted (rt_cookie_get_value (cookie));
  g_autofree char *flags = dup_flags (cookie);

  label_all (self, name, value);
  gtk_label_set_text (self->name, *name != '\0' ? name : _("(no name)"));
  gtk_label_set_text (self->value, value);
  set_text (self->flags, flags);
  set_text (self->why, rt_cookie_item_get_why (self->item));
}

GtkWidget *
rt_cookie_row_new (RtCookieItem *item)
{
  RtCookieRow *self;

  g_return_val_if_fail (RT_IS_COOKIE_ITEM (item), NULL);

  self = g_object_new (RT_TYPE_COOKIE_ROW, NULL);
  self->item = g_object_ref (item);
  fill (self);
  rt_cookie_row_tick (self, g_get_real_time () / G_USEC_PER_SEC);

  return GTK_WIDGET (self);
}

RtCookieItem *
rt_cookie_row_get_item (RtCookieRow *self)
{
  g_return_val_if_fail (RT_IS_COOKIE_ROW (self), NULL);

  return self->item;
}

void
rt_cookie_row_tick (RtCookieRow *self,
                    gint64       now)
{
  RtCookie *cookie;
  g_autofree char *domain = NULL;
  g_autofree char *path = NULL;
  g_autofree char *expiry = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (RT_IS_COOKIE_ROW (self));

  cookie = rt_cookie_item_get_cookie (self->item);
  domain = rt_cookie_dup_quoted (rt_cookie_get_domain (cookie));
  path = rt_cookie_dup_quoted (rt_cookie_get_path (cookie));
  expiry = rt_cookie_dup_expiry_words (cookie, now);
  /* Translators: host, path, and when a cookie expires */
  place = g_strdup_printf (rt_cookie_is_host_only (cookie)
                             ? _("%s only, path %s\n%s")
                             : _("%s and below it, path %s\n%s"),
                           domain, path, expiry);
  if (g_strcmp0 (place, gtk_label_get_text (self->place)) != 0)
    gtk_label_set_text (self->place, place);
}
