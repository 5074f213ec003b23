/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of repetition-text.c: cells, the table as text and as CSV, the state in
 * words.
 */

#include "config.h"

#include "repetition-text.h"

#include "exchanges.h"
#include "widgets.h"

#include <string.h>

static RtRepetitionResult *
create (guint       number,
        const char *head,
        const char *content)
{
  g_autoptr(RtTrail) trail = rt_test_trail_new (rt_test_exchange_new ("http://a/", head, content,
                                                                      -1),
                                                NULL);

  return rt_repetition_result_new (number, trail);
}

static RtRepetitionResult *
create_failed (guint number)
{
  g_autoptr(RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new_failed ("http://a/", RT_FAILURE_REFUSED,
                                                    RT_PHASE_CONNECT, "a refused the connection."),
                       NULL);

  return rt_repetition_result_new (number, trail);
}

static void
assert_cell (RtRepetitionResult *result,
             RtRepetitionColumn  column,
             const char         *expected)
{
  g_autofree char *text = rt_repetition_text_dup_cell (result, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cells (void)
{
  g_autoptr(RtRepetitionResult) fine = create (3, "HTTP/1.1 404 N\003ope\r\n\r\n", "12345");
  g_autoptr(RtRepetitionResult) failed = create_failed (4);
  g_autofree char *time = rt_repetition_text_dup_cell (fine, RT_REPETITION_COLUMN_TIME);

  assert_cell (fine, RT_REPETITION_COLUMN_NUMBER, "3");
  assert_cell (fine, RT_REPETITION_COLUMN_STATUS, "404");
  assert_cell (fine, RT_REPETITION_COLUMN_REASON, "N\\x03ope");
  assert_cell (fine, RT_REPETITION_COLUMN_SIZE, "5 bytes");
  assert_cell (failed, RT_REPETITION_COLUMN_STATUS, "none");
  assert_cell (failed, RT_REPETITION_COLUMN_REASON, "a refused the connection.");
  g_assert_true (g_regex_match_simple ("^\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d$", time, 0, 0));
}

static GListStore *
create_list (void)
{
  GListStore *list = g_list_store_new (RT_TYPE_REPETITION_RESULT);
  g_autoptr(RtRepetitionResult) fine = create (1, "HTTP/1.1 200 OK\r\n\r\n", "12");
  g_autoptr(RtRepetitionResult) odd =
    create (2, "HTTP/1.1 503 No, \"really\"\tnot\r\n\r\n", "");
  g_autoptr(RtRepetitionResult) failed = create_failed (3);

  g_list_store_append (list, fine);
  g_list_store_append (list, odd);
  g_list_store_append (list, failed);

  return list;
}

static void
test_table (void)
{
  g_autoptr(GListStore) list = create_list ();
  g_autofree char *text = rt_repetition_text_dup_table (G_LIST_MODEL (list));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "No.\tTime\tStatus\tReason\t"));
  g_assert_nonnull (strstr (lines[1], "\t200\tOK\t"));
  g_assert_nonnull (strstr (lines[3], "\tnone\ta refused the connection.\t"));
  g_assert_cmpstr (lines[4], ==, "");
  for (guint i = 0; i < 4; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, RT_REPETITION_N_COLUMNS);
    }
}

static void
test_csv (void)
{
  g_autoptr(GListStore) list = create_list ();
  g_autofree char *text = rt_repetition_text_dup_csv (G_LIST_MODEL (list));
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[0], ==,
                   "number,started,status,reason,failure,milliseconds,bytes,exchanges");
  g_assert_true (g_regex_match_simple ("^1,\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z,200,OK,,"
                                       "\\d+\\.\\d{3},2,1$", lines[1], 0, 0));
  g_assert_nonnull (strstr (lines[2], ",503,\"No, \"\"really\"\"\tnot\",,"));
  g_assert_nonnull (strstr (lines[3], ",,,refused,"));
}

static void
test_state (void)
{
  g_autoptr(RtEngine) engine = rt_engine_new (NULL);
  g_autoptr(RtRequest) request = rt_request_new ();
  RtRepetitionPlan plan = { .count = 3 };
  g_autoptr(RtRepetition) repetition = NULL;
  g_autofree char *ready = NULL;
  g_autofree char *ended = NULL;
  g_autofree char *summary = NULL;

  rt_request_set_url (request, "http://127.0.0.1:1/");
  repetition = rt_repetition_new (engine, request, &plan);
  ready = rt_repetition_text_dup_state (repetition);
  g_assert_cmpstr (ready, ==, "0 of 3 sent");
  rt_repetition_start (repetition);
  while (rt_repetition_get_state (repetition) != RT_REPETITION_ENDED)
    g_main_context_iteration (NULL, TRUE);
  ended = rt_repetition_text_dup_state (repetition);
  g_assert_cmpstr (ended, ==, "3 of 3 sent · done");
  summary = rt_repetition_text_dup_summary (repetition);
  g_assert_cmpstr (summary, ==, "3 × no response");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repetition-text/cells", test_cells);
  g_test_add_func ("/repetition-text/table", test_table);
  g_test_add_func ("/repetition-text/csv", test_csv);
  g_test_add_func ("/repetition-text/state", test_state);

  return g_test_run ();
}
