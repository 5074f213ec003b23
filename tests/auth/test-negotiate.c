/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/negotiate.c. */

#include "negotiate.h"

#include <string.h>

/* No ticket and no server: an answer in words, not a wait. */
static void
test_no_ticket (void)
{
  g_autofree char *obstacle = rt_negotiate_dup_obstacle ();
  g_autoptr (RtNegotiate) self = rt_negotiate_new ("localhost");
  g_autofree char *fault = NULL;
  g_autofree char *value = rt_negotiate_step (self, NULL, &fault);

  g_assert_null (value);
  g_test_message ("%s", fault);
  if (obstacle != NULL)
    g_assert_nonnull (strstr (obstacle, "GSSAPI"));
  else
    g_assert_nonnull (strstr (fault, "no ticket"));
  g_assert_true (g_utf8_validate (fault, -1, NULL));
  g_assert_cmpint (rt_negotiate_finish (self, "YII="), ==, RT_PROOF_NONE);
}

static void
test_rubbish (void)
{
  static const char * const hosts[] = { "", "a b", "\377", "[::1]" };

  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autoptr (RtNegotiate) self = rt_negotiate_new (hosts[i]);
      g_autofree char *fault = NULL;
      g_autofree char *value = rt_negotiate_step (self, "////", &fault);

      g_assert_null (value);
      g_assert_nonnull (fault);
    }
}

int
main (int    argc,
      char **argv)
{
  /* Nothing of this machine, and no name service. */
  g_setenv ("KRB5_CONFIG", "/dev/null", TRUE);
  g_setenv ("KRB5CCNAME", "MEMORY:none", TRUE);
  g_setenv ("KRB5_CLIENT_KTNAME", "/dev/null", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/negotiate/no-ticket", test_no_ticket);
  g_test_add_func ("/auth/negotiate/rubbish", test_rubbish);
  return g_test_run ();
}
