/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of elements, sorted by name. */

#include "config.h"

#include "html-element.h"

#include <string.h>

#define BLOCK(name) { name, RT_HTML_BLOCK, FALSE, " p " }
#define PLAIN(name, ends) { name, RT_HTML_BLOCK, FALSE, ends }
#define HIDDEN(name) { name, RT_HTML_HIDDEN, FALSE, "" }
#define HIDDEN_RAW(name) { name, RT_HTML_HIDDEN, TRUE, "" }

static const RtHtmlElement elements[] = {
  BLOCK ("address"),
  BLOCK ("article"),
  BLOCK ("aside"),
  HIDDEN ("base"),
  BLOCK ("blockquote"),
  PLAIN ("body", " head "),
  { "br", RT_HTML_BREAK, FALSE, "" },
  PLAIN ("caption", ""),
  BLOCK ("center"),
  { "col", RT_HTML_VOID_BLOCK, FALSE, "" },
  PLAIN ("colgroup", " caption colgroup "),
  PLAIN ("dd", " p dd dt "),
  BLOCK ("details"),
  BLOCK ("dialog"),
  BLOCK ("dir"),
  BLOCK ("div"),
  BLOCK ("dl"),
  PLAIN ("dt", " p dd dt "),
  BLOCK ("fieldset"),
  BLOCK ("figcaption"),
  BLOCK ("figure"),
  BLOCK ("footer"),
  BLOCK ("form"),
  PLAIN ("frameset", " head "),
  BLOCK ("h1"),
  BLOCK ("h2"),
  BLOCK ("h3"),
  BLOCK ("h4"),
  BLOCK ("h5"),
  BLOCK ("h6"),
  PLAIN ("head", ""),
  BLOCK ("header"),
  BLOCK ("hgroup"),
  { "hr", RT_HTML_VOID_BLOCK, FALSE, " p " },
  PLAIN ("html", ""),
  { "iframe", RT_HTML_INLINE, TRUE, "" },
  PLAIN ("legend", " p "),
  PLAIN ("li", " p li "),
  HIDDEN ("link"),
  { "listing", RT_HTML_BLOCK, TRUE, " p " },
  BLOCK ("main"),
  BLOCK ("menu"),
  HIDDEN ("meta"),
  BLOCK ("nav"),
  { "noembed", RT_HTML_INLINE, TRUE, "" },
  { "noframes", RT_HTML_INLINE, TRUE, "" },
  BLOCK ("ol"),
  PLAIN ("optgroup", " option optgroup "),
  PLAIN ("option", " option "),
  BLOCK ("p"),
  { "plaintext", RT_HTML_BLOCK, TRUE, " p " },
  { "pre", RT_HTML_BLOCK, TRUE, " p " },
  HIDDEN_RAW ("script"),
  BLOCK ("search"),
  BLOCK ("section"),
  HIDDEN_RAW ("style"),
  BLOCK ("summary"),
  BLOCK ("table"),
  PLAIN ("tbody", " p td th tr caption colgroup thead tbody tfoot "),
  PLAIN ("td", " p td th "),
  { "textarea", RT_HTML_INLINE, TRUE, "" },
  PLAIN ("tfoot", " p td th tr caption colgroup thead tbody tfoot "),
  PLAIN ("th", " p td th "),
  PLAIN ("thead", " p td th tr caption colgroup thead tbody tfoot "),
  HIDDEN_RAW ("title"),
  PLAIN ("tr", " p td th tr caption colgroup "),
  BLOCK ("ul"),
  { "xmp", RT_HTML_BLOCK, TRUE, " p " },
};

static gsize
name_length (const char *text,
             gsize       length)
{
  gsize n = 0;

  while (n < length && text[n] != '>' && text[n] != '/' && !g_ascii_isspace (text[n]))
    n++;

  return n;
}

static int
compare (const char *name,
         const char *text,
         gsize       length)
{
  int order = g_ascii_strncasecmp (name, text, length);

  return order != 0 ? order : name[length] != '\0';
}

const RtHtmlElement *
rt_html_element_find (const char *text,
                      gsize       length)
{
  gsize n = name_length (text, length);
  guint low = 0;
  guint high = G_N_ELEMENTS (elements);

  if (n == 0 || n > 16)
    return NULL;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare (elements[middle].name, text, n);

      if (order == 0)
        return &elements[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

guint
rt_html_element_get_index (const RtHtmlElement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self - elements + 1;
}

const char *
rt_html_element_get_name (guint index)
{
  g_return_val_if_fail (index > 0 && index <= G_N_ELEMENTS (elements), "");

  return elements[index - 1].name;
}

gboolean
rt_html_element_ends (guint                index,
                      const RtHtmlElement *next)
{
  const char *name;
  const char *found;

  g_return_val_if_fail (next != NULL, FALSE);

  if (index == 0 || *next->ends == '\0')
    return FALSE;
  name = elements[index - 1].name;
  found = strstr (next->ends, name);
  /* A name within another: "p" in "optgroup". */
  while (found != NULL && (found[-1] != ' ' || found[strlen (name)] != ' '))
    found = strstr (found + 1, name);

  return found != NULL;
}
