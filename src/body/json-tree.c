/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tree: its feed and index, and the way from a node to its children. From a
 * place to its node goes json-tree-locate.c; what a node says stands in
 * json-tree-text.c, where it is in json-tree-path.c.
 */

#include "config.h"

#include "json-tree-read.h"

struct _RtJsonTree
{
  GObject parent_instance;

  gboolean         several;
  RtJsonFeed      *feed;
  RtJsonTreeIndex *index; /* the feed's; under its lock */
};

G_DEFINE_FINAL_TYPE (RtJsonTree, rt_json_tree, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Not in dispose: whoever still has the object may read what there is. */
static void
rt_json_tree_finalize (GObject *object)
{
  RtJsonTree *self = RT_JSON_TREE (object);

  g_clear_pointer (&self->feed, rt_json_feed_close);

  G_OBJECT_CLASS (rt_json_tree_parent_class)->finalize (object);
}

static void
rt_json_tree_class_init (RtJsonTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rt_json_tree_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_json_tree_init (RtJsonTree *self)
{
}

static void
tell_cb (gpointer owner)
{
  g_signal_emit (owner, signals[CHANGED], 0);
}

RtJsonTree *
rt_json_tree_new (RtDecodedText *text,
                  gboolean       several)
{
  static const RtJsonFeedFuncs funcs = {
    .take_tokens = (gpointer) rt_json_tree_index_take_tokens,
    .free_index = (gpointer) rt_json_tree_index_free,
    .changed = tell_cb,
  };
  RtJsonTree *self;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (text), NULL);

  self = g_object_new (RT_TYPE_JSON_TREE, NULL);
  self->several = several;
  self->index = rt_json_tree_index_new ();
  self->feed = rt_json_feed_new (text, several, &funcs, self->index, G_OBJECT (self));

  return self;
}

const RtJsonFlaw *
rt_json_tree_get_flaw (RtJsonTree *self)
{
  g_return_val_if_fail (RT_IS_JSON_TREE (self), NULL);

  return rt_json_feed_get_flaw (self->feed);
}

gboolean
rt_json_tree_is_complete (RtJsonTree *self)
{
  g_return_val_if_fail (RT_IS_JSON_TREE (self), TRUE);

  return rt_json_feed_is_done (self->feed);
}

RtJsonTreeIndex *
rt_json_tree_begin (RtJsonTree   *self,
                    RtJsonSource *source)
{
  const RtJsonView *view = rt_json_feed_begin (self->feed);

  *source = (RtJsonSource) { view->text, self->index->limit, self->index->longs };

  return self->index;
}

void
rt_json_tree_end (RtJsonTree *self)
{
  rt_json_feed_end (self->feed);
}

gboolean
rt_json_tree_has_several (RtJsonTree *self)
{
  return self->several;
}

gsize
rt_json_tree_get_index_size (RtJsonTree *self)
{
  RtJsonSource source;
  gsize size;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), 0);

  size = rt_json_tree_index_get_size (rt_json_tree_begin (self, &source));
  rt_json_tree_end (self);

  return size + rt_json_feed_get_size (self->feed);
}

gboolean
rt_json_tree_get_root (RtJsonTree *self,
                       RtJsonNode *root)
{
  RtJsonNode documents;
  gboolean found;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), FALSE);
  g_return_val_if_fail (root != NULL, FALSE);

  if (!self->several)
    {
      documents = (RtJsonNode) { .kind = RT_JSON_DOCUMENTS };
      return rt_json_tree_get_children (self, &documents, 0, 1, root) == 1;
    }
  rt_json_feed_begin (self->feed);
  rt_json_children_root (self->index, root);
  root->unfinished = FALSE;
  found = rt_json_children_count (self->index, NULL, root) > 0;
  rt_json_tree_end (self);

  return found;
}

guint64
rt_json_tree_count (RtJsonTree       *self,
                    const RtJsonNode *parent)
{
  RtJsonTreeIndex *index;
  RtJsonSource source;
  guint64 n;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), 0);
  g_return_val_if_fail (parent != NULL, 0);

  index = rt_json_tree_begin (self, &source);
  n = rt_json_children_count (index, source.text, parent);
  rt_json_tree_end (self);

  return n;
}

gsize
rt_json_tree_get_children (RtJsonTree       *self,
                           const RtJsonNode *parent,
                           guint64           first,
                           gsize             n,
                           RtJsonNode       *children)
{
  RtJsonTreeIndex *index;
  RtJsonSource source;
  RtJsonChildren walk;
  gsize filled = 0;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), 0);
  g_return_val_if_fail (parent != NULL, 0);
  g_return_val_if_fail (children != NULL || n == 0, 0);

  index = rt_json_tree_begin (self, &source);
  rt_json_children_init (&walk, index, source.text, parent, first, G_MAXUINT64);
  while (filled < n && rt_json_children_next (&walk, &children[filled]))
    if (children[filled].index >= first)
      filled++;
  rt_json_tree_end (self);

  return filled;
}

gboolean
rt_json_kind_is_container (RtJsonKind kind)
{
  return kind <= RT_JSON_ARRAY;
}
