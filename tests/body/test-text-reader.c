/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of text-reader.c: every byte is read once and in order, the first slice
 * at once, and all ends with the owner. */

#include "config.h"

#include "text-reader.h"

#include "feed.h"

#define SLICE 100

typedef struct
{
  GThread *caller;
  gsize    here; /* bytes that the caller's thread was given in its first turn */
  gsize    read;
  gsize    seen;
  gboolean complete;
  int     *freed;
} Index;

static int n_changed;

static void
read_slice (gpointer    data,
            const char *text,
            gsize       length,
            gboolean    complete)
{
  Index *self = data;

  g_assert_cmpuint (length, >=, self->read);
  g_assert_cmpuint (length, <=, self->read + SLICE);
  for (gsize i = self->read; i < length; i++)
    g_assert_cmpint ((guchar) text[i], ==, (guchar) i);
  if (self->read == 0 && g_thread_self () == self->caller)
    self->here = length;
  self->read = length;
  self->complete = complete;
}

static gboolean
publish (gpointer data)
{
  Index *self = data;
  gboolean changed = self->seen != self->read;

  self->seen = self->read;

  return changed;
}

static void
index_free (gpointer data)
{
  Index *self = data;

  (*self->freed)++;
  g_free (self);
}

static void
changed_cb (gpointer owner)
{
  g_assert_true (G_IS_OBJECT (owner));
  n_changed++;
}

static const RtTextReaderFuncs funcs = { SLICE, read_slice, publish, index_free, changed_cb };

static Index *
index_new (int *freed)
{
  Index *self = g_new0 (Index, 1);

  self->caller = g_thread_self ();
  self->freed = freed;
  *freed = 0;

  return self;
}

static void
close_and_wait (RtTextReader *reader,
                const int    *freed)
{
  rt_text_reader_close (reader);
  while (*freed == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_all (void)
{
  const gsize length = 10 * SLICE + 7;
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree char *data = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  int freed;
  Index *index = index_new (&freed);
  RtTextReader *reader;
  const RtReadText *seen;

  for (gsize i = 0; i < length; i++)
    data[i] = i;
  bytes = g_bytes_new (data, length);
  rt_decoded_text_extend (text, bytes, TRUE);
  n_changed = 0;
  reader = rt_text_reader_new (text, &funcs, index, owner);
  g_assert_cmpuint (index->here, ==, SLICE);
  while (!rt_text_reader_is_complete (reader))
    g_main_context_iteration (NULL, TRUE);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  seen = rt_text_reader_begin (reader);
  g_assert_cmpuint (seen->length, ==, length);
  g_assert_true (seen->complete);
  g_assert_true (g_bytes_equal (seen->bytes, bytes));
  g_assert_cmpuint (index->seen, ==, length);
  g_assert_true (index->complete);
  rt_text_reader_end (reader);
  close_and_wait (reader, &freed);
  g_assert_cmpint (freed, ==, 1);
}

static void
test_arriving (void)
{
  char data[50];
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  int freed;
  Index *index = index_new (&freed);
  RtTextReader *reader = rt_text_reader_new (text, &funcs, index, owner);

  for (gsize i = 0; i < sizeof data; i++)
    data[i] = i;
  g_assert_false (rt_text_reader_is_complete (reader));
  rt_test_feed (text, data, sizeof data, 7);
  g_assert_cmpuint (index->seen, ==, sizeof data);
  g_assert_true (rt_text_reader_is_complete (reader));
  g_assert_cmpfloat (rt_text_reader_get_share (reader), ==, 1);
  close_and_wait (reader, &freed);
}

static void
read_all (gpointer    data,
          const char *text,
          gsize       length,
          gboolean    complete)
{
  Index *self = data;

  g_assert_true (g_thread_self () != self->caller);
  self->read = length;
  self->complete = complete;
}

/* Without slices, all is read at once and in a thread. */
static void
test_thread (void)
{
  static const RtTextReaderFuncs whole = { 0, read_all, publish, index_free, changed_cb };
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GBytes) some = g_bytes_new ("some", 4);
  g_autoptr (GBytes) all = g_bytes_new ("some more", 9);
  int freed;
  Index *index = index_new (&freed);
  RtTextReader *reader;

  rt_decoded_text_extend (text, some, FALSE);
  reader = rt_text_reader_new (text, &whole, index, owner);
  rt_decoded_text_extend (text, all, TRUE);
  while (!rt_text_reader_is_complete (reader))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (index->seen, ==, 9);
  g_assert_true (index->complete);
  close_and_wait (reader, &freed);
}

/* The text says nothing to one that is closed; nobody waits for the thread. */
static void
test_close (void)
{
  const gsize length = 1000 * SLICE;
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree char *data = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  int freed;
  RtTextReader *reader = rt_text_reader_new (text, &funcs, index_new (&freed), owner);

  for (gsize i = 0; i < length; i++)
    data[i] = i;
  bytes = g_bytes_new (data, length);
  rt_decoded_text_extend (text, bytes, FALSE);
  n_changed = 0;
  close_and_wait (reader, &freed);
  g_signal_emit_by_name (text, "changed");
  g_assert_cmpint (n_changed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-reader/all", test_all);
  g_test_add_func ("/text-reader/arriving", test_arriving);
  g_test_add_func ("/text-reader/thread", test_thread);
  g_test_add_func ("/text-reader/close", test_close);

  return g_test_run ();
}
