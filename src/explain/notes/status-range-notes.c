/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ranges against their requests: 206, 416, and a 200 in answer to Range (RFC
 * 9110 sections 14 and 15.3.7). */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "byte-range.h"
#include "format.h"
#include "saying.h"
#include "tell.h"

static gboolean
is_multipart (const RtCase *self)
{
  g_autofree char *type = rt_case_dup_response (self, "Content-Type");

  return type != NULL && g_ascii_strncasecmp (type, "multipart/byteranges", 20) == 0;
}

static void
explain_parts (RtCase *self)
{
  if (rt_case_find_response (self, "Content-Range") >= 0)
    rt_say_response (self, "Content-Range", "status-206-parts-with-range", RT_NOTE_WARNING,
                     "RFC 9110, section 15.3.7.2",
                     _("Several parts came, and yet Content-Range stands in the head."),
                     _("Each part of multipart/byteranges has a Content-Range of its own. One in the "
                       "head must not be there: clients take the whole for a single part."));
  else
    rt_case_tell (self, "status-206-parts", RT_NOTE_INFO,
                  _("Several parts came in one response, each with its own range."),
                  _("The content is multipart/byteranges: between the boundaries stand the parts, each "
                    "with Content-Range and its bytes."));
}

/* The length of the part against its range. */
static void
explain_part_length (RtCase               *self,
                     const RtContentRange *range)
{
  gint64 length = range->last - range->first + 1;
  g_autofree char *said = rt_format_bytes (length);
  g_autofree char *came = rt_format_count (self->sizes.content_encoded);

  if (self->failure != NULL || rt_case_is_method (self, "HEAD")
      || (guint64) length == self->sizes.content_encoded)
    return;
  rt_say_response (self, "Content-Range", "status-206-length", RT_NOTE_WARNING,
                   "RFC 9110, section 14.4",
                   _("The part is not as long as its Content-Range says."),
                   _("The range is %s long, and %s came. Who joins the parts gets something "
                     "that is damaged."), said, came);
}

static void
explain_answered (RtCase               *self,
                  const RtContentRange *range)
{
  g_autofree char *asked = rt_case_dup_request (self, "Range");
  g_autofree char *asked_words = asked != NULL ? rt_case_quote (asked) : NULL;
  g_autofree char *given = rt_case_quote_response (self, "Content-Range");
  const char *trouble;
  g_autoptr(GArray) ranges = asked != NULL ? rt_byte_ranges_parse (asked, &trouble) : NULL;
  gboolean answers = ranges != NULL && rt_content_range_answers (range, ranges);

  if (ranges != NULL && !answers)
    rt_say_response (self, "Content-Range", "status-206-other-range", RT_NOTE_WARNING,
                     "RFC 9110, section 15.3.7",
                     _("This is another part than the one that Range asked for."),
                     _("Asked for was %s, and %s came. A client must look at Content-Range before it "
                       "puts parts together."), asked_words, given);
  else if (answers)
    rt_say_response (self, "Content-Range", "status-206-as-asked", RT_NOTE_GOOD,
                     "RFC 9110, section 15.3.7",
                     range->total >= 0 && range->last + 1 == range->total
                       ? _("The part that Range asked for, up to the end of the resource.")
                       : _("The part that Range asked for; the resource has more."),
                     _("Asked for was %s, and %s came: first byte, last byte, and how many there are "
                       "in all."), asked_words, given);
  explain_part_length (self, range);
}

static void
explain_partial (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Range");
  g_autofree char *quoted = value != NULL ? rt_case_quote (value) : NULL;
  RtContentRange range;

  if (self->request != NULL && rt_case_find_request (self, "Range") < 0)
    rt_case_tell (self, "status-206-not-asked", RT_NOTE_WARNING,
                  _("A part came, and the request had asked for the whole."),
                  _("206 answers a request with Range, and this one had none. A client that does not "
                    "expect it takes the part for the whole. A cache or proxy with a fault is the "
                    "likeliest cause."));
  if (is_multipart (self))
    explain_parts (self);
  else if (value == NULL)
    rt_case_tell (self, "status-206-without-content-range", RT_NOTE_WARNING,
                  _("A part came, and nothing says which part it is."),
                  _("A 206 must have Content-Range, or several parts as multipart/byteranges. Without "
                    "it the bytes cannot be put in their place."));
  else if (!rt_content_range_read (value, &range) || range.first < 0)
    rt_say_response (self, "Content-Range", "status-206-unreadable-range", RT_NOTE_WARNING,
                     "RFC 9110, section 14.4",
                     _("Content-Range does not say which part this is."),
                     _("It says %s. The form is “bytes 0-499/1234”: unit, first and last byte, a "
                       "slash, and the size of the whole or *. Bytes count from 0, so the last "
                       "one is less than the size."), quoted);
  else
    explain_answered (self, &range);
}

/* A server may pass over Range; If-Range makes it do so when things changed. */
static void
explain_whole (RtCase *self)
{
  g_autofree char *range = rt_case_quote_request (self, "Range");
  g_autofree char *condition = rt_case_quote_request (self, "If-Range");
  g_autofree char *accepts = rt_case_dup_response (self, "Accept-Ranges");

  if (range == NULL || !rt_case_is_method (self, "GET"))
    return;
  if (condition != NULL)
    rt_case_tell (self, "status-200-if-range", RT_NOTE_INFO,
                  _("The whole came in place of a part: If-Range did not hold."),
                  _("If-Range was %s: send the part only if the resource is still that one. It has "
                    "changed, or the server could not tell, so the old parts must be thrown away."),
                  condition);
  else
    rt_case_tell (self, "status-200-to-range", RT_NOTE_INFO,
                  _("The request asked for a part, and the whole came."),
                  accepts != NULL && g_ascii_strcasecmp (accepts, "none") == 0
                    ? _("Range was %s. Accept-Ranges: none says that this resource has no parts. "
                        "That is allowed: a server may pass over Range.")
                    : _("Range was %s. A server may pass over it, for any reason, and then answers "
                        "as if it were not there. A range it cannot read has the same effect."),
                  range);
}

static void
explain_unsatisfied_size (RtCase     *self,
                          const char *asked)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Range");
  g_autofree char *quoted = rt_case_quote (asked);
  const char *trouble;
  g_autoptr(GArray) ranges = rt_byte_ranges_parse (asked, &trouble);
  RtContentRange range;
  g_autofree char *total = NULL;

  if (value == NULL || !rt_content_range_read (value, &range) || range.total < 0)
    {
      rt_case_tell (self, "status-416-without-size", RT_NOTE_INFO,
                    _("The part does not exist, and nothing says how long the resource is."),
                    _("Range was %s. A server should add “Content-Range: bytes */N”, with the size, "
                      "so that the client can ask for something that is there."), quoted);
      return;
    }
  total = rt_format_bytes (range.total);
  if (ranges != NULL && rt_byte_ranges_exist (ranges, range.total))
    rt_say_response (self, "Content-Range", "status-416-contradicts", RT_NOTE_WARNING,
                     "RFC 9110, section 15.5.17",
                     _("The part is refused, and by the size in Content-Range it exists."),
                     _("Range was %s, and the resource has %s. Too many ranges, or ranges that "
                       "overlap, may be refused as well."), quoted, total);
  else
    rt_say_response (self, "Content-Range", "status-416-size", RT_NOTE_INFO,
                     "RFC 9110, section 15.5.17",
                     _("The part does not exist: the resource is shorter."),
                     _("Range was %s, and the resource has %s; the first byte has number 0. A "
                       "download that is already complete gives this answer too."), quoted, total);
}

static void
explain_unsatisfied (RtCase *self)
{
  g_autofree char *asked = rt_case_dup_request (self, "Range");

  if (asked == NULL)
    rt_case_tell (self, "status-416-without-range", RT_NOTE_WARNING,
                  _("A range is refused that the request did not ask for."),
                  _("The request had no Range. 416 has no other meaning, so the server or a proxy "
                    "before it is at fault, or has added a Range of its own."));
  else
    explain_unsatisfied_size (self, asked);
}

void
rt_explain_range_status (RtCase *self)
{
  if (self->status == 206)
    explain_partial (self);
  else if (self->status == 200)
    explain_whole (self);
  else if (self->status == 416 && self->request != NULL)
    explain_unsatisfied (self);
}
