/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One table of the views, one of the kinds. */

#include "config.h"

#include "body-view.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *title;
  const char *tooltip;
} views[RT_N_BODY_VIEWS] = {
  [RT_BODY_VIEW_TREE] = { "tree", N_("Tree"), N_("Its members, to open and close") },
  [RT_BODY_VIEW_PARTS] = { "parts", N_("Parts"), N_("Each part with its own fields") },
  [RT_BODY_VIEW_FORM] = { "form", N_("Form"), N_("Names and values, decoded") },
  [RT_BODY_VIEW_EVENTS] = { "events", N_("Events"), N_("The events, as they come") },
  [RT_BODY_VIEW_IMAGE] = { "image", N_("Image"), N_("The picture") },
  [RT_BODY_VIEW_MEDIA] = { "media", N_("Facts"), N_("What it is, and programs to open it") },
  [RT_BODY_VIEW_PRETTY] = { "pretty", N_("Pretty"),
                            N_("Laid out anew; every number, key and escape as sent") },
  [RT_BODY_VIEW_RAW] = { "raw", N_("Raw"), N_("As it was sent") },
  [RT_BODY_VIEW_HEX] = { "hex", N_("Hex"), N_("Every byte") },
};

#define BIT(view) (1u << RT_BODY_VIEW_##view)

/* The views of a kind; the default one apart. */
typedef struct
{
  guint      views;
  RtBodyView first;
} Choice;

static Choice
get_choice (RtBodyKind kind)
{
  switch (kind)
    {
    case RT_BODY_KIND_EMPTY:
      return (Choice) { 0, RT_BODY_VIEW_RAW };
    case RT_BODY_KIND_JSON:
    case RT_BODY_KIND_NDJSON:
      return (Choice) { BIT (TREE) | BIT (PRETTY) | BIT (RAW) | BIT (HEX), RT_BODY_VIEW_PRETTY };
    case RT_BODY_KIND_XML:
    case RT_BODY_KIND_HTML:
      return (Choice) { BIT (PRETTY) | BIT (RAW) | BIT (HEX), RT_BODY_VIEW_PRETTY };
    case RT_BODY_KIND_SVG:
      return (Choice) { BIT (IMAGE) | BIT (PRETTY) | BIT (RAW) | BIT (HEX), RT_BODY_VIEW_IMAGE };
    case RT_BODY_KIND_IMAGE:
      return (Choice) { BIT (IMAGE) | BIT (HEX), RT_BODY_VIEW_IMAGE };
    case RT_BODY_KIND_FORM:
      return (Choice) { BIT (FORM) | BIT (RAW) | BIT (HEX), RT_BODY_VIEW_FORM };
    case RT_BODY_KIND_MULTIPART:
      return (Choice) { BIT (PARTS) | BIT (RAW) | BIT (HEX), RT_BODY_VIEW_PARTS };
    case RT_BODY_KIND_EVENTS:
      return (Choice) { BIT (EVENTS) | BIT (RAW) | BIT (HEX), RT_BODY_VIEW_EVENTS };
    case RT_BODY_KIND_AUDIO:
    case RT_BODY_KIND_VIDEO:
    case RT_BODY_KIND_PDF:
      return (Choice) { BIT (MEDIA) | BIT (HEX), RT_BODY_VIEW_MEDIA };
    case RT_BODY_KIND_BINARY:
      return (Choice) { BIT (MEDIA) | BIT (HEX), RT_BODY_VIEW_HEX };
    case RT_BODY_KIND_TEXT:
    default:
      return (Choice) { BIT (RAW) | BIT (HEX), RT_BODY_VIEW_RAW };
    }
}

const char *
rt_body_view_get_nick (RtBodyView view)
{
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, NULL);

  return views[view].nick;
}

gboolean
rt_body_view_from_nick (const char *nick,
                        RtBodyView *view)
{
  g_return_val_if_fail (view != NULL, FALSE);

  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    if (g_strcmp0 (nick, views[i].nick) == 0)
      {
        *view = i;
        return TRUE;
      }

  return FALSE;
}

const char *
rt_body_view_get_title (RtBodyView view)
{
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, NULL);

  return _(views[view].title);
}

const char *
rt_body_view_get_tooltip (RtBodyView view)
{
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, NULL);

  return _(views[view].tooltip);
}

gboolean
rt_body_view_fits (RtBodyView view,
                   RtBodyKind kind)
{
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, FALSE);

  return (get_choice (kind).views & (1u << view)) != 0;
}

RtBodyView
rt_body_view_get_default (RtBodyKind kind)
{
  return get_choice (kind).first;
}
