/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What browsers are asked to report, and where to: Report-To and NEL, which are
 * JSON, Reporting-Endpoints, and the policies that name an endpoint.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "reporting.h"
#include "saying.h"
#include "small-json.h"
#include "structured-field.h"
#include "topics.h"

/* What a member of an object must be. */
typedef struct
{
  const char  *name;
  JsonNodeType node;
  GType        type;        /* of a value: G_TYPE_INT64 also stands for a fraction */
  gboolean     is_required;
  double       max;         /* of a number; 0: none */
} Member;

static const Member report_to_members[] = {
  { "max_age", JSON_NODE_VALUE, G_TYPE_INT64, TRUE, 0 },
  { "endpoints", JSON_NODE_ARRAY, G_TYPE_INVALID, TRUE, 0 },
  { "group", JSON_NODE_VALUE, G_TYPE_STRING, FALSE, 0 },
  { "include_subdomains", JSON_NODE_VALUE, G_TYPE_BOOLEAN, FALSE, 0 },
};

static const Member nel_members[] = {
  { "max_age", JSON_NODE_VALUE, G_TYPE_INT64, TRUE, 0 },
  { "report_to", JSON_NODE_VALUE, G_TYPE_STRING, FALSE, 0 },
  { "include_subdomains", JSON_NODE_VALUE, G_TYPE_BOOLEAN, FALSE, 0 },
  { "success_fraction", JSON_NODE_VALUE, G_TYPE_INT64, FALSE, 1 },
  { "failure_fraction", JSON_NODE_VALUE, G_TYPE_INT64, FALSE, 1 },
};

static const Member endpoint_members[] = {
  { "url", JSON_NODE_VALUE, G_TYPE_STRING, TRUE, 0 },
};

static const char *
describe_type (const Member *member)
{
  if (member->node == JSON_NODE_ARRAY)
    return _("a list");
  if (member->type == G_TYPE_STRING)
    return _("a text");
  if (member->type == G_TYPE_BOOLEAN)
    return _("true or false");

  return member->max > 0 ? _("a number from 0 to 1") : _("a number, not below 0");
}

static gboolean
is_right (const Member *member,
          JsonNode     *node)
{
  GType type;
  double number;

  if (JSON_NODE_TYPE (node) != member->node)
    return FALSE;
  if (member->node != JSON_NODE_VALUE)
    return TRUE;
  type = json_node_get_value_type (node);
  if (member->type != G_TYPE_INT64)
    return type == member->type;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  number = json_node_get_double (node);

  return number >= 0 && (member->max <= 0 || number <= member->max);
}

static void
say_form (RtCase     *self,
          const char *name,
          const char *what)
{
  rt_say_response (self, name, "reporting-form", RT_NOTE_WARNING, "Reporting API",
                   _("What browsers should report where is not said in the right form."),
                   _("%s: %s. Browsers pass over it, and no report is sent."), name, what);
}

/* Says what is wrong first, and gives FALSE then. */
static gboolean
check_members (RtCase       *self,
               const char   *name,
               JsonObject   *object,
               const Member *members,
               gsize         n_members)
{
  for (gsize i = 0; i < n_members; i++)
    {
      JsonNode *node = json_object_get_member (object, members[i].name);
      g_autofree char *what = NULL;

      if (node == NULL && members[i].is_required)
        what = g_strdup_printf (_("“%s” is missing"), members[i].name);
      else if (node != NULL && !is_right (&members[i], node))
        what = g_strdup_printf (_("“%s” must be %s"), members[i].name,
                                describe_type (&members[i]));
      if (what == NULL)
        continue;
      say_form (self, name, what);
      return FALSE;
    }

  return TRUE;
}

static void
check_url (RtCase     *self,
           const char *name,
           const char *url)
{
  g_autofree char *quoted = rt_case_quote (url);

  if (g_ascii_strncasecmp (url, "http:", 5) == 0)
    rt_say_response (self, name, "reporting-insecure", RT_NOTE_WARNING, "Reporting API",
                     _("Reports are to go to an address without https."),
                     _("%s names %s. Browsers send reports over https only, and pass over this "
                       "endpoint."), name, quoted);
}

static void
check_endpoints (RtCase    *self,
                 JsonArray *endpoints)
{
  for (guint i = 0; i < json_array_get_length (endpoints); i++)
    {
      JsonNode *node = json_array_get_element (endpoints, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          say_form (self, "Report-To", _("a member of “endpoints” must be an object with “url”"));
          return;
        }
      if (!check_members (self, "Report-To", json_node_get_object (node), endpoint_members,
                          G_N_ELEMENTS (endpoint_members)))
        return;
      check_url (self, "Report-To",
                 json_object_get_string_member (json_node_get_object (node), "url"));
    }
}

/* NULL when it is not there or is no list of objects, which is said. */
static JsonNode *
parse_objects (RtCase     *self,
               const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = rt_reporting_parse_list (self, name, &error);
  JsonArray *list;

  if (error != NULL)
    rt_say_response (self, name, "reporting-no-json", RT_NOTE_WARNING, "Reporting API",
                     _("What should be JSON in a field is none."),
                     _("%s holds JSON objects, parted by commas, but: %s Browsers pass over "
                       "it."), name, error->message);
  if (root == NULL)
    return NULL;

  list = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (list, i)))
      {
        say_form (self, name, _("it must hold JSON objects, in braces"));
        return NULL;
      }

  return json_array_get_length (list) > 0 ? g_steal_pointer (&root) : NULL;
}

static void
explain_report_to (RtCase *self)
{
  g_autoptr(JsonNode) root = parse_objects (self, "Report-To");
  JsonArray *groups = root != NULL ? json_node_get_array (root) : NULL;

  for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);

      if (!check_members (self, "Report-To", group, report_to_members,
                          G_N_ELEMENTS (report_to_members)))
        return;
      check_endpoints (self, json_object_get_array_member (group, "endpoints"));
    }
}

static void
say_nowhere (RtCase     *self,
             const char *name,
             const char *endpoint)
{
  g_autofree char *quoted = rt_case_quote (endpoint);

  rt_say_response (self, name, "reporting-nowhere", RT_NOTE_WARNING, "Reporting API",
                   _("Reports are to go to a name that this response does not explain."),
                   _("%s names the endpoint %s, which neither Reporting-Endpoints nor Report-To "
                     "declares: no report is sent."), name, quoted);
}

static void
explain_error_logging (RtCase *self)
{
  g_autoptr(JsonNode) root = parse_objects (self, "NEL");
  JsonObject *policy = root != NULL ? json_array_get_object_element (json_node_get_array (root), 0)
                                    : NULL;
  const char *to;
  g_autofree char *quoted = NULL;

  if (policy == NULL ||
      !check_members (self, "NEL", policy, nel_members, G_N_ELEMENTS (nel_members)) ||
      json_object_get_double_member (policy, "max_age") <= 0)
    return;

  to = json_object_get_string_member_with_default (policy, "report_to", NULL);
  if (to == NULL)
    say_form (self, "NEL", _("“report_to” is missing"));
  else if (!rt_reporting_has_endpoint (self, to))
    say_nowhere (self, "NEL", to);
  else
    {
      quoted = rt_case_quote (to);
      rt_say_response (self, "NEL", "reporting-errors", RT_NOTE_INFO, "Network Error Logging",
                       _("Browsers are asked to report when this host cannot be reached."),
                       _("Failures of names, connections, TLS and HTTP go to the endpoint %s, so "
                         "that the owner learns of what the server itself cannot see."), quoted);
    }
}

static void
explain_endpoints (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Reporting-Endpoints");
  g_autoptr(GPtrArray) members =
    value != NULL ? rt_sf_parse (RT_SF_DICTIONARY, value, -1, NULL) : NULL;

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (members, i);
      g_autofree char *what = NULL;

      if (member->value->type == RT_SF_STRING)
        {
          check_url (self, "Reporting-Endpoints", member->value->text);
          continue;
        }
      what = g_strdup_printf (_("“%s” must be a URL in quotation marks"), member->key);
      say_form (self, "Reporting-Endpoints", what);
    }
}

/* Policies whose value is an item with the parameter "report-to". */
static void
explain_policies (RtCase *self)
{
  static const char *const names[] = {
    "Cross-Origin-Embedder-Policy", "Cross-Origin-Embedder-Policy-Report-Only",
    "Cross-Origin-Opener-Policy", "Cross-Origin-Opener-Policy-Report-Only",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = rt_case_dup_response (self, names[i]);
      g_autoptr(GPtrArray) items = value != NULL ? rt_sf_parse (RT_SF_ITEM, value, -1, NULL) : NULL;
      const RtSfValue *item = items != NULL ? g_ptr_array_index (items, 0) : NULL;
      const RtSfValue *to = item != NULL ? rt_sf_find (item->parameters, "report-to") : NULL;

      if (to != NULL && to->text != NULL && !rt_reporting_has_endpoint (self, to->text))
        say_nowhere (self, names[i], to->text);
    }
}

void
rt_explain_reporting (RtCase *self)
{
  if (self->response == NULL)
    return;

  explain_report_to (self);
  explain_endpoints (self);
  explain_error_logging (self);
  explain_policies (self);
}
