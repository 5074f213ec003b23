/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/attempt-message.c: what libsoup is told of a request, and
 * what not.
 */

#include "attempt-private.h"

#include <string.h>

#include "trail-private.h"

typedef struct
{
  RtRequest     *request;
  RtTrail       *trail;
  RtOutgoing    *outgoing;
  RtSessionPool *pool;
  RtSession     *session;
  RtAttempt     *attempt;
} Composed;

/* Nothing is sent. @fields: pairs of name and value, then NULL */
static Composed *
compose (const char        *method,
         const char        *url,
         RtProtocol         protocol,
         const char *const *fields)
{
  Composed *self = g_new0 (Composed, 1);
  g_autoptr(GError) error = NULL;

  self->request = rt_request_new ();
  rt_request_set_method (self->request, method);
  rt_request_set_url (self->request, url);
  rt_request_set_protocol (self->request, protocol);
  for (; fields != NULL && fields[0] != NULL; fields += 2)
    rt_request_add_field (self->request, fields[0], fields[1]);

  self->trail = rt_trail_new (NULL, self->request);
  self->outgoing = rt_outgoing_new (self->request, &error);
  g_assert_no_error (error);
  self->pool = rt_session_pool_new ();
  self->session = rt_session_pool_take (self->pool, self->request, &error);
  g_assert_no_error (error);
  self->attempt = rt_attempt_new (self->trail, NULL, self->request, self->outgoing, self->session);

  return self;
}

static void
composed_free (Composed *self)
{
  g_clear_pointer (&self->attempt, rt_attempt_unref);
  g_clear_pointer (&self->session, rt_session_discard);
  g_clear_pointer (&self->pool, rt_session_pool_free);
  g_clear_pointer (&self->outgoing, rt_outgoing_unref);
  g_clear_object (&self->trail);
  g_clear_object (&self->request);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Composed, composed_free)

static char *
dup_headers (Composed *self)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->attempt->message);
  GString *text = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (text, "%s: %s\n", name, value);

  return g_string_free (text, FALSE);
}

/* In HTTP/1 it gets only what concerns the connection: the head is ours. */
static void
test_http1_fields (void)
{
  static const struct
  {
    const char *fields[7];
    const char *told;
  } cases[] = {
    { { "Accept", "text/plain", "Cookie", "a=b" }, "" },
    { { "cOnnection", "close" }, "Connection: close\n" },
    { { "Connection", "x,\r\n close" }, "Connection: x,   close\n" },
    { { "Host", "elsewhere", "Upgrade", "x", "Connection", "upgrade" }, "Connection: upgrade\n" },
    /* The server would wait for more, or take what follows for content. */
    { { "Content-Length", "5" }, "Connection: close\n" },
    { { "Transfer-Encoding", "chunked", "Content-Length", "0" }, "Connection: close\n" },
    { { "Connection", "keep-alive", "Content-Length", "5" }, "Connection: close\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Composed) self = compose ("GET", "http://a/", RT_PROTOCOL_HTTP1, cases[i].fields);
      g_autofree char *told = dup_headers (self);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* In HTTP/2 it writes the fields itself, but for those that HTTP/2 has not. */
static void
test_http2_fields (void)
{
  static const char *const fields[] = { "X-A", "1", "Connection", "close", "Host", "elsewhere",
                                        "x-b", "one\r\n two", "Content-Length", "0", NULL };
  g_autoptr(Composed) self = compose ("GET", "https://a/", RT_PROTOCOL_HTTP2, fields);
  g_autofree char *told = dup_headers (self);

  g_assert_nonnull (strstr (told, "X-A: 1\n"));
  g_assert_nonnull (strstr (told, "x-b: one   two\n"));
  g_assert_nonnull (strstr (told, "User-Agent: "));
  g_assert_null (strstr (told, "Connection"));
  g_assert_null (strstr (told, "Host"));
  g_assert_null (strstr (told, "Content-Length"));
}

/* libsoup would rewrite a target; only in HTTP/2 it has to know it. */
static void
test_target (void)
{
  static const struct
  {
    const char *url;
    RtProtocol  protocol;
    const char *told;
  } cases[] = {
    { "http://user:pw@a:81/../b?c#d", RT_PROTOCOL_HTTP1, "http://a:81/" },
    { "https://[::1]:44/%41?", RT_PROTOCOL_HTTP1, "https://[::1]:44/" },
    { "https://a/b%41?c=%zz&d", RT_PROTOCOL_HTTP2, "https://a:443/b%41?c=%zz&d" },
    { "http://a/b", RT_PROTOCOL_HTTP2, "http://a:80/" }, /* there is none in the clear */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Composed) self = compose ("GET", cases[i].url, cases[i].protocol, NULL);
      GUri *uri = soup_message_get_uri (self->attempt->message);
      const char *query = g_uri_get_query (uri);
      g_autofree char *told =
        g_strdup_printf (strchr (g_uri_get_host (uri), ':') != NULL ? "%s://[%s]:%d%s%s%s"
                                                                    : "%s://%s:%d%s%s%s",
                         g_uri_get_scheme (uri), g_uri_get_host (uri), g_uri_get_port (uri),
                         g_uri_get_path (uri), query != NULL ? "?" : "",
                         query != NULL ? query : "");

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* One message is one exchange: libsoup follows, logs in and decodes nothing. */
static void
test_decides_nothing (void)
{
  g_autoptr(Composed) self = compose ("PROPFIND", "http://a/", RT_PROTOCOL_HTTP1, NULL);
  SoupMessage *message = self->attempt->message;
  SoupMessageFlags flags = soup_message_get_flags (message);

  g_assert_cmpstr (soup_message_get_method (message), ==, "PROPFIND");
  g_assert_true (flags & SOUP_MESSAGE_NO_REDIRECT);
  g_assert_true (flags & SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  g_assert_false (flags & SOUP_MESSAGE_NEW_CONNECTION);
  g_assert_true (soup_message_is_feature_disabled (message, SOUP_TYPE_AUTH_MANAGER));
  g_assert_true (soup_message_is_feature_disabled (message, SOUP_TYPE_CONTENT_DECODER));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attempt-message/http1-fields", test_http1_fields);
  g_test_add_func ("/attempt-message/http2-fields", test_http2_fields);
  g_test_add_func ("/attempt-message/target", test_target);
  g_test_add_func ("/attempt-message/decides-nothing", test_decides_nothing);

  return g_test_run ();
}
