/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is remembered between two starts, as one object with typed properties.
 * The only file that knows the keys of GSettings.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RT_TYPE_SETTINGS (rt_settings_get_type ())
G_DECLARE_FINAL_TYPE (RtSettings, rt_settings, RT, SETTINGS, GObject)

/* Properties, all writable, all notify only on change:
 *   "window-width" int (1000), "window-height" int (700), "window-maximized",
 *   "sidebar-visible" boolean (TRUE),
 *   "orientation" GtkOrientation: of the split of request and response,
 *   "color-scheme" AdwColorScheme: DEFAULT, FORCE_LIGHT or FORCE_DARK,
 *   "timeout" uint (0), "idle-timeout" uint (60): seconds of new requests.
 * Signals: "seen-changed" (int code): a code was seen for the first time;
 * "lessons-changed": a lesson was finished for the first time. */

/** Without an installed schema the settings last as long as the object. */
RtSettings    *rt_settings_new              (void);

gboolean       rt_settings_get_sidebar_visible (RtSettings *self);
void           rt_settings_set_sidebar_visible (RtSettings *self,
                                                gboolean    visible);
GtkOrientation rt_settings_get_orientation  (RtSettings    *self);
void           rt_settings_set_orientation  (RtSettings    *self,
                                             GtkOrientation orientation);

/** TRUE when @code has been received since the settings were made. */
gboolean       rt_settings_is_seen          (RtSettings    *self,
                                             int            code);
/** Remembers that @code was received; does nothing when it is remembered. */
void           rt_settings_mark_seen        (RtSettings    *self,
                                             int            code);

/** The view that was chosen last for bodies of this media type ("text/html", ""
 * for none), by its name; NULL when none was. (transfer full) */
char          *rt_settings_dup_body_view    (RtSettings    *self,
                                             const char    *media_type);
/** Remembers it; of the oldest ones some are forgotten. */
void           rt_settings_set_body_view    (RtSettings    *self,
                                             const char    *media_type,
                                             const char    *view);
/** TRUE when the lesson @id has been finished. */
gboolean       rt_settings_is_finished      (RtSettings    *self,
                                             const char    *id);
/** Remembers that it was; does nothing when it is remembered. */
void           rt_settings_mark_finished    (RtSettings    *self,
                                             const char    *id);

G_END_DECLS
