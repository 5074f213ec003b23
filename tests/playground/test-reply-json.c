/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reply-json.h"

static void
test_layout (void)
{
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_number (json, "n", -5);
  rt_reply_json_boolean (json, "b", TRUE);
  rt_reply_json_string (json, "s", NULL);
  rt_reply_json_open (json, "empty", '{');
  rt_reply_json_close (json);
  rt_reply_json_open (json, "list", '[');
  rt_reply_json_pair (json, "a", "1");
  rt_reply_json_string (json, NULL, "x");
  g_assert_cmpstr (rt_reply_json_end (json)->str, ==,
                   "{\n  \"n\": -5,\n  \"b\": true,\n  \"s\": null,\n  \"empty\": {},\n"
                   "  \"list\": [\n    [\"a\", \"1\"],\n    \"x\"\n  ]\n}\n");
}

static void
test_quote (void)
{
  static const struct
  {
    const char *value;
    const char *quoted;
  } cases[] = {
    { "", "\"\"" },
    { "a\"b\\c", "\"a\\\"b\\\\c\"" },
    { "\r\n\t\x01\x7f", "\"\\r\\n\\t\\u0001\\u007f\"" },
    { "\xc3\xa9", "\"\xc3\xa9\"" },
    { "\xe9", "\"\xc3\xa9\"" },
    { "\xc3\xa9\xe9", "\"\xc3\x83\xc2\xa9\xc3\xa9\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].value);
      g_autofree char *exact = g_memdup2 (cases[i].value, length);
      g_autoptr (GString) text = g_string_new (NULL);

      rt_reply_json_quote (text, exact != NULL ? exact : "", length);
      g_assert_cmpstr (text->str, ==, cases[i].quoted);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-json/layout", test_layout);
  g_test_add_func ("/reply-json/quote", test_quote);
  return g_test_run ();
}
