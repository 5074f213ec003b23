/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Proxy-Status (RFC 9209) where nothing went wrong: what the proxies on the way
 * say that they did. The errors that it names are another topic's.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "saying.h"
#include "structured-field.h"
#include "tell.h"
#include "topics.h"

/* RFC 9209 section 2.1, and the extra ones of error types (section 2.3). */
static const struct
{
  const char *name;
  RtSfType    type;
  RtSfType    other; /* also taken */
} known[] = {
  { "error", RT_SF_TOKEN, RT_SF_TOKEN },
  { "next-hop", RT_SF_STRING, RT_SF_TOKEN },
  { "next-protocol", RT_SF_TOKEN, RT_SF_BYTES },
  { "received-status", RT_SF_INTEGER, RT_SF_INTEGER },
  { "details", RT_SF_STRING, RT_SF_STRING },
  { "rcode", RT_SF_STRING, RT_SF_STRING },
  { "info-code", RT_SF_INTEGER, RT_SF_INTEGER },
  { "alert-id", RT_SF_INTEGER, RT_SF_INTEGER },
  { "alert-message", RT_SF_TOKEN, RT_SF_STRING },
  { "status-code", RT_SF_INTEGER, RT_SF_INTEGER },
  { "status-phrase", RT_SF_STRING, RT_SF_STRING },
  { "header-section-size", RT_SF_INTEGER, RT_SF_INTEGER },
  { "header-name", RT_SF_STRING, RT_SF_STRING },
  { "header-size", RT_SF_INTEGER, RT_SF_INTEGER },
  { "body-size", RT_SF_INTEGER, RT_SF_INTEGER },
  { "trailer-section-size", RT_SF_INTEGER, RT_SF_INTEGER },
  { "trailer-name", RT_SF_STRING, RT_SF_STRING },
  { "trailer-size", RT_SF_INTEGER, RT_SF_INTEGER },
  { "coding", RT_SF_TOKEN, RT_SF_TOKEN },
};

static gboolean
is_known (const RtSfMember *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, member->key))
      return member->value->type == known[i].type || member->value->type == known[i].other;

  return FALSE;
}

static void
check_parameters (RtCase          *self,
                  const RtSfValue *proxy)
{
  for (guint i = 0; i < proxy->parameters->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (proxy->parameters, i);

      if (is_known (member) || rt_case_has_note (self, "answered-proxy-parameter"))
        continue;
      rt_say_response (self, "Proxy-Status", "answered-proxy-parameter", RT_NOTE_INFO,
                       "RFC 9209, section 2.1", _("Proxy-Status has an unusual parameter."),
                       _("“%s” is not defined, or its value is of another kind than is "
                         "defined."), member->key);
    }
}

/* "“a”: next hop b, which answered 200". */
static char *
describe (const RtSfValue *proxy)
{
  g_autofree char *name = rt_case_quote (proxy->text);
  const RtSfValue *hop = rt_sf_find (proxy->parameters, "next-hop");
  const RtSfValue *status = rt_sf_find (proxy->parameters, "received-status");
  g_autoptr(GString) words = g_string_new (name);

  if (hop != NULL && hop->text != NULL)
    {
      g_autofree char *quoted = rt_case_quote (hop->text);

      g_string_append_printf (words, _(", asked %s"), quoted);
    }
  if (status != NULL && status->type == RT_SF_INTEGER)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, status->number);

      g_string_append_printf (words, _(", got %s"), number);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
are_names (GPtrArray *proxies)
{
  for (guint i = 0; i < proxies->len; i++)
    {
      const RtSfValue *proxy = g_ptr_array_index (proxies, i);

      if (proxy->type != RT_SF_STRING && proxy->type != RT_SF_TOKEN)
        return FALSE;
    }

  return proxies->len > 0;
}

void
rt_explain_proxy_status (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Proxy-Status");
  g_autoptr(GPtrArray) proxies = value != NULL ? rt_sf_parse (RT_SF_LIST, value, -1, NULL) : NULL;
  g_autoptr(GString) words = g_string_new (NULL);

  if (proxies == NULL || !are_names (proxies))
    return;

  for (guint i = 0; i < proxies->len; i++)
    {
      g_autofree char *one = describe (g_ptr_array_index (proxies, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", one);
      check_parameters (self, g_ptr_array_index (proxies, i));
    }
  if (!rt_case_has_note (self, "answered-proxy-status"))
    rt_say_response (self, "Proxy-Status", "answered-proxy-handled", RT_NOTE_INFO,
                     "RFC 9209, section 2", _("The proxies on the way say what they did."),
                     _("From the server's side to yours:\n%s"), words->str);
}
