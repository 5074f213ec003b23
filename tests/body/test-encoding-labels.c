/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of encoding-labels.c: the labels that are known, and those that must
 * never reach a converter.
 */

#include "config.h"

#include "encoding-labels.h"

#include <string.h>

static const struct
{
  const char *label;
  const char *name; /* NULL: unknown */
} cases[] = {
  { "utf-8", "UTF-8" },
  { "UTF8", "UTF-8" },
  { "  Latin1\t", "windows-1252" },
  { "ISO-8859-1", "windows-1252" },
  { "us-ascii", "windows-1252" },
  { "iso-8859-15", "ISO-8859-15" },
  { "sjis", "Shift_JIS" },
  { "gb2312", "GBK" },
  { "ks_c_5601-1987", "EUC-KR" },
  { "utf-16", "UTF-16LE" },
  { "koi8-r", "KOI8-R" },
  { "", NULL },
  { " ", NULL },
  { "utf", NULL },
  { "utf-8 utf8", NULL },
  { "ISO-2022-CN-EXT", NULL },
  { "UTF-8//TRANSLIT", NULL },
  { "utf-7", NULL },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize n = strlen (cases[i].label);
      g_autofree char *exact = n > 0 ? g_memdup2 (cases[i].label, n) : g_strdup ("");
      const RtEncoding *encoding = rt_encoding_find (exact, n);

      g_test_message ("label “%s”", cases[i].label);
      g_assert_cmpstr (encoding != NULL ? encoding->name : NULL, ==, cases[i].name);
    }
}

/* Every converter of the table exists here, or the view shows bare bytes. */
static void
test_converters (void)
{
  static const char * const labels[] = {
    "utf-8", "latin1", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "sjis", "euc-jp",
    "iso-2022-jp", "gbk", "gb18030", "big5", "euc-kr", "ibm866", "latin2", "latin3",
    "latin4", "cyrillic", "arabic", "greek", "hebrew", "latin6", "iso-8859-13",
    "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u", "macintosh",
    "x-mac-cyrillic", "tis-620", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255",
    "cp1256", "cp1257", "cp1258",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const RtEncoding *encoding = rt_encoding_find (labels[i], -1);
      GIConv converter;

      g_assert_nonnull (encoding);
      converter = g_iconv_open ("UTF-8", encoding->converter);
      g_test_message ("converter %s", encoding->converter);
      g_assert_true (converter != (GIConv) -1);
      g_iconv_close (converter);
    }
}

/* The list has each name once, and each is found by its name. */
static void
test_list (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (const RtEncoding *encoding; (encoding = rt_encoding_get (n)) != NULL; n++)
    {
      g_assert_true (g_hash_table_add (names, (gpointer) encoding->name));
      g_assert_true (rt_encoding_find (encoding->name, -1) == encoding);
    }
  g_assert_cmpuint (n, >=, 38);
  g_assert_null (rt_encoding_get (n + 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding-labels/find", test_find);
  g_test_add_func ("/encoding-labels/converters", test_converters);
  g_test_add_func ("/encoding-labels/list", test_list);

  return g_test_run ();
}
