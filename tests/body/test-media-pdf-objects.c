/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-pdf-objects.c: files of PDF 1.5, whose table and whose objects
 * stand in streams. */

#include "config.h"

#include "media-pdf-objects.h"

#include "made-streams.h"
#include "media-check.h"

/* The objects 1 and 2 in one stream, 3. */
#define OBJECTS "1 0 2 31 <</Type/Catalog/Pages 2 0 R>> \n<</Type/Pages/Count 37/Kids[]>> "
#define FIRST 9

/* An entry of three fields, 1, 2 and 1 bytes wide. */
static void
add_entry (GByteArray *table,
           guint8      kind,
           guint16     place,
           guint8      index)
{
  guint8 entry[4] = { kind, place >> 8, place & 0xff, index };

  g_byte_array_append (table, entry, 4);
}

static GByteArray *
make_pdf (const char *trailer,
          gboolean    is_update)
{
  GByteArray *pdf = g_byte_array_new ();
  g_autoptr (GByteArray) table = g_byte_array_new ();
  g_autofree char *head = g_strdup_printf ("/Type/ObjStm /N 2 /First %u", FIRST);
  g_autofree char *more = NULL;
  g_autofree char *end = NULL;
  gsize stream;
  gsize start;

  made_add_text (pdf, "%PDF-1.5\n");
  stream = made_add_stream (pdf, 3, head, BYTES (OBJECTS));
  add_entry (table, 0, 0, 255);
  add_entry (table, 2, 3, 0);
  add_entry (table, 2, 3, 1);
  add_entry (table, 1, stream, 0);
  more = g_strdup_printf ("/Type/XRef /W [1 2 1] /Size 5 %s", trailer);
  start = made_add_stream (pdf, 4, more, table->data, table->len);
  if (is_update)
    {
      g_autoptr (GByteArray) newer = g_byte_array_new ();
      gsize pages = pdf->len;

      made_add_text (pdf, "2 0 obj\n<</Type/Pages/Count 38/Kids[]>>\nendobj\n");
      add_entry (newer, 1, pages, 0);
      g_free (more);
      more = g_strdup_printf ("/Type/XRef /W [1 2 1] /Index [2 1] /Prev %u /Size 5 %s",
                              (guint) start, trailer);
      start = made_add_stream (pdf, 5, more, newer->data, newer->len);
    }
  end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", (guint) start);
  made_add_text (pdf, end);

  return pdf;
}

static void
check (GByteArray *made,
       const char *words)
{
  g_autoptr (GByteArray) pdf = made;

  media_check (pdf->data, pdf->len, words);
}

static void
test_files (void)
{
  check (make_pdf ("/Root 1 0 R", FALSE), "PDF 1.5 · 37 pages · not encrypted");
  check (make_pdf ("/Root 1 0 R", TRUE), "PDF 1.5 · 38 pages · not encrypted");
  check (make_pdf ("/Root 1 0 R /Encrypt 9 0 R", FALSE), "PDF 1.5 · encrypted");
  /* An object of another number, one behind the table, none. */
  check (make_pdf ("/Root 2 0 R", FALSE), "PDF 1.5 · not encrypted");
  check (make_pdf ("/Root 9 0 R", FALSE), "PDF 1.5 · not encrypted");
  check (make_pdf ("/Root 0 0 R", FALSE), "PDF 1.5 · not encrypted");
  check (make_pdf ("/Root 3 0 R", FALSE), "PDF 1.5 · not encrypted");
  check (make_pdf ("/Root 1 0 R /Index [1 2 0 2]", FALSE), "PDF 1.5 · not encrypted");
  check (make_pdf ("/Root 1 0 R /Index [0 4]", FALSE), "PDF 1.5 · 37 pages · not encrypted");
}

static void
test_look_up (void)
{
  g_autoptr (GByteArray) pdf = make_pdf ("/Root 1 0 R", FALSE);
  const guint8 *last = memmem (pdf->data, pdf->len, "4 0 obj", 7);
  g_auto (RtPdfObjects) objects = { { NULL, 0 } };
  RtPdfObject object;
  gsize value;

  g_assert_nonnull (last);
  rt_pdf_objects_init (&objects, (RtMediaBytes) { pdf->data, pdf->len }, last - pdf->data);
  object = rt_pdf_objects_find_trailer (&objects);
  g_assert_true (rt_pdf_find_key (object.bytes, object.dictionary, "/Root", &value) && value > 0);
  object = rt_pdf_objects_look_up (&objects, 1);
  g_assert_true (rt_media_is (object.bytes, object.dictionary, "<</Type/Catalog"));
  object = rt_pdf_objects_look_up (&objects, 3);
  g_assert_true (object.bytes.data == pdf->data && object.dictionary > 0);
  object = rt_pdf_objects_look_up (&objects, 7);
  g_assert_cmpuint (object.dictionary, ==, 0);
  objects.budget = 0;
  object = rt_pdf_objects_look_up (&objects, 1);
  g_assert_cmpuint (object.dictionary, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-pdf-objects/files", test_files);
  g_test_add_func ("/media-pdf-objects/look-up", test_look_up);

  return g_test_run ();
}
