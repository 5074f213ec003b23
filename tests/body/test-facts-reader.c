/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of facts-reader.c: the facts are there when the bytes are. */

#include "config.h"

#include "facts-reader.h"

static const char wav[] =
  "RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\1\0\2\0\x40\x1f\0\0\0\x7d\0\0\4\0\x10\0"
  "data\x04\0\0\0abcd";

static void
changed_cb (RtFactsReader *reader,
            RtMediaFacts  *facts)
{
  rt_facts_reader_get_facts (reader, facts);
}

static void
test_arriving (void)
{
  g_autoptr (RtDecodedText) bytes = rt_decoded_text_new_plain ();
  RtFactsReader *reader = rt_facts_reader_new (bytes);
  g_autoptr (GBytes) some = g_bytes_new (wav, 8);
  g_autoptr (GBytes) all = g_bytes_new (wav, sizeof wav - 1);
  RtMediaFacts facts;

  g_signal_connect (reader, "changed", G_CALLBACK (changed_cb), &facts);
  rt_facts_reader_get_facts (reader, &facts);
  g_assert_cmpuint (facts.channels, ==, 0);
  rt_decoded_text_extend (bytes, some, FALSE);
  g_assert_false (rt_facts_reader_is_complete (reader));
  rt_decoded_text_extend (bytes, all, TRUE);
  while (facts.channels == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (facts.channels, ==, 2);
  g_assert_cmpuint (facts.sample_rate, ==, 8000);
  while (!rt_facts_reader_is_complete (reader))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (reader);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts-reader/arriving", test_arriving);

  return g_test_run ();
}
