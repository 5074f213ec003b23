/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of reporting-notes.c: each row says exactly which notes an exchange gets. */

#include "cases.h"

static const struct
{
  const char *url;
  const char *request; /* NULL for a plain GET */
  const char *response;
  const char *ids;
} rows[] = {
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n"
    "Report-To: {\"group\":\"e\",\"max_age\":86400,\"endpoints\":[{\"url\":\"https://r.example/\"}]}\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReporting-Endpoints: e=\"https://r.example/\"\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n"
    "Report-To: {\"group\":\"e\",\"max_age\":86400,\"endpoints\":[{\"url\":\"https://r.example/\"}]}\n"
    "NEL: {\"report_to\":\"e\",\"max_age\":604800,\"success_fraction\":0.01}\n",
    "reporting-errors" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: {\"max_age\":1,\"endpoints\":[{\"url\":\"https://r.example/\"}]}\n"
    "NEL: {\"report_to\":\"default\",\"max_age\":1}\n",
    "reporting-errors" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n"
    "Report-To: {\"group\":\"e\",\"max_age\":86400,\"endpoints\":[{\"url\":\"https://r.example/\"}]}\n"
    "NEL: {\"report_to\":\"f\",\"max_age\":604800}\n",
    "reporting-nowhere" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nNEL: {\"max_age\":0}\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nNEL: {\"max_age\":5}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nNEL: {\"report_to\":\"e\"}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nNEL: {\"report_to\":\"e\",\"max_age\":\"5\"}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nNEL: {\"report_to\":\"e\",\"max_age\":-5}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReporting-Endpoints: e=\"https://r.example/\"\n"
    "NEL: {\"report_to\":\"e\",\"max_age\":5,\"failure_fraction\":2}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nNEL: [\"e\"]\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nNEL: {report_to: e}\n",
    "reporting-no-json" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: {\"group\":\"e\"\n",
    "reporting-no-json" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: \"e\"\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: {\"group\":\"e\",\"max_age\":1}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: {\"max_age\":1,\"endpoints\":\"https://r.example/\"}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: {\"max_age\":1,\"endpoints\":[\"https://r.example/\"]}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: {\"max_age\":1,\"endpoints\":[{\"priority\":1}]}\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReport-To: {\"max_age\":1,\"endpoints\":[{\"url\":\"http://r.example/\"}]}\n",
    "reporting-insecure" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReporting-Endpoints: e=\"http://r.example/\"\n",
    "reporting-insecure" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReporting-Endpoints: e=1\n",
    "reporting-form" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReporting-Endpoints: e=\"https://r.example/\"\n"
    "Cross-Origin-Opener-Policy: same-origin; report-to=\"e\"\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReporting-Endpoints: e=\"https://r.example/\"\n"
    "Cross-Origin-Opener-Policy: same-origin; report-to=\"f\"\n",
    "reporting-nowhere" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Embedder-Policy-Report-Only: require-corp; report-to=\"e\"\n",
    "reporting-nowhere" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "reporting-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reporting-notes/rows", test_rows);

  return g_test_run ();
}
