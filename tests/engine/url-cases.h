/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is said as a URL or a reference, and what becomes of it. */

#pragma once

#include "url.h"

G_BEGIN_DECLS

typedef struct
{
  const char *said;
  const char *text;  /* NULL: refused, with... */
  int         code;
  const char *words; /* ...these in its message */
} RtUrlCase;

/** Ends the test unless @url, or @error when there is none, is what @expected says. */
void rt_test_check_url (const RtUrlCase *expected,
                        const RtUrl     *url,
                        const GError    *error);

G_END_DECLS
