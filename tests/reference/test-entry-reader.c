/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each rule for an <entry>, kept and broken. */

#include "entry-reader.h"

#include "reference-samples.h"

#define REST "<name>N</name><summary>S.</summary><meaning>M.</meaning>"
#define ACT "<action>A.</action>"
#define RFC "<reference rfc='9110'/>"
#define METHOD(start, rest) "<entries><entry " start ">" rest "</entry></entries>"
#define FACTS "safe='yes' idempotent='yes' cacheable='no' content='unusual'"

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = load_with_classes (
    "fields.xml",
    "<entries><entry id='x-one' direction='both' status='unregistered'>"
    "<name>X-One</name><alias>X-Uno</alias><summary>S.</summary><meaning>M.</meaning>"
    "<value>a</value><value>b</value></entry></entries>",
    &error);
  RtEntry *entry;

  g_assert_no_error (error);
  entry = rt_catalogue_find_field (catalogue, "x-ONE");
  g_assert_cmpstr (rt_entry_get_id (entry), ==, "x-one");
  g_assert_cmpstr (rt_entry_get_name (entry), ==, "X-One");
  g_assert_cmpstr (rt_entry_get_summary (entry), ==, "S.");
  g_assert_cmpstr (rt_entry_get_meaning (entry), ==, "M.");
  g_assert_cmpstr (rt_entry_get_action (entry), ==, "");
  g_assert_cmpstr (rt_entry_get_specification (entry), ==, "");
  g_assert_cmpstr (rt_entry_get_specification_url (entry), ==, "");
  g_assert_cmpstr (rt_entry_get_fact (entry, "direction"), ==, "both");
  g_assert_cmpstr (rt_entry_get_fact (entry, "status"), ==, "unregistered");
  g_assert_null (rt_entry_get_fact (entry, "safe"));
  g_assert_cmpstr (rt_entry_get_aliases (entry)[0], ==, "X-Uno");
  g_assert_null (rt_entry_get_aliases (entry)[1]);
  g_assert_cmpstr (rt_entry_get_values (entry)[1], ==, "b");
  g_assert_null (rt_entry_get_values (entry)[2]);
  g_assert_true (rt_catalogue_find_field (catalogue, "x-uno") == entry);
}

static void
test_refused (void)
{
  static const struct { const char *xml; int code; const char *message; } cases[] = {
    { METHOD (FACTS, REST ACT RFC), RT_REFERENCE_ERROR_MISSING, "'id'" },
    { METHOD ("id='get' safe='yes'", REST ACT RFC), RT_REFERENCE_ERROR_MISSING, "'idempotent'" },
    { METHOD ("id='get' x='1' " FACTS, REST ACT RFC), RT_REFERENCE_ERROR_UNKNOWN, "'x'" },
    { METHOD ("id='get' safe='maybe'", REST ACT RFC), RT_REFERENCE_ERROR_VALUE, "'maybe'" },
    { METHOD ("id='get' " FACTS, REST RFC), RT_REFERENCE_ERROR_MISSING, "<action>" },
    { METHOD ("id='get' " FACTS, REST ACT), RT_REFERENCE_ERROR_MISSING, "<reference>" },
    { METHOD ("id='get' " FACTS, ACT RFC), RT_REFERENCE_ERROR_MISSING, "<name>" },
    { METHOD ("id='get' " FACTS, REST ACT RFC "<when>W.</when>"), RT_REFERENCE_ERROR_UNKNOWN,
      "<when>" },
    { METHOD ("id='get' " FACTS, REST ACT ACT RFC), RT_REFERENCE_ERROR_DUPLICATE, "<action>" },
    { METHOD ("id='get' " FACTS, REST "<action x='y'>A.</action>" RFC), RT_REFERENCE_ERROR_UNKNOWN,
      "'x'" },
    { "<entries><entry id='a' " FACTS ">" REST ACT RFC "</entry>\n<entry id='b' " FACTS ">" REST ACT RFC
      "</entry></entries>", RT_REFERENCE_ERROR_DUPLICATE, "methods.xml:2: <entry> describes 'N'" },
    { "<entries x='1'/>", RT_REFERENCE_ERROR_UNKNOWN, "'x'" },
    { "<entries><code/></entries>", RT_REFERENCE_ERROR_UNKNOWN, "<code>" },
    { "<entries>text</entries>", RT_REFERENCE_ERROR_SYNTAX, "has text" },
    { "<status-codes/>", RT_REFERENCE_ERROR_UNKNOWN, "in a file of this name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused ("methods.xml", cases[i].xml, cases[i].code, cases[i].message);
}

static void
test_files (void)
{
  g_assert_cmpstr (rt_entry_kind_get_file (RT_ENTRY_CLASS), ==, "classes.xml");
  g_assert_cmpstr (rt_entry_kind_get_file (RT_ENTRY_FAILURE), ==, "failures.xml");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/entry-reader/whole", test_whole);
  g_test_add_func ("/reference/entry-reader/refused", test_refused);
  g_test_add_func ("/reference/entry-reader/files", test_files);

  return g_test_run ();
}
