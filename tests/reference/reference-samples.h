/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small documents for the tests of the readers, and how to load them. */

#pragma once

#include "catalogue-loader.h"

#include <string.h>

#define ENTRY(id) \
  "<entry id='" id "' kind='class'><name>N</name><summary>S.</summary>" \
  "<meaning>M of " id ".</meaning><action>A.</action>" \
  "<reference rfc='9110' section='15'/></entry>"

#define CLASSES \
  "<entries>" ENTRY ("1xx") ENTRY ("2xx") ENTRY ("3xx") ENTRY ("4xx") \
  ENTRY ("5xx") ENTRY ("other") ENTRY ("none") "</entries>"

#define CODE_TEXTS \
  "<phrase>P</phrase><summary>S.</summary><meaning>M.</meaning>" \
  "<when>W.</when><action>A.</action><content-note>C.</content-note>" \
  "<cache-note>K.</cache-note>"

#define CODE_START(number) \
  "<code number='" number "' state='registered' content='yes' cacheable='no'>"

#define CODE_END "<reference rfc='9110' section='15.5.5'/></code>"

#define CODE(number, more) CODE_START (number) CODE_TEXTS more CODE_END

#define CODES(codes) "<status-codes>" codes "</status-codes>"

/* Bytes without a NUL after them, so that reading on is noticed. */
static inline GBytes *
make_bytes (const char *text)
{
  gsize length = strlen (text);

  return g_bytes_new_take (g_memdup2 (text, length), length);
}

/* A catalogue of the classes above and one more file. */
static inline RtCatalogue *
load_with_classes (const char  *file,
                   const char  *text,
                   GError     **error)
{
  g_autoptr (GBytes) classes = make_bytes (CLASSES);
  g_autoptr (GBytes) bytes = make_bytes (text);
  const RtReferenceSource sources[] = {
    { "classes.xml", classes },
    { file, bytes },
  };

  return rt_catalogue_load (sources, G_N_ELEMENTS (sources), error);
}

/* @text in a file of this name must be refused, for this reason. */
static inline void
assert_refused (const char *file,
                const char *text,
                int         code,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = load_with_classes (file, text, &error);

  g_assert_null (catalogue);
  g_assert_error (error, RT_REFERENCE_ERROR, code);
  if (strstr (error->message, message) == NULL)
    g_error ("'%s' does not say '%s'", error->message, message);
}
