/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The functions behind rt_field_words(), by theme. Each gives the words, or
 * NULL when the value cannot be read or words would add nothing.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef char *(*RtFieldWords) (const char *value,
                               gint64      now);

/* field-words-caching.c */
char *rt_words_cache_control    (const char *value, gint64 now);
char *rt_words_vary             (const char *value, gint64 now);
char *rt_words_etag             (const char *value, gint64 now);
char *rt_words_etag_list        (const char *value, gint64 now);
char *rt_words_etag_or_date     (const char *value, gint64 now);

/* field-words-time.c */
char *rt_words_date             (const char *value, gint64 now);
char *rt_words_seconds          (const char *value, gint64 now);
char *rt_words_retry_after      (const char *value, gint64 now);
char *rt_words_sf_date          (const char *value, gint64 now);
char *rt_words_keep_alive       (const char *value, gint64 now);
char *rt_words_transport_security (const char *value, gint64 now);

/* field-words-content.c */
char *rt_words_size             (const char *value, gint64 now);
char *rt_words_coding           (const char *value, gint64 now);
char *rt_words_content_range    (const char *value, gint64 now);
char *rt_words_range            (const char *value, gint64 now);
char *rt_words_disposition      (const char *value, gint64 now);
char *rt_words_accept           (const char *value, gint64 now);

/* field-words-routing.c */
char *rt_words_allow            (const char *value, gint64 now);
char *rt_words_via              (const char *value, gint64 now);
char *rt_words_link             (const char *value, gint64 now);
char *rt_words_connection       (const char *value, gint64 now);

/* field-words-cookie.c */
char *rt_words_set_cookie       (const char *value, gint64 now);

/* field-words-policy.c */
char *rt_words_content_policy   (const char *value, gint64 now);

/** Takes a part of a sentence into @words, parted from what is there by @separator. */
void  rt_words_add              (GString    *words,
                                 const char *separator,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (3, 4);
/** The words, or NULL when there are none. (transfer full) (nullable) */
char *rt_words_end              (GString    *words);

G_END_DECLS
