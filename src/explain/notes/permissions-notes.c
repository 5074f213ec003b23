/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Permissions-Policy: which features of the browser a page and its frames may
 * use. A structured field; an older form of it is common.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "structured-field.h"
#include "topics.h"

#define NAME "Permissions-Policy"

static void
say_unreadable (RtCase          *self,
                guint            field,
                const char      *value,
                const RtSfError *error)
{
  g_autofree char *quoted = rt_case_quote (value + MIN (error->offset, strlen (value)));

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-permissions-policy", RT_NOTE_WARNING,
                "RFC 9651, section 3.2",
                g_strdup (_("Permissions-Policy cannot be read, so browsers ignore all of it.")),
                g_strdup_printf (_("At byte %zu, before %s: %s. Its form is: "
                                   "camera=(), geolocation=(self \"https://example.org\")."),
                                 error->offset, quoted, error->reason));
}

/* Why @origin is no member of a list of origins; NULL when it is one. */
static const char *
find_flaw (const RtSfValue *origin)
{
  if (origin->type == RT_SF_TOKEN)
    return g_str_equal (origin->text, "self") || g_str_equal (origin->text, "*")
             ? NULL : _("of the words only self and * mean something here");
  if (origin->type != RT_SF_STRING)
    return _("an origin is a text in quotation marks");
  if (strstr (origin->text, "://") == NULL)
    return _("in quotation marks stands an origin, and the words self and * stand without them");

  return NULL;
}

static void
say_member (RtCase           *self,
            guint             field,
            const RtSfMember *member,
            const char       *text,
            const char       *flaw)
{
  g_autofree char *key = rt_case_quote (member->key);
  g_autofree char *quoted = rt_case_quote (text);

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-permissions-member", RT_NOTE_WARNING,
                "Permissions Policy",
                g_strdup (_("Browsers pass over a member of Permissions-Policy.")),
                g_strdup_printf (_("%s has %s: %s."), key, quoted, flaw));
}

/* The value is a list of origins, or one of two words. Gives FALSE when it is not. */
static gboolean
check_member (RtCase           *self,
              guint             field,
              const char       *text,
              const RtSfMember *member)
{
  const RtSfValue *value = member->value;
  gboolean is_word = rt_sf_is_text (value, RT_SF_TOKEN, "*") ||
                     rt_sf_is_text (value, RT_SF_TOKEN, "self");

  if (is_word)
    return TRUE;
  if (value->type != RT_SF_INNER_LIST)
    {
      g_autofree char *part = g_strndup (text + value->offset, value->length);

      say_member (self, field, member, part,
                  _("a feature has a list in brackets, or the word self or *"));
      return FALSE;
    }
  for (guint i = 0; i < value->items->len; i++)
    {
      const RtSfValue *origin = g_ptr_array_index (value->items, i);
      const char *flaw = find_flaw (origin);
      g_autofree char *part = g_strndup (text + origin->offset, origin->length);

      if (flaw == NULL)
        continue;
      say_member (self, field, member, part, flaw);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_for_all (const RtSfValue *value)
{
  if (rt_sf_is_text (value, RT_SF_TOKEN, "*"))
    return TRUE;
  for (guint i = 0; value->type == RT_SF_INNER_LIST && i < value->items->len; i++)
    if (rt_sf_is_text (g_ptr_array_index (value->items, i), RT_SF_TOKEN, "*"))
      return TRUE;

  return FALSE;
}

/* Nothing is wrong with it: what is given to everybody. */
static void
explain_open (RtCase    *self,
              guint      field,
              GPtrArray *members)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < members->len && names->len < 200; i++)
    {
      const RtSfMember *member = g_ptr_array_index (members, i);

      if (is_for_all (member->value))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", member->key);
    }
  if (names->len == 0)
    return;

  rt_case_take (self, RT_NOTE_ON_FIELD, field, "security-permissions-any", RT_NOTE_INFO,
                "Permissions Policy",
                g_strdup (_("Every frame of the page may use a feature of the browser.")),
                g_strdup_printf (_("%s: * gives it to frames of every origin. By themselves "
                                   "browsers give most features to this origin "
                                   "alone."), names->str));
}

void
rt_explain_permissions (RtCase *self)
{
  int field = rt_case_find_response (self, NAME);
  g_autofree char *value = rt_case_dup_response (self, NAME);
  g_autoptr(GPtrArray) members = NULL;
  RtSfError error = { 0 };

  if (field < 0)
    return;

  members = rt_sf_parse (RT_SF_DICTIONARY, value, -1, &error);
  if (members == NULL)
    {
      say_unreadable (self, field, value, &error);
      return;
    }
  for (guint i = 0; i < members->len; i++)
    if (!check_member (self, field, value, g_ptr_array_index (members, i)))
      return;
  explain_open (self, field, members);
}
