/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "note.h"

static void
test_values (void)
{
  g_autoptr(RtNote) note = rt_note_new ("status-405", RT_NOTE_FAULT, RT_NOTE_ON_FIELD, 3,
                                        "RFC 9110, section 15.5.6", "A sentence.", "A detail.");

  g_assert_cmpstr (rt_note_get_id (note), ==, "status-405");
  g_assert_cmpint (rt_note_get_level (note), ==, RT_NOTE_FAULT);
  g_assert_cmpint (rt_note_get_subject (note), ==, RT_NOTE_ON_FIELD);
  g_assert_cmpint (rt_note_get_field (note), ==, 3);
  g_assert_cmpstr (rt_note_get_sentence (note), ==, "A sentence.");
  g_assert_cmpstr (rt_note_get_detail (note), ==, "A detail.");
  g_assert_cmpstr (rt_note_get_section_url (note), ==,
                   "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.6");
}

static void
test_links (void)
{
  static const struct { const char *section; const char *url; } cases[] = {
    { "", "" },
    { "RFC 6585, section 4", "https://www.rfc-editor.org/rfc/rfc6585.html#section-4" },
    { "RFC 9110", "https://www.rfc-editor.org/rfc/rfc9110.html" },
    { "RFC 9110, section B.1", "https://www.rfc-editor.org/rfc/rfc9110.html#appendix-B.1" },
    { "Fetch standard", "https://fetch.spec.whatwg.org/" },
    { "Reporting API", "https://www.w3.org/TR/reporting-1/" },
    { "RFC 6265bis, section 5.7",
      "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis" },
    { "draft-a-b-05", "https://datatracker.ietf.org/doc/html/draft-a-b-05" },
    { "somewhere", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtNote) note = rt_note_new ("id", RT_NOTE_INFO, RT_NOTE_ON_STATUS, 9,
                                            cases[i].section, "A.", "B.");

      g_assert_cmpstr (rt_note_get_section_url (note), ==, cases[i].url);
      g_assert_cmpint (rt_note_get_field (note), ==, -1);
    }
}

static void
test_long_sentence (void)
{
  g_autofree char *text = g_strnfill (200, 'x');
  g_autoptr(RtNote) note = rt_note_new ("id", RT_NOTE_INFO, RT_NOTE_ON_STATUS, 0, "", text, "B.");

  g_assert_cmpint (g_utf8_strlen (rt_note_get_sentence (note), -1), ==, 80);
  g_assert_true (g_str_has_suffix (rt_note_get_sentence (note), "…"));
}

static void
test_words (void)
{
  for (int level = RT_NOTE_GOOD; level <= RT_NOTE_FAULT; level++)
    {
      g_assert_cmpstr (rt_note_level_to_id (level), !=, "");
      g_assert_cmpstr (rt_note_level_to_words (level), !=, "");
    }
  for (int subject = RT_NOTE_ON_STATUS; subject <= RT_NOTE_ON_TRAIL; subject++)
    g_assert_cmpstr (rt_note_subject_to_id (subject), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note/values", test_values);
  g_test_add_func ("/note/links", test_links);
  g_test_add_func ("/note/long-sentence", test_long_sentence);
  g_test_add_func ("/note/words", test_words);

  return g_test_run ();
}
