/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-feed.c: every byte is given once and in order, the first ones in
 * the caller's thread and few of them. */

#include "config.h"

#include "json-feed.h"

#include "json-texts.h"

typedef struct
{
  GThread *caller;
  guint64  here;    /* end of the last token that the caller's thread was given */
  guint64  end;     /* of the last token */
  guint64  n_tokens;
  guint64  rest_from;
  guint64  rest;    /* how far the rest was given */
  guint64  published;      /* end of the last token */
  guint64  published_rest;
  int     *freed;
} Index;

static void
take_tokens (gpointer           data,
             const RtJsonToken *tokens,
             gsize              n_tokens)
{
  Index *self = data;

  for (gsize i = 0; i < n_tokens; i++)
    {
      g_assert_cmpuint (tokens[i].start, >=, self->end);
      self->end = tokens[i].end;
      if (g_thread_self () == self->caller)
        self->here = self->end;
    }
  self->n_tokens += n_tokens;
}

static void
take_rest (gpointer          data,
           const RtJsonView *view,
           guint64           from,
           guint64           to)
{
  Index *self = data;

  g_assert_true (view->has_flaw);
  if (self->rest == 0)
    self->rest_from = from;
  else
    g_assert_cmpuint (from, ==, self->rest);
  g_assert_cmpuint (to, >, from);
  self->rest = to;
}

static void
free_index (gpointer data)
{
  Index *self = data;

  (*self->freed)++;
  g_free (self);
}

static void
nothing_cb (gpointer owner)
{
}

static void
publish (gpointer data)
{
  Index *self = data;

  self->published = self->end;
  self->published_rest = self->rest;
}

static const RtJsonFeedFuncs funcs = { take_tokens, take_rest, free_index, nothing_cb };
static const RtJsonFeedFuncs publishing = { take_tokens, take_rest, free_index, nothing_cb,
                                            publish };

static Index *
index_new (int *freed)
{
  Index *self = g_new0 (Index, 1);

  self->caller = g_thread_self ();
  self->freed = freed;

  return self;
}

static void
close_and_wait (RtJsonFeed *feed,
                int        *freed)
{
  rt_json_feed_close (feed);
  while (*freed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (*freed, ==, 1);
}

static void
test_at_once (void)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (RtDecodedText) text = json_text_new ();
  g_autoptr (GString) json = g_string_new ("[0");
  int freed = 0;
  Index *index = index_new (&freed);
  RtJsonFeed *feed;
  const RtJsonView *view;

  for (int i = 0; i < 500000; i++)
    g_string_append (json, ", 1");
  g_string_append_c (json, ']');
  json_text_extend (text, json->str, json->len, TRUE);
  feed = rt_json_feed_new (text, FALSE, &funcs, index, owner);
  view = rt_json_feed_begin (feed);
  g_assert_cmpuint (view->length, >=, 64 * 1024 - 3);
  /* More than a screen, not more than a frame can wait for. */
  g_assert_cmpuint (index->here, >=, 64 * 1024 - 3);
  g_assert_cmpuint (index->here, <=, 64 * 1024);
  rt_json_feed_end (feed);
  while (!rt_json_feed_is_done (feed))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (index->n_tokens, ==, 500003);
  g_assert_cmpuint (index->end, ==, json->len);
  g_assert_null (rt_json_feed_get_flaw (feed));
  close_and_wait (feed, &freed);
}

/* What is read is what was published with the view, while more is taken. */
static void
test_publish (void)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (RtDecodedText) text = json_text_new ();
  g_autoptr (GString) json = g_string_new ("[0");
  int freed = 0;
  Index *index = index_new (&freed);
  gboolean done = FALSE;
  RtJsonFeed *feed;

  for (int i = 0; i < 2000000; i++)
    g_string_append (json, ",1");
  g_string_append_c (json, ']');
  json_text_extend (text, json->str, json->len, TRUE);
  feed = rt_json_feed_new (text, FALSE, &publishing, index, owner);
  while (!done)
    {
      const RtJsonView *view = rt_json_feed_begin (feed);

      done = view->done;
      /* But for a comma, and a number that may go on. */
      g_assert_cmpuint (index->published, <=, view->length);
      g_assert_cmpuint (index->published + 2, >=, view->length);
      rt_json_feed_end (feed);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (index->published, ==, json->len);
  close_and_wait (feed, &freed);
}

static void
test_rest (gconstpointer data)
{
  const RtJsonFeedFuncs *given = data;
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (RtDecodedText) text = json_text_new ();
  g_autofree char *filler = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *json = g_strconcat ("[1,\n  oops", filler, NULL);
  gsize length = strlen (json);
  int freed = 0;
  Index *index = index_new (&freed);
  RtJsonFeed *feed = rt_json_feed_new (text, FALSE, given, index, owner);

  json_text_extend (text, json, 7, FALSE);
  g_assert_false (rt_json_feed_is_done (feed));
  json_text_extend (text, json, length, TRUE);
  while (!rt_json_feed_is_done (feed))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_json_feed_get_flaw (feed)->offset, ==, 6);
  g_assert_cmpuint (index->n_tokens, ==, 2);
  /* With the indent of its line. */
  g_assert_cmpuint (index->rest_from, ==, 4);
  g_assert_cmpuint (index->rest, ==, length);
  g_assert_cmpuint (index->published_rest, ==, given->publish != NULL ? length : 0);
  g_assert_cmpuint (rt_json_feed_begin (feed)->limit, ==, 4);
  rt_json_feed_end (feed);
  close_and_wait (feed, &freed);
}

static void
test_partial (void)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (RtDecodedText) text = json_text_new ();
  int freed = 0;
  RtJsonFeed *feed;
  const RtJsonView *view;

  json_text_extend (text, "[1, \"abc", 8, FALSE);
  feed = rt_json_feed_new (text, FALSE, &funcs, index_new (&freed), owner);
  view = rt_json_feed_begin (feed);
  g_assert_true (view->has_partial);
  g_assert_cmpuint (view->partial.start, ==, 4);
  g_assert_cmpuint (view->partial.end, ==, 8);
  g_assert_false (view->done);
  rt_json_feed_end (feed);
  g_assert_cmpuint (rt_json_feed_get_size (feed), >, 0);
  close_and_wait (feed, &freed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-feed/at-once", test_at_once);
  g_test_add_func ("/json-feed/publish", test_publish);
  g_test_add_data_func ("/json-feed/rest", &funcs, test_rest);
  g_test_add_data_func ("/json-feed/rest-publish", &publishing, test_rest);
  g_test_add_func ("/json-feed/partial", test_partial);

  return g_test_run ();
}
