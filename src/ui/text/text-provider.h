/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text for the clipboard that is made when somebody takes it, a piece at a time in
 * a thread, and written as it is made: copying a gigabyte takes no time and no
 * memory. Must not know what the text is of.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the text comes from; static. */
typedef struct
{
  /* A reading from the beginning on. It does not need @what any more. */
  gpointer (*open)      (gpointer  what);
  /* Adds some of what comes next: bytes in UTF-8, a character may be cut at the
   * end. In a thread. FALSE: that was the last. */
  gboolean (*read)      (gpointer  reading,
                         GString  *out);
  void     (*close)     (gpointer  reading);
  void     (*free_what) (gpointer  what);
} RtTextSource;

#define RT_TYPE_TEXT_PROVIDER (rt_text_provider_get_type ())
G_DECLARE_FINAL_TYPE (RtTextProvider, rt_text_provider, RT, TEXT_PROVIDER, GdkContentProvider)

/**
 * rt_text_provider_new:
 * @what: (transfer full)
 * @max_bytes: more is not given; 0 for all
 *
 * What is not UTF-8 becomes U+FFFD, NUL becomes U+2400.
 */
GdkContentProvider *rt_text_provider_new (const RtTextSource *source,
                                          gpointer            what,
                                          guint64             max_bytes);

G_END_DECLS
