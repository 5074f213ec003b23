/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each rule for a <code>, kept and broken. */

#include "status-code-reader.h"

#include "reference-samples.h"

#define LOOK(code) "<look-alike code='" code "'>D.</look-alike>"
#define TWO(one) CODES (CODE ("404", one) CODE ("410", ""))

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = load_with_classes (
    "status-codes-3xx.xml",
    CODES ("<code number='308' state='temporary' expires='2026-11-13' content='depends'"
           " cacheable='yes' method='kept'>" CODE_TEXTS
           "<alias>Old</alias><alias>Older</alias><method-note>N.</method-note>"
           "<field name='Location' role='required'>Where.</field>"
           "<owner vendor='V' phrase='Q' on-wire='log-only'>O.</owner>" CODE_END),
    &error);
  RtStatusCode *code;
  const RtCodeField *field;
  const RtCodeOwner *owner;

  g_assert_no_error (error);
  code = rt_catalogue_find_code (catalogue, 308);
  g_assert_cmpint (rt_status_code_get_code (code), ==, 308);
  g_assert_cmpint (rt_status_code_get_class (code), ==, RT_CLASS_REDIRECTION);
  g_assert_cmpint (rt_status_code_get_state (code), ==, RT_STATUS_TEMPORARY);
  g_assert_cmpint (rt_status_code_get_has_content (code), ==, RT_ANSWER_DEPENDS);
  g_assert_cmpint (rt_status_code_get_cacheable (code), ==, RT_ANSWER_YES);
  g_assert_cmpint (rt_status_code_get_method_fate (code), ==, RT_METHOD_FATE_KEPT);
  g_assert_cmpstr (rt_status_code_get_phrase (code), ==, "P");
  g_assert_cmpstr (rt_status_code_get_summary (code), ==, "S.");
  g_assert_cmpstr (rt_status_code_get_meaning (code), ==, "M.");
  g_assert_cmpstr (rt_status_code_get_when (code), ==, "W.");
  g_assert_cmpstr (rt_status_code_get_action (code), ==, "A.");
  g_assert_cmpstr (rt_status_code_get_content_note (code), ==, "C.");
  g_assert_cmpstr (rt_status_code_get_cache_note (code), ==, "K.");
  g_assert_cmpstr (rt_status_code_get_method_note (code), ==, "N.");
  g_assert_cmpstr (rt_status_code_get_specification (code), ==, "RFC 9110, section 15.5.5");
  g_assert_cmpstr (rt_status_code_get_specification_url (code), ==,
                   "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5");
  g_assert_nonnull (strstr (rt_status_code_get_state_note (code), "2026-11-13"));
  g_assert_cmpuint (g_strv_length ((char **) rt_status_code_get_aliases (code)), ==, 2);
  g_assert_cmpstr (rt_status_code_get_aliases (code)[1], ==, "Older");

  field = g_ptr_array_index (rt_status_code_get_fields (code), 0);
  g_assert_cmpstr (field->name, ==, "Location");
  g_assert_cmpstr (field->role, ==, "required");
  g_assert_cmpstr (field->why, ==, "Where.");
  owner = g_ptr_array_index (rt_status_code_get_owners (code), 0);
  g_assert_cmpstr (owner->vendor, ==, "V");
  g_assert_cmpstr (owner->phrase, ==, "Q");
  g_assert_cmpstr (owner->on_wire, ==, "log-only");
  g_assert_cmpstr (owner->meaning, ==, "O.");
}

static void
test_refused (void)
{
  static const struct { const char *xml; int code; const char *message; } cases[] = {
    { TWO (LOOK ("411")), RT_REFERENCE_ERROR_DANGLING, "points to 411" },
    { TWO (LOOK ("404")), RT_REFERENCE_ERROR_DANGLING, "its own code" },
    { TWO (LOOK ("410") LOOK ("410")), RT_REFERENCE_ERROR_DUPLICATE, "410 twice" },
    { TWO (LOOK ("x")), RT_REFERENCE_ERROR_VALUE, "'x'" },
    { TWO ("<look-alike>D.</look-alike>"), RT_REFERENCE_ERROR_MISSING, "'code'" },
    { TWO ("<phrase>Q</phrase>"), RT_REFERENCE_ERROR_DUPLICATE, "<phrase> appears twice" },
    { TWO ("<summary2>Q</summary2>"), RT_REFERENCE_ERROR_UNKNOWN, "<summary2> is not known" },
    { TWO ("<alias/>"), RT_REFERENCE_ERROR_MISSING, "<alias> has no text" },
    { TWO ("<alias><b/></alias>"), RT_REFERENCE_ERROR_UNKNOWN, "<b> is not known" },
    { TWO ("<field name='A' role='nice'>W.</field>"), RT_REFERENCE_ERROR_VALUE, "'nice'" },
    { TWO ("<field role='useful'>W.</field>"), RT_REFERENCE_ERROR_MISSING, "'name'" },
    { TWO ("<field name='' role='useful'>W.</field>"), RT_REFERENCE_ERROR_MISSING, "'name'" },
    { TWO ("<field name='A' role='useful'/>"), RT_REFERENCE_ERROR_MISSING, "no text" },
    { TWO ("<owner vendor='A' phrase='B'>W.</owner>"), RT_REFERENCE_ERROR_MISSING, "'on-wire'" },
    { TWO ("<owner vendor='A' phrase='B' on-wire='x'>W.</owner>"), RT_REFERENCE_ERROR_VALUE,
      "'x'" },
    { TWO ("<method-note>N.</method-note>"), RT_REFERENCE_ERROR_VALUE, "it is no 3xx" },
    { CODES (CODE ("301", "")), RT_REFERENCE_ERROR_MISSING, "it is a 3xx" },
    { CODES (CODE ("99", "")), RT_REFERENCE_ERROR_VALUE, "'99'" },
    { CODES (CODE ("1000", "")), RT_REFERENCE_ERROR_VALUE, "'1000'" },
    { CODES (CODE ("4O4", "")), RT_REFERENCE_ERROR_VALUE, "'4O4'" },
    { CODES (CODE_START ("404") CODE_TEXTS "</code>"), RT_REFERENCE_ERROR_MISSING, "<reference>" },
    { CODES (CODE_START ("404") CODE_END), RT_REFERENCE_ERROR_MISSING, "<phrase>" },
    { CODES ("<code state='registered' content='yes' cacheable='no'>" CODE_TEXTS CODE_END),
      RT_REFERENCE_ERROR_MISSING, "'number'" },
    { CODES ("<code number='404' state='lost' content='yes' cacheable='no'>" CODE_TEXTS CODE_END),
      RT_REFERENCE_ERROR_VALUE, "'lost'" },
    { CODES ("<code number='404' state='registered' cacheable='no'>" CODE_TEXTS CODE_END),
      RT_REFERENCE_ERROR_MISSING, "'content'" },
    { CODES ("<code number='404' state='registered' content='yes' cacheable='maybe'>" CODE_TEXTS CODE_END),
      RT_REFERENCE_ERROR_VALUE, "'maybe'" },
    { CODES ("<code number='404' colour='red' state='registered' content='yes' cacheable='no'>" CODE_TEXTS CODE_END),
      RT_REFERENCE_ERROR_UNKNOWN, "'colour'" },
    { CODES ("<code number='404' expires='x' state='registered' content='yes' cacheable='no'>" CODE_TEXTS CODE_END),
      RT_REFERENCE_ERROR_VALUE, "'expires'" },
    { CODES ("<code number='444' state='unofficial' content='yes' cacheable='no'>" CODE_TEXTS "</code>"),
      RT_REFERENCE_ERROR_MISSING, "<owner>" },
    { CODES (CODE ("404", "") "\n\n" CODE ("404", "")), RT_REFERENCE_ERROR_DUPLICATE,
      "status-codes-4xx.xml:3: <code> describes 404 a second time" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused ("status-codes-4xx.xml", cases[i].xml, cases[i].code, cases[i].message);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/status-code-reader/whole", test_whole);
  g_test_add_func ("/reference/status-code-reader/refused", test_refused);

  return g_test_run ();
}
