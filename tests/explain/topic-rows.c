/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "topic-rows.h"

#include <string.h>

#include "echo.h"
#include "exchange-private.h"

RtTrail *
topic_row_new_trail (const TopicRow *row)
{
  RtTrail *trail = cases_new_trail ("http://example.org/a");
  g_autofree char *request =
    g_strdup_printf ("%s /a HTTP/1.1\nHost: example.org\n%s",
                     row->method != NULL ? row->method : "GET",
                     row->request != NULL ? row->request : "");
  g_autofree char *response =
    g_strdup_printf ("HTTP/1.1 %d Status\n%s", row->status,
                     row->response != NULL ? row->response : "");
  RtExchange *exchange = cases_add (trail, "http://example.org/a", request, response, row->content);
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);

  if (rt_head_has_token (head, "Transfer-Encoding", "chunked"))
    rt_exchange_set_framing (exchange, RT_FRAMING_CHUNKED);
  else if (rt_head_find_field (head, "Content-Length", 0) < 0 && row->content != NULL)
    rt_exchange_set_framing (exchange, RT_FRAMING_UNTIL_CLOSE);
  else
    rt_exchange_set_framing (exchange, RT_FRAMING_LENGTH);

  return trail;
}

/* The same note on the same place must not come twice. */
static void
assert_no_repeats (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        RtNote *a = g_ptr_array_index (notes, i), *b = g_ptr_array_index (notes, j);

        if (g_str_equal (rt_note_get_id (a), rt_note_get_id (b)) &&
            rt_note_get_field (a) == rt_note_get_field (b))
          g_error ("%s is there twice", rt_note_get_id (a));
      }
}

void
topic_rows_check (const TopicRow *rows,
                  guint           n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(RtTrail) trail = topic_row_new_trail (&rows[i]);
      g_autoptr(GPtrArray) notes = cases_explain (trail);
      gboolean unwanted = rows[i].id[0] == '!';
      const char *other = unwanted ? NULL : rt_echo_get_other (rows[i].id);
      RtNote *note = cases_find (notes, rows[i].id + unwanted);

      /* Another topic may have said it already. */
      if (note == NULL && other != NULL)
        note = cases_find (notes, other);
      if ((note != NULL) == unwanted)
        g_error ("row %u: %s (status %d, response %s)", i, rows[i].id, rows[i].status,
                 rows[i].response);
      cases_assert_well_formed (notes);
      assert_no_repeats (notes);
    }
}

static gboolean
has_row (const TopicRow *rows,
         guint           n_rows,
         const char     *mark,
         const char     *id)
{
  g_autofree char *wanted = g_strconcat (mark, id, NULL);

  for (guint i = 0; i < n_rows; i++)
    if (g_str_equal (rows[i].id, wanted))
      return TRUE;

  return FALSE;
}

static guint
check_file (const char     *path,
            GRegex         *regex,
            const TopicRow *rows,
            guint           n_rows)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  guint n_ids = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); n_ids++)
    {
      g_autofree char *id = g_match_info_fetch (match, 1);

      if (!has_row (rows, n_rows, "", id) || !has_row (rows, n_rows, "!", id))
        g_error ("%s lacks a row with it or one without it", id);
      g_match_info_next (match, NULL);
    }

  return n_ids;
}

void
topic_rows_check_reach (const char     *prefix,
                        const TopicRow *rows,
                        guint           n_rows)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "explain", "notes",
                                                   NULL);
  g_autofree char *pattern = g_strdup_printf ("\"(%s-[a-z0-9-]+)\"", prefix);
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_ids = 0;

  if (dir == NULL)
    {
      g_test_skip ("the sources are not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".c"))
        n_ids += check_file (path, regex, rows, n_rows);
    }
  g_assert_cmpuint (n_ids, >, 0);
}
