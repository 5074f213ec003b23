/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text in any pieces gives what it gives at once, and nothing is dropped. */

#include "config.h"

#include "text-converter.h"

#include <string.h>

typedef struct
{
  const char *converter;
  const char *bytes;
  gsize       length;
  const char *text;
  gsize       n_replaced;
} Case;

#define CASE(converter, bytes, text, n) { converter, bytes, sizeof bytes - 1, text, n }

static const Case cases[] = {
  CASE ("CP1252", "", "", 0),
  CASE ("CP1252", "caf\351 \200", "café €", 0),
  CASE ("CP1252", "a\0b", "a\342\220\200b", 0),
  /* Bytes without a character of the vendor: index-windows-1252 of the standard. */
  CASE ("CP1252", "a\201b\235", "a\302\201b\302\235", 0),
  CASE ("CP874", "\333\201", "\357\277\275\302\201", 1),
  CASE ("CP1253", "\252", "\357\277\275", 1),
  CASE ("UTF-16LE", "a\0\351\0", "aé", 0),
  CASE ("UTF-16LE", "=\330\0\336", "😀", 0),
  /* A half of a pair alone: what follows is read in step. */
  CASE ("UTF-16LE", "=\330a\0b\0", "\357\277\275ab", 1),
  CASE ("UTF-16LE", "\0\336a\0b\0", "\357\277\275ab", 1),
  CASE ("UTF-16BE", "\336\0\0a\0b", "\357\277\275ab", 1),
  CASE ("UTF-16BE", "\330=\336\0", "😀", 0),
  CASE ("UTF-16BE", "\0a\330=", "a\357\277\275", 1),
  CASE ("UTF-16BE", "\0a\0", "a\357\277\275", 1),
  CASE ("UTF-32LE", "a\0\0\0\0\0\021\0b\0\0\0", "a\357\277\275b", 1),
  CASE ("UTF-32BE", "\0\1\366\0", "😀", 0),
  CASE ("CP932", "\223\372\226{a", "日本a", 0),
  CASE ("CP932", "\223", "\357\277\275", 1),
  CASE ("EUC-JP", "\306\374\313\334", "日本", 0),
  CASE ("ISO-2022-JP", "\033$BF|K\\\033(Ba", "日本a", 0),
  CASE ("ISO-2022-JP", "\033$BF|", "日", 0),
  CASE ("GB18030", "\304\343a", "你a", 0),
  CASE ("BIG5-HKSCS", "\210f", "\303\212", 0),
  CASE ("BIG5-HKSCS", "\210b", "\303\212\314\204", 0),
};

static GString *
convert (const Case *c,
         gsize       piece,
         gsize      *n_replaced)
{
  g_autoptr (RtTextConverter) converter = rt_text_converter_new (c->converter);
  GString *out = g_string_new (NULL);
  gsize position = 0;
  gsize end = 0;

  g_assert_nonnull (converter);
  *n_replaced = 0;
  do
    {
      gsize n;
      g_autofree guint8 *data = NULL;

      end = MIN (end + piece, c->length);
      n = end - position;
      data = g_memdup2 (c->bytes + position, n);
      position += rt_text_converter_feed (converter, data, n, end == c->length, out,
                                          n_replaced);
    }
  while (end < c->length);
  g_assert_cmpuint (position, ==, c->length);

  return out;
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece < 16; piece += i % 2 + 1)
      {
        gsize n_replaced;
        g_autoptr (GString) text = convert (&cases[i], piece, &n_replaced);

        g_test_message ("case %" G_GSIZE_FORMAT " in pieces of %" G_GSIZE_FORMAT, i, piece);
        g_assert_cmpstr (text->str, ==, cases[i].text);
        g_assert_true (g_utf8_validate (text->str, text->len, NULL));
        g_assert_cmpuint (n_replaced, ==, cases[i].n_replaced);
      }
}

/* Any bytes at all. */
static void
test_random (void)
{
  static const char *const converters[] = { "CP1252", "UTF-16LE", "UTF-16BE", "UTF-32LE", "CP932",
                                            "EUC-JP", "ISO-2022-JP", "GB18030", "BIG5-HKSCS",
                                            "CP949" };

  for (gsize i = 0; i < 20 * G_N_ELEMENTS (converters); i++)
    {
      g_autofree char *bytes = g_malloc (500);
      Case c = { converters[i % G_N_ELEMENTS (converters)], bytes, 500 };
      g_autoptr (GString) whole = NULL;
      g_autoptr (GString) pieces = NULL;
      gsize n_whole;
      gsize n_pieces;

      for (gsize j = 0; j < 500; j++)
        bytes[j] = g_test_rand_int_range (0, j % 2 == 0 ? 256 : 64);
      whole = convert (&c, 500, &n_whole);
      pieces = convert (&c, g_test_rand_int_range (1, 40), &n_pieces);
      g_assert_true (g_utf8_validate (whole->str, whole->len, NULL));
      g_assert_cmpstr (pieces->str, ==, whole->str);
      g_assert_cmpuint (n_pieces, ==, n_whole);
    }
}

static void
test_unknown (void)
{
  g_assert_null (rt_text_converter_new ("no such charset"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-converter/table", test_table);
  g_test_add_func ("/text-converter/random", test_random);
  g_test_add_func ("/text-converter/unknown", test_unknown);

  return g_test_run ();
}
