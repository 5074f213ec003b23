/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words for what the lower layers say in flags. */

#include "config.h"

#include "response-words.h"

#include "format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint       flag;
  const char *words;
} FlagWords;

static char *
join (const FlagWords *table,
      gsize            n,
      guint            flags)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    if (flags & table[i].flag)
      {
        if (out->len > 0)
          g_string_append_c (out, ' ');
        g_string_append (out, _(table[i].words));
      }

  return g_string_free (out, FALSE);
}

char *
rt_words_for_oddities (RtOddities oddities)
{
  static const FlagWords table[] = {
    { RT_ODDITY_FOLDED, N_("Folded over several lines (obsolete).") },
    { RT_ODDITY_NO_COLON, N_("No colon: not a field at all.") },
    { RT_ODDITY_SPACE_BEFORE_COLON, N_("White space before the colon (forbidden).") },
    { RT_ODDITY_BAD_NAME, N_("The name is not a token.") },
    { RT_ODDITY_EMPTY_NAME, N_("The name is empty.") },
    { RT_ODDITY_CONTROL, N_("A control byte in the value.") },
    { RT_ODDITY_NOT_ASCII, N_("Bytes outside ASCII.") },
    { RT_ODDITY_BARE_LF, N_("Ends in LF without CR.") },
    { RT_ODDITY_BARE_CR, N_("A CR inside the line.") },
    { RT_ODDITY_NUL, N_("A NUL byte.") },
    { RT_ODDITY_CUT, N_("Cut: the bytes end inside the line.") },
    { RT_ODDITY_LEADING_SPACE, N_("White space before the first field.") },
  };

  return join (table, G_N_ELEMENTS (table), oddities);
}

char *
rt_words_for_start_oddities (RtStartOddities oddities)
{
  static const FlagWords table[] = {
    { RT_START_MALFORMED, N_("The start line cannot be read.") },
    { RT_START_BAD_VERSION, N_("The version is not HTTP/1.0 or HTTP/1.1.") },
    { RT_START_BAD_STATUS, N_("The status is not three digits from 100 to 599.") },
    { RT_START_NO_REASON_SP, N_("No space after the status.") },
    { RT_START_EXTRA_SPACE, N_("More white space than one space between the parts.") },
    { RT_START_LEADING_LINES, N_("Blank lines before the start line.") },
    { RT_START_BARE_LF, N_("The start line ends in LF without CR.") },
    { RT_START_CONTROL, N_("Control bytes in the start line.") },
    { RT_START_NOT_ASCII, N_("Bytes outside ASCII in the start line.") },
    { RT_START_CUT, N_("Cut: the bytes end inside the start line.") },
  };

  return join (table, G_N_ELEMENTS (table), oddities);
}

GStrv
rt_words_for_tls_errors (GTlsCertificateFlags errors)
{
  static const FlagWords table[] = {
    { G_TLS_CERTIFICATE_UNKNOWN_CA, N_("The issuer is not known to this computer.") },
    { G_TLS_CERTIFICATE_BAD_IDENTITY, N_("It was made for another host name.") },
    { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_("It is not valid yet.") },
    { G_TLS_CERTIFICATE_EXPIRED, N_("It has expired.") },
    { G_TLS_CERTIFICATE_REVOKED, N_("Its issuer has revoked it.") },
    { G_TLS_CERTIFICATE_INSECURE, N_("It uses an algorithm that is too weak.") },
    { G_TLS_CERTIFICATE_GENERIC_ERROR, N_("It could not be checked.") },
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (errors & table[i].flag)
      g_strv_builder_add (builder, _(table[i].words));

  return g_strv_builder_end (builder);
}

const char *
rt_words_for_framing (RtFraming framing)
{
  switch (framing)
    {
    case RT_FRAMING_UNKNOWN:
      return _("not known: no final head");
    case RT_FRAMING_NONE:
      return _("no content by the method or the status");
    case RT_FRAMING_LENGTH:
      return _("by Content-Length");
    case RT_FRAMING_CHUNKED:
      return _("by the last chunk");
    case RT_FRAMING_UNTIL_CLOSE:
      return _("by the end of the connection");
    case RT_FRAMING_HTTP2:
      return _("by the last frame of the stream");
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
words_for_phase (RtPhase phase)
{
  switch (phase)
    {
    case RT_PHASE_NAME:
      return _("Looking up the name");
    case RT_PHASE_CONNECT:
      return _("Connecting");
    case RT_PHASE_PROXY:
      return _("Asking the proxy for a way");
    case RT_PHASE_TLS:
      return _("Agreeing on encryption");
    case RT_PHASE_REQUEST:
      return _("Sending the request");
    case RT_PHASE_WAIT:
      return _("Waiting for the response");
    case RT_PHASE_CONTENT:
      return _("Receiving");
    case RT_N_PHASES:
    default:
      g_return_val_if_reached ("");
    }
}

/* Waiting begins with each byte that goes out, and there are more to go. */
static gboolean
is_sending (RtExchange *exchange)
{
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);

  return sizes.request_content < sizes.request_content_total;
}

const char *
rt_words_for_progress (RtExchange *exchange)
{
  RtTiming timing;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), "");

  switch (rt_exchange_get_state (exchange))
    {
    case RT_EXCHANGE_WAITING:
      return _("About to begin");
    case RT_EXCHANGE_DONE:
      return _("Done");
    case RT_EXCHANGE_AWAITING:
      return words_for_phase (RT_PHASE_WAIT);
    case RT_EXCHANGE_RECEIVING:
      return words_for_phase (RT_PHASE_CONTENT);
    case RT_EXCHANGE_SENDING:
    default:
      break;
    }

  rt_exchange_get_timing (exchange, &timing);
  for (int phase = RT_N_PHASES - 1; phase >= 0; phase--)
    if (rt_timing_happened (&timing, phase) &&
        (phase != RT_PHASE_WAIT || !is_sending (exchange)))
      return words_for_phase (phase);

  return words_for_phase (RT_PHASE_CONNECT);
}

char *
rt_words_for_date (GDateTime *date)
{
  g_autoptr (GDateTime) utc = date != NULL ? g_date_time_to_utc (date) : NULL;

  if (utc == NULL)
    return g_strdup (_("unknown"));

  /* Translators: a date and time of day, see g_date_time_format(). */
  return g_date_time_format (utc, _("%-e %b %Y, %H:%M UTC"));
}

char *
rt_words_bound (char *text)
{
  g_autofree char *whole = text;
  g_autofree char *begin = NULL;
  g_autofree char *size = NULL;
  gsize length = strlen (whole);
  const char *end;

  if (length <= RT_WORDS_MAX_SHOWN)
    return g_steal_pointer (&whole);

  end = g_utf8_find_prev_char (whole, whole + RT_WORDS_MAX_SHOWN);
  begin = g_strndup (whole, end - whole);
  size = rt_format_size (length);

  return g_strdup_printf (_("%s… (%s in all)"), begin, size);
}
