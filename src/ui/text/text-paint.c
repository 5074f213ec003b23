/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Of each run of glyphs, those of a colour are picked: each takes the width of
 * what follows it up to the next one, so that they stay where they are.
 */

#include "config.h"

#include "text-paint.h"

/* The glyphs of a run that have an ink. @start: (out): pixels before the first. */
static gboolean
pick (const PangoGlyphItem *run,
      const guint8         *inks,
      guint8                ink,
      PangoGlyphString     *picked,
      double               *start)
{
  const PangoGlyphString *glyphs = run->glyphs;
  int before = 0;
  int n = 0;

  pango_glyph_string_set_size (picked, glyphs->num_glyphs);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      int width = glyphs->glyphs[i].geometry.width;

      if (inks[run->item->offset + glyphs->log_clusters[i]] == ink)
        {
          picked->glyphs[n] = glyphs->glyphs[i];
          picked->log_clusters[n++] = glyphs->log_clusters[i];
        }
      else if (n > 0)
        picked->glyphs[n - 1].geometry.width += width;
      else
        before += width;
    }
  picked->num_glyphs = n;
  *start = before / (double) PANGO_SCALE;

  return n > 0;
}

static void
paint_run (GtkSnapshot          *snapshot,
           const PangoGlyphItem *run,
           double                x,
           double                y,
           const guint8         *inks,
           const GdkRGBA        *colors,
           guint                 n_colors)
{
  PangoGlyphString *picked = pango_glyph_string_new ();
  int size = run->glyphs->num_glyphs;

  for (guint ink = 0; ink < n_colors; ink++)
    {
      GskRenderNode *node;
      double start;

      if (!pick (run, inks, ink, picked, &start))
        continue;
      node = gsk_text_node_new (run->item->analysis.font, picked, &colors[ink],
                                &GRAPHENE_POINT_INIT (x + start, y));
      /* Blanks give none. */
      if (node != NULL)
        {
          gtk_snapshot_append_node (snapshot, node);
          gsk_render_node_unref (node);
        }
    }
  picked->num_glyphs = size;
  pango_glyph_string_free (picked);
}

void
rt_text_paint (GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               const guint8  *inks,
               const GdkRGBA *colors,
               guint          n_colors)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  double y = pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
  int x = 0;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  for (GSList *l = line != NULL ? line->runs : NULL; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      paint_run (snapshot, run, x / (double) PANGO_SCALE, y, inks, colors, n_colors);
      x += pango_glyph_string_get_width (run->glyphs);
    }
}
