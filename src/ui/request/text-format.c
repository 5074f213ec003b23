/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hands the text to the re-indenter of its format. */

#include "config.h"

#include "text-format.h"

#include "json-pretty.h"
#include "media-type.h"
#include "xml-pretty.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
rt_text_flaw_clear (RtTextFlaw *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->words, g_free);
}

gboolean
rt_text_format_knows (const char *media_type)
{
  g_autoptr (RtMediaType) type = media_type != NULL ? rt_media_type_parse (media_type) : NULL;

  return type != NULL && (rt_media_type_is_json (type) || rt_media_type_is_xml (type));
}

static GString *
format_json (const char *text,
             gboolean    several,
             RtTextFlaw *flaw)
{
  g_auto (RtJsonFlaw) found = { 0 };
  GString *pretty = rt_json_pretty (text, strlen (text), several, 0, NULL, &found);

  if (pretty == NULL)
    {
      flaw->line = found.line - 1;
      flaw->column = found.column - 1;
      flaw->words = g_strdup_printf (_("Line %u, column %u: %s."), found.line, found.column,
                                     found.message);
    }

  return pretty;
}

static GString *
format_xml (const char *text,
            RtTextFlaw *flaw)
{
  guint line = 1;
  g_autofree char *message = NULL;
  GString *pretty = rt_xml_pretty (text, strlen (text), &line, &message);

  if (pretty == NULL)
    {
      flaw->line = line - 1;
      flaw->words = g_strdup_printf (_("Line %u: %s."), line, message);
    }

  return pretty;
}

char *
rt_text_format (const char *media_type,
                const char *text,
                RtTextFlaw *flaw)
{
  g_autoptr (RtMediaType) type = NULL;
  GString *pretty;

  g_return_val_if_fail (rt_text_format_knows (media_type), NULL);
  g_return_val_if_fail (text != NULL && flaw != NULL, NULL);

  type = rt_media_type_parse (media_type);
  *flaw = (RtTextFlaw) { NULL, 0, 0 };
  pretty = rt_media_type_is_json (type)
             ? format_json (text, g_str_has_suffix (rt_media_type_get_essence (type), "-seq"), flaw)
             : format_xml (text, flaw);
  if (pretty == NULL)
    return NULL;
  if (pretty->len > 0 && pretty->str[pretty->len - 1] == '\n')
    g_string_truncate (pretty, pretty->len - 1);

  return g_string_free (pretty, FALSE);
}
