/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading and the comparison of entity tags. */

#include "entity-tag.h"

#include <string.h>

static gboolean
is_tag_char (char c)
{
  return c == 0x21 || ((guchar) c >= 0x23 && (guchar) c <= 0x7e) || (guchar) c >= 0x80;
}

static gboolean
is_opaque (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_tag_char (text[i]))
      return FALSE;

  return TRUE;
}

/* The part behind W/. */
static RtEntityTagTrouble
read_opaque (const char *text,
             char      **opaque)
{
  gsize length = strlen (text);

  if (length >= 2 && text[0] == '"' && text[length - 1] == '"')
    {
      *opaque = g_strndup (text + 1, length - 2);
      return is_opaque (text + 1, length - 2) ? RT_ENTITY_TAG_GOOD : RT_ENTITY_TAG_MALFORMED;
    }

  *opaque = g_strdup (text);
  if (length > 0 && strchr (text, '"') == NULL && is_opaque (text, length))
    return RT_ENTITY_TAG_UNQUOTED;

  return RT_ENTITY_TAG_MALFORMED;
}

RtEntityTag *
rt_entity_tag_parse (const char *text)
{
  RtEntityTag *self = g_new0 (RtEntityTag, 1);
  g_autofree char *bare = NULL;
  const char *rest;

  g_return_val_if_fail (text != NULL, self);

  bare = g_strstrip (g_strdup (text));
  rest = bare;
  if ((rest[0] == 'W' || rest[0] == 'w') && rest[1] == '/')
    {
      self->is_weak = TRUE;
      rest += 2;
    }
  self->trouble = read_opaque (rest, &self->opaque);
  if (self->trouble == RT_ENTITY_TAG_GOOD && self->is_weak && bare[0] == 'w')
    self->trouble = RT_ENTITY_TAG_SMALL_W;

  return self;
}

void
rt_entity_tag_free (RtEntityTag *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->opaque, g_free);
  g_free (self);
}

/* The end of the tag at @at: a comma counts only outside the quotes. */
static const char *
find_end (const char *at)
{
  gboolean quoted = FALSE;

  for (; *at != '\0' && (quoted || *at != ','); at++)
    if (*at == '"')
      quoted = !quoted;

  return at;
}

GPtrArray *
rt_entity_tags_parse (const char *text)
{
  g_autoptr(GPtrArray) tags =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_entity_tag_free);

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      const char *end = find_end (text);
      g_autofree char *one = g_strstrip (g_strndup (text, end - text));

      if (*one != '\0')
        {
          RtEntityTag *tag = rt_entity_tag_parse (one);

          g_ptr_array_add (tags, tag);
          if (tag->trouble != RT_ENTITY_TAG_GOOD)
            return NULL;
        }
      text = *end == ',' ? end + 1 : end;
    }

  return tags->len > 0 ? g_steal_pointer (&tags) : NULL;
}

gboolean
rt_entity_tag_matches (const RtEntityTag *self,
                       const RtEntityTag *other,
                       gboolean           strongly)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (strongly && (self->is_weak || other->is_weak))
    return FALSE;

  return g_strcmp0 (self->opaque, other->opaque) == 0;
}
