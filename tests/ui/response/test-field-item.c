/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of field-item.c: rows of the list of fields. */

#include "config.h"

#include "field-item.h"

#include <string.h>

static RtHead *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return rt_head_parse (RT_HEAD_RESPONSE, bytes);
}

static void
test_field (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtHead) head = parse ("HTTP/1.1 200 OK\r\nLOCATION : /x\r\nnonsense\r\n\r\n");
  g_autoptr (RtFieldItem) first = rt_field_item_new_field (head, 0, catalogue);
  g_autoptr (RtFieldItem) second = rt_field_item_new_field (head, 1, catalogue);
  g_autofree char *name = rt_field_item_dup_name (first);
  g_autofree char *value = rt_field_item_dup_value (first);
  g_autofree char *note = rt_field_item_dup_note (first);
  g_autofree char *line = rt_field_item_to_text (second);
  g_autofree char *second_note = rt_field_item_dup_note (second);

  g_assert_false (rt_field_item_is_section (first));
  g_assert_true (g_str_has_prefix (name, "LOCATION"));
  g_assert_cmpstr (value, ==, "/x");
  g_assert_nonnull (strstr (note, "before the colon"));
  g_assert_cmpstr (line, ==, "nonsense");
  g_assert_nonnull (strstr (second_note, "No colon"));
}

static void
test_meaning (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtHead) head = parse ("HTTP/1.1 200 OK\r\ncontent-type: a/b\r\nX-Own: 1\r\n\r\n");
  g_autoptr (RtFieldItem) known = rt_field_item_new_field (head, 0, catalogue);
  g_autoptr (RtFieldItem) own = rt_field_item_new_field (head, 1, catalogue);
  g_autofree char *known_meaning = rt_field_item_dup_meaning (known);
  g_autofree char *own_meaning = rt_field_item_dup_meaning (own);

  g_assert_nonnull (known_meaning);
  g_assert_null (own_meaning);
}

static void
test_huge_value (void)
{
  g_autofree char *letters = g_strnfill (1000 * 1000, 'v');
  g_autofree char *text = g_strconcat ("HTTP/1.1 200 OK\r\nX: ", letters, "\r\n\r\n", NULL);
  g_autoptr (RtHead) head = parse (text);
  g_autoptr (RtFieldItem) item = rt_field_item_new_field (head, 0, NULL);
  g_autofree char *value = rt_field_item_dup_value (item);
  g_autofree char *whole = rt_field_item_to_text (item);

  g_assert_cmpuint (strlen (value), <, 5000);
  g_assert_cmpuint (strlen (whole), ==, 1000 * 1000 + 3);
}

static void
test_section (void)
{
  g_autoptr (RtFieldItem) item = rt_field_item_new_section ("Trailers", "odd");
  g_autofree char *name = rt_field_item_dup_name (item);
  g_autofree char *note = rt_field_item_dup_note (item);

  g_assert_true (rt_field_item_is_section (item));
  g_assert_cmpstr (name, ==, "Trailers");
  g_assert_cmpstr (note, ==, "odd");
  g_assert_null (rt_field_item_dup_meaning (item));
  g_assert_finalize_object (g_steal_pointer (&item));
}

static void
test_masked (void)
{
  static const char text[] = "GET / HTTP/1.1\r\nAuthorization: Basic dTpw\r\n"
                             "Cookie a=1\r\nHost: e\r\n\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_REQUEST, bytes);
  g_autoptr (RtFieldItem) basic = rt_field_item_new_masked (head, 0, NULL, NULL);
  g_autoptr (RtFieldItem) bare = rt_field_item_new_masked (head, 1, NULL, NULL);
  g_autoptr (RtFieldItem) host = rt_field_item_new_masked (head, 2, NULL, NULL);
  g_autofree char *value = rt_field_item_dup_value (basic);
  g_autofree char *line = rt_field_item_to_text (basic);
  g_autofree char *name = rt_field_item_dup_name (bare);
  g_autofree char *plain = rt_field_item_to_text (host);

  g_assert_cmpstr (value, ==, "Basic ***");
  g_assert_cmpstr (line, ==, "Authorization: Basic ***");
  g_assert_cmpstr (name, ==, "Cookie a=***");
  g_assert_cmpstr (plain, ==, "Host: e");
}

static void
test_notes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("HTTP/1.1 200 OK\r\nAge: 60\r\nX: y\r\n\r\n", 37);
  g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_RESPONSE, bytes);
  g_autoptr (RtFieldItem) age = rt_field_item_new_field (head, 0, NULL);
  g_autoptr (RtFieldItem) other = rt_field_item_new_field (head, 1, NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *words = rt_field_item_dup_words (age);

  g_ptr_array_add (notes, rt_note_new ("a", RT_NOTE_INFO, RT_NOTE_ON_FIELD, 0, "", "A.", "B."));
  g_ptr_array_add (notes, rt_note_new ("b", RT_NOTE_INFO, RT_NOTE_ON_REQUEST_FIELD, 0, "", "A.",
                                       "B."));
  g_ptr_array_add (notes, rt_note_new ("c", RT_NOTE_INFO, RT_NOTE_ON_STATUS, 0, "", "A.", "B."));
  rt_field_item_set_notes (age, notes, RT_NOTE_ON_FIELD);
  rt_field_item_set_notes (other, notes, RT_NOTE_ON_FIELD);
  g_assert_cmpuint (rt_field_item_get_notes (age)->len, ==, 1);
  g_assert_cmpstr (rt_note_get_id (rt_field_item_get_notes (age)->pdata[0]), ==, "a");
  g_assert_cmpuint (rt_field_item_get_notes (other)->len, ==, 0);
  rt_field_item_set_notes (age, NULL, RT_NOTE_ON_FIELD);
  g_assert_cmpuint (rt_field_item_get_notes (age)->len, ==, 0);
  g_assert_nonnull (words);
  g_assert_null (rt_field_item_dup_words (other));
}

/* What a secret is in words would tell it. */
static void
test_no_words_for_secrets (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Secure\r\n"
                                                 "\r\n", 44);
  g_autoptr (RtHead) head = rt_head_parse (RT_HEAD_RESPONSE, bytes);
  g_autoptr (RtFieldItem) masked = rt_field_item_new_masked (head, 0, NULL, NULL);

  g_assert_null (rt_field_item_dup_words (masked));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-item/notes", test_notes);
  g_test_add_func ("/field-item/no-words-for-secrets", test_no_words_for_secrets);
  g_test_add_func ("/field-item/field", test_field);
  g_test_add_func ("/field-item/meaning", test_meaning);
  g_test_add_func ("/field-item/huge-value", test_huge_value);
  g_test_add_func ("/field-item/section", test_section);
  g_test_add_func ("/field-item/masked", test_masked);

  return g_test_run ();
}
