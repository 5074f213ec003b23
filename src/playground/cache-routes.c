/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Validators and conditions (RFC 9110 section 13), ranges (section 14),
 * freshness (RFC 9111) and request limits.
 */

#include "route.h"

#include "number.h"

#include <string.h>

/* Sun, 01 Feb 2026 00:00:00 GMT: all that is here was last modified then. */
#define LAST_MODIFIED G_GINT64_CONSTANT (1769904000)

#define WINDOW_SECONDS 10
#define MAX_RANGE G_GUINT64_CONSTANT (10000000000)

static const char *
skip_weak (const char *tag)
{
  return g_str_has_prefix (tag, "W/") ? tag + 2 : tag;
}

/* Does a list of entity tags name @tag? A strong comparison lets no weak tag
 * through (RFC 9110 section 8.8.3.2). */
static gboolean
list_names (const char *list,
            const char *tag,
            gboolean    strong)
{
  g_auto (GStrv) items = g_strsplit (list, ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *item = g_strstrip (items[i]);

      if (strcmp (item, "*") == 0)
        return TRUE;
      if (strong ? strcmp (item, tag) == 0 && *item == '"'
                 : strcmp (skip_weak (item), skip_weak (tag)) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_safe (RtCall *call)
{
  return strcmp (call->method, "GET") == 0 || rt_call_is_head (call);
}

/* RFC 9110 section 13.2.2, in its order: 412, 304 or 200. */
static guint
judge_conditions (RtCall     *call,
                  const char *tag,
                  gint64      modified)
{
  const char *match = rt_call_find_field (call, "If-Match");
  const char *none_match = rt_call_find_field (call, "If-None-Match");
  const char *since = rt_call_find_field (call, "If-Modified-Since");
  const char *unmodified = rt_call_find_field (call, "If-Unmodified-Since");

  if (match != NULL && !list_names (match, tag, TRUE))
    return 412;
  if (match == NULL && unmodified != NULL && rt_reply_parse_date (unmodified) >= 0
      && modified > rt_reply_parse_date (unmodified))
    return 412;
  if (none_match != NULL && list_names (none_match, tag, FALSE))
    return is_safe (call) ? 304 : 412;
  if (none_match == NULL && since != NULL && is_safe (call)
      && modified <= rt_reply_parse_date (since))
    return 304;
  return 200;
}

static void
send_validated (RtCall     *call,
                const char *tag,
                gboolean    dated,
                const char *control)
{
  guint code = judge_conditions (call, tag, dated ? LAST_MODIFIED : G_MAXINT64);
  g_autoptr (RtReply) reply = rt_reply_new (call, code, NULL);
  g_autofree char *date = rt_reply_format_date (LAST_MODIFIED);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  if (code != 412)
    {
      rt_reply_add (reply, "ETag", tag);
      if (dated)
        rt_reply_add (reply, "Last-Modified", date);
      rt_reply_add (reply, "Cache-Control", control);
    }
  rt_reply_json_number (json, "status", code);
  rt_reply_json_string (json, "etag", tag);
  rt_reply_send_json (reply, json);
}

static void
answer_cache (RtCall *call)
{
  send_validated (call, "\"playground\"", TRUE, "no-cache");
}

/* An entity tag holds no quote and no control character (RFC 9110 section
 * 8.8.3). */
static gboolean
is_tag (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '"' || (guchar) *text <= 0x20 || *text == 0x7f)
      return FALSE;
  return TRUE;
}

static void
answer_etag (RtCall *call)
{
  g_autofree char *text = rt_route_dup_segment (call, "tag");
  g_autofree char *weak = rt_call_dup_query (call, "weak");
  g_autofree char *tag = NULL;

  if (text == NULL || !is_tag (text))
    {
      rt_reply_refuse (call, 400, "{tag} has no quotes, spaces or control characters.");
      return;
    }
  tag = g_strdup_printf ("%s\"%s\"", weak != NULL ? "W/" : "", text);
  send_validated (call, tag, FALSE, "no-cache");
}

static void
answer_cache_seconds (RtCall *call)
{
  g_autofree char *control = NULL;
  guint64 seconds;

  if (!rt_route_read_number (call, "seconds", G_MAXINT32, &seconds))
    return;
  control = g_strdup_printf ("public, max-age=%" G_GUINT64_FORMAT, seconds);
  send_validated (call, "\"playground\"", TRUE, control);
}

/* Bytes @first to @last of @total. */
typedef struct
{
  guint64 first;
  guint64 last;
} Range;

typedef enum
{
  RANGE_NONE,        /* send everything */
  RANGE_GOOD,
  RANGE_UNSATISFIED, /* 416 */
} RangeVerdict;

static gboolean
parse_position (const char *text,
                guint64    *number)
{
  return rt_number_read (text, 10, 0, G_MAXINT64, number);
}

/* RFC 9110 section 14.1.2, one range; more than one are ignored, as section
 * 14.2 allows. */
static RangeVerdict
parse_range (const char *value,
             guint64     total,
             Range      *range)
{
  g_auto (GStrv) ends = NULL;
  guint64 suffix;

  if (g_ascii_strncasecmp (value, "bytes=", 6) != 0 || strchr (value, ',') != NULL)
    return RANGE_NONE;
  ends = g_strsplit (value + 6, "-", -1);
  if (g_strv_length (ends) != 2)
    return RANGE_NONE;
  range->last = total - 1;
  if (*ends[0] == '\0')
    {
      if (!parse_position (ends[1], &suffix))
        return RANGE_NONE;
      range->first = suffix < total ? total - suffix : 0;
      return suffix > 0 && total > 0 ? RANGE_GOOD : RANGE_UNSATISFIED;
    }
  if (!parse_position (ends[0], &range->first)
      || (*ends[1] != '\0' && !parse_position (ends[1], &range->last))
      || (*ends[1] != '\0' && range->last < range->first))
    return RANGE_NONE;
  if (range->first >= total)
    return RANGE_UNSATISFIED;
  range->last = MIN (range->last, total - 1);
  return RANGE_GOOD;
}

/* RFC 9110 section 13.1.5: a strong tag or the exact date, or no range. */
static gboolean
passes_if_range (RtCall     *call,
                 const char *tag)
{
  const char *value = rt_call_find_field (call, "If-Range");

  if (value == NULL)
    return TRUE;
  if (*value == '"' || g_str_has_prefix (value, "W/"))
    return strcmp (value, tag) == 0;
  return rt_reply_parse_date (value) == LAST_MODIFIED;
}

/* The alphabet again and again, from @range->first on. */
static void
send_alphabet (RtReply     *reply,
               const Range *range)
{
  char block[26 * 1000];
  guint64 at = range->first;

  for (gsize i = 0; i < sizeof block; i++)
    block[i] = 'a' + i % 26;
  while (at <= range->last)
    {
      gsize offset = at % 26;
      gsize part = MIN (sizeof block - offset, range->last - at + 1);

      if (!rt_reply_write (reply, block + offset, part))
        return;
      at += part;
    }
}

static void
send_range (RtCall      *call,
            guint        code,
            const char  *tag,
            const Range *range,
            guint64      total)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, code, NULL);
  g_autofree char *date = rt_reply_format_date (LAST_MODIFIED);

  rt_reply_add (reply, "Accept-Ranges", "bytes");
  rt_reply_add (reply, "ETag", tag);
  rt_reply_add (reply, "Last-Modified", date);
  if (code == 206)
    rt_reply_addf (reply, "Content-Range",
                   "bytes %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT,
                   range->first, range->last, total);
  if (total == 0)
    rt_reply_send (reply, "text/plain; charset=utf-8", "", 0);
  else if (rt_reply_begin (reply, "text/plain; charset=utf-8", range->last - range->first + 1))
    send_alphabet (reply, range);
}

static void
refuse_range (RtCall  *call,
              guint64  total)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 416, NULL);

  rt_reply_addf (reply, "Content-Range", "bytes */%" G_GUINT64_FORMAT, total);
  rt_reply_send (reply, "text/plain; charset=utf-8", "No byte of that range exists.\n", -1);
}

static void
answer_range (RtCall *call)
{
  const char *value = rt_call_find_field (call, "Range");
  RangeVerdict verdict = RANGE_NONE;
  g_autofree char *tag = NULL;
  Range range = { 0 };
  guint64 total;

  if (!rt_route_read_number (call, "n", MAX_RANGE, &total))
    return;
  tag = g_strdup_printf ("\"range-%" G_GUINT64_FORMAT "\"", total);
  if (value != NULL && passes_if_range (call, tag))
    verdict = parse_range (value, total, &range);
  if (verdict == RANGE_UNSATISFIED)
    refuse_range (call, total);
  else if (verdict == RANGE_GOOD)
    send_range (call, 206, tag, &range, total);
  else
    send_range (call, 200, tag, &(Range) { 0, total - 1 }, total);
}

static void
answer_rate_limit (RtCall *call)
{
  g_autoptr (RtReply) reply = NULL;
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();
  guint64 limit;
  RtWindowUse use;
  guint left;

  if (!rt_route_read_number (call, "n", 100000, &limit))
    return;
  use = rt_service_count (call->service, call->path, WINDOW_SECONDS);
  left = use.used < limit ? limit - use.used : 0;
  reply = rt_reply_new (call, use.used > limit ? 429 : 200, NULL);
  if (use.used > limit)
    rt_reply_addf (reply, "Retry-After", "%u", use.reset);
  rt_reply_addf (reply, "RateLimit-Policy", "\"window\";q=%" G_GUINT64_FORMAT ";w=%d", limit,
                 WINDOW_SECONDS);
  rt_reply_addf (reply, "RateLimit", "\"window\";r=%u;t=%u", left, use.reset);
  rt_reply_json_number (json, "limit", limit);
  rt_reply_json_number (json, "used", use.used);
  rt_reply_json_number (json, "seconds_until_reset", use.reset);
  rt_reply_send_json (reply, json);
}

const RtRoute rt_cache_routes[] = {
  { "/cache", NULL, "With ETag and Last-Modified; 304 to If-None-Match and If-Modified-Since.",
    NULL, answer_cache },
  { "/cache/{seconds}", NULL, "Fresh for so many seconds.", "/cache/60", answer_cache_seconds },
  { "/etag/{tag}", NULL, "With this ETag: 304 to If-None-Match, 412 to another If-Match. ?weak=1 "
    "makes it weak.",
    "/etag/abc /etag/abc?weak=1", answer_etag },
  { "/range/{n}", "GET", "N bytes, of which Range may ask for a part; If-Range is heeded.",
    "/range/1000", answer_range },
  { "/rate-limit/{n}", NULL, "N requests in 10 seconds, then 429 with Retry-After.",
    "/rate-limit/3", answer_rate_limit },
  { NULL },
};
