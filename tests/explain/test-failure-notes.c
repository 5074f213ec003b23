/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/failure-notes.c. */

#include <string.h>

#include "exchange-private.h"
#include "rows.h"

static RtNote *
find_note (GPtrArray  *notes,
           const char *prefix,
           const char *kind)
{
  g_autofree char *id = g_strconcat (prefix, kind, NULL);

  return cases_find (notes, id);
}

/* Each kind in each phase has its note, and no other kind's. */
static void
test_kinds (void)
{
  for (int kind = 0; kind <= RT_FAILURE_OTHER; kind++)
    for (int phase = 0; phase < RT_N_PHASES; phase++)
      {
        g_autoptr(RtTrail) trail = cases_one ("", NULL);
        g_autoptr(GPtrArray) notes = NULL;
        guint n = 0;

        rt_exchange_take_failure (rt_trail_get_last (trail),
                                  rt_failure_new (kind, phase, "Evidence <b>%s.", "x"));
        notes = cases_explain (trail);
        cases_assert_well_formed (notes);
        for (guint i = 0; i < notes->len; i++)
          n += g_str_has_prefix (rt_note_get_id (notes->pdata[i]), "failure-")
               && !g_str_has_prefix (rt_note_get_id (notes->pdata[i]), "failure-clue-");
        g_assert_cmpuint (n, ==, 1);
        g_assert_nonnull (find_note (notes, "failure-", rt_failure_kind_to_id (kind)));
      }
}

/* Evidence, phase, what had arrived, causes, and what to do: three paragraphs. */
static void
test_words (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK\nContent-Length: 1000");
  g_autoptr(GPtrArray) notes = NULL;
  g_auto(GStrv) paragraphs = NULL;
  RtNote *note;

  rt_exchange_take_failure (rt_trail_get_last (trail),
                            rt_failure_new (RT_FAILURE_RESET, RT_PHASE_CONTENT, "It was reset.", NULL));
  notes = cases_explain (trail);
  note = cases_find (notes, "failure-reset");
  paragraphs = g_strsplit (rt_note_get_detail (note), "\n\n", -1);
  g_assert_cmpuint (g_strv_length (paragraphs), ==, 3);
  g_assert_true (g_str_has_prefix (paragraphs[0], "It was reset. Phase: "));
  g_assert_nonnull (strstr (paragraphs[0], "the head and 0 bytes of 1.0 kB of content"));
  g_assert_cmpint (rt_note_get_level (note), ==, RT_NOTE_FAULT);
}

/* Of a head that broke off nothing is said that it lacks, and no success. */
static void
test_cut_head (void)
{
  static const char bytes[] = "HTTP/1.1 200 OK\r\nServer: a\r\nSet-Coo";
  g_autoptr(RtTrail) trail = cases_one ("", NULL);
  RtExchange *exchange = rt_trail_get_last (trail);
  g_autoptr(GBytes) cut = g_bytes_new_static (bytes, sizeof bytes - 1);
  g_autoptr(GPtrArray) notes = NULL;
  RtNote *note;

  rt_exchange_take_response_head (exchange, rt_head_parse (RT_HEAD_RESPONSE, cut));
  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_RESET, RT_PHASE_WAIT,
                                                      "It was reset.", NULL));
  notes = cases_explain (trail);
  cases_assert_well_formed (notes);
  g_assert_null (cases_find (notes, "dates-missing"));
  note = cases_find (notes, "status-meaning");
  g_assert_cmpint (rt_note_get_level (note), ==, RT_NOTE_INFO);
  g_assert_cmpstr (rt_note_get_sentence (note), ==, "200 OK, in answer to GET.");
  note = cases_find (notes, "failure-reset");
  g_assert_nonnull (strstr (rt_note_get_detail (note),
                            "Until then 35 bytes had arrived, and no complete head."));
}

static void
fail (RtExchange    *exchange,
      RtFailureKind  kind)
{
  rt_exchange_take_failure (exchange, rt_failure_new (kind, RT_PHASE_WAIT, "It failed.", NULL));
}

static void
reset_reused (RtExchange *exchange)
{
  g_autoptr(RtConnection) connection = rt_connection_new ();

  connection->reused = TRUE;
  rt_exchange_set_connection (exchange, connection);
  fail (exchange, RT_FAILURE_RESET);
}

static void
reset (RtExchange *exchange)
{
  fail (exchange, RT_FAILURE_RESET);
}

static void
malformed_with (RtExchange *exchange,
                const char *text,
                gsize       length)
{
  rt_exchange_take_partial_head (exchange, g_bytes_new (text, length));
  fail (exchange, RT_FAILURE_MALFORMED);
}

static void
malformed_ssh (RtExchange *exchange)
{
  malformed_with (exchange, "SSH-2.0-OpenSSH", 15);
}

static void
malformed_tls (RtExchange *exchange)
{
  malformed_with (exchange, "\x15\x03\x01", 3);
}

static void
malformed_short (RtExchange *exchange)
{
  malformed_with (exchange, "\x15\x03", 2);
}

static void
handshake (RtExchange *exchange)
{
  fail (exchange, RT_FAILURE_TLS_HANDSHAKE);
}

static void
closed (RtExchange *exchange)
{
  fail (exchange, RT_FAILURE_CLOSED_EARLY);
}

static void
refused (RtExchange *exchange)
{
  fail (exchange, RT_FAILURE_REFUSED);
}

static void
not_found (RtExchange *exchange)
{
  fail (exchange, RT_FAILURE_NAME_NOT_FOUND);
}

static const Row rows[] = {
  { "failure-clue-reused", TRUE, "GET /a", NULL, NULL, reset_reused },
  { "failure-clue-reused", FALSE, "GET /a", NULL, NULL, reset },
  { "failure-clue-protocol", TRUE, "GET /a", NULL, NULL, malformed_ssh },
  { "failure-clue-protocol", FALSE, "GET /a", NULL, NULL, malformed_tls },
  { "failure-clue-tls-port", TRUE, "GET /a", NULL, NULL, malformed_tls },
  { "failure-clue-tls-port", FALSE, "GET /a", NULL, NULL, malformed_short },
  { "failure-clue-http-port", TRUE, "GET https://h:8080/", NULL, NULL, handshake },
  { "failure-clue-http-port", FALSE, "GET https://h/", NULL, NULL, handshake },
  { "failure-clue-https-port", TRUE, "GET http://h.org:443/", NULL, NULL, closed },
  { "failure-clue-https-port", FALSE, "GET http://h.org/", NULL, NULL, closed },
  { "failure-clue-loopback", TRUE, "GET http://127.0.0.1:99/", NULL, NULL, refused },
  { "failure-clue-loopback", TRUE, "GET http://[::1]:99/", NULL, NULL, refused },
  { "failure-clue-loopback", FALSE, "GET http://h.org/", NULL, NULL, refused },
  { "failure-clue-private-name", TRUE, "GET http://printer/", NULL, NULL, not_found },
  { "failure-clue-private-name", TRUE, "GET http://a.local/", NULL, NULL, not_found },
  { "failure-clue-private-name", FALSE, "GET http://h.org/", NULL, NULL, not_found },
};

static void
test_rows (void)
{
  rows_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failure-notes/kinds", test_kinds);
  g_test_add_func ("/failure-notes/words", test_words);
  g_test_add_func ("/failure-notes/cut-head", test_cut_head);
  g_test_add_func ("/failure-notes/rows", test_rows);

  return g_test_run ();
}
