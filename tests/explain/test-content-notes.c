/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/content-*.c and sniff.c. */

#include "topic-rows.h"

#include <string.h>

#include "content-digest.h"
#include "exchange-private.h"
#include "sniff.h"

/* Of "hello". */
#define SHA256 "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
#define SHA512 "m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw=="
#define MD5 "XUFAKrxLKna5cZ2REBfFkg=="
#define T "Content-Type: "
#define D "Content-Disposition: "
#define PNG "\211PNG\r\n\032\n"

static const TopicRow rows[] = {
  { "content-type-missing", 200, NULL, NULL, "hello" },
  { "!content-type-missing", 200, NULL, T "text/plain", "hello" },
  { "!content-type-missing", 200, NULL, NULL, NULL },
  /* Bytes that may not be there are told of as such. */
  { "!content-type-missing", 204, NULL, NULL, "hello" },
  { "!content-type-missing", 205, NULL, NULL, "hello" },
  { "!content-type-missing", 304, NULL, NULL, "hello" },
  { "content-type-missing", 206, NULL, NULL, "hello" },
  { "content-type-malformed", 200, NULL, T "html", "hello" },
  { "!content-type-malformed", 200, NULL, T "text/html", "hello" },
  { "content-type-parameter", 200, NULL, T "text/html; charset='utf-8'", "hello" },
  { "content-type-parameter", 200, NULL, T "text/html; charset=utf-8; charset=utf-8", "hello" },
  { "!content-type-parameter", 200, NULL, T "text/html; charset=\"utf-8\"; a=b", "hello" },
  { "content-type-mismatch", 200, NULL, T "application/json", "<!DOCTYPE html><p>" },
  { "content-type-mismatch", 200, NULL, T "text/html", "{\"a\": 1}" },
  { "content-type-mismatch", 200, NULL, T "image/jpeg", PNG },
  { "content-type-mismatch", 200, NULL, T "text/html", "%PDF-1.4" },
  { "content-type-mismatch", 200, NULL, T "text/css", "\n<html>" },
  { "!content-type-mismatch", 200, NULL, T "image/png", PNG },
  { "!content-type-mismatch", 200, NULL, T "application/octet-stream", PNG },
  { "!content-type-mismatch", 200, NULL, T "text/plain", "<html>" },
  { "!content-type-mismatch", 200, NULL, T "application/vnd.oasis.opendocument.text",
    "PK\003\004" },
  { "!content-type-mismatch", 206, NULL, T "text/html", "{\"a\": 1}" },
  { "content-type-no-json", 200, NULL, T "application/json", "hello" },
  { "!content-type-no-json", 200, NULL, T "application/json", " {}" },
  { "!content-type-no-json", 200, NULL, T "application/json", "\"x\"" },
  { "content-type-json-as-text", 200, NULL, T "text/plain", "{\"a\": 1}" },
  { "!content-type-json-as-text", 200, NULL, T "text/plain", "{a}" },
  { "content-nosniff", 200, NULL, "X-Content-Type-Options: NoSniff" },
  { "!content-nosniff", 200, NULL, "X-Content-Type-Options: sniff" },
  { "content-nosniff-unknown", 200, NULL, "X-Content-Type-Options: sniff" },
  { "!content-nosniff-unknown", 200, NULL, "X-Content-Type-Options: nosniff" },
  /* characters */
  { "content-charset-invalid", 200, NULL, T "text/plain; charset=utf-8", "caf\351" },
  { "content-charset-invalid", 200, NULL, T "application/json", "{\"a\": \"\351\"}" },
  { "content-charset-invalid", 200, NULL, T "text/html", "<meta charset=\"utf-8\"><p>\351</p>" },
  { "!content-charset-invalid", 200, NULL, T "text/plain; charset=utf-8", "caf\303\251" },
  { "!content-charset-invalid", 200, NULL, T "text/plain; charset=iso-8859-1", "caf\351" },
  { "!content-charset-invalid", 206, NULL, T "text/plain; charset=utf-8", "caf\303" },
  { "content-charset-mark", 200, NULL, T "text/plain; charset=iso-8859-1", "\357\273\277x" },
  { "content-charset-mark", 200, NULL, T "text/plain; charset=utf-8", "\377\376x" },
  { "!content-charset-mark", 200, NULL, T "text/plain; charset=UTF-8", "\357\273\277x" },
  { "content-charset-declared", 200, NULL, T "text/html; charset=utf-8",
    "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>" },
  { "content-charset-declared", 200, NULL, T "text/xml; charset=utf-8",
    "<?xml version=\"1.0\" encoding='latin1'?><a/>" },
  { "!content-charset-declared", 200, NULL, T "text/html; charset=utf-8", "<meta charset=UTF-8>" },
  { "content-charset-unsaid", 200, NULL, T "text/html", "<p>\303\251" },
  { "!content-charset-unsaid", 200, NULL, T "text/html", "<p>e" },
  { "content-charset-json", 200, NULL, T "application/json; charset=iso-8859-1", "{}" },
  { "!content-charset-json", 200, NULL, T "application/json; charset=utf-8", "{}" },
  /* the name of the file */
  { "content-disposition-attachment", 200, NULL, D "attachment; filename=a.txt" },
  { "!content-disposition-attachment", 200, NULL, D "inline" },
  { "content-disposition-nameless", 200, NULL, D "attachment" },
  { "!content-disposition-nameless", 200, NULL, D "attachment; filename*=UTF-8''a" },
  { "content-disposition-inline", 200, NULL, D "inline; filename=a" },
  { "content-disposition-inline", 200, NULL, D "inline" },
  { "!content-disposition-inline", 200, NULL, D "attachment" },
  { "content-disposition-unknown", 200, NULL, D "download; filename=a" },
  { "!content-disposition-unknown", 200, NULL, D "ATTACHMENT" },
  { "!content-disposition-unknown", 200, NULL, D "filename=../../etc/passwd" },
  { "!content-disposition-unknown", 200, NULL, D "a file" },
  { "content-disposition-malformed", 200, NULL, D "attachment; filename=a b.txt" },
  { "content-disposition-malformed", 200, NULL, D "filename=a.txt" },
  { "!content-disposition-malformed", 200, NULL, D "attachment; filename=\"../../etc/passwd\"" },
  { "!content-disposition-malformed", 200, NULL, D "attachment; filename=\"a b.txt\"" },
  { "content-disposition-path", 200, NULL, D "attachment; filename=\"../../etc/passwd\"" },
  { "content-disposition-path", 200, NULL, D "filename=../../etc/passwd" },
  { "content-disposition-path", 200, NULL, D "attachment; filename=../../etc/passwd" },
  { "!content-disposition-path", 200, NULL, D "attachment; filename=a.txt" },
  { "content-disposition-suspicious", 200, NULL, D "attachment; filename=\"bill.pdf.exe\"" },
  { "content-disposition-suspicious", 200, NULL,
    D "attachment; filename*=UTF-8''a%E2%80%AEfdp.exe" },
  { "!content-disposition-suspicious", 200, NULL, D "attachment; filename=a.tar.gz" },
  { "content-disposition-program", 200, NULL, D "attachment; filename=setup.exe" },
  { "!content-disposition-program", 200, NULL, D "attachment; filename=a.pdf" },
  { "content-disposition-percent", 200, NULL, D "attachment; filename=\"a%20b.txt\"" },
  { "!content-disposition-percent", 200, NULL, D "attachment; filename=\"100%.txt\"" },
  { "content-disposition-undecodable", 200, NULL, D "attachment; filename*=a.txt" },
  { "!content-disposition-undecodable", 200, NULL, D "attachment; filename*=UTF-8''a.txt" },
  /* checksums */
  { "content-digest-right", 200, NULL, "Content-Digest: sha-256=:" SHA256 ":", "hello" },
  { "content-digest-right", 200, NULL, "Repr-Digest: sha-512=:" SHA512 ":", "hello" },
  { "content-digest-right", 200, NULL, "Digest: SHA-256=" SHA256, "hello" },
  { "content-digest-right", 200, NULL, "Content-MD5: " MD5, "hello" },
  { "!content-digest-right", 200, NULL, "Content-MD5: " MD5, "hallo" },
  { "content-digest-wrong", 200, NULL, "Content-Digest: sha-256=:" SHA256 ":", "hallo" },
  { "!content-digest-wrong", 206, NULL, "Repr-Digest: sha-256=:" SHA256 ":", "hel" },
  { "!content-digest-wrong", 200, NULL, "Content-Digest: sha-256=:" SHA256 ":", NULL, "HEAD" },
  { "content-digest-unknown", 200, NULL, "Content-Digest: crc32c=:aaaa:", "hello" },
  { "!content-digest-unknown", 200, NULL, "Content-Digest: x=:aaaa:, sha-256=:" SHA256 ":",
    "hello" },
  { "content-digest-malformed", 200, NULL, "Content-Digest: sha-256=" SHA256, "hello" },
  { "content-digest-malformed", 200, NULL, "Content-MD5: abc", "hello" },
  { "!content-digest-malformed", 200, NULL, "Content-Digest: sha-256=:" SHA256 ":", "hello" },
  /* the end */
  { "content-chunked", 200, NULL, T "text/plain\nTransfer-Encoding: chunked", "hello" },
  { "!content-chunked", 200, NULL, T "text/plain\nContent-Length: 5", "hello" },
  { "content-until-close", 200, NULL, T "text/plain", "hello" },
  { "!content-until-close", 200, NULL, T "text/plain\nContent-Length: 5", "hello" },
  { "content-transfer-parameter", 200, NULL, "Transfer-Encoding: chunked;a=b" },
  { "!content-transfer-parameter", 200, NULL, "Transfer-Encoding: chunked" },
  { "content-transfer-identity", 200, NULL, "Transfer-Encoding: identity" },
  { "!content-transfer-identity", 200, NULL, "Transfer-Encoding: chunked" },
  { "content-transfer-unasked", 200, NULL, "Transfer-Encoding: gzip, chunked" },
  { "!content-transfer-unasked", 200, "TE: gzip\n", "Transfer-Encoding: gzip, chunked" },
  { "content-trailer-missing", 200, NULL, "Trailer: X-Sum\nTransfer-Encoding: chunked" },
  { "!content-trailer-missing", 200, NULL, "Transfer-Encoding: chunked" },
};

static void
test_rows (void)
{
  topic_rows_check (rows, G_N_ELEMENTS (rows));
}

static void
assert_note (RtTrail    *trail,
             const char *id,
             gboolean    expected)
{
  g_autoptr(GPtrArray) notes = cases_explain (trail);

  g_test_message ("%s", id);
  g_assert_cmpint (cases_find (notes, id) != NULL, ==, expected);
  cases_assert_well_formed (notes);
}

/* Compression needs sizes of its own. */
static void
check_sizes (const char *type,
             guint64     encoded,
             guint64     decoded,
             const char *id)
{
  static const char *const ids[] = {
    "content-compressed", "content-compressed-larger", "content-compressed-twice",
  };
  g_autofree char *fields = g_strdup_printf (T "%s\nContent-Encoding: gzip", type);
  const TopicRow row = { id, 200, "Accept-Encoding: gzip\n", fields, "x" };
  g_autoptr(RtTrail) trail = topic_row_new_trail (&row);
  RtSizes sizes;

  rt_exchange_get_sizes (rt_trail_get_last (trail), &sizes);
  sizes.content_encoded = encoded;
  sizes.content_decoded = decoded;
  rt_exchange_set_sizes (rt_trail_get_last (trail), &sizes);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    assert_note (trail, ids[i], g_strcmp0 (id, ids[i]) == 0);
}

static void
test_compression (void)
{
  check_sizes ("text/html", 1000, 4000, "content-compressed");
  check_sizes ("text/html", 50, 20, "content-compressed-larger");
  check_sizes ("text/html", 20, 20, NULL);
  check_sizes ("image/png", 1000, 1001, "content-compressed-twice");
  check_sizes ("text/html", 0, 0, NULL);
}

static void
test_uncompressed (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  const TopicRow asked = { "", 200, "Accept-Encoding: gzip\n", T "text/plain", text };
  const TopicRow not_asked = { "", 200, NULL, T "text/plain", text };
  const TopicRow image = { "", 200, "Accept-Encoding: gzip\n", T "image/png", text };
  const TopicRow small = { "", 200, "Accept-Encoding: gzip\n", T "text/plain", "xxxxxxxxxxxx" };
  g_autoptr(RtTrail) first = topic_row_new_trail (&asked);
  g_autoptr(RtTrail) second = topic_row_new_trail (&not_asked);
  g_autoptr(RtTrail) third = topic_row_new_trail (&image);
  g_autoptr(RtTrail) fourth = topic_row_new_trail (&small);

  assert_note (first, "content-not-compressed", TRUE);
  assert_note (second, "content-not-compressed", FALSE);
  assert_note (third, "content-not-compressed", FALSE);
  assert_note (fourth, "content-not-compressed", FALSE);
}

static RtTrail *
new_with_trailers (const char *announced,
                   const char *text)
{
  g_autofree char *fields = g_strdup_printf (T "text/plain\nTransfer-Encoding: chunked\n"
                                               "Trailer: %s",
                                             announced);
  const TopicRow row = { "", 200, NULL, fields, "hello" };
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  RtTrail *trail = topic_row_new_trail (&row);

  rt_exchange_take_trailers (rt_trail_get_last (trail), rt_head_parse (RT_HEAD_TRAILERS, bytes));

  return trail;
}

static void
test_trailers (void)
{
  g_autoptr(RtTrail) good =
    new_with_trailers ("Content-Digest", "Content-Digest: sha-256=:" SHA256 ":\r\n\r\n");
  g_autoptr(RtTrail) bad = new_with_trailers ("X-A", "Set-Cookie: a=b\r\n\r\n");

  assert_note (good, "content-trailers", TRUE);
  assert_note (good, "content-trailer-forbidden", FALSE);
  assert_note (good, "content-trailer-missing", FALSE);
  assert_note (good, "content-digest-right", TRUE);
  assert_note (bad, "content-trailer-forbidden", TRUE);
  assert_note (bad, "content-trailer-missing", TRUE);
}

/* No signature reads beyond what is there. */
static void
test_sniff (void)
{
  static const struct { const char *bytes; RtSniff sniff; } cases[] = {
    { "GIF89a", RT_SNIFF_GIF }, { "GIF88a", RT_SNIFF_UNSURE },
    { "\377\330\377\340", RT_SNIFF_JPEG },
    { "RIFF1234WEBP", RT_SNIFF_WEBP }, { "RIFF1234WAVE", RT_SNIFF_UNSURE },
    { "\037\213\010", RT_SNIFF_GZIP }, { "PK\003\004", RT_SNIFF_ZIP }, { "[", RT_SNIFF_UNSURE },
    { "[]", RT_SNIFF_JSON }, { "{}", RT_SNIFF_JSON }, { "[ {\"a\":1} ]\n", RT_SNIFF_JSON },
    { "[link]", RT_SNIFF_UNSURE }, { "{    ", RT_SNIFF_UNSURE }, { "", RT_SNIFF_UNSURE },
    { "\357\273\277<?xml version='1.0'?>", RT_SNIFF_XML }, { " <HTML>", RT_SNIFF_HTML },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize n = 0; n <= strlen (cases[i].bytes); n++)
      {
        g_autofree guint8 *exact = g_memdup2 (cases[i].bytes, n);
        RtSniff sniff = rt_sniff (exact, n);

        rt_sniff_is_no_json (exact, n);
        if (n == strlen (cases[i].bytes))
          g_assert_cmpint (sniff, ==, cases[i].sniff);
      }
}

static void
test_digests (void)
{
  g_autoptr(GPtrArray) old = rt_content_digests_parse ("Digest", "SHA-256=" SHA256 ",UNIXsum=30637");
  g_autoptr(GPtrArray) bad = rt_content_digests_parse ("Content-Digest", "sha-256=5");
  g_autoptr(GBytes) none = rt_content_digest_compute ("crc32c", NULL, 0);

  g_assert_cmpuint (old->len, ==, 2);
  g_assert_true (((RtContentDigest *) old->pdata[0])->is_known);
  g_assert_false (((RtContentDigest *) old->pdata[1])->is_known);
  g_assert_null (bad);
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content-notes/rows", test_rows);
  g_test_add_func ("/content-notes/compression", test_compression);
  g_test_add_func ("/content-notes/uncompressed", test_uncompressed);
  g_test_add_func ("/content-notes/trailers", test_trailers);
  g_test_add_func ("/content-notes/sniff", test_sniff);
  g_test_add_func ("/content-notes/digests", test_digests);

  return g_test_run ();
}
