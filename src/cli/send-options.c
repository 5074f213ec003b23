/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the command line of "roundtrip send". Owns the names of the options;
 * what a request may say is the engine's to judge.
 */

#include "config.h"

#include "send-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The options as GOption gives them. */
typedef struct
{
  char    *method;
  char   **headers;
  char    *data;
  char    *user;
  char    *har;
  char    *ca_file;
  char    *proxy;
  gboolean follow;
  gboolean no_follow;
  int      max_redirects;
  int      timeout;
  gboolean insecure;
  gboolean http1;
  gboolean http2;
  gboolean quiet;
  gboolean show_secrets;
} Raw;

static void
raw_clear (Raw *self)
{
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->headers, g_strfreev);
  g_clear_pointer (&self->data, g_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->har, g_free);
  g_clear_pointer (&self->ca_file, g_free);
  g_clear_pointer (&self->proxy, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Raw, raw_clear)

static gboolean
parse_raw (Raw      *raw,
           int      *argc,
           char   ***argv,
           GError  **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("URL"));
  const GOptionEntry entries[] = {
    { "method", 'X', 0, G_OPTION_ARG_STRING, &raw->method,
      N_("Method; without it GET, or POST with --data"), N_("M") },
    { "header", 'H', 0, G_OPTION_ARG_STRING_ARRAY, &raw->headers,
      N_("A header field, sent as it is spelt; may be repeated"), N_("'NAME: VALUE'") },
    { "data", 'd', 0, G_OPTION_ARG_STRING, &raw->data,
      N_("Content: a text, or the bytes of a file"), N_("TEXT|@FILE") },
    { "user", 'u', 0, G_OPTION_ARG_STRING, &raw->user,
      N_("Credentials, sent with the Basic scheme"), N_("NAME:SECRET") },
    { "follow", 'L', 0, G_OPTION_ARG_NONE, &raw->follow,
      N_("Follow redirects; this is the default"), NULL },
    { "no-follow", 0, 0, G_OPTION_ARG_NONE, &raw->no_follow,
      N_("Do not follow redirects"), NULL },
    { "max-redirects", 0, 0, G_OPTION_ARG_INT, &raw->max_redirects,
      N_("Follow at most N redirects; without it 20"), N_("N") },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &raw->timeout,
      N_("Stop after S seconds; without it never"), N_("S") },
    { "insecure", 'k', 0, G_OPTION_ARG_NONE, &raw->insecure,
      N_("Send even if the certificate cannot be trusted"), NULL },
    { "cacert", 0, 0, G_OPTION_ARG_FILENAME, &raw->ca_file,
      N_("Trust the certificates in FILE in place of the system's"), N_("FILE") },
    { "proxy", 0, 0, G_OPTION_ARG_STRING, &raw->proxy,
      N_("Proxy to use; none is taken from the environment"), N_("URL") },
    { "http1", 0, 0, G_OPTION_ARG_NONE, &raw->http1,
      N_("Use HTTP/1.1; this is the default"), NULL },
    { "http2", 0, 0, G_OPTION_ARG_NONE, &raw->http2,
      N_("Offer HTTP/2 (https only)"), NULL },
    { "har", 0, 0, G_OPTION_ARG_FILENAME, &raw->har,
      N_("Write the trail as HAR 1.2; - is standard output"), N_("FILE") },
    { "show-secrets", 0, 0, G_OPTION_ARG_NONE, &raw->show_secrets,
      N_("Do not mask credentials and cookies"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &raw->quiet,
      N_("Print the content only, and failures"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_set_prgname ("roundtrip send");
  g_option_context_set_summary (context,
    _("Sends a request and prints every exchange that it caused, explained."));
  g_option_context_set_description (context,
    _("The trail goes to standard error, the content of the last response (its content\n"
      "coding removed) to standard output. With --har=- the trail as HAR takes its place.\n"
      "Nothing is sent that was not asked for but Host, User-Agent, Accept-Encoding,\n"
      "Connection, and Content-Length with content; --header replaces each of them.\n"
      "\n"
      "Exit status: 0 a response arrived, whatever its status; 1 none; 2 bad usage.\n"));
  g_option_context_set_translation_domain (context, RT_GETTEXT_DOMAIN);
  g_option_context_add_main_entries (context, entries, RT_GETTEXT_DOMAIN);
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
refuse (GError     **error,
        const char  *words)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, words);
  return FALSE;
}

static gboolean
check_raw (const Raw  *raw,
           int         n_urls,
           GError    **error)
{
  if (n_urls < 1)
    return refuse (error, _("No URL was given."));
  if (n_urls > 1)
    return refuse (error, _("More than one URL was given."));
  if (raw->follow && raw->no_follow)
    return refuse (error, _("--follow and --no-follow contradict each other."));
  if (raw->http1 && raw->http2)
    return refuse (error, _("--http1 and --http2 contradict each other."));
  if (raw->max_redirects < 0)
    return refuse (error, _("--max-redirects must not be negative."));
  if (raw->timeout < 0)
    return refuse (error, _("--timeout must not be negative."));
  if (raw->user != NULL && strchr (raw->user, ':') == NULL)
    return refuse (error, _("--user needs a name and a secret: NAME:SECRET."));
  return TRUE;
}

static gboolean
add_headers (RtRequest  *request,
             char      **headers,
             GError    **error)
{
  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    {
      const char *colon = strchr (headers[i], ':');
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (colon == NULL)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--header needs a name, a colon and a value, not “%s”."),
                       headers[i]);
          return FALSE;
        }
      name = g_strndup (headers[i], colon - headers[i]);
      value = g_strdup (colon + 1);
      rt_request_add_field (request, name, g_strstrip (value));
    }
  return TRUE;
}

static void
add_user (RtRequest  *request,
          const char *user)
{
  g_autofree char *coded = NULL;
  g_autofree char *value = NULL;

  if (user == NULL)
    return;
  coded = g_base64_encode ((const guchar *) user, strlen (user));
  value = g_strconcat ("Basic ", coded, NULL);
  rt_request_add_field (request, "Authorization", value);
}

static void
set_content (RtRequest  *request,
             const char *data)
{
  if (data == NULL)
    return;
  if (*data == '@')
    {
      g_autofree char *path = g_canonicalize_filename (data + 1, NULL);

      rt_request_set_content_file (request, path);
      rt_request_set_content_kind (request, RT_CONTENT_FILE);
      rt_request_set_media_type (request, "");
      return;
    }
  rt_request_set_text (request, data);
  rt_request_set_content_kind (request, RT_CONTENT_TEXT);
  /* What it is only the person knows: --header says it. */
  rt_request_set_media_type (request, "");
}

static gboolean
fill_request (RtRequest  *request,
              const Raw  *raw,
              const char *url,
              GError    **error)
{
  g_autofree char *ca_file = NULL;

  rt_request_set_url (request, url);
  if (raw->method != NULL)
    rt_request_set_method (request, raw->method);
  else if (raw->data != NULL)
    rt_request_set_method (request, "POST");
  if (!add_headers (request, raw->headers, error))
    return FALSE;
  add_user (request, raw->user);
  set_content (request, raw->data);
  rt_request_set_follow (request, !raw->no_follow);
  rt_request_set_max_redirects (request, raw->max_redirects);
  rt_request_set_timeout (request, raw->timeout);
  rt_request_set_insecure (request, raw->insecure);
  rt_request_set_protocol (request, raw->http2 ? RT_PROTOCOL_HTTP2 : RT_PROTOCOL_HTTP1);
  if (raw->ca_file != NULL)
    ca_file = g_canonicalize_filename (raw->ca_file, NULL);
  rt_request_set_ca_file (request, ca_file);
  rt_request_set_proxy (request, raw->proxy);
  return rt_request_validate (request, error);
}

RtSendOptions *
rt_send_options_parse (int      argc,
                       char   **argv,
                       GError **error)
{
  g_autoptr (RtSendOptions) self = g_new0 (RtSendOptions, 1);
  g_auto (Raw) raw = { .max_redirects = 20 };

  self->request = rt_request_new ();
  if (!parse_raw (&raw, &argc, &argv, error))
    return NULL;
  /* "--" parts options from a URL that looks like one. */
  if (argc > 1 && g_str_equal (argv[1], "--"))
    {
      argc--;
      argv++;
    }
  if (!check_raw (&raw, argc - 1, error)
      || !fill_request (self->request, &raw, argv[1], error))
    return NULL;

  self->har = g_steal_pointer (&raw.har);
  self->quiet = raw.quiet;
  self->show_secrets = raw.show_secrets;
  return g_steal_pointer (&self);
}

void
rt_send_options_free (RtSendOptions *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->request);
  g_clear_pointer (&self->har, g_free);
  g_free (self);
}
