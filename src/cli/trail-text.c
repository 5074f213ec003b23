/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out a trail in lines. ">" went out, "<" came in, "*" are our words, "!"
 * is what went wrong. Nothing that came is shown but through the text helper.
 */

#include "config.h"

#include "trail-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format.h"
#include "hop.h"
#include "oddity-words.h"
#include "secret.h"
#include "shown-url.h"
#include "terminal.h"
#include "text.h"

typedef struct
{
  GString                *text;
  RtCatalogue            *catalogue;
  const RtTrailTextStyle *style;
  RtSecretNames           own; /* secrets of this request */
} Page;

static Page
make_page (GString                *text,
           RtTrail                *trail,
           RtCatalogue            *catalogue,
           const RtTrailTextStyle *style)
{
  Page page = { .text = text, .catalogue = catalogue, .style = style };

  rt_request_get_secret_names (rt_trail_get_request (trail), &page.own);
  return page;
}

/* Words after a mark, the following lines under the first. */
static void
append_words (Page       *page,
              const char *mark,
              const char *words)
{
  g_autofree char *lines = NULL;

  if (words == NULL || *words == '\0')
    return;
  lines = rt_terminal_wrap (words, page->style->width, 2);
  g_string_append_printf (page->text, "%s%s", mark, lines + strlen (mark));
}

/* HTTP/2 has no lines: the values of its rendition are masked one by one. */
static void
append_field (Page         *page,
              const char   *mark,
              const RtHead *head,
              guint         index,
              RtOddities    oddities)
{
  g_autofree char *name = rt_head_dup_field_name (head, index);
  g_autofree char *value = rt_head_dup_field_value (head, index);
  g_autofree char *odd = rt_oddity_words_new (oddities);

  if (!page->style->show_secrets && rt_head_is_rendition (head))
    {
      g_autofree char *whole = g_steal_pointer (&value);

      value = rt_secret_mask_value_of (&page->own, name, whole);
    }
  g_string_append_printf (page->text, "%s %s", mark, name);
  if ((oddities & RT_ODDITY_NO_COLON) == 0)
    g_string_append_printf (page->text, ": %s", value);
  if (*odd != '\0')
    g_string_append_printf (page->text, "  (%s)", odd);
  g_string_append_c (page->text, '\n');
}

/* The bytes are masked, not the parsed values: a line that is no field may hold
 * a secret, too. Masking makes no line two, and no two one. */
static void
append_fields (Page         *page,
               const char   *mark,
               const RtHead *head)
{
  g_autoptr (RtHead) masked = NULL;
  guint n_fields = rt_head_get_n_fields (head);

  if (!page->style->show_secrets && !rt_head_is_rendition (head))
    {
      g_autoptr (GBytes) bytes = rt_secret_mask_head_of (&page->own, head);

      masked = rt_head_parse (rt_head_get_kind (head), bytes);
      n_fields = MIN (n_fields, rt_head_get_n_fields (masked));
    }
  for (guint i = 0; i < n_fields; i++)
    append_field (page, mark, masked != NULL ? masked : head, i,
                  rt_head_get_field (head, i)->oddities);
}

static char *
dup_start_line (Page         *page,
                const RtHead *head)
{
  RtSpan span = rt_head_get_start_line (head);
  const char *bytes = g_bytes_get_data (rt_head_peek_bytes (head), NULL);
  g_autofree char *line = NULL;

  if (rt_head_is_rendition (head))
    return NULL;
  line = rt_text_from_wire (bytes + span.offset, span.length);
  return page->style->show_secrets ? g_steal_pointer (&line)
                                   : rt_secret_mask_url_of (&page->own, line);
}

static void
append_request_content (Page       *page,
                        RtExchange *exchange)
{
  g_autofree char *size = NULL;
  g_autofree char *words = NULL;
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  if (sizes.request_content_total == 0)
    return;
  size = rt_format_size (sizes.request_content);
  words = g_strdup_printf (_("Content sent: %s."), size);
  append_words (page, "* ", words);
}

static void
append_request (Page       *page,
                RtExchange *exchange)
{
  g_autoptr (RtHead) head = rt_exchange_dup_request_head (exchange);
  g_autofree char *url = rt_exchange_dup_url (exchange);
  g_autofree char *masked = rt_secret_mask_url_of (&page->own, url);
  g_autofree char *method = rt_exchange_dup_method (exchange);
  g_autofree char *asked = NULL;
  g_autofree char *title = NULL;
  g_autofree char *start = NULL;

  asked = g_strdup_printf ("%s %s", method, page->style->show_secrets ? url : masked);
  title = rt_terminal_embolden (asked, page->style->colour);
  g_string_append_printf (page->text, "* %s\n", title);
  if (head == NULL)
    return;
  start = dup_start_line (page, head);
  if (start != NULL)
    g_string_append_printf (page->text, "> %s\n", start);
  append_fields (page, ">", head);
  append_request_content (page, exchange);
}

static void
append_response_head (Page         *page,
                      const RtHead *head)
{
  int status = rt_head_get_status (head);
  g_autofree char *start = dup_start_line (page, head);
  g_autofree char *painted = NULL;

  if (start == NULL)
    start = g_strdup_printf ("HTTP/2 %d", status);
  painted = rt_terminal_paint (start, rt_status_class_of (status), page->style->colour);
  g_string_append_printf (page->text, "< %s\n", painted);
  append_fields (page, "<", head);
}

static void
append_response (Page       *page,
                 RtExchange *exchange)
{
  g_autoptr (GPtrArray) interim = rt_exchange_dup_interim_heads (exchange);
  g_autoptr (RtHead) head = rt_exchange_dup_response_head (exchange);
  g_autoptr (RtHead) trailers = rt_exchange_dup_trailers (exchange);

  for (guint i = 0; interim != NULL && i < interim->len; i++)
    append_response_head (page, g_ptr_array_index (interim, i));
  if (head != NULL)
    append_response_head (page, head);
  if (trailers == NULL || rt_head_get_n_fields (trailers) == 0)
    return;
  append_words (page, "* ", _("After the content came trailers:"));
  append_fields (page, "<", trailers);
}

/* Bytes that are no head are quoted: they are all the evidence that there is. */
static void
append_partial (Page       *page,
                RtExchange *exchange)
{
  g_autoptr (GBytes) bytes = rt_exchange_dup_partial_head (exchange);
  g_autofree char *shown = NULL;
  gsize length;
  const char *data;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  shown = rt_text_from_wire (data, MIN (length, 200));
  g_string_append_printf (page->text, "< %s%s\n", shown, length > 200 ? "…" : "");
}

static void
append_entry (Page       *page,
              const char *id,
              const char *evidence)
{
  RtEntry *entry = rt_catalogue_find_failure (page->catalogue, id);
  g_autofree char *name = NULL;
  g_autofree char *painted = NULL;

  name = g_strdup (entry != NULL ? rt_entry_get_name (entry) : id);
  painted = rt_terminal_paint (name, RT_CLASS_NONE, page->style->colour);
  g_string_append_printf (page->text, "! %s\n", painted);
  append_words (page, "  ", evidence);
  if (entry == NULL)
    return;
  append_words (page, "  ", rt_entry_get_summary (entry));
  append_words (page, "  ", rt_entry_get_action (entry));
}

static void
append_troubles (Page       *page,
                 RtExchange *exchange)
{
  g_autoptr (GPtrArray) faults = rt_exchange_dup_faults (exchange);
  g_autoptr (RtFailure) failure = rt_exchange_dup_failure (exchange);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      const RtFault *fault = g_ptr_array_index (faults, i);

      append_entry (page, rt_fault_kind_to_id (fault->kind), fault->evidence);
    }
  if (failure != NULL)
    append_entry (page, rt_failure_kind_to_id (failure->kind), failure->message);
}

/* The same with the secrets of URLs masked, unless they are asked for. */
static void
append_shown (Page       *page,
              const char *prefix,
              const char *words)
{
  g_autofree char *masked = NULL;

  if (words != NULL && !page->style->show_secrets)
    masked = rt_shown_url_mask_sentence (words, page->own.parameter);
  append_words (page, prefix, masked != NULL ? masked : words);
}

/* Before an exchange, why it happened and what changed: then its head is there
 * to compare, and what a person or the clock decided is known. */
static void
append_hop (Page    *page,
            RtTrail *trail,
            guint    from)
{
  g_autoptr (RtHop) hop = rt_hop_new (trail, from);
  g_auto (GStrv) lines = NULL;

  if (hop == NULL)
    return;

  lines = rt_hop_dup_all_lines (hop);
  for (guint i = 0; lines[i] != NULL; i++)
    append_shown (page, i == 0 ? "* " : "  ", lines[i]);
  g_string_append_c (page->text, '\n');
}

static void
append_exchange (Page       *page,
                 RtExchange *exchange)
{
  append_request (page, exchange);
  append_response (page, exchange);
  append_partial (page, exchange);
  append_troubles (page, exchange);
}

static void
append_meaning (Page       *page,
                RtExchange *exchange)
{
  int status = rt_exchange_get_status (exchange);
  g_autoptr (RtStatusCode) code = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (status <= 0)
    return;
  code = rt_catalogue_describe_code (page->catalogue, status);
  name = g_strdup_printf ("%03d %s", status, rt_status_code_get_phrase (code));
  title = rt_terminal_paint (g_strchomp (name), rt_status_class_of (status),
                             page->style->colour);
  g_string_append_printf (page->text, "\n* %s\n", title);
  append_words (page, "  ", rt_status_code_get_summary (code));
  append_words (page, "  ", rt_status_code_get_action (code));
}

/* "Connect 0.2 ms, …": a phase that did not happen is not there. */
static void
append_phases (Page           *page,
               const RtTiming *timing)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *rest = rt_format_duration (rt_timing_get_rest (timing, now));

  for (RtPhase phase = 0; phase < RT_N_PHASES; phase++)
    {
      g_autofree char *length = NULL;

      if (!rt_timing_happened (timing, phase))
        continue;
      length = rt_format_duration (rt_timing_get_length (timing, phase, now));
      g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "",
                              rt_phase_to_words (phase), length);
    }
  if (words->len > 0 && rt_timing_get_rest (timing, now) >= RT_TIMING_REST_MIN)
    g_string_append_printf (words, ", %s %s", _("Between the phases"), rest);
  append_words (page, "  ", words->str);
}

static void
append_numbers (Page       *page,
                RtExchange *exchange)
{
  g_autoptr (RtConnection) connection = rt_exchange_dup_connection (exchange);
  g_autoptr (RtBody) content = rt_exchange_dup_content (exchange);
  g_autofree char *size = rt_format_size (rt_body_get_length (content));
  g_autofree char *time = NULL;
  RtTiming timing;

  rt_exchange_get_timing (exchange, &timing);
  time = rt_format_duration (MAX (rt_timing_get_total (&timing, g_get_monotonic_time ()),
                                  0));
  g_string_append_printf (page->text, "* %s, %s", time, size);
  if (connection != NULL && connection->remote_address != NULL)
    g_string_append_printf (page->text, ", %s", connection->remote_address);
  if (connection != NULL && connection->tls_version != NULL)
    g_string_append_printf (page->text, ", %s", connection->tls_version);
  g_string_append_c (page->text, '\n');
  append_phases (page, &timing);
  if (connection != NULL && connection->sent_anyway)
    append_words (page, "! ", _("The certificate is not trusted; sent anyway."));
}

char *
rt_trail_text_of_exchange (RtTrail                *trail,
                           guint                   position,
                           RtCatalogue            *catalogue,
                           const RtTrailTextStyle *style)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Page page = make_page (text, trail, catalogue, style);

  g_return_val_if_fail (position < rt_trail_get_n_exchanges (trail), NULL);

  if (position > 0)
    append_hop (&page, trail, position - 1);
  append_exchange (&page, rt_trail_get_exchange (trail, position));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_trail_text_of_end (RtTrail                *trail,
                      RtCatalogue            *catalogue,
                      const RtTrailTextStyle *style)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Page page = make_page (text, trail, catalogue, style);

  append_words (&page, "* ", rt_trail_get_end_words (trail));
  if (rt_trail_get_n_exchanges (trail) > 0)
    {
      append_meaning (&page, rt_trail_get_last (trail));
      append_numbers (&page, rt_trail_get_last (trail));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_trail_text_troubles (RtTrail                *trail,
                        RtCatalogue            *catalogue,
                        const RtTrailTextStyle *style)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Page page = make_page (text, trail, catalogue, style);

  if (rt_trail_get_n_exchanges (trail) > 0)
    append_troubles (&page, rt_trail_get_last (trail));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
