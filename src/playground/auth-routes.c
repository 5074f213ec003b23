/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Basic (RFC 7617), Bearer (RFC 6750) and Digest (RFC 7616) authentication
 * with credentials that stand in the path.
 */

#include "digest-check.h"
#include "route.h"

#include <string.h>

#define REALM "playground"
#define OPAQUE "cm91bmR0cmlw"

static void
answer_welcome (RtCall     *call,
                RtReply    *reply,
                const char *scheme,
                const char *user)
{
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_boolean (json, "authenticated", TRUE);
  rt_reply_json_string (json, "scheme", scheme);
  rt_reply_json_string (json, "user", user);
  rt_reply_send_json (reply, json);
}

static void
send_denial (RtReply    *reply,
             const char *why)
{
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_boolean (json, "authenticated", FALSE);
  rt_reply_json_string (json, "why", why);
  rt_reply_send_json (reply, json);
}

/* The credentials behind @scheme in Authorization; NULL without them. */
static const char *
find_credentials (RtCall     *call,
                  const char *scheme)
{
  const char *value = rt_call_find_field (call, "Authorization");
  gsize length = strlen (scheme);

  if (value == NULL || g_ascii_strncasecmp (value, scheme, length) != 0 || value[length] != ' ')
    return NULL;
  return value + length + strspn (value + length, " ");
}

static gboolean
is_basic_right (RtCall     *call,
                const char *user)
{
  g_autofree char *secret = rt_route_dup_segment (call, "secret");
  const char *credentials = find_credentials (call, "Basic");
  g_autofree char *expected = g_strconcat (user, ":", secret, NULL);
  g_autofree guchar *got = NULL;
  gsize length = 0;

  if (credentials == NULL || secret == NULL)
    return FALSE;
  got = g_base64_decode (credentials, &length);
  return length == strlen (expected) && memcmp (got, expected, length) == 0;
}

static void
answer_basic (RtCall *call)
{
  g_autofree char *user = rt_route_dup_segment (call, "user");
  gboolean right = user != NULL && is_basic_right (call, user);
  g_autoptr (RtReply) reply = rt_reply_new (call, right ? 200 : 401, NULL);

  if (right)
    {
      answer_welcome (call, reply, "Basic", user);
      return;
    }
  rt_reply_add (reply, "WWW-Authenticate", "Basic realm=\"" REALM "\", charset=\"UTF-8\"");
  send_denial (reply, find_credentials (call, "Basic") == NULL
                      ? "No Basic credentials came." : "The user name or the password is wrong.");
}

/* Does not admit that there is something to log in to. */
static void
answer_hidden_basic (RtCall *call)
{
  g_autofree char *user = rt_route_dup_segment (call, "user");
  gboolean right = user != NULL && is_basic_right (call, user);
  g_autoptr (RtReply) reply = NULL;

  if (!right)
    {
      rt_reply_refuse (call, 404, "There is nothing here. Or is there?");
      return;
    }
  reply = rt_reply_new (call, 200, NULL);
  answer_welcome (call, reply, "Basic", user);
}

static void
answer_bearer (RtCall *call)
{
  const char *token = find_credentials (call, "Bearer");
  gboolean right = token != NULL && *token != '\0';
  g_autoptr (RtReply) reply = rt_reply_new (call, right ? 200 : 401, NULL);

  if (right)
    {
      g_autoptr (RtReplyJson) json = rt_reply_json_new ();

      rt_reply_json_boolean (json, "authenticated", TRUE);
      rt_reply_json_string (json, "scheme", "Bearer");
      rt_reply_json_string (json, "token", token);
      rt_reply_send_json (reply, json);
      return;
    }
  /* RFC 6750 section 3.1: no error code when no credentials came. */
  rt_reply_add (reply, "WWW-Authenticate", "Bearer realm=\"" REALM "\"");
  send_denial (reply, "No Bearer token came. Any token will do.");
}

/* What a digest route asks for. */
typedef struct
{
  char    *user;
  char    *secret;
  char    *qop;        /* "auth", "auth-int", "auth,auth-int", "none" */
  GStrv    algorithms; /* in the order of the challenges */
  guint    uses;       /* of one nonce; 0 for no limit */
  gboolean userhash;
} Demand;

static void
demand_free (Demand *demand)
{
  g_clear_pointer (&demand->user, g_free);
  g_clear_pointer (&demand->secret, g_free);
  g_clear_pointer (&demand->qop, g_free);
  g_clear_pointer (&demand->algorithms, g_strfreev);
  g_free (demand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Demand, demand_free)

static gboolean
is_known_qop (const char *qop)
{
  static const char * const known[] = { "auth", "auth-int", "auth,auth-int", "none", NULL };

  return g_strv_contains (known, qop);
}

/* What the path demands; NULL after the call was refused. */
static Demand *
read_demand (RtCall *call)
{
  g_autoptr (Demand) demand = g_new0 (Demand, 1);
  g_autofree char *algorithm = rt_route_dup_segment (call, "algorithm");
  g_autofree char *userhash = rt_call_dup_query (call, "userhash");

  demand->user = rt_route_dup_segment (call, "user");
  demand->secret = rt_route_dup_segment (call, "secret");
  demand->qop = rt_route_dup_segment (call, "qop");
  demand->algorithms = g_strsplit (algorithm != NULL ? algorithm : "MD5", ",", 8);
  demand->uses = rt_call_get_query_number (call, "uses", 0, 1000);
  demand->userhash = userhash != NULL;
  if (demand->qop == NULL || !is_known_qop (demand->qop))
    {
      rt_reply_refuse (call, 400, "{qop} is auth, auth-int, \"auth,auth-int\" or none.");
      return NULL;
    }
  for (guint i = 0; demand->algorithms[i] != NULL; i++)
    if (!rt_digest_check_knows (demand->algorithms[i]))
      {
        rt_reply_refuse (call, 400, "{algorithm} is MD5, SHA-256 or SHA-512-256, with or without "
                         "-sess, or several with commas between.");
        return NULL;
      }
  if (demand->user != NULL && demand->secret != NULL)
    return g_steal_pointer (&demand);
  rt_reply_refuse (call, 400, "{user} and {secret} must be text.");
  return NULL;
}

/* One WWW-Authenticate an algorithm, in the order of the path. */
static void
challenge (RtCall     *call,
           Demand     *demand,
           gboolean    stale,
           const char *why)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 401, NULL);

  for (guint i = 0; demand->algorithms[i] != NULL; i++)
    {
      g_autofree char *nonce = rt_service_issue_nonce (call->service, demand->uses);
      g_autoptr (GString) value = g_string_new ("Digest realm=\"" REALM "\"");

      if (strcmp (demand->qop, "none") != 0)
        g_string_append_printf (value, ", qop=\"%s\"", demand->qop);
      g_string_append_printf (value, ", algorithm=%s, nonce=\"%s\", opaque=\"" OPAQUE "\"",
                              demand->algorithms[i], nonce);
      if (stale)
        g_string_append (value, ", stale=true");
      if (demand->userhash)
        g_string_append (value, ", userhash=true");
      g_string_append (value, ", charset=UTF-8");
      rt_reply_add (reply, "WWW-Authenticate", value->str);
    }
  send_denial (reply, why);
}

static const char *
parameter (GHashTable *credentials,
           const char *name)
{
  const char *value = g_hash_table_lookup (credentials, name);

  return value != NULL ? value : "";
}

/* The user name that the client must give. */
static char *
expected_user (Demand     *demand,
               GHashTable *credentials,
               const char *algorithm)
{
  g_autofree char *both = g_strconcat (demand->user, ":" REALM, NULL);

  if (g_ascii_strcasecmp (parameter (credentials, "userhash"), "true") != 0)
    return g_strdup (demand->user);
  return rt_digest_check_hash (algorithm, both, strlen (both));
}

/* What does not need the arithmetic; a sentence when it is wrong. */
static const char *
check_parameters (RtCall     *call,
                  Demand     *demand,
                  GHashTable *credentials,
                  const char *algorithm)
{
  const char *qop = g_hash_table_lookup (credentials, "qop");
  g_auto (GStrv) offered = g_strsplit (demand->qop, ",", -1);
  g_autofree char *user = expected_user (demand, credentials, algorithm);

  if (!g_strv_contains ((const char * const *) demand->algorithms, algorithm))
    return "This algorithm was not offered.";
  if (g_strcmp0 (user, g_hash_table_lookup (credentials, "username")) != 0)
    return "The user name is wrong.";
  if (strcmp (parameter (credentials, "realm"), REALM) != 0)
    return "The realm is not that of the challenge.";
  if (strcmp (parameter (credentials, "opaque"), OPAQUE) != 0)
    return "The opaque value was not returned unchanged.";
  if (strcmp (parameter (credentials, "uri"), call->target) != 0)
    return "The uri is not the request target.";
  if (strcmp (demand->qop, "none") == 0)
    return qop == NULL ? NULL : "A qop came back, but none was offered.";
  if (qop == NULL || !g_strv_contains ((const char * const *) offered, qop))
    return "The qop is missing, or was not offered.";
  if (strlen (parameter (credentials, "nc")) != 8)
    return "The nonce count nc has not eight digits.";
  return NULL;
}

static RtDigestInput
make_input (RtCall     *call,
            Demand     *demand,
            GHashTable *credentials,
            const char *algorithm,
            GBytes     *content)
{
  return (RtDigestInput) {
    .algorithm = algorithm,
    .username = demand->user,
    .realm = REALM,
    .password = demand->secret,
    .method = call->method,
    .uri = call->target,
    .nonce = parameter (credentials, "nonce"),
    .nc = g_hash_table_lookup (credentials, "nc"),
    .cnonce = g_hash_table_lookup (credentials, "cnonce"),
    .qop = g_hash_table_lookup (credentials, "qop"),
    .content = content,
  };
}

/* RFC 7616 section 3.5: proves that the server knows the password, too. */
static void
welcome_digest (RtCall        *call,
                RtDigestInput *input)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autofree char *proof = NULL;

  input->method = "";
  if (input->qop != NULL && strcmp (input->qop, "auth") == 0)
    proof = rt_digest_check_response (input);
  if (proof != NULL)
    rt_reply_addf (reply, "Authentication-Info",
                   "qop=auth, rspauth=\"%s\", cnonce=\"%s\", nc=%s",
                   proof, input->cnonce, input->nc);
  answer_welcome (call, reply, "Digest", input->username);
}

static void
judge_digest (RtCall     *call,
              Demand     *demand,
              GHashTable *credentials)
{
  const char *algorithm = g_hash_table_contains (credentials, "algorithm")
                          ? parameter (credentials, "algorithm") : "MD5";
  const char *why = check_parameters (call, demand, credentials, algorithm);
  g_autoptr (GBytes) content = g_bytes_new (call->content->data, call->content->len);
  RtDigestInput input = make_input (call, demand, credentials, algorithm, content);
  g_autofree char *expected = why == NULL ? rt_digest_check_response (&input) : NULL;
  RtNonceVerdict verdict;

  if (why == NULL && (expected == NULL
                      || g_ascii_strcasecmp (expected, parameter (credentials, "response")) != 0))
    why = "The response is wrong: the password, or the computation.";
  if (why != NULL)
    {
      challenge (call, demand, FALSE, why);
      return;
    }
  verdict = rt_service_use_nonce (call->service, input.nonce,
                                  strtoul (parameter (credentials, "nc"), NULL, 16));
  if (verdict == RT_NONCE_GOOD)
    welcome_digest (call, &input);
  else if (verdict == RT_NONCE_REPLAYED)
    challenge (call, demand, TRUE, "This nonce count was used before.");
  else
    /* Right but for the nonce: no reason to ask for the password again. */
    challenge (call, demand, TRUE, "The nonce is used up or not known any more.");
}

static void
answer_digest (RtCall *call)
{
  g_autoptr (Demand) demand = read_demand (call);
  g_autoptr (GHashTable) credentials = NULL;

  if (demand == NULL)
    return;
  if (find_credentials (call, "Digest") == NULL)
    {
      challenge (call, demand, FALSE, "No Digest credentials came.");
      return;
    }
  credentials = rt_digest_check_parse (rt_call_find_field (call, "Authorization"));
  if (credentials == NULL)
    rt_reply_refuse (call, 400, "The Digest credentials are not well-formed.");
  else
    judge_digest (call, demand, credentials);
}

/* Several schemes in one field and in several, with what parsers trip over. */
static void
answer_many_challenges (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 401, NULL);

  rt_reply_add (reply, "WWW-Authenticate",
                "Negotiate, Basic realm=\"a, \\\"b\\\"\", Bearer realm=\"c\", scope=\"x y\"");
  rt_reply_add (reply, "WWW-Authenticate", "Unknown-Scheme dG9rZW42OA==");
  send_denial (reply, "These challenges are to be read, not to be answered.");
}

const RtRoute rt_auth_routes[] = {
  { "/basic-auth/{user}/{secret}", NULL, "Basic authentication with this user and password.",
    "/basic-auth/user/secret", answer_basic },
  { "/hidden-basic-auth/{user}/{secret}", NULL, "The same, but 404 instead of 401.",
    "/hidden-basic-auth/user/secret", answer_hidden_basic },
  { "/bearer", NULL, "Bearer authentication; any token will do.", NULL, answer_bearer },
  { "/digest-auth/{qop}/{user}/{secret}", NULL, "Digest authentication (MD5); {qop} is auth, "
    "auth-int, both with a comma, or none.", "/digest-auth/auth/user/secret", answer_digest },
  { "/digest-auth/{qop}/{user}/{secret}/{algorithm}", NULL,
    "The same with one or more algorithms. ?uses=N: a nonce is stale after N requests; ?userhash: "
    "the user name may come hashed.",
    "/digest-auth/auth/user/secret/SHA-256 /digest-auth/auth-int/user/secret/SHA-256-sess "
    "/digest-auth/auth/user/secret/SHA-256,MD5 /digest-auth/auth/user/secret/MD5?uses=2",
    answer_digest },
  { "/many-challenges", NULL, "401 with four schemes in two fields.", NULL,
    answer_many_challenges },
  { NULL },
};
