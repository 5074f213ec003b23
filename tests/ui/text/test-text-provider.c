/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of text-provider.c: all of a text, valid, in pieces, more than once, and
 * no more than asked for. */

#include "config.h"

#include "text-provider.h"

#include "views.h"
#include "widgets.h"

#include <string.h>

/* A text in pieces, and how often it is read and freed. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       piece;
  gboolean    endless;
  int         open;
  int         freed;
  GThread    *caller;
} What;

typedef struct
{
  What *what;
  gsize at;
} Reading;

static gpointer
open_text (gpointer what)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->what = what;
  reading->what->open++;

  return reading;
}

static gboolean
read_text (gpointer data,
           GString *out)
{
  Reading *self = data;
  gsize n = MIN (self->what->piece, self->what->length - self->at);

  g_assert_true (g_thread_self () != self->what->caller);
  g_string_append_len (out, self->what->text + self->at, n);
  self->at = self->what->endless ? 0 : self->at + n;

  return self->at < self->what->length;
}

static void
close_text (gpointer data)
{
  ((Reading *) data)->what->open--;
  g_free (data);
}

static void
free_text (gpointer what)
{
  ((What *) what)->freed++;
}

static const RtTextSource source = { open_text, read_text, close_text, free_text };

static const struct
{
  const char *text;
  gsize       length;
  guint64     max;
  const char *given;
} cases[] = {
  { "", 0, 0, "" },
  { "abc", 3, 0, "abc" },
  { "a\303\251\377\0\nb\303", 8, 0, "a\303\251\357\277\275\342\220\200\nb\357\277\275" },
  { "abcdef", 6, 4, "abcd" },
  { "a\303\251b", 4, 2, "a" },
  { "a\303\251b", 4, 3, "a\303\251" },
  { "a\303\251b", 4, 4, "a\303\251b" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece < 10; piece++)
      {
        What what = { cases[i].text, cases[i].length, piece, FALSE, 0, 0, g_thread_self () };
        GdkContentProvider *provider = rt_text_provider_new (&source, &what, cases[i].max);
        g_autofree char *first = rt_test_dup_provided (g_object_ref (provider));
        g_autofree char *again = rt_test_dup_provided (provider);

        g_assert_cmpstr (first, ==, cases[i].given);
        g_assert_cmpstr (again, ==, cases[i].given);
        while (what.freed == 0)
          g_main_context_iteration (NULL, TRUE);
        g_assert_cmpint (what.open, ==, 0);
        g_assert_cmpint (what.freed, ==, 1);
      }
}

typedef struct
{
  GError  *error;
  gboolean done;
} Result;

static void
written_cb (GObject      *provider,
            GAsyncResult *result,
            gpointer      user_data)
{
  Result *self = user_data;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (provider), result,
                                               &self->error);
  self->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Result *) data)->done;
}

/* One who takes it stops, or cannot take it: nothing is left open. */
static void
check_error (GOutputStream *stream,
             GCancellable  *cancellable,
             int            code)
{
  static const char text[] = "endless";
  What what = { text, sizeof text - 1, 7, TRUE, 0, 0, g_thread_self () };
  GdkContentProvider *provider = rt_text_provider_new (&source, &what, 0);
  Result result = { NULL, FALSE };

  gdk_content_provider_write_mime_type_async (provider, "text/plain", stream, G_PRIORITY_DEFAULT,
                                              cancellable, written_cb, &result);
  g_object_unref (provider);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  rt_test_wait (is_done, &result);
  g_assert_error (result.error, G_IO_ERROR, code);
  g_clear_error (&result.error);
  while (what.freed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (what.open, ==, 0);
}

static void
test_errors (void)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) small = g_memory_output_stream_new (g_malloc (3), 3, NULL, g_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  check_error (memory, cancellable, G_IO_ERROR_CANCELLED);
  check_error (small, NULL, G_IO_ERROR_NO_SPACE);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/text-provider/cases", test_cases);
  g_test_add_func ("/text-provider/errors", test_errors);

  return g_test_run ();
}
