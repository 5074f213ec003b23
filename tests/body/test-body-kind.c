/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-kind.c: the type decides, and the bytes where it cannot. */

#include "config.h"

#include "body-kind.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *type;
  const char *bytes;
  gssize      length;
  RtBodyKind  kind;
  gboolean    by_bytes;
} Case;

static const Case cases[] = {
  { "empty", "application/json", "", 0, RT_BODY_KIND_EMPTY, FALSE },
  { "json", "application/json", "{}", -1, RT_BODY_KIND_JSON, FALSE },
  { "problem-json", "application/problem+json; charset=utf-8", "{}", -1, RT_BODY_KIND_JSON, FALSE },
  { "html", "text/html", "hello", -1, RT_BODY_KIND_HTML, FALSE },
  { "xml", "application/atom+xml", "<a/>", -1, RT_BODY_KIND_XML, FALSE },
  { "svg", "image/svg+xml", "<svg/>", -1, RT_BODY_KIND_SVG, FALSE },
  { "text", "text/css", "a{}", -1, RT_BODY_KIND_TEXT, FALSE },
  { "png", "image/png", "\211PNG\r\n\032\n....", -1, RT_BODY_KIND_IMAGE, FALSE },
  { "none-json", NULL, " \n[1]", -1, RT_BODY_KIND_JSON, TRUE },
  { "none-html", NULL, "<!DocType HTML><p>", -1, RT_BODY_KIND_HTML, TRUE },
  { "none-xml", NULL, "<?xml version='1.0'?>", -1, RT_BODY_KIND_XML, TRUE },
  { "none-text", NULL, "hello", -1, RT_BODY_KIND_TEXT, TRUE },
  { "none-binary", NULL, "\001\002\003", -1, RT_BODY_KIND_BINARY, TRUE },
  { "octets-png", "application/octet-stream", "\211PNG\r\n\032\n", -1, RT_BODY_KIND_IMAGE, TRUE },
  { "octets-text", "application/octet-stream", "a,b\n1,2\n", -1, RT_BODY_KIND_TEXT, TRUE },
  { "octets-nul", "application/octet-stream", "ab\0cd\0", 6, RT_BODY_KIND_BINARY, TRUE },
  { "text-is-jpeg", "text/plain", "\377\330\377\340\0\020JFIF", 10, RT_BODY_KIND_IMAGE, TRUE },
  { "text-is-binary", "text/html", "\0\0\0\001\002", 5, RT_BODY_KIND_BINARY, TRUE },
  { "text-utf16", "text/plain", "h\0i\0", 4, RT_BODY_KIND_TEXT, FALSE },
  { "text-utf16-mark", "text/plain", "\376\377\0a\0b", 6, RT_BODY_KIND_TEXT, FALSE },
  { "pdf", "application/pdf", "%PDF-1.7\n", -1, RT_BODY_KIND_PDF, FALSE },
  { "unknown-type-text", "application/x-strange", "words", -1, RT_BODY_KIND_TEXT, TRUE },
  { "unknown-type-zip", "application/zip", "PK\003\004", -1, RT_BODY_KIND_BINARY, FALSE },
  { "bmp-needs-more", NULL, "BMW is a car", -1, RT_BODY_KIND_TEXT, TRUE },
  { "svg-none", NULL, "<?xml version='1.0'?><!-- a > b --><!DOCTYPE svg>\n<svg xmlns=''>", -1,
    RT_BODY_KIND_SVG, TRUE },
  { "not-svg", NULL, "<?xml version='1.0'?><svgx/>", -1, RT_BODY_KIND_XML, TRUE },
  { "form", "application/x-www-form-urlencoded", "a=b", -1, RT_BODY_KIND_FORM, FALSE },
  { "multipart", "multipart/form-data; boundary=x", "--x\r\n\0\1", 7, RT_BODY_KIND_MULTIPART,
    FALSE },
  { "events", "text/event-stream", "data: x\n\n", -1, RT_BODY_KIND_EVENTS, FALSE },
  { "ndjson", "application/x-ndjson", "{}\n{}\n", -1, RT_BODY_KIND_NDJSON, FALSE },
  { "json-seq", "application/json-seq", "\036{}\n", -1, RT_BODY_KIND_NDJSON, FALSE },
  { "audio", "audio/ogg", "OggS\0\2", 6, RT_BODY_KIND_AUDIO, FALSE },
  { "audio-webm", "audio/webm", "\032E\337\243\1", 5, RT_BODY_KIND_AUDIO, FALSE },
  { "video", "video/mp4", "\0\0\0\030ftypisom", 12, RT_BODY_KIND_VIDEO, FALSE },
  { "none-video", NULL, "\0\0\0\030ftypisom", 12, RT_BODY_KIND_VIDEO, TRUE },
  { "none-pdf", NULL, "%PDF-1.4\n", -1, RT_BODY_KIND_PDF, TRUE },
  { "id3-words", NULL, "ID3 is a tag", -1, RT_BODY_KIND_TEXT, TRUE },
  { "css", "text/css", "a{}", -1, RT_BODY_KIND_TEXT, FALSE },
  { "js", "application/javascript", "{}", -1, RT_BODY_KIND_TEXT, FALSE },
  { "image-is-page", "image/png", "<!doctype html><p>", -1, RT_BODY_KIND_HTML, TRUE },
  { "image-is-svg", "image/png", "<svg/>", -1, RT_BODY_KIND_SVG, TRUE },
  { "image-is-other", "image/png", "\377\330\377\340", -1, RT_BODY_KIND_IMAGE, FALSE },
  { "json-is-page", "application/json", "\n<html>", -1, RT_BODY_KIND_HTML, TRUE },
  { "json-is-xml", "application/json", "<?xml version='1.0'?><e/>", -1, RT_BODY_KIND_XML, TRUE },
  { "page-is-json", "text/html; charset=utf-8", "{\"a\": [1", -1, RT_BODY_KIND_JSON, TRUE },
  { "page-is-template", "text/html", "{{ title }}", -1, RT_BODY_KIND_HTML, FALSE },
  { "xml-is-json", "application/xml", "[{\"a\": 1}]", -1, RT_BODY_KIND_JSON, TRUE },
  { "text-is-json", "text/plain", " {\"a\": 1}", -1, RT_BODY_KIND_JSON, TRUE },
  { "text-is-log", "text/plain", "[1] a note\n", -1, RT_BODY_KIND_TEXT, FALSE },
  { "css-like-json", "text/css", "{}", -1, RT_BODY_KIND_TEXT, FALSE },
  { "none-utf16-json", NULL, "{\0\"\0a\0\"\0:\0001\0}\0", 14, RT_BODY_KIND_JSON, TRUE },
  { "none-utf16-mark-page", NULL, "\376\377\0<\0h\0t\0m\0l\0>", 14, RT_BODY_KIND_HTML, TRUE },
  { "json-utf16-wide", "application/json", "\0{\0\"\330\075\336\000\0\"", 10,
    RT_BODY_KIND_JSON, FALSE },
  { "json-utf32", "application/json", "{\0\0\0}\0\0\0", 8, RT_BODY_KIND_JSON, FALSE },
  { "text-says-utf16", "text/plain; charset=utf-16le", "\020\004\021\004", 4, RT_BODY_KIND_TEXT,
    FALSE },
  { "text-says-utf16-png", "text/plain; charset=utf-16", "\211PNG\r\n\032\n", 8,
    RT_BODY_KIND_IMAGE, TRUE },
  { "json-nul", "application/json", "{\"a\":\"\0\"}", 9, RT_BODY_KIND_JSON, FALSE },
  { "text-nul-latin1", "text/plain",
    "\344\366\374\337\344\366\374\337\344\366\374\337\0\344\366\374\337"
    "\344\366\374\337\344\366\374\337\344\366\374\337\344\366\374\337\344\366\374\337", 37,
    RT_BODY_KIND_TEXT, FALSE },
  { "text-is-random", "text/plain", "\x8f\x03\xd1\x5e\x11\xa0\xfe\x41", 8, RT_BODY_KIND_BINARY,
    TRUE },
  { "events-nul", "text/event-stream", "data: one\nid: a\0b\n\n", 19, RT_BODY_KIND_EVENTS, FALSE },
  { "pdf-is-page", "application/pdf", "<html>", -1, RT_BODY_KIND_HTML, TRUE },
  { "webp", NULL, "RIFF\1\0\0\0WEBPVP8 ", 16, RT_BODY_KIND_IMAGE, TRUE },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length < 0 ? strlen (c->bytes) : (gsize) c->length;
  g_autofree guint8 *exact = length > 0 ? g_memdup2 (c->bytes, length) : NULL;
  g_autoptr (RtMediaType) type = c->type != NULL ? rt_media_type_parse (c->type) : NULL;
  gboolean by_bytes = 7;
  RtBodyKind kind = rt_body_kind_detect (type, exact, length, &by_bytes);

  g_assert_cmpint (kind, ==, c->kind);
  g_assert_cmpint (by_bytes, ==, c->by_bytes);
}

static const struct
{
  const char *type;
  const char *bytes;
  gsize       length;
  const char *note;
} disagreements[] = {
  { "text/plain", "\211PNG\r\n\032\n", 8, "Sent as text/plain, but these bytes are a PNG image." },
  { "image/png", "\377\330\377\340", 4, "Sent as image/png, but these bytes are a JPEG image." },
  { "image/jpg", "\377\330\377\340", 4, NULL },
  { "image/png", "<html>", 6, "Sent as image/png, but these bytes are an HTML page." },
  { "application/json", "<html>", 6,
    "Sent as application/json, but these bytes are an HTML page." },
  { "application/json", "{", 1, NULL },
  { "text/html", "{\"a\":1}", 7, "Sent as text/html, but these bytes are JSON." },
  { "application/json", "{\0\"\0a\0\"\0", 8, NULL },
  { "application/octet-stream", "%PDF-1", 6, NULL },
  { "text/html", "\0\1\2\3", 4, "Sent as text/html, but these bytes are not text." },
  { "application/epub+zip", "PK\003\004\0", 5, NULL },
  { "application/x-new", "words", 5, NULL },
  { "audio/webm", "\032E\337\243\1", 5, NULL },
  { "multipart/mixed; boundary=a", "%PDF-1", 6, NULL },
  { "text/plain", "BZh is a word", 13, NULL },
  { "", "x", 1, NULL },
};

static void
test_disagreement (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (disagreements); i++)
    {
      g_autofree guint8 *exact = g_memdup2 (disagreements[i].bytes, disagreements[i].length);
      g_autoptr (RtMediaType) type = rt_media_type_parse (disagreements[i].type);
      g_autofree char *note = rt_body_kind_dup_disagreement (type, exact, disagreements[i].length);

      g_test_message ("%s", disagreements[i].type);
      g_assert_cmpstr (note, ==, disagreements[i].note);
    }
  g_assert_true (rt_body_kind_looks_binary ((const guint8 *) "\0\1", 2));
  g_assert_false (rt_body_kind_looks_binary ((const guint8 *) "ab", 2));
}

static void
test_words (void)
{
  for (int kind = RT_BODY_KIND_EMPTY; kind <= RT_BODY_KIND_BINARY; kind++)
    g_assert_cmpstr (rt_body_kind_to_words (kind), !=, "");
  g_assert_true (rt_body_kind_is_text (RT_BODY_KIND_JSON));
  g_assert_false (rt_body_kind_is_text (RT_BODY_KIND_IMAGE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/body-kind/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/body-kind/disagreement", test_disagreement);
  g_test_add_func ("/body-kind/words", test_words);

  return g_test_run ();
}
