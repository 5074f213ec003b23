/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cookies of a window (RFC 6265bis), with the public suffix list. Thread
 * safe: the engine's thread receives and chooses, the window's shows and edits.
 */

#pragma once

#include <gio/gio.h>

#include "cookie.h"

G_BEGIN_DECLS

/* Where a request goes to. */
typedef struct
{
  const char *host;   /* lower case, ASCII, IPv6 without brackets */
  const char *path;   /* of the request target, without query */
  gboolean    secure; /* https, or http to a loopback host */
} RtCookieSite;

typedef enum
{
  RT_COOKIE_SENT,
  RT_COOKIE_WITHHELD,
  RT_COOKIE_STORED,
  RT_COOKIE_REPLACED,
  RT_COOKIE_REMOVED,  /* it came with a time that has passed */
  RT_COOKIE_REFUSED,
} RtCookieFate;

/* What happened to one cookie, and why. Immutable, counted. */
typedef struct
{
  RtCookieFate fate;
  RtCookie    *cookie; /* NULL when the field could not be read as a cookie */
  char        *line;   /* the Set-Cookie value, for the screen; NULL when SENT or WITHHELD */
  char        *why;    /* one sentence, translated: "Path=/admin does not match /" */
  char        *section; /* "RFC 6265bis, section 5.8.3" */
} RtCookieVerdict;

/** Copies; @cookie, @line may be NULL. (transfer full) */
RtCookieVerdict *rt_cookie_verdict_new   (RtCookieFate     fate,
                                          RtCookie        *cookie,
                                          const char      *line,
                                          const char      *why,
                                          const char      *section);
RtCookieVerdict *rt_cookie_verdict_ref   (RtCookieVerdict *self);
void             rt_cookie_verdict_unref (RtCookieVerdict *self);

#define RT_TYPE_COOKIE_JAR (rt_cookie_jar_get_type ())
G_DECLARE_FINAL_TYPE (RtCookieJar, rt_cookie_jar, RT, COOKIE_JAR, GObject)

/* Signal "changed", in the context that was given. */

/** @context: (nullable): where "changed" is emitted; %NULL is the default one */
RtCookieJar *rt_cookie_jar_new         (GMainContext       *context);
/** RtCookie, by domain, path, name; expired ones left out. (transfer full) */
GPtrArray   *rt_cookie_jar_dup_cookies (RtCookieJar        *self);

/**
 * rt_cookie_jar_receive:
 * @set_cookie: one value of Set-Cookie, its exact bytes
 * @now: Unix seconds
 *
 * Returns: (transfer full): what was done with it
 */
RtCookieVerdict *rt_cookie_jar_receive (RtCookieJar        *self,
                                        const RtCookieSite *site,
                                        GBytes             *set_cookie,
                                        gint64              now);

/**
 * rt_cookie_jar_choose:
 * @verdicts: (out) (transfer full): RtCookieVerdict SENT in the order of the
 *   field, then WITHHELD: those whose domain is the host's or above it, or
 *   below it, or beside it under one registered name, that do not go along,
 *   and why
 *
 * Returns: (transfer full) (nullable): the value of Cookie; %NULL for none
 */
char        *rt_cookie_jar_choose      (RtCookieJar        *self,
                                        const RtCookieSite *site,
                                        gint64              now,
                                        GPtrArray         **verdicts);

/**
 * rt_cookie_jar_preview:
 *
 * What rt_cookie_jar_choose() would say, for the window: nothing counts as used.
 *
 * Returns: (transfer full): its verdicts
 */
GPtrArray   *rt_cookie_jar_preview     (RtCookieJar        *self,
                                        const RtCookieSite *site,
                                        gint64              now);

/** Puts @cookie in place of the one with the same name, domain, path and
 * host-only flag. */
void         rt_cookie_jar_put         (RtCookieJar        *self,
                                        RtCookie           *cookie);
void         rt_cookie_jar_remove      (RtCookieJar        *self,
                                        RtCookie           *cookie);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCookieVerdict, rt_cookie_verdict_unref)

G_END_DECLS
