/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-pdf.c, on files whose tables are written with the right places. */

#include "config.h"

#include "media-check.h"

#define ROOT "1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n"
#define PAGES(count) "2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count " count ">>\nendobj\n"

/* The file with a table of the two objects that begin with "1 0 obj", "2 0 obj". */
static char *
with_table (const char *body,
            const char *trailer)
{
  const char *one = g_strrstr (body, "1 0 obj");
  const char *two = g_strrstr (body, "2 0 obj");

  return g_strdup_printf ("%sxref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n"
                          "trailer\n<</Size 3 %s>>\nstartxref\n%d\n%%%%EOF\n",
                          body, one != NULL ? (int) (one - body) : 0,
                          two != NULL ? (int) (two - body) : 0, trailer, (int) strlen (body));
}

static const struct
{
  const char *name;
  const char *body;
  const char *trailer;
  const char *words;
} cases[] = {
  { "plain", "%PDF-1.4\n%\342\343\317\323\n" ROOT PAGES ("3"), "/Root 1 0 R",
    "PDF 1.4 · 3 pages · not encrypted" },
  { "encrypted", "%PDF-1.7\n" ROOT PAGES ("12"), "/Encrypt 9 0 R /Root 1 0 R",
    "PDF 1.7 · 12 pages · encrypted" },
  { "the count stands elsewhere", "%PDF-1.7\n" ROOT PAGES ("5 0 R"), "/Root 1 0 R",
    "PDF 1.7 · not encrypted" },
  { "no page tree", "%PDF-2.0\n" ROOT, "/Root 1 0 R", "PDF 2.0 · not encrypted" },
  { "no root", "%PDF-1.4\n" ROOT PAGES ("3"), "/Info 1 0 R", "PDF 1.4" },
  { "a version that is none", "%PDF-1.45\n" ROOT PAGES ("3"), "/Root 1 0 R",
    "3 pages · not encrypted" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pdf = with_table (cases[i].body, cases[i].trailer);

      g_test_message ("%s", cases[i].name);
      media_check (pdf, strlen (pdf), cases[i].words);
    }
}

/* A file that was filled up to the size of its blocks. */
static void
test_filled (void)
{
  g_autofree char *pdf = with_table ("%PDF-1.4\n" ROOT PAGES ("3"), "/Root 1 0 R");
  g_autoptr (GString) filled = g_string_new (pdf);
  g_autofree char *words = NULL;
  RtMediaFacts facts;

  for (guint i = 0; i < 4096; i++)
    g_string_append_c (filled, "\0\n "[i % 3]);
  media_read_exact (filled->str, filled->len, TRUE, &facts);
  words = rt_media_facts_dup_words (&facts);
  g_assert_cmpstr (words, ==, "PDF 1.4 · 3 pages · not encrypted");
}

/* An update replaces the page tree: its table, then the first one. */
static void
test_update (void)
{
  g_autofree char *first = with_table ("%PDF-1.4\n" ROOT PAGES ("3"), "/Root 1 0 R");
  const char *table = g_strrstr (first, "xref\n0 3");
  gsize object = strlen (first);
  g_autofree char *pdf =
    g_strdup_printf ("%s" PAGES ("4") "xref\n2 1\n%010d 00000 n \ntrailer\n"
                     "<</Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
                     first, (int) object, (int) (table - first),
                     (int) (object + strlen (PAGES ("4"))));

  media_check (pdf, strlen (pdf), "PDF 1.4 · 4 pages · not encrypted");
}

/* The table that follows the last one is the same again, without end. */
static void
test_circle (void)
{
  static const char pdf[] = "%PDF-1.4\nxref\n0 0\ntrailer\n<</Root 1 0 R /Prev 9>>\n"
                            "startxref\n9\n%%EOF\n";

  media_check (BYTES (pdf), "PDF 1.4 · not encrypted");
}

/* A stream in place of the table: its dictionary tells, its content is not read. */
static void
test_stream (void)
{
  static const char pdf[] = "%PDF-1.5\n7 0 obj\n<</Type /XRef /Root 1 0 R /Encrypt 5 0 R>>\n"
                            "stream\nabc\nendstream\nendobj\nstartxref\n9\n%%EOF\n";

  media_check (BYTES (pdf), "PDF 1.5 · encrypted");
}

static void
test_linearized (void)
{
  static const char start[] = "%PDF-1.6\n%\342\343\317\323\n4 0 obj\n"
                              "<</Linearized 1 /L 100 /O 6 /E 50 /N 7 /T 60>>\nendobj\n";
  g_autofree char *pdf = g_strdup_printf ("%s%*s", start, (int) (100 - strlen (start)), "");
  g_autofree char *longer = g_strdup_printf ("%s ", pdf);

  g_assert_cmpuint (strlen (pdf), ==, 100);
  media_check (pdf, 100, "PDF 1.6 · 7 pages");
  /* It was changed since. */
  media_check (longer, 101, "PDF 1.6");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-pdf/cases", test_cases);
  g_test_add_func ("/media-pdf/update", test_update);
  g_test_add_func ("/media-pdf/circle", test_circle);
  g_test_add_func ("/media-pdf/stream", test_stream);
  g_test_add_func ("/media-pdf/filled", test_filled);
  g_test_add_func ("/media-pdf/linearized", test_linearized);

  return g_test_run ();
}
