/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of multipart.c: the same parts however the bytes arrive. */

#include "config.h"

#include "multipart.h"

#include "feed.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *type;
  const char *body;
  const char *parts; /* "head|content" in brackets, "*" before one that has faults */
  guint       faults;
} cases[] = {
  { "two", "multipart/mixed; boundary=b", "--b\r\nA: 1\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n",
    "[A: 1\r\n|one][|two]", 0 },
  { "around", "multipart/mixed; boundary=\"b c\"",
    "hello\r\nthere\r\n--b c \t\r\n\r\nx\r\n--b c--  \r\nbye\r\n--b c\r\n",
    "[|x]", 0 },
  { "prefix", "multipart/mixed; boundary=b",
    "--b\r\n\r\n--bb\r\nx--b\r\n--b x\r\n--b-\r\n\r\n--b--", "[|--bb\r\nx--b\r\n--b x\r\n--b-\r\n]",
    0 },
  { "lf", "multipart/mixed; boundary=b", "--b\nA: 1\n\none\n--b--\n", "[A: 1\n|one]",
    RT_MULTIPART_BARE_LF },
  { "open", "multipart/mixed; boundary=b", "--b\r\n\r\none\r\n", "*[|one\r\n]",
    RT_MULTIPART_NOT_CLOSED },
  { "open-head", "multipart/mixed; boundary=b", "--b\r\nA: 1\r\n", "*[A: 1\r\n|]",
    RT_MULTIPART_NOT_CLOSED },
  { "none", "multipart/mixed; boundary=b", "words", "",
    RT_MULTIPART_NOT_CLOSED | RT_MULTIPART_NO_PARTS },
  { "empty-body", "multipart/mixed; boundary=b", "", "",
    RT_MULTIPART_NOT_CLOSED | RT_MULTIPART_NO_PARTS },
  { "empty-part", "multipart/mixed; boundary=b", "--b\r\n\r\n--b\r\n\r\n\r\n--b--", "[|][|]", 0 },
  { "no-empty-line", "multipart/mixed; boundary=b", "--b\r\nA: 1\r\n--b--", "*[A: 1|]", 0 },
  { "closed-at-once", "multipart/mixed; boundary=b", "--b--\r\n", "", RT_MULTIPART_NO_PARTS },
  { "binary", "multipart/form-data; boundary=b", "--b\r\n\r\n\r\r\n\n--b--\r\n--b--",
    "[|\r\r\n]", RT_MULTIPART_BARE_LF },
};

static char *
describe (RtRecords *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rt_records_get_n (parts); i++)
    {
      RtRecord record;
      g_autoptr (GBytes) bytes = rt_records_look_up (parts, i, &record);
      const guint8 *data = g_bytes_get_data (bytes, NULL);
      RtPart part;

      rt_part_init (&part, &record, data);
      g_string_append (text, part.faults != 0 ? "*[" : "[");
      g_string_append_len (text, (const char *) data + part.head_start, part.head_length);
      g_string_append_c (text, '|');
      g_string_append_len (text, (const char *) data + part.content_start, part.content_length);
      g_string_append_c (text, ']');
    }

  return g_string_free (text, FALSE);
}

static void
check (gsize i,
       gsize step)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtMediaType) type = rt_media_type_parse (cases[i].type);
  g_autoptr (RtRecords) records = rt_multipart_new (text, type, NULL);
  g_autofree char *parts = NULL;
  g_autofree char *words = NULL;

  rt_test_feed (text, cases[i].body, strlen (cases[i].body), step);
  g_assert_true (rt_records_is_complete (records));
  g_assert_cmpuint (rt_records_get_n_ended (records), ==, rt_records_get_n (records));
  parts = describe (records);
  g_assert_cmpstr (parts, ==, cases[i].parts);
  g_assert_cmpuint (rt_records_get_faults (records), ==, cases[i].faults);
  words = rt_multipart_fault_words (cases[i].faults);
  g_assert_cmpint (*words != '\0', ==, cases[i].faults != 0);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  check (i, 1);
  check (i, 3);
  check (i, 1000);
}

static void
test_boundary (void)
{
  static const struct
  {
    const char *type;
    gboolean    usable;
    gboolean    odd;
  } types[] = {
    { "multipart/mixed", FALSE, FALSE },
    { "multipart/mixed; boundary=\"\"", FALSE, FALSE },
    { "multipart/mixed; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW", TRUE, FALSE },
    { "multipart/mixed; boundary=\"a*b\"", TRUE, TRUE },
    { "multipart/mixed; boundary=\"a \"", TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (RtMediaType) type = rt_media_type_parse (types[i].type);
      const char *error = NULL;
      g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
      g_autoptr (RtRecords) parts = rt_multipart_new (text, type, &error);

      g_assert_cmpint (parts != NULL, ==, types[i].usable);
      g_assert_cmpint (error == NULL, ==, types[i].usable);
      if (parts == NULL)
        continue;
      rt_test_feed (text, "", 0, 1);
      g_assert_cmpuint (rt_records_get_faults (parts) & RT_MULTIPART_ODD_BOUNDARY, ==,
                        types[i].odd ? RT_MULTIPART_ODD_BOUNDARY : 0);
    }
}

/* What has come of the last part is there before its end. */
static void
test_growing (void)
{
  const char *body = "--b\r\nA: 1\r\n\r\n0123456789\r\n";
  g_autoptr (RtMediaType) type = rt_media_type_parse ("multipart/mixed; boundary=b");

  for (gsize length = 0; length <= strlen (body); length++)
    {
      g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
      g_autoptr (RtRecords) parts = rt_multipart_new (text, type, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (body, length);
      g_autoptr (GBytes) same = NULL;
      RtRecord record;
      RtPart part;

      rt_decoded_text_extend (text, bytes, FALSE);
      g_signal_emit_by_name (text, "changed");
      g_assert_cmpuint (rt_records_get_n (parts), ==, length >= 5 ? 1 : 0);
      g_assert_cmpuint (rt_records_get_faults (parts), ==, 0);
      if (length < 5)
        continue;
      g_assert_cmpuint (rt_records_get_n_ended (parts), ==, 0);
      same = rt_records_look_up (parts, 0, &record);
      rt_part_init (&part, &record, g_bytes_get_data (same, NULL));
      g_assert_cmpuint (part.head_start, ==, 5);
      g_assert_cmpuint (part.head_length, ==, part.content_length > 0 ? 6 : part.head_length);
      g_assert_cmpuint (part.content_length, <=, length > 13 ? length - 13 : 0);
      if (length == strlen (body))
        g_assert_cmpuint (part.content_length, >, 5);
    }
}

/* Any of many is found, with its content, also behind a long one. */
static void
test_many (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RtMediaType) type = rt_media_type_parse ("multipart/mixed; boundary=b");
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) parts = rt_multipart_new (text, type, NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (body, "--b\r\nN: %u\r\n\r\n%0*u\r\n", i, i % 500 == 3 ? 50000 : 1, i);
  g_string_append (body, "--b--");
  bytes = g_bytes_new (body->str, body->len);
  rt_decoded_text_extend (text, bytes, TRUE);
  g_signal_emit_by_name (text, "changed");
  while (!rt_records_is_complete (parts))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_records_get_n (parts), ==, 5000);
  g_assert_cmpuint (rt_records_get_faults (parts), ==, 0);
  g_assert_cmpuint (rt_records_get_size (parts), <, body->len / 10);
  for (guint i = 0; i < 5000; i += 7)
    {
      RtRecord record;
      g_autoptr (GBytes) all = rt_records_look_up (parts, i, &record);
      g_autofree char *head = g_strdup_printf ("N: %u\r\n", i);
      RtPart part;

      rt_part_init (&part, &record, g_bytes_get_data (all, NULL));
      g_assert_cmpmem (body->str + part.head_start, part.head_length, head, strlen (head));
      g_assert_cmpuint (g_ascii_strtoull (body->str + part.content_start, NULL, 10), ==, i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/multipart/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/multipart/boundary", test_boundary);
  g_test_add_func ("/multipart/growing", test_growing);
  g_test_add_func ("/multipart/many", test_many);

  return g_test_run ();
}
