/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns what is typed into a cookie, and says what is wrong with it while it
 * is typed. Does not know the jar.
 */

#include "config.h"

#include "cookie-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cookie-check.h"
#include "cookie-date.h"
#include "cookie-words.h"
#include "host.h"
#include "template.h"

struct _RtCookieForm
{
  GtkWidget            parent_instance;

  /* Template widgets */
  GtkSwitch           *below_switch;
  AdwEntryRow         *domain_row;
  GtkLabel            *error_label;
  AdwEntryRow         *expires_row;
  AdwPreferencesGroup *group;
  GtkSwitch           *http_only_switch;
  AdwEntryRow         *name_row;
  AdwEntryRow         *path_row;
  GtkDropDown         *same_site_drop_down;
  GtkWidget           *save_button;
  GtkSwitch           *secure_switch;
  AdwEntryRow         *value_row;

  RtCookie            *edited;
  RtSuffixList        *suffixes;
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (RtCookieForm, rt_cookie_form, GTK_TYPE_WIDGET)

enum
{
  SAVED,
  GIVEN_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What stands in the rows, with the strings that it owns. */
typedef struct
{
  RtCookieParts parts;
  char         *name;
  char         *value;
  char         *domain;
  char         *path;
} Typed;

static void
clear_typed (Typed *typed)
{
  g_clear_pointer (&typed->name, g_free);
  g_clear_pointer (&typed->value, g_free);
  g_clear_pointer (&typed->domain, g_free);
  g_clear_pointer (&typed->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, clear_typed)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* Bytes that are no text are shown escaped; while nobody touches what is
 * shown, they stay what they are. */
static char *
dup_bytes (AdwEntryRow *row,
           const char  *kept)
{
  g_autofree char *shown = kept != NULL ? rt_cookie_dup_escaped (kept) : NULL;

  return g_strdup (g_strcmp0 (shown, get_text (row)) == 0 ? kept : get_text (row));
}

/* "2030-01-31", "2030-01-31 12:00", or as Expires has it; "" is -1. */
static gboolean
read_expires (const char *text,
              gint64     *expires)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *iso = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = NULL;
  const char *missing = "";

  *expires = -1;
  if (*stripped == '\0')
    return TRUE;

  if (strlen (stripped) == strlen ("2030-01-31"))
    missing = "T00:00:00";
  else if (strlen (stripped) == strlen ("2030-01-31 12:00"))
    missing = ":00";
  iso = g_strconcat (stripped, missing, NULL);
  date = g_date_time_new_from_iso8601 (g_strdelimit (iso, " ", 'T'), utc);
  if (date == NULL)
    return rt_cookie_date_parse (stripped, strlen (stripped), expires);

  *expires = g_date_time_to_unix (date);
  return TRUE;
}

static char *
dup_expires (gint64 expires)
{
  g_autoptr (GDateTime) date = expires >= 0 ? g_date_time_new_from_unix_utc (expires) : NULL;

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d %H:%M:%S") : g_strdup ("");
}

static char *
read_typed (RtCookieForm *self,
            Typed        *typed,
            RtCookiePart *part)
{
  RtCookie *old = self->edited;
  g_autofree char *host = g_strstrip (g_strdup (get_text (self->domain_row)));
  g_autoptr (GError) error = NULL;

  typed->name = dup_bytes (self->name_row, old != NULL ? rt_cookie_get_name (old) : NULL);
  typed->value = dup_bytes (self->value_row, old != NULL ? rt_cookie_get_value (old) : NULL);
  typed->path = dup_bytes (self->path_row, old != NULL ? rt_cookie_get_path (old) : NULL);
  typed->domain = *host == '\0' || rt_host_is_ipv6 (host) ? g_strdup (host)
                                                          : rt_host_to_ascii (host, &error);
  *part = RT_COOKIE_PART_DOMAIN;
  if (typed->domain == NULL)
    return g_strdup (error->message);

  typed->parts = (RtCookieParts) {
    .name = typed->name,
    .value = typed->value,
    .domain = typed->domain,
    .path = typed->path,
    .created = old != NULL ? rt_cookie_get_created (old) : g_get_real_time (),
    .host_only = !gtk_switch_get_active (self->below_switch),
    .secure = gtk_switch_get_active (self->secure_switch),
    .http_only = gtk_switch_get_active (self->http_only_switch),
    .partitioned = old != NULL && rt_cookie_is_partitioned (old),
    .same_site = gtk_drop_down_get_selected (self->same_site_drop_down),
  };
  *part = RT_COOKIE_PART_EXPIRES;
  if (!read_expires (get_text (self->expires_row), &typed->parts.expires))
    return g_strdup (_("Not a time; write it as 2030-01-31 12:00."));

  if (self->suffixes == NULL)
    self->suffixes = rt_suffix_list_new (NULL);
  return rt_cookie_check (&typed->parts, self->suffixes, g_get_real_time () / G_USEC_PER_SEC,
                          part);
}

/* @part: -1 for none */
static void
mark (RtCookieForm *self,
      int           part)
{
  AdwEntryRow *rows[] = {
    [RT_COOKIE_PART_NAME] = self->name_row,
    [RT_COOKIE_PART_VALUE] = self->value_row,
    [RT_COOKIE_PART_DOMAIN] = self->domain_row,
    [RT_COOKIE_PART_PATH] = self->path_row,
    [RT_COOKIE_PART_EXPIRES] = self->expires_row,
  };

  for (int i = 0; i < (int) G_N_ELEMENTS (rows); i++)
    {
      if (i == part)
        gtk_widget_add_css_class (GTK_WIDGET (rows[i]), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (rows[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   i == part ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
    }
}

/* A form that nobody has filled in yet does not complain. */
static gboolean
is_blank (RtCookieForm *self)
{
  return self->edited == NULL && *get_text (self->name_row) == '\0' &&
         *get_text (self->value_row) == '\0';
}

static void
check (RtCookieForm *self)
{
  g_auto (Typed) typed = { 0 };
  g_autofree char *why = NULL;
  RtCookiePart part = RT_COOKIE_PART_WHOLE;
  gboolean tell;

  if (self->filling)
    return;

  why = read_typed (self, &typed, &part);
  tell = why != NULL && !is_blank (self);
  mark (self, tell ? (int) part : -1);
  gtk_label_set_text (self->error_label, tell ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), tell);
  gtk_widget_set_sensitive (self->save_button, why == NULL);
}

static void
save_cb (RtCookieForm *self)
{
  g_auto (Typed) typed = { 0 };
  RtCookiePart part;
  g_autofree char *why = read_typed (self, &typed, &part);
  g_autoptr (RtCookie) cookie = NULL;

  if (why != NULL)
    return;

  cookie = rt_cookie_new (&typed.parts);
  g_signal_emit (self, signals[SAVED], 0, cookie);
}

static void
give_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[GIVEN_UP], 0);
}

static void
rt_cookie_form_dispose (GObject *object)
{
  RtCookieForm *self = RT_COOKIE_FORM (object);

  self->filling = TRUE;
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_COOKIE_FORM);
  g_clear_object (&self->edited);
  g_clear_pointer (&self->suffixes, rt_suffix_list_free);

  G_OBJECT_CLASS (rt_cookie_form_parent_class)->dispose (object);
}

static gboolean
rt_cookie_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RT_COOKIE_FORM (widget)->name_row));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, below_switch);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, domain_row);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, error_label);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, expires_row);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, group);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, http_only_switch);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, path_row);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, same_site_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, secure_switch);
  gtk_widget_class_bind_template_child (widget_class, RtCookieForm, value_row);
  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
rt_cookie_form_class_init (RtCookieFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_cookie_form_dispose;
  widget_class->grab_focus = rt_cookie_form_grab_focus;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, RT_TYPE_COOKIE);
  signals[GIVEN_UP] = g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/cookie-form.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "form.give-up", NULL, give_up_action);
}

static void
rt_cookie_form_init (RtCookieForm *self)
{
  /* Until it begins: the list of suffixes is only read when it is used. */
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_cookie_form_new (void)
{
  return g_object_new (RT_TYPE_COOKIE_FORM, NULL);
}

static void
set_text (AdwEntryRow *row,
          const char  *bytes)
{
  g_autofree char *shown = rt_cookie_dup_escaped (bytes);

  gtk_editable_set_text (GTK_EDITABLE (row), shown);
}

static void
fill (RtCookieForm *self,
      RtCookie     *cookie)
{
  g_autofree char *expires = dup_expires (rt_cookie_get_expires (cookie));

  self->filling = TRUE;
  set_text (self->name_row, rt_cookie_get_name (cookie));
  set_text (self->value_row, rt_cookie_get_value (cookie));
  set_text (self->domain_row, rt_cookie_get_domain (cookie));
  set_text (self->path_row, rt_cookie_get_path (cookie));
  set_text (self->expires_row, expires);
  gtk_switch_set_active (self->below_switch, !rt_cookie_is_host_only (cookie));
  gtk_switch_set_active (self->secure_switch, rt_cookie_is_secure (cookie));
  gtk_switch_set_active (self->http_only_switch, rt_cookie_is_http_only (cookie));
  gtk_drop_down_set_selected (self->same_site_drop_down, rt_cookie_get_same_site (cookie));
  self->filling = FALSE;
  check (self);
}

void
rt_cookie_form_edit (RtCookieForm *self,
                     RtCookie     *cookie)
{
  g_return_if_fail (RT_IS_COOKIE_FORM (self) && RT_IS_COOKIE (cookie));

  g_set_object (&self->edited, cookie);
  adw_preferences_group_set_title (self->group, _("Edit this cookie"));
  fill (self, cookie);
}

void
rt_cookie_form_begin (RtCookieForm *self,
                      const char   *host)
{
  const RtCookieParts parts = {
    .name = "", .value = "", .domain = host != NULL ? host : "", .path = "/", .expires = -1,
    .host_only = TRUE };
  g_autoptr (RtCookie) blank = NULL;

  g_return_if_fail (RT_IS_COOKIE_FORM (self));

  blank = rt_cookie_new (&parts);
  g_clear_object (&self->edited);
  adw_preferences_group_set_title (self->group, _("New cookie"));
  fill (self, blank);
}

RtCookie *
rt_cookie_form_get_edited (RtCookieForm *self)
{
  g_return_val_if_fail (RT_IS_COOKIE_FORM (self), NULL);

  return self->edited;
}
