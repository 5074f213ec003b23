/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reporting.h"

#include "cases.h"

#define GROUP "Report-To: {\"group\":\"a\",\"max_age\":1,\"endpoints\":[]},{\"max_age\":1}\n"

static const struct
{
  const char *response;
  const char *name;
  gboolean    is_there;
} rows[] = {
  { "Server: x\n", "a", FALSE },
  { "Reporting-Endpoints: a=\"https://r.example/\"\n", "a", TRUE },
  { "Reporting-Endpoints: a=\"https://r.example/\"\n", "b", FALSE },
  { "Reporting-Endpoints: a=\"https://r.example/\n", "a", FALSE },
  { GROUP, "a", TRUE },
  { GROUP, "default", TRUE },
  { GROUP, "b", FALSE },
  { "Report-To: [{\"group\":\"a\"}]\n", "a", FALSE },
  { "Report-To: {\"group\":1}\n", "a", FALSE },
  { "Report-To: {\n", "a", FALSE },
};

static void
test_endpoints (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *response = g_strconcat ("HTTP/1.1 200 OK\n", rows[i].response, NULL);
      g_autoptr(RtTrail) trail = cases_one ("", response);
      g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

      g_test_message ("%s: %s", rows[i].response, rows[i].name);
      g_assert_cmpint (rt_reporting_has_endpoint (self, rows[i].name), ==, rows[i].is_there);
    }
}

static void
test_list (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK\nNEL: {}, {}\nReport-To: {\n");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
  g_autoptr(JsonNode) list = rt_reporting_parse_list (self, "NEL", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (list);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list)), ==, 2);
  g_assert_null (rt_reporting_parse_list (self, "Report-To", &error));
  g_assert_nonnull (error);
  g_assert_null (rt_reporting_parse_list (self, "Other", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reporting/endpoints", test_endpoints);
  g_test_add_func ("/reporting/list", test_list);

  return g_test_run ();
}
