/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one file says of another, and the order of the lists. */

#include "catalogue-loader.h"

#include "reference-samples.h"

#define FAILURE(id, kind, phase) \
  "<entry id='" id "' kind='" kind "' phase='" phase "'><name>N</name>" \
  "<summary>S.</summary><meaning>M.</meaning><action>A.</action></entry>"

static void
test_across_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) classes = make_bytes (CLASSES);
  g_autoptr (GBytes) four = make_bytes (
    CODES (CODE ("502", "") CODE ("404", "<look-alike code='204'>D.</look-alike>")));
  g_autoptr (GBytes) two = make_bytes (CODES (CODE ("204", "")));
  const RtReferenceSource sources[] = {
    { "status-codes-4xx.xml", four },
    { "status-codes-2xx.xml", two },
    { "classes.xml", classes },
  };
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_load (sources, 3, &error);
  g_autoptr (RtStatusCode) first = NULL;
  g_autoptr (RtStatusCode) last = NULL;

  g_assert_no_error (error);
  first = g_list_model_get_item (rt_catalogue_get_codes (catalogue), 0);
  last = g_list_model_get_item (rt_catalogue_get_codes (catalogue), 2);
  g_assert_cmpint (rt_status_code_get_code (first), ==, 204);
  g_assert_cmpint (rt_status_code_get_code (last), ==, 502);
  g_assert_finalize_object (g_steal_pointer (&catalogue));
}

static void
test_order_of_failures (void)
{
  static const char * const expected[] = { "b", "f", "c", "a", "d", "e" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = load_with_classes (
    "failures.xml",
    "<entries>" FAILURE ("d", "fault", "wait") FAILURE ("e", "fault", "content")
    FAILURE ("a", "failure", "any") FAILURE ("c", "failure", "content")
    FAILURE ("b", "failure", "name") FAILURE ("f", "failure", "name") "</entries>",
    &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (RtEntry) entry =
        g_list_model_get_item (rt_catalogue_get_failures (catalogue), i);

      g_assert_cmpstr (rt_entry_get_id (entry), ==, expected[i]);
    }
}

static void
test_classes_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) classes = make_bytes ("<entries>" ENTRY ("1xx") ENTRY ("none") "</entries>");
  const RtReferenceSource source = { "classes.xml", classes };
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_load (&source, 1, &error);

  g_assert_null (catalogue);
  g_assert_error (error, RT_REFERENCE_ERROR, RT_REFERENCE_ERROR_MISSING);
  g_assert_cmpstr (error->message, ==, "classes.xml: the class '2xx' is not described");
}

static void
test_unknown_file (void)
{
  assert_refused ("colours.xml", "<entries/>", RT_REFERENCE_ERROR_UNKNOWN, "colours.xml:1:");
  assert_refused ("status-codes-4xx.xml", "<entries/>", RT_REFERENCE_ERROR_UNKNOWN, "<entries>");
  assert_refused ("status-codes-4xx.xml", "<a", RT_REFERENCE_ERROR_SYNTAX,
                  "status-codes-4xx.xml:1:");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/catalogue-loader/across-files", test_across_files);
  g_test_add_func ("/reference/catalogue-loader/order-of-failures", test_order_of_failures);
  g_test_add_func ("/reference/catalogue-loader/classes-missing", test_classes_missing);
  g_test_add_func ("/reference/catalogue-loader/unknown-file", test_unknown_file);

  return g_test_run ();
}
