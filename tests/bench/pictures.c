/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pictures.h"

typedef struct
{
  gint64  at;
  GArray *samples; /* of guint32 */
} Picture;

struct _Pictures
{
  GArray *all; /* of Picture */
};

static void
clear_picture (gpointer data)
{
  g_array_unref (((Picture *) data)->samples);
}

static const Picture *
get_picture (Pictures *self,
             guint     i)
{
  return &g_array_index (self->all, Picture, i);
}

static gboolean
show_same (const Picture *a,
           const Picture *b)
{
  guint n = 0;

  g_assert (a->samples->len == b->samples->len);
  for (guint i = 0; i < a->samples->len; i++)
    n += g_array_index (a->samples, guint32, i) != g_array_index (b->samples, guint32, i);

  return n <= PICTURES_TOLERANCE * a->samples->len;
}

Pictures *
pictures_new (void)
{
  Pictures *self = g_new0 (Pictures, 1);

  self->all = g_array_new (FALSE, FALSE, sizeof (Picture));
  g_array_set_clear_func (self->all, clear_picture);

  return self;
}

void
pictures_free (Pictures *self)
{
  g_array_unref (self->all);
  g_free (self);
}

gboolean
pictures_take (Pictures *self,
               gint64    at,
               GArray   *samples)
{
  Picture picture = { at, samples };
  guint n = self->all->len;

  g_array_append_val (self->all, picture);

  return n == 0 || !show_same (get_picture (self, n - 1), &picture);
}

gint64
pictures_find_settled (Pictures *self)
{
  guint i = self->all->len;
  gint64 at = 0;

  while (i > 0 && show_same (get_picture (self, i - 1),
                             get_picture (self, self->all->len - 1)))
    at = get_picture (self, --i)->at;

  return at;
}

guint
pictures_count_colours (Pictures *self)
{
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);
  const GArray *samples;

  if (self->all->len == 0)
    return 0;

  samples = get_picture (self, self->all->len - 1)->samples;
  for (guint i = 0; i < samples->len; i++)
    g_hash_table_add (colours, GUINT_TO_POINTER (g_array_index (samples, guint32, i)));

  return g_hash_table_size (colours);
}
