/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of form-fields.c: pairs in order, decoded as the URL standard says. */

#include "config.h"

#include "form-fields.h"

#include "feed.h"

#include <string.h>

static const struct
{
  const char *raw;
  gssize      length;
  const char *decoded;
  guint       faults;
} values[] = {
  { "a+b", -1, "a b", 0 },
  { "%E2%82%ac", -1, "€", 0 },
  { "100%", -1, "100%", RT_FORM_BAD_PERCENT },
  { "%4", -1, "%4", RT_FORM_BAD_PERCENT },
  { "%zz%41", -1, "%zzA", RT_FORM_BAD_PERCENT },
  { "%2B%26%3d", -1, "+&=", 0 },
  { "%ff", -1, "\357\277\275", RT_FORM_NOT_UTF8 },
  { "%00x", -1, "\342\220\200x", 0 },
  { "%0D%0Ax", -1, "\r\nx", 0 },
  { "\303\251", -1, "é", RT_FORM_UNESCAPED },
  { "a b", -1, "a b", RT_FORM_UNESCAPED },
  { "", 0, "", 0 },
};

static void
test_decode (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gsize length = strlen (values[i].raw);
      g_autofree char *exact = g_memdup2 (values[i].raw, length);
      guint faults = 99;
      g_autofree char *decoded = rt_form_fields_decode (exact, length, &faults);
      g_autofree char *words = rt_form_fault_words (faults);

      g_test_message ("%s", values[i].raw);
      g_assert_cmpstr (decoded, ==, values[i].decoded);
      g_assert_cmpuint (faults, ==, values[i].faults);
      g_assert_cmpint (*words != '\0', ==, faults != 0);
    }
}

/* In pieces of any length it is the same. */
static void
test_unescape (void)
{
  const char *raw = "%E2%82%ac%4%zz%%41+a%f";
  const gsize length = strlen (raw);

  for (gsize step = 1; step <= length; step++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      guint faults = 0;
      gsize n = 0;

      for (gsize at = 0; at < length;)
        {
          g_autofree char *exact = NULL;
          gsize read;

          n = MIN (length - at, n + step);
          exact = g_memdup2 (raw + at, n);
          read = rt_form_fields_unescape (exact, n, at + n == length, out, &faults);
          at += read;
          n -= read;
        }
      g_assert_cmpstr (out->str, ==, "€%4%zz%A a%f");
      g_assert_cmpuint (faults, ==, RT_FORM_BAD_PERCENT);
    }
}

static const struct
{
  const char *data;
  const char *fields; /* name[=value] in brackets */
} bodies[] = {
  { "a=1&b=2", "[a=1][b=2]" },
  { "a=1&a=2&&", "[a=1][a=2]" },
  { "flag", "[flag]" },
  { "=x", "[=x]" },
  { "a==b=", "[a==b=]" },
  { "&", "" },
  { "", "" },
  { "a=1\r\n", "[a=1\r\n]" },
};

static void
check (const char *data,
       const char *expected,
       gsize       step)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) fields = rt_form_fields_new (text);
  g_autoptr (GString) shown = g_string_new (NULL);

  rt_test_feed (text, data, strlen (data), step);
  g_assert_true (rt_records_is_complete (fields));
  for (guint n = 0; n < rt_records_get_n (fields); n++)
    {
      RtRecord record;
      g_autoptr (GBytes) bytes = rt_records_look_up (fields, n, &record);
      RtFormField field;

      rt_form_field_init (&field, &record);
      g_assert_cmpuint (record.number, ==, n);
      g_string_append_c (shown, '[');
      g_string_append_len (shown, data + field.start, field.name_length);
      if (field.has_value)
        g_string_append_c (shown, '=');
      g_string_append_len (shown, data + field.value_start, field.value_length);
      g_string_append_c (shown, ']');
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      check (bodies[i].data, bodies[i].fields, 1);
      check (bodies[i].data, bodies[i].fields, 3);
      check (bodies[i].data, bodies[i].fields, 1000);
    }
}

/* A field is there as soon as its "&" is, or nothing follows it. */
static void
test_at_once (void)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) fields = rt_form_fields_new (text);
  g_autoptr (GBytes) bytes = g_bytes_new ("a=1&b=2", 7);

  rt_decoded_text_extend (text, bytes, FALSE);
  g_signal_emit_by_name (text, "changed");
  g_assert_cmpuint (rt_records_get_n (fields), ==, 1);
  rt_test_feed (text, "a=1&b=2", 7, 7);
  g_assert_cmpuint (rt_records_get_n (fields), ==, 2);
}

/* Any of many is found, also behind a long one. */
static void
test_many (void)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (RtRecords) fields = NULL;
  g_autoptr (GString) data = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (data, "f%u=%u&", i, i);
      if (i % 5000 == 0)
        g_string_append_printf (data, "%0*d=&", 100000, 0);
    }
  bytes = g_bytes_new (data->str, data->len);
  rt_decoded_text_extend (text, bytes, TRUE);
  fields = rt_form_fields_new (text);
  while (!rt_records_is_complete (fields))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_records_get_n (fields), ==, 20004);
  for (guint i = 0; i < 20000; i += 37)
    {
      RtRecord record;
      g_autoptr (GBytes) all = rt_records_look_up (fields, i + i / 5000 + (i % 5000 > 0), &record);
      g_autofree char *expected = g_strdup_printf ("f%u=%u", i, i);

      g_assert_cmpmem (data->str + record.start, record.end - record.start, expected,
                       strlen (expected));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-fields/decode", test_decode);
  g_test_add_func ("/form-fields/unescape", test_unescape);
  g_test_add_func ("/form-fields/fields", test_fields);
  g_test_add_func ("/form-fields/at-once", test_at_once);
  g_test_add_func ("/form-fields/many", test_many);

  return g_test_run ();
}
