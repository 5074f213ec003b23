/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The choice goes by the media type without its parameters. */

#include "config.h"

#include "view-choice.h"

RtBodyView
rt_view_choice_find (RtSettings    *settings,
                     RtBodyContent *content)
{
  g_autofree char *essence = NULL;
  g_autofree char *nick = NULL;
  RtBodyView view;

  g_return_val_if_fail (RT_IS_BODY_CONTENT (content), RT_BODY_VIEW_HEX);

  essence = rt_body_content_dup_essence (content);
  if (settings != NULL)
    nick = rt_settings_dup_body_view (settings, essence);
  if (nick != NULL && rt_body_view_from_nick (nick, &view) &&
      rt_body_content_has_view (content, view))
    return view;
  view = rt_body_view_get_default (rt_body_content_get_kind (content));

  return rt_body_content_has_view (content, view) ? view : RT_BODY_VIEW_HEX;
}

void
rt_view_choice_remember (RtSettings    *settings,
                         RtBodyContent *content,
                         RtBodyView     view)
{
  g_autofree char *essence = NULL;

  g_return_if_fail (RT_IS_BODY_CONTENT (content));

  if (settings == NULL)
    return;
  essence = rt_body_content_dup_essence (content);
  rt_settings_set_body_view (settings, essence, rt_body_view_get_nick (view));
}
