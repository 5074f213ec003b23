/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The charsets that a person may read a text in, as a menu. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Items of the action @action, a string: the name of a charset, "" for the one
 * that was found. (transfer full) */
GMenuModel *rt_charset_menu_new (const char *action);

G_END_DECLS
