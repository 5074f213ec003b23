/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Content of every kind and size. What is large is made while it is sent, so
 * that no size costs memory. The same request always brings the same bytes.
 */

#include "route.h"

#include <string.h>
#include <zlib.h>

#define BLOCK 65536
#define MAX_BYTES G_GUINT64_CONSTANT (10000000000)

static const char sample_json[] =
  "{\n"
  "  \"title\": \"Sample\",\n"
  "  \"numbers\": [0, -1, 1.50, 1e400, 12345678901234567890],\n"
  "  \"text\": \"caf\\u00e9 \xe2\x98\x95 \\u0000 \\\"quoted\\\"\",\n"
  "  \"repeated\": 1,\n"
  "  \"repeated\": 2,\n"
  "  \"nothing\": null,\n"
  "  \"nested\": {\"empty\": {}, \"list\": []}\n"
  "}\n";

static const char sample_html[] =
  "<!DOCTYPE html>\n"
  "<html lang=\"en\">\n"
  "<head><meta charset=\"utf-8\"><title>A page</title></head>\n"
  "<body>\n"
  "<h1>A page</h1>\n"
  "<p>With a <a href=\"/\">link</a>, <em>emphasis</em> &amp; an entity.</p>\n"
  "<script>if (1 < 2) { document.title = 'A page'; }</script>\n"
  "</body>\n"
  "</html>\n";

static const char sample_xml[] =
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  "<!-- A sample -->\n"
  "<library xmlns:d=\"urn:example:date\">\n"
  "  <book id=\"1\" d:year=\"1605\"><title>Don Quijote</title></book>\n"
  "  <book id=\"2\"><title><![CDATA[Plain & <simple>]]></title></book>\n"
  "</library>\n";

static const char sample_svg[] =
  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"96\" viewBox=\"0 0 96 96\">\n"
  "  <rect width=\"96\" height=\"96\" rx=\"16\" fill=\"#1c71d8\"/>\n"
  "  <path d=\"M24 40h40l-10-10M72 56H32l10 10\" fill=\"none\" stroke=\"#fff\" stroke-width=\"8\""
  " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n"
  "</svg>\n";

typedef struct
{
  const char *type;
  const char *text;
} Sample;

static const Sample json_sample = { "application/json", sample_json };
static const Sample html_sample = { "text/html; charset=utf-8", sample_html };
static const Sample xml_sample = { "application/xml", sample_xml };
static const Sample svg_sample = { "image/svg+xml", sample_svg };
static const Sample no_sample = { "text/plain; charset=utf-8", "" };
static const Sample untyped_sample = { NULL, "No Content-Type says what this is.\n" };

static void
answer_sample (RtCall *call)
{
  const Sample *sample = call->route->data;
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);

  rt_reply_send (reply, sample->type, sample->text, -1);
}

static void
append_u32 (GByteArray *bytes,
            guint32     number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (guint8 *) &big, 4);
}

static void
append_png_chunk (GByteArray   *png,
                  const char   *type,
                  const guint8 *data,
                  guint         length)
{
  guint start = png->len + 4;

  append_u32 (png, length);
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, data, length);
  append_u32 (png, crc32 (0, png->data + start, length + 4));
}

/* 64 by 64 pixels, one byte of grey each: a slope of two. */
static void
answer_png (RtCall *call)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 header[] = { 0, 0, 0, 64, 0, 0, 0, 64, 8, 0, 0, 0, 0 };
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  guint8 rows[64 * 65];
  guint8 packed[64 * 65 + 128];
  uLongf packed_length = sizeof packed;

  for (guint y = 0; y < 64; y++)
    for (guint x = 0; x < 65; x++)
      rows[y * 65 + x] = x == 0 ? 0 : (x + y) * 2;
  compress (packed, &packed_length, rows, sizeof rows);
  g_byte_array_append (png, signature, sizeof signature);
  append_png_chunk (png, "IHDR", header, sizeof header);
  append_png_chunk (png, "IDAT", packed, packed_length);
  append_png_chunk (png, "IEND", header, 0);
  rt_reply_send (reply, "image/png", png->data, png->len);
}

/* Xorshift: bytes that do not compress and are the same everywhere. */
static void
fill_noise (guint64 *state,
            guint8  *block,
            gsize    length)
{
  for (gsize i = 0; i < length; i += 8)
    {
      guint64 word;

      *state ^= *state << 13;
      *state ^= *state >> 7;
      *state ^= *state << 17;
      word = GUINT64_TO_LE (*state);
      memcpy (block + i, &word, MIN (8, length - i));
    }
}

static void
answer_bytes (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  guint64 state = (guint64) rt_call_get_query_number (call, "seed", 0, 1e15)
                  ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  g_autofree guint8 *block = g_malloc (BLOCK);
  guint64 left;

  if (!rt_route_read_number (call, "n", MAX_BYTES, &left)
      || !rt_reply_begin (reply, "application/octet-stream", left))
    return;
  while (left > 0)
    {
      gsize part = MIN (left, BLOCK);

      fill_noise (&state, block, part);
      if (!rt_reply_write (reply, block, part))
        return;
      left -= part;
    }
}

/* Repeats @unit up to @left bytes. */
static void
send_repeated (RtReply    *reply,
               const char *unit,
               guint64     left)
{
  g_autoptr (GString) block = g_string_sized_new (BLOCK);
  gsize unit_length = strlen (unit);

  while (block->len + unit_length <= BLOCK)
    g_string_append_len (block, unit, unit_length);
  while (left > 0 && rt_reply_write (reply, block->str, MIN (left, block->len)))
    left -= MIN (left, block->len);
}

static void
answer_long_line (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  guint64 n;

  if (rt_route_read_number (call, "n", MAX_BYTES, &n)
      && rt_reply_begin (reply, "text/plain; charset=utf-8", n))
    send_repeated (reply, "0123456789abcdefghijklmnopqrstuvwxyz", n);
}

/* Sends @block when it is large or @last; FALSE when the client has gone. */
static gboolean
flush_block (RtReply  *reply,
             GString  *block,
             gboolean  last)
{
  if (block->len < BLOCK && !last)
    return TRUE;
  if (!rt_reply_write (reply, block->str, block->len))
    return FALSE;
  g_string_truncate (block, 0);
  return TRUE;
}

static void
answer_lines (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (GString) block = g_string_sized_new (BLOCK + 64);
  guint64 n;

  if (!rt_route_read_number (call, "n", 100000000, &n)
      || !rt_reply_begin (reply, "text/plain; charset=utf-8", -1))
    return;
  for (guint64 i = 1; i <= n; i++)
    {
      g_string_append_printf (block, "Line %" G_GUINT64_FORMAT "\n", i);
      if (!flush_block (reply, block, i == n))
        return;
    }
  rt_reply_end (reply, NULL);
}

/* An array of small objects on one line each, at least N bytes and at most one
 * object more. */
static void
answer_json_of_size (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (GString) block = g_string_new ("[");
  guint64 sent = 0;
  guint64 n;

  if (!rt_route_read_number (call, "n", 1000000000, &n)
      || !rt_reply_begin (reply, "application/json", -1))
    return;
  for (guint64 i = 0; sent < n; i++)
    {
      gsize before = block->len;

      g_string_append_printf (block, "%s\n{\"id\": %" G_GUINT64_FORMAT ", \"name\": \"Item %"
                              G_GUINT64_FORMAT "\", \"price\": %" G_GUINT64_FORMAT ".%02d, "
                              "\"tags\": [\"a\", \"b\"], \"active\": %s}",
                              i > 0 ? "," : "", i, i, i % 1000, (int) (i % 100),
                              i % 2 == 0 ? "true" : "false");
      sent += block->len - before;
      if (!flush_block (reply, block, FALSE))
        return;
    }
  g_string_append (block, "\n]\n");
  if (flush_block (reply, block, TRUE))
    rt_reply_end (reply, NULL);
}

const RtRoute rt_body_routes[] = {
  { "/json", "GET", "JSON that tests a viewer: repeated keys, large numbers, escapes.", NULL,
    answer_sample, 0, &json_sample },
  { "/html", "GET", "A page.", NULL, answer_sample, 0, &html_sample },
  { "/xml", "GET", "XML.", NULL, answer_sample, 0, &xml_sample },
  { "/image/svg", "GET", "An SVG image.", NULL, answer_sample, 0, &svg_sample },
  { "/image/png", "GET", "A PNG image.", NULL, answer_png },
  { "/empty", "GET", "200 with no byte of content.", NULL, answer_sample, 0, &no_sample },
  { "/no-type", "GET", "Content without a Content-Type.", NULL, answer_sample, 0, &untyped_sample },
  { "/bytes/{n}", "GET", "N bytes of noise, the same each time. ?seed= for others.",
    "/bytes/1024 /bytes/1000000000", answer_bytes },
  { "/json/{n}", "GET", "JSON of about N bytes.", "/json/10000 /json/10000000",
    answer_json_of_size },
  { "/lines/{n}", "GET", "N lines of text.", "/lines/100 /lines/1000000", answer_lines },
  { "/long-line/{n}", "GET", "One line of N characters.", "/long-line/1000000", answer_long_line },
  { NULL },
};
