/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out an RtStatusCode. All texts are the reference's; none is markup. */

#include "config.h"

#include "code-page.h"

#include "row-list.h"
#include "status-look.h"
#include "template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _RtCodePage
{
  GtkWidget            parent_instance;

  /* Template widgets */
  GtkLabel            *action_label;
  GtkLabel            *aliases_label;
  GtkWidget           *back_button;
  AdwButtonContent    *back_content;
  GtkImage            *class_image;
  GtkLabel            *class_label;
  GtkButton           *compare_button;
  GtkListBox          *facts_list;
  GtkWidget           *fields_group;
  GtkListBox          *fields_list;
  GtkWidget           *look_alikes_group;
  GtkListBox          *look_alikes_list;
  GtkLabel            *meaning_label;
  GtkLabel            *number_label;
  GtkWidget           *owners_group;
  GtkListBox          *owners_list;
  GtkLabel            *phrase_label;
  GtkScrolledWindow   *scroller;
  GtkLinkButton       *specification_link;
  GtkLabel            *summary_label;
  GtkWidget           *try_button;
  GtkLabel            *when_label;
  GtkWidget           *when_title;

  RtCatalogue         *catalogue;
  RtStatusCode        *code;
  const char          *css_class; /* of the class, static */
};

G_DEFINE_FINAL_TYPE (RtCodePage, rt_code_page, GTK_TYPE_WIDGET)

enum
{
  SHOW_CODE,
  TRY_CODE,
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_badge (AdwActionRow *row,
           const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "badge");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, label);
}

static const char *
role_to_words (const char *role)
{
  if (g_strcmp0 (role, "required") == 0)
    return _("required");
  if (g_strcmp0 (role, "expected") == 0)
    return _("expected");
  return _("useful");
}

static const char *
on_wire_to_words (const char *on_wire)
{
  static const struct { const char *id; const char *words; } table[] = {
    { "real", N_("sent to clients") },
    { "log-only", N_("only in logs") },
    { "internal", N_("only inside") },
    { "historic", N_("historic") },
    { "app-chosen", N_("chosen by applications") },
    { "rare", N_("rare") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_strcmp0 (on_wire, table[i].id) == 0)
        return _(table[i].words);
    }
  return "";
}

static void
append_fact (RtCodePage *self,
             const char *title,
             const char *words)
{
  if (words != NULL && *words != '\0')
    rt_row_list_append (self->facts_list, title, words);
}

static void
show_facts (RtCodePage *self)
{
  rt_row_list_clear (self->facts_list);
  append_fact (self, _("Content"), rt_status_code_get_content_note (self->code));
  append_fact (self, _("Cacheable"), rt_status_code_get_cache_note (self->code));
  append_fact (self, _("Method of the next request"),
               rt_status_code_get_method_note (self->code));
  append_fact (self, _("Registry"), rt_status_code_get_state_note (self->code));
}

static void
show_fields (RtCodePage *self)
{
  GPtrArray *fields = rt_status_code_get_fields (self->code);

  rt_row_list_clear (self->fields_list);
  for (guint i = 0; i < fields->len; i++)
    {
      const RtCodeField *field = g_ptr_array_index (fields, i);
      AdwActionRow *row = rt_row_list_append (self->fields_list, field->name, field->why);

      add_badge (row, role_to_words (field->role));
    }
  gtk_widget_set_visible (self->fields_group, fields->len > 0);
}

static void
show_look_alikes (RtCodePage *self)
{
  GPtrArray *look_alikes = rt_status_code_get_look_alikes (self->code);

  rt_row_list_clear (self->look_alikes_list);
  for (guint i = 0; i < look_alikes->len; i++)
    {
      const RtLookAlike *other = g_ptr_array_index (look_alikes, i);
      g_autoptr (RtStatusCode) code = rt_catalogue_describe_code (self->catalogue, other->code);
      g_autofree char *title = NULL;
      AdwActionRow *row;

      title = g_strdup_printf ("%d %s", other->code, rt_status_code_get_phrase (code));
      row = rt_row_list_append (self->look_alikes_list, title, other->difference);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_widget_set_visible (self->look_alikes_group, look_alikes->len > 0);
}

/* Those that stand side by side with it on a page of their own. */
static void
show_group (RtCodePage *self)
{
  int number = rt_status_code_get_code (self->code);
  RtCodeGroup *group = rt_catalogue_find_group_of (self->catalogue, number);
  g_autofree char *others = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), group != NULL);
  if (group == NULL)
    return;
  others = rt_code_group_dup_numbers (group, number, ", ");
  /* Translators: %s are numbers of status codes: "403, 407, 511" */
  label = g_strdup_printf (_("Side by Side with %s"), others);
  gtk_button_set_label (self->compare_button, label);
  /* In this order: an action with a parameter complains while there is none. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "s",
                                    rt_code_group_get_id (group));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->compare_button), "win.look-alikes");
}

static void
show_owners (RtCodePage *self)
{
  GPtrArray *owners = rt_status_code_get_owners (self->code);

  rt_row_list_clear (self->owners_list);
  for (guint i = 0; i < owners->len; i++)
    {
      const RtCodeOwner *owner = g_ptr_array_index (owners, i);
      g_autofree char *title = g_strdup_printf ("%s: %s", owner->vendor, owner->phrase);
      AdwActionRow *row = rt_row_list_append (self->owners_list, title, owner->meaning);

      add_badge (row, on_wire_to_words (owner->on_wire));
    }
  gtk_widget_set_visible (self->owners_group, owners->len > 0);
}

static void
set_optional (GtkLabel   *label,
              const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_head (RtCodePage *self)
{
  const RtStatusLook *look = rt_status_look_for_class (rt_status_code_get_class (self->code));
  g_autofree char *number = g_strdup_printf ("%d", rt_status_code_get_code (self->code));
  const char *phrase = rt_status_code_get_phrase (self->code);
  GtkWidget *coloured[] = {
    GTK_WIDGET (self->number_label),
    GTK_WIDGET (self->class_image),
    GTK_WIDGET (self->class_label),
  };

  for (guint i = 0; i < G_N_ELEMENTS (coloured); i++)
    {
      if (self->css_class != NULL)
        gtk_widget_remove_css_class (coloured[i], self->css_class);
      gtk_widget_add_css_class (coloured[i], look->css_class);
    }
  self->css_class = look->css_class;
  gtk_label_set_text (self->number_label, number);
  gtk_label_set_text (self->phrase_label, *phrase != '\0' ? phrase : _("Not registered"));
  gtk_image_set_from_icon_name (self->class_image, look->icon_name);
  gtk_label_set_text (self->class_label, _(look->word));
}

static void
show_texts (RtCodePage *self)
{
  const char * const *aliases = rt_status_code_get_aliases (self->code);
  const char *when = rt_status_code_get_when (self->code);
  const char *specification = rt_status_code_get_specification (self->code);

  gtk_label_set_text (self->summary_label, rt_status_code_get_summary (self->code));
  gtk_label_set_text (self->meaning_label, rt_status_code_get_meaning (self->code));
  set_optional (self->when_label, when);
  gtk_widget_set_visible (self->when_title, *when != '\0');
  gtk_label_set_text (self->action_label, rt_status_code_get_action (self->code));

  if (aliases != NULL && aliases[0] != NULL)
    {
      g_autofree char *joined = g_strjoinv (", ", (char **) aliases);
      g_autofree char *line = g_strdup_printf (_("Also called: %s"), joined);

      set_optional (self->aliases_label, line);
    }
  else
    set_optional (self->aliases_label, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->specification_link), *specification != '\0');
  gtk_button_set_label (GTK_BUTTON (self->specification_link), specification);
  gtk_link_button_set_uri (self->specification_link,
                           rt_status_code_get_specification_url (self->code));
}

static void
look_alike_cb (GtkListBox    *list,
               GtkListBoxRow *row,
               RtCodePage    *self)
{
  GPtrArray *others = rt_status_code_get_look_alikes (self->code);
  const RtLookAlike *other = g_ptr_array_index (others, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[SHOW_CODE], 0, other->code);
}

static void
try_cb (RtCodePage *self)
{
  g_signal_emit (self, signals[TRY_CODE], 0, rt_code_page_get_code (self));
}

static void
back_cb (RtCodePage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
rt_code_page_dispose (GObject *object)
{
  RtCodePage *self = RT_CODE_PAGE (object);

  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_CODE_PAGE);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->code);

  G_OBJECT_CLASS (rt_code_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, action_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, aliases_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, back_content);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, class_image);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, class_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, facts_list);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, fields_group);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, fields_list);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, look_alikes_group);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, look_alikes_list);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, meaning_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, number_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, owners_group);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, owners_list);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, phrase_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, specification_link);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, try_button);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, when_label);
  gtk_widget_class_bind_template_child (widget_class, RtCodePage, when_title);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_alike_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
}

static void
rt_code_page_class_init (RtCodePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_code_page_dispose;

  signals[SHOW_CODE] =
    g_signal_new ("show-code", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TRY_CODE] =
    g_signal_new ("try-code", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[BACK] =
    g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/reference/code-page.ui");
  bind_template (widget_class);
}

static void
rt_code_page_init (RtCodePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_code_page_new (void)
{
  return g_object_new (RT_TYPE_CODE_PAGE, NULL);
}

void
rt_code_page_show (RtCodePage  *self,
                   RtCatalogue *catalogue,
                   int          code)
{
  g_return_if_fail (RT_IS_CODE_PAGE (self));
  g_return_if_fail (RT_IS_CATALOGUE (catalogue));

  g_set_object (&self->catalogue, catalogue);
  g_clear_object (&self->code);
  self->code = rt_catalogue_describe_code (catalogue, code);

  show_head (self);
  show_texts (self);
  show_facts (self);
  show_fields (self);
  show_look_alikes (self);
  show_group (self);
  show_owners (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
rt_code_page_set_back (RtCodePage *self,
                       const char *label)
{
  g_return_if_fail (RT_IS_CODE_PAGE (self));
  g_return_if_fail (label != NULL);

  adw_button_content_set_label (self->back_content, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

int
rt_code_page_get_code (RtCodePage *self)
{
  g_return_val_if_fail (RT_IS_CODE_PAGE (self), 0);

  return self->code != NULL ? rt_status_code_get_code (self->code) : 0;
}

void
rt_code_page_set_can_try (RtCodePage *self,
                          gboolean    can_try)
{
  g_return_if_fail (RT_IS_CODE_PAGE (self));

  gtk_widget_set_visible (self->try_button, can_try);
}
