/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The thread that makes a checksum. */

#include "config.h"

#include "digest.h"

/* Bytes between two looks at the cancellable. */
#define PIECE (1024 * 1024)
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 20)

typedef struct
{
  /* input */
  GBytes                *bytes;
  GChecksumType          type;
  GFileProgressCallback  progress;
  gpointer               progress_data;
} Job;

typedef struct
{
  GTask *task;
  gsize  done;
} Step;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->task);
  g_free (step);
}

static gboolean
progress_cb (gpointer user_data)
{
  Step *step = user_data;
  Job *job = g_task_get_task_data (step->task);

  /* Whoever cancelled may be gone. */
  if (!g_task_get_completed (step->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    job->progress (step->done, g_bytes_get_size (job->bytes), job->progress_data);

  return G_SOURCE_REMOVE;
}

/* By a source: g_main_context_invoke() would call it here, in the thread, while
 * nobody runs the context. */
static void
report (GTask *task,
        gsize  done)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Step *step = g_new0 (Step, 1);

  step->task = g_object_ref (task);
  step->done = done;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, progress_cb, step, step_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
compute_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GChecksum) checksum = g_checksum_new (job->type);
  gsize length;
  const guint8 *data = g_bytes_get_data (job->bytes, &length);
  gint64 next = g_get_monotonic_time () + PROGRESS_INTERVAL;

  for (gsize i = 0; i < length; i += PIECE)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      g_checksum_update (checksum, data + i, MIN (PIECE, length - i));
      if (job->progress != NULL && g_get_monotonic_time () >= next)
        {
          report (task, MIN (i + PIECE, length));
          next = g_get_monotonic_time () + PROGRESS_INTERVAL;
        }
    }
  g_task_return_pointer (task, g_strdup (g_checksum_get_string (checksum)), g_free);
}

void
rt_digest_compute_async (GBytes                *bytes,
                         GChecksumType          type,
                         GFileProgressCallback  progress,
                         gpointer               progress_data,
                         GCancellable          *cancellable,
                         GAsyncReadyCallback    callback,
                         gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (g_checksum_type_get_length (type) > 0);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_digest_compute_async);
  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (bytes);
  job->type = type;
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, compute_thread);
}

char *
rt_digest_compute_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
