/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows the rows that the kind needs and binds them; what they mean stands in
 * credentials-words.c.
 */

#include "config.h"

#include "credentials-editor.h"

#include "answer-choice.h"
#include "credentials-words.h"
#include "template.h"
#include "token-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _RtCredentialsEditor
{
  GtkWidget            parent_instance;

  /* Template widgets */
  GtkLabel            *explain_label;
  GtkLabel            *fault_label;
  GtkDropDown         *kind_drop_down;
  GtkWidget           *name_row;
  GtkDropDown         *place_drop_down;
  GtkWidget           *place_row;
  GtkDropDown         *prefer_drop_down;
  GtkWidget           *prefer_row;
  GtkWidget           *preemptive_row;
  GtkSwitch           *preemptive_switch;
  GtkWidget           *secret_row;
  RtTokenCard         *token_card;
  GtkWidget           *user_row;
  GtkWidget           *warning_box;
  GtkLabel            *warning_label;

  RtCredentials       *credentials;
  GBindingGroup       *bindings;
  char                *target;
  char               **challenges;
  GtkStringList       *answers; /* what may be preferred: labels, behind "The strongest" */
  gboolean             for_proxy;
  gboolean             syncing;
};

G_DEFINE_FINAL_TYPE (RtCredentialsEditor, rt_credentials_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOR_PROXY,
  PROP_CHALLENGES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In the order of the choice. */
static const struct
{
  RtCredentialsKind kind;
  const char       *title;
  const char       *secret; /* what the secret is called; NULL = it has none */
  gboolean          user;
  gboolean          preemptive; /* it is a choice */
  gboolean          proxies;    /* proxies ask for it */
} kinds[] = {
  { RT_CREDENTIALS_NONE, N_("None"), NULL, FALSE, FALSE, TRUE },
  { RT_CREDENTIALS_USER, N_("User and password"), N_("Password"), TRUE, TRUE, TRUE },
  { RT_CREDENTIALS_BASIC, N_("Basic"), N_("Password"), TRUE, TRUE, TRUE },
  { RT_CREDENTIALS_DIGEST, N_("Digest"), N_("Password"), TRUE, FALSE, TRUE },
  { RT_CREDENTIALS_BEARER, N_("Bearer token"), N_("Token"), FALSE, FALSE, TRUE },
  { RT_CREDENTIALS_NEGOTIATE, N_("Negotiate"), NULL, FALSE, FALSE, TRUE },
  { RT_CREDENTIALS_API_KEY, N_("API key"), N_("Key"), FALSE, FALSE, FALSE },
  { RT_CREDENTIALS_TYPED, N_("Typed field"), N_("Value of the field"), FALSE, FALSE, TRUE },
};

static gboolean
is_offered (RtCredentialsEditor *self,
            guint                index)
{
  return !self->for_proxy || kinds[index].proxies;
}

/* The row of kinds[] at @position of the choice, and back. */
static guint
index_from_position (RtCredentialsEditor *self,
                     guint                position)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_offered (self, i) && position-- == 0)
      return i;

  return 0;
}

static guint
position_of_kind (RtCredentialsEditor *self,
                  RtCredentialsKind    kind)
{
  guint position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].kind == kind)
        return is_offered (self, i) ? position : 0;
      position += is_offered (self, i);
    }

  return 0;
}

static void
kind_chosen_cb (RtCredentialsEditor *self)
{
  guint position = gtk_drop_down_get_selected (self->kind_drop_down);

  if (self->syncing || self->credentials == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  rt_credentials_set_kind (self->credentials, kinds[index_from_position (self, position)].kind);
}

static void
prefer_chosen_cb (RtCredentialsEditor *self)
{
  guint position = gtk_drop_down_get_selected (self->prefer_drop_down);

  if (self->syncing || self->credentials == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  rt_credentials_set_prefer (self->credentials,
                             position == 0 ? ""
                               : gtk_string_list_get_string (self->answers, position));
}

static void
show_answers (RtCredentialsEditor *self)
{
  const char *prefer = rt_credentials_get_prefer (self->credentials);
  g_auto(GStrv) labels = rt_answer_choice_list (rt_credentials_get_kind (self->credentials),
                                                (const char * const *) self->challenges, prefer);
  int chosen = rt_answer_choice_find ((const char * const *) labels, prefer);

  gtk_string_list_splice (self->answers, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->answers)),
                          (const char * const *) labels);
  gtk_string_list_splice (self->answers, 0, 0, (const char *[]) { _("The strongest"), NULL });
  gtk_drop_down_set_selected (self->prefer_drop_down, chosen + 1);
  gtk_widget_set_visible (self->prefer_row, g_strv_length (labels) > 1 || chosen >= 0);
}

static void
show_words (GtkWidget *shown,
            GtkLabel  *label,
            char      *words)
{
  g_autofree char *own = words;

  if (g_strcmp0 (gtk_label_get_text (label), own) != 0)
    gtk_label_set_text (label, own != NULL ? own : "");
  gtk_widget_set_visible (shown, own != NULL);
}

/* With no login, what was asked for is the next thing to know. */
static char *
dup_explanation (RtCredentialsEditor *self)
{
  g_autofree char *offered = NULL;

  if (rt_credentials_get_kind (self->credentials) != RT_CREDENTIALS_NONE ||
      self->challenges == NULL || *self->challenges == NULL)
    return rt_credentials_words_explain (self->credentials, self->for_proxy);
  offered = g_strjoinv (_(" or "), self->challenges);

  return g_strdup_printf (self->for_proxy ? _("Nothing is sent. The proxy asked for %s.")
                                          : _("Nothing is sent. The server asked for %s."),
                          offered);
}

static void
say (RtCredentialsEditor *self)
{
  g_autofree char *explain = dup_explanation (self);
  g_autofree char *empty = rt_credentials_words_empty (self->credentials);

  show_words (GTK_WIDGET (self->fault_label), self->fault_label,
              rt_credentials_words_fault (self->credentials));
  show_words (self->warning_box, self->warning_label,
              rt_credentials_words_warn (self->credentials, self->target));
  show_words (GTK_WIDGET (self->explain_label), self->explain_label,
              empty != NULL ? g_strdup_printf ("%s %s", explain, empty)
                            : g_steal_pointer (&explain));
}

/* The name of what is typed into it, for those who do not see the title. */
static void
name_entry (GtkWidget  *row,
            const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_secret (RtCredentialsEditor *self,
             const char          *name)
{
  g_autofree char *whole = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret_row), name);
  whole = g_strdup_printf (self->for_proxy ? _("%s for the proxy") : _("%s for the server"), name);
  name_entry (self->secret_row, whole);
}

static void
show_rows (RtCredentialsEditor *self)
{
  RtCredentialsKind kind = rt_credentials_get_kind (self->credentials);
  guint position = position_of_kind (self, kind);
  guint i = index_from_position (self, position);

  gtk_drop_down_set_selected (self->kind_drop_down, position);
  gtk_widget_set_visible (self->user_row, kinds[i].user);
  gtk_widget_set_visible (self->secret_row, kinds[i].secret != NULL);
  if (kinds[i].secret != NULL)
    name_secret (self, _(kinds[i].secret));
  gtk_widget_set_visible (self->name_row, kind == RT_CREDENTIALS_API_KEY);
  gtk_widget_set_visible (self->place_row, kind == RT_CREDENTIALS_API_KEY);
  gtk_widget_set_visible (self->preemptive_row, kinds[i].preemptive);
}

static void
show_token (RtCredentialsEditor *self)
{
  gboolean shown = rt_credentials_get_kind (self->credentials) == RT_CREDENTIALS_BEARER &&
                   rt_token_card_set_token (self->token_card,
                                            rt_credentials_get_secret (self->credentials),
                                            g_get_real_time () / G_USEC_PER_SEC);

  gtk_widget_set_visible (GTK_WIDGET (self->token_card), shown);
}

static void
update (RtCredentialsEditor *self)
{
  if (self->credentials == NULL)
    return;
  self->syncing = TRUE;
  show_rows (self);
  show_answers (self);
  self->syncing = FALSE;
  show_token (self);
  say (self);
}

static void
fill_kinds (RtCredentialsEditor *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_offered (self, i))
      gtk_string_list_append (titles, _(kinds[i].title));
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (titles));
  self->syncing = FALSE;
}

static void
rt_credentials_editor_constructed (GObject *object)
{
  RtCredentialsEditor *self = RT_CREDENTIALS_EDITOR (object);

  G_OBJECT_CLASS (rt_credentials_editor_parent_class)->constructed (object);

  fill_kinds (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->for_proxy ? _("Kind of the proxy login")
                                                  : _("Kind of the login"), -1);
  name_entry (self->user_row, self->for_proxy ? _("User for the proxy") : _("User for the server"));
  name_entry (self->name_row, _("Name of the API key"));
}

/* Times in words are those of the moment when it is looked at. */
static void
rt_credentials_editor_map (GtkWidget *widget)
{
  update (RT_CREDENTIALS_EDITOR (widget));

  GTK_WIDGET_CLASS (rt_credentials_editor_parent_class)->map (widget);
}

static void
rt_credentials_editor_dispose (GObject *object)
{
  RtCredentialsEditor *self = RT_CREDENTIALS_EDITOR (object);

  g_clear_object (&self->bindings);
  if (self->credentials != NULL)
    g_signal_handlers_disconnect_by_data (self->credentials, self);
  self->syncing = TRUE;
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_CREDENTIALS_EDITOR);
  g_clear_object (&self->answers);
  g_clear_object (&self->credentials);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->challenges, g_strfreev);

  G_OBJECT_CLASS (rt_credentials_editor_parent_class)->dispose (object);
}

static void
rt_credentials_editor_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  RtCredentialsEditor *self = RT_CREDENTIALS_EDITOR (object);

  switch (prop_id)
    {
    case PROP_FOR_PROXY:
      g_value_set_boolean (value, self->for_proxy);
      break;
    case PROP_CHALLENGES:
      g_value_set_boxed (value, self->challenges);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_credentials_editor_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  RtCredentialsEditor *self = RT_CREDENTIALS_EDITOR (object);

  switch (prop_id)
    {
    case PROP_FOR_PROXY:
      self->for_proxy = g_value_get_boolean (value);
      break;
    case PROP_CHALLENGES:
      rt_credentials_editor_set_challenges (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, explain_label);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, fault_label);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, place_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, place_row);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, prefer_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, prefer_row);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, preemptive_row);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, preemptive_switch);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, secret_row);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, token_card);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, user_row);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, warning_box);
  gtk_widget_class_bind_template_child (widget_class, RtCredentialsEditor, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, prefer_chosen_cb);
}

static void
rt_credentials_editor_class_init (RtCredentialsEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rt_credentials_editor_constructed;
  object_class->dispose = rt_credentials_editor_dispose;
  object_class->get_property = rt_credentials_editor_get_property;
  object_class->set_property = rt_credentials_editor_set_property;
  widget_class->map = rt_credentials_editor_map;

  properties[PROP_FOR_PROXY] =
    g_param_spec_boolean ("for-proxy", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHALLENGES] =
    g_param_spec_boxed ("challenges", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RT_TYPE_TOKEN_CARD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/credentials-editor.ui");
  bind_children (widget_class);
}

static void
rt_credentials_editor_init (RtCredentialsEditor *self)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->answers = gtk_string_list_new (NULL);
  gtk_drop_down_set_model (self->prefer_drop_down, G_LIST_MODEL (self->answers));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "user", self->user_row, "text", flags);
  g_binding_group_bind (self->bindings, "secret", self->secret_row, "text", flags);
  g_binding_group_bind (self->bindings, "name", self->name_row, "text", flags);
  g_binding_group_bind (self->bindings, "place", self->place_drop_down, "selected", flags);
  g_binding_group_bind (self->bindings, "preemptive", self->preemptive_switch, "active", flags);
}

GtkWidget *
rt_credentials_editor_new (gboolean for_proxy)
{
  return g_object_new (RT_TYPE_CREDENTIALS_EDITOR, "for-proxy", for_proxy, NULL);
}

void
rt_credentials_editor_set_credentials (RtCredentialsEditor *self,
                                       RtCredentials       *credentials)
{
  g_return_if_fail (RT_IS_CREDENTIALS_EDITOR (self));
  g_return_if_fail (RT_IS_CREDENTIALS (credentials));

  if (self->credentials == credentials)
    return;
  if (self->credentials != NULL)
    g_signal_handlers_disconnect_by_data (self->credentials, self);
  g_set_object (&self->credentials, credentials);
  g_binding_group_set_source (self->bindings, credentials);
  g_signal_connect_object (credentials, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
rt_credentials_editor_set_target (RtCredentialsEditor *self,
                                  const char          *url)
{
  g_return_if_fail (RT_IS_CREDENTIALS_EDITOR (self));

  if (g_strcmp0 (self->target, url) == 0)
    return;
  g_clear_pointer (&self->target, g_free);
  self->target = g_strdup (url);
  update (self);
}

void
rt_credentials_editor_set_challenges (RtCredentialsEditor *self,
                                      const char * const  *labels)
{
  static const char * const none[] = { NULL };

  g_return_if_fail (RT_IS_CREDENTIALS_EDITOR (self));

  if (g_strv_equal (labels != NULL ? labels : none,
                    self->challenges != NULL ? (const char * const *) self->challenges : none))
    return;
  g_clear_pointer (&self->challenges, g_strfreev);
  self->challenges = g_strdupv ((char **) labels);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHALLENGES]);
}
