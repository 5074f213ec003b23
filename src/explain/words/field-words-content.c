/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in words: sizes, codings, ranges, names of files, wishes. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "accepting.h"
#include "byte-range.h"
#include "content-disposition.h"
#include "directives.h"
#include "field-words-private.h"
#include "format.h"
#include "text.h"

#define RANGES_MAX 4

char *
rt_words_size (const char *value,
               gint64      now)
{
  gint64 size;

  return rt_directive_read_digits (value, &size) && size >= 1000 ? rt_format_size (size) : NULL;
}

char *
rt_words_coding (const char *value,
                 gint64      now)
{
  static const struct { const char *name; const char *words; } known[] = {
    { "gzip", N_("compressed with gzip") },
    { "x-gzip", N_("compressed with gzip") },
    { "br", N_("compressed with Brotli") },
    { "zstd", N_("compressed with Zstandard") },
    { "deflate", N_("compressed with zlib") },
    { "compress", N_("compressed with the compress of old Unix") },
    { "dcb", N_("compressed with Brotli and a dictionary") },
    { "dcz", N_("compressed with Zstandard and a dictionary") },
    { "identity", N_("not coded") },
  };
  g_autoptr(GPtrArray) codings = rt_directives_parse (value, -1);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < codings->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (known); j++)
      if (g_ascii_strcasecmp (((RtDirective *) codings->pdata[i])->name, known[j].name) == 0)
        /* Translators: joins two things that were done one after the other */
        rt_words_add (words, _(", then "), "%s", _(known[j].words));

  return rt_words_end (words);
}

char *
rt_words_content_range (const char *value,
                        gint64      now)
{
  g_auto(RtContentRange) range = { NULL, };
  g_autofree char *total = NULL;
  g_autofree char *size = NULL;
  g_autofree char *first = NULL;
  const char *trouble;

  rt_content_range_parse (value, &range, &trouble);
  if (trouble != NULL || g_ascii_strcasecmp (range.unit, "bytes") != 0)
    return NULL;

  total = range.total >= 0 ? rt_format_size (range.total) : g_strdup (_("an unknown length"));
  if (range.unsatisfied)
    return g_strdup_printf (_("no such part; the whole is %s"), total);

  size = rt_format_size (range.last - range.first + 1);
  if (range.first == 0)
    /* Translators: "the first 1 kB of 5 kB" */
    return g_strdup_printf (_("the first %s of %s"), size, total);
  if (range.total >= 0 && range.last == range.total - 1)
    return g_strdup_printf (_("the last %s of %s"), size, total);

  first = rt_format_count (range.first);
  return g_strdup_printf (_("%s of %s, from position %s"), size, total, first);
}

static void
add_range (GString           *words,
           const RtByteRange *range)
{
  gint64 length = range->last - range->first + 1;
  g_autofree char *size = NULL;
  g_autofree char *first = NULL;

  if (range->first < 0)
    {
      size = rt_format_size (range->last);
      rt_words_add (words, ", ", _("the last %s"), size);
      return;
    }
  first = rt_format_count (range->first);
  if (range->last < 0)
    {
      rt_words_add (words, ", ", _("all from position %s on"), first);
      return;
    }

  size = rt_format_size (length);
  if (range->first == 0)
    rt_words_add (words, ", ", _("the first %s"), size);
  else
    rt_words_add (words, ", ", _("%s from position %s"), size, first);
}

char *
rt_words_range (const char *value,
                gint64      now)
{
  const char *trouble;
  g_autoptr(GArray) ranges = rt_byte_ranges_parse (value, &trouble);
  g_autoptr(GString) words = g_string_new (NULL);

  if (ranges == NULL)
    return NULL;

  for (guint i = 0; i < ranges->len && i < RANGES_MAX; i++)
    add_range (words, &g_array_index (ranges, RtByteRange, i));
  if (ranges->len > RANGES_MAX)
    rt_words_add (words, ", ", g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                            ranges->len - RANGES_MAX), ranges->len - RANGES_MAX);

  return rt_words_end (words);
}

char *
rt_words_disposition (const char *value,
                      gint64      now)
{
  g_autoptr(RtContentDisposition) disposition = rt_content_disposition_parse (value);
  const char *type = rt_content_disposition_get_type (disposition);
  const char *name = rt_content_disposition_get (disposition, "filename");
  g_autofree char *text = name != NULL ? rt_text_from_wire (name, -1) : NULL;

  if (g_str_equal (type, "attachment"))
    return text != NULL ? g_strdup_printf (_("to be saved as “%s”"), text)
                        : g_strdup (_("to be saved as a file"));
  if (g_str_equal (type, "inline"))
    return text != NULL ? g_strdup_printf (_("to be shown; when saved, as “%s”"), text)
                        : g_strdup (_("to be shown"));

  return NULL;
}

char *
rt_words_accept (const char *value,
                 gint64      now)
{
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);

  if (members->len == 0)
    return NULL;
  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);
      gboolean is_bad;

      rt_directive_get_quality (member, &is_bad);
      if (is_bad || *member->name == '\0')
        return NULL;
    }

  return rt_accepting_words (value);
}
