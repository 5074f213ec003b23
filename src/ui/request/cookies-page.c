/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of the jar, the form, and the way back from a removal. Which cookies
 * go along is the jar's business; the jar is the request's.
 */

#include "config.h"

#include "cookies-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cookie-form.h"
#include "cookie-listing.h"
#include "cookie-row.h"
#include "cookie-words.h"
#include "template.h"
#include "url.h"

#define TICK 5 /* seconds */

struct _RtCookiesPage
{
  GtkWidget        parent_instance;

  /* Template widgets */
  GtkWidget       *add_button;
  GtkWidget       *clear_button;
  GtkWidget       *empty_box;
  RtCookieForm    *form;
  GtkListBox      *list;
  GtkLabel        *note;
  GtkStack        *stack;
  AdwToastOverlay *toasts;
  GtkSwitch       *use_switch;

  RtRequest       *request;
  GSignalGroup    *request_signals;
  GSignalGroup    *jar_signals;
  GBindingGroup   *bindings;
  GListStore      *items;   /* RtCookieItem */
  GPtrArray       *removed; /* what Undo brings back */
  AdwToast        *toast;   /* that offers it; not owned */
  char            *target;  /* what the headings speak of */
  guint            n_going;
  guint            tick;
};

G_DEFINE_FINAL_TYPE (RtCookiesPage, rt_cookies_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_GOING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static RtCookieJar *
get_jar (RtCookiesPage *self)
{
  return self->request != NULL ? rt_request_get_cookie_jar (self->request) : NULL;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The list. */

static void
count (RtCookiesPage *self,
       GPtrArray     *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += rt_cookie_item_get_place (g_ptr_array_index (items, i)) == RT_COOKIE_GOES;
  if (n == self->n_going)
    return;

  self->n_going = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_GOING]);
}

static void
say_note (RtCookiesPage *self)
{
  const char *note = NULL;

  if (!rt_request_get_use_cookies (self->request))
    note = _("Cookies are off: none is sent, and none that comes is kept.");
  else if (rt_cookie_listing_is_typed (self->request))
    note = _("A Cookie header is typed. It goes as it is, and none of these goes with it.");
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

static void
refresh (RtCookiesPage *self)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *target = NULL;

  if (self->request == NULL)
    return;

  g_signal_group_set_target (self->jar_signals, get_jar (self));
  items = rt_cookie_listing_new (self->request, get_now ());
  rt_cookie_listing_show (items, self->items);
  say_note (self);
  gtk_widget_set_visible (self->empty_box, items->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), items->len > 0);
  gtk_widget_set_visible (self->clear_button, items->len > 0);
  gtk_widget_set_sensitive (self->add_button, get_jar (self) != NULL);

  target = rt_cookie_listing_dup_target (self->request);
  if (g_strcmp0 (target, self->target) != 0)
    {
      g_clear_pointer (&self->target, g_free);
      self->target = g_steal_pointer (&target);
      gtk_list_box_invalidate_headers (self->list);
    }
  count (self, items);
}

static char *
dup_heading (RtCookiesPage *self,
             RtCookiePlace  place)
{
  g_autofree char *target = rt_cookie_dup_quoted (self->target != NULL ? self->target : "");

  switch (place)
    {
    case RT_COOKIE_GOES:
      /* Translators: over a list of cookies; %s is host and path */
      return g_strdup_printf (_("Go to %s"), target);
    case RT_COOKIE_STAYS:
      return g_strdup_printf (_("Do not go to %s"), target);
    case RT_COOKIE_ELSEWHERE:
      return g_strdup (_("For other sites"));
    case RT_COOKIE_UNDECIDED:
    default:
      return g_strdup (_("Kept"));
    }
}

static RtCookiePlace
get_place (GtkListBoxRow *row)
{
  return rt_cookie_item_get_place (rt_cookie_row_get_item (RT_COOKIE_ROW (row)));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  RtCookiesPage *self = RT_COOKIES_PAGE (user_data);
  g_autofree char *heading = NULL;
  GtkWidget *label;

  if (before != NULL && get_place (before) == get_place (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = dup_heading (self, get_place (row));
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "cookie-heading");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
tick_cb (gpointer user_data)
{
  RtCookiesPage *self = RT_COOKIES_PAGE (user_data);
  GtkListBoxRow *row;

  refresh (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    rt_cookie_row_tick (RT_COOKIE_ROW (row), get_now ());

  return G_SOURCE_CONTINUE;
}

/* What a person does. */

static void
undo_cb (RtCookiesPage *self)
{
  g_autoptr (GPtrArray) removed = g_steal_pointer (&self->removed);

  self->toast = NULL;
  for (guint i = 0; removed != NULL && i < removed->len; i++)
    rt_cookie_jar_put (get_jar (self), g_ptr_array_index (removed, i));
  refresh (self);
}

static void
toast_gone_cb (AdwToast      *toast,
               RtCookiesPage *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* One toast for all that is removed while it stands. */
static void
offer_undo (RtCookiesPage *self)
{
  guint n = self->removed->len;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cookie removed",
                                                         "%u cookies removed", n), n);

  if (self->toast != NULL)
    {
      adw_toast_set_title (self->toast, title);
      return;
    }

  self->toast = adw_toast_new (title);
  adw_toast_set_button_label (self->toast, _("Undo"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (undo_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_gone_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/* Removes them, and offers to bring back all that went since the toast came. */
static void
remove_cookies (RtCookiesPage *self,
                GPtrArray     *cookies)
{
  RtCookieJar *jar = get_jar (self);

  if (self->toast == NULL || self->removed == NULL)
    {
      g_clear_pointer (&self->removed, g_ptr_array_unref);
      self->removed = g_ptr_array_new_with_free_func (g_object_unref);
    }
  for (guint i = 0; i < cookies->len; i++)
    {
      RtCookie *cookie = g_ptr_array_index (cookies, i);

      rt_cookie_jar_remove (jar, cookie);
      g_ptr_array_add (self->removed, g_object_ref (cookie));
    }
  refresh (self);
  offer_undo (self);
}

/* To the row that moved up, or the last, or the button that is always there. */
static void
focus_row (RtCookiesPage *self,
           int            index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (self->list, index - 1);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

static void
row_remove_cb (RtCookieRow   *row,
               RtCookiesPage *self)
{
  RtCookieItem *item = rt_cookie_row_get_item (row);
  g_autoptr (GPtrArray) cookies = g_ptr_array_new_with_free_func (g_object_unref);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_ptr_array_add (cookies, g_object_ref (rt_cookie_item_get_cookie (item)));
  remove_cookies (self, cookies);
  focus_row (self, index);
}

static void
clear_cb (RtCookiesPage *self)
{
  g_autoptr (GPtrArray) cookies = rt_cookie_jar_dup_cookies (get_jar (self));

  remove_cookies (self, cookies);
  focus_row (self, 0);
}

static void
show_form (RtCookiesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
edit (RtCookiesPage *self,
      RtCookieRow   *row)
{
  rt_cookie_form_edit (self->form, rt_cookie_item_get_cookie (rt_cookie_row_get_item (row)));
  show_form (self);
}

static void
row_edit_cb (RtCookieRow   *row,
             RtCookiesPage *self)
{
  edit (self, row);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  RtCookiesPage *self)
{
  edit (self, RT_COOKIE_ROW (row));
}

static void
add_cb (RtCookiesPage *self)
{
  g_autoptr (RtUrl) url = rt_url_parse (rt_request_get_url (self->request), NULL);

  rt_cookie_form_begin (self->form, url != NULL ? rt_url_get_host (url) : NULL);
  show_form (self);
}

static void
focus_cookie (RtCookiesPage *self,
              RtCookie      *cookie)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (rt_cookie_item_get_cookie (rt_cookie_row_get_item (RT_COOKIE_ROW (row))) == cookie)
      break;
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

static void
show_list (RtCookiesPage *self,
           RtCookie      *cookie)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  refresh (self);
  focus_cookie (self, cookie);
}

static void
saved_cb (RtCookiesPage *self,
          RtCookie      *cookie)
{
  RtCookie *old = rt_cookie_form_get_edited (self->form);
  RtCookieJar *jar = get_jar (self);

  if (old != NULL)
    rt_cookie_jar_remove (jar, old);
  rt_cookie_jar_put (jar, cookie);
  show_list (self, cookie);
}

static void
given_up_cb (RtCookiesPage *self)
{
  show_list (self, rt_cookie_form_get_edited (self->form));
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  GtkWidget *row = rt_cookie_row_new (item);

  g_signal_connect_object (row, "edit", G_CALLBACK (row_edit_cb), user_data, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), user_data, 0);
  return row;
}

/* Time passes only for those who look. */
static void
rt_cookies_page_map (GtkWidget *widget)
{
  RtCookiesPage *self = RT_COOKIES_PAGE (widget);

  GTK_WIDGET_CLASS (rt_cookies_page_parent_class)->map (widget);
  tick_cb (self);
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
rt_cookies_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&RT_COOKIES_PAGE (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (rt_cookies_page_parent_class)->unmap (widget);
}

static void
rt_cookies_page_dispose (GObject *object)
{
  RtCookiesPage *self = RT_COOKIES_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->bindings);
  g_clear_object (&self->request_signals);
  g_clear_object (&self->jar_signals);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_COOKIES_PAGE);
  g_clear_object (&self->items);
  g_clear_object (&self->request);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->target, g_free);

  G_OBJECT_CLASS (rt_cookies_page_parent_class)->dispose (object);
}

static void
rt_cookies_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_GOING:
      g_value_set_uint (value, RT_COOKIES_PAGE (object)->n_going);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, form);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, list);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, note);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, RtCookiesPage, use_switch);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, given_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
}

static void
rt_cookies_page_class_init (RtCookiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_cookies_page_dispose;
  object_class->get_property = rt_cookies_page_get_property;
  widget_class->map = rt_cookies_page_map;
  widget_class->unmap = rt_cookies_page_unmap;

  properties[PROP_N_GOING] =
    g_param_spec_uint ("n-going", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RT_TYPE_COOKIE_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/cookies-page.ui");
  bind_children (widget_class);
}

static void
rt_cookies_page_init (RtCookiesPage *self)
{
  self->items = g_list_store_new (RT_TYPE_COOKIE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), create_row_cb, self, NULL);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "use-cookies", self->use_switch, "active",
                        G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  self->request_signals = g_signal_group_new (RT_TYPE_REQUEST);
  g_signal_group_connect_swapped (self->request_signals, "changed", G_CALLBACK (refresh), self);
  self->jar_signals = g_signal_group_new (RT_TYPE_COOKIE_JAR);
  g_signal_group_connect_swapped (self->jar_signals, "changed", G_CALLBACK (refresh), self);
}

GtkWidget *
rt_cookies_page_new (void)
{
  return g_object_new (RT_TYPE_COOKIES_PAGE, NULL);
}

void
rt_cookies_page_set_request (RtCookiesPage *self,
                             RtRequest     *request)
{
  g_return_if_fail (RT_IS_COOKIES_PAGE (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  if (!g_set_object (&self->request, request))
    return;

  g_binding_group_set_source (self->bindings, request);
  g_signal_group_set_target (self->request_signals, request);
  refresh (self);
}

guint
rt_cookies_page_get_n_going (RtCookiesPage *self)
{
  g_return_val_if_fail (RT_IS_COOKIES_PAGE (self), 0);

  return self->n_going;
}
