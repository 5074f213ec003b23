/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reference: what HTTP says each status code, class, method, field,
 * authentication scheme and failure means. Loaded once from the XML in
 * data/reference (as GResource), translated, immutable, shared.
 */

#pragma once

#include <gio/gio.h>

#include "code-group.h"
#include "entry.h"
#include "status-code.h"

G_BEGIN_DECLS

#define RT_TYPE_CATALOGUE (rt_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (RtCatalogue, rt_catalogue, RT, CATALOGUE, GObject)

/* The errors of this layer. Each message names file, line and reason. */
#define RT_REFERENCE_ERROR (rt_reference_error_quark ())
GQuark rt_reference_error_quark (void);

typedef enum
{
  RT_REFERENCE_ERROR_SYNTAX,    /* not well-formed, or text in a wrong place */
  RT_REFERENCE_ERROR_UNKNOWN,   /* an element, attribute or file not known */
  RT_REFERENCE_ERROR_MISSING,   /* a required part is not there, or empty */
  RT_REFERENCE_ERROR_VALUE,     /* a value that is not possible there */
  RT_REFERENCE_ERROR_DUPLICATE, /* said twice */
  RT_REFERENCE_ERROR_DANGLING,  /* a look-alike, or a member of a group, that does not exist */
} RtReferenceError;

/**
 * rt_catalogue_new:
 * @error: when the built-in data cannot be read: a defect of the build
 *
 * Returns: (transfer full): the whole reference
 */
RtCatalogue   *rt_catalogue_new             (GError      **error);

/** All codes in order of their number, unofficial ones included: a list of
 * RtStatusCode. (transfer none) */
GListModel    *rt_catalogue_get_codes       (RtCatalogue  *self);

/** The code as it stands in the reference, or NULL. (transfer none) */
RtStatusCode  *rt_catalogue_find_code       (RtCatalogue  *self,
                                             int           code);

/**
 * rt_catalogue_describe_code:
 * @code: any number
 *
 * As rt_catalogue_find_code(), but a code outside the table gets the meaning
 * of its class and state RT_STATUS_UNREGISTERED (RFC 9110 section 15), an
 * empty phrase, and says what number it counts as.
 *
 * Returns: (transfer full): never %NULL
 */
RtStatusCode  *rt_catalogue_describe_code   (RtCatalogue  *self,
                                             int           code);

/* Methods, header fields, authentication schemes, failures (and faults), each
 * a list of RtEntry, in alphabetical order; failures in the order of the
 * phases. (transfer none) */
GListModel    *rt_catalogue_get_methods     (RtCatalogue  *self);
GListModel    *rt_catalogue_get_fields      (RtCatalogue  *self);
GListModel    *rt_catalogue_get_schemes     (RtCatalogue  *self);
GListModel    *rt_catalogue_get_failures    (RtCatalogue  *self);
/** The five classes, RtEntry with ids "1xx" to "5xx", and "other". The entry
 * for no response at all, "none", is only found with
 * rt_catalogue_find_class(). */
GListModel    *rt_catalogue_get_classes     (RtCatalogue  *self);

/* By name; methods with case, the others without, and also by alias. (transfer none) (nullable) */
RtEntry       *rt_catalogue_find_method     (RtCatalogue  *self,
                                             const char   *name);
RtEntry       *rt_catalogue_find_field      (RtCatalogue  *self,
                                             const char   *name);
RtEntry       *rt_catalogue_find_scheme     (RtCatalogue  *self,
                                             const char   *name);
/** @id: as RtFailure and RtFault of the engine give it: "refused". */
RtEntry       *rt_catalogue_find_failure    (RtCatalogue  *self,
                                             const char   *id);
RtEntry       *rt_catalogue_find_class      (RtCatalogue  *self,
                                             RtStatusClass status_class);

/** The codes that are put side by side: a list of RtCodeGroup. (transfer none) */
GListModel    *rt_catalogue_get_groups      (RtCatalogue  *self);
/** By its id. (transfer none) (nullable) */
RtCodeGroup   *rt_catalogue_find_group      (RtCatalogue  *self,
                                             const char   *id);
/** The one group that @code is in. (transfer none) (nullable) */
RtCodeGroup   *rt_catalogue_find_group_of   (RtCatalogue  *self,
                                             int           code);

G_END_DECLS
