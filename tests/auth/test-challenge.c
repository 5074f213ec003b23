/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/challenge.c. */

#include "challenge.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Lines are divided by "\1". Copied to exact size, so that a sanitiser sees a
 * read behind the end. */
static RtChallengeList *
parse (const char *lines)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) parts = g_strsplit (lines, "\1", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      g_ptr_array_add (values, g_bytes_new_take (g_memdup2 (parts[i], length), length));
    }
  if (parts[0] == NULL)
    g_ptr_array_add (values, g_bytes_new (NULL, 0));
  return rt_challenge_list_parse (values);
}

/* In one line, as TAP wants it. */
static void
say (const char *lines)
{
  g_autofree char *escaped = g_strescape (lines, NULL);

  g_test_message ("%s", escaped);
}

/* "Basic{realm=foo}Newauth(abc=){}"; a quoted value has quotes. */
static char *
print (RtChallengeList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->challenges->len; i++)
    {
      RtChallenge *challenge = list->challenges->pdata[i];

      g_string_append_printf (text, "%s@%u", challenge->scheme, challenge->line);
      if (challenge->token68 != NULL)
        g_string_append_printf (text, "(%s)", challenge->token68);
      g_string_append_c (text, '{');
      for (guint j = 0; j < challenge->params->len; j++)
        {
          RtChallengeParam *param = challenge->params->pdata[j];

          g_string_append_printf (text, param->quoted ? "%s%s=\"%s\"" : "%s%s=%s",
                                  j > 0 ? "|" : "", param->name, param->value);
        }
      g_string_append_c (text, '}');
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *lines;
  const char *expected;
} good[] = {
  { "Basic realm=\"foo\"", "Basic@0{realm=\"foo\"}" },
  { "bAsIc ReAlM=foo", "bAsIc@0{realm=foo}" },
  { "Basic", "Basic@0{}" },
  { "Basic   realm=\"foo\"", "Basic@0{realm=\"foo\"}" },
  { "Basic \t, realm=x", "Basic@0{realm=x}" },
  { "Basic ,,, realm=x", "Basic@0{realm=x}" },
  { "Basic , Digest realm=x", "Basic@0{}Digest@0{realm=x}" },
  { "Basic\t, Newauth", "Basic@0{}Newauth@0{}" },
  { " ,\t, Basic realm=x , , ", "Basic@0{realm=x}" },
  { "A,B", "A@0{}B@0{}" },
  /* BWS around "=" (RFC 9110 section 5.6.3). */
  { "Basic realm = \"foo\" , charset\t=\tUTF-8", "Basic@0{realm=\"foo\"|charset=UTF-8}" },
  { "Newauth abc= \"x\"", "Newauth@0{abc=\"x\"}" },
  { "Newauth abc= x", "Newauth@0{abc=x}" },
  /* Quoted pairs, and in quotes what would divide outside. */
  { "Basic realm=\"\\f\\\"o\\\\o\"", "Basic@0{realm=\"f\"o\\o\"}" },
  { "Basic realm=\"\"", "Basic@0{realm=\"\"}" },
  { "Digest realm=\"a, b=c, Basic realm=\\\"d\\\"\", nonce=\"x==\"",
    "Digest@0{realm=\"a, b=c, Basic realm=\"d\"\"|nonce=\"x==\"}" },
  { "Basic realm=\"a\tb\"", "Basic@0{realm=\"a\tb\"}" },
  { "Basic realm=\"\303\244\344\"", "Basic@0{realm=\"\303\244\344\"}" },
  { "Basic realm*=UTF-8''a%20b", "Basic@0{realm*=UTF-8''a%20b}" },
  /* token68 */
  { "Negotiate", "Negotiate@0{}" },
  { "Negotiate YII=", "Negotiate@0(YII=){}" },
  { "Negotiate YII==, NTLM,Basic realm=x", "Negotiate@0(YII==){}NTLM@0{}Basic@0{realm=x}" },
  { "Negotiate -._~+/09azAZ  ,  X", "Negotiate@0(-._~+/09azAZ){}X@0{}" },
  { "Newauth abc", "Newauth@0(abc){}" },
  { "Newauth abc=", "Newauth@0(abc=){}" },
  { "Basic realm=,", "Basic@0(realm=){}" },
  { "Newauth abc=, A b=c", "Newauth@0(abc=){}A@0{b=c}" },
  /* The name of a parameter may be that of a scheme, and the other way round. */
  { "Newauth a=b, basic=foo, Basic realm=x", "Newauth@0{a=b|basic=foo}Basic@0{realm=x}" },
  { "Basic realm=\"basic\", Newauth", "Basic@0{realm=\"basic\"}Newauth@0{}" },
  { "A b=c, D e", "A@0{b=c}D@0(e){}" },
  { "A b=c, D e=f", "A@0{b=c}D@0{e=f}" },
  /* Several lines. */
  { "Basic realm=a\1Digest realm=b, nonce=c", "Basic@0{realm=a}Digest@1{realm=b|nonce=c}" },
  { "Basic realm=a\1\1Digest realm=b", "Basic@0{realm=a}Digest@2{realm=b}" },
  { "\1Basic realm=a", "Basic@1{realm=a}" },
  /* RFC 9110 section 5.3: lines are joined by commas, also in the middle. */
  { "Basic realm=a\1charset=UTF-8", "Basic@0{realm=a|charset=UTF-8}" },
  /* A fold that nobody undid. */
  { "Basic\r\n realm=\"foo\"", "Basic@0{realm=\"foo\"}" },
  { "Basic\r\n\trealm=\"fo\r\n o\"", "Basic@0{realm=\"fo o\"}" },
  { "Basic realm=x,\r\n Digest\r\n nonce=y", "Basic@0{realm=x}Digest@0{nonce=y}" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (RtChallengeList) list = NULL;
      g_autofree char *text = NULL;

      list = parse (good[i].lines);
      text = print (list);
      say (good[i].lines);
      g_assert_cmpstr (text, ==, good[i].expected);
      g_assert_cmpstr (list->fault, ==, NULL);
      g_assert_true (list->valid);
    }
}

static const struct
{
  const char *lines;
  guint       line;
  gsize       offset;
  const char *expected; /* what can be read */
  const char *words;    /* a part of them */
} bad[] = {
  { "", 0, 0, "", "no challenge" },
  { ",", 0, 0, "", "no challenge" },
  { " , ,\1,", 0, 0, "", "no challenge" },
  { "Basic, realm=\"foo\"", 0, 7, "Basic@0{}", "no scheme" },
  { "realm=foo", 0, 0, "", "no scheme" },
  { "Newauth =", 0, 0, "", "no scheme" },
  { "Basic realm=\"basic", 0, 12, "", "no end" },
  { "Basic realm=\"basic\\", 0, 12, "", "no end" },
  { "Basic realm=\"basic\\\"", 0, 12, "", "no end" },
  { "Basic realm=\"", 0, 12, "", "no end" },
  { "Basic realm=\\f", 0, 12, "", "“\\” stands" },
  { "Basic realm=f\\o", 0, 13, "", "“\\” stands" },
  { "Basic realm=\"a\"b", 0, 15, "", "“b” stands where there should be a comma" },
  { "Basic realm=\"a\" b=c", 0, 16, "", "comma" },
  { "Basic realm=\"a\";b=c", 0, 15, "", "“;”" },
  { "Basic realm=a, b=", 0, 17, "", "ends" },
  { "Basic realm=a, b==", 0, 17, "", "“=”" },
  { "Newauth abc==d", 0, 12, "", "“=”" },
  { "Newauth a b", 0, 10, "", "“b” stands where there should be “=”" },
  { "Newauth a:b", 0, 9, "", "“:”" },
  { "Newauth \"a\"", 0, 8, "", "name of a parameter" },
  { "Basic\trealm=a", 0, 5, "", "A tab stands where there should be a space" },
  { "Basic \trealm=a", 0, 5, "", "space" },
  { "Basic/realm=a", 0, 5, "", "“/”" },
  { "Basic=", 0, 0, "", "no scheme" },
  { "\"Basic\"", 0, 0, "", "name of a scheme" },
  { "Basic realm=a, @", 0, 15, "Basic@0{realm=a}", "“@”" },
  { "Negotiate abc, a=b", 0, 15, "Negotiate@0(abc){}", "no scheme" },
  { "Digest a=, b=c", 0, 11, "Digest@0(a=){}", "no scheme" },
  { "Basic realm=\"a\177b\"", 0, 14, "", "0x7F" },
  { "Basic realm=\"a\nb\"", 0, 14, "", "0x0A" },
  { "Basic realm=\"a\\\nb\"", 0, 15, "", "0x0A" },
  { "Basic realm=\303\244", 0, 12, "", "0xC3" },
  { "Basic realm=a\r\nX", 0, 13, "", "0x0D" },
  /* A name twice: everything can be read all the same. */
  { "Basic realm=\"a\", Realm=\"b\", Digest x=y", 0, 17,
    "Basic@0{realm=\"a\"|realm=\"b\"}Digest@0{x=y}", "“realm” comes a second time" },
  { "Basic realm=a\1realm=b", 1, 0, "Basic@0{realm=a|realm=b}", "second" },
  /* Only the challenge with the fault is lost, and the rest of its line. */
  { "Basic realm=x, Digest nonce=\"y, Bearer", 0, 28, "Basic@0{realm=x}", "no end" },
  { "Basic realm=\"x\1Bearer a=b, @\1NTLM", 0, 12, "Bearer@1{a=b}NTLM@2{}", "no end" },
  { "Basic realm=x\1nonce=\"y", 1, 6, "Basic@0{realm=x}", "no end" },
  { "Basic realm=x, @\1charset=UTF-8", 0, 15, "Basic@0{realm=x}", "“@”" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (RtChallengeList) list = NULL;
      g_autofree char *text = NULL;

      list = parse (bad[i].lines);
      text = print (list);
      say (bad[i].lines);
      g_assert_false (list->valid);
      g_assert_cmpuint (list->fault_line, ==, bad[i].line);
      g_assert_cmpuint (list->fault_offset, ==, bad[i].offset);
      g_assert_cmpstr (text, ==, bad[i].expected);
      g_test_message ("%s", list->fault);
      g_assert_nonnull (strstr (list->fault, bad[i].words));
      g_assert_true (g_utf8_validate (list->fault, -1, NULL));
    }
}

/* Bytes that no C string holds. */
static void
test_nul (void)
{
  static const char bytes[] = "Basic realm=\"a\0b\"";
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (RtChallengeList) list = NULL;

  g_ptr_array_add (values, g_bytes_new_static (bytes, sizeof bytes - 1));
  list = rt_challenge_list_parse (values);
  g_assert_false (list->valid);
  g_assert_cmpuint (list->fault_offset, ==, 14);
  g_assert_nonnull (strstr (list->fault, "0x00"));
  g_assert_cmpuint (list->challenges->len, ==, 0);
}

static void
test_no_line (void)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (RtChallengeList) list = rt_challenge_list_parse (values);

  g_assert_true (list->valid);
  g_assert_cmpuint (list->challenges->len, ==, 0);
}

/* Every beginning of a good value, and every byte of it changed: never a
 * crash, and a fault exactly when it is not valid, inside of the line. */
static void
test_damaged (void)
{
  static const char whole[] = "Digest realm=\"a \\\"b\\\"\", qop=\"auth, auth-int\" , nonce = x,"
                              " Negotiate YII=, Basic realm=y";

  for (gsize n = 0; n < 256 * (sizeof whole - 1); n++)
    {
      g_autoptr (GPtrArray) values =
        g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr (RtChallengeList) list = NULL;
      gsize place = n / 256;
      gsize length = n % 256 == 0 ? place : sizeof whole - 1;
      char *bytes = g_memdup2 (whole, length);

      if (n % 256 != 0)
        bytes[place] = n % 256;
      g_ptr_array_add (values, g_bytes_new_take (bytes, length));
      list = rt_challenge_list_parse (values);
      g_assert_cmpint (list->valid, ==, list->fault == NULL);
      g_assert_cmpuint (list->fault_offset, <=, length);
    }
}

/* Many parameters cost no more than their bytes. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("A ");
  g_autoptr (RtChallengeList) list = NULL;
  RtChallenge *challenge;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "p%u=1,", i);
  list = parse (text->str);
  g_assert_true (list->valid);
  challenge = list->challenges->pdata[0];
  g_assert_cmpuint (challenge->params->len, ==, 100000);
}

static void
test_lookup (void)
{
  g_autoptr (RtChallengeList) list =
    parse ("Digest algorithm=\"sha-256\", realm=a, realm=b, Basic realm=\"c\", N dG9r, "
           "X algorithm=\"\377\n\"\1X algorithm=\"\377\"");
  g_autoptr (RtChallenge) copy = rt_challenge_copy (list->challenges->pdata[0]);
  g_autoptr (RtChallenge) token = rt_challenge_copy (list->challenges->pdata[2]);
  g_autofree char *digest = rt_challenge_dup_label (copy);
  g_autofree char *basic = rt_challenge_dup_label (list->challenges->pdata[1]);
  g_autofree char *odd = rt_challenge_dup_label (list->challenges->pdata[3]);

  g_assert_cmpstr (digest, ==, "Digest sha-256");
  g_assert_cmpstr (basic, ==, "Basic");
  g_assert_cmpstr (odd, ==, "X \\xFF");
  g_assert_cmpstr (token->token68, ==, "dG9r");
  g_assert_cmpstr (rt_challenge_get (copy, "realm"), ==, "a");
  g_assert_cmpstr (rt_challenge_get (copy, "nonce"), ==, NULL);
  g_assert_cmpuint (copy->params->len, ==, 3);
  g_assert_true (rt_challenge_is (copy, "DIGEST"));
  g_assert_false (rt_challenge_is (copy, "Dig"));
}

/* Each character of the file stands for one byte. */
static GBytes *
to_line (const char *text)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_c (bytes, (char) g_utf8_get_char (p));
  return g_string_free_to_bytes (g_steal_pointer (&bytes));
}

static void
assert_bytes (const char *value,
              const char *text)
{
  g_autoptr (GBytes) expected = to_line (text);

  g_assert_cmpmem (value, strlen (value), g_bytes_get_data (expected, NULL),
                   g_bytes_get_size (expected));
}

static void
assert_same (RtChallenge *challenge,
             JsonObject  *expected)
{
  JsonArray *params = json_object_get_array_member (expected, "params");

  g_assert_cmpstr (challenge->scheme, ==, json_object_get_string_member (expected, "scheme"));
  g_assert_cmpstr (challenge->token68, ==,
                   json_object_get_string_member_with_default (expected, "token68", NULL));
  g_assert_cmpuint (challenge->params->len, ==, json_array_get_length (params));
  for (guint i = 0; i < challenge->params->len; i++)
    {
      JsonArray *pair = json_array_get_array_element (params, i);
      RtChallengeParam *param = challenge->params->pdata[i];

      g_assert_cmpstr (param->name, ==, json_array_get_string_element (pair, 0));
      assert_bytes (param->value, json_array_get_string_element (pair, 1));
    }
}

static void
judge_case (JsonObject *test)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (RtChallengeList) list = NULL;
  JsonArray *lines = json_object_get_array_member (test, "lines");
  gboolean valid = json_object_get_boolean_member (test, "valid");

  for (guint i = 0; i < json_array_get_length (lines); i++)
    g_ptr_array_add (values, to_line (json_array_get_string_element (lines, i)));
  list = rt_challenge_list_parse (values);
  g_test_message ("%s", json_object_get_string_member (test, "id"));
  g_assert_cmpint (list->valid, ==, valid);
  if (valid)
    {
      JsonArray *expected = json_object_get_array_member (test, "expected");

      g_assert_cmpuint (list->challenges->len, ==, json_array_get_length (expected));
      for (guint i = 0; i < list->challenges->len; i++)
        assert_same (list->challenges->pdata[i], json_array_get_object_element (expected, i));
    }
}

static void
test_suite (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                 "www-authenticate", "challenges.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *cases;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared suites are not here");
      return;
    }
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  cases = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                        "cases");
  g_assert_cmpuint (json_array_get_length (cases), >=, 41);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    judge_case (json_array_get_object_element (cases, i));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/challenge/good", test_good);
  g_test_add_func ("/auth/challenge/bad", test_bad);
  g_test_add_func ("/auth/challenge/nul", test_nul);
  g_test_add_func ("/auth/challenge/no-line", test_no_line);
  g_test_add_func ("/auth/challenge/damaged", test_damaged);
  g_test_add_func ("/auth/challenge/many", test_many);
  g_test_add_func ("/auth/challenge/lookup", test_lookup);
  g_test_add_func ("/auth/challenge/suite", test_suite);
  return g_test_run ();
}
