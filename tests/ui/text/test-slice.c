/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of slice.c: what is drawn for any bytes, and the way back. */

#include "config.h"

#include "slice.h"

#include <string.h>

#define TEXT(s) s, sizeof s - 1

typedef struct
{
  const char *bytes;
  gsize       length;
  const char *drawn;
  const char *compact;
} Case;

static const Case cases[] = {
  { TEXT (""), "", "" },
  { TEXT ("plain {} 1"), "plain {} 1", "plain {} 1" },
  { TEXT ("a\tb"), "a       b", "a⇥b" },
  { TEXT ("12345678\t|"), "12345678        |", "12345678⇥|" },
  { TEXT ("\303\244\tb"), "ä       b", "ä⇥b" },
  { TEXT ("\344\270\255\tb"), "中      b", "中⇥b" },
  { TEXT ("a\0b\r\033[0m\177"), "a^@b^M^[[0m^?", "a▯b▯▯[0m▯" },
  /* No UTF-8: alone, cut off, overlong, a surrogate, beyond the last one. */
  { TEXT ("caf\351"), "caf\\xE9", "caf\357\277\275" },
  { TEXT ("\200\277"), "\\x80\\xBF", "\357\277\275\357\277\275" },
  { TEXT ("\342\202"), "\\xE2\\x82", "\357\277\275\357\277\275" },
  { TEXT ("\342\202x"), "\\xE2\\x82x", "\357\277\275\357\277\275x" },
  { TEXT ("\300\257"), "\\xC0\\xAF", "\357\277\275\357\277\275" },
  { TEXT ("\355\240\200"), "\\xED\\xA0\\x80", "\357\277\275\357\277\275\357\277\275" },
  { TEXT ("\364\220\200\200"), "\\xF4\\x90\\x80\\x80",
    "\357\277\275\357\277\275\357\277\275\357\277\275" },
  { TEXT ("\377\376"), "\\xFF\\xFE", "\357\277\275\357\277\275" },
  /* One that was sent is a character as any other. */
  { TEXT ("\357\277\275"), "\357\277\275", "\357\277\275" },
  /* What turns around, hides or breaks. */
  { TEXT ("a\342\200\256b"), "a[RLO]b", "a▯b" },
  { TEXT ("\342\201\246x\342\201\251"), "[LRI]x[PDI]", "▯x▯" },
  { TEXT ("\357\273\277{}"), "[BOM]{}", "▯{}" },
  { TEXT ("a\342\200\213b"), "a[ZWSP]b", "a▯b" },
  { TEXT ("a\302\255b"), "a[SHY]b", "a▯b" },
  { TEXT ("\342\200\250\342\200\251"), "[LSEP][PSEP]", "▯▯" },
  { TEXT ("\302\205"), "[NEL]", "▯" },
  { TEXT ("\302\200"), "[U+0080]", "▯" },
  { TEXT ("\363\240\201\201"), "[U+E0041]", "▯" },
  { TEXT ("\343\205\244"), "[U+3164]", "▯" },
  { TEXT ("\357\277\271"), "[U+FFF9]", "▯" },
  /* A joiner between letters of Persian and parts of a picture is at work. */
  { TEXT ("a\342\200\215b"), "a[ZWJ]b", "a▯b" },
  { TEXT ("\331\205\333\214\342\200\214\330\256"), "\331\205\333\214\342\200\214\330\256",
    "\331\205\333\214\342\200\214\330\256" },
  { TEXT ("\360\237\221\251\342\200\215\360\237\224\254"),
    "\360\237\221\251\342\200\215\360\237\224\254",
    "\360\237\221\251\342\200\215\360\237\224\254" },
  { TEXT ("x\342\200\215"), "x[ZWJ]", "x▯" },
  /* Other blanks stay what they are. */
  { TEXT ("a\302\240b"), "a\302\240b", "a\302\240b" },
};

/* An over-read is seen by the sanitiser. */
static RtSlice *
slice_exactly (const char   *bytes,
               gsize         length,
               RtSliceFlags  flags)
{
  g_autofree char *copy = g_memdup2 (bytes, length);

  return rt_slice_new (copy, length, length, 0, G_MAXUINT, flags);
}

static void
check_maps (const RtSlice *slice,
            gsize          length)
{
  g_assert_cmpuint (rt_slice_get_bytes (slice), ==, length);
  g_assert_true (g_utf8_validate (slice->drawn->str, slice->drawn->len, NULL));
  for (guint i = 0; i < slice->units->len; i++)
    {
      const RtUnit *unit = &g_array_index (slice->units, RtUnit, i);

      g_assert_cmpuint (rt_slice_to_drawn (slice, unit->byte), ==, unit->drawn);
      g_assert_cmpuint (rt_slice_to_byte (slice, unit->drawn), ==, unit->byte);
      g_assert_true (rt_slice_find (slice, unit->byte) == unit);
    }
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtSlice) slice = slice_exactly (cases[i].bytes, cases[i].length, 0);
      g_autoptr (RtSlice) compact =
        slice_exactly (cases[i].bytes, cases[i].length, RT_SLICE_COMPACT);

      g_assert_cmpstr (slice->drawn->str, ==, cases[i].drawn);
      g_assert_cmpstr (compact->drawn->str, ==, cases[i].compact);
      check_maps (slice, cases[i].length);
      check_maps (compact, cases[i].length);
      g_assert_cmpuint (rt_slice_get_cells (compact), <=, cases[i].length);
    }
}

/* Where there are glyphs for them. */
static void
test_pictures (void)
{
  const char bytes[] = "a\0b\r\033\037\177";
  g_autoptr (RtSlice) slice = slice_exactly (bytes, sizeof bytes - 1, RT_SLICE_PICTURES);
  g_autoptr (RtSlice) compact =
    slice_exactly (bytes, sizeof bytes - 1, RT_SLICE_PICTURES | RT_SLICE_COMPACT);

  g_assert_cmpstr (slice->drawn->str, ==, "a␀b␍␛␟␡");
  g_assert_cmpstr (compact->drawn->str, ==, "a␀b␍␛␟␡");
}

static void
test_kinds (void)
{
  static const RtUnitKind kinds[] = { RT_UNIT_PLAIN,  RT_UNIT_TAB,     RT_UNIT_CONTROL,
                                      RT_UNIT_FORMAT, RT_UNIT_INVALID, RT_UNIT_SPACE,
                                      RT_UNIT_PLAIN };
  g_autoptr (RtSlice) slice =
    slice_exactly (TEXT ("x\t\001\342\200\256\377\302\240"), 0);

  g_assert_cmpuint (slice->units->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (g_array_index (slice->units, RtUnit, i).kind, ==, kinds[i]);
}

/* Any bytes: each stands in one unit, nothing without a look is left. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[64];
      gsize length = g_test_rand_int_range (0, sizeof bytes);
      RtSliceFlags flags = round % 2 ? RT_SLICE_COMPACT : 0;
      g_autoptr (RtSlice) slice = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = g_test_rand_bit () ? g_test_rand_int_range (0, 256)
                                      : "\342\200\256\355\240\t \303"[g_test_rand_int_range (0, 8)];
      slice = slice_exactly (bytes, length, flags);
      check_maps (slice, length);
      if (flags != 0)
        g_assert_cmpuint (rt_slice_get_cells (slice), <=, length);
      for (const char *p = slice->drawn->str; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
    }
}

static void
test_limits (void)
{
  /* The last unit is whole, though it ends behind the limit. */
  g_autoptr (RtSlice) limited = rt_slice_new (TEXT ("ab\342\202\254cd"), 3, 0, G_MAXUINT, 0);
  g_autoptr (RtSlice) few = rt_slice_new (TEXT ("abcdef"), 6, 0, 3, 0);
  g_autoptr (RtSlice) stop = rt_slice_new (TEXT ("\tx"), 2, 6, G_MAXUINT, 0);

  g_assert_cmpstr (limited->drawn->str, ==, "ab€");
  g_assert_cmpuint (rt_slice_get_bytes (limited), ==, 5);
  g_assert_cmpstr (few->drawn->str, ==, "abc");
  g_assert_cmpstr (stop->drawn->str, ==, "  x");
}

static void
test_within (void)
{
  g_autoptr (RtSlice) slice = slice_exactly (TEXT ("a\342\202\254\377b"), 0);

  g_assert_cmpuint (rt_slice_to_drawn (slice, 2), ==, 1);
  g_assert_cmpuint (rt_slice_to_drawn (slice, 3), ==, 1);
  g_assert_cmpuint (rt_slice_to_byte (slice, 5), ==, 4);
  g_assert_cmpuint (rt_slice_to_byte (slice, 7), ==, 4);
  g_assert_cmpuint (rt_slice_to_byte (slice, 8), ==, 5);
  g_assert_cmpuint (rt_slice_to_byte (slice, 99), ==, 6);
  g_assert_cmpuint (rt_slice_to_drawn (slice, 99), ==, 9);
}

static void
test_align (void)
{
  static const struct
  {
    const char *text;
    gsize       length;
    gsize       byte;
    gsize       start;
  } align_cases[] = {
    { TEXT ("abc"), 1, 1 },
    { TEXT ("abc"), 3, 3 },
    { TEXT ("abc"), 9, 3 },
    { TEXT ("a\342\202\254b"), 1, 1 },
    { TEXT ("a\342\202\254b"), 2, 1 },
    { TEXT ("a\342\202\254b"), 3, 1 },
    { TEXT ("a\342\202\254b"), 4, 4 },
    { TEXT ("\360\237\221\251"), 3, 0 },
    { TEXT ("\303\244\200\200"), 3, 3 }, /* no part of the character before */
    { TEXT ("\200\200\200\200"), 3, 3 },
    { TEXT ("\342\202x"), 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (align_cases); i++)
    g_assert_cmpuint (rt_slice_align (align_cases[i].text, align_cases[i].length,
                                      align_cases[i].byte), ==, align_cases[i].start);
}

static void
test_simple (void)
{
  g_assert_true (rt_slice_is_simple (TEXT ("")));
  g_assert_true (rt_slice_is_simple (TEXT (" ~{}azAZ09")));
  g_assert_false (rt_slice_is_simple (TEXT ("a\tb")));
  g_assert_false (rt_slice_is_simple (TEXT ("a\177")));
  g_assert_false (rt_slice_is_simple (TEXT ("\303\244")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slice/table", test_table);
  g_test_add_func ("/slice/pictures", test_pictures);
  g_test_add_func ("/slice/kinds", test_kinds);
  g_test_add_func ("/slice/random", test_random);
  g_test_add_func ("/slice/limits", test_limits);
  g_test_add_func ("/slice/within", test_within);
  g_test_add_func ("/slice/align", test_align);
  g_test_add_func ("/slice/simple", test_simple);

  return g_test_run ();
}
