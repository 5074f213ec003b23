/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Challenges to be read, not to be answered: many at once, malformed ones, none
 * at all, and any that the query spells.
 */

#include "auth-reply.h"
#include "route.h"

#include <string.h>

/* Several schemes in one field and in several, with what parsers trip over. */
static void
answer_many_challenges (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 401, NULL);

  rt_reply_add (reply, "WWW-Authenticate",
                "Negotiate, Basic realm=\"a, \\\"b\\\"\", Bearer realm=\"c\", scope=\"x y\"");
  rt_reply_add (reply, "WWW-Authenticate", "Unknown-Scheme dG9rZW42OA==");
  rt_auth_reply_deny (reply, "These challenges are to be read, not to be answered.");
}

/* RFC 9110 section 15.5.2 wants one. */
static void
answer_no_challenge (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 401, NULL);

  rt_auth_reply_deny (reply, "There is no challenge in this response.");
}

static const struct
{
  const char *name;
  const char *value;
} malformed[] = {
  { "unterminated", "Basic realm=\"playground" },
  { "no-comma", "Digest realm=\"playground\" nonce=\"abc\"" },
  { "no-scheme", "realm=\"playground\"" },
  { "no-value", "Digest realm=\"playground\", nonce=, qop=\"auth\"" },
  { "comma-behind-scheme", "Basic, realm=\"playground\"" },
  { "twice", "Basic realm=\"playground\", realm=\"other\"" },
  { "semicolon", "Basic realm=\"playground\"; charset=\"UTF-8\"" },
  { "empty", "" },
};

static void
answer_malformed (RtCall *call)
{
  g_autofree char *kind = rt_route_dup_segment (call, "kind");
  g_autoptr (RtReply) reply = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    if (g_strcmp0 (kind, malformed[i].name) == 0)
      {
        reply = rt_reply_new (call, 401, NULL);
        rt_reply_add (reply, "WWW-Authenticate", malformed[i].value);
        rt_auth_reply_deny (reply, "This challenge is malformed.");
        return;
      }
  rt_reply_refuse (call, 400, "{kind} is unterminated, no-comma, no-scheme, no-value, "
                   "comma-behind-scheme, twice, semicolon or empty.");
}

static gboolean
breaks_line (const char *value)
{
  return strpbrk (value, "\r\n") != NULL;
}

/* Each ?value is a field. */
static void
answer_challenge (RtCall *call)
{
  g_autoptr (GPtrArray) query = rt_call_list_query (call);
  g_autofree char *proxy = rt_call_dup_query (call, "proxy");
  g_autoptr (RtReply) reply = NULL;

  for (guint i = 0; i < query->len; i++)
    if (breaks_line (((RtCallField *) query->pdata[i])->value))
      {
        rt_reply_refuse (call, 400, "A value must not have the end of a line in it.");
        return;
      }
  reply = rt_reply_new (call, proxy != NULL ? 407 : 401, NULL);
  for (guint i = 0; i < query->len; i++)
    {
      RtCallField *field = query->pdata[i];

      if (strcmp (field->name, "value") == 0)
        rt_reply_add (reply, proxy != NULL ? "Proxy-Authenticate" : "WWW-Authenticate",
                      field->value);
    }
  rt_auth_reply_deny (reply, "These are the challenges of the query.");
}

const RtRoute rt_challenge_routes[] = {
  { "/many-challenges", NULL, "401 with four schemes in two fields.", NULL,
    answer_many_challenges },
  { "/no-challenge", NULL, "401 without WWW-Authenticate.", NULL, answer_no_challenge },
  { "/malformed-challenge/{kind}", NULL, "401 with a challenge that cannot be read.",
    "/malformed-challenge/unterminated /malformed-challenge/no-comma "
    "/malformed-challenge/no-scheme /malformed-challenge/no-value "
    "/malformed-challenge/comma-behind-scheme /malformed-challenge/twice "
    "/malformed-challenge/semicolon /malformed-challenge/empty", answer_malformed },
  { "/challenge", NULL, "401 with the challenges of the query: each ?value= is a "
    "WWW-Authenticate. ?proxy: 407 with Proxy-Authenticate.",
    "/challenge?value=NTLM&value=Basic%20realm%3Da", answer_challenge },
  { NULL },
};
