/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Block after block, as the finder takes them, until one has a match. */

#include "config.h"

#include "first-match.h"

#include "find-block.h"
#include "text-matcher.h"

/* A line of more bytes is not looked at from its beginning. */
#define LONG_LINE (64 * 1024)

typedef struct
{
  RtLines       *lines;
  RtTextMatcher *matcher;
  RtPlace        from;
} Search;

static void
search_free (Search *self)
{
  g_clear_object (&self->lines);
  g_clear_pointer (&self->matcher, rt_text_matcher_free);
  g_free (self);
}

/* One that begins before the place is none. An expression that takes too many
 * steps ends the finder too, which says so. */
static gboolean
look_into (Search      *self,
           RtFindBlock *block,
           RtMatch     *match)
{
  while (rt_find_block_next (block, self->matcher, match, NULL))
    {
      RtPlace start = { match->line, match->start };

      if (rt_place_compare (&start, &self->from) >= 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
look (Search       *self,
      GCancellable *cancellable,
      RtMatch      *match)
{
  RtPlace place = self->from;
  gboolean found = FALSE;
  gboolean more = TRUE;

  if (rt_lines_get_length (self->lines, place.line) <= LONG_LINE)
    place.byte = 0;
  while (more && !found && !g_cancellable_is_cancelled (cancellable))
    {
      g_auto (RtFindBlock) block = { place };
      gboolean complete = rt_lines_is_complete (self->lines);
      guint64 n = rt_lines_get_n_lines (self->lines);

      more = rt_find_block_load (&block, self->lines, self->matcher, &place,
                                 complete || n == 0 ? n : n - 1, NULL);
      found = more && look_into (self, &block, match);
      place = block.end;
    }

  return found;
}

static void
search_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autofree RtMatch *match = g_new0 (RtMatch, 1);

  if (look (task_data, cancellable, match))
    g_task_return_pointer (task, g_steal_pointer (&match), g_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

void
rt_first_match_async (RtLines             *lines,
                      const char          *pattern,
                      RtFindFlags          flags,
                      const RtPlace       *from,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (RT_IS_LINES (lines));
  g_return_if_fail (pattern != NULL && *pattern != '\0');
  g_return_if_fail (from != NULL);

  search = g_new0 (Search, 1);
  search->lines = g_object_ref (lines);
  search->matcher = rt_text_matcher_new (pattern, flags, NULL);
  search->from = *from;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_first_match_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  if (search->matcher != NULL)
    g_task_run_in_thread (task, search_thread);
  else
    g_task_return_pointer (task, NULL, NULL);
}

RtMatch *
rt_first_match_finish (GAsyncResult *result)
{
  Search *search;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  /* Not with the task, which may end in its thread. */
  search = g_task_get_task_data (G_TASK (result));
  g_clear_object (&search->lines);

  /* Cancelled is silent, and nothing else fails. */
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
