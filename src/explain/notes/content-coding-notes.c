/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "content": compression: asked for, given, and whether it is worth
 * it (RFC 9110 section 8.4).
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "accepting.h"
#include "content-private.h"
#include "format.h"
#include "saying.h"

#define SECTION "RFC 9110, section 8.4"

/* Below this the head outweighs what is saved. */
#define WORTH_IT_MIN 2048
/* So much is compressed to see what it would save. */
#define TRIED_MAX (256 * 1024)
/* Savings of which it is worth to speak, in percent. */
#define SAVING_MIN 30

/* Percent saved by gzip, by its first bytes; 0 when it cannot be told. */
static guint
measure_saving (const RtContentSeen *seen)
{
  g_autoptr(GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  gsize length = MIN (seen->length, TRIED_MAX);
  gsize room = length + 1024;
  g_autofree guint8 *out = g_malloc (room);
  gsize read = 0, written = 0;
  GConverterResult result =
    g_converter_convert (G_CONVERTER (gzip), seen->data, length, out, room,
                         G_CONVERTER_INPUT_AT_END, &read, &written, NULL);

  if (result != G_CONVERTER_FINISHED || written >= length)
    return 0;

  return (guint) ((length - written) * 100 / length);
}

/* gzip, br, zstd, deflate: one of those that the request welcomed. */
static gboolean
asked_for_compression (const RtCase *self)
{
  static const char *const codings[] = { "gzip", "br", "zstd", "deflate" };
  g_autofree char *asked = rt_case_dup_request (self, "Accept-Encoding");

  for (guint i = 0; asked != NULL && i < G_N_ELEMENTS (codings); i++)
    if (rt_accepting_rate_coding (asked, codings[i]) > 0)
      return TRUE;

  return FALSE;
}

static void
explain_uncompressed (RtCase              *self,
                      const RtContentSeen *seen)
{
  g_autofree char *size = NULL;
  g_autofree char *smaller = NULL;
  guint saving;

  if (seen->length < WORTH_IT_MIN || seen->type == NULL || self->status == 206 ||
      !(rt_media_type_is_text (seen->type) ||
        g_str_equal (rt_media_type_get_essence (seen->type), "image/svg+xml")) ||
      !asked_for_compression (self))
    return;

  saving = measure_saving (seen);
  if (saving < SAVING_MIN)
    return;
  size = rt_format_size (seen->length);
  smaller = rt_format_size (seen->length * (100 - saving) / 100);
  rt_say (self, RT_NOTE_ON_CONTENT, "content-not-compressed", RT_NOTE_INFO, SECTION,
          _("The text was not compressed, though you accept it."),
          _("It took %s on the way. gzip would make about %s of it, %u %% less."), size, smaller,
          saving);
}

static gboolean
is_packed_type (const RtMediaType *type)
{
  static const char *const types[] = {
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "application/zip",
    "application/gzip", "application/x-gzip", "font/woff", "font/woff2", "video/mp4",
    "audio/mpeg", NULL
  };

  return type != NULL && g_strv_contains (types, rt_media_type_get_essence (type));
}

static void
explain_gain (RtCase     *self,
              const char *quoted)
{
  guint64 before = self->sizes.content_decoded, after = self->sizes.content_encoded;
  g_autofree char *large = rt_format_size (before);
  g_autofree char *small = rt_format_size (after);

  /* Alike: nothing was gained or lost, or it was not undone. */
  if (after == before)
    return;
  if (after > before)
    rt_say_response (self, "Content-Encoding", "content-compressed-larger", RT_NOTE_INFO, SECTION,
                     _("Compression made the content larger."),
                     _("With %s it took %s; without, %s. Small content is best left as it is."),
                     quoted, small, large);
  else
    rt_say_response (self, "Content-Encoding", "content-compressed", RT_NOTE_GOOD, SECTION,
                     _("The content was compressed on the way."),
                     _("With %s it took %s for %s: %u %% less."), quoted, small, large,
                     (guint) ((before - after) * 100 / before));
}

void
rt_content_explain_coding (RtCase              *self,
                           const RtContentSeen *seen)
{
  g_autofree char *coding = rt_case_dup_response (self, "Content-Encoding");
  g_autofree char *quoted = NULL;

  if (coding == NULL)
    {
      explain_uncompressed (self, seen);
      return;
    }

  quoted = rt_case_quote (coding);
  if (!rt_case_is_whole (self) || !rt_case_may_have_content (self) ||
      self->sizes.content_encoded == 0 || self->sizes.content_decoded == 0)
    return;
  if (is_packed_type (seen->type))
    rt_say_response (self, "Content-Encoding", "content-compressed-twice", RT_NOTE_INFO, SECTION,
                     _("Something that is compressed already was compressed again."),
                     _("“%s” is packed by itself; %s on top costs time and saves next to nothing."),
                     rt_media_type_get_essence (seen->type), quoted);
  else
    explain_gain (self, quoted);
}
