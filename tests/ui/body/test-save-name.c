/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of save-name.c: names that are safe. */

#include "config.h"

#include "save-name.h"

#include <string.h>

static const struct
{
  const char *disposition;
  const char *url;
  const char *type;
  const char *coding;
  const char *name;
} cases[] = {
  { NULL, "http://example.org/a/b.json?x=/c#d", NULL, NULL, "b.json" },
  { NULL, "http://example.org/a/b", "application/json", NULL, "b.json" },
  { NULL, "http://example.org/", "text/html", NULL, "response.html" },
  { NULL, "http://example.org", NULL, NULL, "response" },
  { NULL, "http://example.org/a%2Fb.txt", NULL, NULL, "b.txt" },
  { NULL, "http://example.org/x.tar", NULL, "gzip", "x.tar.gz" },
  { NULL, "http://example.org/x", "application/problem+json", "br", "x.json.br" },
  { "attachment; filename=report.pdf", "http://example.org/x", NULL, NULL, "report.pdf" },
  { "attachment; filename=\"a \\\"b\\\".txt\"", "http://e/x", NULL, NULL, "a _b_.txt" },
  { "attachment; FileName = \"x.csv\"; size=3", "http://e/", NULL, NULL, "x.csv" },
  { "attachment; filename=\"../../etc/passwd\"", "http://e/", NULL, NULL, "passwd" },
  { "attachment; filename=\"..\\\\boot.ini\"", "http://e/", NULL, NULL, "boot.ini" },
  { "attachment; filename=\".bashrc\"", "http://e/", NULL, NULL, "bashrc" },
  { "attachment; filename=\"-rf\"", "http://e/", NULL, NULL, "rf" },
  { "attachment; filename=\"/\"", "http://e/", "text/plain", NULL, "response.txt" },
  { "attachment; filename=\"a;b.txt\"", "http://e/", NULL, NULL, "a;b.txt" },
  { "attachment; filename=\"open.txt", "http://e/", NULL, NULL, "open.txt" },
  { "attachment; filename=\"old.txt\"; filename*=UTF-8''na%C3%AFve.txt", "http://e/", NULL, NULL,
    "naïve.txt" },
  { "attachment; filename*=iso-8859-1'en'%A3.txt", "http://e/", NULL, NULL, "£.txt" },
  { "attachment; filename*=UTF-8''a%2F..%2Fb.sh", "http://e/", NULL, NULL, "b.sh" },
  { "attachment; filename*=UTF-8''%ff; filename=ok.txt", "http://e/", NULL, NULL, "ok.txt" },
  { "attachment; filename=\"a\nb\xe2\x80\xaegnp.exe\"", "http://e/", NULL, NULL, "a_b_gnp.exe" },
  { "attachment; filename=\"\"", "http://example.org/a.txt", NULL, NULL, "a.txt" },
  { "attachment; filename=\"..\"", "http://example.org/a.txt", NULL, NULL, "a.txt" },
  { "attachment; filename*=UTF-8''a%00b.txt", "http://example.org/c.txt", NULL, NULL, "c.txt" },
  { "attachment; filename=\"a%2fb%41.txt\"", "http://e/", NULL, NULL, "a%2fb%41.txt" },
  { "attachment; filename=\"\303\251\342\200\256.txt\"", "http://e/", NULL, NULL, "\303\251_.txt" },
  { "attachment", "http://example.org/plain", NULL, NULL, "plain" },
  { "", "http://example.org/plain", NULL, NULL, "plain" },
  { ";;;=", "http://example.org/plain", NULL, NULL, "plain" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = rt_save_name_suggest (cases[i].disposition, cases[i].url,
                                                    cases[i].type, cases[i].coding);

      g_test_message ("%s, %s", cases[i].disposition, cases[i].url);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (5000, 'x');
  g_autofree char *url = g_strconcat ("http://example.org/", letters, NULL);
  g_autofree char *name = rt_save_name_suggest (NULL, url, NULL, NULL);

  g_assert_cmpuint (strlen (name), <=, 120);
}

/* It is cut between two characters, and keeps its ending. */
static void
test_long_ending (void)
{
  g_autoptr (GString) disposition = g_string_new ("attachment; filename=\"");
  g_autofree char *name = NULL;
  g_autofree char *dots = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (disposition, "\303\251");
  g_string_append (disposition, ".tar.gz\"");
  name = rt_save_name_suggest (disposition->str, "http://e/", NULL, NULL);
  g_assert_cmpuint (strlen (name), <=, 120);
  g_assert_true (g_str_has_suffix (name, "\303\251.gz"));
  g_assert_true (g_utf8_validate (name, -1, NULL));

  g_string_assign (disposition, "attachment; filename=\"x.");
  for (guint i = 0; i < 200; i++)
    g_string_append (disposition, "y");
  dots = rt_save_name_suggest (disposition->str, "http://e/", NULL, NULL);
  g_assert_cmpuint (strlen (dots), ==, 120);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/save-name/cases", test_cases);
  g_test_add_func ("/save-name/long", test_long);
  g_test_add_func ("/save-name/long-ending", test_long_ending);

  return g_test_run ();
}
