/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-jar.c: the jar as a whole, its signal and its lock. */

#include "cookie-samples.h"

static const RtCookieSite site = { "www.example.org", "/a/b", TRUE };

static RtCookieVerdict *
receive (RtCookieJar *jar,
         const char  *line)
{
  g_autoptr (GBytes) bytes = sample_line (line);

  return rt_cookie_jar_receive (jar, &site, bytes, NOW);
}

static void
count_cb (RtCookieJar *jar,
          guint       *count)
{
  (*count)++;
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_choose (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autofree char *field = NULL;
  const char *lines[] = { "root=1; Path=/", "deep=2", "wide=3; Domain=example.org; Path=/",
                          "admin=4; Path=/admin", "nameless; Path=/", "root=5; Path=/" };
  const char *names[] = { "deep", "root", "wide", "", "admin" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (RtCookieVerdict) verdict = receive (jar, lines[i]);

      g_assert_cmpint (verdict->fate, ==, i == 5 ? RT_COOKIE_REPLACED : RT_COOKIE_STORED);
    }

  field = rt_cookie_jar_choose (jar, &site, NOW, &verdicts);
  g_assert_cmpstr (field, ==, "deep=2; root=5; wide=3; nameless");
  g_assert_cmpuint (verdicts->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < verdicts->len; i++)
    {
      RtCookieVerdict *verdict = g_ptr_array_index (verdicts, i);

      g_assert_cmpstr (rt_cookie_get_name (verdict->cookie), ==, names[i]);
      g_assert_cmpint (verdict->fate, ==, i < 4 ? RT_COOKIE_SENT : RT_COOKIE_WITHHELD);
      g_assert_null (verdict->line);
      g_assert_cmpstr (verdict->section, ==, "RFC 6265bis, section 5.8.3");
    }
}

/* A look says the same, but keeps nobody from being pushed out. */
static void
test_preview (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookieVerdict) first = receive (jar, "first=1; Path=/a");
  g_autoptr (RtCookieVerdict) last = NULL;
  g_autoptr (GPtrArray) seen = NULL;

  for (guint i = 0; i < 49; i++)
    {
      g_autofree char *line = g_strdup_printf ("n%u=1; Path=/b", i);
      g_autoptr (RtCookieVerdict) verdict = receive (jar, line);

      g_assert_cmpint (verdict->fate, ==, RT_COOKIE_STORED);
    }
  seen = rt_cookie_jar_preview (jar, &site, NOW);
  g_assert_cmpuint (seen->len, ==, 50);
  g_assert_true (((RtCookieVerdict *) g_ptr_array_index (seen, 0))->cookie == first->cookie);
  g_assert_cmpint (((RtCookieVerdict *) g_ptr_array_index (seen, 1))->fate, ==,
                   RT_COOKIE_WITHHELD);

  last = receive (jar, "last=1; Path=/b");
  g_assert_nonnull (strstr (last->why, "“first” was dropped"));
}

/* Nothing goes to a foreign host, and nothing of one is told of. */
static void
test_foreign (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  const RtCookieSite foreign = { "example.com", "/a/b", TRUE };
  g_autoptr (RtCookieVerdict) verdict = receive (jar, "a=b; Domain=example.org");
  g_autoptr (GPtrArray) verdicts = NULL;

  g_assert_null (rt_cookie_jar_choose (jar, &foreign, NOW, &verdicts));
  g_assert_cmpuint (verdicts->len, ==, 0);
}

static void
test_expiry (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookieVerdict) verdict = receive (jar, "a=b; Max-Age=10");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) kept = rt_cookie_jar_dup_cookies (jar);
  g_autofree char *field = rt_cookie_jar_choose (jar, &site, NOW + 9, &before);
  RtCookieVerdict *late;

  g_assert_cmpstr (field, ==, "a=b");
  g_assert_null (rt_cookie_jar_choose (jar, &site, NOW + 10, &after));
  g_assert_cmpuint (after->len, ==, 1);
  late = g_ptr_array_index (after, 0);
  g_assert_cmpint (late->fate, ==, RT_COOKIE_WITHHELD);
  g_assert_true (g_str_has_prefix (late->why, "It expired on 9 Sep 2001, 01:46:50 UTC"));
  /* By the clock of today it expired long ago. */
  g_assert_cmpuint (kept->len, ==, 0);
}

static void
test_bytes (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a=b\0c", 5);
  g_autoptr (GBytes) empty = g_bytes_new_static (NULL, 0);
  g_autoptr (RtCookieVerdict) control = rt_cookie_jar_receive (jar, &site, bytes, NOW);
  g_autoptr (RtCookieVerdict) nothing = rt_cookie_jar_receive (jar, &site, empty, NOW);
  g_autoptr (RtCookieVerdict) latin = receive (jar, "caf\351=\377");
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autofree char *field = NULL;

  g_assert_cmpint (control->fate, ==, RT_COOKIE_REFUSED);
  g_assert_null (control->cookie);
  g_assert_cmpstr (control->line, ==, "a=b\\x00c");
  g_assert_cmpstr (control->why, ==, "It holds the control character \\x00, at byte 4.");
  g_assert_cmpstr (control->section, ==, "RFC 6265bis, section 5.6");
  g_assert_cmpint (nothing->fate, ==, RT_COOKIE_REFUSED);

  g_assert_cmpstr (latin->line, ==, "caf\\xE9=\\xFF");
  field = rt_cookie_jar_choose (jar, &site, NOW, &verdicts);
  g_assert_cmpstr (field, ==, "caf\351=\377");
}

/* The host of a request may be spelt in any case. */
static void
test_host_case (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  const RtCookieSite loud = { "WWW.Example.ORG", "/", TRUE };
  g_autoptr (GBytes) line = sample_line ("a=b; Domain=example.org");
  g_autoptr (RtCookieVerdict) verdict = rt_cookie_jar_receive (jar, &loud, line, NOW);
  g_autoptr (RtCookieVerdict) own = receive (jar, "own=1; Path=/");
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autofree char *field = rt_cookie_jar_choose (jar, &loud, NOW, &verdicts);

  g_assert_cmpstr (field, ==, "a=b; own=1");
}

static void
test_edit (void)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookie) b = sample_cookie ("b", "a.org", "/", TRUE, FALSE, -1);
  g_autoptr (RtCookie) a = sample_cookie ("a", "a.org", "/", TRUE, FALSE, -1);
  g_autoptr (RtCookie) first = sample_cookie ("z", "A.org", "/", TRUE, FALSE, -1);
  g_autoptr (GPtrArray) three = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) none = NULL;

  rt_cookie_jar_put (jar, b);
  rt_cookie_jar_put (jar, a);
  rt_cookie_jar_put (jar, first);
  rt_cookie_jar_put (jar, first);
  three = rt_cookie_jar_dup_cookies (jar);
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_true (g_ptr_array_index (three, 0) == first);
  g_assert_true (g_ptr_array_index (three, 1) == a);
  g_assert_true (g_ptr_array_index (three, 2) == b);

  rt_cookie_jar_remove (jar, a);
  two = rt_cookie_jar_dup_cookies (jar);
  g_assert_cmpuint (two->len, ==, 2);
  rt_cookie_jar_remove (jar, first);
  rt_cookie_jar_remove (jar, b);
  none = rt_cookie_jar_dup_cookies (jar);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Told of once for all changes of one turn, and not for what changes nothing. */
static void
test_changed (void)
{
  RtCookieJar *jar = rt_cookie_jar_new (NULL);
  g_autoptr (RtCookie) cookie = sample_cookie ("a", "a.org", "/", TRUE, FALSE, -1);
  g_autoptr (RtCookieVerdict) stored = NULL;
  g_autoptr (RtCookieVerdict) refused = NULL;
  guint count = 0;

  g_signal_connect (jar, "changed", G_CALLBACK (count_cb), &count);
  rt_cookie_jar_remove (jar, cookie);
  refused = receive (jar, "=");
  drain ();
  g_assert_cmpuint (count, ==, 0);

  rt_cookie_jar_put (jar, cookie);
  stored = receive (jar, "a=b");
  g_assert_cmpuint (count, ==, 0);
  drain ();
  g_assert_cmpuint (count, ==, 1);

  rt_cookie_jar_remove (jar, cookie);
  drain ();
  g_assert_cmpuint (count, ==, 2);
  rt_cookie_jar_put (jar, cookie);
  g_assert_finalize_object (jar);
  drain ();
  g_assert_cmpuint (count, ==, 2);
}

typedef struct
{
  RtCookieJar *jar;
  guint        number;
} Work;

static gpointer
work (gpointer data)
{
  Work *self = data;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *line = g_strdup_printf ("n%u-%u=v; Path=/", self->number, i % 20);
      g_autoptr (RtCookieVerdict) verdict = receive (self->jar, line);
      g_autoptr (GPtrArray) verdicts = NULL;
      g_autoptr (GPtrArray) cookies = rt_cookie_jar_dup_cookies (self->jar);
      g_autofree char *field = rt_cookie_jar_choose (self->jar, &site, NOW, &verdicts);

      g_assert_nonnull (field);
      g_assert_cmpuint (cookies->len, <=, 50);
    }

  return NULL;
}

static gboolean
stop_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
remember_thread_cb (RtCookieJar *jar,
                    GThread    **thread)
{
  *thread = g_thread_self ();
}

/* Four threads at once; the signal comes in the thread of the context. */
static void
test_threads (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (context);
  g_autoptr (GSource) last = g_idle_source_new ();
  GThread *told = NULL;
  GThread *threads[4];
  Work works[4];

  g_signal_connect (jar, "changed", G_CALLBACK (remember_thread_cb), &told);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      works[i] = (Work) { jar, i };
      threads[i] = g_thread_new ("jar", work, &works[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_null (told);
  g_source_set_callback (last, stop_cb, loop, NULL);
  g_source_attach (last, context);
  g_main_context_push_thread_default (context);
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (context);
  g_assert_true (told == g_thread_self ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/jar/choose", test_choose);
  g_test_add_func ("/cookies/jar/preview", test_preview);
  g_test_add_func ("/cookies/jar/foreign", test_foreign);
  g_test_add_func ("/cookies/jar/expiry", test_expiry);
  g_test_add_func ("/cookies/jar/bytes", test_bytes);
  g_test_add_func ("/cookies/jar/host-case", test_host_case);
  g_test_add_func ("/cookies/jar/edit", test_edit);
  g_test_add_func ("/cookies/jar/changed", test_changed);
  g_test_add_func ("/cookies/jar/threads", test_threads);

  return g_test_run ();
}
