/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "contents.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

void
rt_test_content_extend (RtBodyContent *content,
                        const char    *text,
                        gssize         length,
                        gboolean       complete)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (GBytes) bytes = g_bytes_new (text, n);

  rt_body_content_extend (content, bytes, complete);
}

RtBodyContent *
rt_test_content_new (const char *media_type,
                     const char *text,
                     gssize      length)
{
  RtBodyContent *content = rt_body_content_new (media_type);

  rt_test_content_extend (content, text, length, TRUE);

  return content;
}

char *
rt_test_lines_dup (RtLines *lines)
{
  GString *text = g_string_new (NULL);

  while (!rt_lines_is_complete (lines))
    g_main_context_iteration (NULL, TRUE);
  for (guint64 i = 0; i < rt_lines_get_n_lines (lines); i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      rt_lines_read (lines, i, 0, G_MAXSIZE, text);
    }

  return g_string_free (text, FALSE);
}

RtJsonTree *
rt_test_tree_new (const char *text)
{
  g_autoptr (RtBodyContent) content = rt_test_content_new ("application/json", text, -1);
  RtJsonTree *tree = g_object_ref (rt_body_content_get_tree (content));

  while (!rt_json_tree_is_complete (tree))
    g_main_context_iteration (NULL, TRUE);

  return tree;
}

GBytes *
rt_test_png_new (int      width,
                 int      height,
                 gboolean alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0xff000080);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));

  return g_bytes_new_take (data, length);
}
