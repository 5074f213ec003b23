/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Emphasis of the changed. Words are compared by their longest common
 * subsequence, between what is equal at both ends.
 */

#include "config.h"

#include "emphasis.h"

#include <string.h>

/* Of one side, in the middle: the table has that many squared. */
#define MAX_WORDS 300

void
rt_emphasis_add (PangoAttrList *attributes,
                 guint          start,
                 guint          end)
{
  PangoAttribute *added[2];

  g_return_if_fail (attributes != NULL);

  if (start >= end)
    return;
  added[0] = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  added[1] = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  for (gsize i = 0; i < G_N_ELEMENTS (added); i++)
    {
      added[i]->start_index = start;
      added[i]->end_index = end;
      pango_attr_list_insert (attributes, added[i]);
    }
}

static void
add_authority (PangoAttrList *attributes,
               const char    *url,
               const char    *begin,
               const char    *end,
               RtUrlParts     parts)
{
  const char *at = memrchr (begin, '@', end - begin);
  const char *host = at != NULL ? at + 1 : begin;
  const char *bracket = memrchr (host, ']', end - host);
  const char *from = bracket != NULL ? bracket : host;
  const char *colon = memchr (from, ':', end - from);

  if (parts & RT_URL_HOST)
    rt_emphasis_add (attributes, host - url, (colon != NULL ? colon : end) - url);
  if ((parts & RT_URL_PORT) && colon != NULL)
    rt_emphasis_add (attributes, colon + 1 - url, end - url);
}

PangoAttrList *
rt_emphasis_for_url (const char *url,
                     RtUrlParts  parts)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *mark;
  const char *part = url;
  const char *end;

  g_return_val_if_fail (url != NULL, attributes);

  mark = strstr (url, "://");
  if (mark != NULL && mark == url + strcspn (url, ":/?#"))
    {
      if (parts & RT_URL_SCHEME)
        rt_emphasis_add (attributes, 0, mark - url);
      part = mark + 3;
      end = part + strcspn (part, "/?#");
      add_authority (attributes, url, part, end, parts);
      part = end;
    }
  end = part + strcspn (part, "?#");
  if (parts & RT_URL_PATH)
    rt_emphasis_add (attributes, part - url, end - url);
  part = end;
  end = part + strcspn (part, "#");
  if (parts & RT_URL_QUERY)
    rt_emphasis_add (attributes, part - url, end - url);
  if (parts & RT_URL_FRAGMENT)
    rt_emphasis_add (attributes, end - url, strlen (url));

  return attributes;
}

/* Where each word of a text begins; one more than there are words. Letters and
 * digits make a word, anything else stands alone. */
static GArray *
split (const char *text)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *p = text;
  guint at;

  while (*p != '\0')
    {
      gboolean word = g_unichar_isalnum (g_utf8_get_char (p));

      at = p - text;
      g_array_append_val (starts, at);
      p = g_utf8_next_char (p);
      while (word && *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }
  at = p - text;
  g_array_append_val (starts, at);

  return starts;
}

typedef struct
{
  const char    *text;
  GArray        *starts;
  guint          first; /* words outside first..last are equal on both sides */
  guint          last;
  PangoAttrList *attributes;
} Side;

static guint
start_of (const Side *side,
          guint       word)
{
  return g_array_index (side->starts, guint, word);
}

static gboolean
equal (const Side *left,
       guint       i,
       const Side *right,
       guint       j)
{
  guint length = start_of (left, i + 1) - start_of (left, i);

  return length == start_of (right, j + 1) - start_of (right, j) &&
         memcmp (left->text + start_of (left, i), right->text + start_of (right, j), length) == 0;
}

static void
trim (Side *left,
      Side *right)
{
  left->first = right->first = 0;
  left->last = left->starts->len - 1;
  right->last = right->starts->len - 1;
  while (left->first < left->last && right->first < right->last &&
         equal (left, left->first, right, right->first))
    {
      left->first++;
      right->first++;
    }
  while (left->first < left->last && right->first < right->last &&
         equal (left, left->last - 1, right, right->last - 1))
    {
      left->last--;
      right->last--;
    }
}

static void
mark (Side *side,
      guint from,
      guint to)
{
  rt_emphasis_add (side->attributes, start_of (side, from), start_of (side, to));
}

/* The usual table, filled from the end: how many words are common from (i, j) on. */
static guint16 *
fill_table (const Side *left,
            const Side *right,
            guint       n,
            guint       m)
{
  guint16 *table = g_new0 (guint16, (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      table[i * (m + 1) + j] =
        equal (left, left->first + i, right, right->first + j)
          ? table[(i + 1) * (m + 1) + j + 1] + 1
          : MAX (table[(i + 1) * (m + 1) + j], table[i * (m + 1) + j + 1]);

  return table;
}

static void
mark_differences (Side *left,
                  Side *right)
{
  guint n = left->last - left->first;
  guint m = right->last - right->first;
  guint i = 0, j = 0;
  g_autofree guint16 *table = NULL;

  if (n > MAX_WORDS || m > MAX_WORDS)
    {
      mark (left, left->first, left->last);
      mark (right, right->first, right->last);
      return;
    }
  table = fill_table (left, right, n, m);
  while (i < n || j < m)
    if (i < n && j < m && equal (left, left->first + i, right, right->first + j))
      i++, j++;
    else if (j < m && (i == n || table[i * (m + 1) + j + 1] > table[(i + 1) * (m + 1) + j]))
      {
        mark (right, right->first + j, right->first + j + 1);
        j++;
      }
    else
      {
        mark (left, left->first + i, left->first + i + 1);
        i++;
      }
}

void
rt_emphasis_for_changes (const char     *left,
                         const char     *right,
                         PangoAttrList **left_attributes,
                         PangoAttrList **right_attributes)
{
  g_autoptr (GArray) left_starts = NULL;
  g_autoptr (GArray) right_starts = NULL;
  Side a = { .text = left };
  Side b = { .text = right };

  g_return_if_fail (left != NULL && right != NULL);
  g_return_if_fail (left_attributes != NULL && right_attributes != NULL);

  a.starts = left_starts = split (left);
  b.starts = right_starts = split (right);
  a.attributes = *left_attributes = pango_attr_list_new ();
  b.attributes = *right_attributes = pango_attr_list_new ();
  trim (&a, &b);
  mark_differences (&a, &b);
}
