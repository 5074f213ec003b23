/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/coding.c: one coding by itself. The faults are the
 * business of test-decoder.c.
 */

#include "coding.h"

#include <string.h>

/* "hello" in each coding. */
static const guint8 gzip_hello[] = {
  0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0x48, 0xcd,
  0xc9, 0xc9, 0x07, 0x00, 0x86, 0xa6, 0x10, 0x36, 0x05, 0x00, 0x00, 0x00,
};
static const guint8 zlib_hello[] = {
  0x78, 0x9c, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x06, 0x2c, 0x02, 0x15,
};
static const guint8 raw_hello[] = { 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00 };
static const guint8 br_hello[] = { 0x0b, 0x02, 0x80, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x03 };
static const guint8 zstd_hello[] = {
  0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0x29, 0x00, 0x00,
  0x68, 0x65, 0x6c, 0x6c, 0x6f, 0xa3, 0x6d, 0x9f, 0x88,
};

static const struct
{
  const char   *name;
  const guint8 *data;
  gsize         length;
} cases[] = {
  { "gzip", gzip_hello, sizeof gzip_hello },
  { "deflate", zlib_hello, sizeof zlib_hello },
  { "deflate", raw_hello, sizeof raw_hello },
  { "br", br_hello, sizeof br_hello },
  { "zstd", zstd_hello, sizeof zstd_hello },
};

/* Feeds @data in pieces of @piece with a room of @room bytes, while any is
 * taken. */
static char *
decode (const char     *name,
        const guint8   *data,
        gsize           length,
        gsize           piece,
        gsize           room,
        RtCodingStatus *status)
{
  g_autoptr(RtCoding) coding = rt_coding_new (name);
  GString *result = g_string_new (NULL);

  *status = RT_CODING_MORE;
  for (gsize at = 0; at < length && *status != RT_CODING_DAMAGED; at += piece)
    {
      gsize left = MIN (piece, length - at);
      g_autofree guint8 *exact = g_memdup2 (data + at, left);
      const guint8 *input = exact;
      gsize made, before;

      do
        {
          g_autofree guint8 *output = g_malloc (room);

          before = left;
          made = room;
          *status = rt_coding_step (coding, &input, &left, output, &made);
          g_string_append_len (result, (char *) output, made);
        }
      while (((left > 0 && left < before) || made == room) && *status != RT_CODING_DAMAGED);
    }

  return g_string_free (result, FALSE);
}

static void
test_pieces_and_rooms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece <= cases[i].length; piece++)
      for (gsize room = 1; room < 8; room++)
        {
          RtCodingStatus status;
          g_autofree char *text =
            decode (cases[i].name, cases[i].data, cases[i].length, piece, room, &status);

          g_assert_cmpstr (text, ==, "hello");
          g_assert_cmpint (status, ==, RT_CODING_END);
        }
}

static void
test_cut (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 1; length < cases[i].length; length++)
      {
        RtCodingStatus status;
        g_autofree char *text =
          decode (cases[i].name, cases[i].data, length, length, 64, &status);

        g_assert_true (g_str_has_prefix ("hello", text));
        g_assert_cmpint (status, ==, RT_CODING_MORE);
      }
}

static void
test_not_coded (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const guint8 text[] = "\xff\xff <html>no coding at all</html>";
      RtCodingStatus status;
      g_autofree char *result =
        decode (cases[i].name, text, sizeof text - 1, sizeof text, 64, &status);

      g_assert_cmpint (status, ==, RT_CODING_DAMAGED);
    }
}

/* What stands before the damage is kept, however much of it comes at once. */
static void
test_damage_at_end (void)
{
  enum { LENGTH = 3000 };
  g_autofree guint8 *frame = g_memdup2 (zstd_hello, sizeof zstd_hello);
  g_autoptr(GByteArray) br = g_byte_array_new ();
  /* A block that is not compressed (RFC 7932 section 9.2), as in br_hello. */
  guint32 head = 0x80000b | (LENGTH - 1) << 7;
  RtCodingStatus status;
  g_autofree char *text = NULL;
  g_autofree char *long_text = NULL;

  frame[sizeof zstd_hello - 1] ^= 1; /* of the checksum */
  text = decode ("zstd", frame, sizeof zstd_hello, sizeof zstd_hello, 64, &status);
  g_assert_cmpstr (text, ==, "hello");
  g_assert_cmpint (status, ==, RT_CODING_DAMAGED);

  g_byte_array_append (br, (guint8[]) { head, head >> 8, head >> 16 }, 3);
  g_byte_array_set_size (br, br->len + LENGTH);
  memset (br->data + 3, 'x', LENGTH);
  g_byte_array_append (br, (const guint8 *) "\377", 1);
  long_text = decode ("br", br->data, br->len, br->len, 4096, &status);
  g_assert_cmpuint (strlen (long_text), >, LENGTH / 2);
  g_assert_cmpint (status, ==, RT_CODING_DAMAGED);
}

static void
test_names (void)
{
  static const char *const cased[][2] = {
    { "gzip", "gzip" },       { "GZIP", "gzip" },   { "x-gzip", "gzip" },
    { "X-GZip", "gzip" },     { "Deflate", "deflate" }, { "br", "br" },
    { "BR", "br" },           { "zstd", "zstd" },
  };
  static const char *const unknown[] = { "", "compress", "x-compress", "gzi", "gzip ", "brotli",
                                         "identity", "dcb", "aes128gcm" };

  for (gsize i = 0; i < G_N_ELEMENTS (cased); i++)
    {
      g_autoptr(RtCoding) coding = rt_coding_new (cased[i][0]);

      g_assert_cmpstr (rt_coding_get_name (coding), ==, cased[i][1]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (rt_coding_new (unknown[i]));
}

static void
test_any_bytes (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      const gsize which = g_test_rand_int_range (0, G_N_ELEMENTS (cases));
      g_autofree guint8 *data = g_memdup2 (cases[which].data, cases[which].length);
      g_autofree char *text = NULL;
      RtCodingStatus status;

      for (guint i = 0; i < 3; i++)
        data[g_test_rand_int_range (0, cases[which].length)] = g_test_rand_int_range (0, 256);
      text = decode (cases[which].name, data, cases[which].length,
                     g_test_rand_int_range (1, 9), 4096, &status);
      g_assert_nonnull (text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coding/pieces-and-rooms", test_pieces_and_rooms);
  g_test_add_func ("/coding/cut", test_cut);
  g_test_add_func ("/coding/not-coded", test_not_coded);
  g_test_add_func ("/coding/damage-at-end", test_damage_at_end);
  g_test_add_func ("/coding/names", test_names);
  g_test_add_func ("/coding/any-bytes", test_any_bytes);

  return g_test_run ();
}
