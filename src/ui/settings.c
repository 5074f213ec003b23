/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Maps the keys of the schema to properties of plain types. Holds the codes
 * seen so far as a set. Must not touch widgets or the style manager: others
 * bind to the properties.
 */

#include "config.h"

#include "settings.h"

#include "view-memory.h"

struct _RtSettings
{
  GObject         parent_instance;

  GSettings      *store; /* NULL when no schema is installed */
  GHashTable     *seen;  /* set of GINT_TO_POINTER (code) */
  GVariant       *body_views; /* see view-memory.h */
  GPtrArray      *finished; /* ids of lessons, in the order of their end */

  int             window_width;
  int             window_height;
  gboolean        window_maximized;
  gboolean        sidebar_visible;
  GtkOrientation  orientation;
  AdwColorScheme  color_scheme;
  guint           timeout;
  guint           idle_timeout;
};

G_DEFINE_FINAL_TYPE (RtSettings, rt_settings, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_SIDEBAR_VISIBLE,
  PROP_ORIENTATION,
  PROP_COLOR_SCHEME,
  PROP_TIMEOUT,
  PROP_IDLE_TIMEOUT,
  N_PROPS
};

enum
{
  SEEN_CHANGED,
  LESSONS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The nicks of the schema's enumeration, in the order of its values. */
static const AdwColorScheme schemes[] = {
  ADW_COLOR_SCHEME_DEFAULT,
  ADW_COLOR_SCHEME_FORCE_LIGHT,
  ADW_COLOR_SCHEME_FORCE_DARK,
};
static const char * const scheme_nicks[] = { "system", "light", "dark" };

static gboolean
scheme_from_store (GValue   *value,
                   GVariant *variant,
                   gpointer  user_data)
{
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_str_equal (nick, scheme_nicks[i]))
        {
          g_value_set_enum (value, schemes[i]);
          return TRUE;
        }
    }
  return FALSE;
}

static GVariant *
scheme_to_store (const GValue       *value,
                 const GVariantType *type,
                 gpointer            user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if ((int) schemes[i] == g_value_get_enum (value))
        return g_variant_new_string (scheme_nicks[i]);
    }
  return g_variant_new_string (scheme_nicks[0]);
}

static gboolean
split_from_store (GValue   *value,
                  GVariant *variant,
                  gpointer  user_data)
{
  gboolean below = g_str_equal (g_variant_get_string (variant, NULL), "below");

  g_value_set_enum (value, below ? GTK_ORIENTATION_VERTICAL
                                 : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

static GVariant *
split_to_store (const GValue       *value,
                const GVariantType *type,
                gpointer            user_data)
{
  gboolean below = g_value_get_enum (value) == GTK_ORIENTATION_VERTICAL;

  return g_variant_new_string (below ? "below" : "beside");
}

static void
load_seen (RtSettings *self)
{
  g_autoptr (GVariant) codes = NULL;
  GVariantIter iter;
  int code;

  codes = g_settings_get_value (self->store, "seen-codes");
  g_variant_iter_init (&iter, codes);
  while (g_variant_iter_next (&iter, "i", &code))
    g_hash_table_add (self->seen, GINT_TO_POINTER (code));
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return GPOINTER_TO_INT (a) - GPOINTER_TO_INT (b);
}

static void
store_seen (RtSettings *self)
{
  g_autoptr (GList) codes = g_hash_table_get_keys (self->seen);
  GVariantBuilder builder;

  codes = g_list_sort (codes, compare_codes);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ai"));
  for (GList *l = codes; l != NULL; l = l->next)
    g_variant_builder_add (&builder, "i", GPOINTER_TO_INT (l->data));
  g_settings_set_value (self->store, "seen-codes",
                        g_variant_builder_end (&builder));
}

static void
set_body_views (RtSettings *self,
                GVariant   *views)
{
  g_clear_pointer (&self->body_views, g_variant_unref);
  self->body_views = g_variant_ref_sink (views);
}

static void
load_finished (RtSettings *self)
{
  g_auto (GStrv) ids = g_settings_get_strv (self->store, "finished-lessons");

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (self->finished, g_strdup (ids[i]));
}

static void
store_finished (RtSettings *self)
{
  g_ptr_array_add (self->finished, NULL);
  g_settings_set_strv (self->store, "finished-lessons",
                       (const char * const *) self->finished->pdata);
  g_ptr_array_set_size (self->finished, (int) self->finished->len - 1);
}

static void
bind_store (RtSettings *self)
{
  static const char * const same[] = {
    "window-width", "window-height", "window-maximized", "sidebar-visible",
    "timeout", "idle-timeout",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_settings_bind (self->store, same[i], self, same[i],
                     G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->store, "color-scheme",
                                self, "color-scheme", G_SETTINGS_BIND_DEFAULT,
                                scheme_from_store, scheme_to_store, NULL, NULL);
  g_settings_bind_with_mapping (self->store, "split",
                                self, "orientation", G_SETTINGS_BIND_DEFAULT,
                                split_from_store, split_to_store, NULL, NULL);
}

static void
rt_settings_constructed (GObject *object)
{
  RtSettings *self = RT_SETTINGS (object);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  G_OBJECT_CLASS (rt_settings_parent_class)->constructed (object);

  /* g_settings_new() ends the program when the schema is not installed. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, RT_APP_ID, TRUE);
  if (schema == NULL)
    return;

  self->store = g_settings_new_full (schema, NULL, NULL);
  load_seen (self);
  set_body_views (self, g_settings_get_value (self->store, "body-views"));
  load_finished (self);
  bind_store (self);
}

static void
rt_settings_dispose (GObject *object)
{
  RtSettings *self = RT_SETTINGS (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (rt_settings_parent_class)->dispose (object);
}

static void
rt_settings_finalize (GObject *object)
{
  RtSettings *self = RT_SETTINGS (object);

  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->body_views, g_variant_unref);
  g_clear_pointer (&self->finished, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_settings_parent_class)->finalize (object);
}

static void
rt_settings_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  RtSettings *self = RT_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->window_width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->window_height);
      break;
    case PROP_WINDOW_MAXIMIZED:
      g_value_set_boolean (value, self->window_maximized);
      break;
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, self->sidebar_visible);
      break;
    case PROP_ORIENTATION:
      g_value_set_enum (value, self->orientation);
      break;
    case PROP_COLOR_SCHEME:
      g_value_set_enum (value, self->color_scheme);
      break;
    case PROP_TIMEOUT:
      g_value_set_uint (value, self->timeout);
      break;
    case PROP_IDLE_TIMEOUT:
      g_value_set_uint (value, self->idle_timeout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Any of the members that a property stands for is 4 bytes wide. */
static void
set_word (RtSettings *self,
          int        *member,
          int         value,
          guint       prop_id)
{
  if (*member == value)
    return;
  *member = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
rt_settings_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  RtSettings *self = RT_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_WINDOW_WIDTH:
      set_word (self, &self->window_width, g_value_get_int (value), prop_id);
      break;
    case PROP_WINDOW_HEIGHT:
      set_word (self, &self->window_height, g_value_get_int (value), prop_id);
      break;
    case PROP_WINDOW_MAXIMIZED:
      set_word (self, &self->window_maximized, g_value_get_boolean (value), prop_id);
      break;
    case PROP_SIDEBAR_VISIBLE:
      rt_settings_set_sidebar_visible (self, g_value_get_boolean (value));
      break;
    case PROP_ORIENTATION:
      rt_settings_set_orientation (self, g_value_get_enum (value));
      break;
    case PROP_COLOR_SCHEME:
      set_word (self, (int *) &self->color_scheme, g_value_get_enum (value), prop_id);
      break;
    case PROP_TIMEOUT:
      set_word (self, (int *) &self->timeout, g_value_get_uint (value), prop_id);
      break;
    case PROP_IDLE_TIMEOUT:
      set_word (self, (int *) &self->idle_timeout, g_value_get_uint (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                      G_PARAM_STATIC_STRINGS;

  properties[PROP_WINDOW_WIDTH] =
    g_param_spec_int ("window-width", NULL, NULL, 1, G_MAXINT, 1000, flags);
  properties[PROP_WINDOW_HEIGHT] =
    g_param_spec_int ("window-height", NULL, NULL, 1, G_MAXINT, 700, flags);
  properties[PROP_WINDOW_MAXIMIZED] =
    g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_SIDEBAR_VISIBLE] =
    g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE, flags);
  properties[PROP_ORIENTATION] =
    g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                       GTK_ORIENTATION_HORIZONTAL, flags);
  properties[PROP_COLOR_SCHEME] =
    g_param_spec_enum ("color-scheme", NULL, NULL, ADW_TYPE_COLOR_SCHEME,
                       ADW_COLOR_SCHEME_DEFAULT, flags);
  properties[PROP_TIMEOUT] =
    g_param_spec_uint ("timeout", NULL, NULL, 0, 86400, 0, flags);
  properties[PROP_IDLE_TIMEOUT] =
    g_param_spec_uint ("idle-timeout", NULL, NULL, 0, 86400, 60, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rt_settings_class_init (RtSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = rt_settings_constructed;
  object_class->dispose = rt_settings_dispose;
  object_class->finalize = rt_settings_finalize;
  object_class->get_property = rt_settings_get_property;
  object_class->set_property = rt_settings_set_property;

  install_properties (object_class);

  signals[SEEN_CHANGED] =
    g_signal_new ("seen-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LESSONS_CHANGED] =
    g_signal_new ("lessons-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_settings_init (RtSettings *self)
{
  self->seen = g_hash_table_new (NULL, NULL);
  set_body_views (self, g_variant_new ("a(ss)", NULL));
  self->finished = g_ptr_array_new_with_free_func (g_free);
  self->window_width = 1000;
  self->window_height = 700;
  self->sidebar_visible = TRUE;
  self->orientation = GTK_ORIENTATION_HORIZONTAL;
  self->color_scheme = ADW_COLOR_SCHEME_DEFAULT;
  self->idle_timeout = 60;
}

RtSettings *
rt_settings_new (void)
{
  return g_object_new (RT_TYPE_SETTINGS, NULL);
}

gboolean
rt_settings_get_sidebar_visible (RtSettings *self)
{
  g_return_val_if_fail (RT_IS_SETTINGS (self), FALSE);

  return self->sidebar_visible;
}

void
rt_settings_set_sidebar_visible (RtSettings *self,
                                 gboolean    visible)
{
  g_return_if_fail (RT_IS_SETTINGS (self));

  set_word (self, &self->sidebar_visible, !!visible, PROP_SIDEBAR_VISIBLE);
}

GtkOrientation
rt_settings_get_orientation (RtSettings *self)
{
  g_return_val_if_fail (RT_IS_SETTINGS (self), GTK_ORIENTATION_HORIZONTAL);

  return self->orientation;
}

void
rt_settings_set_orientation (RtSettings     *self,
                             GtkOrientation  orientation)
{
  g_return_if_fail (RT_IS_SETTINGS (self));

  set_word (self, (int *) &self->orientation, orientation, PROP_ORIENTATION);
}

gboolean
rt_settings_is_seen (RtSettings *self,
                     int         code)
{
  g_return_val_if_fail (RT_IS_SETTINGS (self), FALSE);

  return g_hash_table_contains (self->seen, GINT_TO_POINTER (code));
}

void
rt_settings_mark_seen (RtSettings *self,
                       int         code)
{
  g_return_if_fail (RT_IS_SETTINGS (self));

  if (!g_hash_table_add (self->seen, GINT_TO_POINTER (code)))
    return;
  if (self->store != NULL)
    store_seen (self);
  g_signal_emit (self, signals[SEEN_CHANGED], 0, code);
}

char *
rt_settings_dup_body_view (RtSettings *self,
                           const char *media_type)
{
  g_return_val_if_fail (RT_IS_SETTINGS (self), NULL);
  g_return_val_if_fail (media_type != NULL, NULL);

  return g_strdup (rt_view_memory_find (self->body_views, media_type));
}

void
rt_settings_set_body_view (RtSettings *self,
                           const char *media_type,
                           const char *view)
{
  g_return_if_fail (RT_IS_SETTINGS (self));
  g_return_if_fail (media_type != NULL && view != NULL);

  set_body_views (self, rt_view_memory_add (self->body_views, media_type, view));
  if (self->store != NULL)
    g_settings_set_value (self->store, "body-views", self->body_views);
}

gboolean
rt_settings_is_finished (RtSettings *self,
                         const char *id)
{
  g_return_val_if_fail (RT_IS_SETTINGS (self) && id != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (self->finished, id, g_str_equal, NULL);
}

void
rt_settings_mark_finished (RtSettings *self,
                           const char *id)
{
  g_return_if_fail (RT_IS_SETTINGS (self) && id != NULL);

  if (rt_settings_is_finished (self, id))
    return;
  g_ptr_array_add (self->finished, g_strdup (id));
  if (self->store != NULL)
    store_finished (self);
  g_signal_emit (self, signals[LESSONS_CHANGED], 0);
}
