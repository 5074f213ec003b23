/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns how documents are named. Knows none of them. */

#include "citation.h"

#include <string.h>

/* "rfc", in any case, and what follows it but spaces and marks; NULL when @text
 * does not begin so. */
static const char *
skip_word (const char *text,
           const char *word)
{
  if (g_ascii_strncasecmp (text, word, strlen (word)) != 0)
    return NULL;
  text += strlen (word);

  return text + strspn (text, " ,;#-.");
}

static const char *
skip_section_word (const char *text)
{
  static const char *const words[] = { "section", "sec", "§" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *rest = skip_word (text, words[i]);

      if (rest != NULL)
        return rest;
    }

  return NULL;
}

/* "15.5.5", and perhaps a dot; nothing may follow. */
static char *
read_section (const char *text)
{
  gsize length = strspn (text, "0123456789.");

  if (text[length] != '\0' || !g_ascii_isdigit (*text) || strstr (text, "..") != NULL)
    return NULL;

  return g_strndup (text, text[length - 1] == '.' ? length - 1 : length);
}

RtCitation *
rt_citation_parse (const char *text)
{
  g_autoptr (RtCitation) self = g_new0 (RtCitation, 1);
  const char *rest;

  g_return_val_if_fail (text != NULL, NULL);

  rest = skip_word (text, "rfc");
  if (rest != NULL)
    {
      gsize length = strspn (rest, "0123456789");

      if (length == 0)
        return NULL;
      self->document = g_strdup_printf ("RFC %.*s", (int) length, rest);
      text = rest + length;
      text += strspn (text, " ,;#-");
      if (*text == '\0')
        return g_steal_pointer (&self);
    }

  rest = skip_section_word (text);
  self->section = read_section (rest != NULL ? rest : text);
  /* A number alone is a status code. */
  if (self->section == NULL
      || (self->document == NULL && rest == NULL && strchr (self->section, '.') == NULL))
    return NULL;

  return g_steal_pointer (&self);
}

/* "RFC 9110" is in "RFC 9110, section 15", and not in "RFC 91101". */
static gboolean
is_document (const char *document,
             const char *specification)
{
  gsize length = strlen (document);

  return strncmp (specification, document, length) == 0
         && (specification[length] == '\0' || specification[length] == ',');
}

RtCited
rt_citation_compare (const RtCitation *self,
                     const char       *specification)
{
  const char *section;
  gsize length;

  g_return_val_if_fail (self != NULL && specification != NULL, RT_CITED_NOT);

  if (self->document != NULL && !is_document (self->document, specification))
    return RT_CITED_NOT;
  if (self->section == NULL)
    return RT_CITED_WITHIN;

  section = strstr (specification, ", section ");
  length = strlen (self->section);
  if (section == NULL || strncmp (section + strlen (", section "), self->section, length) != 0)
    return RT_CITED_NOT;
  section += strlen (", section ") + length;

  return *section == '\0' ? RT_CITED_EXACTLY : *section == '.' ? RT_CITED_WITHIN : RT_CITED_NOT;
}

void
rt_citation_free (RtCitation *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->section, g_free);
  g_free (self);
}
