/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Both directions of the bridge, and the guard that keeps one from answering
 * the other. What a URL's query means is the engine's (query.h).
 */

#include "config.h"

#include "url-parameters.h"

#include "query.h"

struct _RtUrlParameters
{
  GObject     parent_instance;

  RtRequest  *request;
  GListStore *pairs;
  gulong      url_handler;
  gboolean    syncing;
};

G_DEFINE_FINAL_TYPE (RtUrlParameters, rt_url_parameters, G_TYPE_OBJECT)

static void
write_url (RtUrlParameters *self)
{
  g_autofree char *url = NULL;

  if (self->syncing || self->request == NULL)
    return;
  self->syncing = TRUE;
  url = rt_query_replace (rt_request_get_url (self->request),
                          G_LIST_MODEL (self->pairs));
  rt_request_set_url (self->request, url);
  self->syncing = FALSE;
}

/* Gives the pair at @position, or NULL when it is not @enabled. */
static gboolean
is_enabled_at (RtUrlParameters *self,
               guint            position)
{
  g_autoptr (RtPair) pair = g_list_model_get_item (G_LIST_MODEL (self->pairs), position);

  return pair == NULL || rt_pair_get_enabled (pair);
}

/* Pairs are changed in place, so that the rows that show them stay, and those
 * that are switched off keep their places. */
static void
read_url (RtUrlParameters *self)
{
  g_autoptr (GPtrArray) parsed = NULL;
  guint position = 0;

  if (self->syncing || self->request == NULL)
    return;
  self->syncing = TRUE;
  parsed = rt_query_parse (rt_request_get_url (self->request));

  for (guint i = 0; i < parsed->len; i++, position++)
    {
      RtPair *new_pair = g_ptr_array_index (parsed, i);
      g_autoptr (RtPair) pair = NULL;

      while (!is_enabled_at (self, position))
        position++;
      pair = g_list_model_get_item (G_LIST_MODEL (self->pairs), position);
      if (pair == NULL)
        {
          g_list_store_append (self->pairs, new_pair);
          continue;
        }
      rt_pair_set_name (pair, rt_pair_get_name (new_pair));
      rt_pair_set_value (pair, rt_pair_get_value (new_pair));
    }

  while (position < g_list_model_get_n_items (G_LIST_MODEL (self->pairs)))
    {
      if (is_enabled_at (self, position))
        g_list_store_remove (self->pairs, position);
      else
        position++;
    }
  self->syncing = FALSE;
}

static void
pairs_changed_cb (GListModel      *model,
                  guint            position,
                  guint            removed,
                  guint            added,
                  RtUrlParameters *self)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (RtPair) pair = g_list_model_get_item (model, position + i);

      /* A pair may leave the list and come back: once is enough. */
      g_signal_handlers_disconnect_by_func (pair, write_url, self);
      g_signal_connect_object (pair, "notify", G_CALLBACK (write_url), self,
                               G_CONNECT_SWAPPED);
    }
  write_url (self);
}

static void
rt_url_parameters_dispose (GObject *object)
{
  RtUrlParameters *self = RT_URL_PARAMETERS (object);

  rt_url_parameters_set_request (self, NULL);
  g_clear_object (&self->pairs);

  G_OBJECT_CLASS (rt_url_parameters_parent_class)->dispose (object);
}

static void
rt_url_parameters_class_init (RtUrlParametersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_url_parameters_dispose;
}

static void
rt_url_parameters_init (RtUrlParameters *self)
{
  self->pairs = g_list_store_new (RT_TYPE_PAIR);
  g_signal_connect_object (self->pairs, "items-changed",
                           G_CALLBACK (pairs_changed_cb), self, 0);
}

RtUrlParameters *
rt_url_parameters_new (void)
{
  return g_object_new (RT_TYPE_URL_PARAMETERS, NULL);
}

void
rt_url_parameters_set_request (RtUrlParameters *self,
                               RtRequest       *request)
{
  g_return_if_fail (RT_IS_URL_PARAMETERS (self));
  g_return_if_fail (request == NULL || RT_IS_REQUEST (request));

  if (self->request == request)
    return;
  if (self->request != NULL)
    g_clear_signal_handler (&self->url_handler, self->request);
  g_set_object (&self->request, request);
  if (request == NULL)
    return;

  self->syncing = TRUE;
  g_list_store_remove_all (self->pairs);
  self->syncing = FALSE;
  self->url_handler = g_signal_connect_object (request, "notify::url",
                                               G_CALLBACK (read_url), self,
                                               G_CONNECT_SWAPPED);
  read_url (self);
}

GListStore *
rt_url_parameters_get_pairs (RtUrlParameters *self)
{
  g_return_val_if_fail (RT_IS_URL_PARAMETERS (self), NULL);

  return self->pairs;
}
