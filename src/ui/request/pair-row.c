/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Binds the widgets of a row to its pair, both ways. Knows nothing of the
 * list that it stands in.
 */

#include "config.h"

#include "pair-row.h"

#include "file-row.h"
#include "grammar.h"
#include "suggest-entry.h"

#include <glib/gi18n-lib.h>

struct _RtPairRow
{
  GtkListBoxRow   parent_instance;

  /* Template widgets */
  GtkCheckButton *enabled_check;
  RtFileRow      *file_row;
  RtSuggestEntry *media_type_entry;
  RtSuggestEntry *name_entry;
  GtkWidget      *part_box;
  GtkButton      *remove_button;
  GtkEntry       *value_entry;

  RtPair         *pair;
  RtPairKind      kind;
  gboolean        blank;
};

G_DEFINE_FINAL_TYPE (RtPairRow, rt_pair_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_BLANK,
  N_PROPS
};

enum
{
  REMOVE,
  FOCUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *value;
  const char *enabled;
  const char *remove;
} words[] = {
  [RT_PAIR_KIND_PARAMETER] = {
    N_("Parameter name"), N_("Parameter value"),
    N_("Send this parameter"), N_("Remove this parameter") },
  [RT_PAIR_KIND_FIELD] = {
    N_("Header name"), N_("Header value"),
    N_("Send this header"), N_("Remove this header") },
  [RT_PAIR_KIND_FORM_ITEM] = {
    N_("Item name"), N_("Item value"),
    N_("Send this item"), N_("Remove this item") },
  [RT_PAIR_KIND_PART] = {
    N_("Part name"), N_("Part value"),
    N_("Send this part"), N_("Remove this part") },
};

/* Only header fields have a grammar of their own: names are tokens (RFC 9110
 * section 5.1), values must not break the line (section 5.5). */
static void
check (RtPairRow *self)
{
  const char *name = rt_pair_get_name (self->pair);
  const char *value = rt_pair_get_value (self->pair);
  gboolean bad_name;
  gboolean bad_value;

  if (self->kind != RT_PAIR_KIND_FIELD)
    return;
  bad_name = self->blank || (*name == '\0' && *value == '\0')
             ? FALSE : !rt_grammar_is_token (name, -1);
  bad_value = rt_grammar_find_breaking_byte (value, -1) >= 0;

  rt_suggest_entry_set_error (self->name_entry, bad_name
    ? _("A header name is one word of letters, digits and !#$%&'*+-.^_`|~")
    : NULL);
  if (bad_value)
    gtk_widget_add_css_class (GTK_WIDGET (self->value_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value_entry), bad_value
    ? _("A header value cannot hold a line end") : NULL);
}

static void
file_changed_cb (RtPairRow *self)
{
  gboolean is_file = rt_pair_get_file (self->pair) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->value_entry), !is_file);
}

static void
remove_cb (GtkButton *button,
           RtPairRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
focus_enter_cb (GtkEventControllerFocus *controller,
                RtPairRow               *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

static void
label (gpointer    widget,
       const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(text), -1);
}

static void
apply_kind (RtPairRow *self)
{
  g_object_set (self->name_entry, "accessible-name", _(words[self->kind].name),
                "placeholder-text", _("Name"), NULL);
  label (self->value_entry, words[self->kind].value);
  label (self->enabled_check, words[self->kind].enabled);
  label (self->remove_button, words[self->kind].remove);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->enabled_check),
                               _(words[self->kind].enabled));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button),
                               _(words[self->kind].remove));
  gtk_widget_set_visible (self->part_box, self->kind == RT_PAIR_KIND_PART);
}

static void
bind_pair (RtPairRow *self)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (self->pair, "enabled", self->enabled_check, "active", flags);
  g_object_bind_property (self->pair, "name", self->name_entry, "text", flags);
  g_object_bind_property (self->pair, "value", self->value_entry, "text", flags);
  g_signal_connect_object (self->pair, "notify", G_CALLBACK (check), self,
                           G_CONNECT_SWAPPED);
  if (self->kind != RT_PAIR_KIND_PART)
    return;
  g_object_bind_property (self->pair, "file", self->file_row, "path", flags);
  g_object_bind_property (self->pair, "media-type", self->media_type_entry, "text", flags);
  g_signal_connect_object (self->pair, "notify::file",
                           G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  file_changed_cb (self);
}

static void
rt_pair_row_dispose (GObject *object)
{
  RtPairRow *self = RT_PAIR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RT_TYPE_PAIR_ROW);
  g_clear_object (&self->pair);

  G_OBJECT_CLASS (rt_pair_row_parent_class)->dispose (object);
}

static void
rt_pair_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BLANK:
      g_value_set_boolean (value, RT_PAIR_ROW (object)->blank);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_pair_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_BLANK:
      rt_pair_row_set_blank (RT_PAIR_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_pair_row_class_init (RtPairRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_pair_row_dispose;
  object_class->get_property = rt_pair_row_get_property;
  object_class->set_property = rt_pair_row_set_property;

  properties[PROP_BLANK] =
    g_param_spec_boolean ("blank", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOCUSED] =
    g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RT_TYPE_FILE_ROW);
  g_type_ensure (RT_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/pair-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPairRow, enabled_check);
  gtk_widget_class_bind_template_child (widget_class, RtPairRow, file_row);
  gtk_widget_class_bind_template_child (widget_class, RtPairRow, media_type_entry);
  gtk_widget_class_bind_template_child (widget_class, RtPairRow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, RtPairRow, part_box);
  gtk_widget_class_bind_template_child (widget_class, RtPairRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RtPairRow, value_entry);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
rt_pair_row_init (RtPairRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_pair_row_new (RtPair     *pair,
                 RtPairKind  kind,
                 GListModel *names)
{
  RtPairRow *self;

  g_return_val_if_fail (RT_IS_PAIR (pair), NULL);

  self = g_object_new (RT_TYPE_PAIR_ROW, NULL);
  self->pair = g_object_ref (pair);
  self->kind = kind;
  rt_suggest_entry_set_suggestions (self->name_entry, names);
  apply_kind (self);
  bind_pair (self);
  check (self);
  return GTK_WIDGET (self);
}

RtPair *
rt_pair_row_get_pair (RtPairRow *self)
{
  g_return_val_if_fail (RT_IS_PAIR_ROW (self), NULL);

  return self->pair;
}

void
rt_pair_row_set_blank (RtPairRow *self,
                       gboolean   blank)
{
  g_return_if_fail (RT_IS_PAIR_ROW (self));

  if (self->blank == blank)
    return;
  self->blank = blank;
  /* Kept in its place so that the columns stay aligned. */
  gtk_widget_set_opacity (GTK_WIDGET (self->enabled_check), blank ? 0 : 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->enabled_check), !blank);
  gtk_widget_set_opacity (GTK_WIDGET (self->remove_button), blank ? 0 : 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_button), !blank);
  check (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLANK]);
}

gboolean
rt_pair_row_get_blank (RtPairRow *self)
{
  g_return_val_if_fail (RT_IS_PAIR_ROW (self), FALSE);

  return self->blank;
}

void
rt_pair_row_focus_name (RtPairRow *self)
{
  g_return_if_fail (RT_IS_PAIR_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}
