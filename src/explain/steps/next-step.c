/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtNextStep: a list of changes, and how each is made to a request, by its
 * public setters only. Nothing that was typed is removed: what is in the way
 * is switched off. Which steps there are is known in the files of their kinds.
 */

#include "config.h"

#include "next-step-private.h"

#include "pair.h"

typedef enum
{
  CHANGE_METHOD,
  CHANGE_URL,
  CHANGE_FIELD,
  CHANGE_DROP_FIELD,
  CHANGE_DROP_FIELDS,
  CHANGE_MEDIA_TYPE,
  CHANGE_PROTOCOL,
} ChangeKind;

typedef struct
{
  ChangeKind  kind;
  char       *name;
  char       *value;
  RtProtocol  protocol;
} Change;

struct _RtNextStep
{
  GObject parent_instance;

  char *id;
  char *label;
  char *words;
  guint wait;
  gboolean wants_credentials;
  GPtrArray *changes;
};

G_DEFINE_FINAL_TYPE (RtNextStep, rt_next_step, G_TYPE_OBJECT)

static void
change_free (gpointer data)
{
  Change *self = data;

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_free (self);
}

static Change *
add_change (RtNextStep *self,
            ChangeKind  kind,
            const char *name,
            const char *value)
{
  Change *change = g_new0 (Change, 1);

  change->kind = kind;
  change->name = g_strdup (name);
  change->value = g_strdup (value);
  g_ptr_array_add (self->changes, change);

  return change;
}

static gboolean
has_name (RtPair     *pair,
          const char *name)
{
  return rt_pair_get_enabled (pair) && g_ascii_strcasecmp (rt_pair_get_name (pair), name) == 0;
}

/* Switches all enabled fields @name off, but the one at @keep. */
static gboolean
switch_off (RtRequest  *request,
            const char *name,
            int         keep)
{
  GListModel *fields = G_LIST_MODEL (rt_request_get_fields (request));
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (fields, i);

      if ((int) i == keep || !has_name (pair, name))
        continue;
      rt_pair_set_enabled (pair, FALSE);
      found = TRUE;
    }

  return found;
}

static int
find_field (RtRequest  *request,
            const char *name)
{
  GListModel *fields = G_LIST_MODEL (rt_request_get_fields (request));

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (fields, i);

      if (has_name (pair, name))
        return i;
    }

  return -1;
}

static void
apply_field (RtRequest  *request,
             const char *name,
             const char *value)
{
  GListModel *fields = G_LIST_MODEL (rt_request_get_fields (request));
  int position = find_field (request, name);
  g_autoptr(RtPair) pair = NULL;

  if (position < 0)
    {
      rt_request_add_field (request, name, value);
      return;
    }
  pair = g_list_model_get_item (fields, position);
  rt_pair_set_value (pair, value);
  switch_off (request, name, position);
}

static void
apply_drop_field (RtRequest  *request,
                  const char *name)
{
  if (switch_off (request, name, -1))
    return;
  if (g_ascii_strcasecmp (name, "Cookie") == 0)
    rt_request_set_use_cookies (request, FALSE);
  else if (g_ascii_strcasecmp (name, "Authorization") == 0)
    rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_NONE);
  else
    rt_request_set_automatic_removed (request, name, TRUE);
}

static void
apply_drop_fields (RtRequest *request)
{
  GListModel *fields = G_LIST_MODEL (rt_request_get_fields (request));

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (fields, i);

      rt_pair_set_enabled (pair, FALSE);
    }
  rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_NONE);
  rt_request_set_use_cookies (request, FALSE);
}

static void
apply_drop_content (RtRequest *request)
{
  static const char *const names[] = { "Content-Type", "Content-Length", "Content-Encoding",
                                       "Content-Language", "Content-Location", "Content-Range",
                                       "Content-MD5", "Content-Digest", "Digest", "Expect",
                                       "Transfer-Encoding", "Trailer" };

  rt_request_set_content_kind (request, RT_CONTENT_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    switch_off (request, names[i], -1);
}

static gboolean
has_no_content (const char *method)
{
  static const char *const methods[] = { "GET", "HEAD", "OPTIONS", "TRACE", NULL };

  return g_strv_contains (methods, method);
}

static void
apply_method (RtRequest  *request,
              const char *method)
{
  rt_request_set_method (request, method);
  if (has_no_content (method))
    apply_drop_content (request);
}

/* What belongs to one origin does not go to another. */
static void
leave_credentials (RtRequest *request)
{
  static const char *const names[] = { "Authorization", "Cookie", "Cookie2" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    switch_off (request, names[i], -1);
  rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_NONE);
}

static void
apply_url (RtRequest  *request,
           const char *text)
{
  g_autoptr(RtUrl) before = rt_url_parse (rt_request_get_url (request), NULL);
  g_autoptr(RtUrl) after = rt_url_parse (text, NULL);

  /* The new URL has no place for a user, who is kept where logins are. */
  rt_request_move_userinfo (request);
  if (before == NULL || after == NULL || !rt_url_same_origin (before, after))
    leave_credentials (request);
  if (before == NULL || after == NULL
      || g_strcmp0 (rt_url_get_authority (before), rt_url_get_authority (after)) != 0)
    switch_off (request, "Host", -1);
  rt_request_set_url (request, text);
}

static void
apply_media_type (RtRequest  *request,
                  const char *media_type)
{
  RtContentKind kind = rt_request_get_content_kind (request);

  if (find_field (request, "Content-Type") >= 0
      || (kind != RT_CONTENT_TEXT && kind != RT_CONTENT_FILE))
    apply_field (request, "Content-Type", media_type);
  else
    rt_request_set_media_type (request, media_type);
}

static void
apply_change (RtRequest    *request,
              const Change *change)
{
  switch (change->kind)
    {
    case CHANGE_METHOD:
      apply_method (request, change->value);
      break;
    case CHANGE_URL:
      apply_url (request, change->value);
      break;
    case CHANGE_FIELD:
      apply_field (request, change->name, change->value);
      break;
    case CHANGE_DROP_FIELD:
      apply_drop_field (request, change->name);
      break;
    case CHANGE_DROP_FIELDS:
      apply_drop_fields (request);
      break;
    case CHANGE_MEDIA_TYPE:
      apply_media_type (request, change->value);
      break;
    case CHANGE_PROTOCOL:
      rt_request_set_protocol (request, change->protocol);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
rt_next_step_finalize (GObject *object)
{
  RtNextStep *self = RT_NEXT_STEP (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_next_step_parent_class)->finalize (object);
}

static void
rt_next_step_class_init (RtNextStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_next_step_finalize;
}

static void
rt_next_step_init (RtNextStep *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

const char *
rt_next_step_get_id (RtNextStep *self)
{
  g_return_val_if_fail (RT_IS_NEXT_STEP (self), NULL);

  return self->id;
}

const char *
rt_next_step_get_label (RtNextStep *self)
{
  g_return_val_if_fail (RT_IS_NEXT_STEP (self), NULL);

  return self->label;
}

const char *
rt_next_step_get_words (RtNextStep *self)
{
  g_return_val_if_fail (RT_IS_NEXT_STEP (self), NULL);

  return self->words;
}

guint
rt_next_step_get_wait (RtNextStep *self)
{
  g_return_val_if_fail (RT_IS_NEXT_STEP (self), 0);

  return self->wait;
}

gboolean
rt_next_step_wants_credentials (RtNextStep *self)
{
  g_return_val_if_fail (RT_IS_NEXT_STEP (self), FALSE);

  return self->wants_credentials;
}

void
rt_next_step_apply (RtNextStep *self,
                    RtRequest  *request)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  for (guint i = 0; i < self->changes->len; i++)
    apply_change (request, self->changes->pdata[i]);
}

RtNextStep *
rt_next_step_new (const char *id,
                  const char *label,
                  const char *words)
{
  RtNextStep *self;

  g_return_val_if_fail (id != NULL && label != NULL && words != NULL, NULL);

  self = g_object_new (RT_TYPE_NEXT_STEP, NULL);
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->words = g_strdup (words);

  return self;
}

void
rt_next_step_set_wait (RtNextStep *self,
                       guint       seconds)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  self->wait = seconds;
}

void
rt_next_step_set_wants_credentials (RtNextStep *self)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  self->wants_credentials = TRUE;
}

void
rt_next_step_set_method (RtNextStep *self,
                         const char *method)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  add_change (self, CHANGE_METHOD, NULL, method);
}

void
rt_next_step_set_url (RtNextStep *self,
                      const char *url)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  add_change (self, CHANGE_URL, NULL, url);
}

void
rt_next_step_set_field (RtNextStep *self,
                        const char *name,
                        const char *value)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  add_change (self, CHANGE_FIELD, name, value);
}

void
rt_next_step_drop_field (RtNextStep *self,
                         const char *name)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  add_change (self, CHANGE_DROP_FIELD, name, NULL);
}

void
rt_next_step_set_media_type (RtNextStep *self,
                             const char *media_type)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  add_change (self, CHANGE_MEDIA_TYPE, NULL, media_type);
}

void
rt_next_step_set_protocol (RtNextStep *self,
                           RtProtocol  protocol)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  add_change (self, CHANGE_PROTOCOL, NULL, NULL)->protocol = protocol;
}

void
rt_next_step_drop_fields (RtNextStep *self)
{
  g_return_if_fail (RT_IS_NEXT_STEP (self));

  add_change (self, CHANGE_DROP_FIELDS, NULL, NULL);
}
