/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the declarations of endpoints; judges nothing. */

#include "config.h"

#include "reporting.h"

#include <string.h>

#include "small-json.h"
#include "structured-field.h"

JsonNode *
rt_reporting_parse_list (const RtCase *self,
                         const char   *name,
                         GError      **error)
{
  g_autofree char *value = rt_case_dup_response (self, name);
  g_autofree char *text = value != NULL ? g_strconcat ("[", value, "]", NULL) : NULL;
  g_autoptr(GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;

  return bytes != NULL ? rt_small_json_parse (bytes, error) : NULL;
}

/* A group without a name is called "default". */
static gboolean
has_group (const RtCase *self,
           const char   *name)
{
  g_autoptr(JsonNode) root = rt_reporting_parse_list (self, "Report-To", NULL);
  gboolean is_list = root != NULL && JSON_NODE_HOLDS_ARRAY (root);
  JsonArray *groups = is_list ? json_node_get_array (root) : NULL;

  for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
    {
      JsonNode *node = json_array_get_element (groups, i);
      JsonNode *group = JSON_NODE_HOLDS_OBJECT (node)
                          ? json_object_get_member (json_node_get_object (node), "group") : NULL;
      const char *text = group != NULL && JSON_NODE_HOLDS_VALUE (group)
                           ? json_node_get_string (group) : NULL;

      if (g_strcmp0 (group != NULL ? text : "default", name) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
rt_reporting_has_endpoint (const RtCase *self,
                           const char   *name)
{
  g_autofree char *value = NULL;
  g_autoptr(GPtrArray) members = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  value = rt_case_dup_response (self, "Reporting-Endpoints");
  members = value != NULL ? rt_sf_parse (RT_SF_DICTIONARY, value, -1, NULL) : NULL;

  return (members != NULL && rt_sf_find (members, name) != NULL) || has_group (self, name);
}
