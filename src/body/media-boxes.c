/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over boxes, whatever is in them. */

#include "config.h"

#include "media-boxes.h"

/* A length of 1: it stands behind the name, in 64 bits. Of 0: to the end. */
gboolean
rt_media_walk_next (RtMediaWalk *walk)
{
  RtMediaBytes rest = walk->rest;
  guint64 length = rt_media_be (rest, 0, 4);
  guint head = 8;

  if (rest.length < 8 || *walk->budget == 0)
    return FALSE;
  if (length == 1)
    {
      length = rt_media_be (rest, 8, 8);
      head = 16;
    }
  else if (length == 0)
    {
      length = rest.length;
    }
  if (length < head)
    return FALSE;

  *walk->budget -= 1;
  walk->name = rt_media_part (rest, 4, 4);
  walk->content = rt_media_part (rest, head, length - head);
  walk->is_whole = walk->content.length == length - head;
  walk->rest = rt_media_part (rest, length, G_MAXUINT64);

  return TRUE;
}

gboolean
rt_media_walk_next_named (RtMediaWalk *walk,
                          const char  *name)
{
  while (rt_media_walk_next (walk))
    if (rt_media_is (walk->name, 0, name))
      return TRUE;

  return FALSE;
}

RtMediaBytes
rt_media_find_box (RtMediaBytes  bytes,
                   const char   *path,
                   guint        *budget)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  RtMediaWalk walk = { .content = bytes, .budget = budget };

  for (guint i = 0; names[i] != NULL; i++)
    {
      walk.rest = walk.content;
      if (!rt_media_walk_next_named (&walk, names[i]))
        return (RtMediaBytes) { NULL, 0 };
    }

  return walk.content;
}
