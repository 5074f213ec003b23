/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of markup-layout.c: lines as they stand, and a layout that goes on at a
 * kept state.
 */

#include "config.h"

#include "markup-layout.h"

#include <string.h>

typedef struct
{
  GString      *out;
  const char   *text;
  RtMarkupState states[32];
  guint         n;
} Seen;

static void
begin_cb (RtMarkupLayout      *layout,
          const RtMarkupLine  *line,
          const RtMarkupState *state,
          gpointer             data)
{
  Seen *seen = data;

  g_assert_cmpuint (seen->n, <, G_N_ELEMENTS (seen->states));
  seen->states[seen->n++] = *state;
}

static void
end_cb (RtMarkupLayout     *layout,
        const RtMarkupLine *line,
        gpointer            data)
{
  Seen *seen = data;

  g_string_append_printf (seen->out, "[%u:%.*s]", line->indent, (int) (line->end - line->start),
                          layout->text + line->start);
}

static char *
lay_out (const char          *text,
         gboolean             html,
         const RtMarkupState *state,
         Seen                *seen)
{
  RtMarkupLayout layout;

  seen->out = g_string_new (NULL);
  seen->n = 0;
  rt_markup_layout_init (&layout, html, state == NULL, state);
  layout.begin = begin_cb;
  layout.end = end_cb;
  layout.data = seen;
  while (rt_markup_layout_run (&layout, text, strlen (text), TRUE, 8))
    ;
  g_assert_true (layout.stopped);
  rt_markup_layout_clear (&layout);

  return g_string_free (seen->out, FALSE);
}

/* From each of its lines on, what is laid out is the same but for the indent
 * of the first. */
static void
check (const char *text,
       gboolean    html,
       const char *expected)
{
  Seen seen = { 0 };
  Seen again = { 0 };
  g_autofree char *all = lay_out (text, html, NULL, &seen);
  const char *rest = all;

  g_assert_cmpstr (all, ==, expected);
  for (guint i = 0; i < seen.n; i++)
    {
      g_autofree char *part = lay_out (text, html, &seen.states[i], &again);

      g_test_message ("line %u of %s", i, text);
      g_assert_cmpstr (strchr (part, ':'), ==, strchr (rest, ':'));
      rest = strchr (rest + 1, '[');
      if (rest == NULL)
        g_assert_cmpuint (i, ==, seen.n - 1);
    }
}

static void
test_resume (void)
{
  check ("<a><b>x\ny</b><c><d/></c></a>", FALSE,
         "[0:<a>][1:<b>x][0:y</b>][1:<c>][2:<d/>][1:</c>][0:</a>]");
  check ("<a><!--1\n2\r\n3--><b/>", FALSE, "[0:<a>][1:<!--1][0:2][0:3-->][1:<b/>]");
  check ("<div><p>x<pre>1\n2</pre><ul><li>y<li>z</ul></div>", TRUE,
         "[0:<div>][1:<p>x][1:<pre>1][0:2</pre>][1:<ul>][2:<li>y][2:<li>z][1:</ul>][0:</div>]");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup-layout/resume", test_resume);

  return g_test_run ();
}
