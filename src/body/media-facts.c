/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chooses the reader by the first bytes, and puts what it found into words. */

#include "config.h"

#include "media-facts.h"

#include "format.h"
#include "media-readers.h"
#include "signature.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char   *essence;
  RtMediaReader read;
} readers[] = {
  { "application/pdf", rt_media_read_pdf },
  { "audio/flac", rt_media_read_flac },
  { "audio/mp4", rt_media_read_mp4 },
  { "audio/mpeg", rt_media_read_mp3 },
  { "audio/ogg", rt_media_read_ogg },
  { "audio/wav", rt_media_read_wav },
  { "video/mp4", rt_media_read_mp4 },
  { "video/quicktime", rt_media_read_mp4 },
  { "video/webm", rt_media_read_matroska },
  { "video/x-msvideo", rt_media_read_avi },
};

void
rt_media_facts_read (const guint8 *data,
                     gsize         length,
                     gboolean      complete,
                     RtMediaFacts *facts)
{
  const RtSignature *signature;

  g_return_if_fail (data != NULL || length == 0);
  g_return_if_fail (facts != NULL);

  *facts = (RtMediaFacts) { 0 };
  signature = rt_signature_find (data, length);
  for (gsize i = 0; signature != NULL && i < G_N_ELEMENTS (readers); i++)
    if (strcmp (signature->essence, readers[i].essence) == 0)
      readers[i].read ((RtMediaBytes) { data, length }, complete, facts);
}

void
rt_media_facts_set_duration (RtMediaFacts *facts,
                             guint64       units,
                             guint64       units_per_second)
{
  guint64 seconds;
  double rest;

  if (units_per_second == 0 || units / units_per_second > G_MAXINT32)
    return;

  seconds = units / units_per_second;
  rest = (double) (units % units_per_second) / (double) units_per_second;
  facts->duration = (gint64) seconds * G_USEC_PER_SEC + (gint64) (rest * G_USEC_PER_SEC);
}

void
rt_media_facts_set_size (RtMediaFacts *facts,
                         guint         width,
                         guint         height)
{
  if (width == 0 || height == 0)
    return;

  facts->width = width;
  facts->height = height;
}

static void
add (GString *words,
     char    *fact)
{
  g_autofree char *owned = fact;

  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, owned);
}

static void
add_duration (GString            *words,
              const RtMediaFacts *facts)
{
  g_autofree char *duration = rt_format_duration (facts->duration);

  add (words, facts->is_estimate
                /* Translators: a duration that follows from the size, "about 12 s" */
                ? g_strdup_printf (_("about %s by its size"), duration)
                : g_steal_pointer (&duration));
}

static void
add_sound (GString            *words,
           const RtMediaFacts *facts)
{
  if (facts->channels == 1)
    add (words, g_strdup (_("mono")));
  else if (facts->channels == 2)
    add (words, g_strdup (_("stereo")));
  else if (facts->channels > 2)
    add (words, g_strdup_printf (ngettext ("%u channel", "%u channels", facts->channels),
                                 facts->channels));
  if (facts->sample_rate > 0)
    /* Translators: samples of sound in a second, "44.1 kHz" */
    add (words, g_strdup_printf (_("%g kHz"), facts->sample_rate / 1000.0));
}

static void
add_document (GString            *words,
              const RtMediaFacts *facts)
{
  if (facts->version[0] != '\0')
    /* Translators: the version of a document's format, "PDF 1.7" */
    add (words, g_strdup_printf (_("PDF %s"), facts->version));
  if (facts->pages > 0)
    add (words, g_strdup_printf (ngettext ("%u page", "%u pages", facts->pages), facts->pages));
  if (facts->has_trailer)
    add (words, g_strdup (facts->is_encrypted ? _("encrypted") : _("not encrypted")));
}

char *
rt_media_facts_dup_words (const RtMediaFacts *facts)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (facts != NULL, NULL);

  if (facts->width > 0)
    /* Translators: width and height of a video */
    add (words, g_strdup_printf (_("%u × %u pixels"), facts->width, facts->height));
  if (facts->duration > 0)
    add_duration (words, facts);
  add_sound (words, facts);
  add_document (words, facts);

  return g_string_free (words, words->len == 0);
}
