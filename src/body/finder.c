/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The search: one block after the other in the thread, a match again in its
 * block when it is wanted.
 */

#include "config.h"

#include "finder.h"

#include "find-block.h"
#include "find-index.h"
#include "text-matcher.h"
#include "worker.h"

#include <glib/gi18n-lib.h>
#include <time.h>

/* Nanoseconds that one block may take. One that took longer would also take
 * longer when a match in it is wanted. */
#define BLOCK_TIME_MAX G_GINT64_CONSTANT (1000000000)

typedef struct
{
  RtLines       *lines;
  RtTextMatcher *matcher;

  GMutex      mutex; /* guards all below; only the step changes it */
  RtFindIndex index;
  gboolean    complete;
  char       *trouble;
} Core;

struct _RtFinder
{
  GObject parent_instance;

  Core     *core; /* owned by the worker */
  RtWorker *worker;
  gulong    changed_id;
};

G_DEFINE_FINAL_TYPE (RtFinder, rt_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
core_free (Core *self)
{
  g_clear_object (&self->lines);
  g_clear_pointer (&self->matcher, rt_text_matcher_free);
  rt_find_index_clear (&self->index);
  g_clear_pointer (&self->trouble, g_free);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Of this thread; a busy machine is not the expression's fault. */
static gint64
get_time_spent (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static char *
say_trouble (guint64 line)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, line + 1);

  return g_strdup_printf (_("The search ended at line %s: the expression takes too many steps"),
                          number);
}

static void
add_block (Core    *self,
           RtPlace  start,
           RtPlace  end,
           guint64  n_matches,
           gboolean given_up)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  rt_find_index_add (&self->index, &end, n_matches);
  if (given_up)
    {
      self->complete = TRUE;
      self->trouble = say_trouble (start.line);
    }
}

/* There is nothing more to search now. */
static void
rest (Core    *self,
      gboolean complete)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->complete = complete;
}

static gboolean
has_ended_cb (gpointer worker)
{
  return rt_worker_has_ended (worker);
}

static gboolean
step (RtWorker *worker,
      gpointer  data)
{
  Core *self = data;
  /* Nobody else writes these. */
  RtPlace start = self->index.frontier;
  g_autoptr (GError) error = NULL;
  g_auto (RtFindBlock) block = { start };
  gboolean complete = rt_lines_is_complete (self->lines);
  guint64 n = rt_lines_get_n_lines (self->lines);
  guint64 n_complete = complete || n == 0 ? n : n - 1;
  gint64 began = get_time_spent ();
  guint64 n_matches;
  gboolean given_up;

  if (self->complete)
    return FALSE;

  if (!rt_find_block_load (&block, self->lines, self->matcher, &start, n_complete, NULL))
    {
      rest (self, complete && start.line >= n);
      rt_worker_tell (worker);
      return FALSE;
    }

  n_matches = rt_find_block_count (&block, self->matcher, has_ended_cb, worker, &error);
  given_up = error != NULL || (rt_text_matcher_is_slow (self->matcher) &&
                               get_time_spent () - began > BLOCK_TIME_MAX);
  add_block (self, start, block.end, n_matches, given_up);
  rt_worker_tell (worker);

  return !given_up;
}

static void
lines_changed_cb (RtFinder *self)
{
  if (!rt_finder_is_complete (self))
    rt_worker_wake (self->worker);
}

static void
tell_cb (gpointer owner)
{
  g_signal_emit (owner, signals[CHANGED], 0);
}

static void
rt_finder_dispose (GObject *object)
{
  RtFinder *self = RT_FINDER (object);

  if (self->changed_id != 0)
    g_signal_handler_disconnect (self->core->lines, self->changed_id);
  self->changed_id = 0;

  G_OBJECT_CLASS (rt_finder_parent_class)->dispose (object);
}

static void
rt_finder_finalize (GObject *object)
{
  RtFinder *self = RT_FINDER (object);

  g_clear_pointer (&self->worker, rt_worker_end);

  G_OBJECT_CLASS (rt_finder_parent_class)->finalize (object);
}

static void
rt_finder_class_init (RtFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_finder_dispose;
  object_class->finalize = rt_finder_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_finder_init (RtFinder *self)
{
}

RtFinder *
rt_finder_new (RtLines      *lines,
               const char   *pattern,
               RtFindFlags   flags,
               GError      **error)
{
  RtFinder *self;
  RtTextMatcher *matcher;
  Core *core;

  g_return_val_if_fail (RT_IS_LINES (lines), NULL);
  g_return_val_if_fail (pattern != NULL && *pattern != '\0', NULL);

  matcher = rt_text_matcher_new (pattern, flags, error);
  if (matcher == NULL)
    return NULL;

  core = g_new0 (Core, 1);
  core->lines = g_object_ref (lines);
  core->matcher = matcher;
  rt_find_index_init (&core->index);
  g_mutex_init (&core->mutex);

  self = g_object_new (RT_TYPE_FINDER, NULL);
  self->core = core;
  self->worker = rt_worker_new (self, core, (GDestroyNotify) core_free, step, tell_cb);
  self->changed_id = g_signal_connect_swapped (lines, "changed", G_CALLBACK (lines_changed_cb),
                                               self);
  rt_worker_wake (self->worker);

  return self;
}

guint64
rt_finder_get_n_matches (RtFinder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_FINDER (self), 0);

  locker = g_mutex_locker_new (&self->core->mutex);

  return self->core->index.n_matches;
}

gboolean
rt_finder_is_complete (RtFinder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_FINDER (self), TRUE);

  locker = g_mutex_locker_new (&self->core->mutex);

  return self->core->complete;
}

char *
rt_finder_dup_trouble (RtFinder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_FINDER (self), NULL);

  locker = g_mutex_locker_new (&self->core->mutex);

  return g_strdup (self->core->trouble);
}

gboolean
rt_finder_takes_empty (RtFinder *self)
{
  g_return_val_if_fail (RT_IS_FINDER (self), FALSE);

  return rt_text_matcher_takes_empty (self->core->matcher);
}

/* TRUE when it was searched. */
static gboolean
get_block (Core           *core,
           guint           i,
           RtFoundInBlock *block)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return rt_find_index_get (&core->index, i, block);
}

typedef struct
{
  RtMatch match;
  guint64 index;
  gboolean found;
} Found;

/* Whether the match is on the side of @from that is wanted. */
static gboolean
is_on_side (const RtMatch *match,
            const RtPlace *from,
            gboolean       backwards)
{
  RtPlace place = { match->line, backwards ? match->end : match->start };
  int order = rt_place_compare (&place, from);

  return backwards ? order <= 0 : order >= 0;
}

/* The nearest match in a block; without @from, its first or its last. */
static void
look_into (Core          *core,
           guint          i,
           const RtPlace *from,
           gboolean       backwards,
           Found         *found)
{
  g_auto (RtFindBlock) block = { 0 };
  RtFoundInBlock known;
  RtMatch match = { 0 };

  if (!get_block (core, i, &known) || known.n_matches == 0 ||
      !rt_find_block_load (&block, core->lines, core->matcher, &known.start,
                           MAX (known.end.line, known.start.line + 1), &known.end))
    return;

  /* An error was one before: the count ends there. */
  for (guint64 n = 0; n < known.n_matches; n++)
    {
      if (!rt_find_block_next (&block, core->matcher, &match, NULL))
        return;
      if (from != NULL && !is_on_side (&match, from, backwards))
        {
          if (backwards)
            return;
          continue;
        }
      *found = (Found) { match, known.before + n, TRUE };
      if (!backwards)
        return;
    }
}

/* The match beyond the block @i, around the end. */
static void
look_beyond (Core    *core,
             guint    i,
             gboolean backwards,
             Found   *found)
{
  RtFoundInBlock block;
  guint64 all;
  guint64 index;
  guint other;

  if (!get_block (core, i, &block))
    return;

  g_mutex_lock (&core->mutex);
  all = core->index.n_matches;
  g_mutex_unlock (&core->mutex);
  if (all == 0)
    return;

  if (backwards)
    index = (block.before > 0 ? block.before : all) - 1;
  else
    index = block.before + block.n_matches < all ? block.before + block.n_matches : 0;
  g_mutex_lock (&core->mutex);
  other = rt_find_index_find_match (&core->index, index);
  g_mutex_unlock (&core->mutex);
  look_into (core, other, NULL, backwards, found);
}

gboolean
rt_finder_find_next (RtFinder      *self,
                     const RtPlace *from,
                     gboolean       backwards,
                     RtMatch       *match,
                     guint64       *index)
{
  Found found = { { 0 } };
  guint i;

  g_return_val_if_fail (RT_IS_FINDER (self), FALSE);
  g_return_val_if_fail (from != NULL && match != NULL, FALSE);

  g_mutex_lock (&self->core->mutex);
  i = rt_find_index_find_place (&self->core->index, from);
  g_mutex_unlock (&self->core->mutex);
  look_into (self->core, i, from, backwards, &found);
  if (!found.found)
    look_beyond (self->core, i, backwards, &found);
  if (!found.found)
    return FALSE;

  *match = found.match;
  if (index != NULL)
    *index = found.index;

  return TRUE;
}

static gboolean
has_trouble (Core *core)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return core->trouble != NULL;
}

void
rt_finder_mark (RtFinder   *self,
                const char *text,
                gsize       length,
                GArray     *matches)
{
  g_auto (RtMatchText) piece = { text, length };
  gsize from = 0;
  gsize start;
  gsize end;

  g_return_if_fail (RT_IS_FINDER (self));
  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (matches != NULL);

  /* One that is too much for a line would hold up each frame. */
  if (has_trouble (self->core))
    return;

  while (rt_text_matcher_next (self->core->matcher, &piece, from, &start, &end, NULL))
    {
      RtMatch match = { 0, start, end };

      g_array_append_val (matches, match);
      from = end;
    }
}
