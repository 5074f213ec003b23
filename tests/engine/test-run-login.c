/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Logging in, as a person meets it: what is answered, with what, and how it
 * ends; at the server, at a proxy, and at a proxy before a tunnel.
 */

#include "config.h"

#include "sending.h"

#include <glib/gstdio.h>
#include <string.h>

#include "proxy.h"
#include "witness.h"

static void
set_user (RtCredentials     *credentials,
          RtCredentialsKind  kind,
          const char        *user,
          const char        *secret)
{
  rt_credentials_set_user (credentials, user);
  rt_credentials_set_secret (credentials, secret);
  rt_credentials_set_kind (credentials, kind);
}

static void
log_in_as (Sending           *self,
           RtCredentialsKind  kind,
           const char        *user,
           const char        *secret)
{
  set_user (rt_request_get_credentials (self->request), kind, user, secret);
}

/* "401 200": the codes of all exchanges. */
static char *
dup_statuses (Sending *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rt_trail_get_n_exchanges (self->trail); i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            rt_exchange_get_status (rt_trail_get_exchange (self->trail, i)));

  return g_string_free (text, FALSE);
}

static void
check_trail (Sending    *self,
             const char *statuses,
             RtTrailEnd  end)
{
  g_autofree char *got = dup_statuses (self);

  g_assert_cmpstr (got, ==, statuses);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, end);
  g_assert_cmpint (*rt_trail_get_end_words (self->trail) == '\0', ==, end == RT_TRAIL_END_NORMAL);
}

static char *
dup_sent (RtExchange *exchange,
          const char *name)
{
  g_autoptr(RtHead) head = rt_exchange_dup_request_head (exchange);

  return rt_head_dup_combined (head, name);
}

static const RtNext *
get_link (Sending *self,
          guint    position)
{
  return rt_exchange_get_next (rt_trail_get_exchange (self->trail, position));
}

typedef struct
{
  const char       *path;
  RtCredentialsKind kind;
  const char       *secret;
  gboolean          preemptive;
  const char       *statuses;
  RtTrailEnd        end;
} Case;

static const Case cases[] = {
  { "/basic-auth/ada/pw", RT_CREDENTIALS_BASIC, "pw", FALSE, "401 200", RT_TRAIL_END_NORMAL },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_BASIC, "pw", TRUE, "200", RT_TRAIL_END_NORMAL },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_USER, "pw", FALSE, "401 200", RT_TRAIL_END_NORMAL },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_USER, "no", FALSE, "401 401",
    RT_TRAIL_END_LOGIN_REFUSED },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_BASIC, "no", TRUE, "401", RT_TRAIL_END_LOGIN_REFUSED },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_NONE, "pw", FALSE, "401", RT_TRAIL_END_NORMAL },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_DIGEST, "pw", FALSE, "401", RT_TRAIL_END_NOT_ANSWERED },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_BEARER, "pw", FALSE, "401", RT_TRAIL_END_NOT_ANSWERED },
  { "/bearer", RT_CREDENTIALS_BEARER, "t0ken", FALSE, "200", RT_TRAIL_END_NORMAL },
  { "/bearer", RT_CREDENTIALS_USER, "pw", FALSE, "401", RT_TRAIL_END_NOT_ANSWERED },
  { "/bearer", RT_CREDENTIALS_TYPED, "Bearer x", FALSE, "200", RT_TRAIL_END_NORMAL },
  { "/basic-auth/ada/pw", RT_CREDENTIALS_TYPED, "Basic eDp5", FALSE, "401",
    RT_TRAIL_END_LOGIN_REFUSED },
  { "/digest-auth/auth/ada/pw", RT_CREDENTIALS_DIGEST, "pw", FALSE, "401 200",
    RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth/ada/pw", RT_CREDENTIALS_USER, "pw", FALSE, "401 200",
    RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth/ada/pw", RT_CREDENTIALS_USER, "pw", TRUE, "401 200",
    RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth/ada/pw", RT_CREDENTIALS_DIGEST, "no", FALSE, "401 401",
    RT_TRAIL_END_LOGIN_REFUSED },
  { "/digest-auth/none/ada/pw", RT_CREDENTIALS_DIGEST, "pw", FALSE, "401 200",
    RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth-int/ada/pw", RT_CREDENTIALS_DIGEST, "pw", FALSE, "401 200",
    RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth,auth-int/ada/pw/SHA-256?a=b&c=%20", RT_CREDENTIALS_DIGEST, "pw", FALSE,
    "401 200", RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth/ada/pw/MD5-sess", RT_CREDENTIALS_DIGEST, "pw", FALSE, "401 200",
    RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth/ada/pw/SHA-256-sess?userhash=1", RT_CREDENTIALS_DIGEST, "pw", FALSE,
    "401 200", RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth/ada/pw/MD5,SHA-256", RT_CREDENTIALS_DIGEST, "pw", FALSE, "401 200",
    RT_TRAIL_END_NORMAL },
  { "/digest-auth/auth/ada/pw", RT_CREDENTIALS_BASIC, "pw", FALSE, "401",
    RT_TRAIL_END_NOT_ANSWERED },
  { "/hidden-basic-auth/ada/pw", RT_CREDENTIALS_BASIC, "pw", FALSE, "404", RT_TRAIL_END_NORMAL },
  { "/hidden-basic-auth/ada/pw", RT_CREDENTIALS_BASIC, "pw", TRUE, "200", RT_TRAIL_END_NORMAL },
};

static void
test_case (Sending       *self,
           gconstpointer  data)
{
  const Case *test = data;

  log_in_as (self, test->kind, "ada", test->secret);
  rt_credentials_set_preemptive (rt_request_get_credentials (self->request), test->preemptive);
  sending_aim (self, test->path);
  sending_run (self);
  check_trail (self, test->statuses, test->end);
  if (rt_trail_get_n_exchanges (self->trail) > 1)
    {
      g_assert_cmpint (get_link (self, 0)->reason, ==, RT_NEXT_CHALLENGE);
      g_assert_cmpstr (get_link (self, 0)->section, ==, "RFC 9110, section 11.6.1");
      g_assert_cmpuint (g_strv_length (get_link (self, 0)->credentials), ==, 1);
      g_assert_true (g_str_has_prefix (get_link (self, 0)->rule, "401 after GET: answered with "));
    }
}

/* A field that was typed goes out as it is, and is the only one. */
static void
test_typed_wins (Sending       *self,
                 gconstpointer  data)
{
  g_autofree char *sent = NULL;

  log_in_as (self, RT_CREDENTIALS_USER, "ada", "pw");
  rt_request_add_field (self->request, "authorization", "Mine");
  sending_aim (self, "/basic-auth/ada/pw");
  sent = dup_sent (sending_run (self), "Authorization");
  g_assert_cmpstr (sent, ==, "Mine");
  check_trail (self, "401", RT_TRAIL_END_NOT_ANSWERED);

  log_in_as (self, RT_CREDENTIALS_NONE, "", "");
  sending_run (self);
  check_trail (self, "401", RT_TRAIL_END_NORMAL);
}

static void
test_key (Sending       *self,
          gconstpointer  data)
{
  RtCredentials *credentials = rt_request_get_credentials (self->request);
  g_autofree char *sent = NULL;
  g_autofree char *text = NULL;
  g_autofree char *typed = NULL;

  log_in_as (self, RT_CREDENTIALS_API_KEY, "", "k&y");
  rt_credentials_set_name (credentials, "X-Key");
  sending_aim (self, "/anything?a=b");
  sent = dup_sent (sending_run (self), "X-Key");
  g_assert_cmpstr (sent, ==, "k&y");

  rt_credentials_set_place (credentials, RT_KEY_IN_QUERY);
  text = sending_dup_text (sending_run (self));
  g_assert_nonnull (strstr (text, "[\"a\", \"b\"]"));
  g_assert_nonnull (strstr (text, "[\"X-Key\", \"k&y\"]"));

  rt_credentials_set_place (credentials, RT_KEY_IN_FIELD);
  rt_request_add_field (self->request, "x-key", "typed");
  typed = dup_sent (sending_run (self), "X-Key");
  g_assert_cmpstr (typed, ==, "typed");

  sending_aim (self, "/status/401");
  sending_run (self);
  check_trail (self, "401", RT_TRAIL_END_NOT_ANSWERED);
}

/* A POST sends its content again; and what Digest counts goes on. */
static void
test_content (Sending       *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "roundtrip-login-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  RtSizes sizes;

  log_in_as (self, RT_CREDENTIALS_USER, "ada", "pw");
  rt_request_set_method (self->request, "POST");
  rt_request_set_content_kind (self->request, RT_CONTENT_TEXT);
  rt_request_set_text (self->request, "the content");
  sending_aim (self, "/digest-auth/auth-int/ada/pw");
  sending_run (self);
  check_trail (self, "401 200", RT_TRAIL_END_NORMAL);
  rt_exchange_get_sizes (rt_trail_get_last (self->trail), &sizes);
  g_assert_cmpuint (sizes.request_content, ==, strlen ("the content"));

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  rt_request_set_content_kind (self->request, RT_CONTENT_FILE);
  rt_request_set_content_file (self->request, path);
  sending_aim (self, "/digest-auth/auth/ada/pw");
  sending_run (self);
  check_trail (self, "401 200", RT_TRAIL_END_NORMAL);
  rt_exchange_get_sizes (rt_trail_get_last (self->trail), &sizes);
  g_assert_cmpuint (sizes.request_content, ==, 3);
  g_unlink (path);
}

/* It went out once; before the next request the file is gone. */
static void
test_content_gone (Sending       *self,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "roundtrip-login-XXXXXX", NULL);
  int fd = g_mkstemp (path);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  rt_request_set_method (self->request, "PUT");
  rt_request_set_content_kind (self->request, RT_CONTENT_FILE);
  rt_request_set_content_file (self->request, path);
  log_in_as (self, RT_CREDENTIALS_USER, "ada", "pw");
  rt_request_set_step (self->request, TRUE);
  sending_aim (self, "/redirect-to?status=307&url=/basic-auth/ada/pw");
  {
    g_autoptr(RtPending) pending = sending_run_until_pending (self);

    g_unlink (path);
    rt_trail_decide (self->trail, RT_DECISION_FOLLOW);
    sending_run_on (self);
  }
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_CONTENT_GONE);
}

/* The login of a request that a redirect led to. */
static void
test_after_redirect (Sending       *self,
            gconstpointer  data)
{
  g_autofree char *first = NULL;

  log_in_as (self, RT_CREDENTIALS_DIGEST, "ada", "pw");
  sending_aim (self, "/redirect-to?url=/digest-auth/auth/ada/pw");
  sending_run (self);
  check_trail (self, "302 401 200", RT_TRAIL_END_NORMAL);
  g_assert_cmpint (rt_exchange_get_proof (rt_trail_get_last (self->trail)), ==, RT_PROOF_RIGHT);
  first = dup_sent (rt_trail_get_last (self->trail), "Authorization");
  g_assert_nonnull (strstr (first, "nc=00000001"));
  g_assert_nonnull (strstr (first, "uri=\"/digest-auth/auth/ada/pw\""));
}

/* A server of ours: asks, then redirects, so that the login goes on. */
static gboolean
answer_in_turn (GThreadedSocketService *service,
                GSocketConnection      *connection,
                GObject                *source,
                gpointer                user_data)
{
  static const char *const answers[] = {
    "HTTP/1.1 401 A\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"one\", qop=\"auth\"\r\n"
    "Content-Length: 0\r\n\r\n",
    "HTTP/1.1 302 B\r\nLocation: /second\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 401 C\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"two\", qop=\"auth\", "
    "stale=true\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 302 D\r\nLocation: /third\r\nAuthentication-Info: nextnonce=\"three\"\r\n"
    "Content-Length: 0\r\n\r\n",
    "HTTP/1.1 200 E\r\nAuthentication-Info: qop=auth, rspauth=\"00\", cnonce=\"x\", nc=00000001\r\n"
    "Content-Length: 0\r\n\r\n",
  };
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  int *next = user_data;
  char buffer[8192];

  while (*next < (int) G_N_ELEMENTS (answers) &&
         g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL) > 0)
    {
      const char *answer = answers[(*next)++];

      g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);
    }

  return TRUE;
}

static void
check_digest (Sending    *self,
              guint       position,
              const char *nonce,
              const char *count)
{
  g_autofree char *sent = dup_sent (rt_trail_get_exchange (self->trail, position),
                                    "Authorization");

  g_assert_nonnull (sent);
  g_assert_nonnull (strstr (sent, nonce));
  g_assert_nonnull (strstr (sent, count));
}

static void
test_goes_on (Sending       *self,
              gconstpointer  data)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (4);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/first", port);
  int next = 0;

  g_signal_connect (service, "run", G_CALLBACK (answer_in_turn), &next);
  log_in_as (self, RT_CREDENTIALS_DIGEST, "ada", "pw");
  rt_request_set_url (self->request, url);
  sending_run (self);
  check_trail (self, "401 302 401 302 200", RT_TRAIL_END_NORMAL);
  check_digest (self, 1, "nonce=\"one\"", "nc=00000001");
  check_digest (self, 2, "nonce=\"one\"", "nc=00000002");
  check_digest (self, 3, "nonce=\"two\"", "nc=00000001");
  check_digest (self, 4, "nonce=\"three\"", "nc=00000001");
  /* what it says it knows is wrong */
  g_assert_cmpint (rt_exchange_get_proof (rt_trail_get_last (self->trail)), ==, RT_PROOF_WRONG);
  /* all on one connection */
  for (guint i = 1; i < 5; i++)
    {
      g_autoptr(RtConnection) connection =
        rt_exchange_dup_connection (rt_trail_get_exchange (self->trail, i));

      g_assert_true (connection->reused);
    }
  g_socket_service_stop (service);
}

/* Always something new to be answered: it ends. */
static void
test_endless (Sending       *self,
              gconstpointer  data)
{
  g_autoptr(Witness) witness = witness_new (
    "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"1\", qop=\"auth\", "
    "stale=true\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

  log_in_as (self, RT_CREDENTIALS_DIGEST, "ada", "pw");
  rt_request_set_url (self->request, witness_get_origin (witness));
  sending_run (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_LOGIN_REFUSED);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), <=, 12);
}

/* 401 and nothing said. */
static void
test_no_challenge (Sending       *self,
                   gconstpointer  data)
{
  g_autoptr(Witness) witness =
    witness_new ("HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

  log_in_as (self, RT_CREDENTIALS_USER, "ada", "pw");
  rt_request_set_url (self->request, witness_get_origin (witness));
  sending_run (self);
  check_trail (self, "401", RT_TRAIL_END_NOT_ANSWERED);
  rt_credentials_set_preemptive (rt_request_get_credentials (self->request), TRUE);
  sending_run (self);
  check_trail (self, "401", RT_TRAIL_END_LOGIN_REFUSED);
}

/* A 407 without a proxy is a server that plays one. */
static void
test_false_proxy (Sending       *self,
                  gconstpointer  data)
{
  g_autofree char *sent = NULL;

  set_user (rt_request_get_proxy_credentials (self->request), RT_CREDENTIALS_USER, "proxy",
            "s3cr3t");
  sending_aim (self, "/status/407");
  sent = dup_sent (sending_run (self), "Proxy-Authorization");
  g_assert_null (sent);
  check_trail (self, "407", RT_TRAIL_END_NORMAL);
}

/* Proxies. */

static void
use_proxy (Sending    *self,
           Proxy      *proxy,
           gboolean    tls,
           const char *secret)
{
  g_autofree char *url =
    g_strconcat (tls ? rt_playground_get_https_origin (self->playground)
                     : rt_playground_get_http_origin (self->playground), "/anything/x?y", NULL);

  rt_request_set_url (self->request, url);
  rt_request_set_insecure (self->request, TRUE);
  rt_request_set_proxy (self->request, proxy_get_url (proxy));
  if (secret != NULL)
    set_user (rt_request_get_proxy_credentials (self->request), RT_CREDENTIALS_USER, "proxy",
              secret);
}

static void
check_nothing_for_proxy_at_server (Sending *self)
{
  g_autofree char *text = sending_dup_text (rt_trail_get_last (self->trail));

  g_assert_nonnull (strstr (text, "\"/anything/x?y\""));
  g_assert_null (strcasestr (text, "proxy-authorization"));
  g_assert_null (strstr (text, "s3cr3t"));
}

static void
test_proxy_in_clear (Sending       *self,
                     gconstpointer  data)
{
  g_autoptr(Proxy) proxy = proxy_new (GPOINTER_TO_INT (data));
  g_autofree char *heads = NULL;

  use_proxy (self, proxy, FALSE, "s3cr3t");
  log_in_as (self, RT_CREDENTIALS_USER, "ada", "origin-secret");
  sending_run (self);
  check_trail (self, "407 200", RT_TRAIL_END_NORMAL);
  g_assert_cmpint (get_link (self, 0)->reason, ==, RT_NEXT_CHALLENGE);
  g_assert_cmpstr (get_link (self, 0)->section, ==, "RFC 9110, section 11.7.1");
  check_nothing_for_proxy_at_server (self);
  heads = proxy_take_heads (proxy);
  g_assert_null (strcasestr (heads, "\r\nauthorization:"));

  /* the cookie of the proxy's own answer is refused */
  {
    g_autoptr(GPtrArray) verdicts =
      rt_exchange_dup_cookie_verdicts (rt_trail_get_exchange (self->trail, 0));
    const RtCookieVerdict *verdict = g_ptr_array_index (verdicts, 0);

    g_assert_cmpuint (verdicts->len, ==, 1);
    g_assert_cmpint (verdict->fate, ==, RT_COOKIE_REFUSED);
  }
}

static void
test_proxy_tunnel (Sending       *self,
                   gconstpointer  data)
{
  g_autoptr(Proxy) proxy = proxy_new (GPOINTER_TO_INT (data));
  g_autofree char *heads = NULL;
  g_autofree char *method = NULL;
  g_autofree char *unsent = NULL;
  g_autofree char *sent = NULL;

  use_proxy (self, proxy, TRUE, "s3cr3t");
  log_in_as (self, RT_CREDENTIALS_BEARER, "", "origin-secret");
  sending_run (self);
  check_trail (self, "407 200 200", RT_TRAIL_END_NORMAL);
  method = rt_exchange_dup_method (rt_trail_get_exchange (self->trail, 1));
  g_assert_cmpstr (method, ==, "CONNECT");
  unsent = dup_sent (rt_trail_get_exchange (self->trail, 0), "Proxy-Authorization");
  sent = dup_sent (rt_trail_get_exchange (self->trail, 1), "Proxy-Authorization");
  g_assert_null (unsent);
  g_assert_nonnull (sent);
  g_assert_cmpint (get_link (self, 0)->reason, ==, RT_NEXT_CHALLENGE);
  g_assert_cmpstr (get_link (self, 0)->method_after, ==, "CONNECT");
  g_assert_cmpint (get_link (self, 1)->reason, ==, RT_NEXT_TUNNEL);
  sending_assert_sound (rt_trail_get_last (self->trail));
  check_nothing_for_proxy_at_server (self);

  /* the proxy saw two CONNECTs and nothing of the origin's */
  heads = proxy_take_heads (proxy);
  g_assert_null (strstr (heads, "origin-secret"));
  g_assert_null (strcasestr (heads, "\r\nauthorization:"));
  g_assert_null (strcasestr (heads, "\r\ncookie:"));
}

static void
test_proxy_refuses (Sending       *self,
                    gconstpointer  data)
{
  gboolean tls = GPOINTER_TO_INT (data);
  g_autoptr(Proxy) basic = proxy_new (PROXY_BASIC);

  use_proxy (self, basic, tls, "wrong");
  sending_run (self);
  check_trail (self, tls ? "407 407 0" : "407 407", RT_TRAIL_END_LOGIN_REFUSED);
  if (tls)
    sending_assert_failure (rt_trail_get_last (self->trail), RT_FAILURE_PROXY_REFUSED);
  g_assert_cmpint (rt_exchange_get_state (rt_trail_get_last (self->trail)), ==, RT_EXCHANGE_DONE);

  set_user (rt_request_get_proxy_credentials (self->request), RT_CREDENTIALS_DIGEST, "proxy",
            "s3cr3t");
  sending_run (self);
  check_trail (self, tls ? "407 0" : "407", RT_TRAIL_END_NOT_ANSWERED);

  set_user (rt_request_get_proxy_credentials (self->request), RT_CREDENTIALS_NONE, "", "");
  sending_run (self);
  check_trail (self, tls ? "407 0" : "407", RT_TRAIL_END_NORMAL);
}

/* Sent ahead, there is no 407. What is typed goes to the proxy, and only there. */
static void
test_proxy_ahead (Sending       *self,
                  gconstpointer  data)
{
  gboolean tls = GPOINTER_TO_INT (data);
  g_autoptr(Proxy) proxy = proxy_new (PROXY_BASIC);

  use_proxy (self, proxy, tls, "s3cr3t");
  rt_credentials_set_preemptive (rt_request_get_proxy_credentials (self->request), TRUE);
  sending_run (self);
  check_trail (self, tls ? "200 200" : "200", RT_TRAIL_END_NORMAL);
  check_nothing_for_proxy_at_server (self);

  set_user (rt_request_get_proxy_credentials (self->request), RT_CREDENTIALS_NONE, "", "");
  rt_request_add_field (self->request, "Proxy-Authorization", "Basic cHJveHk6czNjcjN0");
  rt_engine_forget_connections (self->engine);
  sending_run (self);
  check_trail (self, tls ? "200 200" : "200", RT_TRAIL_END_NORMAL);
  check_nothing_for_proxy_at_server (self);
}

/* Stopping between two rounds. */

static void
stop_at_second (RtTrail *trail,
                guint    position,
                guint    removed,
                guint    added,
                gpointer user_data)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (trail)) == GPOINTER_TO_UINT (user_data))
    rt_trail_stop (trail);
}

static void
test_stop (Sending       *self,
           gconstpointer  data)
{
  gboolean tls = GPOINTER_TO_INT (data);
  g_autoptr(Proxy) proxy = proxy_new (PROXY_DIGEST);

  for (guint n = 1; n <= 3; n++)
    {
      use_proxy (self, proxy, tls, "s3cr3t");
      g_clear_object (&self->trail);
      self->trail = rt_engine_send (self->engine, self->request);
      g_signal_connect (self->trail, "items-changed", G_CALLBACK (stop_at_second),
                        GUINT_TO_POINTER (n));
      sending_run_on (self);
      for (guint i = 0; i < rt_trail_get_n_exchanges (self->trail); i++)
        g_assert_cmpint (rt_exchange_get_state (rt_trail_get_exchange (self->trail, i)), ==,
                         RT_EXCHANGE_DONE);
      rt_engine_forget_connections (self->engine);
    }
}

#define SENDING(name, data, func) \
  g_test_add ("/run-login/" name, Sending, data, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/run-login/case/%u%s", i, cases[i].path);

      g_test_add (name, Sending, &cases[i], sending_set_up, test_case, sending_tear_down);
    }
  SENDING ("typed-wins", NULL, test_typed_wins);
  SENDING ("key", NULL, test_key);
  SENDING ("content", NULL, test_content);
  SENDING ("content-gone", NULL, test_content_gone);
  SENDING ("after-redirect", NULL, test_after_redirect);
  SENDING ("goes-on", NULL, test_goes_on);
  SENDING ("endless", NULL, test_endless);
  SENDING ("no-challenge", NULL, test_no_challenge);
  SENDING ("false-proxy", NULL, test_false_proxy);
  SENDING ("proxy-in-clear/basic", GINT_TO_POINTER (PROXY_BASIC), test_proxy_in_clear);
  SENDING ("proxy-in-clear/digest", GINT_TO_POINTER (PROXY_DIGEST), test_proxy_in_clear);
  SENDING ("proxy-tunnel/basic", GINT_TO_POINTER (PROXY_BASIC), test_proxy_tunnel);
  SENDING ("proxy-tunnel/digest", GINT_TO_POINTER (PROXY_DIGEST), test_proxy_tunnel);
  SENDING ("proxy-refuses/in-clear", GINT_TO_POINTER (FALSE), test_proxy_refuses);
  SENDING ("proxy-refuses/tunnel", GINT_TO_POINTER (TRUE), test_proxy_refuses);
  SENDING ("proxy-ahead/in-clear", GINT_TO_POINTER (FALSE), test_proxy_ahead);
  SENDING ("proxy-ahead/tunnel", GINT_TO_POINTER (TRUE), test_proxy_ahead);
  SENDING ("stop/in-clear", GINT_TO_POINTER (FALSE), test_stop);
  SENDING ("stop/tunnel", GINT_TO_POINTER (TRUE), test_stop);

  return g_test_run ();
}
