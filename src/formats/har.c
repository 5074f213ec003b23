/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes a trail as HAR 1.2. Owns the entries and their underscore members;
 * must not decide about anything: it says what the trail says.
 */

#include "config.h"

#include "har.h"

#include <string.h>

#include "explain.h"
#include "har-message.h"
#include "json-writer.h"
#include "secret.h"

/* -- times -- */

static double
milliseconds (gint64 microseconds)
{
  return microseconds < 0 ? -1 : microseconds / 1000.0;
}

/* HAR's connect includes the TLS handshake; ours are phases one after another. */
static gint64
length_of_connect (const RtTiming *timing,
                   gint64          now)
{
  static const RtPhase phases[] = { RT_PHASE_CONNECT, RT_PHASE_PROXY, RT_PHASE_TLS };
  gint64 sum = -1;

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    if (rt_timing_happened (timing, phases[i]))
      sum = MAX (sum, 0) + rt_timing_get_length (timing, phases[i], now);
  return sum;
}

static void
write_times (RtJsonWriter   *writer,
             const RtTiming *timing)
{
  gint64 now = g_get_monotonic_time ();
  gint64 total = rt_timing_get_total (timing, now);
  gint64 connect = length_of_connect (timing, now);
  gint64 sum = MAX (connect, 0);
  static const struct { const char *name; RtPhase phase; gboolean optional; } rows[] = {
    { "dns", RT_PHASE_NAME, TRUE },
    { "send", RT_PHASE_REQUEST, FALSE },
    { "wait", RT_PHASE_WAIT, FALSE },
    { "receive", RT_PHASE_CONTENT, FALSE },
  };

  rt_json_writer_decimal (writer, "time", milliseconds (MAX (total, 0)));
  rt_json_writer_begin_object (writer, "timings");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 length = rt_timing_get_length (timing, rows[i].phase, now);

      sum += MAX (length, 0);
      /* The three without which HAR has no entry are 0, not -1. */
      rt_json_writer_decimal (writer, rows[i].name,
                              rows[i].optional ? milliseconds (length)
                                               : milliseconds (MAX (length, 0)));
    }
  rt_json_writer_decimal (writer, "connect", milliseconds (connect));
  rt_json_writer_decimal (writer, "ssl",
                          milliseconds (rt_timing_get_length (timing, RT_PHASE_TLS, now)));
  /* What lies between the phases, so that they add up to the whole. */
  rt_json_writer_decimal (writer, "blocked", milliseconds (MAX (total - sum, 0)));
  rt_json_writer_end_object (writer);
}

static void
write_started (RtJsonWriter   *writer,
               const RtTiming *timing)
{
  g_autoptr (GDateTime) second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  second = g_date_time_new_from_unix_utc (timing->wall_clock / G_USEC_PER_SEC);
  text = g_date_time_format (second, "%Y-%m-%dT%H:%M:%S");
  whole = g_strdup_printf ("%s.%03dZ", text,
                           (int) (timing->wall_clock % G_USEC_PER_SEC / 1000));
  rt_json_writer_string (writer, "startedDateTime", whole);
}

/* -- the underscore members -- */

static void
write_interim (RtJsonWriter *writer,
               RtExchange   *exchange,
               const RtSecretNames *own)
{
  g_autoptr (GPtrArray) heads = rt_exchange_dup_interim_heads (exchange);

  if (heads == NULL || heads->len == 0)
    return;

  rt_json_writer_begin_array (writer, "_interim");
  for (guint i = 0; i < heads->len; i++)
    {
      const RtHead *head = g_ptr_array_index (heads, i);
      g_autofree char *reason = rt_head_dup_reason (head);

      rt_json_writer_begin_object (writer, NULL);
      rt_json_writer_int (writer, "status", rt_head_get_status (head));
      rt_json_writer_string (writer, "statusText", reason);
      rt_har_write_fields (writer, "headers", head, own);
      rt_json_writer_end_object (writer);
    }
  rt_json_writer_end_array (writer);
}

static void
write_head_bytes (RtJsonWriter *writer,
                  const char   *name,
                  const RtHead *head,
                  const RtSecretNames *own)
{
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data;
  gsize length;

  /* HTTP/2 has no text of a head that could be exact. */
  if (head == NULL || rt_head_is_rendition (head))
    return;

  if (own == NULL)
    bytes = g_bytes_ref (rt_head_peek_bytes (head));
  else
    bytes = rt_secret_mask_head_of (own, head);
  data = g_bytes_get_data (bytes, &length);
  rt_json_writer_base64 (writer, name, data, length);
}

/* Bytes that never became a whole head are the response head that there is. */
static RtHead *
dup_response_head (RtExchange *exchange)
{
  RtHead *head = rt_exchange_dup_response_head (exchange);
  g_autoptr (GBytes) partial = NULL;

  if (head != NULL)
    return head;
  partial = rt_exchange_dup_partial_head (exchange);
  return partial != NULL ? rt_head_parse (RT_HEAD_RESPONSE, partial) : NULL;
}

static void
write_heads (RtJsonWriter *writer,
             RtExchange   *exchange,
             const RtSecretNames *own)
{
  g_autoptr (RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr (RtHead) response = dup_response_head (exchange);
  g_autoptr (RtHead) trailers = rt_exchange_dup_trailers (exchange);

  if (trailers != NULL)
    rt_har_write_fields (writer, "_trailers", trailers, own);
  write_head_bytes (writer, "_requestHead", request, own);
  write_head_bytes (writer, "_responseHead", response, own);
}

static void
write_faults (RtJsonWriter *writer,
              GPtrArray    *faults)
{
  rt_json_writer_begin_array (writer, "_faults");
  for (guint i = 0; i < faults->len; i++)
    {
      const RtFault *fault = g_ptr_array_index (faults, i);

      rt_json_writer_begin_object (writer, NULL);
      rt_json_writer_string (writer, "kind", rt_fault_kind_to_id (fault->kind));
      rt_json_writer_string (writer, "message", fault->evidence);
      rt_json_writer_end_object (writer);
    }
  rt_json_writer_end_array (writer);
}

/* _error: the failure, or else the first thing that is wrong with what came. */
static void
write_error (RtJsonWriter *writer,
             RtExchange   *exchange)
{
  g_autoptr (RtFailure) failure = rt_exchange_dup_failure (exchange);
  g_autoptr (GPtrArray) faults = rt_exchange_dup_faults (exchange);
  gboolean damaged = faults != NULL && faults->len > 0;

  if (failure != NULL)
    {
      rt_json_writer_begin_object (writer, "_error");
      rt_json_writer_string (writer, "kind", rt_failure_kind_to_id (failure->kind));
      rt_json_writer_string (writer, "phase", rt_phase_to_id (failure->phase));
      rt_json_writer_string (writer, "message", failure->message);
      if (failure->detail != NULL)
        rt_json_writer_string (writer, "detail", failure->detail);
      rt_json_writer_end_object (writer);
    }
  else if (damaged)
    {
      const RtFault *fault = g_ptr_array_index (faults, 0);

      rt_json_writer_begin_object (writer, "_error");
      rt_json_writer_string (writer, "kind", rt_fault_kind_to_id (fault->kind));
      rt_json_writer_string (writer, "phase", rt_phase_to_id (RT_PHASE_CONTENT));
      rt_json_writer_string (writer, "message", fault->evidence);
      rt_json_writer_end_object (writer);
    }
  if (damaged)
    write_faults (writer, faults);
}

static const char *
next_to_id (RtNextReason reason)
{
  switch (reason)
    {
    case RT_NEXT_REDIRECT:         return "redirect";
    case RT_NEXT_STALE_CONNECTION: return "retry";
    case RT_NEXT_TUNNEL:           return "tunnel";
    case RT_NEXT_CHALLENGE:        return "challenge";
    case RT_NEXT_RETRY:            return "retry";
    case RT_NEXT_NONE:
    default:                       return "";
    }
}

static void
write_next (RtJsonWriter *writer,
            RtExchange   *exchange,
            const RtSecretNames *own)
{
  const RtNext *next = rt_exchange_get_next (exchange);
  g_autofree char *url = NULL;

  if (next == NULL || next->reason == RT_NEXT_NONE)
    return;

  url = g_strdup (next->url_after != NULL ? next->url_after : "");
  if (own != NULL)
    {
      g_autofree char *whole = g_steal_pointer (&url);

      url = rt_secret_mask_url_of (own, whole);
    }

  rt_json_writer_begin_object (writer, "_next");
  rt_json_writer_string (writer, "why", next_to_id (next->reason));
  rt_json_writer_string (writer, "rule", next->rule);
  rt_json_writer_string (writer, "section", next->section);
  rt_json_writer_begin_array (writer, "dropped");
  for (guint i = 0; next->dropped != NULL && next->dropped[i] != NULL; i++)
    rt_json_writer_string (writer, NULL, next->dropped[i]);
  rt_json_writer_end_array (writer);
  rt_json_writer_string (writer, "methodBefore", next->method_before);
  rt_json_writer_string (writer, "methodAfter", next->method_after);
  rt_json_writer_string (writer, "url", url);
  rt_json_writer_begin_array (writer, "credentials");
  for (guint i = 0; next->credentials != NULL && next->credentials[i] != NULL; i++)
    rt_json_writer_string (writer, NULL, next->credentials[i]);
  rt_json_writer_end_array (writer);
  if (next->waited > 0)
    rt_json_writer_decimal (writer, "waited", milliseconds (next->waited));
  rt_json_writer_end_object (writer);
}

static void
write_certificate_faults (RtJsonWriter        *writer,
                          GTlsCertificateFlags errors)
{
  static const struct { GTlsCertificateFlags flag; const char *id; } names[] = {
    { G_TLS_CERTIFICATE_UNKNOWN_CA, "unknown-issuer" },
    { G_TLS_CERTIFICATE_BAD_IDENTITY, "wrong-host" },
    { G_TLS_CERTIFICATE_NOT_ACTIVATED, "not-yet-valid" },
    { G_TLS_CERTIFICATE_EXPIRED, "expired" },
    { G_TLS_CERTIFICATE_REVOKED, "revoked" },
    { G_TLS_CERTIFICATE_INSECURE, "insecure" },
    { G_TLS_CERTIFICATE_GENERIC_ERROR, "other" },
  };

  rt_json_writer_begin_array (writer, "certificateFaults");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((errors & names[i].flag) != 0)
      rt_json_writer_string (writer, NULL, names[i].id);
  rt_json_writer_end_array (writer);
}

static void
write_date (RtJsonWriter *writer,
            const char   *name,
            GDateTime    *date)
{
  g_autofree char *text = NULL;

  if (date == NULL)
    return;
  text = g_date_time_format_iso8601 (date);
  rt_json_writer_string (writer, name, text);
}

static void
write_certificates (RtJsonWriter *writer,
                    GPtrArray    *certificates)
{
  rt_json_writer_begin_array (writer, "certificates");
  for (guint i = 0; certificates != NULL && i < certificates->len; i++)
    {
      const RtCertificate *certificate = g_ptr_array_index (certificates, i);

      rt_json_writer_begin_object (writer, NULL);
      rt_json_writer_string (writer, "subject", certificate->subject);
      rt_json_writer_string (writer, "issuer", certificate->issuer);
      write_date (writer, "notBefore", certificate->not_before);
      write_date (writer, "notAfter", certificate->not_after);
      rt_json_writer_begin_array (writer, "names");
      for (char **name = certificate->names; name != NULL && *name != NULL; name++)
        rt_json_writer_string (writer, NULL, *name);
      rt_json_writer_end_array (writer);
      rt_json_writer_string (writer, "sha256", certificate->sha256);
      rt_json_writer_end_object (writer);
    }
  rt_json_writer_end_array (writer);
}

/* "[::1]:8080" -> "::1" */
static char *
dup_address (const char *socket_address)
{
  const char *colon = strrchr (socket_address, ':');
  gsize length = colon != NULL ? (gsize) (colon - socket_address)
                               : strlen (socket_address);

  if (length > 2 && socket_address[0] == '[' && socket_address[length - 1] == ']')
    return g_strndup (socket_address + 1, length - 2);
  return g_strndup (socket_address, length);
}

static void
write_optional (RtJsonWriter *writer,
                const char   *name,
                const char   *value)
{
  if (value != NULL)
    rt_json_writer_string (writer, name, value);
}

static void
write_connection (RtJsonWriter *writer,
                  RtExchange   *exchange)
{
  g_autoptr (RtConnection) connection = rt_exchange_dup_connection (exchange);
  g_autofree char *id = NULL;

  if (connection == NULL)
    return;

  if (connection->remote_address != NULL && connection->proxy == NULL)
    {
      g_autofree char *address = dup_address (connection->remote_address);

      rt_json_writer_string (writer, "serverIPAddress", address);
    }
  id = g_strdup_printf ("%" G_GUINT64_FORMAT, connection->id);
  rt_json_writer_string (writer, "connection", id);

  rt_json_writer_begin_object (writer, "_connection");
  rt_json_writer_boolean (writer, "reused", connection->reused);
  write_optional (writer, "remoteAddress", connection->remote_address);
  write_optional (writer, "localAddress", connection->local_address);
  write_optional (writer, "proxy", connection->proxy);
  write_optional (writer, "protocol", connection->protocol);
  if (connection->tls)
    {
      write_optional (writer, "tlsVersion", connection->tls_version);
      write_optional (writer, "cipher", connection->cipher);
      write_certificate_faults (writer, connection->certificate_errors);
      rt_json_writer_boolean (writer, "sentAnyway", connection->sent_anyway);
      write_certificates (writer, connection->certificates);
    }
  rt_json_writer_end_object (writer);
}

/* What is to be said of an exchange that is done. */
static void
write_notes (RtJsonWriter *writer,
             RtTrail      *trail,
             guint         position,
             RtCatalogue  *catalogue)
{
  RtExchange *exchange = rt_trail_get_exchange (trail, position);
  g_autoptr (GPtrArray) notes = NULL;

  if (catalogue == NULL || rt_exchange_get_state (exchange) != RT_EXCHANGE_DONE)
    return;

  notes = rt_explain_exchange (trail, position, catalogue, g_get_real_time () / G_USEC_PER_SEC);
  rt_json_writer_begin_array (writer, "_notes");
  for (guint i = 0; i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      rt_json_writer_begin_object (writer, NULL);
      rt_json_writer_string (writer, "id", rt_note_get_id (note));
      rt_json_writer_string (writer, "level", rt_note_level_to_id (rt_note_get_level (note)));
      rt_json_writer_string (writer, "subject",
                             rt_note_subject_to_id (rt_note_get_subject (note)));
      if (rt_note_get_field (note) >= 0)
        rt_json_writer_int (writer, "field", rt_note_get_field (note));
      rt_json_writer_string (writer, "text", rt_note_get_sentence (note));
      rt_json_writer_string (writer, "detail", rt_note_get_detail (note));
      rt_json_writer_string (writer, "section", rt_note_get_section (note));
      rt_json_writer_end_object (writer);
    }
  rt_json_writer_end_array (writer);
}

/* -- the whole -- */

static void
write_entry (RtJsonWriter *writer,
             RtTrail      *trail,
             guint         position,
             RtCatalogue  *catalogue,
             const RtSecretNames *own)
{
  RtExchange *exchange = rt_trail_get_exchange (trail, position);
  RtTiming timing;

  rt_exchange_get_timing (exchange, &timing);
  rt_json_writer_begin_object (writer, NULL);
  write_started (writer, &timing);
  write_times (writer, &timing);
  rt_har_write_request (writer, exchange, own);
  rt_har_write_response (writer, exchange, own);
  rt_json_writer_begin_object (writer, "cache");
  rt_json_writer_end_object (writer);
  write_connection (writer, exchange);
  write_interim (writer, exchange, own);
  write_heads (writer, exchange, own);
  write_error (writer, exchange);
  write_next (writer, exchange, own);
  write_notes (writer, trail, position, catalogue);
  rt_json_writer_end_object (writer);
}

gboolean
rt_har_write (RtTrail        *trail,
              RtCatalogue    *catalogue,
              RtHarFlags      flags,
              GOutputStream  *stream,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (RtJsonWriter) writer = NULL;
  RtSecretNames own;

  g_return_val_if_fail (RT_IS_TRAIL (trail), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  rt_request_get_secret_names (rt_trail_get_request (trail), &own);

  writer = rt_json_writer_new (stream, cancellable);
  rt_json_writer_begin_object (writer, NULL);
  rt_json_writer_begin_object (writer, "log");
  rt_json_writer_string (writer, "version", "1.2");
  rt_json_writer_begin_object (writer, "creator");
  rt_json_writer_string (writer, "name", "Roundtrip");
  rt_json_writer_string (writer, "version", RT_VERSION);
  rt_json_writer_end_object (writer);
  rt_json_writer_begin_array (writer, "entries");
  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    write_entry (writer, trail, i, catalogue,
                 (flags & RT_HAR_SHOW_SECRETS) != 0 ? NULL : &own);
  rt_json_writer_end_array (writer);
  if (*rt_trail_get_end_words (trail) != '\0')
    rt_json_writer_string (writer, "comment", rt_trail_get_end_words (trail));
  rt_json_writer_end_object (writer);
  rt_json_writer_end_object (writer);
  return rt_json_writer_finish (writer, error);
}
