/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRequest: everything about a request that a person can edit, as properties
 * and lists that say when they change. What will be made of it is the business
 * of outgoing.c.
 */

#include "request.h"

#include "request-private.h"

G_DEFINE_FINAL_TYPE (RtRequest, rt_request, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

void
rt_request_emit_changed (RtRequest *self)
{
  g_clear_object (&self->snapshot);
  self->changed = self->held > 0;
  if (!self->changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
rt_request_notify (RtRequest *self,
                   guint      prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
  rt_request_emit_changed (self);
}

static void
item_changed_cb (RtRequest *self)
{
  rt_request_emit_changed (self);
}

/* Each item of a list tells when it changes. */
static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  RtRequest  *self)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (list, i);

      g_signal_handlers_disconnect_by_func (pair, item_changed_cb, self);
      g_signal_connect_object (pair, "notify", G_CALLBACK (item_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  rt_request_emit_changed (self);
}

static GListStore *
create_list (RtRequest *self)
{
  GListStore *list = g_list_store_new (RT_TYPE_PAIR);

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);

  return list;
}

/* Who else holds it may go on changing it. */
static void
let_go (RtRequest *self,
        gpointer   part)
{
  if (part == NULL)
    return;

  g_signal_handlers_disconnect_by_data (part, self);
  g_object_unref (part);
}

static void
rt_request_dispose (GObject *object)
{
  RtRequest *self = RT_REQUEST (object);

  let_go (self, g_steal_pointer (&self->fields));
  let_go (self, g_steal_pointer (&self->form_items));
  let_go (self, g_steal_pointer (&self->credentials));
  let_go (self, g_steal_pointer (&self->proxy_credentials));
  g_clear_object (&self->cookie_jar);
  g_clear_object (&self->snapshot);

  G_OBJECT_CLASS (rt_request_parent_class)->dispose (object);
}

static void
rt_request_finalize (GObject *object)
{
  RtRequest *self = RT_REQUEST (object);

  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->content_file, g_free);
  g_clear_pointer (&self->ca_file, g_free);
  g_clear_pointer (&self->proxy, g_free);
  g_clear_pointer (&self->boundary, g_free);
  g_clear_pointer (&self->removed, g_hash_table_unref);

  G_OBJECT_CLASS (rt_request_parent_class)->finalize (object);
}

static void
rt_request_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  RtRequest *self = RT_REQUEST (object);

  switch (prop_id)
    {
    case PROP_METHOD:
      g_value_set_string (value, self->method);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_CONTENT_KIND:
      g_value_set_uint (value, self->content_kind);
      break;
    case PROP_MEDIA_TYPE:
      g_value_set_string (value, self->media_type);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_CONTENT_FILE:
      g_value_set_string (value, self->content_file);
      break;
    case PROP_FOLLOW:
      g_value_set_boolean (value, self->follow);
      break;
    case PROP_MAX_REDIRECTS:
      g_value_set_uint (value, self->max_redirects);
      break;
    case PROP_TIMEOUT:
      g_value_set_uint (value, self->timeout);
      break;
    case PROP_IDLE_TIMEOUT:
      g_value_set_uint (value, self->idle_timeout);
      break;
    case PROP_PROTOCOL:
      g_value_set_uint (value, self->protocol);
      break;
    case PROP_INSECURE:
      g_value_set_boolean (value, self->insecure);
      break;
    case PROP_CA_FILE:
      g_value_set_string (value, self->ca_file);
      break;
    case PROP_PROXY:
      g_value_set_string (value, self->proxy);
      break;
    case PROP_STEP:
      g_value_set_boolean (value, self->step);
      break;
    case PROP_USE_COOKIES:
      g_value_set_boolean (value, self->use_cookies);
      break;
    case PROP_COOKIE_JAR:
      g_value_set_object (value, self->cookie_jar);
      break;
    case PROP_CREDENTIALS:
      g_value_set_object (value, self->credentials);
      break;
    case PROP_PROXY_CREDENTIALS:
      g_value_set_object (value, self->proxy_credentials);
      break;
    case PROP_FIELDS:
      g_value_set_object (value, self->fields);
      break;
    case PROP_FORM_ITEMS:
      g_value_set_object (value, self->form_items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_request_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  RtRequest *self = RT_REQUEST (object);

  switch (prop_id)
    {
    case PROP_METHOD:
      rt_request_set_method (self, g_value_get_string (value));
      break;
    case PROP_URL:
      rt_request_set_url (self, g_value_get_string (value));
      break;
    case PROP_CONTENT_KIND:
      rt_request_set_content_kind (self, g_value_get_uint (value));
      break;
    case PROP_MEDIA_TYPE:
      rt_request_set_media_type (self, g_value_get_string (value));
      break;
    case PROP_TEXT:
      rt_request_set_text (self, g_value_get_string (value));
      break;
    case PROP_CONTENT_FILE:
      rt_request_set_content_file (self, g_value_get_string (value));
      break;
    case PROP_FOLLOW:
      rt_request_set_follow (self, g_value_get_boolean (value));
      break;
    case PROP_MAX_REDIRECTS:
      rt_request_set_max_redirects (self, g_value_get_uint (value));
      break;
    case PROP_TIMEOUT:
      rt_request_set_timeout (self, g_value_get_uint (value));
      break;
    case PROP_IDLE_TIMEOUT:
      rt_request_set_idle_timeout (self, g_value_get_uint (value));
      break;
    case PROP_PROTOCOL:
      rt_request_set_protocol (self, g_value_get_uint (value));
      break;
    case PROP_INSECURE:
      rt_request_set_insecure (self, g_value_get_boolean (value));
      break;
    case PROP_CA_FILE:
      rt_request_set_ca_file (self, g_value_get_string (value));
      break;
    case PROP_PROXY:
      rt_request_set_proxy (self, g_value_get_string (value));
      break;
    case PROP_STEP:
      rt_request_set_step (self, g_value_get_boolean (value));
      break;
    case PROP_USE_COOKIES:
      rt_request_set_use_cookies (self, g_value_get_boolean (value));
      break;
    case PROP_COOKIE_JAR:
      rt_request_set_cookie_jar (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags read_only = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_METHOD] = g_param_spec_string ("method", NULL, NULL, "GET", flags);
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, "", flags);
  props[PROP_CONTENT_KIND] =
    g_param_spec_uint ("content-kind", NULL, NULL, 0, RT_CONTENT_FILE, RT_CONTENT_NONE, flags);
  props[PROP_MEDIA_TYPE] = g_param_spec_string ("media-type", NULL, NULL, "", flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_CONTENT_FILE] = g_param_spec_string ("content-file", NULL, NULL, NULL, flags);
  props[PROP_FOLLOW] = g_param_spec_boolean ("follow", NULL, NULL, TRUE, flags);
  props[PROP_MAX_REDIRECTS] =
    g_param_spec_uint ("max-redirects", NULL, NULL, 0, G_MAXUINT, 20, flags);
  props[PROP_TIMEOUT] =
    g_param_spec_uint ("timeout", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_IDLE_TIMEOUT] =
    g_param_spec_uint ("idle-timeout", NULL, NULL, 0, G_MAXUINT, 60, flags);
  props[PROP_PROTOCOL] =
    g_param_spec_uint ("protocol", NULL, NULL, 0, RT_PROTOCOL_HTTP2, RT_PROTOCOL_HTTP1, flags);
  props[PROP_INSECURE] = g_param_spec_boolean ("insecure", NULL, NULL, FALSE, flags);
  props[PROP_CA_FILE] = g_param_spec_string ("ca-file", NULL, NULL, NULL, flags);
  props[PROP_PROXY] = g_param_spec_string ("proxy", NULL, NULL, NULL, flags);
  props[PROP_STEP] = g_param_spec_boolean ("step", NULL, NULL, FALSE, flags);
  props[PROP_USE_COOKIES] =
    g_param_spec_boolean ("use-cookies", NULL, NULL, TRUE, flags);
  props[PROP_COOKIE_JAR] =
    g_param_spec_object ("cookie-jar", NULL, NULL, RT_TYPE_COOKIE_JAR, flags);
  props[PROP_CREDENTIALS] =
    g_param_spec_object ("credentials", NULL, NULL, RT_TYPE_CREDENTIALS, read_only);
  props[PROP_PROXY_CREDENTIALS] =
    g_param_spec_object ("proxy-credentials", NULL, NULL, RT_TYPE_CREDENTIALS, read_only);
  props[PROP_FIELDS] =
    g_param_spec_object ("fields", NULL, NULL, G_TYPE_LIST_STORE, read_only);
  props[PROP_FORM_ITEMS] =
    g_param_spec_object ("form-items", NULL, NULL, G_TYPE_LIST_STORE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rt_request_class_init (RtRequestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_request_dispose;
  object_class->finalize = rt_request_finalize;
  object_class->get_property = rt_request_get_property;
  object_class->set_property = rt_request_set_property;
  install_properties (object_class);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static RtCredentials *
create_credentials (RtRequest *self)
{
  RtCredentials *credentials = rt_credentials_new ();

  g_signal_connect_swapped (credentials, "notify", G_CALLBACK (item_changed_cb), self);

  return credentials;
}

static void
rt_request_init (RtRequest *self)
{
  self->method = g_strdup ("GET");
  self->url = g_strdup ("");
  self->media_type = g_strdup ("");
  self->text = g_strdup ("");
  self->fields = create_list (self);
  self->form_items = create_list (self);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->max_redirects = 20;
  self->idle_timeout = 60;
  self->follow = TRUE;
  self->use_cookies = TRUE;
  self->credentials = create_credentials (self);
  self->proxy_credentials = create_credentials (self);
  self->retry = rt_retry_policy_default;
}

RtRequest *
rt_request_new (void)
{
  RtRequest *self = g_object_new (RT_TYPE_REQUEST, NULL);
  g_autofree char *uuid = g_uuid_string_random ();

  self->boundary = g_strconcat ("roundtrip-", uuid, NULL);

  return self;
}

void
rt_request_add_field (RtRequest  *self,
                      const char *name,
                      const char *value)
{
  g_autoptr(RtPair) pair = NULL;

  g_return_if_fail (RT_IS_REQUEST (self));
  g_return_if_fail (name != NULL && value != NULL);

  pair = rt_pair_new (name, value);
  g_list_store_append (self->fields, pair);
}

void
rt_request_set_automatic_removed (RtRequest  *self,
                                  const char *name,
                                  gboolean    removed)
{
  g_autofree char *key = NULL;
  gboolean changed;

  g_return_if_fail (RT_IS_REQUEST (self) && name != NULL);

  key = g_ascii_strdown (name, -1);
  changed = removed ? g_hash_table_add (self->removed, g_strdup (key))
                    : g_hash_table_remove (self->removed, key);
  if (changed)
    rt_request_emit_changed (self);
}

gboolean
rt_request_get_automatic_removed (RtRequest  *self,
                                  const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (RT_IS_REQUEST (self) && name != NULL, FALSE);

  key = g_ascii_strdown (name, -1);

  return g_hash_table_contains (self->removed, key);
}

const char *
rt_request_get_boundary (RtRequest *self)
{
  g_return_val_if_fail (RT_IS_REQUEST (self), NULL);

  return self->boundary;
}
