/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of a repetition. */

#include "config.h"

#include "repetition-text.h"

#include "format.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const titles[] = {
  [RT_REPETITION_COLUMN_NUMBER] = N_("No."),
  [RT_REPETITION_COLUMN_TIME] = N_("Time"),
  [RT_REPETITION_COLUMN_STATUS] = N_("Status"),
  [RT_REPETITION_COLUMN_REASON] = N_("Reason"),
  [RT_REPETITION_COLUMN_DURATION] = N_("Took"),
  [RT_REPETITION_COLUMN_SIZE] = N_("Size"),
};

const char *
rt_repetition_text_get_title (RtRepetitionColumn column)
{
  g_return_val_if_fail (column < RT_REPETITION_N_COLUMNS, "");

  return _(titles[column]);
}

/* Milliseconds after the seconds: sends may be that close. */
static char *
dup_time (gint64      microseconds,
          gboolean    utc,
          const char *format)
{
  gint64 seconds = microseconds / G_USEC_PER_SEC;
  g_autoptr(GDateTime) date = utc ? g_date_time_new_from_unix_utc (seconds)
                                  : g_date_time_new_from_unix_local (seconds);
  g_autofree char *text = date != NULL ? g_date_time_format (date, format) : g_strdup ("");

  return g_strdup_printf ("%s.%03d%s", text, (int) (microseconds / 1000 % 1000), utc ? "Z" : "");
}

static char *
dup_reason (RtRepetitionResult *result)
{
  const char *reason = rt_repetition_result_get_reason (result);
  const char *failure = rt_repetition_result_get_failure_words (result);

  if (failure != NULL)
    return rt_text_from_wire (failure, -1);

  return rt_text_from_wire (reason != NULL ? reason : "", -1);
}

char *
rt_repetition_text_dup_cell (RtRepetitionResult *result,
                             RtRepetitionColumn  column)
{
  int status;

  g_return_val_if_fail (RT_IS_REPETITION_RESULT (result), NULL);

  switch (column)
    {
    case RT_REPETITION_COLUMN_NUMBER:
      return g_strdup_printf ("%u", rt_repetition_result_get_number (result));
    case RT_REPETITION_COLUMN_TIME:
      return dup_time (rt_repetition_result_get_started (result), FALSE, "%H:%M:%S");
    case RT_REPETITION_COLUMN_STATUS:
      status = rt_repetition_result_get_status (result);
      return status > 0 ? g_strdup_printf ("%03d", status) : g_strdup (_("none"));
    case RT_REPETITION_COLUMN_REASON:
      return dup_reason (result);
    case RT_REPETITION_COLUMN_DURATION:
      return rt_format_duration (rt_repetition_result_get_duration (result));
    case RT_REPETITION_COLUMN_SIZE:
      return rt_format_size (rt_repetition_result_get_size (result));
    case RT_REPETITION_N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_progress (RtRepetition *self)
{
  guint done = rt_repetition_get_n_done (self);
  RtRepetitionPlan plan;

  rt_repetition_get_plan (self, &plan);
  if (plan.count > 0)
    return g_strdup_printf (_("%u of %u sent"), done, plan.count);

  return g_strdup_printf (_("%u sent"), done);
}

static char *
dup_end (RtRepetition *self)
{
  RtRepetitionPlan plan;

  rt_repetition_get_plan (self, &plan);
  switch (rt_repetition_get_end (self))
    {
    case RT_REPETITION_END_STATUS:
      return g_strdup (_("ended: the status came"));
    case RT_REPETITION_END_STOPPED:
      return g_strdup (_("stopped"));
    case RT_REPETITION_END_COUNT:
      return g_strdup (plan.until_from > 0 ? _("ended: the status did not come") : _("done"));
    case RT_REPETITION_END_NONE:
    default:
      return g_strdup ("");
    }
}

static char *
dup_doing (RtRepetition *self)
{
  gint64 wait = rt_repetition_get_wait (self);

  switch (rt_repetition_get_state (self))
    {
    case RT_REPETITION_ENDED:
      return dup_end (self);
    case RT_REPETITION_PAUSED:
      return g_strdup (_("paused"));
    case RT_REPETITION_RUNNING:
      if (wait > G_USEC_PER_SEC / 2)
        return g_strdup_printf (_("next in %d s"),
                                (int) ((wait + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC));
      return g_strdup (_("sending"));
    case RT_REPETITION_READY:
    default:
      return g_strdup ("");
    }
}

char *
rt_repetition_text_dup_state (RtRepetition *self)
{
  g_autofree char *progress = NULL;
  g_autofree char *doing = NULL;

  g_return_val_if_fail (RT_IS_REPETITION (self), NULL);

  progress = dup_progress (self);
  doing = dup_doing (self);

  return *doing != '\0' ? g_strdup_printf ("%s · %s", progress, doing)
                        : g_steal_pointer (&progress);
}

static void
append_counts (GString      *text,
               RtRepetition *self)
{
  g_autoptr(GArray) counts = rt_repetition_dup_counts (self);

  for (guint i = 0; i < counts->len; i++)
    {
      const RtRepetitionCount *one = &g_array_index (counts, RtRepetitionCount, i);

      if (i > 0)
        g_string_append (text, ", ");
      if (one->status > 0)
        g_string_append_printf (text, "%u × %03d", one->n, one->status);
      else
        g_string_append_printf (text, _("%u × no response"), one->n);
    }
}

char *
rt_repetition_text_dup_summary (RtRepetition *self)
{
  GString *text = g_string_new (NULL);
  RtRepetitionTimes times;

  g_return_val_if_fail (RT_IS_REPETITION (self), NULL);

  append_counts (text, self);
  rt_repetition_get_times (self, &times);
  if (times.n > 0)
    {
      g_autofree char *min = rt_format_duration (times.min);
      g_autofree char *median = rt_format_duration (times.median);
      g_autofree char *max = rt_format_duration (times.max);

      g_string_append_printf (text, _(" · fastest %s, median %s, slowest %s"), min, median, max);
    }

  return g_string_free (text, FALSE);
}

char *
rt_repetition_text_dup_table (GListModel *results)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (results), NULL);

  for (guint column = 0; column < RT_REPETITION_N_COLUMNS; column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "",
                            rt_repetition_text_get_title (column));
  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr(RtRepetitionResult) result = g_list_model_get_item (results, i);

      for (guint column = 0; column < RT_REPETITION_N_COLUMNS; column++)
        {
          g_autofree char *cell = rt_repetition_text_dup_cell (result, column);

          g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "\n",
                                  g_strdelimit (cell, "\t", ' '));
        }
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/* RFC 4180 section 2: quoted where it must be, quotes doubled. */
static void
append_csv (GString    *text,
            const char *value)
{
  g_autofree char *fit = rt_text_from_wire (value, -1);

  if (strpbrk (fit, ",\"") == NULL)
    {
      g_string_append (text, fit);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = fit; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_csv_row (GString            *text,
                RtRepetitionResult *result)
{
  const char *reason = rt_repetition_result_get_reason (result);
  int failure = rt_repetition_result_get_failure (result);
  int status = rt_repetition_result_get_status (result);
  g_autofree char *time = dup_time (rt_repetition_result_get_started (result), TRUE,
                                    "%Y-%m-%dT%H:%M:%S");
  char duration[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (duration, sizeof duration, "%.3f",
                   rt_repetition_result_get_duration (result) / 1000.0);
  g_string_append_printf (text, "%u,%s,", rt_repetition_result_get_number (result), time);
  if (status > 0)
    g_string_append_printf (text, "%03d", status);
  g_string_append_c (text, ',');
  append_csv (text, reason != NULL ? reason : "");
  g_string_append_c (text, ',');
  if (failure >= 0)
    append_csv (text, rt_failure_kind_to_id (failure));
  g_string_append_printf (text, ",%s,%" G_GUINT64_FORMAT ",%u\r\n", duration,
                          rt_repetition_result_get_size (result),
                          rt_repetition_result_get_n_exchanges (result));
}

char *
rt_repetition_text_dup_csv (GListModel *results)
{
  GString *text;

  g_return_val_if_fail (G_IS_LIST_MODEL (results), NULL);

  text = g_string_new ("number,started,status,reason,failure,milliseconds,bytes,exchanges\r\n");
  for (guint i = 0; i < g_list_model_get_n_items (results); i++)
    {
      g_autoptr(RtRepetitionResult) result = g_list_model_get_item (results, i);

      append_csv_row (text, result);
    }

  return g_string_free (text, FALSE);
}
