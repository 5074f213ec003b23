/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One name and value that a person edits: a header field of a request, a
 * parameter of its query, or an item of its form or multipart content.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RT_TYPE_PAIR (rt_pair_get_type ())
G_DECLARE_FINAL_TYPE (RtPair, rt_pair, RT, PAIR, GObject)

/* Properties, all writable, all notify only on change:
 *   "name" string, "value" string (never NULL),
 *   "enabled" boolean (TRUE): FALSE keeps it in the list but does not send it,
 *   "file" string (nullable): multipart only: absolute path of the file that
 *     is the value; "value" is then ignored,
 *   "media-type" string ("" = not sent): multipart only */
RtPair     *rt_pair_new            (const char *name,
                                    const char *value);
/** (transfer full) */
RtPair     *rt_pair_copy           (RtPair     *self);
const char *rt_pair_get_name       (RtPair     *self);
const char *rt_pair_get_value      (RtPair     *self);
gboolean    rt_pair_get_enabled    (RtPair     *self);
const char *rt_pair_get_file       (RtPair     *self);
const char *rt_pair_get_media_type (RtPair     *self);
void        rt_pair_set_name       (RtPair     *self,
                                    const char *name);
void        rt_pair_set_value      (RtPair     *self,
                                    const char *value);
void        rt_pair_set_enabled    (RtPair     *self,
                                    gboolean    enabled);
void        rt_pair_set_file       (RtPair     *self,
                                    const char *file);
void        rt_pair_set_media_type (RtPair     *self,
                                    const char *media_type);

G_END_DECLS
