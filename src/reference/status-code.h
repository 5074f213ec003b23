/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One status code of the reference. Immutable. All texts are translated but
 * the phrase, which is protocol.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RT_CLASS_NONE,          /* no response at all */
  RT_CLASS_INFORMATIONAL, /* 100-199 */
  RT_CLASS_SUCCESS,       /* 200-299 */
  RT_CLASS_REDIRECTION,   /* 300-399 */
  RT_CLASS_CLIENT_ERROR,  /* 400-499 */
  RT_CLASS_SERVER_ERROR,  /* 500-599 */
  RT_CLASS_OTHER,         /* any other number */
} RtStatusClass;

typedef enum
{
  RT_STATUS_REGISTERED,   /* in the IANA registry */
  RT_STATUS_TEMPORARY,    /* registered for a draft, with an end date */
  RT_STATUS_UNUSED,       /* kept out of use: 306, 418 */
  RT_STATUS_OBSOLETED,    /* 510 */
  RT_STATUS_UNOFFICIAL,   /* not registered, but some vendor sends it */
  RT_STATUS_UNREGISTERED, /* not in the reference */
} RtStatusState;

typedef enum
{
  RT_ANSWER_NO,
  RT_ANSWER_YES,
  RT_ANSWER_DEPENDS, /* the text beside it says on what */
} RtAnswer;

/* What a 3xx does to the method of the next request. */
typedef enum
{
  RT_METHOD_FATE_NONE,       /* no next request by this code */
  RT_METHOD_FATE_KEPT,       /* 307, 308 */
  RT_METHOD_FATE_MAY_CHANGE, /* 301, 302: POST becomes GET */
  RT_METHOD_FATE_GET,        /* 303 */
} RtMethodFate;

/* A header field that matters with this code. */
typedef struct
{
  char *name; /* "WWW-Authenticate" */
  char *role; /* "required", "expected", "useful" */
  char *why;  /* a sentence */
} RtCodeField;

typedef struct
{
  int   code;
  char *difference; /* a sentence or two */
} RtLookAlike;

/* Who uses an unofficial code (or a registered one in a way of its own). */
typedef struct
{
  char *vendor;
  char *phrase;
  char *meaning;
  char *on_wire; /* "real", "log-only", "internal", "historic", "app-chosen", "rare" */
} RtCodeOwner;

#define RT_TYPE_STATUS_CODE (rt_status_code_get_type ())
G_DECLARE_FINAL_TYPE (RtStatusCode, rt_status_code, RT, STATUS_CODE, GObject)

/** Class of any number, by its hundreds (RFC 9110 section 15). 0 and less: NONE. */
RtStatusClass rt_status_class_of              (int code);
/** "1xx" … "5xx", "none", "other": stable, for style classes and ids. */
const char   *rt_status_class_to_id           (RtStatusClass status_class);

int           rt_status_code_get_code         (RtStatusCode *self);
RtStatusClass rt_status_code_get_class        (RtStatusCode *self);
RtStatusState rt_status_code_get_state        (RtStatusCode *self);
/** RFC 9110's name, "Not Found"; of an unofficial code its first owner's;
 * "" for one that is not in the reference. */
const char   *rt_status_code_get_phrase       (RtStatusCode *self);
/** Older and other names. */
const char * const *rt_status_code_get_aliases (RtStatusCode *self);
const char   *rt_status_code_get_summary      (RtStatusCode *self); /* one sentence */
const char   *rt_status_code_get_meaning      (RtStatusCode *self); /* a paragraph */
const char   *rt_status_code_get_when         (RtStatusCode *self); /* when a server sends it */
const char   *rt_status_code_get_action       (RtStatusCode *self); /* what the client does next */
RtAnswer      rt_status_code_get_has_content  (RtStatusCode *self);
const char   *rt_status_code_get_content_note (RtStatusCode *self); /* in words */
/** Cacheable by default (heuristically), RFC 9110 section 15.1. */
RtAnswer      rt_status_code_get_cacheable    (RtStatusCode *self);
const char   *rt_status_code_get_cache_note   (RtStatusCode *self); /* in words */
RtMethodFate  rt_status_code_get_method_fate  (RtStatusCode *self);
const char   *rt_status_code_get_method_note  (RtStatusCode *self); /* "" but for 3xx */
/** Element types RtCodeField, RtLookAlike, RtCodeOwner. (transfer none) */
GPtrArray    *rt_status_code_get_fields       (RtStatusCode *self);
GPtrArray    *rt_status_code_get_look_alikes  (RtStatusCode *self);
GPtrArray    *rt_status_code_get_owners       (RtStatusCode *self);
/** "RFC 9110, section 15.5.5"; "" when none */
const char   *rt_status_code_get_specification (RtStatusCode *self);
/** "" when none */
const char   *rt_status_code_get_specification_url (RtStatusCode *self);
/** The state in words: "Registered with IANA", "Temporary, expired", … */
const char   *rt_status_code_get_state_note   (RtStatusCode *self);

G_END_DECLS
