/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of text-sniff.c: by the first characters. */

#include "config.h"

#include "text-sniff.h"

#include <string.h>

static const struct
{
  const char *text;
  RtBodyKind  kind;
  gboolean    is_json;
} cases[] = {
  { "", RT_BODY_KIND_TEXT, FALSE },
  { " \r\n", RT_BODY_KIND_TEXT, FALSE },
  { "\357\273\277", RT_BODY_KIND_TEXT, FALSE },
  { "\357\273\277 {\"a\":1}", RT_BODY_KIND_JSON, TRUE },
  { "{", RT_BODY_KIND_JSON, FALSE },
  { "{\"a", RT_BODY_KIND_JSON, FALSE },
  { "{}", RT_BODY_KIND_JSON, TRUE },
  { "{} {}", RT_BODY_KIND_JSON, TRUE },
  { "{ // no\n}", RT_BODY_KIND_JSON, FALSE },
  { "[]", RT_BODY_KIND_JSON, TRUE },
  { "[{\"a\":tru", RT_BODY_KIND_JSON, TRUE },
  { "[{\"a\":1},,]", RT_BODY_KIND_JSON, FALSE },
  { "[INFO] started", RT_BODY_KIND_TEXT, FALSE },
  { "[2026-11-21 10:00] started", RT_BODY_KIND_TEXT, FALSE },
  { "[1, 2 3]", RT_BODY_KIND_JSON, FALSE },
  { "[1] a note", RT_BODY_KIND_TEXT, FALSE },
  { "<!DOCTYPE html>", RT_BODY_KIND_HTML, FALSE },
  { "\n<HTML lang=en>", RT_BODY_KIND_HTML, FALSE },
  { "<htmlx>", RT_BODY_KIND_TEXT, FALSE },
  { "<?xml version='1.0'?>", RT_BODY_KIND_XML, FALSE },
  { "<!-- <svg> --><svg>", RT_BODY_KIND_SVG, FALSE },
  { "<!-- <svg>", RT_BODY_KIND_TEXT, FALSE },
  { "words", RT_BODY_KIND_TEXT, FALSE },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *exact = length > 0 ? g_memdup2 (cases[i].text, length) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (rt_text_sniff (exact, length), ==, cases[i].kind);
      g_assert_cmpint (rt_text_sniff_is_json (exact, length), ==, cases[i].is_json);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-sniff/cases", test_cases);

  return g_test_run ();
}
