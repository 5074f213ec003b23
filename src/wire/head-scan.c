/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the bytes of a head that is still arriving, and the list of what is bad
 * enough about a head to be called a fault. Oddities that RFC 9112 tells
 * recipients to live with (folds, a bare LF as line end, blank lines in front,
 * no space after the status) are none.
 */

#include "config.h"

#include "head-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "secret.h"

#define BAD_FIELD (RT_ODDITY_NO_COLON | RT_ODDITY_SPACE_BEFORE_COLON | RT_ODDITY_BAD_NAME | \
                   RT_ODDITY_EMPTY_NAME | RT_ODDITY_CONTROL | RT_ODDITY_BARE_CR | \
                   RT_ODDITY_LEADING_SPACE)
#define BAD_START (RT_START_MALFORMED | RT_START_BAD_VERSION | RT_START_EXTRA_SPACE | \
                   RT_START_CONTROL)

void
rt_head_scan_init (RtHeadScan *self,
                   RtHeadKind  kind)
{
  rt_head_scan_clear (self);
  self->bytes = g_byte_array_new ();
  self->is_in_fields = kind == RT_HEAD_TRAILERS;
}

void
rt_head_scan_clear (RtHeadScan *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  self->line_length = 0;
}

/* The last line is blank: nothing, or one CR. @last: the byte before the LF */
static gboolean
is_blank (const RtHeadScan *self,
          guint8            last)
{
  return self->line_length == 0 || (self->line_length == 1 && last == '\r');
}

gsize
rt_head_scan_feed (RtHeadScan   *self,
                   const guint8 *data,
                   gsize         length,
                   gsize         room,
                   gboolean     *is_done)
{
  gsize taken = 0;

  *is_done = FALSE;
  length = MIN (length, room);
  while (taken < length && !*is_done)
    {
      const guint8 *lf = memchr (data + taken, '\n', length - taken);
      gsize n = lf != NULL ? (gsize) (lf - data) - taken : length - taken;
      guint8 last;

      g_byte_array_append (self->bytes, data + taken, n);
      self->line_length += n;
      taken += n;
      if (lf == NULL)
        break;

      last = self->bytes->len > 0 ? self->bytes->data[self->bytes->len - 1] : 0;
      g_byte_array_append (self->bytes, lf, 1);
      taken++;
      if (!is_blank (self, last))
        self->is_in_fields = TRUE;
      else if (self->is_in_fields)
        *is_done = TRUE;
      self->line_length = 0;
    }

  return taken;
}

static RtHeadGuess
compare_start (const char *text,
               gsize       length,
               const char *start)
{
  gsize n = MIN (length, strlen (start));

  if (g_ascii_strncasecmp (text, start, n) != 0)
    return RT_HEAD_GUESS_GARBAGE;

  return length >= strlen (start) ? RT_HEAD_GUESS_STATUS_LINE : RT_HEAD_GUESS_UNSURE;
}

RtHeadGuess
rt_head_scan_guess (const RtHeadScan *self)
{
  const char *text = (const char *) self->bytes->data;
  gsize length = self->bytes->len;
  RtHeadGuess guess;

  while (length > 0 && memchr (" \t\r\n", *text, 4) != NULL)
    {
      text++;
      length--;
    }
  if (length == 0)
    return RT_HEAD_GUESS_UNSURE;

  guess = compare_start (text, length, "HTTP");
  if (guess == RT_HEAD_GUESS_GARBAGE)
    guess = compare_start (text, length, "ICY ");

  return guess;
}

static char *
quote_span (const RtHead *head,
            RtSpan        span)
{
  const guint8 *data = g_bytes_get_data (rt_head_peek_bytes (head), NULL);

  return rt_fault_quote (data + span.offset, span.length);
}

/* An odd line may hold a secret like any other; evidence is shown to everybody. */
static char *
quote_field (const RtHead *head,
             guint         index)
{
  g_autoptr(GBytes) bytes = rt_secret_mask_head (head);
  g_autoptr(RtHead) masked = rt_head_parse (rt_head_get_kind (head), bytes);

  return index < rt_head_get_n_fields (masked)
           ? quote_span (masked, rt_head_get_field (masked, index)->line)
           : g_strdup (RT_SECRET_MASK);
}

/* A status of three digits is no fault, whatever class it would be of. */
static gboolean
is_start_bad (const RtHead *head)
{
  RtStartOddities oddities = rt_head_get_start_oddities (head);
  int status = rt_head_get_status (head);

  if (rt_head_get_kind (head) == RT_HEAD_TRAILERS)
    return FALSE;

  return (oddities & BAD_START) != 0 ||
         ((oddities & RT_START_BAD_STATUS) != 0 &&
          (status < 100 || status > 999 || (oddities & RT_START_NO_REASON_SP) != 0));
}

static void
add_start_fault (const RtHead *head,
                 GPtrArray    *faults)
{
  g_autofree char *quote = NULL;

  if (rt_head_is_rendition (head) || !is_start_bad (head))
    return;

  quote = quote_span (head, rt_head_get_start_line (head));
  g_ptr_array_add (faults, rt_fault_new (RT_FAULT_START_LINE_MALFORMED,
                                         _("The status line is “%s”"), quote));
}

static void
add_field_fault (const RtHead *head,
                 GPtrArray    *faults)
{
  g_autofree char *quote = NULL;
  guint n_bad = 0;

  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      const RtFieldLine *field = rt_head_get_field (head, i);

      /* What a line that was cut off would have become is not known. */
      if ((field->oddities & BAD_FIELD) == 0 || (field->oddities & RT_ODDITY_CUT) != 0)
        continue;
      if (n_bad++ == 0)
        quote = quote_field (head, i);
    }

  if (n_bad > 0)
    g_ptr_array_add (faults,
                     rt_fault_new (RT_FAULT_FIELD_MALFORMED,
                                   g_dngettext (GETTEXT_PACKAGE,
                                                "%u field line is malformed: “%s”",
                                                "%u field lines are malformed, the first: “%s”",
                                                n_bad), n_bad, quote));
}

static void
add_nul_fault (const RtHead *head,
               GPtrArray    *faults)
{
  gsize size;
  const char *data = g_bytes_get_data (rt_head_peek_bytes (head), &size);
  const char *nul = size > 0 ? memchr (data, '\0', size) : NULL;
  g_autofree char *offset = NULL;

  if (nul == NULL)
    return;

  offset = g_strdup_printf ("%" G_GSIZE_FORMAT, (gsize) (nul - data));
  g_ptr_array_add (faults, rt_fault_new (RT_FAULT_NUL_IN_HEAD,
                                         _("A NUL byte stands at offset %s of the head"),
                                         offset));
}

void
rt_head_add_faults (const RtHead *head,
                    GPtrArray    *faults)
{
  add_start_fault (head, faults);
  add_field_fault (head, faults);
  add_nul_fault (head, faults);
}
