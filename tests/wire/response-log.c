/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the feeding of a response reader and the record of what it told. */

#include "response-log.h"

#include <string.h>

static void
add_head (ResponseLog *self,
          const char  *what,
          RtHead      *head,
          int          number)
{
  GBytes *bytes = rt_head_peek_bytes (head);

  g_assert_cmpuint (self->n_ends, ==, 0);
  g_string_append_printf (self->heads, "%s %d|", what, number);
  g_byte_array_append (self->head_bytes, g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes));
  rt_head_unref (head);
}

static void
interim_cb (RtHead   *head,
            gint64    time,
            gpointer  user_data)
{
  add_head (user_data, "interim", head, rt_head_get_status (head));
}

static void
head_cb (RtHead   *head,
         gint64    time,
         gpointer  user_data)
{
  add_head (user_data, "head", head, rt_head_get_status (head));
}

static void
trailers_cb (RtHead   *head,
             gint64    time,
             gpointer  user_data)
{
  add_head (user_data, "trailers", head, rt_head_get_n_fields (head));
}

static void
content_cb (const guint8 *data,
            gsize         length,
            gint64        time,
            gpointer      user_data)
{
  ResponseLog *self = user_data;

  g_assert_cmpuint (length, >, 0);
  g_assert_cmpuint (self->n_ends, ==, 0);
  g_byte_array_append (self->content, data, length);
}

static void
end_cb (RtResponseState state,
        gint64          time,
        gpointer        user_data)
{
  ResponseLog *self = user_data;

  self->n_ends++;
  g_string_append (self->end, state == RT_RESPONSE_COMPLETE ? "complete" : "cut");
}

static void
fault_cb (RtFault  *fault,
          gpointer  user_data)
{
  ResponseLog *self = user_data;
  const char *id = rt_fault_kind_to_id (fault->kind);

  g_assert_false (response_log_has (self, id));
  g_assert_true (g_utf8_validate (fault->evidence, -1, NULL));
  g_ptr_array_add (self->faults, g_strdup (id));
  g_ptr_array_add (self->evidence, g_strdup (fault->evidence));
  rt_fault_free (fault);
}

static const RtResponseSink log_sink = { interim_cb, head_cb, content_cb, trailers_cb, end_cb,
                                         fault_cb };

static gsize
piece_size (FeedMode mode,
            gsize    left)
{
  gsize size = left;

  if (mode == FEED_BYTES)
    size = 1;
  else if (mode == FEED_RANDOM)
    size = g_test_rand_int_range (1, 20);

  return MIN (size, left);
}

static void
feed (RtResponseReader *reader,
      ResponseLog      *self,
      const guint8     *bytes,
      gsize             length,
      FeedMode          mode)
{
  for (gsize at = 0; at < length;)
    {
      gsize n = piece_size (mode, length - at);
      /* each piece in its own memory, so that an over-read is seen */
      g_autofree guint8 *piece = g_memdup2 (bytes + at, n);

      at += n;
      if (!rt_response_reader_feed (reader, piece, n, at, &self->error))
        return;
    }
}

static void
take_answers (RtResponseReader *reader,
              ResponseLog      *self)
{
  GBytes *extra = rt_response_reader_peek_extra (reader);

  self->framing = rt_response_reader_get_framing (reader);
  self->length = rt_response_reader_get_content_length (reader);
  self->wire = rt_response_reader_get_content_wire (reader);
  self->partial = rt_response_reader_dup_partial_head (reader);
  self->extra = extra != NULL ? g_bytes_ref (extra) : NULL;
  g_assert_cmpuint (rt_response_reader_get_content_read (reader), ==, self->content->len);
  g_assert_cmpuint (rt_response_reader_get_extra_length (reader), >=,
                    extra != NULL ? g_bytes_get_size (extra) : 0);
}

ResponseLog *
response_log_run (const char        *method,
                  const void        *bytes,
                  gsize              length,
                  FeedMode           mode,
                  const FeedOptions *options)
{
  ResponseLog *self = g_new0 (ResponseLog, 1);
  g_autoptr (RtResponseReader) reader = rt_response_reader_new (method, &log_sink, self);

  self->heads = g_string_new (NULL);
  self->end = g_string_new (NULL);
  self->content = g_byte_array_new ();
  self->head_bytes = g_byte_array_new ();
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->evidence = g_ptr_array_new_with_free_func (g_free);

  if (options != NULL && options->max_head > 0)
    rt_response_reader_set_limits (reader, options->max_head, options->max_interim);
  feed (reader, self, bytes, length, mode);
  if (options != NULL && options->is_aborted)
    rt_response_reader_abort (reader, length);
  else if (options == NULL || !options->stays_open)
    rt_response_reader_close (reader, length);
  take_answers (reader, self);

  return self;
}

void
response_log_free (ResponseLog *self)
{
  g_string_free (self->heads, TRUE);
  g_string_free (self->end, TRUE);
  g_clear_pointer (&self->content, g_byte_array_unref);
  g_clear_pointer (&self->head_bytes, g_byte_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_bytes_unref);
  g_clear_pointer (&self->partial, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
response_log_has (const ResponseLog *self,
                  const char        *fault_id)
{
  return g_ptr_array_find_with_equal_func (self->faults, fault_id, g_str_equal, NULL);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
response_log_faults (const ResponseLog *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, self->faults, NULL, NULL);
  g_ptr_array_sort (sorted, compare_ids);
  g_ptr_array_add (sorted, NULL);

  return g_strjoinv (",", (char **) sorted->pdata);
}

static void
assert_same_bytes (GBytes *a,
                   GBytes *b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a != NULL)
    g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a),
                     g_bytes_get_data (b, NULL), g_bytes_get_size (b));
}

/* The count of extra bytes is of the first piece; all other evidence is fixed. */
static void
assert_same_evidence (const ResponseLog *a,
                      const ResponseLog *b)
{
  for (guint i = 0; i < a->faults->len; i++)
    {
      const char *id = g_ptr_array_index (a->faults, i);
      guint other;

      if (g_str_equal (id, "extra-bytes"))
        continue;
      g_assert_true (g_ptr_array_find_with_equal_func (b->faults, id, g_str_equal, &other));
      g_assert_cmpstr (g_ptr_array_index (a->evidence, i), ==,
                       g_ptr_array_index (b->evidence, other));
    }
}

void
response_log_assert_same (const ResponseLog *a,
                          const ResponseLog *b)
{
  g_autofree char *a_faults = response_log_faults (a);
  g_autofree char *b_faults = response_log_faults (b);

  g_assert_cmpstr (a->heads->str, ==, b->heads->str);
  g_assert_cmpstr (a->end->str, ==, b->end->str);
  g_assert_cmpstr (a_faults, ==, b_faults);
  g_assert_cmpmem (a->content->data, a->content->len, b->content->data, b->content->len);
  g_assert_cmpmem (a->head_bytes->data, a->head_bytes->len, b->head_bytes->data,
                   b->head_bytes->len);
  g_assert_cmpint (a->framing, ==, b->framing);
  g_assert_cmpint (a->length, ==, b->length);
  g_assert_cmpuint (a->wire, ==, b->wire);
  g_assert_cmpint (a->error == NULL, ==, b->error == NULL);
  assert_same_bytes (a->extra, b->extra);
  assert_same_bytes (a->partial, b->partial);
  assert_same_evidence (a, b);
}
