/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of multipart.c: the same parts however the bytes arrive. */

#include "config.h"

#include "multipart.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *type;
  const char *body;
  const char *parts; /* "head|content" in brackets, "*" before one that has faults */
  guint       faults;
  const char *preamble;
  const char *epilogue;
} cases[] = {
  { "two", "multipart/mixed; boundary=b", "--b\r\nA: 1\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n",
    "[A: 1\r\n|one][|two]", 0, "", "" },
  { "around", "multipart/mixed; boundary=\"b c\"",
    "hello\r\nthere\r\n--b c \t\r\n\r\nx\r\n--b c--  \r\nbye\r\n--b c\r\n",
    "[|x]", 0, "hello\r\nthere", "bye\r\n--b c\r\n" },
  { "prefix", "multipart/mixed; boundary=b",
    "--b\r\n\r\n--bb\r\nx--b\r\n--b x\r\n--b-\r\n\r\n--b--", "[|--bb\r\nx--b\r\n--b x\r\n--b-\r\n]",
    0, "", "" },
  { "lf", "multipart/mixed; boundary=b", "--b\nA: 1\n\none\n--b--\n", "[A: 1\n|one]",
    RT_MULTIPART_BARE_LF, "", "" },
  { "open", "multipart/mixed; boundary=b", "--b\r\n\r\none\r\n", "*[|one\r\n]",
    RT_MULTIPART_NOT_CLOSED, "", "" },
  { "open-head", "multipart/mixed; boundary=b", "--b\r\nA: 1\r\n", "*[A: 1\r\n|]",
    RT_MULTIPART_NOT_CLOSED, "", "" },
  { "none", "multipart/mixed; boundary=b", "words", "",
    RT_MULTIPART_NOT_CLOSED | RT_MULTIPART_NO_PARTS, "words", "" },
  { "empty-body", "multipart/mixed; boundary=b", "", "",
    RT_MULTIPART_NOT_CLOSED | RT_MULTIPART_NO_PARTS, "", "" },
  { "empty-part", "multipart/mixed; boundary=b", "--b\r\n\r\n--b\r\n\r\n\r\n--b--", "[|][|]", 0,
    "", "" },
  { "no-empty-line", "multipart/mixed; boundary=b", "--b\r\nA: 1\r\n--b--", "*[A: 1|]", 0, "", "" },
  { "closed-at-once", "multipart/mixed; boundary=b", "--b--\r\n", "", RT_MULTIPART_NO_PARTS, "", "" },
  { "binary", "multipart/form-data; boundary=b", "--b\r\n\r\n\r\r\n\n--b--\r\n--b--",
    "[|\r\r\n]", RT_MULTIPART_BARE_LF, "", "--b--" },
};

static char *
describe (RtMultipart  *reader,
          const guint8 *data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rt_multipart_get_n_parts (reader); i++)
    {
      const RtPart *part = rt_multipart_get_part (reader, i);

      g_string_append (text, part->faults != 0 ? "*[" : "[");
      g_string_append_len (text, (const char *) data + part->head_start, part->head_length);
      g_string_append_c (text, '|');
      g_string_append_len (text, (const char *) data + part->content_start, part->content_length);
      g_string_append_c (text, ']');
      g_assert_true (part->complete);
    }

  return g_string_free (text, FALSE);
}

static void
check (gsize i,
       gsize step)
{
  gsize length = strlen (cases[i].body);
  g_autofree guint8 *whole = length > 0 ? g_memdup2 (cases[i].body, length) : NULL;
  g_autoptr (RtMediaType) type = rt_media_type_parse (cases[i].type);
  g_autoptr (RtMultipart) reader = rt_multipart_new (type, NULL);
  g_autofree char *parts = NULL;
  g_autofree char *words = NULL;
  guint64 n;
  guint64 epilogue;

  for (gsize at = step; at < length; at += step)
    {
      g_autofree guint8 *exact = g_memdup2 (whole, at);

      rt_multipart_extend (reader, exact, at, FALSE);
    }
  rt_multipart_extend (reader, whole, length, TRUE);
  parts = describe (reader, whole);
  g_assert_cmpstr (parts, ==, cases[i].parts);
  g_assert_cmpuint (rt_multipart_get_faults (reader), ==, cases[i].faults);
  g_assert_cmpuint (rt_multipart_get_preamble (reader), ==, strlen (cases[i].preamble));
  epilogue = rt_multipart_get_epilogue (reader, &n);
  g_assert_cmpmem (whole + epilogue, n, cases[i].epilogue, strlen (cases[i].epilogue));
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
      g_autoptr (RtMultipart) reader = rt_multipart_new (type, &error);

      g_assert_cmpint (reader != NULL, ==, types[i].usable);
      g_assert_cmpint (error == NULL, ==, types[i].usable);
      if (reader != NULL)
        g_assert_cmpint (rt_multipart_is_odd_boundary (reader), ==, types[i].odd);
    }
}

/* What has come of the last part is there before its end. */
static void
test_growing (void)
{
  const char *body = "--b\r\n\r\n0123456789\r\n";
  g_autoptr (RtMediaType) type = rt_media_type_parse ("multipart/mixed; boundary=b");
  g_autoptr (RtMultipart) reader = rt_multipart_new (type, NULL);

  rt_multipart_extend (reader, (const guint8 *) body, strlen (body), FALSE);
  g_assert_cmpuint (rt_multipart_get_n_parts (reader), ==, 1);
  g_assert_cmpuint (rt_multipart_get_part (reader, 0)->content_length, >, 5);
  g_assert_cmpuint (rt_multipart_get_part (reader, 0)->content_length, <=, 10);
  g_assert_cmpuint (rt_multipart_get_faults (reader), ==, 0);
}

static void
test_many (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (RtMediaType) type = rt_media_type_parse ("multipart/mixed; boundary=b");
  g_autoptr (RtMultipart) reader = rt_multipart_new (type, NULL);

  for (guint i = 0; i < RT_MULTIPART_MAX_PARTS + 10; i++)
    g_string_append (body, "--b\n\n\n");
  rt_multipart_extend (reader, (const guint8 *) body->str, body->len, TRUE);
  g_assert_cmpuint (rt_multipart_get_n_parts (reader), ==, RT_MULTIPART_MAX_PARTS);
  g_assert_true (rt_multipart_get_faults (reader) & RT_MULTIPART_TOO_MANY);
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
