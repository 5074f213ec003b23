/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Patience: a box of lines is cut at the longest chain of lines that are unique
 * in it on both sides, until no box has any; a small box is then solved
 * exactly, a large one is all changed.
 */

#include "line-diff.h"

/* Cells of the table for an exact solution: 1 MiB of memory at most. */
#define TABLE_MAX (512 * 1024)

/* Lines from, and up to but without. */
typedef struct
{
  guint left;
  guint left_end;
  guint right;
  guint right_end;
} Box;

/* Of a line, in the box that is looked at. */
typedef struct
{
  guint n_left;
  guint n_right;
  guint right; /* where it stands there */
} Count;

typedef struct
{
  guint left;
  guint right;
  int   previous; /* in the chain; -1 = the first */
} Anchor;

typedef struct
{
  const guint *left;
  const guint *right;
  gboolean    *left_changed;
  gboolean    *right_changed;
  Count       *counts;
  GArray      *anchors; /* Anchor */
  GArray      *tails;   /* int: the last anchor of the best chain of each length */
  GArray      *boxes;   /* Box, to do */
} Diff;

static void
trim (const Diff *self,
      Box        *box)
{
  while (box->left < box->left_end && box->right < box->right_end &&
         self->left[box->left] == self->right[box->right])
    {
      box->left++;
      box->right++;
    }
  while (box->left < box->left_end && box->right < box->right_end &&
         self->left[box->left_end - 1] == self->right[box->right_end - 1])
    {
      box->left_end--;
      box->right_end--;
    }
}

static void
mark (const Diff *self,
      const Box  *box)
{
  for (guint i = box->left; i < box->left_end; i++)
    self->left_changed[i] = TRUE;
  for (guint i = box->right; i < box->right_end; i++)
    self->right_changed[i] = TRUE;
}

static void
count (Diff      *self,
       const Box *box)
{
  for (guint i = box->left; i < box->left_end; i++)
    self->counts[self->left[i]] = (Count) { 0 };
  for (guint i = box->right; i < box->right_end; i++)
    self->counts[self->right[i]] = (Count) { 0 };
  for (guint i = box->left; i < box->left_end; i++)
    self->counts[self->left[i]].n_left++;
  for (guint i = box->right; i < box->right_end; i++)
    {
      self->counts[self->right[i]].n_right++;
      self->counts[self->right[i]].right = i;
    }
}

/* How many chains end before @right: the length of the chain that an anchor
 * there goes on. The tails are in order, so that halving finds it. */
static guint
find_length (const Diff *self,
             guint       right)
{
  guint low = 0;
  guint high = self->tails->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int tail = g_array_index (self->tails, int, middle);

      if (g_array_index (self->anchors, Anchor, tail).right < right)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_anchor (Diff  *self,
            guint  left,
            guint  right)
{
  guint length = find_length (self, right);
  int index = (int) self->anchors->len;
  Anchor anchor = { left, right, -1 };

  if (length > 0)
    anchor.previous = g_array_index (self->tails, int, length - 1);
  g_array_append_val (self->anchors, anchor);
  if (length == self->tails->len)
    g_array_append_val (self->tails, index);
  else
    g_array_index (self->tails, int, length) = index;
}

/* FALSE when there is no anchor. The anchors are equal on both sides: they are
 * left out of the boxes between them. */
static gboolean
cut (Diff      *self,
     const Box *box)
{
  Box rest = *box;

  count (self, box);
  g_array_set_size (self->anchors, 0);
  g_array_set_size (self->tails, 0);
  for (guint i = box->left; i < box->left_end; i++)
    {
      const Count *seen = &self->counts[self->left[i]];

      if (seen->n_left == 1 && seen->n_right == 1)
        add_anchor (self, i, seen->right);
    }
  if (self->tails->len == 0)
    return FALSE;

  for (int i = g_array_index (self->tails, int, self->tails->len - 1); i >= 0;)
    {
      const Anchor *anchor = &g_array_index (self->anchors, Anchor, i);
      Box after = { anchor->left + 1, rest.left_end, anchor->right + 1, rest.right_end };

      g_array_append_val (self->boxes, after);
      rest.left_end = anchor->left;
      rest.right_end = anchor->right;
      i = anchor->previous;
    }
  g_array_append_val (self->boxes, rest);

  return TRUE;
}

/* The longest common subsequence by the table of its lengths from the end. */
static void
solve (const Diff *self,
       const Box  *box)
{
  guint height = box->left_end - box->left;
  guint width = box->right_end - box->right;
  const guint *left = self->left + box->left;
  const guint *right = self->right + box->right;
  g_autofree guint16 *table = g_new0 (guint16, (gsize) (height + 1) * (width + 1));
  guint i = 0;
  guint j = 0;

#define CELL(row, column) table[(gsize) (row) * (width + 1) + (column)]
  for (guint row = height; row-- > 0;)
    for (guint column = width; column-- > 0;)
      CELL (row, column) = left[row] == right[column]
                             ? CELL (row + 1, column + 1) + 1
                             : MAX (CELL (row + 1, column), CELL (row, column + 1));
  while (i < height && j < width)
    if (left[i] == right[j])
      {
        i++;
        j++;
      }
    else if (CELL (i + 1, j) >= CELL (i, j + 1))
      self->left_changed[box->left + i++] = TRUE;
    else
      self->right_changed[box->right + j++] = TRUE;
#undef CELL

  mark (self, &(Box) { box->left + i, box->left_end, box->right + j, box->right_end });
}

static void
do_box (Diff *self,
        Box   box)
{
  guint64 cells;

  trim (self, &box);
  cells = (guint64) (box.left_end - box.left + 1) * (box.right_end - box.right + 1);
  if (box.left == box.left_end || box.right == box.right_end)
    mark (self, &box);
  else if (cells <= TABLE_MAX)
    solve (self, &box);
  else if (!cut (self, &box))
    mark (self, &box);
}

void
rt_line_diff (const guint *left,
              guint        n_left,
              const guint *right,
              guint        n_right,
              guint        n_ids,
              gboolean    *left_changed,
              gboolean    *right_changed)
{
  g_autofree Count *counts = g_new0 (Count, n_ids);
  g_autoptr(GArray) anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  g_autoptr(GArray) tails = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  Diff self = { left, right, left_changed, right_changed, counts, anchors, tails, boxes };
  Box whole = { 0, n_left, 0, n_right };

  for (guint i = 0; i < n_left; i++)
    left_changed[i] = FALSE;
  for (guint i = 0; i < n_right; i++)
    right_changed[i] = FALSE;
  g_array_append_val (boxes, whole);
  while (boxes->len > 0)
    {
      Box box = g_array_index (boxes, Box, boxes->len - 1);

      g_array_set_size (boxes, boxes->len - 1);
      do_box (&self, box);
    }
}
