/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sentences of the Body pane. */

#include "config.h"

#include "body-words.h"

#include "format.h"

#include <glib/gi18n-lib.h>

char *
rt_body_words_summary (const RtBodyRendering *rendering)
{
  GString *text = g_string_new (NULL);
  g_autofree char *size = NULL;

  g_return_val_if_fail (rendering != NULL, NULL);

  size = rt_format_size (rendering->length);
  g_string_append (text, rendering->by_bytes ? _("By its bytes: ") : "");
  g_string_append_printf (text, "%s · %s", rt_body_kind_to_words (rendering->kind), size);
  if (rendering->texture != NULL)
    g_string_append_printf (text, _(" · %d × %d pixels"), rendering->width, rendering->height);
  if (rendering->charset != NULL)
    g_string_append_printf (text, " · %s, %s", rendering->charset, rendering->charset_why);

  return g_string_free (text, FALSE);
}

char *
rt_body_words_empty (RtExchange *exchange)
{
  g_autofree char *method = NULL;
  g_autoptr (RtHead) head = NULL;
  int status;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  if (rt_exchange_get_state (exchange) != RT_EXCHANGE_DONE)
    return g_strdup (_("Receiving…"));

  head = rt_exchange_dup_response_head (exchange);
  if (head == NULL)
    return g_strdup (_("No response came, and so no body."));

  method = rt_exchange_dup_method (exchange);
  status = rt_exchange_get_status (exchange);
  if (g_strcmp0 (method, "HEAD") == 0)
    return g_strdup (_("The answer to HEAD has no body: only the fields that GET would bring "
                       "(RFC 9110, section 9.3.2)."));
  if (status == 204)
    return g_strdup (_("204 has no body: there is nothing to say (RFC 9110, section 15.3.5)."));
  if (status == 304)
    return g_strdup (_("304 has no body: the copy that the client has is still good "
                       "(RFC 9110, section 15.4.5)."));
  if (status >= 100 && status < 200)
    return g_strdup (_("An interim response has no body (RFC 9110, section 15.2)."));

  return g_strdup (_("The body is empty: 0 bytes."));
}

static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

char *
rt_body_words_note (const RtBodyRendering *rendering,
                    gboolean               pretty)
{
  GString *text = g_string_new (NULL);
  const RtRenderedText *shown;

  g_return_val_if_fail (rendering != NULL, NULL);

  shown = pretty && rendering->pretty.text != NULL ? &rendering->pretty : &rendering->raw;
  if (rendering->flaw != NULL)
    add_sentence (text, rendering->flaw);
  if (rendering->n_replaced > 0)
    {
      g_autofree char *sentence =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%" G_GSIZE_FORMAT
                                      " byte is no character of %s and shown as �.",
                                      "%" G_GSIZE_FORMAT
                                      " bytes are no characters of %s and shown as �.",
                                      rendering->n_replaced),
                         rendering->n_replaced, rendering->charset);

      add_sentence (text, sentence);
    }
  if (shown->cut)
    add_sentence (text, rendering->whole
                          ? _("This is all that can be shown; Save keeps every byte.")
                          : _("This is the beginning: the body is long, or has a very long line."));

  return g_string_free (text, FALSE);
}
