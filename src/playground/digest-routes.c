/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Digest authentication (RFC 7616) with credentials that stand in the path, of
 * a server and as of a proxy; the query asks for what servers do differently.
 */

#include "auth-reply.h"
#include "digest-check.h"
#include "route.h"

#include <string.h>

#define OPAQUE "cm91bmR0cmlw"

/* Who asks: a server, or a proxy. */
typedef struct
{
  guint       code;
  const char *ask;
  const char *tell;
  const char *info;
} Side;

static const Side server_side = {
  401, "WWW-Authenticate", "Authorization", "Authentication-Info",
};

static const Side proxy_side = {
  407, "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Authentication-Info",
};

/* What a digest route asks for. */
typedef struct
{
  const Side *side;
  char       *user;
  char       *secret;
  char       *qop;        /* "auth", "auth-int", "auth,auth-int", "none" */
  GStrv       algorithms; /* in the order of the challenges */
  char       *realm;
  guint       uses;       /* of one nonce; 0 for no limit */
  char       *stale;      /* NULL; "always"; else the first use of a nonce */
  char       *proof;      /* NULL, "wrong", "none" */
  char       *spelling;   /* of algorithm: NULL, "lower", "quoted", "absent" */
  gboolean    userhash;
  gboolean    next;       /* every nonce is good for one request */
  gboolean    basic;      /* Basic stands before them */
  gboolean    join;       /* all in one field */
} Demand;

static void
demand_free (Demand *demand)
{
  g_clear_pointer (&demand->user, g_free);
  g_clear_pointer (&demand->secret, g_free);
  g_clear_pointer (&demand->qop, g_free);
  g_clear_pointer (&demand->algorithms, g_strfreev);
  g_clear_pointer (&demand->realm, g_free);
  g_clear_pointer (&demand->stale, g_free);
  g_clear_pointer (&demand->proof, g_free);
  g_clear_pointer (&demand->spelling, g_free);
  g_free (demand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Demand, demand_free)

static gboolean
has_query (RtCall     *call,
           const char *name)
{
  g_autofree char *value = rt_call_dup_query (call, name);

  return value != NULL;
}

/* What is wrong with the path or the query; a sentence, NULL when nothing. */
static const char *
find_fault (Demand *demand)
{
  static const char * const qops[] = { "auth", "auth-int", "auth,auth-int", "none", NULL };

  if (demand->qop == NULL || !g_strv_contains (qops, demand->qop))
    return "{qop} is auth, auth-int, \"auth,auth-int\" or none.";
  for (guint i = 0; demand->algorithms[i] != NULL; i++)
    if (!rt_digest_check_knows (demand->algorithms[i]))
      return "{algorithm} is MD5, SHA-256 or SHA-512-256, with or without -sess, or several with "
             "commas between.";
  if (demand->user == NULL || demand->secret == NULL)
    return "{user} and {secret} must be text.";
  for (const char *p = demand->realm; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return "?realm must not have control characters.";
  return NULL;
}

/* What the path and the query demand; NULL after the call was refused. */
static Demand *
read_demand (RtCall *call)
{
  g_autoptr (Demand) demand = g_new0 (Demand, 1);
  g_autofree char *algorithm = rt_route_dup_segment (call, "algorithm");
  const char *fault;

  demand->side = call->route->data;
  demand->user = rt_route_dup_segment (call, "user");
  demand->secret = rt_route_dup_segment (call, "secret");
  demand->qop = rt_route_dup_segment (call, "qop");
  demand->algorithms = g_strsplit (algorithm != NULL ? algorithm : "MD5", ",", 8);
  demand->realm = rt_call_dup_query (call, "realm");
  if (demand->realm == NULL)
    demand->realm = g_strdup (RT_AUTH_REALM);
  demand->stale = rt_call_dup_query (call, "stale");
  demand->proof = rt_call_dup_query (call, "proof");
  demand->spelling = rt_call_dup_query (call, "spelling");
  demand->userhash = has_query (call, "userhash");
  demand->next = has_query (call, "next");
  demand->basic = has_query (call, "basic");
  demand->join = has_query (call, "join");
  demand->uses = demand->next ? 1 : rt_call_get_query_number (call, "uses", 0, 1000);
  fault = find_fault (demand);
  if (fault == NULL)
    return g_steal_pointer (&demand);
  rt_reply_refuse (call, 400, fault);
  return NULL;
}

/* A nonce that is used up before its first use, where the demand is so. */
static char *
issue_nonce (RtCall   *call,
             Demand   *demand,
             gboolean  again)
{
  gboolean dead = demand->stale != NULL && (!again || strcmp (demand->stale, "always") == 0);
  char *nonce = rt_service_issue_nonce (call->service, dead ? 1 : demand->uses);

  if (dead)
    rt_service_use_nonce (call->service, nonce, 0);
  return nonce;
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_algorithm (GString    *text,
                  Demand     *demand,
                  const char *algorithm)
{
  g_autofree char *lower = g_ascii_strdown (algorithm, -1);

  if (g_strcmp0 (demand->spelling, "lower") == 0)
    g_string_append_printf (text, ", algorithm=%s", lower);
  else if (g_strcmp0 (demand->spelling, "quoted") == 0)
    g_string_append_printf (text, ", algorithm=\"%s\"", algorithm);
  else if (g_strcmp0 (demand->spelling, "absent") != 0)
    g_string_append_printf (text, ", algorithm=%s", algorithm);
}

static char *
make_challenge (RtCall     *call,
                Demand     *demand,
                const char *algorithm,
                gboolean    stale)
{
  g_autofree char *nonce = issue_nonce (call, demand, stale);
  g_autoptr (GString) value = g_string_new ("Digest realm=");

  append_quoted (value, demand->realm);
  if (strcmp (demand->qop, "none") != 0)
    g_string_append_printf (value, ", qop=\"%s\"", demand->qop);
  append_algorithm (value, demand, algorithm);
  g_string_append_printf (value, ", nonce=\"%s\", opaque=\"" OPAQUE "\"", nonce);
  if (stale)
    g_string_append (value, ", stale=true");
  if (demand->userhash)
    g_string_append (value, ", userhash=true");
  g_string_append (value, ", charset=UTF-8");
  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* One challenge an algorithm, in the order of the path. */
static void
challenge (RtCall     *call,
           Demand     *demand,
           gboolean    stale,
           const char *why)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, demand->side->code, NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (demand->basic)
    g_ptr_array_add (values, g_strdup ("Basic realm=\"" RT_AUTH_REALM "\""));
  for (guint i = 0; demand->algorithms[i] != NULL; i++)
    g_ptr_array_add (values, make_challenge (call, demand, demand->algorithms[i], stale));
  g_ptr_array_add (values, NULL);
  if (demand->join)
    {
      g_autofree char *all = g_strjoinv (", ", (char **) values->pdata);

      rt_reply_add (reply, demand->side->ask, all);
    }
  for (guint i = 0; !demand->join && values->pdata[i] != NULL; i++)
    rt_reply_add (reply, demand->side->ask, values->pdata[i]);
  rt_auth_reply_deny (reply, why);
}

static const char *
parameter (GHashTable *credentials,
           const char *name)
{
  const char *value = g_hash_table_lookup (credentials, name);

  return value != NULL ? value : "";
}

/* Whether the user name is the right one: as it is, percent-encoded (RFC 8187),
 * or hashed. */
static gboolean
is_user_right (Demand     *demand,
               GHashTable *credentials,
               const char *algorithm)
{
  const char *plain = g_hash_table_lookup (credentials, "username");
  const char *extended = g_hash_table_lookup (credentials, "username*");
  gboolean hashed = g_ascii_strcasecmp (parameter (credentials, "userhash"), "true") == 0;
  g_autofree char *both = g_strconcat (demand->user, ":", demand->realm, NULL);
  g_autofree char *hash = rt_digest_check_hash (algorithm, both, strlen (both));
  g_autofree char *decoded = NULL;

  /* RFC 7616 section 3.4: one of them, and a hash is never extended. */
  if ((plain == NULL) == (extended == NULL) || (hashed && extended != NULL))
    return FALSE;
  if (hashed)
    return strcmp (plain, hash) == 0;
  if (plain != NULL)
    return strcmp (plain, demand->user) == 0;
  if (g_ascii_strncasecmp (extended, "UTF-8''", strlen ("UTF-8''")) != 0)
    return FALSE;
  decoded = g_uri_unescape_string (extended + strlen ("UTF-8''"), NULL);
  return g_strcmp0 (decoded, demand->user) == 0;
}

static gboolean
is_offered (Demand     *demand,
            const char *algorithm)
{
  for (guint i = 0; demand->algorithms[i] != NULL; i++)
    if (g_ascii_strcasecmp (demand->algorithms[i], algorithm) == 0)
      return TRUE;
  return FALSE;
}

/* What of qop, nc and cnonce is wrong; a sentence. */
static const char *
check_qop (Demand     *demand,
           GHashTable *credentials)
{
  const char *qop = g_hash_table_lookup (credentials, "qop");
  const char *nc = parameter (credentials, "nc");
  g_auto (GStrv) offered = g_strsplit (demand->qop, ",", -1);

  if (strcmp (demand->qop, "none") == 0)
    return qop == NULL ? NULL : "A qop came back, but none was offered.";
  if (qop == NULL || !g_strv_contains ((const char * const *) offered, qop))
    return "The qop is missing, or was not offered.";
  if (strlen (nc) != 8 || strspn (nc, "0123456789abcdefABCDEF") != 8)
    return "The nonce count nc has not eight digits.";
  return NULL;
}

/* What does not need the arithmetic; a sentence when it is wrong. */
static const char *
check_parameters (RtCall     *call,
                  Demand     *demand,
                  GHashTable *credentials,
                  const char *algorithm)
{
  if (!is_offered (demand, algorithm))
    return "This algorithm was not offered.";
  if (!is_user_right (demand, credentials, algorithm))
    return "The user name is wrong.";
  if (strcmp (parameter (credentials, "realm"), demand->realm) != 0)
    return "The realm is not that of the challenge.";
  if (strcmp (parameter (credentials, "opaque"), OPAQUE) != 0)
    return "The opaque value was not returned unchanged.";
  if (strcmp (parameter (credentials, "uri"), call->target) != 0)
    return "The uri is not the request target.";
  return check_qop (demand, credentials);
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
    .realm = demand->realm,
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

/* RFC 7616 section 3.5: that the server knows the password as well. */
static void
append_proof (GString       *info,
              Demand        *demand,
              RtDigestInput *input,
              GString       *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content->str, content->len);
  g_autofree char *proof = NULL;

  if (input->qop == NULL || g_strcmp0 (demand->proof, "none") == 0)
    return;
  input->method = "";
  input->content = bytes;
  if (g_strcmp0 (demand->proof, "wrong") == 0)
    input->password = "not the password";
  proof = rt_digest_check_response (input);
  g_string_append_printf (info, "qop=%s, rspauth=\"%s\", cnonce=\"%s\", nc=%s", input->qop, proof,
                          input->cnonce, input->nc);
}

/* The next nonce carries on the session of this one. */
static void
append_next (GString       *info,
             RtCall        *call,
             Demand        *demand,
             RtDigestInput *input)
{
  g_autofree char *next = NULL;

  if (!demand->next)
    return;
  next = rt_service_issue_nonce (call->service, demand->uses);
  if (input->cnonce != NULL)
    rt_service_bind_nonce (call->service, next,
                           input->first_nonce != NULL ? input->first_nonce : input->nonce,
                           input->first_cnonce != NULL ? input->first_cnonce : input->cnonce);
  g_string_append_printf (info, "%snextnonce=\"%s\"", info->len > 0 ? ", " : "", next);
}

static void
welcome (RtCall        *call,
         Demand        *demand,
         RtDigestInput *input)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (RtReplyJson) json = rt_auth_reply_welcome ("Digest", demand->user);
  g_autoptr (GString) info = g_string_new (NULL);
  GString *content = rt_reply_json_end (json);

  append_proof (info, demand, input, content);
  append_next (info, call, demand, input);
  if (info->len > 0)
    rt_reply_add (reply, demand->side->info, info->str);
  rt_reply_send_json (reply, json);
}

static void
judge (RtCall     *call,
       Demand     *demand,
       GHashTable *credentials)
{
  const char *algorithm = g_hash_table_contains (credentials, "algorithm")
                          ? parameter (credentials, "algorithm") : "MD5";
  const char *why = check_parameters (call, demand, credentials, algorithm);
  g_autoptr (GBytes) content = g_bytes_new (call->content->data, call->content->len);
  RtDigestInput input = make_input (call, demand, credentials, algorithm, content);
  g_autofree char *first_nonce = NULL;
  g_autofree char *first_cnonce = NULL;
  g_autofree char *expected = NULL;
  RtNonceVerdict verdict;

  rt_service_find_session (call->service, input.nonce, &first_nonce, &first_cnonce);
  input.first_nonce = first_nonce;
  input.first_cnonce = first_cnonce;
  expected = why == NULL ? rt_digest_check_response (&input) : NULL;
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
    welcome (call, demand, &input);
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
  if (demand->basic
      && rt_auth_reply_is_basic_right (call, demand->side->tell, demand->user, demand->secret))
    {
      g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
      g_autoptr (RtReplyJson) json = rt_auth_reply_welcome ("Basic", demand->user);

      rt_reply_send_json (reply, json);
      return;
    }
  if (rt_auth_reply_find_credentials (call, demand->side->tell, "Digest") == NULL)
    {
      challenge (call, demand, FALSE, "No Digest credentials came.");
      return;
    }
  credentials = rt_digest_check_parse (rt_call_find_field (call, demand->side->tell));
  if (credentials == NULL)
    rt_reply_refuse (call, 400, "The Digest credentials are not well-formed.");
  else
    judge (call, demand, credentials);
}

const RtRoute rt_digest_routes[] = {
  { "/digest-auth/{qop}/{user}/{secret}", NULL, "Digest authentication (MD5); {qop} is auth, "
    "auth-int, both with a comma, or none.", "/digest-auth/auth/user/secret", answer_digest,
    .data = &server_side },
  { "/digest-auth/{qop}/{user}/{secret}/{algorithm}", NULL,
    "The same with one or more algorithms. ?uses=N: a nonce is stale after N requests; ?stale: at "
    "its first use; ?stale=always: so is every other; ?next: each response brings the next nonce; "
    "?userhash: the user name may come hashed; ?proof=wrong or none: rspauth; ?realm=TEXT; "
    "?spelling=lower, quoted or absent: of the algorithm; ?basic: Basic is offered as well, first; "
    "?join: all challenges in one field.",
    "/digest-auth/auth/user/secret/SHA-256 /digest-auth/auth-int/user/secret/SHA-256-sess "
    "/digest-auth/auth/user/secret/SHA-256,MD5?join&basic /digest-auth/auth/user/secret/MD5?uses=2 "
    "/digest-auth/auth/user/secret/MD5?stale "
    "/digest-auth/auth/user/secret/SHA-512-256?userhash&next",
    answer_digest, .data = &server_side },
  { "/proxy-digest-auth/{qop}/{user}/{secret}/{algorithm}", NULL,
    "The same as of a proxy: 407, Proxy-Authenticate, Proxy-Authorization.",
    "/proxy-digest-auth/auth/user/secret/SHA-256", answer_digest, .data = &proxy_side },
  { NULL },
};
