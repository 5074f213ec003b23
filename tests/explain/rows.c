/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rows.h"

#include <string.h>

#include "exchange-private.h"

RtTrail *
rows_make (const Row *row)
{
  g_auto(GStrv) parts = g_strsplit (row->request, "\n", 2);
  const char *target = strchr (parts[0], ' ') + 1;
  gboolean is_url = strstr (target, "://") != NULL;
  g_autofree char *url = is_url ? g_strdup (target) : g_strconcat ("http://example.org", target,
                                                                   NULL);
  g_autofree char *request =
    is_url ? g_strdup_printf ("%.*s / HTTP/1.1\nHost: h\n%s", (int) (target - 1 - parts[0]),
                              parts[0], parts[1] != NULL ? parts[1] : "")
           : g_strdup_printf ("%s HTTP/1.1\n%s%s", parts[0],
                              parts[1] != NULL && strstr (parts[1], "Host:") != NULL
                                ? "" : "Host: example.org\n",
                              parts[1] != NULL ? parts[1] : "");
  RtTrail *trail = cases_new_trail (url);
  RtExchange *exchange = cases_add (trail, url, request, row->response, row->content);

  if (row->set_up != NULL)
    row->set_up (exchange);

  return trail;
}

static void
check_row (const Row *row)
{
  g_autoptr(RtTrail) trail = rows_make (row);
  g_autoptr(GPtrArray) notes = cases_explain (trail);

  g_test_message ("%s %s: %s | %s", row->id, row->appears ? "yes" : "no", row->request,
                  row->response != NULL ? row->response : "none");
  for (guint i = 0; i < notes->len; i++)
    {
      RtNote *note = notes->pdata[i];

      g_test_message ("  [%s] %s | %s", rt_note_get_id (note), rt_note_get_sentence (note),
                      rt_note_get_detail (note));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (rt_note_get_id (note), !=, rt_note_get_id (notes->pdata[j]));
    }
  cases_assert_well_formed (notes);
  g_assert_cmpint (cases_find (notes, row->id) != NULL, ==, row->appears);
}

static gboolean
has_row (const Row  *rows,
         guint       length,
         const char *id,
         gboolean    appears)
{
  for (guint i = 0; i < length; i++)
    if (g_str_equal (rows[i].id, id) && rows[i].appears == appears)
      return TRUE;

  return FALSE;
}

void
rows_check (const Row *rows,
            guint      length)
{
  for (guint i = 0; i < length; i++)
    {
      check_row (&rows[i]);
      if (!has_row (rows, length, rows[i].id, !rows[i].appears))
        g_error ("%s has no row where it %s", rows[i].id,
                 rows[i].appears ? "does not appear" : "appears");
    }
}
