/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of form-fields.c: pairs in order, decoded as the URL standard says. */

#include "config.h"

#include "form-fields.h"

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
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      gsize length = strlen (bodies[i].data);
      g_autofree char *exact = g_memdup2 (bodies[i].data, length);
      gboolean cut = TRUE;
      g_autoptr (GArray) fields = rt_form_fields_read (exact, length, &cut);
      g_autoptr (GString) shown = g_string_new (NULL);

      for (guint n = 0; n < fields->len; n++)
        {
          const RtFormField *field = &g_array_index (fields, RtFormField, n);

          g_string_append_c (shown, '[');
          g_string_append_len (shown, exact + field->start, field->name_length);
          if (field->has_value)
            g_string_append_c (shown, '=');
          g_string_append_len (shown, exact + field->value_start, field->value_length);
          g_string_append_c (shown, ']');
        }
      g_assert_cmpstr (shown->str, ==, bodies[i].fields);
      g_assert_false (cut);
    }
}

static void
test_many (void)
{
  gsize length = 2 * (RT_FORM_MAX_FIELDS + 1);
  g_autofree char *data = g_malloc (length);
  gboolean cut = FALSE;
  g_autoptr (GArray) fields = NULL;

  for (gsize i = 0; i < length; i += 2)
    memcpy (data + i, "a&", 2);
  fields = rt_form_fields_read (data, length, &cut);
  g_assert_cmpuint (fields->len, ==, RT_FORM_MAX_FIELDS);
  g_assert_true (cut);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-fields/decode", test_decode);
  g_test_add_func ("/form-fields/fields", test_fields);
  g_test_add_func ("/form-fields/many", test_many);

  return g_test_run ();
}
