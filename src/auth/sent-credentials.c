/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of credentials (RFC 9110 section 11.4) that were sent. What
 * it says of their form quotes nothing of them.
 */

#include "config.h"

#include "sent-credentials.h"

#include "auth-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
take_fault (RtSentCredentials *self,
            char              *words)
{
  g_autofree char *later = words;

  if (self->fault == NULL)
    self->fault = g_steal_pointer (&later);
}

static gboolean
is_base64 (const char *text)
{
  gsize n = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  gsize padding = strspn (text + n, "=");

  return text[n + padding] == '\0' && padding <= 2 && (n + padding) % 4 == 0;
}

/* RFC 7617 section 2: user-id ":" password. */
static void
read_basic (RtSentCredentials *self)
{
  g_autofree guchar *bytes = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  char *colon;

  if (self->token68 == NULL || !is_base64 (self->token68))
    {
      g_clear_pointer (&self->fault, g_free);
      take_fault (self, g_strdup (_("What stands behind “Basic” is not Base64.")));
      return;
    }
  bytes = g_base64_decode (self->token68, &length);
  text = g_strndup ((const char *) bytes, length);
  if (memchr (bytes, '\0', length) != NULL)
    take_fault (self, g_strdup (_("There is a zero byte in user and password.")));
  colon = strchr (text, ':');
  if (colon == NULL)
    {
      take_fault (self, g_strdup (_("There is no colon between user and password.")));
      return;
    }
  *colon = '\0';
  self->secret = g_strdup (colon + 1);
  self->user = g_steal_pointer (&text);
}

/* RFC 8187 section 3.2.1: UTF-8'language'percent-encoded. */
static char *
decode_extended (const char *value)
{
  const char *quote = strchr (value, '\'');
  const char *second = quote != NULL ? strchr (quote + 1, '\'') : NULL;
  g_autofree char *text = NULL;

  if (second == NULL || g_ascii_strncasecmp (value, "UTF-8'", strlen ("UTF-8'")) != 0)
    return NULL;
  text = g_uri_unescape_string (second + 1, NULL);
  return text != NULL && g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}

static void
read_digest (RtSentCredentials *self)
{
  static const char * const needed[] = { "realm", "nonce", "uri", "response" };
  const char *plain = rt_sent_credentials_get (self, "username");
  const char *extended = rt_sent_credentials_get (self, "username*");
  const char *hashed = rt_sent_credentials_get (self, "userhash");

  if (plain == NULL && extended == NULL)
    take_fault (self, g_strdup (_("The parameter “username” is missing.")));
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (rt_sent_credentials_get (self, needed[i]) == NULL)
      /* Translators: %s is the name of a parameter. */
      take_fault (self, g_strdup_printf (_("The parameter “%s” is missing."), needed[i]));
  if (hashed != NULL && g_ascii_strcasecmp (hashed, "true") == 0)
    return;
  if (plain != NULL)
    self->user = g_strdup (plain);
  else if (extended != NULL && (self->user = decode_extended (extended)) == NULL)
    take_fault (self, g_strdup (_("The parameter “username*” is not as RFC 8187 wants it.")));
}

/* Tokens are often of a form that RFC 6750 section 2.1 does not know: whatever
 * stands there is the token. */
static void
read_bearer (RtSentCredentials *self,
             RtAuthReader      *reader)
{
  rt_auth_reader_skip_space (reader);
  self->secret = g_strndup ((const char *) reader->data + reader->at, reader->length - reader->at);
  g_strchomp (self->secret);
  self->token68 = rt_auth_reader_read_token68 (reader);
  rt_auth_reader_skip_space (reader);
  if (!rt_auth_reader_at_end (reader))
    g_clear_pointer (&self->token68, g_free);
  if (self->token68 == NULL)
    take_fault (self, g_strdup (_("The token has characters that RFC 6750 section 2.1 does not "
                                  "allow.")));
}

/* A name twice; the second one is kept as well. */
static void
look_for_repeats (RtSentCredentials *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->params->len; i++)
    {
      RtChallengeParam *param = self->params->pdata[i];

      if (!g_hash_table_add (names, param->name))
        take_fault (self, g_strdup_printf (_("The parameter “%s” comes a second time."),
                                           param->name));
    }
}

static gboolean
read_params (RtSentCredentials *self,
             RtAuthReader      *reader)
{
  rt_auth_reader_skip_commas (reader);
  while (!rt_auth_reader_at_end (reader))
    {
      RtChallengeParam *param = rt_auth_reader_read_param (reader);

      if (param == NULL)
        return FALSE;
      g_ptr_array_add (self->params, param);
      rt_auth_reader_skip_commas (reader);
    }
  return TRUE;
}

/* The whole rest is a token68, or a list of parameters. */
static gboolean
read_form (RtSentCredentials *self,
           RtAuthReader      *reader)
{
  if (!rt_auth_reader_enter_scheme (reader))
    return FALSE;
  self->token68 = rt_auth_reader_read_token68 (reader);
  if (self->token68 == NULL)
    return read_params (self, reader);
  rt_auth_reader_skip_space (reader);
  return rt_auth_reader_at_end (reader);
}

static void
read_rest (RtSentCredentials *self,
           RtAuthReader      *reader)
{
  if (read_form (self, reader) && (self->token68 != NULL || self->params->len > 0))
    look_for_repeats (self);
  else
    /* Translators: %zu counts bytes. */
    take_fault (self, g_strdup_printf (_("From byte %zu on it is neither Base64 nor a list of "
                                         "name=value (RFC 9110 section 11.4)."),
                                       reader->fault != NULL ? reader->fault_offset : reader->at));
}

/* One word may well be a key that somebody put there bare. */
static gboolean
is_known_alone (const char *scheme)
{
  static const char * const known[] = { "Basic", "Bearer", "Digest", "Negotiate", "NTLM", NULL };

  for (guint i = 0; known[i] != NULL; i++)
    if (g_ascii_strcasecmp (scheme, known[i]) == 0)
      return TRUE;
  return FALSE;
}

/* What has no scheme is a secret as a whole. */
static void
read_bare (RtSentCredentials *self,
           RtAuthReader      *reader)
{
  g_clear_pointer (&self->scheme, g_free);
  self->scheme = g_strdup ("");
  if (reader->length == 0)
    {
      take_fault (self, g_strdup (_("It is empty.")));
      return;
    }
  self->secret = g_strndup ((const char *) reader->data, reader->length);
  take_fault (self, g_strdup (_("It does not begin with a scheme, as RFC 9110 section 11.4 "
                                "wants it.")));
}

/* A scheme, and white space behind it or one of the known ones. */
static gboolean
begins_with_scheme (RtSentCredentials *self,
                    RtAuthReader      *reader)
{
  if (self->scheme == NULL)
    return FALSE;
  if (rt_auth_reader_at_end (reader))
    return is_known_alone (self->scheme);
  return strchr (" \t\r", reader->data[reader->at]) != NULL && reader->data[reader->at] != '\0';
}

static gboolean
is_blank (RtAuthReader reader)
{
  rt_auth_reader_skip_space (&reader);
  return rt_auth_reader_at_end (&reader);
}

static void
read_by_scheme (RtSentCredentials *self,
                RtAuthReader      *reader)
{
  if (g_ascii_strcasecmp (self->scheme, "Bearer") == 0)
    {
      read_bearer (self, reader);
      return;
    }
  read_rest (self, reader);
  if (g_ascii_strcasecmp (self->scheme, "Basic") == 0)
    read_basic (self);
  else if (g_ascii_strcasecmp (self->scheme, "Digest") == 0 && self->params->len > 0)
    read_digest (self);
}

RtSentCredentials *
rt_sent_credentials_parse (GBytes *value)
{
  RtSentCredentials *self;
  g_auto (RtAuthReader) reader = { 0 };

  g_return_val_if_fail (value != NULL, NULL);

  self = g_new0 (RtSentCredentials, 1);
  self->params = rt_challenge_params_new ();
  rt_auth_reader_init (&reader, value);
  rt_auth_reader_skip_space (&reader);
  self->scheme = rt_auth_reader_read_token (&reader);
  if (!begins_with_scheme (self, &reader))
    read_bare (self, &reader);
  else if (is_blank (reader))
    take_fault (self, g_strdup (_("There is nothing behind the scheme.")));
  else
    read_by_scheme (self, &reader);
  return self;
}

void
rt_sent_credentials_free (RtSentCredentials *self)
{
  g_clear_pointer (&self->scheme, g_free);
  g_clear_pointer (&self->token68, g_free);
  g_clear_pointer (&self->params, g_ptr_array_unref);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->secret, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_free (self);
}

const char *
rt_sent_credentials_get (const RtSentCredentials *self,
                         const char              *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return rt_challenge_params_get (self->params, name);
}
