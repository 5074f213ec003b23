/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An image decoded for the screen in a thread: its size is known before its
 * pixels are made, and one that is too large is not decoded. No network, no
 * scripts, no other files: the loaders get bytes and nothing else.
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* More pixels than this are not decoded at all. */
#define RT_IMAGE_MAX_PIXELS (64 * 1000 * 1000)
/* A larger one is decoded smaller. */
#define RT_IMAGE_FULL_PIXELS (24 * 1000 * 1000)
#define RT_IMAGE_MAX_SIDE 4096
/* A larger one is not played: its frames take too long to make. */
#define RT_IMAGE_PLAYED_PIXELS (4 * 1000 * 1000)

typedef struct
{
  GdkPixbuf          *pixbuf;    /* the first frame, perhaps smaller than sent */
  GdkPixbufAnimation *animation; /* NULL: nothing to play */
  char               *format;    /* "PNG" */
  char               *flaw;      /* why only a part of it is there, or NULL */
  int                 width;     /* as sent */
  int                 height;
  gboolean            is_vector; /* can be made in any size */
  gboolean            is_first;  /* of several pictures, and the others are not there */
} RtImage;

void     rt_image_free          (RtImage             *self);

/**
 * rt_image_decode_async:
 * @width: for a vector image: pixels to make it in; 0: its own size
 */
void     rt_image_decode_async  (GBytes              *bytes,
                                 int                  width,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
/** (transfer full) (nullable): NULL with a reason for people */
RtImage *rt_image_decode_finish (GAsyncResult        *result,
                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtImage, rt_image_free)

G_END_DECLS
