/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real data: every code against the registry, every entry against the
 * enums of the layers that name it, every text against the rules of form.
 */

#include "catalogue.h"

#include "registry-facts.h"
#include "suite-table.h"

#include "failure.h"
#include "fault.h"

#include <stdlib.h>
#include <string.h>

#define MAX_FIELD_SUMMARY 100
#define MAX_SUMMARY 110
#define MAX_MEANING 700

static RtCatalogue *catalogue;

static void
test_facts (void)
{
  guint n_official = 0;
  GListModel *codes = rt_catalogue_get_codes (catalogue);

  for (gsize i = 0; i < G_N_ELEMENTS (registry_facts); i++)
    {
      const RegistryFact *fact = &registry_facts[i];
      RtStatusCode *code = rt_catalogue_find_code (catalogue, fact->code);

      g_assert_nonnull (code);
      g_assert_cmpstr (rt_status_code_get_phrase (code), ==, fact->phrase);
      g_assert_cmpstr (rt_status_code_get_specification (code), ==, fact->specification);
      g_assert_cmpint (rt_status_code_get_state (code), ==, fact->state);
    }

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);

      n_official += rt_status_code_get_state (code) != RT_STATUS_UNOFFICIAL;
    }

  g_assert_cmpuint (G_N_ELEMENTS (registry_facts), ==, 64);
  g_assert_cmpuint (n_official, ==, 64);
}

/* "[RFC9110, Section 15.5.5]" as "RFC 9110, section 15.5.5". */
static char *
convert_reference (const char *reference)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("\\[RFC([0-9]+)(?:, Section ([0-9.]+))?\\]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *rfc = NULL;
  g_autofree char *section = NULL;

  if (!g_regex_match (regex, reference, 0, &match))
    return NULL;

  rfc = g_match_info_fetch (match, 1);
  section = g_match_info_fetch (match, 2);
  if (section == NULL || *section == '\0')
    return g_strdup_printf ("RFC %s, section ", rfc);

  return g_strdup_printf ("RFC %s, section %s", rfc, section);
}

static void
test_registry (void)
{
  g_auto (GStrv) lines = load_suite_table ("http-status-codes-1.csv");
  guint n_codes = 0;

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      char *end = NULL;
      int number = (int) g_ascii_strtoll (lines[i], &end, 10);
      RtStatusCode *code;
      g_autofree char *reference = NULL;

      if (*end == '-' || strstr (lines[i], "Unassigned") != NULL)
        continue;

      n_codes++;
      code = rt_catalogue_find_code (catalogue, number);
      g_assert_nonnull (code);
      g_assert_nonnull (strstr (lines[i], rt_status_code_get_phrase (code)));
      reference = convert_reference (lines[i]);
      if (reference != NULL)
        g_assert_true (g_str_has_prefix (rt_status_code_get_specification (code), reference));
    }

  if (lines != NULL)
    g_assert_cmpuint (n_codes, ==, 64);
}

static gboolean
has_owner (RtStatusCode *code,
           const char   *phrase)
{
  GPtrArray *owners = rt_status_code_get_owners (code);

  for (guint i = 0; i < owners->len; i++)
    {
      const RtCodeOwner *owner = g_ptr_array_index (owners, i);

      if (g_ascii_strcasecmp (owner->phrase, phrase) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_unofficial (void)
{
  g_auto (GStrv) lines = load_suite_table ("unofficial-status-codes.tsv");

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      RtStatusCode *code = rt_catalogue_find_code (catalogue, atoi (columns[0]));

      g_assert_nonnull (code);
      if (!has_owner (code, columns[1]))
        g_error ("%s lacks its owner '%s'", columns[0], columns[1]);
    }
}

static void
test_unofficial_facts (void)
{
  static const struct { int code; guint n_owners; } cases[] = {
    { 420, 2 }, { 430, 2 }, { 444, 1 }, { 499, 2 }, { 520, 1 }, { 530, 3 },
    { 599, 1 }, { 783, 1 }, { 999, 1 }, { 418, 1 }, { 308, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtStatusCode *code = rt_catalogue_find_code (catalogue, cases[i].code);

      g_assert_nonnull (code);
      g_assert_cmpuint (rt_status_code_get_owners (code)->len, ==, cases[i].n_owners);
    }
}

static gboolean
has_alias (RtStatusCode *code,
           const char   *name)
{
  const char * const *aliases = rt_status_code_get_aliases (code);

  if (g_ascii_strcasecmp (rt_status_code_get_phrase (code), name) == 0)
    return TRUE;

  for (gsize i = 0; aliases[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (aliases[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_old_names (void)
{
  static const struct { int code; const char *name; } cases[] = {
    { 302, "Moved Temporarily" }, { 413, "Request Entity Too Large" },
    { 413, "Payload Too Large" }, { 414, "Request-URI Too Long" },
    { 416, "Requested Range Not Satisfiable" }, { 418, "I'm a teapot" },
    { 422, "Unprocessable Entity" },
  };
  g_auto (GStrv) lines = load_suite_table ("python-httpstatus.tsv");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (has_alias (rt_catalogue_find_code (catalogue, cases[i].code), cases[i].name));

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      RtStatusCode *code = rt_catalogue_find_code (catalogue, atoi (columns[0]));

      g_assert_true (has_alias (code, columns[2]));
      g_assert_true (has_alias (code, columns[4]));
    }
}

/* A text for people: not empty, no double spaces, whole sentences. */
static void
check_text (const char *where,
            const char *what,
            const char *text,
            glong       max_length)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  if (*text == '\0' || g_utf8_strlen (text, -1) > max_length ||
      strstr (text, "  ") != NULL || strchr (text, '\t') != NULL ||
      !g_utf8_validate (text, -1, NULL))
    g_error ("%s: %s is empty, too long or badly spaced: '%s'", where, what, text);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      if (!g_str_has_suffix (paragraphs[i], ".") || strchr (paragraphs[i], '\n') != NULL)
        g_error ("%s: a paragraph of %s does not end: '%s'", where, what, paragraphs[i]);
    }
}

static void
check_lists (const char   *where,
             RtStatusCode *code)
{
  GPtrArray *fields = rt_status_code_get_fields (code);
  GPtrArray *look_alikes = rt_status_code_get_look_alikes (code);
  GPtrArray *owners = rt_status_code_get_owners (code);

  for (guint i = 0; i < fields->len; i++)
    check_text (where, "field", ((RtCodeField *) fields->pdata[i])->why, MAX_MEANING);
  for (guint i = 0; i < look_alikes->len; i++)
    check_text (where, "look-alike", ((RtLookAlike *) look_alikes->pdata[i])->difference,
                MAX_MEANING);
  for (guint i = 0; i < owners->len; i++)
    check_text (where, "owner", ((RtCodeOwner *) owners->pdata[i])->meaning, MAX_MEANING);

  if (rt_status_code_get_state (code) != RT_STATUS_UNOFFICIAL)
    g_assert_cmpuint (look_alikes->len, >, 0);
}

static void
test_texts_of_codes (void)
{
  GListModel *codes = rt_catalogue_get_codes (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);
      g_autofree char *where = g_strdup_printf ("%d", rt_status_code_get_code (code));

      g_assert_cmpint (strlen (rt_status_code_get_phrase (code)), >, 0);
      g_assert_cmpint (strlen (rt_status_code_get_state_note (code)), >, 0);
      check_text (where, "summary", rt_status_code_get_summary (code), MAX_SUMMARY);
      check_text (where, "meaning", rt_status_code_get_meaning (code), MAX_MEANING);
      check_text (where, "when", rt_status_code_get_when (code), MAX_MEANING);
      check_text (where, "action", rt_status_code_get_action (code), MAX_MEANING);
      check_text (where, "content note", rt_status_code_get_content_note (code), MAX_MEANING);
      check_text (where, "cache note", rt_status_code_get_cache_note (code), MAX_MEANING);
      check_lists (where, code);

      if (rt_status_code_get_class (code) == RT_CLASS_REDIRECTION)
        check_text (where, "method note", rt_status_code_get_method_note (code), MAX_MEANING);
      else
        g_assert_cmpstr (rt_status_code_get_method_note (code), ==, "");
    }
}

/* RFC 9110 section 15.1 and RFC 7725 section 3; RFC 9110 section 15 and 6.4.1 for the content. */
static void
test_facts_of_protocol (void)
{
  static const int cacheable[] = {
    200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501,
  };
  static const int without_content[] = { 100, 101, 102, 103, 104, 204, 205, 304 };
  static const struct { int code; RtMethodFate fate; } fates[] = {
    { 300, RT_METHOD_FATE_NONE }, { 301, RT_METHOD_FATE_MAY_CHANGE },
    { 302, RT_METHOD_FATE_MAY_CHANGE }, { 303, RT_METHOD_FATE_GET },
    { 304, RT_METHOD_FATE_NONE }, { 307, RT_METHOD_FATE_KEPT },
    { 308, RT_METHOD_FATE_KEPT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (registry_facts); i++)
    {
      int number = registry_facts[i].code;
      RtStatusCode *code = rt_catalogue_find_code (catalogue, number);
      gboolean expected = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (cacheable); j++)
        expected = expected || cacheable[j] == number;

      if ((rt_status_code_get_cacheable (code) == RT_ANSWER_YES) != expected)
        g_error ("%d: cacheable by default is wrong", number);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (without_content); i++)
    g_assert_cmpint (rt_status_code_get_has_content (
                       rt_catalogue_find_code (catalogue, without_content[i])),
                     ==, RT_ANSWER_NO);

  for (gsize i = 0; i < G_N_ELEMENTS (fates); i++)
    g_assert_cmpint (rt_status_code_get_method_fate (
                       rt_catalogue_find_code (catalogue, fates[i].code)),
                     ==, fates[i].fate);
}

/* The fields without which the RFC does not allow the code. */
static void
test_required_fields (void)
{
  static const struct { int code; const char *name; } cases[] = {
    { 101, "Upgrade" }, { 401, "WWW-Authenticate" }, { 405, "Allow" },
    { 407, "Proxy-Authenticate" }, { 426, "Upgrade" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtStatusCode *code = rt_catalogue_find_code (catalogue, cases[i].code);
      GPtrArray *fields = rt_status_code_get_fields (code);
      gboolean found = FALSE;

      for (guint j = 0; j < fields->len; j++)
        {
          const RtCodeField *field = g_ptr_array_index (fields, j);

          found = found || (g_str_equal (field->name, cases[i].name) &&
                            g_str_equal (field->role, "required"));
        }

      g_assert_true (found);
    }
}

static gboolean
has_look_alike (int from,
                int to)
{
  GPtrArray *look_alikes =
    rt_status_code_get_look_alikes (rt_catalogue_find_code (catalogue, from));

  for (guint i = 0; i < look_alikes->len; i++)
    {
      if (((RtLookAlike *) look_alikes->pdata[i])->code == to)
        return TRUE;
    }

  return FALSE;
}

static void
test_look_alikes (void)
{
  static const int groups[][6] = {
    { 401, 403, 407, 511 }, { 301, 302, 303, 307, 308 }, { 400, 422 },
    { 404, 410 }, { 200, 204, 304 }, { 502, 503, 504 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const int *from = groups[i]; *from != 0; from++)
      for (const int *to = groups[i]; *to != 0; to++)
        {
          if (from != to && !has_look_alike (*from, *to))
            g_error ("%d does not say how %d differs", *from, *to);
        }
}

static void
check_entries (GListModel *entries,
               glong       max_summary,
               gboolean    has_action)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (RtEntry) entry = g_list_model_get_item (entries, i);
      const char *id = rt_entry_get_id (entry);

      g_assert_cmpint (strlen (rt_entry_get_name (entry)), >, 0);
      check_text (id, "summary", rt_entry_get_summary (entry), max_summary);
      check_text (id, "meaning", rt_entry_get_meaning (entry), MAX_MEANING);
      if (has_action)
        check_text (id, "action", rt_entry_get_action (entry), MAX_MEANING);
    }
}

static void
test_texts_of_entries (void)
{
  check_entries (rt_catalogue_get_classes (catalogue), MAX_SUMMARY, TRUE);
  check_entries (rt_catalogue_get_methods (catalogue), MAX_SUMMARY, TRUE);
  check_entries (rt_catalogue_get_schemes (catalogue), MAX_SUMMARY, TRUE);
  check_entries (rt_catalogue_get_failures (catalogue), MAX_SUMMARY, TRUE);
  check_entries (rt_catalogue_get_fields (catalogue), MAX_FIELD_SUMMARY, FALSE);
}

/* Ids of names are the names in lower case; the lists are in their order. */
static void
check_named (GListModel *entries)
{
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (RtEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *id = g_ascii_strdown (rt_entry_get_name (entry), -1);

      g_assert_cmpstr (rt_entry_get_id (entry), ==, id);
      g_assert_cmpstr (before, <, id);
      g_clear_pointer (&before, g_free);
      before = g_strdup (id);
    }
}

static void
test_names_of_entries (void)
{
  check_named (rt_catalogue_get_methods (catalogue));
  check_named (rt_catalogue_get_fields (catalogue));
  check_named (rt_catalogue_get_schemes (catalogue));
}

static void
test_classes (void)
{
  static const char * const ids[] = { "1xx", "2xx", "3xx", "4xx", "5xx", "other" };
  GListModel *classes = rt_catalogue_get_classes (catalogue);

  g_assert_cmpuint (g_list_model_get_n_items (classes), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (RtEntry) entry = g_list_model_get_item (classes, i);

      g_assert_cmpstr (rt_entry_get_id (entry), ==, ids[i]);
    }

  g_assert_cmpstr (rt_entry_get_id (rt_catalogue_find_class (catalogue, RT_CLASS_NONE)), ==,
                   "none");
}

static void
test_methods (void)
{
  static const char * const names[] = {
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
    "QUERY", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK",
    "REPORT", "SEARCH",
  };
  g_auto (GStrv) lines = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (rt_catalogue_find_method (catalogue, names[i]));
  g_assert_null (rt_catalogue_find_method (catalogue, "get"));

  lines = load_suite_table ("iana-http-methods.tsv");
  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      RtEntry *method = rt_catalogue_find_method (catalogue, columns[0]);

      if (method == NULL)
        continue;

      g_assert_cmpstr (rt_entry_get_fact (method, "safe"), ==, columns[1]);
      g_assert_cmpstr (rt_entry_get_fact (method, "idempotent"), ==, columns[2]);
    }
}

static void
test_fields (void)
{
  g_auto (GStrv) lines = load_suite_table ("iana-http-fields.tsv");
  guint n_registered = 0;
  guint n_unregistered = 0;
  GListModel *fields = rt_catalogue_get_fields (catalogue);

  g_assert_true (rt_catalogue_find_field (catalogue, "cache-CONTROL") ==
                 rt_catalogue_find_field (catalogue, "Cache-Control"));
  g_assert_null (rt_catalogue_find_field (catalogue, "Cache"));
  g_assert_nonnull (rt_entry_get_values (rt_catalogue_find_field (catalogue, "Accept"))[0]);

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      RtEntry *field = rt_catalogue_find_field (catalogue, columns[0]);

      if (field == NULL)
        continue;

      n_registered++;
      if (g_ascii_strcasecmp (rt_entry_get_fact (field, "status"), columns[1]) != 0)
        g_error ("%s is %s", columns[0], columns[1]);
    }

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (RtEntry) field = g_list_model_get_item (fields, i);

      n_unregistered += g_str_equal (rt_entry_get_fact (field, "status"), "unregistered");
    }

  if (lines != NULL)
    g_assert_cmpuint (n_registered + n_unregistered, ==, g_list_model_get_n_items (fields));
}

static void
test_fields_of_codes (void)
{
  GListModel *codes = rt_catalogue_get_codes (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);
      GPtrArray *fields = rt_status_code_get_fields (code);

      for (guint j = 0; j < fields->len; j++)
        {
          const char *name = ((RtCodeField *) fields->pdata[j])->name;

          if (rt_catalogue_find_field (catalogue, name) == NULL)
            g_error ("%d names the field %s, which fields.xml does not know",
                     rt_status_code_get_code (code), name);
        }
    }
}

static void
test_schemes (void)
{
  g_auto (GStrv) lines = load_suite_table ("iana-http-authschemes.tsv");

  g_assert_cmpuint (g_list_model_get_n_items (rt_catalogue_get_schemes (catalogue)), ==, 16);
  g_assert_cmpstr (rt_entry_get_fact (rt_catalogue_find_scheme (catalogue, "ntlm"), "status"),
                   ==, "unregistered");
  g_assert_nonnull (rt_catalogue_find_scheme (catalogue, "aws4-hmac-sha256"));

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      RtEntry *scheme = rt_catalogue_find_scheme (catalogue, columns[0]);

      g_assert_nonnull (scheme);
      g_assert_cmpstr (rt_entry_get_fact (scheme, "status"), ==, "registered");
    }
}

/* The ids of an enum of another layer, read from its header. */
static guint
check_enum (const char *header,
            const char *prefix,
            const char *kind)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", header, NULL);
  g_autofree char *pattern = g_strdup_printf ("^  %s([A-Z0-9_]+),", prefix);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_found = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *id = g_ascii_strdown (g_strdelimit (name, "_", '-'), -1);
      RtEntry *entry = rt_catalogue_find_failure (catalogue, id);

      if (entry == NULL)
        g_error ("%s%s is not described", prefix, id);
      g_assert_cmpstr (rt_entry_get_fact (entry, "kind"), ==, kind);
      n_found++;
    }

  return n_found;
}

static void
test_failures (void)
{
  guint n_failures = check_enum ("engine/failure.h", "RT_FAILURE_", "failure");
  guint n_faults = check_enum ("wire/fault.h", "RT_FAULT_", "fault");

  /* The last of each enum: what was read is all of it, and nothing is left. */
  g_assert_cmpuint (n_failures, ==, RT_FAILURE_OTHER + 1);
  g_assert_cmpuint (n_faults, ==, RT_FAULT_NUL_IN_HEAD + 1);
  g_assert_cmpuint (g_list_model_get_n_items (rt_catalogue_get_failures (catalogue)),
                    ==, n_failures + n_faults);
}

static void
test_known_code (void)
{
  g_autoptr (RtStatusCode) code = rt_catalogue_describe_code (catalogue, 404);

  g_assert_true (code == rt_catalogue_find_code (catalogue, 404));
  g_assert_null (rt_catalogue_find_code (catalogue, 299));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = rt_catalogue_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/reference/catalogue/facts", test_facts);
  g_test_add_func ("/reference/catalogue/registry", test_registry);
  g_test_add_func ("/reference/catalogue/unofficial", test_unofficial);
  g_test_add_func ("/reference/catalogue/unofficial-facts", test_unofficial_facts);
  g_test_add_func ("/reference/catalogue/old-names", test_old_names);
  g_test_add_func ("/reference/catalogue/texts-of-codes", test_texts_of_codes);
  g_test_add_func ("/reference/catalogue/facts-of-protocol", test_facts_of_protocol);
  g_test_add_func ("/reference/catalogue/required-fields", test_required_fields);
  g_test_add_func ("/reference/catalogue/look-alikes", test_look_alikes);
  g_test_add_func ("/reference/catalogue/texts-of-entries", test_texts_of_entries);
  g_test_add_func ("/reference/catalogue/names-of-entries", test_names_of_entries);
  g_test_add_func ("/reference/catalogue/classes", test_classes);
  g_test_add_func ("/reference/catalogue/methods", test_methods);
  g_test_add_func ("/reference/catalogue/fields", test_fields);
  g_test_add_func ("/reference/catalogue/fields-of-codes", test_fields_of_codes);
  g_test_add_func ("/reference/catalogue/schemes", test_schemes);
  g_test_add_func ("/reference/catalogue/failures", test_failures);
  g_test_add_func ("/reference/catalogue/known-code", test_known_code);

  status = g_test_run ();
  g_assert_finalize_object (catalogue);
  return status;
}
