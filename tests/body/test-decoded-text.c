/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes that arrive in any pieces, in any charset, and what is read of them. */

#include "config.h"

#include "decoded-text.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

static RtCharset *
charset_new (const char *label)
{
  g_autofree char *header = g_strdup_printf ("text/plain; charset=%s", label);
  g_autoptr (RtMediaType) type = rt_media_type_parse (header);

  return rt_charset_detect (type, NULL, 0);
}

static void
extend (RtDecodedText *text,
        const void    *data,
        gsize          length,
        gboolean       complete)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (data, length), length);

  rt_decoded_text_extend (text, bytes, complete);
}

static GBytes *
wait_for_all (RtDecodedText *text)
{
  gboolean complete = FALSE;
  g_autoptr (GBytes) bytes = rt_decoded_text_dup_bytes (text, &complete);

  while (!complete)
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = rt_decoded_text_dup_bytes (text, &complete);
    }

  return g_steal_pointer (&bytes);
}

static void
assert_text (GBytes     *bytes,
             const char *expected)
{
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

/* UTF-8 is a slice of what was given: no copy, no check. */
static void
test_pass (void)
{
  static const char data[] = "\357\273\277a\377b";
  g_autoptr (RtDecodedText) text = NULL;
  g_autoptr (GBytes) given = g_bytes_new_static (data, sizeof data);
  g_autoptr (GBytes) bytes = NULL;
  gboolean complete = TRUE;

  text = rt_decoded_text_new (rt_charset_detect (NULL, (const guint8 *) data, sizeof data));
  bytes = rt_decoded_text_dup_bytes (text, &complete);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
  g_assert_false (complete);
  for (gsize i = 0; i <= sizeof data; i++)
    {
      g_autoptr (GBytes) some = g_bytes_new_from_bytes (given, 0, i);

      rt_decoded_text_extend (text, some, i == sizeof data);
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = rt_decoded_text_dup_bytes (text, &complete);
      g_assert_cmpuint (g_bytes_get_size (bytes), ==, i > 3 ? i - 3 : 0);
      g_assert_true (complete == (i == sizeof data));
    }
  g_assert_true (g_bytes_get_data (bytes, NULL) == data + 3);
  g_assert_cmpstr (rt_decoded_text_get_charset (text)->name, ==, "UTF-8");
  g_assert_null (rt_decoded_text_dup_trouble (text));
}

static void
test_streamed (void)
{
  static const struct
  {
    const char *label;
    const char *bytes;
    gsize       length;
    const char *text;
  } cases[] = {
    { "latin1", "caf\351\0\351", 6, "café\342\220\200é" },
    { "utf-16le", "a\0=\330\0\336b\0", 8, "a😀b" },
    { "utf-16be", "\330=\0b\0", 5, "\357\277\275b\357\277\275" },
    { "iso-2022-jp", "\033$BF|K\\\033(Ba", 11, "日本a" },
    { "shift_jis", "\223\372\377\226{", 5, "日\357\277\275本" },
    { "latin1", "", 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize piece = 1; piece < 4; piece++)
      {
        RtDecodedText *text = rt_decoded_text_new (charset_new (cases[i].label));
        g_autoptr (GBytes) bytes = NULL;

        for (gsize n = piece; n < cases[i].length; n += piece)
          extend (text, cases[i].bytes, n, FALSE);
        extend (text, cases[i].bytes, cases[i].length, TRUE);
        bytes = wait_for_all (text);
        assert_text (bytes, cases[i].text);
        g_assert_finalize_object (text);
      }
}

/* The first bytes can be read when the call is back. */
static void
test_at_once (void)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new (charset_new ("latin1"));
  g_autoptr (GBytes) bytes = NULL;

  extend (text, "caf\351", 4, FALSE);
  bytes = rt_decoded_text_dup_bytes (text, NULL);
  assert_text (bytes, "café");
}

/* Longer than all slices and buffers: the thread, and the file. */
static void
test_long (void)
{
  gsize length = 3 * 1000 * 1000 + 1;
  g_autofree guint8 *data = g_malloc (length);
  g_autoptr (RtCharset) charset = charset_new ("utf-16le");
  g_autoptr (GString) expected = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RtDecodedText *text = rt_decoded_text_new (charset_new ("utf-16le"));

  for (gsize i = 0; i < length; i++)
    data[i] = i % 2 == 0 ? g_test_rand_int () : i % 13 == 0 ? 0xd8 : i % 7 == 0 ? 0xdc : 4;
  expected = rt_charset_convert (charset, data, length, NULL);
  for (gsize n = 1000001; n < length; n += 1000001)
    extend (text, data, n, FALSE);
  extend (text, data, length, TRUE);
  bytes = wait_for_all (text);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, expected->len);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), expected->str, expected->len), ==, 0);
  g_assert_finalize_object (text);
}

/* Gone while a thread converts it. */
static void
test_dispose (void)
{
  gsize length = 2 * 1000 * 1000;
  g_autofree guint8 *data = g_malloc0 (length);

  for (int i = 0; i < 20; i++)
    {
      RtDecodedText *text = rt_decoded_text_new (charset_new ("latin1"));

      extend (text, data, length, i % 2);
      g_assert_finalize_object (text);
    }
}

/* Of what is announced, of what is there, of all of it. */
static void
test_share (void)
{
  RtDecodedText *text = rt_decoded_text_new (charset_new ("utf-8"));
  RtDecodedText *other = rt_decoded_text_new (charset_new ("latin1"));

  g_assert_cmpfloat (rt_decoded_text_get_share (text, 0), ==, 1);
  rt_decoded_text_set_expected (text, 8);
  g_assert_cmpfloat (rt_decoded_text_get_share (text, 2), ==, 0.25);
  extend (text, (const guint8 *) "abcd", 4, FALSE);
  g_assert_cmpfloat (rt_decoded_text_get_share (text, 2), ==, 0.25);
  extend (text, (const guint8 *) "abcdefghijklmnop", 16, FALSE);
  g_assert_cmpfloat (rt_decoded_text_get_share (text, 4), ==, 0.25);
  rt_decoded_text_set_expected (text, 64);
  extend (text, (const guint8 *) "abcdefghijklmnop", 16, TRUE);
  g_assert_cmpfloat (rt_decoded_text_get_share (text, 4), ==, 0.25);
  g_assert_cmpfloat (rt_decoded_text_get_share (text, 16), ==, 1);
  g_assert_cmpfloat (rt_decoded_text_get_share (text, 17), ==, 1);
  g_assert_finalize_object (text);

  /* How many bytes of UTF-8 they will be is not known. */
  rt_decoded_text_set_expected (other, 400);
  extend (other, (const guint8 *) "abcd", 4, FALSE);
  g_assert_cmpfloat (rt_decoded_text_get_share (other, 1), ==, 0.25);
  g_assert_finalize_object (other);
}

/* A limit on files stands in for a disk that is full. */
static void
test_full (void)
{
  gsize length = 8 * 1024 * 1024;
  g_autofree guint8 *data = g_malloc (length);
  RtDecodedText *text = rt_decoded_text_new (charset_new ("latin1"));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *trouble = NULL;
  struct rlimit before;
  struct rlimit limit;

  memset (data, 'a', length);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4 * 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  extend (text, data, length, TRUE);
  bytes = wait_for_all (text);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  trouble = rt_decoded_text_dup_trouble (text);
  g_assert_nonnull (strstr (trouble, "Only the beginning could be read as windows-1252: "));
  g_assert_cmpuint (g_bytes_get_size (bytes), <=, 4 * 1024 * 1024);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1024 * 1024);
  g_assert_finalize_object (text);
}

/* The bytes themselves, also what looks like a byte order mark. */
static void
test_plain (void)
{
  g_autoptr (RtDecodedText) text = rt_decoded_text_new_plain ();
  g_autoptr (GBytes) bytes = g_bytes_new ("\357\273\277\0\377", 5);
  g_autoptr (GBytes) same = NULL;
  gboolean complete = FALSE;

  rt_decoded_text_extend (text, bytes, TRUE);
  same = rt_decoded_text_dup_bytes (text, &complete);
  g_assert_true (complete);
  g_assert_true (g_bytes_get_data (same, NULL) == g_bytes_get_data (bytes, NULL));
  g_assert_cmpuint (g_bytes_get_size (same), ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("decoded-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (cache, "roundtrip", NULL);
  int rc;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoded-text/pass", test_pass);
  g_test_add_func ("/decoded-text/streamed", test_streamed);
  g_test_add_func ("/decoded-text/at-once", test_at_once);
  g_test_add_func ("/decoded-text/long", test_long);
  g_test_add_func ("/decoded-text/dispose", test_dispose);
  g_test_add_func ("/decoded-text/share", test_share);
  g_test_add_func ("/decoded-text/full", test_full);
  g_test_add_func ("/decoded-text/plain", test_plain);

  rc = g_test_run ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_rmdir (folder);
  g_rmdir (cache);

  return rc;
}
