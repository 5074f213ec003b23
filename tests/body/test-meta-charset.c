/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of meta-charset.c: what says a charset, and what only looks so. */

#include "config.h"

#include "meta-charset.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *label;
} cases[] = {
  { "", NULL },
  { "<meta charset=utf-8>", "utf-8" },
  { "<META CharSet = \"koi8-r\" />", "koi8-r" },
  { "<meta charset='gbk'", "gbk" },
  { "<meta\tcharset=a/b>", "a/b" },
  { "<meta/charset=gbk>", "gbk" },
  { "<meta charset=>", NULL },
  { "<meta charset><meta charset=gbk>", "gbk" },
  { "<meta charset=\"\"><meta charset=gbk>", "gbk" },
  { "<metadata charset=gbk>", NULL },
  { "</meta charset=gbk>", NULL },
  { "<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">", "koi8-r" },
  { "<meta content='text/html; charset = \"koi8-r\"' http-equiv='CONTENT-TYPE'>", "koi8-r" },
  { "<meta http-equiv=content-type content='charset charset=big5; x'>", "big5" },
  { "<meta http-equiv=content-type content='text/html'>", NULL },
  { "<meta http-equiv=refresh content='0; charset=koi8-r'>", NULL },
  { "<meta name=description content='charset=koi8-r'><meta charset=utf-8>", "utf-8" },
  { "<meta name=keywords content='charset, more' charset=gbk>", "gbk" },
  { "<meta name='a > b' charset=gbk>", "gbk" },
  { "<p title='<meta charset=koi8-r>'><meta charset=gbk>", "gbk" },
  { "<!-- <meta charset=koi8-r> --><meta charset=gbk>", "gbk" },
  { "<!--><meta charset=gbk>", "gbk" },
  { "<!-- <meta charset=gbk>", NULL },
  { "<!doctype html><?php '<meta' ?><meta charset=gbk>", "gbk" },
  { "1 < 2 <meta charset=gbk>", "gbk" },
  { "<meta charset=gbk charset=utf-8>", "gbk" },
  { "<meta", NULL },
  { "<", NULL },
  { "</", NULL },
  { "<meta charset", NULL },
  { "<meta http-equiv=content-type content='charset", NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *exact = length > 0 ? g_memdup2 (cases[i].text, length) : NULL;
      gsize n = 0;
      const char *label = rt_meta_charset_find (exact, length, &n);
      g_autofree char *copy = label != NULL ? g_strndup (label, n) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (copy, ==, cases[i].label);
    }
}

/* Cut anywhere it reads nothing beyond the end. */
static void
test_cut (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 1; length < strlen (cases[i].text); length++)
      {
        g_autofree char *exact = g_memdup2 (cases[i].text, length);
        gsize n = 0;
        const char *label = rt_meta_charset_find (exact, length, &n);

        if (label != NULL)
          g_assert_true (label > exact && label + n <= exact + length);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meta-charset/cases", test_cases);
  g_test_add_func ("/meta-charset/cut", test_cut);

  return g_test_run ();
}
