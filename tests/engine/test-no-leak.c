/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* No credential and no cookie reaches another origin, in any cell of the
 * redirect table: asserted at the server that got the request, not on our own
 * record. 127.0.0.1 and localhost, http and https, and each port are origins.
 */

#include "config.h"

#include "sending.h"

#include <string.h>

#include <glib/gstdio.h>

#include "redirect.h"
#include "witness.h"

#define SECRET "s3cr3t"
#define CODED "dXNlcjpzM2NyM3Q=" /* user:s3cr3t */

static const char *const methods[] = { "GET",   "HEAD",   "POST",    "PUT",
                                       "PATCH", "DELETE", "OPTIONS", "PROPFIND" };

typedef enum
{
  KIND_TYPED_FIELDS,
  KIND_USER_INFO,
  KIND_BASIC,
  KIND_BEARER,
  KIND_TYPED_VALUE,
  KIND_KEY_IN_FIELD,
  KIND_KEY_IN_QUERY,
  KIND_JAR,
  N_KINDS,
} Kind;

static const char *const kind_names[] = { "typed-fields", "user-info", "basic",
                                          "bearer", "typed-value", "key-in-field",
                                          "key-in-query", "jar" };

typedef enum
{
  TO_SAME,
  TO_OTHER_HOST,
  TO_OTHER_SCHEME, /* from http to https */
  TO_CLEAR,        /* from https to http */
  TO_OTHER_PORT,
  N_PLACES,
} Place;

static const char *const place_names[] = { "same", "other-host", "other-scheme", "to-clear",
                                           "other-port" };

typedef struct
{
  Sending  sending;
  Witness *witness;
  char    *trusted; /* path of a file */
} Fixture;

/* The TLS library reads all that is trusted anew for every connection, and most
 * sends here make one. The trust of the system is some 140 certificates, which
 * a sanitiser makes very slow; here it is one. */
static void
trust_playground (Fixture *self)
{
  g_autoptr(GTlsDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp ("roundtrip-ca-XXXXXX.pem", &self->trusted, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_file_set_contents (self->trusted, rt_playground_get_ca_pem (self->sending.playground), -1, &error);
  g_assert_no_error (error);
  database = g_tls_file_database_new (self->trusted, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  sending_set_up (&self->sending, NULL);
  trust_playground (self);
  self->witness = witness_new (NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  sending_tear_down (&self->sending, NULL);
  g_clear_pointer (&self->witness, witness_free);
  g_assert_cmpint (g_unlink (self->trusted), ==, 0);
  g_clear_pointer (&self->trusted, g_free);
}

static void
set_credentials (RtRequest         *request,
                 RtCredentialsKind  kind,
                 const char        *secret)
{
  RtCredentials *credentials = rt_request_get_credentials (request);

  rt_credentials_set_user (credentials, "user");
  rt_credentials_set_secret (credentials, secret);
  rt_credentials_set_name (credentials, "X-Key");
  rt_credentials_set_preemptive (credentials, TRUE);
  rt_credentials_set_kind (credentials, kind);
}

static void
fill_jar (RtRequest *request)
{
  const RtCookieParts parts = {
    .name = "session", .value = SECRET, .domain = "127.0.0.1", .path = "/", .expires = -1,
    .host_only = TRUE,
  };
  g_autoptr(RtCookieJar) jar = rt_cookie_jar_new (NULL);
  g_autoptr(RtCookie) cookie = rt_cookie_new (&parts);

  rt_cookie_jar_put (jar, cookie);
  rt_request_set_cookie_jar (request, jar);
}

static void
set_kind (RtRequest *request,
          Kind       kind)
{
  switch (kind)
    {
    case KIND_TYPED_FIELDS:
      rt_request_add_field (request, "authorization", "Basic " CODED);
      rt_request_add_field (request, "Cookie", "session=" SECRET);
      rt_request_add_field (request, "cookie2", SECRET);
      rt_request_add_field (request, "PROXY-Authorization", SECRET);
      break;
    case KIND_BASIC:
      set_credentials (request, RT_CREDENTIALS_BASIC, SECRET);
      break;
    case KIND_BEARER:
      set_credentials (request, RT_CREDENTIALS_BEARER, SECRET);
      break;
    case KIND_TYPED_VALUE:
      set_credentials (request, RT_CREDENTIALS_TYPED, "Own " SECRET);
      break;
    case KIND_KEY_IN_FIELD:
      set_credentials (request, RT_CREDENTIALS_API_KEY, SECRET);
      break;
    case KIND_KEY_IN_QUERY:
      set_credentials (request, RT_CREDENTIALS_API_KEY, SECRET);
      rt_credentials_set_place (rt_request_get_credentials (request), RT_KEY_IN_QUERY);
      break;
    case KIND_JAR:
      fill_jar (request);
      break;
    case KIND_USER_INFO:
    case N_KINDS:
    default:
      break;
    }
}

/* @origin with user information where that is what is sent. */
static char *
dup_start (Fixture    *self,
           Kind        kind,
           Place       place,
           const char *path)
{
  const char *origin = place == TO_CLEAR
                         ? rt_playground_get_https_origin (self->sending.playground)
                         : rt_playground_get_http_origin (self->sending.playground);
  const char *host = strstr (origin, "//") + 2;

  return g_strdup_printf ("%.*s%s%s%s", (int) (host - origin), origin,
                          kind == KIND_USER_INFO ? "user:" SECRET "@" : "", host, path);
}

static char *
dup_goal (Fixture *self,
          Place    place)
{
  const char *http = rt_playground_get_http_origin (self->sending.playground);
  const char *https = rt_playground_get_https_origin (self->sending.playground);

  switch (place)
    {
    case TO_OTHER_HOST:
      return g_strconcat ("http://localhost", strrchr (http, ':'), "/anything/goal", NULL);
    case TO_OTHER_SCHEME:
      return g_strconcat (https, "/anything/goal", NULL);
    case TO_OTHER_PORT:
      return g_strconcat (witness_get_origin (self->witness), "/anything/goal", NULL);
    case TO_SAME:
    case TO_CLEAR:
    case N_PLACES:
    default:
      return g_strconcat (http, "/anything/goal", NULL);
    }
}

/* What the last server got, as it says itself. */
static char *
dup_received (Fixture *self,
              Place    place)
{
  return place == TO_OTHER_PORT
           ? witness_take_heads (self->witness)
           : sending_dup_text (rt_trail_get_last (self->sending.trail));
}

static gboolean
holds_secret (const char *text)
{
  return strstr (text, SECRET) != NULL || strstr (text, CODED) != NULL;
}

/* A cookie of a jar is one of a host, whatever the port and the scheme. */
static gboolean
is_due (Kind  kind,
        Place place)
{
  return place == TO_SAME || (kind == KIND_JAR && place != TO_OTHER_HOST);
}

static void
check_cell (Fixture    *self,
            int         status,
            const char *method,
            Kind        kind,
            Place       place)
{
  g_autofree char *goal = dup_goal (self, place);
  g_autofree char *escaped = g_uri_escape_string (goal, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/redirect-to?status=%d&url=%s", status, escaped);
  g_autofree char *start = dup_start (self, kind, place, path);
  g_autofree char *received = NULL;
  gboolean followed = rt_redirect_is_redirect (status);

  rt_request_set_method (self->sending.request, method);
  rt_request_set_url (self->sending.request, start);
  sending_run (&self->sending);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->sending.trail), ==, followed ? 2 : 1);
  if (!followed)
    return;

  received = dup_received (self, place);
  if (holds_secret (received) && !is_due (kind, place))
    g_error ("%d %s, %s, %s: leaked in %s", status, method, kind_names[kind],
             place_names[place], received);
  /* A HEAD brings no echo; elsewhere what should arrive does. */
  if (is_due (kind, place) && !g_str_equal (method, "HEAD") && !holds_secret (received))
    g_error ("%d %s, %s, %s: did not arrive in %s", status, method, kind_names[kind],
             place_names[place], received);
}

static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  Kind kind = GPOINTER_TO_UINT (data);

  set_kind (self->sending.request, kind);
  for (guint with_content = 0; with_content < 2; with_content++)
    {
      rt_request_set_content_kind (self->sending.request,
                                   with_content ? RT_CONTENT_TEXT : RT_CONTENT_NONE);
      rt_request_set_text (self->sending.request, "content");
      for (int status = 300; status <= 308; status++)
        for (guint method = 0; method < G_N_ELEMENTS (methods); method++)
          /* What is not followed goes nowhere, whatever it names. */
          for (Place place = rt_redirect_is_redirect (status) ? 0 : N_PLACES - 1;
               place < N_PLACES; place++)
            check_cell (self, status, methods[method], kind, place);
    }
}

/* Away and back: home gets them again, what lies between never does. */
static void
test_back_home (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *goal = dup_goal (self, TO_SAME);
  g_autofree char *inner = g_uri_escape_string (goal, NULL, FALSE);
  const char *http = rt_playground_get_http_origin (self->sending.playground);
  g_autofree char *between = g_strdup_printf ("http://localhost%s/redirect-to?url=%s",
                                              strrchr (http, ':'), inner);
  g_autofree char *outer = g_uri_escape_string (between, NULL, FALSE);
  g_autofree char *path = g_strconcat ("/redirect-to?url=", outer, NULL);
  g_autofree char *received = NULL;
  g_autoptr(RtHead) head = NULL;
  const RtNext *next;

  set_kind (self->sending.request, KIND_BASIC);
  sending_aim (&self->sending, path);
  sending_run (&self->sending);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->sending.trail), ==, 3);
  received = dup_received (self, TO_SAME);
  g_assert_true (holds_secret (received));
  head = rt_exchange_dup_request_head (rt_trail_get_exchange (self->sending.trail, 1));
  g_assert_cmpint (rt_head_find_field (head, "Authorization", 0), <, 0);

  next = rt_exchange_get_next (rt_trail_get_exchange (self->sending.trail, 0));
  g_assert_true (g_strv_contains ((const char *const *) next->dropped, "Authorization"));
  g_assert_nonnull (strstr (next->credentials[0], "withheld"));
  next = rt_exchange_get_next (rt_trail_get_exchange (self->sending.trail, 1));
  g_assert_nonnull (strstr (next->credentials[0], "go along"));
}

/* Who asks gets nothing, if it is another origin. */
static void
test_asked_elsewhere (Fixture       *self,
                      gconstpointer  data)
{
  static const RtCredentialsKind kinds[] = {
    RT_CREDENTIALS_USER, RT_CREDENTIALS_BASIC, RT_CREDENTIALS_DIGEST, RT_CREDENTIALS_BEARER,
    RT_CREDENTIALS_TYPED, RT_CREDENTIALS_API_KEY,
  };
  g_autoptr(Witness) witness = witness_new (
    "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
    "WWW-Authenticate: Digest realm=\"x\", nonce=\"1\", qop=\"auth\"\r\n"
    "WWW-Authenticate: Bearer\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  g_autofree char *path = g_strconcat ("/redirect-to?url=", witness_get_origin (witness),
                                       "/anything", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *heads = NULL;

      set_credentials (self->sending.request, kinds[i], SECRET);
      rt_credentials_set_preemptive (rt_request_get_credentials (self->sending.request), FALSE);
      sending_aim (&self->sending, path);
      sending_run (&self->sending);
      g_assert_cmpint (rt_trail_get_end (self->sending.trail), ==, RT_TRAIL_END_NOT_ANSWERED);
      g_assert_cmpuint (rt_trail_get_n_exchanges (self->sending.trail), ==, 2);
      heads = witness_take_heads (witness);
      g_assert_nonnull (strstr (heads, "GET /anything"));
      g_assert_null (strcasestr (heads, "authorization"));
      g_assert_false (holds_secret (heads));
      g_assert_null (strstr (heads, "X-Key"));
    }
}

/* What stands in a Location is never used as credentials. */
static void
test_location_user_info (Fixture       *self,
                         gconstpointer  data)
{
  const char *http = rt_playground_get_http_origin (self->sending.playground);
  g_autofree char *path = g_strdup_printf ("/redirect-to?url=http://user:%s@%s/anything", SECRET,
                                           http + strlen ("http://"));
  g_autofree char *received = NULL;
  const RtNext *next;

  sending_aim (&self->sending, path);
  sending_run (&self->sending);
  received = dup_received (self, TO_SAME);
  g_assert_nonnull (strstr (received, "\"/anything\""));
  g_assert_false (holds_secret (received));
  g_assert_null (strcasestr (received, "authorization"));
  next = rt_exchange_get_next (rt_trail_get_exchange (self->sending.trail, 0));
  g_assert_cmpuint (g_strv_length (next->credentials), ==, 1);
  g_assert_nonnull (strstr (next->credentials[0], "Location"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (Kind kind = 0; kind < N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat ("/no-leak/table/", kind_names[kind], NULL);

      g_test_add (name, Fixture, GUINT_TO_POINTER (kind), set_up, test_table, tear_down);
    }
  g_test_add ("/no-leak/back-home", Fixture, NULL, set_up, test_back_home, tear_down);
  g_test_add ("/no-leak/asked-elsewhere", Fixture, NULL, set_up, test_asked_elsewhere, tear_down);
  g_test_add ("/no-leak/location-user-info", Fixture, NULL, set_up, test_location_user_info,
              tear_down);

  return g_test_run ();
}
