/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of formats and the search in it. */

#include "config.h"

#include "signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gsize       offset;
  const char *magic;
  gsize       length;
  RtSignature format;
} Entry;

#define MAGIC(text) text, sizeof (text) - 1
#define BRAND(text) 4, "ftyp" text, sizeof (text) + 3

/* The first that fits holds. */
static const Entry entries[] = {
  { 0, MAGIC ("\211PNG\r\n\032\n"),
    { "image/png", N_("a PNG image"), " image/apng image/x-png ", RT_SIGNATURE_IMAGE } },
  { 0, MAGIC ("\377\330\377"),
    { "image/jpeg", N_("a JPEG image"), " image/jpg image/pjpeg ", RT_SIGNATURE_IMAGE } },
  { 0, MAGIC ("GIF87a"), { "image/gif", N_("a GIF image"), "", RT_SIGNATURE_IMAGE } },
  { 0, MAGIC ("GIF89a"), { "image/gif", N_("a GIF image"), "", RT_SIGNATURE_IMAGE } },
  { 8, MAGIC ("WEBPVP"), { "image/webp", N_("a WebP image"), "", RT_SIGNATURE_IMAGE } },
  { 8, MAGIC ("WAVE"),
    { "audio/wav", N_("WAV audio"), " audio/x-wav audio/wave audio/vnd.wave ",
      RT_SIGNATURE_AUDIO } },
  { 8, MAGIC ("AVI "),
    { "video/x-msvideo", N_("an AVI video"), " video/avi video/vnd.avi video/msvideo ",
      RT_SIGNATURE_VIDEO } },
  { 0, MAGIC ("\0\0\1\0"),
    { "image/vnd.microsoft.icon", N_("an icon"), " image/x-icon image/ico ",
      RT_SIGNATURE_IMAGE } },
  { 0, MAGIC ("II*\0"), { "image/tiff", N_("a TIFF image"), " image/tif ", RT_SIGNATURE_IMAGE } },
  { 0, MAGIC ("MM\0*"), { "image/tiff", N_("a TIFF image"), " image/tif ", RT_SIGNATURE_IMAGE } },
  { 0, MAGIC ("\377\012"), { "image/jxl", N_("a JPEG XL image"), "", RT_SIGNATURE_IMAGE } },
  { 0, MAGIC ("\0\0\0\014JXL \r\n\207\n"),
    { "image/jxl", N_("a JPEG XL image"), "", RT_SIGNATURE_IMAGE } },
  { BRAND ("avi"), { "image/avif", N_("an AVIF image"), "", RT_SIGNATURE_IMAGE } },
  { BRAND ("hei"),
    { "image/heic", N_("a HEIC image"), " image/heif image/heic-sequence ",
      RT_SIGNATURE_IMAGE } },
  { BRAND ("mif1"),
    { "image/heif", N_("a HEIF image"), " image/heic image/avif ", RT_SIGNATURE_IMAGE } },
  { BRAND ("M4A"),
    { "audio/mp4", N_("MPEG-4 audio"), " audio/x-m4a audio/m4a audio/aac video/mp4 ",
      RT_SIGNATURE_AUDIO } },
  { BRAND ("qt  "), { "video/quicktime", N_("a QuickTime video"), " video/mp4 ",
                      RT_SIGNATURE_VIDEO } },
  { BRAND (""),
    { "video/mp4", N_("an MPEG-4 video"),
      " audio/mp4 application/mp4 video/x-m4v video/3gpp audio/3gpp video/quicktime "
      "video/iso.segment audio/x-m4a ", RT_SIGNATURE_VIDEO } },
  { 0, MAGIC ("\032E\337\243"),
    { "video/webm", N_("a Matroska or WebM video"),
      " audio/webm video/x-matroska audio/x-matroska video/matroska audio/matroska ",
      RT_SIGNATURE_VIDEO } },
  { 0, MAGIC ("OggS\0"),
    { "audio/ogg", N_("an Ogg stream"), " video/ogg application/ogg audio/opus audio/vorbis ",
      RT_SIGNATURE_AUDIO } },
  { 0, MAGIC ("fLaC"), { "audio/flac", N_("FLAC audio"), " audio/x-flac ", RT_SIGNATURE_AUDIO } },
  { 0, MAGIC ("ID3"),
    { "audio/mpeg", N_("MP3 audio"), " audio/mp3 audio/x-mp3 audio/aac ", RT_SIGNATURE_AUDIO } },
  { 0, MAGIC ("MThd\0\0\0\6"),
    { "audio/midi", N_("a MIDI file"), " audio/x-midi audio/mid ", RT_SIGNATURE_AUDIO } },
  { 8, MAGIC ("AIFF"), { "audio/aiff", N_("AIFF audio"), " audio/x-aiff ", RT_SIGNATURE_AUDIO } },
  { 0, MAGIC ("%PDF-"), { "application/pdf", N_("a PDF document"), "", RT_SIGNATURE_PDF } },
  { 0, MAGIC ("PK\003\004"),
    { "application/zip", N_("a ZIP archive"), " application/x-zip-compressed application/x-zip ",
      RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("PK\005\006"),
    { "application/zip", N_("a ZIP archive"), " application/x-zip-compressed application/x-zip ",
      RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("\037\213\010"),
    { "application/gzip", N_("a gzip file"), " application/x-gzip ", RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("BZh"),
    { "application/x-bzip2", N_("a bzip2 file"), " application/bzip2 ", RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("\375""7zXZ\0"),
    { "application/x-xz", N_("an xz file"), " application/xz ", RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("\050\265\057\375"),
    { "application/zstd", N_("a Zstandard file"), " application/x-zstd ", RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("7z\274\257\047\034"),
    { "application/x-7z-compressed", N_("a 7-Zip archive"), "", RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("Rar!\032\007"),
    { "application/vnd.rar", N_("a RAR archive"),
      " application/x-rar-compressed application/x-rar ",
      RT_SIGNATURE_ARCHIVE } },
  { 257, MAGIC ("ustar"),
    { "application/x-tar", N_("a tar archive"), " application/tar ", RT_SIGNATURE_ARCHIVE } },
  { 0, MAGIC ("wOFF"),
    { "font/woff", N_("a WOFF font"), " application/font-woff ", RT_SIGNATURE_FONT } },
  { 0, MAGIC ("wOF2"),
    { "font/woff2", N_("a WOFF2 font"), " application/font-woff2 ", RT_SIGNATURE_FONT } },
  { 0, MAGIC ("\0\1\0\0\0"),
    { "font/ttf", N_("a TrueType font"), " font/sfnt application/x-font-ttf application/font-sfnt ",
      RT_SIGNATURE_FONT } },
  { 0, MAGIC ("OTTO\0"),
    { "font/otf", N_("an OpenType font"), " font/sfnt application/x-font-otf ",
      RT_SIGNATURE_FONT } },
  { 0, MAGIC ("\0asm"),
    { "application/wasm", N_("a WebAssembly module"), "", RT_SIGNATURE_OTHER } },
  { 0, MAGIC ("\177ELF"),
    { "application/x-executable", N_("a program (ELF)"),
      " application/x-elf application/x-sharedlib ", RT_SIGNATURE_OTHER } },
  { 0, MAGIC ("SQLite format 3\0"),
    { "application/vnd.sqlite3", N_("an SQLite database"), " application/x-sqlite3 ",
      RT_SIGNATURE_OTHER } },
};

static const RtSignature bitmap = {
  "image/bmp", N_("a BMP image"), " image/x-bmp image/x-ms-bmp ", RT_SIGNATURE_IMAGE
};
static const RtSignature mp3 = {
  "audio/mpeg", N_("MP3 audio"), " audio/mp3 audio/x-mp3 ", RT_SIGNATURE_AUDIO
};

/* Formats inside RIFF, FORM: the container's name counts too. RF64 is RIFF for
 * large WAV. */
static gboolean
has_container (const Entry  *entry,
               const guint8 *data)
{
  gboolean is_audio = entry->format.group == RT_SIGNATURE_AUDIO;

  if (entry->offset != 8)
    return TRUE;
  if (is_audio && entry->magic[0] == 'A')
    return memcmp (data, "FORM", 4) == 0;

  return memcmp (data, "RIFF", 4) == 0 || (is_audio && memcmp (data, "RF64", 4) == 0);
}

/* Two letters are weak evidence: a bitmap also has zeros at 6 and a header
 * of a known length at 14. */
static gboolean
is_bitmap (const guint8 *data,
           gsize         length)
{
  if (length < 18 || memcmp (data, "BM", 2) != 0 || memcmp (data + 6, "\0\0\0\0", 4) != 0)
    return FALSE;

  return data[14] >= 12 && data[14] <= 124 && data[15] == 0 && data[16] == 0 && data[17] == 0;
}

/* A frame of MPEG audio layer III: 11 bits that are set, and no field with the
 * value that is reserved. */
static gboolean
is_mp3_frame (const guint8 *data,
              gsize         length)
{
  return length >= 4 && data[0] == 0xff && (data[1] & 0xe6) == 0xe2 &&
         (data[1] & 0x18) != 0x08 && (data[2] & 0xf0) != 0xf0 && (data[2] & 0xf0) != 0 &&
         (data[2] & 0x0c) != 0x0c;
}

const RtSignature *
rt_signature_find (const guint8 *data,
                   gsize         length)
{
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const Entry *entry = &entries[i];

      if (length >= entry->offset + entry->length &&
          memcmp (data + entry->offset, entry->magic, entry->length) == 0 &&
          has_container (entry, data))
        return &entry->format;
    }
  if (is_bitmap (data, length))
    return &bitmap;
  /* Not the byte order mark of UTF-16. */
  if (is_mp3_frame (data, length))
    return &mp3;

  return NULL;
}

gboolean
rt_signature_is_type (const RtSignature *self,
                      const char        *essence)
{
  g_autofree char *between = NULL;

  g_return_val_if_fail (self != NULL && essence != NULL, FALSE);

  if (strcmp (self->essence, essence) == 0)
    return TRUE;
  between = g_strconcat (" ", essence, " ", NULL);

  return strstr (self->others, between) != NULL;
}

const char *
rt_signature_words (const RtSignature *self)
{
  g_return_val_if_fail (self != NULL, "");

  return _(self->words);
}
