/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of values: fields that have no topic of their own against the form
 * that they are defined to have, and bytes that are no ASCII.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "grammar.h"
#include "structured-field.h"
#include "topics.h"

/* Structured fields of responses; @member: what each value must be, or -1. */
static const struct
{
  const char *name;
  RtSfKind    kind;
  int         member;
} structured[] = {
  { "Cross-Origin-Opener-Policy", RT_SF_ITEM, RT_SF_TOKEN },
  { "NEL-Endpoints", RT_SF_DICTIONARY, -1 },
  { "Origin-Agent-Cluster", RT_SF_ITEM, RT_SF_BOOLEAN },
  { "Priority", RT_SF_DICTIONARY, -1 },
  { "Proxy-Status", RT_SF_LIST, -1 },
  { "Reporting-Endpoints", RT_SF_DICTIONARY, -1 },
  { "Signature", RT_SF_DICTIONARY, RT_SF_BYTES },
  { "Signature-Input", RT_SF_DICTIONARY, RT_SF_INNER_LIST },
  { "Speculation-Rules", RT_SF_LIST, RT_SF_STRING },
  { "Use-As-Dictionary", RT_SF_DICTIONARY, -1 },
};

/* Members of dictionaries whose type is defined one by one. */
static const struct
{
  const char *field;
  const char *key;
  RtSfType    type;
} keyed[] = {
  { "Use-As-Dictionary", "match", RT_SF_STRING },
  { "Use-As-Dictionary", "match-dest", RT_SF_INNER_LIST },
  { "Use-As-Dictionary", "id", RT_SF_STRING },
  { "Use-As-Dictionary", "type", RT_SF_TOKEN },
  { "Priority", "u", RT_SF_INTEGER },
  { "Priority", "i", RT_SF_BOOLEAN },
};

/* Fields of responses that are lists of tokens. */
static const char *const token_lists[] = {
  "Accept-Ranges", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods",
  "Access-Control-Expose-Headers", "Allow", "Connection", "Content-Encoding", "Trailer",
};

static const char *
describe_type (int type)
{
  switch (type)
    {
    case RT_SF_STRING:
      return _("a text in quotation marks");
    case RT_SF_TOKEN:
      return _("a word without quotation marks");
    case RT_SF_INTEGER:
      return _("a number");
    case RT_SF_BOOLEAN:
      return _("?1 or ?0");
    case RT_SF_BYTES:
      return _("bytes in base64 between colons");
    case RT_SF_INNER_LIST:
      return _("a list in brackets");
    default:
      g_return_val_if_reached ("");
    }
}

static void
say_unreadable (RtCase     *self,
                guint       field,
                const char *name,
                const char *section,
                char       *detail)
{
  rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-unreadable", RT_NOTE_WARNING, section,
                g_strdup_printf (_("%.40s does not have its form, so it is ignored."), name),
                detail);
}

static int
find_keyed_type (const char *name,
                 const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keyed); i++)
    if (g_ascii_strcasecmp (keyed[i].field, name) == 0 && g_str_equal (keyed[i].key, key))
      return keyed[i].type;

  return -1;
}

/* A value of the wrong kind: says so, and gives FALSE. */
static gboolean
check_value (RtCase          *self,
             guint            field,
             const char      *name,
             const char      *text,
             const RtSfValue *value,
             int              type)
{
  g_autofree char *part = NULL;
  g_autofree char *quoted = NULL;

  if (type < 0 || (int) value->type == type)
    return TRUE;

  part = g_strndup (text + value->offset, value->length);
  quoted = rt_case_quote (part);
  say_unreadable (self, field, name, "RFC 9651, section 3",
                  /* Translators: a value, and "a number", "a list in brackets" … */
                  g_strdup_printf (_("%s must be %s here."), quoted, describe_type (type)));

  return FALSE;
}

/* The last value of a key holds (RFC 9651 section 3.2), which few expect. */
static void
check_keys (RtCase     *self,
            guint       field,
            const char *name,
            GPtrArray  *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (members, i);
      g_autofree char *quoted = rt_case_quote (member->key);

      if (!member->is_repeated)
        continue;
      rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-key-repeated", RT_NOTE_WARNING,
                    "RFC 9651, section 3.2",
                    g_strdup_printf (_("A key of %.40s stands there twice: the last one counts."),
                                     name),
                    g_strdup_printf (_("%s comes more than once; what it said before is passed "
                                       "over."), quoted));
      return;
    }
}

static void
check_members (RtCase     *self,
               guint       field,
               guint       rule,
               const char *text,
               GPtrArray  *parsed)
{
  const char *name = structured[rule].name;
  gboolean is_dictionary = structured[rule].kind == RT_SF_DICTIONARY;

  for (guint i = 0; i < parsed->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (parsed, i);
      const RtSfValue *value = is_dictionary ? member->value : g_ptr_array_index (parsed, i);
      int type = is_dictionary ? find_keyed_type (name, member->key) : -1;

      if (!check_value (self, field, name, text, value,
                        type >= 0 ? type : structured[rule].member))
        return;
    }
  if (is_dictionary)
    check_keys (self, field, name, parsed);
}

static void
check_structured (RtCase *self,
                  guint   rule)
{
  const char *name = structured[rule].name;
  int field = rt_case_find_response (self, name);
  g_autofree char *value = rt_case_dup_response (self, name);
  g_autofree char *quoted = NULL;
  g_autoptr(GPtrArray) parsed = NULL;
  RtSfError error = { 0 };

  if (field < 0)
    return;

  parsed = rt_sf_parse (structured[rule].kind, value, -1, &error);
  if (parsed != NULL)
    {
      check_members (self, field, rule, value, parsed);
      return;
    }
  quoted = rt_case_quote (value);
  say_unreadable (self, field, name, "RFC 9651, section 4.2",
                  g_strdup_printf (_("%s, at byte %zu: %s."), quoted, error.offset,
                                   error.reason));
}

static void
check_tokens (RtCase     *self,
              const char *name)
{
  int field = rt_case_find_response (self, name);
  g_autofree char *value = rt_case_dup_response (self, name);
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);
  RtEntry *entry = rt_catalogue_find_field (self->catalogue, name);

  for (guint i = 0; i < members->len; i++)
    {
      const RtDirective *member = g_ptr_array_index (members, i);
      g_autofree char *quoted = rt_case_quote (member->text);

      if (rt_grammar_is_token (member->text, -1))
        continue;
      say_unreadable (self, field, name, entry != NULL ? rt_entry_get_specification (entry) : "",
                      g_strdup_printf (_("%s is not a plain word. The field is a list of words, "
                                         "parted by commas."), quoted));
      return;
    }
}

static void
check_bytes (RtCase *self,
             guint   field)
{
  g_autofree char *name = rt_head_dup_field_name (self->response, field);
  g_autofree char *value = NULL;
  g_autofree char *quoted = NULL;

  if ((rt_head_get_field (self->response, field)->oddities &
       (RT_ODDITY_NOT_ASCII | RT_ODDITY_BAD_NAME | RT_ODDITY_NO_COLON)) != RT_ODDITY_NOT_ASCII)
    return;

  value = rt_head_dup_field_value (self->response, field);
  quoted = rt_case_quote (value);
  rt_case_take (self, RT_NOTE_ON_FIELD, field, "field-not-ascii", RT_NOTE_INFO,
                "RFC 9110, section 5.5",
                g_strdup_printf (_("%.40s holds letters that are not ASCII."), name),
                g_strdup_printf (_("%s: nothing says in which encoding they are. Some programs "
                                   "read them as UTF-8, others as ISO 8859-1, and see something "
                                   "else."), quoted));
}

void
rt_explain_field_form (RtCase *self)
{
  if (self->response == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (structured); i++)
    check_structured (self, i);
  for (guint i = 0; i < G_N_ELEMENTS (token_lists); i++)
    check_tokens (self, token_lists[i]);
  for (guint i = 0; i < rt_head_get_n_fields (self->response); i++)
    check_bytes (self, i);
}
