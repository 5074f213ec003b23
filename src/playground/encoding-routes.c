/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Content codings, sent whatever Accept-Encoding says, and character sets,
 * declared right, wrong, or not at all.
 */

#include "deflated.h"
#include "route.h"

#ifdef HAVE_BROTLIENC
#include <brotli/encode.h>
#endif
#include <string.h>
#include <zstd.h>

/* What is encoded: long enough that coding it is worth it. */
static GString *
make_plain (const char *coding)
{
  GString *plain = g_string_new (NULL);

  g_string_append_printf (plain, "{\"coding\": \"%s\", \"lines\": [", coding);
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (plain, "%s\n  \"This line was sent in the coding %s.\"",
                            i > 0 ? "," : "", coding);
  g_string_append (plain, "\n]}\n");
  return plain;
}

static GByteArray *
pack_deflate (GString *plain,
              int      window_bits)
{
  return rt_deflated_new (plain->str, plain->len, window_bits, TRUE);
}

static void
send_packed (RtCall     *call,
             const char *coding,
             GByteArray *packed)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);

  rt_reply_add (reply, "Content-Encoding", coding);
  rt_reply_send (reply, "application/json", packed->data, packed->len);
}

static void
answer_gzip (RtCall *call)
{
  g_autoptr (GString) plain = make_plain ("gzip");
  g_autoptr (GByteArray) packed = pack_deflate (plain, RT_DEFLATED_GZIP);

  send_packed (call, "gzip", packed);
}

static void
answer_deflate (RtCall *call)
{
  g_autoptr (GString) plain = make_plain ("deflate");
  g_autofree char *raw = rt_call_dup_query (call, "raw");
  g_autoptr (GByteArray) packed = pack_deflate (plain, raw != NULL ? RT_DEFLATED_BARE : RT_DEFLATED_ZLIB);

  send_packed (call, "deflate", packed);
}

/* Two codings, applied in the order of the field (RFC 9110 section 8.4). */
static void
answer_deflate_gzip (RtCall *call)
{
  g_autoptr (GString) plain = make_plain ("deflate, gzip");
  g_autoptr (GByteArray) inner = pack_deflate (plain, RT_DEFLATED_ZLIB);
  g_autoptr (GString) middle = g_string_new_len ((const char *) inner->data, inner->len);
  g_autoptr (GByteArray) packed = pack_deflate (middle, RT_DEFLATED_GZIP);

  send_packed (call, "deflate, gzip", packed);
}

static void
answer_zstd (RtCall *call)
{
  g_autoptr (GString) plain = make_plain ("zstd");
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  gsize length;

  g_byte_array_set_size (packed, ZSTD_compressBound (plain->len));
  length = ZSTD_compress (packed->data, packed->len, plain->str, plain->len, 3);
  g_byte_array_set_size (packed, ZSTD_isError (length) ? 0 : length);
  send_packed (call, "zstd", packed);
}

#ifdef HAVE_BROTLIENC
static void
answer_brotli (RtCall *call)
{
  g_autoptr (GString) plain = make_plain ("br");
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  gsize length = BrotliEncoderMaxCompressedSize (plain->len);

  g_byte_array_set_size (packed, length);
  if (!BrotliEncoderCompress (BROTLI_DEFAULT_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                              plain->len, (const guint8 *) plain->str, &length, packed->data))
    length = 0;
  g_byte_array_set_size (packed, length);
  send_packed (call, "br", packed);
}
#endif

/* How one text is encoded, and what Content-Type says about it. */
typedef struct
{
  const char *name;
  const char *text;     /* UTF-8 */
  const char *codec;    /* for g_convert(); NULL leaves it as it is */
  const char *type;
} Charset;

#define WESTERN "Gr\xc3\xbc\xc3\x9f Gott, caf\xc3\xa9, \xc2\xa1" "adi\xc3\xb3s!\n"
#define CURLY "\xe2\x80\x9cQuoted\xe2\x80\x9d \xe2\x80\x93 5 \xe2\x82\xac\n"
#define JAPANESE "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe3\x81\xae\xe6\x96\x87\xe7\xab\xa0\n"
#define RUSSIAN "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82\n"
#define CHINESE "\xe4\xbd\xa0\xe5\xa5\xbd\n"
#define BOM "\xef\xbb\xbf"

static const Charset charsets[] = {
  { "utf-8", WESTERN JAPANESE "\xf0\x9f\x98\x80\n", NULL, "text/plain; charset=utf-8" },
  { "utf-8-bom", BOM WESTERN, NULL, "text/plain" },
  { "iso-8859-1", WESTERN, "ISO-8859-1", "text/plain; charset=ISO-8859-1" },
  { "windows-1252", WESTERN CURLY, "WINDOWS-1252", "text/plain; charset=windows-1252" },
  { "utf-16", BOM WESTERN JAPANESE, "UTF-16BE", "text/plain; charset=utf-16" },
  { "utf-16le", WESTERN JAPANESE, "UTF-16LE", "text/plain; charset=utf-16le" },
  { "utf-16be", WESTERN JAPANESE, "UTF-16BE", "text/plain; charset=utf-16be" },
  { "shift_jis", JAPANESE, "SHIFT_JIS", "text/plain; charset=Shift_JIS" },
  { "euc-jp", JAPANESE, "EUC-JP", "text/plain; charset=EUC-JP" },
  { "koi8-r", RUSSIAN, "KOI8-R", "text/plain; charset=KOI8-R" },
  { "gb18030", CHINESE, "GB18030", "text/plain; charset=GB18030" },
  { "wrong", WESTERN, "ISO-8859-1", "text/plain; charset=utf-8" },
  { "undeclared", WESTERN, "ISO-8859-1", "text/plain" },
  { "unknown", "Plain ASCII in a character set of no known name.\n", NULL,
    "text/plain; charset=x-no-such-thing" },
  { "html-meta", "<!DOCTYPE html>\n<meta charset=\"iso-8859-1\">\n<p>" WESTERN "</p>\n",
    "ISO-8859-1", "text/html" },
};

static const Charset *
find_charset (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (charsets); i++)
    if (g_ascii_strcasecmp (charsets[i].name, name) == 0)
      return &charsets[i];
  return NULL;
}

static void
refuse_charset (RtCall *call)
{
  g_autoptr (GString) why = g_string_new ("{name} is one of");

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    g_string_append_printf (why, "%s %s", i > 0 ? "," : "", charsets[i].name);
  g_string_append_c (why, '.');
  rt_reply_refuse (call, 404, why->str);
}

static void
answer_charset (RtCall *call)
{
  g_autofree char *name = rt_route_dup_segment (call, "name");
  const Charset *charset = find_charset (name);
  g_autofree char *converted = NULL;
  g_autoptr (RtReply) reply = NULL;
  gsize length;

  if (charset == NULL)
    {
      refuse_charset (call);
      return;
    }
  length = strlen (charset->text);
  if (charset->codec != NULL)
    /* Fails only where the C library lacks the conversion. */
    converted = g_convert (charset->text, length, charset->codec, "UTF-8", NULL, &length, NULL);
  if (charset->codec != NULL && converted == NULL)
    {
      rt_reply_refuse (call, 501, "This machine cannot convert to that character set.");
      return;
    }
  reply = rt_reply_new (call, 200, NULL);
  rt_reply_send (reply, charset->type, converted != NULL ? converted : charset->text, length);
}

const RtRoute rt_encoding_routes[] = {
  { "/gzip", "GET", "JSON in gzip.", NULL, answer_gzip },
  { "/deflate", "GET", "JSON in deflate (zlib); ?raw=1 without the zlib head, as some servers "
    "send it.",
    "/deflate /deflate?raw=1", answer_deflate },
  { "/deflate-gzip", "GET", "Two codings, one in the other.", NULL, answer_deflate_gzip },
#ifdef HAVE_BROTLIENC
  { "/brotli", "GET", "JSON in Brotli.", NULL, answer_brotli },
#endif
  { "/zstd", "GET", "JSON in Zstandard.", NULL, answer_zstd },
  { "/charset/{name}", "GET", "Text in this character set, declared right, wrong or not.",
    "/charset/utf-8 /charset/utf-8-bom /charset/iso-8859-1 /charset/windows-1252 /charset/utf-16 "
    "/charset/shift_jis /charset/wrong /charset/undeclared /charset/html-meta", answer_charset },
  { NULL },
};
