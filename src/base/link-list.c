/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Comma lists and links. One pass over the bytes, nothing recursive. */

#include "link-list.h"

#include <string.h>

#define MEMBERS_MAX 1000

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\t')
    at++;

  return at;
}

/* Past a quoted string that begins at @at, or to the end of the text. */
static const char *
skip_quoted (const char *at)
{
  for (at++; *at != '\0' && *at != '"'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;

  return *at == '"' ? at + 1 : at;
}

/* To the comma that ends the member which begins at @at, or to the end. Only a
 * < at the start of a member opens a target. */
static const char *
find_end (const char *at)
{
  if (*at == '<')
    {
      const char *close = strchr (at, '>');

      if (close != NULL)
        at = close + 1;
    }
  while (*at != '\0' && *at != ',')
    at = *at == '"' ? skip_quoted (at) : at + 1;

  return at;
}

char **
rt_list_split (const char *value)
{
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  const char *at = value;

  g_return_val_if_fail (value != NULL, NULL);

  while (*(at = skip_space (at)) != '\0' && members->len < MEMBERS_MAX)
    {
      const char *end = find_end (at);
      g_autofree char *member = g_strchomp (g_strndup (at, end - at));

      if (member[0] != '\0')
        g_ptr_array_add (members, g_steal_pointer (&member));
      at = *end == ',' ? end + 1 : end;
    }
  g_ptr_array_add (members, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&members), FALSE);
}

static void
link_free (gpointer data)
{
  RtLink *self = data;

  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

static char *
unquote (const char *from,
         const char *to)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (to - from > 1 && to[-1] == '"')
    to--;
  for (from++; from < to; from++)
    {
      if (*from == '\\' && from + 1 < to)
        from++;
      g_string_append_c (text, *from);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
read_value (const char  *at,
            char       **value)
{
  const char *start = at;

  if (*at == '"')
    {
      at = skip_quoted (at);
      *value = unquote (start, at);
    }
  else
    {
      at += strcspn (at, "; \t");
      *value = g_strndup (start, at - start);
    }

  return at;
}

/* ";name=value" from after the semicolon. */
static const char *
read_parameter (RtLink     *self,
                const char *at)
{
  const char *start = at = skip_space (at);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  at += strcspn (at, "=; \t");
  name = g_ascii_strdown (start, at - start);
  at = skip_space (at);
  if (*at == '=')
    at = read_value (skip_space (at + 1), &value);
  if (name[0] != '\0')
    {
      g_ptr_array_add (self->names, g_steal_pointer (&name));
      g_ptr_array_add (self->values, value != NULL ? g_steal_pointer (&value) : g_strdup (""));
    }

  return at + strcspn (at, ";");
}

static RtLink *
parse_link (const char *member)
{
  const char *end = strchr (member, '>');
  RtLink *self;
  const char *at;

  if (member[0] != '<' || end == NULL)
    return NULL;

  self = g_new0 (RtLink, 1);
  self->target = g_strstrip (g_strndup (member + 1, end - member - 1));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  at = skip_space (end + 1);
  while (*at == ';' && self->names->len < MEMBERS_MAX)
    at = read_parameter (self, at + 1);

  return self;
}

GPtrArray *
rt_link_list_parse (const char *value)
{
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func (link_free);
  g_auto(GStrv) members = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  members = rt_list_split (value);
  for (guint i = 0; members[i] != NULL; i++)
    {
      RtLink *link = parse_link (members[i]);

      if (link != NULL)
        g_ptr_array_add (links, link);
    }

  return g_steal_pointer (&links);
}

const char *
rt_link_get_parameter (const RtLink *self,
                       const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (self->names->pdata[i], name))
      return self->values->pdata[i];

  return NULL;
}

gboolean
rt_link_has_rel (const RtLink *self,
                 const char   *type)
{
  const char *rel = rt_link_get_parameter (self, "rel");
  g_auto(GStrv) types = NULL;

  if (rel == NULL)
    return FALSE;
  types = g_strsplit_set (rel, " \t", -1);
  for (guint i = 0; types[i] != NULL; i++)
    if (g_ascii_strcasecmp (types[i], type) == 0)
      return TRUE;

  return FALSE;
}

const RtLink *
rt_link_list_find (GPtrArray  *links,
                   const char *type)
{
  g_return_val_if_fail (links != NULL, NULL);

  for (guint i = 0; i < links->len; i++)
    if (rt_link_get_parameter (links->pdata[i], "anchor") == NULL
        && rt_link_has_rel (links->pdata[i], type))
      return links->pdata[i];

  return NULL;
}
