/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-request-reader.c and lesson-attributes.c: a whole request,
 * and what is refused.
 */

#include "config.h"

#include "lesson-request-reader.h"

#include "hops.h"
#include "lesson-reader.h"

#define BEFORE "<lesson><title>T</title><goal>G</goal><step><task>T</task><check>" \
               "<status is='200'/></check><why>W</why></step><step><task>T</task>\n"
#define AFTER "<check><status is='200'/></check><why>W</why></step></lesson>"

static void
test_whole (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) xml = hops_new_bytes (
    BEFORE
    "<request method='PUT' path='/a?b=c%20d' follow='no' retry='2'>"
    "<field name='If-Match' value-of='ETag' of-step='1' of-exchange='2' of-message='request'"
    " parameter='p'/><field name='X-A'> a  b </field><content type='text/plain'>x &amp; y</content>"
    "<credentials kind='digest' user='u' secret='s'/></request>" AFTER);
  g_autoptr(RtLesson) lesson = rt_lesson_read ("a", "a.xml", xml, &error);
  const RtLessonRequest *request;
  const RtLessonField *field;

  g_assert_no_error (error);
  request = rt_lesson_get_step (lesson, 1)->request;
  g_assert_cmpstr (request->method, ==, "PUT");
  g_assert_cmpstr (request->path, ==, "/a?b=c%20d");
  g_assert_false (request->follow);
  g_assert_cmpuint (request->tries, ==, 2);
  g_assert_cmpstr (request->content, ==, "x & y");
  g_assert_cmpstr (request->media_type, ==, "text/plain");
  g_assert_cmpint (request->credentials, ==, RT_CREDENTIALS_DIGEST);
  g_assert_cmpstr (request->user, ==, "u");
  g_assert_cmpstr (request->secret, ==, "s");
  g_assert_cmpuint (request->fields->len, ==, 2);
  field = g_ptr_array_index (request->fields, 0);
  g_assert_null (field->value);
  g_assert_cmpstr (field->source->field, ==, "ETag");
  g_assert_cmpstr (field->source->parameter, ==, "p");
  g_assert_cmpuint (field->source->step, ==, 1);
  g_assert_cmpuint (field->source->exchange, ==, 2);
  g_assert_true (field->source->of_request);
  field = g_ptr_array_index (request->fields, 1);
  g_assert_null (field->source);
  g_assert_cmpstr (field->value, ==, "a b");
}

static void
test_refused (void)
{
  static const struct { const char *xml; const char *message; } cases[] = {
    { "<request/>", "<request> lacks the attribute 'path'" },
    { "<request path='cache'/>", "<request> has 'cache' in its attribute 'path', which is a path "
      "of the playground that begins with a slash" },
    { "<request path='http://example.org/'/>", "<request> has 'http://example.org/' in its "
      "attribute 'path', which is a path of the playground that begins with a slash" },
    { "<request path='/a b'/>", "<request> has '/a b' in its attribute 'path', which is a path "
      "of the playground that begins with a slash" },
    { "<request path='/a#b'/>", "<request> has '/a#b' in its attribute 'path', which is a path "
      "of the playground that begins with a slash" },
    { "<request path='/' method='A B'/>", "<request> has 'A B' in its attribute 'method', which "
      "is one word without spaces and separators" },
    { "<request path='/' follow='1'/>", "<request> has '1' in its attribute 'follow'" },
    { "<request path='/' retry='9'/>",
      "<request> has '9' in its attribute 'retry', which is a number from 0 to 5" },
    { "<request path='/' url='x'/>", "<request> has an unknown attribute 'url'" },
    { "<request path='/'><cookie/></request>", "<cookie> is not known inside <request>" },
    { "<request path='/'><field name='A'/></request>", "<field> has no text" },
    { "<request path='/'><field>a</field></request>", "<field> lacks the attribute 'name'" },
    { "<request path='/'><field name='A:'>a</field></request>", "<field> has 'A:' in its "
      "attribute 'name', which is one word without spaces and separators" },
    { "<request path='/'><field name='A' of-step='1'>a</field></request>",
      "<field> has the attribute 'of-step' without a value that is taken" },
    { "<request path='/'><field name='A' value-of='B'/></request>",
      "<field> lacks the attribute 'of-step'" },
    { "<request path='/'><field name='A' value-of='B' of-step='2'/></request>",
      "<field> has '2' in its attribute 'of-step', which is a number from 1 to 1" },
    { "<request path='/'><field name='A' value-of='B' of-step='1'>x</field></request>",
      "<field> has text where only elements belong" },
    { "<request path='/'><content/></request>", "<content> has no text" },
    { "<request path='/'><content>a</content><content>a</content></request>",
      "<content> appears twice in one <request>" },
    { "<request path='/'><credentials user='a' secret='b'/></request>",
      "<credentials> lacks the attribute 'kind'" },
    { "<request path='/'><credentials kind='ntlm' user='a' secret='b'/></request>",
      "<credentials> has 'ntlm' in its attribute 'kind'" },
    { "<request path='/'><credentials kind='basic' user='a'/></request>",
      "<credentials> needs user and secret; bearer needs a secret only" },
    { "<request path='/'><credentials kind='bearer' user='a' secret='b'/></request>",
      "<credentials> needs user and secret; bearer needs a secret only" },
    { "<request path='/'><credentials kind='bearer' secret='b'/>"
      "<credentials kind='bearer' secret='b'/></request>",
      "<credentials> appears twice in one <request>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strconcat (BEFORE, cases[i].xml, AFTER, NULL);
      g_autofree char *message = g_strconcat ("t.xml:2: ", cases[i].message, NULL);

      hops_assert_refused (xml, message);
    }
}

/* A value cannot end its line: what is parted by an empty line is two. */
static void
test_breaking (void)
{
  hops_assert_refused (BEFORE "<request path='/'><field name='A'>a\n\nB: b</field></request>" AFTER,
                       "t.xml:2: <field> has an empty line in its value");
}

/* The first step has none before it. */
static void
test_first (void)
{
  hops_assert_refused ("<lesson><title>T</title><goal>G</goal><step><task>T</task>"
                       "<request path='/'><field name='A' value-of='B' of-step='1'/></request>"
                       AFTER,
                       "t.xml:1: <field> takes a value of an earlier step, but this is the first");
}

static void
test_many_fields (void)
{
  g_autoptr(GString) xml = g_string_new (BEFORE "<request path='/'>");

  for (guint i = 0; i < 31; i++)
    g_string_append (xml, "<field name='A'>a</field>");
  g_string_append (xml, "</request>" AFTER);
  hops_assert_refused (xml->str, "t.xml:2: <field> is one of more than 30");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/request-reader/whole", test_whole);
  g_test_add_func ("/lessons/request-reader/refused", test_refused);
  g_test_add_func ("/lessons/request-reader/breaking", test_breaking);
  g_test_add_func ("/lessons/request-reader/first", test_first);
  g_test_add_func ("/lessons/request-reader/many-fields", test_many_fields);

  return g_test_run ();
}
