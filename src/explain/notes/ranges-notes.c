/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "ranges": what part was asked for, what part came, and whether
 * parts can be had at all (RFC 9110 sections 13.1.5 and 14). Whether a 206 was
 * due is the status topic's.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "byte-range.h"
#include "directives.h"
#include "entity-tag.h"
#include "format.h"
#include "media-type.h"
#include "saying.h"
#include "topics.h"

#define RANGE_SECTION "RFC 9110, section 14.4"

/* Parts are looked for in so much of the content. */
#define LOOKED_AT_MAX (64 * 1024 * 1024)

/* More than these make servers answer with everything, or with an error. */
#define RANGES_MANY 20

static void
say_part (RtCase               *self,
          const RtContentRange *range,
          const char           *quoted)
{
  g_autofree char *size = rt_format_size (range->last - range->first + 1);
  g_autofree char *first = rt_format_count (range->first);
  g_autofree char *last = rt_format_count (range->last);
  g_autofree char *total = range->total >= 0 ? rt_format_count (range->total) : NULL;
  double share = range->total > 0 ? (range->last - range->first + 1) * 100.0 / range->total : 0;

  if (total != NULL)
    rt_say_response (self, "Content-Range", "range-part", RT_NOTE_INFO, RANGE_SECTION,
                     _("This is a part of the whole content."),
                     _("Bytes %s to %s of %s came (counted from 0): %s, %.3g %% of the whole. The "
                       "field says %s."), first, last, total, size, share, quoted);
  else
    rt_say_response (self, "Content-Range", "range-length-unknown", RT_NOTE_INFO, RANGE_SECTION,
                     _("This is a part; how large the whole is, the server does not say."),
                     _("Bytes %s to %s came (counted from 0): %s. “*” in %s means that the total "
                       "length is not known yet."), first, last, size, quoted);
}

static void
check_length (RtCase               *self,
              const RtContentRange *range,
              const char           *quoted)
{
  guint64 due = range->last - range->first + 1;
  g_autofree char *said = NULL;
  g_autofree char *came = NULL;

  if (!rt_case_is_whole (self) || !rt_case_may_have_content (self) ||
      self->sizes.content_encoded == due)
    return;

  said = rt_format_bytes (due);
  came = rt_format_count (self->sizes.content_encoded);
  rt_say_response (self, "Content-Range", "range-content-length", RT_NOTE_WARNING, RANGE_SECTION,
                   _("The content is not as long as Content-Range says."),
                   _("%s announces %s, %s came. A client that puts the parts together gets a "
                     "damaged whole."), quoted, said, came);
}

static void
explain_content_range (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Range");
  g_auto(RtContentRange) range = { NULL, };
  g_autofree char *quoted = NULL;
  const char *trouble;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  rt_content_range_parse (value, &range, &trouble);
  if (self->status != 206 && self->status != 416)
    rt_say_response (self, "Content-Range", "range-meaningless", RT_NOTE_WARNING, RANGE_SECTION,
                     _("Content-Range has no meaning with this status."),
                     _("It says %s, but only 206 sends a part and only 416 refuses one. The status "
                       "is %d, so the field is passed over."), quoted, self->status);
  else if (trouble != NULL)
    rt_say_response (self, "Content-Range", "range-malformed", RT_NOTE_WARNING, RANGE_SECTION,
                     _("Content-Range is malformed."),
                     _("%s cannot be used: %s. The form is “bytes 0-99/1234”; a client does not "
                       "know which part it got."), quoted, trouble);
  else if (self->status == 206 && range.unsatisfied)
    rt_say_response (self, "Content-Range", "range-unsatisfied-part", RT_NOTE_WARNING,
                     RANGE_SECTION, _("Content-Range says that there is no such part."),
                     _("%s belongs to a 416, which refuses a range; the status is 206, which "
                       "sends one."), quoted);
  else if (self->status == 206 && g_ascii_strcasecmp (range.unit, "bytes") == 0)
    {
      say_part (self, &range, quoted);
      check_length (self, &range, quoted);
    }
}

static void
explain_offer (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Accept-Ranges");
  g_autoptr(GPtrArray) units = rt_directives_parse (value, -1);
  g_autofree char *quoted = NULL;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  if (rt_directives_find (units, "bytes") != NULL)
    rt_say_response (self, "Accept-Ranges", "range-offered", RT_NOTE_INFO,
                     "RFC 9110, section 14.3", _("It can be loaded in parts."),
                     _("Accept-Ranges says %s: with Range a client can go on after an "
                       "interruption, or load only a piece."), quoted);
  else if (rt_directives_find (units, "none") != NULL && units->len == 1)
    rt_say_response (self, "Accept-Ranges", "range-refused", RT_NOTE_INFO,
                     "RFC 9110, section 14.3", _("It cannot be loaded in parts."),
                     _("Accept-Ranges says %s: a Range in the request is passed over and "
                       "everything comes."), quoted);
  else
    rt_say_response (self, "Accept-Ranges", "range-unit-unknown", RT_NOTE_INFO,
                     "RFC 9110, section 14.1", _("Parts are offered in an unusual unit."),
                     _("Accept-Ranges says %s. Only “bytes” is in common use; what this unit "
                       "means is between this server and its clients."), quoted);
}

static gboolean
overlap (GArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const RtByteRange *a = &g_array_index (ranges, RtByteRange, i);
        const RtByteRange *b = &g_array_index (ranges, RtByteRange, j);
        gint64 end_a = a->last < 0 ? G_MAXINT64 : a->last;
        gint64 end_b = b->last < 0 ? G_MAXINT64 : b->last;

        if (a->first >= 0 && b->first >= 0 && a->first <= end_b && b->first <= end_a)
          return TRUE;
      }

  return FALSE;
}

static void
explain_many (RtCase *self,
              GArray *ranges)
{
  if (ranges->len > RANGES_MANY)
    rt_say_request (self, "Range", "range-request-many", RT_NOTE_INFO, "RFC 9110, section 17.15",
                    _("You asked for very many parts at once."),
                    _("Range names %u. A server may pass over that, or refuse it, because it "
                      "looks like an attack."), ranges->len);
  else if (overlap (ranges))
    rt_say_request (self, "Range", "range-request-overlap", RT_NOTE_INFO,
                    "RFC 9110, section 14.2", _("The parts that you asked for overlap."),
                    _("A server may join them, or pass over the Range."));
}

static void
explain_request (RtCase *self)
{
  g_autofree char *value = rt_case_dup_request (self, "Range");
  g_autoptr(GArray) ranges = NULL;
  g_autofree char *quoted = NULL;
  const char *trouble;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  if (!rt_case_is_method (self, "GET"))
    {
      rt_say_request (self, "Range", "range-request-method", RT_NOTE_INFO,
                      "RFC 9110, section 14.2", _("Range is for GET only."),
                      _("You sent %s. With any other method a server has to pass over it."),
                      quoted);
      return;
    }

  ranges = rt_byte_ranges_parse (value, &trouble);
  if (ranges == NULL)
    rt_say_request (self, "Range", "range-request-malformed", RT_NOTE_WARNING,
                    "RFC 9110, section 14.2", _("The Range that you sent cannot be used."),
                    _("%s: %s. The form is “bytes=0-99”, “bytes=100-” for the rest, or "
                      "“bytes=-100” for the last 100 bytes. A server passes over others."),
                    quoted, trouble);
  else
    explain_many (self, ranges);
}

static void
say_if_range_outcome (RtCase     *self,
                      const char *quoted)
{
  if (self->status == 206)
    rt_say_request (self, "If-Range", "range-if-range-held", RT_NOTE_GOOD,
                    "RFC 9110, section 13.1.5", _("It is unchanged, so the part came."),
                    _("You sent If-Range: %s: the part only if the whole is still the same. The "
                      "part fits what you have."), quoted);
  else if (self->status == 200)
    rt_say_request (self, "If-Range", "range-if-range-changed", RT_NOTE_INFO,
                    "RFC 9110, section 13.1.5",
                    _("The whole content came in place of the part."),
                    _("You sent If-Range: %s: the part only if the whole is still the same. Either "
                      "it changed, or the server does not send parts. Parts that you have do not "
                      "fit any more."), quoted);
}

static void
explain_if_range (RtCase *self)
{
  g_autofree char *value = rt_case_dup_request (self, "If-Range");
  g_autoptr(RtEntityTag) tag = NULL;
  g_autofree char *quoted = NULL;
  RtHttpDate date;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  tag = rt_entity_tag_parse (value);
  if (rt_case_find_request (self, "Range") < 0)
    rt_say_request (self, "If-Range", "range-if-range-alone", RT_NOTE_WARNING,
                    "RFC 9110, section 13.1.5", _("If-Range without Range does nothing."),
                    _("You sent %s, but named no part to load."), quoted);
  else if (tag->trouble == RT_ENTITY_TAG_GOOD && tag->is_weak)
    rt_say_request (self, "If-Range", "range-if-range-weak", RT_NOTE_WARNING,
                    "RFC 9110, section 13.1.5", _("A weak tag in If-Range never matches."),
                    _("You sent %s. Parts fit together only when every byte is the same, which a "
                      "weak tag does not promise, so the whole content comes."), quoted);
  else if (tag->trouble != RT_ENTITY_TAG_GOOD &&
           !rt_http_date_parse (value, -1, self->now, &date))
    rt_say_request (self, "If-Range", "range-if-range-malformed", RT_NOTE_WARNING,
                    "RFC 9110, section 13.1.5", _("If-Range is neither a tag nor a date."),
                    _("You sent %s. It takes one entity tag in double quotes, or the date of "
                      "Last-Modified."), quoted);
  else
    say_if_range_outcome (self, quoted);
}

static void
say_parts (RtCase    *self,
           GPtrArray *parts,
           gboolean   is_closed)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *quoted = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const RtRangePart *part = g_ptr_array_index (parts, i);

      if (part->content_range == NULL)
        {
          rt_say_response (self, "Content-Type", "range-multipart-part", RT_NOTE_WARNING,
                           "RFC 9110, section 14.6",
                           _("A part does not say where in the whole it belongs."),
                           _("Part %u of %u has no Content-Range."), i + 1, parts->len);
          return;
        }
      g_ptr_array_add (texts, part->content_range);
    }

  quoted = rt_case_quote_all (texts, 6);
  rt_say_response (self, "Content-Type", "range-multipart", RT_NOTE_INFO,
                   "RFC 9110, section 14.6", _("Several parts came in one response."),
                   _("Each has a head of its own with its Content-Range: %s."), quoted);
  if (!is_closed)
    rt_say_response (self, "Content-Type", "range-multipart-open", RT_NOTE_WARNING,
                     "RFC 2046, section 5.1.1", _("The last boundary of the parts is missing."),
                     g_dngettext (GETTEXT_PACKAGE,
                                  "After %u part the content ends without the boundary that closes "
                                  "it. It may be cut.",
                                  "After %u parts the content ends without the boundary that "
                                  "closes it. It may be cut.", parts->len), parts->len);
}

static void
explain_parts (RtCase     *self,
               const char *boundary)
{
  g_autoptr(RtBody) content = rt_exchange_dup_content (self->exchange);
  g_autoptr(GBytes) bytes = rt_body_dup_bytes (content);
  g_autofree char *range = rt_case_dup_request (self, "Range");
  g_autoptr(GPtrArray) parts = NULL;
  gboolean is_closed;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length == 0 || length > LOOKED_AT_MAX)
    return;

  parts = rt_range_parts_parse (boundary, data, length, &is_closed);
  if (parts->len == 0)
    {
      g_autofree char *quoted = rt_case_quote (boundary);

      rt_say_response (self, "Content-Type", "range-multipart-empty", RT_NOTE_WARNING,
                       "RFC 9110, section 14.6", _("No part can be found in the content."),
                       _("Content-Type announces the boundary %s, but it does not stand in the "
                         "content."), quoted);
      return;
    }

  say_parts (self, parts, is_closed);
  if (range != NULL && strchr (range, ',') == NULL)
    rt_say_response (self, "Content-Type", "range-multipart-single", RT_NOTE_WARNING,
                     "RFC 9110, section 15.3.7.2", _("One part was asked for; it came wrapped."),
                     _("To a request for one range a server must not answer with "
                       "multipart/byteranges: the client may not be able to read it."));
}

static void
explain_multipart (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Type");
  g_autoptr(RtMediaType) type = rt_media_type_parse (value);
  const char *boundary;

  if (type == NULL || self->status != 206 ||
      !g_str_equal (rt_media_type_get_essence (type), "multipart/byteranges"))
    return;

  boundary = rt_media_type_get_parameter (type, "boundary");
  if (boundary == NULL || *boundary == '\0')
    rt_say_response (self, "Content-Type", "range-multipart-boundary", RT_NOTE_WARNING,
                     "RFC 2046, section 5.1.1", _("The parts cannot be told apart."),
                     _("Content-Type is multipart/byteranges without a boundary."));
  else
    explain_parts (self, boundary);
}

void
rt_explain_ranges (RtCase *self)
{
  if (self->request != NULL)
    explain_request (self);
  if (self->response == NULL)
    return;

  explain_if_range (self);
  explain_content_range (self);
  explain_multipart (self);
  explain_offer (self);
}
