/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-condition-reader.c: each element, and what each refuses. */

#include "config.h"

#include "lesson-condition-reader.h"

#include "hops.h"

static const RtLessonCondition *
get_condition (RtLesson *lesson)
{
  return g_ptr_array_index (rt_lesson_get_step (lesson, 0)->conditions, 0);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char     *xml;
    RtConditionKind kind;
    guint           exchange;
    guint           number;
    const char     *name;
    RtMatch         match;
    const char     *text;
  } cases[] = {
    { "<method is='GET'/>", RT_CONDITION_METHOD, 0, 0, NULL, RT_MATCH_IS, "GET" },
    { "<path contains='a' exchange='3'/>", RT_CONDITION_PATH, 3, 0, NULL, RT_MATCH_CONTAINS, "a" },
    { "<request-field name='A' present='yes' exchange='last'/>", RT_CONDITION_REQUEST_FIELD, 0, 0,
      "A", RT_MATCH_PRESENT, NULL },
    { "<response-field name='A' present='no' exchange='first'/>", RT_CONDITION_RESPONSE_FIELD, 1,
      0, "A", RT_MATCH_ABSENT, NULL },
    { "<response-field name='A' is-value-of='B' of-step='1'/>", RT_CONDITION_RESPONSE_FIELD, 0, 0,
      "A", RT_MATCH_IS, NULL },
    { "<exchanges count='4'/>", RT_CONDITION_EXCHANGES, 0, 4, NULL, RT_MATCH_IS, NULL },
    { "<status is='799'/>", RT_CONDITION_STATUS, 0, 799, NULL, RT_MATCH_IS, NULL },
    { "<status class='5xx'/>", RT_CONDITION_CLASS, 0, 5, NULL, RT_MATCH_IS, NULL },
    { "<content contains='x'/>", RT_CONDITION_CONTENT, 0, 0, NULL, RT_MATCH_CONTAINS, "x" },
    { "<failure id='refused'/>", RT_CONDITION_FAILURE, 0, 0, "refused", RT_MATCH_IS, NULL },
    { "<fault id='h2-goaway'/>", RT_CONDITION_FAULT, 0, 0, "h2-goaway", RT_MATCH_IS, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtLesson) lesson = hops_new_lesson (cases[i].xml, NULL);
      const RtLessonCondition *condition = get_condition (lesson);

      g_assert_cmpint (condition->kind, ==, cases[i].kind);
      g_assert_cmpuint (condition->exchange, ==, cases[i].exchange);
      g_assert_cmpuint (condition->number, ==, cases[i].number);
      g_assert_cmpstr (condition->name, ==, cases[i].name);
      g_assert_cmpint (condition->match, ==, cases[i].match);
      g_assert_cmpstr (condition->text, ==, cases[i].text);
    }
}

static void
test_refused (void)
{
  static const struct { const char *xml; const char *message; } cases[] = {
    { "<method/>", "<method> does not say what must be so" },
    { "<method is='A' contains='B'/>", "<method> compares in two ways; one is enough" },
    { "<method present='yes'/>", "<method> has an unknown attribute 'present'" },
    { "<method is=''/>", "<method> has nothing in its attribute 'is'" },
    { "<method is='A'>x</method>", "<method> has text where only elements belong" },
    { "<method is='A' exchange='0'/>",
      "<method> has '0' in its attribute 'exchange', which is a number from 1 to 100" },
    { "<method is='A' exchange='second'/>",
      "<method> has 'second' in its attribute 'exchange', which is a number from 1 to 100" },
    { "<path is='/' of-step='1'/>",
      "<path> has the attribute 'of-step' without a value that is taken" },
    { "<path is-value-of='Location'/>", "<path> lacks the attribute 'of-step'" },
    { "<path is-value-of='Location' of-step='2'/>",
      "<path> has '2' in its attribute 'of-step', which is a number from 1 to 1" },
    { "<request-field is='A'/>", "<request-field> lacks the attribute 'name'" },
    { "<request-field name='A B' is='A'/>", "<request-field> has 'A B' in its attribute 'name', "
      "which is one word without spaces and separators" },
    { "<request-field name='A' present='maybe'/>",
      "<request-field> has 'maybe' in its attribute 'present'" },
    { "<request-field name='A' is-value-of='B C' of-step='1'/>",
      "<request-field> takes the value of 'B C', which is no name of a field" },
    { "<request-field name='A' is-value-of='B' of-step='1' of-message='reply'/>",
      "<request-field> has 'reply' in its attribute 'of-message'" },
    { "<exchanges/>", "<exchanges> lacks the attribute 'count'" },
    { "<exchanges count='0'/>",
      "<exchanges> has '0' in its attribute 'count', which is a number from 1 to 100" },
    { "<exchanges count='1' exchange='1'/>", "<exchanges> has an unknown attribute 'exchange'" },
    { "<status/>", "<status> needs 'is' or 'class', and not both" },
    { "<status is='200' class='2xx'/>", "<status> needs 'is' or 'class', and not both" },
    { "<status is='99'/>", "<status> has '99' in its attribute 'is', which is a number from 100 "
      "to 999" },
    { "<status class='9xx'/>", "<status> has '9xx' in its attribute 'class'" },
    { "<content is='x'/>", "<content> has an unknown attribute 'is'" },
    { "<failure/>", "<failure> lacks the attribute 'id'" },
    { "<failure id='content-short'/>",
      "<failure> names 'content-short', which is no failure of the reference" },
    { "<fault id='refused'/>", "<fault> names 'refused', which is no fault of the reference" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml =
        g_strdup_printf ("<lesson><title>T</title><goal>G</goal><step><task>T</task><check>\n%s"
                         "</check><why>W</why></step></lesson>", cases[i].xml);
      g_autofree char *message = g_strconcat ("t.xml:2: ", cases[i].message, NULL);

      hops_assert_refused (xml, message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/condition-reader/kinds", test_kinds);
  g_test_add_func ("/lessons/condition-reader/refused", test_refused);

  return g_test_run ();
}
