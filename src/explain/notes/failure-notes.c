/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* No response, or half of one: what happened, in which phase, what had arrived
 * until then, and what this exchange shows of the cause. The causes and how to
 * tell them apart stand in the catalogue. */

#include "config.h"

#include "topics.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "format.h"
#include "tell.h"
#include "text.h"

/* "In the phase …; 12 bytes of content had arrived." */
static char *
describe_arrived (const RtCase *self)
{
  g_autoptr(GBytes) partial = rt_exchange_dup_partial_head (self->exchange);
  g_autofree char *content = rt_format_size (self->sizes.content_wire);
  gsize head_length = self->is_cut ? rt_head_get_wire_length (self->response)
                                   : partial != NULL ? g_bytes_get_size (partial) : 0;
  g_autofree char *head = rt_format_size (head_length);
  g_autofree char *sent = rt_format_size (self->sizes.request_head + self->sizes.request_content);

  if (self->is_cut)
    return g_strdup_printf (_("Until then %s had arrived, and no complete head."), head);
  if (self->response != NULL && self->sizes.content_announced >= 0)
    {
      g_autofree char *announced = rt_format_size (self->sizes.content_announced);

      return g_strdup_printf (_("Until then the head and %s of %s of content had arrived."),
                              content, announced);
    }
  if (self->response != NULL)
    return g_strdup_printf (_("Until then the head and %s of content had arrived."), content);
  if (head_length > 0)
    return g_strdup_printf (_("Until then %s had arrived, and no complete head."), head);
  if (self->sizes.request_head > 0)
    return g_strdup_printf (_("%s had been sent, and nothing had arrived."), sent);

  return g_strdup (_("Nothing of the request had been sent."));
}

static void
explain_kind (RtCase  *self,
              RtEntry *entry)
{
  const RtFailure *failure = self->failure;
  g_autofree char *id = g_strconcat ("failure-", rt_failure_kind_to_id (failure->kind), NULL);
  g_autofree char *arrived = describe_arrived (self);
  g_autofree char *message = rt_text_from_wire (failure->message != NULL ? failure->message : "", -1);
  /* Translators: the evidence, the phase in which it failed, what had arrived,
   * the causes, and what to do */
  g_autofree char *detail =
    g_strdup_printf (_("%s Phase: %s. %s\n\n%s\n\n%s"), message,
                     rt_phase_to_words (failure->phase), arrived,
                     rt_entry_get_meaning (entry), rt_entry_get_action (entry));

  rt_case_add (self, id,
               failure->kind == RT_FAILURE_CANCELLED ? RT_NOTE_INFO : RT_NOTE_FAULT,
               RT_NOTE_ON_CONNECTION, rt_entry_get_specification (entry),
               rt_entry_get_summary (entry), detail);
}

static void
add_clue (RtCase     *self,
          const char *id,
          const char *section,
          const char *sentence,
          const char *detail)
{
  rt_case_add (self, id, RT_NOTE_INFO, RT_NOTE_ON_CONNECTION, section, sentence, detail);
}

static gboolean
is_broken_off (RtFailureKind kind)
{
  return kind == RT_FAILURE_RESET || kind == RT_FAILURE_CLOSED_EARLY;
}

/* RFC 9112 section 9.3.1: a kept connection may be closed at any time. */
static gboolean
find_reused (RtCase *self)
{
  g_autoptr(RtConnection) connection = rt_exchange_dup_connection (self->exchange);

  if (connection == NULL || !connection->reused || !is_broken_off (self->failure->kind))
    return FALSE;
  add_clue (self, "failure-clue-reused", "RFC 9112, section 9.3.1",
            _("The connection had been used before: the server may just have closed it."),
            _("That is the likeliest cause here. A server closes what is idle when it wants to, "
              "and the request was then already on its way. Send it again: a new connection is "
              "made."));

  return TRUE;
}

/* A TLS record of alert or handshake: type 21 or 22, version 3.x. */
static gboolean
is_tls (GBytes *bytes)
{
  gsize length = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return length >= 3 && (data[0] == 0x15 || data[0] == 0x16) && data[1] == 0x03;
}

/* What the first bytes of other protocols look like. */
static const char *
find_protocol (GBytes *bytes)
{
  static const struct { const char *start; const char *name; } table[] = {
    { "SSH-", "SSH" },
    { "220 ", N_("mail (SMTP) or FTP") },
    { "220-", N_("mail (SMTP) or FTP") },
    { "+OK", N_("mail (POP3) or Redis") },
    { "* OK", N_("mail (IMAP)") },
    { "-ERR", "Redis" },
    { "RFB ", "VNC" },
    { "HTTP/0.9", "HTTP/0.9" },
    { "<", N_("content without a head, as in HTTP/0.9") },
    { "{", N_("content without a head, as in HTTP/0.9") },
  };
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (length >= strlen (table[i].start)
        && memcmp (data, table[i].start, strlen (table[i].start)) == 0)
      return _(table[i].name);

  return NULL;
}

static gboolean
find_other_protocol (RtCase *self)
{
  g_autoptr(GBytes) partial = rt_exchange_dup_partial_head (self->exchange);
  const char *name = find_protocol (partial);
  g_autofree char *detail = NULL;

  if (self->failure->kind != RT_FAILURE_MALFORMED || (name == NULL && !is_tls (partial)))
    return FALSE;
  detail = name != NULL
    ? g_strdup_printf (_("The first bytes look like %s. Check the port."), name)
    : g_strdup (_("The first bytes are a TLS record: this port speaks TLS. Use https for it."));
  add_clue (self, name != NULL ? "failure-clue-protocol" : "failure-clue-tls-port", "RFC 9110, section 4.2",
            name != NULL ? _("What arrived looks like another protocol.")
                         : _("What arrived looks like TLS: the URL should start with https."),
            detail);

  return TRUE;
}

static gboolean
is_http_port (guint port)
{
  return port == 80 || port == 8080 || port == 8000 || port == 3000 || port == 5000;
}

static gboolean
find_scheme (RtCase *self)
{
  gboolean is_https = self->url != NULL && g_str_equal (rt_url_get_scheme (self->url), "https");
  guint port = self->url != NULL ? rt_url_get_port (self->url) : 0;

  if (self->failure->kind == RT_FAILURE_TLS_HANDSHAKE && is_https && is_http_port (port))
    add_clue (self, "failure-clue-http-port", "RFC 9110, section 4.2.1",
              _("The URL says https, and the port is one where mostly http is spoken."),
              _("That is the likeliest cause here. Try http on this port."));
  else if (is_broken_off (self->failure->kind) && !is_https && (port == 443 || port == 8443))
    add_clue (self, "failure-clue-https-port", "RFC 9110, section 4.2.2",
              _("The URL says http, and the port is one where mostly https is spoken."),
              _("That is the likeliest cause here: a server that expects TLS hangs up on "
                "anything else. Try https."));
  else
    return FALSE;

  return TRUE;
}

static gboolean
find_loopback (RtCase *self)
{
  const char *host = self->url != NULL ? rt_url_get_host (self->url) : "";

  if (self->failure->kind != RT_FAILURE_REFUSED
      || !(g_str_equal (host, "localhost") || g_str_has_prefix (host, "127.")
           || g_str_equal (host, "::1")))
    return FALSE;
  add_clue (self, "failure-clue-loopback", "RFC 1122, section 3.2.1.3",
            _("The host is this computer: the server is probably not running."),
            _("Nothing on the network has a part in it. Look whether the program runs and which "
              "port it names when it starts. In a container, localhost is the container itself."));

  return TRUE;
}

static gboolean
find_name (RtCase *self)
{
  const char *host = self->url != NULL ? rt_url_get_host (self->url) : "";

  if (self->failure->kind != RT_FAILURE_NAME_NOT_FOUND || host[0] == '\0'
      || (strchr (host, '.') != NULL && !g_str_has_suffix (host, ".local")
          && !g_str_has_suffix (host, ".internal")))
    return FALSE;
  add_clue (self, "failure-clue-private-name", "RFC 6761, section 6",
            _("The name is one that only exists inside a network."),
            _("A name without a dot, or under .local or .internal, is not in the public DNS. It "
              "resolves only in its own network, with its VPN, or by the hosts file."));

  return TRUE;
}

/* Only the first clue: the others are less likely than it. */
static void
find_clue (RtCase *self)
{
  if (find_reused (self) || find_other_protocol (self) || find_scheme (self)
      || find_loopback (self))
    return;
  find_name (self);
}

void
rt_explain_failure (RtCase *self)
{
  RtEntry *entry;

  if (self->failure == NULL)
    return;

  entry = rt_catalogue_find_failure (self->catalogue, rt_failure_kind_to_id (self->failure->kind));
  if (entry == NULL)
    return;
  explain_kind (self, entry);
  find_clue (self);
}
