/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sentences of the Body pane. */

#include "config.h"

#include "body-words.h"

#include "format.h"
#include "text.h"

#include <glib/gi18n-lib.h>

static char *
dup_size (RtBodyContent *content)
{
  g_autofree char *size = rt_format_size (rt_body_content_get_length (content));

  if (rt_body_content_is_complete (content))
    return g_steal_pointer (&size);

  /* Translators: %s is a size, and more is to come */
  return g_strdup_printf (_("%s so far"), size);
}

char *
rt_body_words_summary (RtBodyContent *content,
                       const char    *origin)
{
  g_autofree char *kind = NULL;
  g_autofree char *size = NULL;
  const char *name;

  g_return_val_if_fail (RT_IS_BODY_CONTENT (content), NULL);

  name = rt_body_kind_to_words (rt_body_content_get_kind (content));
  /* Translators: %s is a kind of body, such as "JSON" */
  kind = rt_body_content_is_by_bytes (content) ? g_strdup_printf (_("By its bytes: %s"), name)
                                               : g_strdup (name);
  size = dup_size (content);

  return origin != NULL ? g_strdup_printf ("%s · %s · %s", kind, size, origin)
                        : g_strdup_printf ("%s · %s", kind, size);
}

char *
rt_body_words_origin (RtExchange *exchange)
{
  g_autoptr (RtBody) content = NULL;
  g_autoptr (RtHead) head = NULL;
  g_autofree char *coding = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *size = NULL;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  content = rt_exchange_dup_content (exchange);
  head = rt_exchange_dup_response_head (exchange);
  if (head == NULL || content == rt_exchange_get_body (exchange))
    return NULL;

  coding = rt_head_dup_combined (head, "Content-Encoding");
  shown = rt_text_from_wire (coding != NULL ? coding : "", -1);
  size = rt_format_size (rt_body_get_length (rt_exchange_get_body (exchange)));
  /* Translators: the size of a body as it was sent, and its content coding */
  return g_strdup_printf (_("%s as sent, %s"), size, shown);
}

char *
rt_body_words_empty (RtExchange *exchange)
{
  g_autofree char *method = NULL;
  g_autoptr (RtHead) head = NULL;
  int status;

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), NULL);

  head = rt_exchange_dup_response_head (exchange);
  if (rt_exchange_get_state (exchange) != RT_EXCHANGE_DONE)
    return g_strdup (head != NULL ? _("Receiving…") : _("Nothing has arrived yet."));

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
add_line (GString    *text,
          const char *line)
{
  if (line == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

char *
rt_body_words_note (RtBodyContent *content,
                    const char    *message)
{
  GString *text = g_string_new (NULL);
  g_autofree char *disagreement = NULL;
  g_autofree char *flaw = NULL;
  g_autofree char *trouble = NULL;

  g_return_val_if_fail (RT_IS_BODY_CONTENT (content), NULL);

  disagreement = rt_body_content_dup_disagreement (content);
  flaw = rt_body_content_dup_flaw (content);
  trouble = rt_body_content_dup_trouble (content);
  add_line (text, disagreement);
  add_line (text, flaw);
  add_line (text, trouble);
  add_line (text, message);

  return g_string_free (text, text->len == 0);
}
