/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/decoder.c: chains, damage, ends, growth. */

#include "decoder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#define TEXT "The quick brown fox jumps over the lazy dog, again and again and again."

/* TEXT in br, as no encoder is a dependency: an uncompressed meta-block. */
static GByteArray *
pack_br (const char *text)
{
  GByteArray *packed = g_byte_array_new ();
  gsize length = strlen (text);
  guint32 bits;
  guint8 head[4];

  /* WBITS 16 (one bit), ISLAST 0, MNIBBLES 4, MLEN - 1, ISUNCOMPRESSED 1 */
  g_assert_cmpuint (length, >, 0);
  bits = 0 | 0 << 1 | 0 << 2 | (guint32) (length - 1) << 4 | 1u << 20;
  for (guint i = 0; i < 3; i++)
    head[i] = bits >> (8 * i);
  g_byte_array_append (packed, head, 3);
  g_byte_array_append (packed, (const guint8 *) text, length);
  g_byte_array_append (packed, (const guint8 *) "\003", 1);

  return packed;
}

static GByteArray *
pack_zlib (const guint8 *data,
           gsize         length,
           int           window)
{
  GByteArray *packed = g_byte_array_new ();
  z_stream stream = { 0 };

  g_assert_cmpint (deflateInit2 (&stream, 9, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_byte_array_set_size (packed, deflateBound (&stream, length));
  stream.next_in = (guint8 *) data;
  stream.avail_in = length;
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (packed, stream.total_out);
  deflateEnd (&stream);

  return packed;
}

static GByteArray *
pack_zstd (const guint8 *data,
           gsize         length)
{
  GByteArray *packed = g_byte_array_new ();
  ZSTD_CCtx *context = ZSTD_createCCtx ();
  gsize size;

  ZSTD_CCtx_setParameter (context, ZSTD_c_checksumFlag, 1);
  g_byte_array_set_size (packed, ZSTD_compressBound (length));
  size = ZSTD_compress2 (context, packed->data, packed->len, data, length);
  g_assert_false (ZSTD_isError (size));
  g_byte_array_set_size (packed, size);
  ZSTD_freeCCtx (context);

  return packed;
}

static GByteArray *
pack (const char   *how,
      const guint8 *data,
      gsize         length)
{
  if (g_str_equal (how, "gzip"))
    return pack_zlib (data, length, MAX_WBITS + 16);
  if (g_str_equal (how, "deflate"))
    return pack_zlib (data, length, MAX_WBITS);
  if (g_str_equal (how, "raw"))
    return pack_zlib (data, length, -MAX_WBITS);
  if (g_str_equal (how, "zstd"))
    return pack_zstd (data, length);

  return pack_br (TEXT);
}

static GByteArray *
pack_text (const char *how)
{
  return pack (how, (const guint8 *) TEXT, strlen (TEXT));
}

typedef struct
{
  char    *text; /* what was decoded */
  RtFault *fault;
  gboolean made_sense;
} Result;

static void
result_clear (Result *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->fault, rt_fault_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static RtHead *
make_head (const char *fields)
{
  g_autofree char *text = g_strconcat ("HTTP/1.1 200 OK\r\n", fields, "\r\n", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return rt_head_parse (RT_HEAD_RESPONSE, bytes);
}

static void
decode (const char   *coding,
        const guint8 *data,
        gsize         length,
        gsize         piece,
        Result       *result)
{
  g_autofree char *field = g_strdup_printf ("Content-Encoding: %s\r\n", coding);
  g_autoptr(RtHead) head = make_head (field);
  g_autoptr(RtBody) content = rt_body_new ();
  g_autoptr(RtDecoder) decoder = rt_decoder_new (head, content, &result->fault);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_nonnull (decoder);
  for (gsize at = 0; at < length; at += piece)
    {
      g_autofree guint8 *exact = g_memdup2 (data + at, MIN (piece, length - at));

      g_assert_true (rt_decoder_feed (decoder, exact, MIN (piece, length - at), NULL));
    }
  rt_decoder_finish (decoder);

  bytes = rt_body_dup_bytes (content);
  result->text = g_strndup (g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "",
                            g_bytes_get_size (bytes));
  result->fault = rt_decoder_steal_fault (decoder);
  result->made_sense = rt_decoder_made_sense (decoder);
  g_assert_null (rt_decoder_steal_fault (decoder));
}

static const struct
{
  const char *how;
  const char *coding;
} codings[] = {
  { "gzip", "gzip" },    { "gzip", "GZIP" }, { "gzip", "x-gzip" }, { "deflate", "deflate" },
  { "raw", "deflate" },  { "br", "br" },     { "zstd", "zstd" },   { "gzip", "identity, gzip" },
  { "gzip", ", gzip ,," },
};

static void
test_every_split (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codings); i++)
    {
      g_autoptr(GByteArray) packed = pack_text (codings[i].how);

      for (gsize piece = 1; piece <= packed->len; piece++)
        {
          g_auto(Result) result = { 0 };

          decode (codings[i].coding, packed->data, packed->len, piece, &result);
          g_assert_cmpstr (result.text, ==, TEXT);
          g_assert_null (result.fault);
          g_assert_true (result.made_sense);
        }
    }
}

/* Cut anywhere: what could be decoded is kept, and the fault says so. */
static void
test_truncated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codings); i++)
    {
      g_autoptr(GByteArray) packed = pack_text (codings[i].how);

      for (gsize length = 1; length < packed->len; length++)
        {
          g_auto(Result) result = { 0 };

          decode (codings[i].coding, packed->data, length, length, &result);
          g_assert_true (g_str_has_prefix (TEXT, result.text));
          g_assert_cmpint (result.fault->kind, ==, RT_FAULT_CODING_TRUNCATED);
          g_assert_cmpint (result.made_sense, ==, *result.text != '\0');
        }
    }
}

static void
test_trailing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codings); i++)
    for (gsize piece = 1; piece < 400; piece += 99)
      {
        g_autoptr(GByteArray) packed = pack_text (codings[i].how);
        g_auto(Result) result = { 0 };

        g_byte_array_append (packed, (const guint8 *) "junk", 4);
        decode (codings[i].coding, packed->data, packed->len, piece, &result);
        g_assert_cmpstr (result.text, ==, TEXT);
        g_assert_cmpint (result.fault->kind, ==, RT_FAULT_CODING_TRAILING);
        g_assert_true (result.made_sense);
      }
}

static void
test_not_coded (void)
{
  const char *const names[] = { "gzip", "br", "zstd", "deflate" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      static const guint8 page[] = "\377\377<!doctype html><p>not coded at all</p>";
      g_auto(Result) result = { 0 };

      decode (names[i], page, sizeof page - 1, 5, &result);
      g_assert_cmpint (result.fault->kind, ==, RT_FAULT_CODING_DAMAGED);
      g_assert_nonnull (strstr (result.fault->evidence, names[i]));
    }
}

static void
test_bad_checksum (void)
{
  const char *const names[] = { "gzip", "deflate", "zstd" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GByteArray) packed = pack_text (names[i]);
      g_auto(Result) result = { 0 };
      gsize checksum = packed->len - (g_str_equal (names[i], "gzip") ? 8 : 4);

      packed->data[checksum] ^= 1;
      decode (names[i], packed->data, packed->len, packed->len, &result);
      g_assert_cmpint (result.fault->kind, ==, RT_FAULT_CODING_DAMAGED);
    }
}

static void
test_several_members (void)
{
  const char *const names[] = { "gzip", "zstd" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize piece = 1; piece < 200; piece += 7)
      {
        g_autoptr(GByteArray) packed = pack_text (names[i]);
        g_autoptr(GByteArray) second = pack_text (names[i]);
        g_auto(Result) whole = { 0 };
        g_auto(Result) cut = { 0 };

        g_byte_array_append (packed, second->data, second->len);
        decode (names[i], packed->data, packed->len, piece, &whole);
        g_assert_cmpstr (whole.text, ==, TEXT TEXT);
        g_assert_null (whole.fault);

        decode (names[i], packed->data, packed->len - 1, piece, &cut);
        g_assert_cmpint (cut.fault->kind, ==, RT_FAULT_CODING_TRUNCATED);
      }
}

/* "br, gzip": br was applied first, gzip is undone first. */
static void
test_two_at_once (void)
{
  static const char *const pairs[][2] = {
    { "br", "gzip" }, { "gzip", "zstd" }, { "zstd", "deflate" }, { "gzip", "gzip" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr(GByteArray) inner = pack_text (pairs[i][0]);
      g_autoptr(GByteArray) both = pack (pairs[i][1], inner->data, inner->len);
      g_autofree char *coding = g_strjoin (", ", pairs[i][0], pairs[i][1], NULL);

      for (gsize piece = 1; piece <= both->len; piece += 10)
        {
          g_auto(Result) result = { 0 };

          decode (coding, both->data, both->len, piece, &result);
          g_assert_cmpstr (result.text, ==, TEXT);
          g_assert_null (result.fault);
        }

      /* also where only the outer one's checksum is missing */
      for (gsize length = 1; length < both->len; length++)
        {
          g_auto(Result) result = { 0 };

          decode (coding, both->data, length, length, &result);
          g_assert_cmpint (result.fault->kind, ==, RT_FAULT_CODING_TRUNCATED);
        }
    }
}

static void
test_several_fields (void)
{
  g_autoptr(RtHead) head = make_head ("Content-Encoding: br\r\ncontent-encoding: gzip\r\n");
  g_autoptr(GByteArray) inner = pack_text ("br");
  g_autoptr(GByteArray) both = pack ("gzip", inner->data, inner->len);
  g_autoptr(RtBody) content = rt_body_new ();
  RtFault *fault = NULL;
  g_autoptr(RtDecoder) decoder = rt_decoder_new (head, content, &fault);

  g_assert_true (rt_decoder_feed (decoder, both->data, both->len, NULL));
  g_assert_cmpuint (rt_body_get_length (content), ==, strlen (TEXT));
}

static void
test_nothing_to_undo (void)
{
  static const char *const fields[] = {
    "", "Content-Encoding:\r\n", "Content-Encoding: identity\r\n", "Content-Encoding: ,\r\n",
    "Content-Encoding: Identity, identity\r\n", "Accept-Encoding: gzip\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(RtHead) head = make_head (fields[i]);
      g_autoptr(RtBody) content = rt_body_new ();
      RtFault *fault = NULL;

      g_assert_null (rt_decoder_new (head, content, &fault));
      g_assert_null (fault);
    }
}

static void
test_unknown (void)
{
  static const char *const fields[] = {
    "Content-Encoding: compress\r\n", "Content-Encoding: gzip, aes128gcm\r\n",
    "Content-Encoding: gzip;q=1\r\n", "Content-Encoding: \303\251\377\r\n",
    "Content-Encoding: gzip,gzip,gzip,gzip,gzip,gzip\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(RtHead) head = make_head (fields[i]);
      g_autoptr(RtBody) content = rt_body_new ();
      g_autoptr(RtFault) fault = NULL;

      g_assert_null (rt_decoder_new (head, content, &fault));
      g_assert_cmpint (fault->kind, ==, RT_FAULT_CODING_UNKNOWN);
      g_assert_true (g_utf8_validate (fault->evidence, -1, NULL));
    }
}

/* No bytes at all are no damage: a HEAD, a 304. Empty coded data is none either. */
static void
test_empty (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codings); i++)
    {
      g_auto(Result) result = { 0 };

      decode (codings[i].coding, (const guint8 *) "", 0, 1, &result);
      g_assert_cmpstr (result.text, ==, "");
      g_assert_null (result.fault);
      g_assert_true (result.made_sense);
    }

  for (gsize i = 0; i < 4; i++)
    {
      const char *const names[] = { "gzip", "deflate", "zstd", "raw" };
      g_autoptr(GByteArray) packed = pack (names[i], (const guint8 *) "", 0);
      g_auto(Result) result = { 0 };

      decode (i == 3 ? "deflate" : names[i], packed->data, packed->len, 1, &result);
      g_assert_cmpstr (result.text, ==, "");
      g_assert_null (result.fault);
      g_assert_true (result.made_sense);
    }
}

/* 80 MiB of zeros in some 80 kB: decoding stops soon after the limit. */
static void
test_bomb (void)
{
  g_autofree guint8 *zeros = g_malloc0 (80 * 1024 * 1024);
  g_autoptr(GByteArray) packed = pack ("gzip", zeros, 80 * 1024 * 1024);
  g_autoptr(RtHead) head = make_head ("Content-Encoding: gzip\r\n");
  g_autoptr(RtBody) content = rt_body_new ();
  g_autoptr(RtFault) fault = NULL;
  g_autoptr(RtDecoder) decoder = rt_decoder_new (head, content, &fault);

  g_assert_true (rt_decoder_feed (decoder, packed->data, packed->len, NULL));
  rt_decoder_finish (decoder);
  fault = rt_decoder_steal_fault (decoder);
  g_assert_cmpint (fault->kind, ==, RT_FAULT_CODING_RATIO);
  g_assert_cmpuint (rt_body_get_length (content), <, RT_DECODER_RATIO_FROM + 1024 * 1024);
  g_assert_true (rt_decoder_made_sense (decoder));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("roundtrip-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (cache, "roundtrip", NULL);
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoder/every-split", test_every_split);
  g_test_add_func ("/decoder/truncated", test_truncated);
  g_test_add_func ("/decoder/trailing", test_trailing);
  g_test_add_func ("/decoder/not-coded", test_not_coded);
  g_test_add_func ("/decoder/bad-checksum", test_bad_checksum);
  g_test_add_func ("/decoder/several-members", test_several_members);
  g_test_add_func ("/decoder/two-at-once", test_two_at_once);
  g_test_add_func ("/decoder/several-fields", test_several_fields);
  g_test_add_func ("/decoder/nothing-to-undo", test_nothing_to_undo);
  g_test_add_func ("/decoder/unknown", test_unknown);
  g_test_add_func ("/decoder/empty", test_empty);
  g_test_add_func ("/decoder/bomb", test_bomb);

  result = g_test_run ();

  /* The files in it were unlinked from the start. */
  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (cache), ==, 0);

  return result;
}
