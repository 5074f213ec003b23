/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-page.c: what it says of bytes. */

#include "config.h"

#include "media-page.h"

#include "contents.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_MEDIA_PAGE);
}

static void
test_words (void)
{
  g_autoptr (RtBodyContent) pdf = rt_test_content_new ("application/pdf", "%PDF-1.7\n", 9);
  g_autoptr (RtBodyContent) bytes = rt_test_content_new (NULL, "\0\1\2", 3);
  GtkWidget *page = g_object_ref_sink (g_object_new (RT_TYPE_MEDIA_PAGE, NULL));

  rt_body_page_show (RT_BODY_PAGE (page), pdf, RT_BODY_VIEW_MEDIA);
  rt_test_assert_text (page, "PDF");
  rt_test_assert_text (page, "9 bytes");
  rt_test_assert_text (page, "application/pdf");
  rt_body_page_show (RT_BODY_PAGE (page), bytes, RT_BODY_VIEW_MEDIA);
  rt_test_assert_text (page, "3 bytes");
  rt_test_assert_no_text (page, "PDF");
  rt_body_page_show (RT_BODY_PAGE (page), NULL, RT_BODY_VIEW_MEDIA);
  g_assert_finalize_object (page);
}

static void
count_cb (GtkWidget *page,
          guint     *n)
{
  (*n)++;
}

/* What a recording says of itself, and nothing of the one before. */
static void
test_facts (void)
{
  static const char wav[] =
    "RIFF\x28\0\0\0WAVEfmt \x10\0\0\0\1\0\2\0\x40\x1f\0\0\0\x7d\0\0\4\0\x10\0"
    "data\x04\0\0\0abcd";
  g_autoptr (RtBodyContent) sound = rt_test_content_new ("audio/wav", wav, sizeof (wav) - 1);
  g_autoptr (RtBodyContent) pdf = rt_test_content_new ("application/pdf", "%PDF-1.7\n", 9);
  GtkWidget *page = g_object_ref_sink (g_object_new (RT_TYPE_MEDIA_PAGE, NULL));
  guint changes = 0;

  g_signal_connect (page, "busy-changed", G_CALLBACK (count_cb), &changes);
  rt_body_page_show (RT_BODY_PAGE (page), sound, RT_BODY_VIEW_MEDIA);
  while (changes < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (rt_body_page_is_busy (RT_BODY_PAGE (page)));
  rt_test_assert_text (page, "stereo");
  changes = 0;
  rt_body_page_show (RT_BODY_PAGE (page), pdf, RT_BODY_VIEW_MEDIA);
  rt_test_assert_no_text (page, "stereo");
  while (changes < 2)
    g_main_context_iteration (NULL, TRUE);
  rt_test_assert_text (page, "PDF 1.7");
  rt_body_page_show (RT_BODY_PAGE (page), NULL, RT_BODY_VIEW_MEDIA);
  rt_test_assert_no_text (page, "PDF");
  g_assert_finalize_object (page);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/media-page/new-destroy", test_new_destroy);
  g_test_add_func ("/media-page/facts", test_facts);
  g_test_add_func ("/media-page/words", test_words);

  return g_test_run ();
}
