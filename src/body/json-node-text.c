/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goes on from where it stands, with the tree's lock for one piece. */

#include "config.h"

#include "json-node-text.h"

#include "json-layout.h"
#include "json-string.h"
#include "json-tree-read.h"

#define PIECE (64 * 1024)

struct _RtJsonNodeText
{
  RtJsonTree    *tree;
  RtJsonNode     node;
  RtJsonTextForm form;
  guint64        at;     /* the next byte of what is given by the letter */
  guint64        end;    /* of that: the value, or a token of it */
  RtJsonLayout   layout;
};

RtJsonNodeText *
rt_json_node_text_new (RtJsonTree       *tree,
                       const RtJsonNode *node,
                       RtJsonTextForm    form)
{
  RtJsonNodeText *self;

  g_return_val_if_fail (RT_IS_JSON_TREE (tree), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  self = g_new0 (RtJsonNodeText, 1);
  self->tree = g_object_ref (tree);
  self->node = *node;
  self->form = form;
  self->layout = (RtJsonLayout) RT_JSON_LAYOUT_INIT;
  self->at = node->offset;
  self->end = form == RT_JSON_TEXT_PRETTY ? node->offset : node->end;
  if (form == RT_JSON_TEXT_VALUE && node->kind == RT_JSON_STRING)
    {
      self->at++;
      self->end--;
    }

  return self;
}

void
rt_json_node_text_free (RtJsonNodeText *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->tree);
  g_free (self);
}

/* Up to self->end. TRUE when it got there. */
static gboolean
read_letters (RtJsonNodeText     *self,
              const RtJsonSource *source,
              GString            *out)
{
  guint64 end = MIN (self->end, source->limit);
  gsize n = self->at < end ? MIN (end - self->at, PIECE) : 0;

  g_string_append_len (out, source->text + self->at, n);
  self->at += n;

  return self->at >= end;
}

static gboolean
read_string (RtJsonNodeText     *self,
             const RtJsonSource *source,
             GString            *out)
{
  guint64 end = MIN (self->end, source->limit);

  if (self->at < end)
    self->at += rt_json_string_decode_some (source->text + self->at, end - self->at, PIECE, out);

  return self->at >= end;
}

static void
append_joint (GString            *out,
              RtJsonJoint         joint,
              const RtJsonLayout *layout)
{
  if (joint == RT_JSON_JOINT_COLON)
    g_string_append (out, ": ");
  else if (joint != RT_JSON_JOINT_NONE)
    g_string_append_printf (out, "%s\n%*s", joint == RT_JSON_JOINT_COMMA_LINE ? "," : "",
                            (int) rt_json_layout_get_indent (layout), "");
}

static gboolean
read_pretty (RtJsonNodeText *self,
             RtJsonSource   *source,
             GString        *out)
{
  gsize stop = out->len + PIECE;
  RtJsonToken token;

  source->limit = MIN (source->limit, self->node.end);
  while (out->len < stop)
    {
      if (!read_letters (self, source, out))
        continue;
      if (!rt_json_walk (source, self->at, &token))
        return TRUE;
      append_joint (out, rt_json_layout_next (&self->layout, token.kind), &self->layout);
      self->at = token.start;
      self->end = token.end;
    }

  return FALSE;
}

gboolean
rt_json_node_text_read (RtJsonNodeText *self,
                        GString        *out)
{
  RtJsonSource source;
  gboolean done;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);

  rt_json_tree_begin (self->tree, &source);
  if (self->form == RT_JSON_TEXT_PRETTY)
    done = read_pretty (self, &source, out);
  else if (self->node.kind == RT_JSON_STRING)
    done = read_string (self, &source, out);
  else
    done = read_letters (self, &source, out);
  rt_json_tree_end (self->tree);

  return !done;
}
