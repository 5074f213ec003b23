/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* References and attributes; the other checks are tested with the readers. */

#include "catalogue-parser.h"

#include "reference-samples.h"

static void
test_reference (void)
{
  static const struct
  {
    const char *reference;
    const char *title; /* NULL when it is refused */
    const char *url;
  } cases[] = {
    { "", "", "" },
    { "<reference rfc='6585'/>", "RFC 6585",
      "https://www.rfc-editor.org/rfc/rfc6585.html" },
    { "<reference rfc='9110' section='15.5.5'/>", "RFC 9110, section 15.5.5",
      "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5" },
    { "<reference rfc='9112' section='B.1'/>", "RFC 9112, appendix B.1",
      "https://www.rfc-editor.org/rfc/rfc9112.html#appendix-B.1" },
    { "<reference title='T' url='https://example.com/'/>", "T", "https://example.com/" },
    { "<reference rfc='RFC 9110'/>", NULL, NULL },
    { "<reference rfc='9110' title='T'/>", NULL, NULL },
    { "<reference section='3'/>", NULL, NULL },
    { "<reference title='T'/>", NULL, NULL },
    { "<reference title='T' url='javascript:x'/>", NULL, NULL },
    { "<reference title='T' url='https://e/' section='1'/>", NULL, NULL },
    { "<reference rfc='1'/><reference rfc='2'/>", NULL, NULL },
    { "<reference rfc='1' x='2'/>", NULL, NULL },
    { "<reference rfc='1'>text</reference>", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("<a>%s</a>", cases[i].reference);
      g_autoptr (GBytes) xml = make_bytes (text);
      g_autoptr (RtNode) root = rt_node_parse ("f.xml", xml, NULL);
      g_autofree char *title = NULL;
      g_autofree char *url = NULL;
      gboolean read = rt_node_read_reference (root, RT_REFERENCE_OPTIONAL,
                                              &title, &url, &error);

      g_assert_cmpint (read, ==, cases[i].title != NULL);
      g_assert_cmpint (error == NULL, ==, read);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (url, ==, cases[i].url);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/catalogue-node/reference", test_reference);

  return g_test_run ();
}
