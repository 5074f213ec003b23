/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pictures of a window, one after the other, as samples of its pixels, and from
 * when on they show the same. Knows no display.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So much of a picture may be another one, and still it shows the same: a caret
 * that blinks, a scrollbar, figures that count on. */
#define PICTURES_TOLERANCE 0.005

typedef struct _Pictures Pictures;

Pictures *pictures_new           (void);
void      pictures_free          (Pictures      *self);

/**
 * pictures_take:
 * @at: microseconds; not before that of the one before
 * @samples: (element-type guint32) (transfer full): as many each time
 *
 * Returns: whether it shows something else than the one before
 */
gboolean  pictures_take          (Pictures      *self,
                                  gint64         at,
                                  GArray        *samples);

/** When that picture was taken from which on all show what the last one shows;
 * 0 before the first. */
gint64    pictures_find_settled  (Pictures      *self);

/** The different pixels of the last one. */
guint     pictures_count_colours (Pictures      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pictures, pictures_free)

G_END_DECLS
