/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the decision how long the content is. Where the announcement cannot be
 * trusted, everything until the close is content, so that nothing that arrives
 * is hidden.
 */

#include "config.h"

#include "framing.h"

#include "number.h"


#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_fault (GPtrArray *faults,
           RtFault   *fault)
{
  g_ptr_array_add (faults, fault);
}

/* 1*DIGIT that fits; no sign, no fraction, nothing else (RFC 9110 section
 * 8.6). Returns -1 otherwise. */
static gint64
parse_length (const char *text)
{
  guint64 length;

  if (!rt_number_read (text, 10, 0, G_MAXINT64, &length))
    return -1;

  return length;
}

/* All members of all lines must have the same value; one is as good then. */
static gint64
read_lengths (const RtHead *head,
              GPtrArray    *faults)
{
  g_autofree char *combined = rt_head_dup_combined (head, "Content-Length");
  g_auto (GStrv) members = NULL;
  gint64 first = -1;

  if (combined == NULL)
    return -1;

  if (*combined == '\0')
    {
      add_fault (faults, rt_fault_new (RT_FAULT_LENGTH_INVALID, _("Content-Length is empty")));
      return -1;
    }

  members = g_strsplit (combined, ",", -1);
  for (guint i = 0; members[i] != NULL; i++)
    {
      gint64 length = parse_length (g_strstrip (members[i]));

      if (length < 0)
        {
          g_autofree char *quote = rt_fault_quote (combined, strlen (combined));

          add_fault (faults, rt_fault_new (RT_FAULT_LENGTH_INVALID,
                                           _("Content-Length is “%s”"), quote));
          return -1;
        }
      if (i > 0 && length != first)
        {
          g_autofree char *quote = rt_fault_quote (combined, strlen (combined));

          add_fault (faults, rt_fault_new (RT_FAULT_LENGTH_CONFLICT,
                                           _("Content-Length says several values: “%s”"),
                                           quote));
          return -1;
        }
      first = length;
    }

  return first;
}

/* The name of a transfer coding, without its parameters. */
static void
cut_parameters (char *coding)
{
  coding[strcspn (coding, ";")] = '\0';
  g_strstrip (coding);
}

/* Returns RT_FRAMING_UNKNOWN when no coding is named: "identity", which older
 * servers send, or nothing. */
static RtFraming
read_codings (const RtHead *head,
              GPtrArray    *faults)
{
  g_autofree char *combined = rt_head_dup_combined (head, "Transfer-Encoding");
  g_auto (GStrv) codings = NULL;
  RtFraming framing = RT_FRAMING_UNKNOWN;
  gboolean is_odd = FALSE;

  if (combined == NULL)
    return RT_FRAMING_UNKNOWN;

  codings = g_strsplit (combined, ",", -1);
  for (guint i = 0; codings[i] != NULL; i++)
    {
      cut_parameters (codings[i]);
      if (*codings[i] == '\0' || g_ascii_strcasecmp (codings[i], "identity") == 0)
        continue;

      /* Once, and last (RFC 9112 section 6.1). */
      is_odd |= framing == RT_FRAMING_CHUNKED;
      framing = RT_FRAMING_UNTIL_CLOSE;
      if (g_ascii_strcasecmp (codings[i], "chunked") == 0)
        framing = RT_FRAMING_CHUNKED;
      else
        is_odd = TRUE;
    }

  if (is_odd)
    {
      g_autofree char *quote = rt_fault_quote (combined, strlen (combined));

      add_fault (faults, rt_fault_new (RT_FAULT_TRANSFER_CODING_UNKNOWN,
                                       _("Transfer-Encoding is “%s”"), quote));
    }

  return framing;
}

static char *
quote_combined (const RtHead *head,
                const char   *name)
{
  g_autofree char *combined = rt_head_dup_combined (head, name);

  return rt_fault_quote (combined, strlen (combined));
}

static void
add_both_fault (const RtHead *head,
                GPtrArray    *faults)
{
  g_autofree char *length = quote_combined (head, "Content-Length");
  g_autofree char *coding = quote_combined (head, "Transfer-Encoding");

  add_fault (faults, rt_fault_new (RT_FAULT_LENGTH_AND_CHUNKED,
                                   _("Content-Length is “%s” and Transfer-Encoding is “%s”"),
                                   length, coding));
}

RtFramingPlan
rt_framing_decide (const RtHead *head,
                   const char   *method,
                   GPtrArray    *faults)
{
  RtFramingPlan plan = { RT_FRAMING_NONE, -1, FALSE };
  int status = rt_head_get_status (head);
  RtFraming coded;

  if (status == 101 || (g_str_equal (method, "CONNECT") && status / 100 == 2))
    {
      plan.is_switch = TRUE;
      return plan;
    }

  coded = read_codings (head, faults);
  plan.length = read_lengths (head, faults);
  if (coded != RT_FRAMING_UNKNOWN && rt_head_find_field (head, "Content-Length", 0) >= 0)
    add_both_fault (head, faults);

  if (g_str_equal (method, "HEAD") || status / 100 == 1 || status == 204 || status == 304)
    plan.framing = RT_FRAMING_NONE;
  else if (coded != RT_FRAMING_UNKNOWN)
    plan.framing = coded;
  else
    plan.framing = plan.length >= 0 ? RT_FRAMING_LENGTH : RT_FRAMING_UNTIL_CLOSE;

  return plan;
}
