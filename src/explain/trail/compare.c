/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compares two exchanges part by part. The content has a file of its own. */

#include "config.h"

#include "compare.h"

#include <glib/gi18n-lib.h>

#include "compare-content.h"
#include "compared-row.h"
#include "format.h"
#include "text.h"

static char *
take_text (char *wire)
{
  g_autofree char *owned = wire;

  return owned != NULL ? rt_text_from_wire (owned, -1) : NULL;
}

static void
compare_requests (GPtrArray  *rows,
                  RtExchange *left,
                  RtExchange *right)
{
  g_autofree char *left_method = take_text (rt_exchange_dup_method (left));
  g_autofree char *right_method = take_text (rt_exchange_dup_method (right));
  g_autofree char *left_url = take_text (rt_exchange_dup_url (left));
  g_autofree char *right_url = take_text (rt_exchange_dup_url (right));

  rt_compared_row_add (rows, RT_COMPARED_REQUEST, _("Method"), left_method, right_method);
  rt_compared_row_add (rows, RT_COMPARED_REQUEST, _("URL"), left_url, right_url);
}

/* The fields of a head in order, and where each "name, occurrence" stands. */
typedef struct
{
  RtHead     *head;   /* (nullable) */
  GPtrArray  *keys;   /* of each field */
  GHashTable *places; /* key -> index + 1 */
} Fields;

static void
read_fields (Fields *self,
             RtHead *head)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->head = head;
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; head != NULL && i < rt_head_get_n_fields (head); i++)
    {
      g_autofree char *name = rt_head_dup_field_name (head, i);
      g_autofree char *lower = g_ascii_strdown (name, -1);
      guint occurrence = GPOINTER_TO_UINT (g_hash_table_lookup (seen, lower)) + 1;
      char *key = g_strdup_printf ("%u %s", occurrence, lower);

      g_hash_table_replace (seen, g_steal_pointer (&lower), GUINT_TO_POINTER (occurrence));
      g_ptr_array_add (self->keys, key);
      g_hash_table_insert (self->places, key, GUINT_TO_POINTER (i + 1));
    }
}

static void
clear_fields (Fields *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->head, rt_head_unref);
}

/* Index of the field with @key, -1 when there is none. */
static int
find_place (const Fields *self,
            const char   *key)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key)) - 1;
}

static void
add_field (GPtrArray      *rows,
           RtComparedPart  part,
           const char     *prefix,
           const Fields   *left,
           int             left_index,
           const Fields   *right,
           int             right_index)
{
  g_autofree char *name = left_index >= 0
                            ? rt_head_dup_field_name (left->head, left_index)
                            : rt_head_dup_field_name (right->head, right_index);
  g_autofree char *label = g_strconcat (prefix, name, NULL);
  g_autofree char *left_value =
    left_index >= 0 ? rt_head_dup_field_value (left->head, left_index) : NULL;
  g_autofree char *right_value =
    right_index >= 0 ? rt_head_dup_field_value (right->head, right_index) : NULL;

  rt_compared_row_add (rows, part, label, left_value, right_value);
}

/* @prefix: before each name. Both heads: (transfer full) (nullable). */
static void
compare_heads (GPtrArray      *rows,
               RtComparedPart  part,
               const char     *prefix,
               RtHead         *left_head,
               RtHead         *right_head)
{
  Fields left;
  Fields right;

  read_fields (&left, left_head);
  read_fields (&right, right_head);
  for (guint i = 0; i < left.keys->len; i++)
    add_field (rows, part, prefix, &left, i, &right,
               find_place (&right, g_ptr_array_index (left.keys, i)));
  for (guint i = 0; i < right.keys->len; i++)
    if (find_place (&left, g_ptr_array_index (right.keys, i)) < 0)
      add_field (rows, part, prefix, &left, -1, &right, i);
  clear_fields (&left);
  clear_fields (&right);
}

static char *
dup_status (RtExchange *exchange)
{
  int status = rt_exchange_get_status (exchange);
  g_autofree char *reason = take_text (rt_exchange_dup_reason (exchange));

  if (status <= 0)
    return NULL;
  if (reason == NULL || *reason == '\0')
    return g_strdup_printf ("%03d", status);

  return g_strdup_printf ("%03d %s", status, reason);
}

static char *
dup_version (RtExchange *exchange)
{
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);

  return head != NULL ? take_text (rt_head_dup_version (head)) : NULL;
}

static char *
dup_failure (RtExchange *exchange)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);

  if (failure == NULL)
    return NULL;

  return rt_text_from_wire (failure->message != NULL ? failure->message
                                                     : rt_failure_kind_to_id (failure->kind), -1);
}

static void
compare_statuses (GPtrArray  *rows,
                  RtExchange *left,
                  RtExchange *right)
{
  g_autofree char *left_status = dup_status (left);
  g_autofree char *right_status = dup_status (right);
  g_autofree char *left_version = dup_version (left);
  g_autofree char *right_version = dup_version (right);
  g_autofree char *left_failure = dup_failure (left);
  g_autofree char *right_failure = dup_failure (right);

  rt_compared_row_add (rows, RT_COMPARED_STATUS, _("Status"), left_status, right_status);
  rt_compared_row_add (rows, RT_COMPARED_STATUS, _("Version"), left_version, right_version);
  rt_compared_row_add (rows, RT_COMPARED_STATUS, _("Failure"), left_failure, right_failure);
}

static char *
dup_phase (const RtTiming *timing,
           RtPhase         phase)
{
  gint64 length;

  if (!rt_timing_happened (timing, phase))
    return NULL;
  length = rt_timing_get_length (timing, phase, g_get_monotonic_time ());

  return rt_format_duration (MAX (length, 0));
}

static void
compare_times (GPtrArray  *rows,
               RtExchange *left,
               RtExchange *right)
{
  RtTiming left_timing;
  RtTiming right_timing;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *left_total = NULL;
  g_autofree char *right_total = NULL;

  rt_exchange_get_timing (left, &left_timing);
  rt_exchange_get_timing (right, &right_timing);
  for (RtPhase phase = 0; phase < RT_N_PHASES; phase++)
    {
      g_autofree char *left_time = dup_phase (&left_timing, phase);
      g_autofree char *right_time = dup_phase (&right_timing, phase);

      rt_compared_row_add (rows, RT_COMPARED_TIME, rt_phase_to_words (phase), left_time,
                           right_time);
    }
  left_total = rt_format_duration (MAX (rt_timing_get_total (&left_timing, now), 0));
  right_total = rt_format_duration (MAX (rt_timing_get_total (&right_timing, now), 0));
  rt_compared_row_add (rows, RT_COMPARED_TIME, _("Whole time"), left_total, right_total);
}

static void
add_size (GPtrArray  *rows,
          const char *label,
          guint64     left,
          guint64     right)
{
  g_autofree char *left_size = rt_format_bytes (left);
  g_autofree char *right_size = rt_format_bytes (right);

  if (left > 0 || right > 0)
    rt_compared_row_add (rows, RT_COMPARED_SIZE, label, left_size, right_size);
}

static void
compare_sizes (GPtrArray  *rows,
               RtExchange *left,
               RtExchange *right)
{
  RtSizes left_sizes;
  RtSizes right_sizes;

  rt_exchange_get_sizes (left, &left_sizes);
  rt_exchange_get_sizes (right, &right_sizes);
  add_size (rows, _("Request head"), left_sizes.request_head, right_sizes.request_head);
  add_size (rows, _("Request content"), left_sizes.request_content, right_sizes.request_content);
  add_size (rows, _("Response head"), left_sizes.response_head, right_sizes.response_head);
  add_size (rows, _("Content on the wire"), left_sizes.content_wire, right_sizes.content_wire);
  add_size (rows, _("Content without codings"), left_sizes.content_decoded,
            right_sizes.content_decoded);
}

GPtrArray *
rt_compare_exchanges (RtExchange *left,
                      RtExchange *right,
                      guint       max_lines)
{
  GPtrArray *rows;

  g_return_val_if_fail (RT_IS_EXCHANGE (left) && RT_IS_EXCHANGE (right), NULL);

  rows = g_ptr_array_new_with_free_func (g_object_unref);
  compare_requests (rows, left, right);
  compare_heads (rows, RT_COMPARED_REQUEST_FIELD, "", rt_exchange_dup_request_head (left),
                 rt_exchange_dup_request_head (right));
  compare_statuses (rows, left, right);
  compare_heads (rows, RT_COMPARED_FIELD, "", rt_exchange_dup_response_head (left),
                 rt_exchange_dup_response_head (right));
  /* Translators: the name of a field after the content follows */
  compare_heads (rows, RT_COMPARED_FIELD, _("Trailer: "), rt_exchange_dup_trailers (left),
                 rt_exchange_dup_trailers (right));
  compare_times (rows, left, right);
  compare_sizes (rows, left, right);
  rt_compare_content (rows, left, right, max_lines);

  return rows;
}
