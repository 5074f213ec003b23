/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The public suffixes: domains such as "co.uk" under which anyone may register
 * a name, so that no cookie may be for all of them (publicsuffix.org).
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RtSuffixList RtSuffixList;

/**
 * rt_suffix_list_new:
 * @path: (nullable): a list to load; %NULL for the newest that the system has,
 *   its file or the one inside libpsl
 *
 * Without any list every domain without a dot counts as public, and no other.
 */
RtSuffixList *rt_suffix_list_new         (const char         *path);
void          rt_suffix_list_free        (RtSuffixList       *self);

/** FALSE when there was no list to load. */
gboolean      rt_suffix_list_is_known    (const RtSuffixList *self);

/** @domain: canonical: lower case, ASCII */
gboolean      rt_suffix_list_is_public   (const RtSuffixList *self,
                                          const char         *domain);

/** TRUE when both belong to one registered name, as a.example.org and
 * b.example.org do; never for addresses. */
gboolean      rt_suffix_list_is_one_site (const RtSuffixList *self,
                                          const char         *domain,
                                          const char         *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSuffixList, rt_suffix_list_free)

G_END_DECLS
