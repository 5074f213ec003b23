/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the command line of "roundtrip send". Owns the names of the options;
 * what a request may say is the engine's to judge.
 */

#include "config.h"

#include "send-options.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "held-input.h"
#include "text.h"
#include "trail-options.h"

/* The options as GOption gives them. */
typedef struct
{
  char    *method;
  char   **headers;
  char   **data;
  char   **left_out;
  char    *har;
  char    *ca_file;
  char    *proxy;
  gboolean follow;
  gboolean no_follow;
  int      max_redirects;
  int      timeout;
  int      idle_timeout;
  gboolean insecure;
  gboolean http1;
  gboolean http2;
  gboolean quiet;
  gboolean show_secrets;
  RtTrailOptions trail;
} Raw;

static void
raw_clear (Raw *self)
{
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->headers, g_strfreev);
  g_clear_pointer (&self->data, g_strfreev);
  rt_trail_options_clear (&self->trail);
  g_clear_pointer (&self->left_out, g_strfreev);
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
    { "method", 'X', 0, G_OPTION_ARG_FILENAME, &raw->method,
      N_("Method; without it GET, or POST with --data"), N_("M") },
    { "header", 'H', 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->headers,
      N_("A header field, sent as it is spelt; may be repeated"), N_("'NAME: VALUE'") },
    { "data", 'd', 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->data,
      N_("Content: a text, or the bytes of a file; @- is standard input"),
      N_("TEXT|@FILE") },
    { "no-auto", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->left_out,
      N_("Leave out a field that is added automatically; may be repeated"), N_("NAME") },
    { "follow", 'L', 0, G_OPTION_ARG_NONE, &raw->follow,
      N_("Follow redirects; this is the default"), NULL },
    { "no-follow", 0, 0, G_OPTION_ARG_NONE, &raw->no_follow,
      N_("Do not follow redirects"), NULL },
    { "max-redirects", 0, 0, G_OPTION_ARG_INT, &raw->max_redirects,
      N_("Follow at most N redirects; without it 20"), N_("N") },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &raw->timeout,
      N_("Stop after S seconds; without it never"), N_("S") },
    { "idle-timeout", 0, 0, G_OPTION_ARG_INT, &raw->idle_timeout,
      N_("Stop after S seconds without a byte, 0 for never; without it 60"), N_("S") },
    { "insecure", 'k', 0, G_OPTION_ARG_NONE, &raw->insecure,
      N_("Send even if the certificate cannot be trusted"), NULL },
    { "cacert", 0, 0, G_OPTION_ARG_FILENAME, &raw->ca_file,
      N_("Trust the certificates in FILE in place of the system's"), N_("FILE") },
    { "proxy", 0, 0, G_OPTION_ARG_FILENAME, &raw->proxy,
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
      "Connection, Content-Length with content, and cookies that a response on the way\n"
      "has set; --header replaces each of them, --no-auto leaves it out. The media type of\n"
      "--data is not guessed: no Content-Type is sent but that of --header.\n"
      "\n"
      "Exit status: 0 a response arrived, whatever its status; 1 none, or it could\n"
      "not be written; 2 bad usage.\n"));
  g_option_context_set_translation_domain (context, RT_GETTEXT_DOMAIN);
  g_option_context_add_main_entries (context, entries, RT_GETTEXT_DOMAIN);
  rt_trail_options_add (&raw->trail, context);
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
  if (raw->idle_timeout < 0)
    return refuse (error, _("--idle-timeout must not be negative."));
  if (raw->data != NULL && raw->data[1] != NULL)
    return refuse (error, _("--data can be given once only: a request has one content."));
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
          g_autofree char *shown = rt_text_from_wire (headers[i], -1);

          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--header needs a name, a colon and a value, not “%s”."), shown);
          return FALSE;
        }
      name = g_strndup (headers[i], colon - headers[i]);
      value = g_strdup (colon + 1);
      rt_request_add_field (request, name, g_strstrip (value));
    }
  return TRUE;
}

/* A name that is never added is a slip, not a wish. */
static gboolean
leave_out (RtRequest  *request,
           char      **names,
           GError    **error)
{
  static const char * const automatic[] = {
    "accept-encoding", "authorization", "connection", "content-length", "content-type",
    "cookie", "host", "proxy-authorization", "user-agent", NULL,
  };

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (names[i], -1);
      g_autofree char *shown = NULL;

      if (g_strv_contains (automatic, lower))
        {
          rt_request_set_automatic_removed (request, names[i], TRUE);
          continue;
        }
      shown = rt_text_from_wire (names[i], -1);
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--no-auto: “%s” is not added automatically."), shown);
      return FALSE;
    }
  return TRUE;
}

/* The length must be known before it is sent: standard input is kept first. */
static gboolean
set_file (RtSendOptions  *self,
          const char     *name,
          GError        **error)
{
  g_autofree char *path = NULL;

  if (g_str_equal (name, "-"))
    {
      self->held_file = rt_held_input_save (STDIN_FILENO, error);
      path = g_strdup (self->held_file);
    }
  else
    {
      path = g_canonicalize_filename (name, NULL);
    }
  if (path == NULL)
    return FALSE;
  rt_request_set_content_file (self->request, path);
  rt_request_set_content_kind (self->request, RT_CONTENT_FILE);
  return TRUE;
}

/* What it is only the person knows: --header says it. */
static gboolean
set_content (RtSendOptions  *self,
             char          **data,
             GError        **error)
{
  if (data == NULL)
    return TRUE;
  rt_request_set_media_type (self->request, "");
  if (*data[0] == '@')
    return set_file (self, data[0] + 1, error);
  rt_request_set_text (self->request, data[0]);
  rt_request_set_content_kind (self->request, RT_CONTENT_TEXT);
  return TRUE;
}

/* The engine reads it when it is needed: here a wrong name is wrong usage. */
static gboolean
set_ca_file (RtRequest   *request,
             const char  *name,
             GError     **error)
{
  g_autofree char *path = name != NULL ? g_canonicalize_filename (name, NULL) : NULL;

  if (path != NULL && g_access (path, R_OK) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "--cacert: %s: %s",
                   path, g_strerror (code));
      return FALSE;
    }
  rt_request_set_ca_file (request, path);
  return TRUE;
}

static gboolean
fill_request (RtSendOptions  *self,
              const Raw      *raw,
              const char     *url,
              GError        **error)
{
  RtRequest *request = self->request;

  rt_request_set_url (request, url);
  if (raw->method != NULL)
    rt_request_set_method (request, raw->method);
  else if (raw->data != NULL)
    rt_request_set_method (request, "POST");
  rt_request_set_follow (request, !raw->no_follow);
  rt_request_set_max_redirects (request, raw->max_redirects);
  rt_request_set_timeout (request, raw->timeout);
  rt_request_set_idle_timeout (request, raw->idle_timeout);
  rt_request_set_insecure (request, raw->insecure);
  rt_request_set_protocol (request, raw->http2 ? RT_PROTOCOL_HTTP2 : RT_PROTOCOL_HTTP1);
  rt_request_set_proxy (request, raw->proxy);
  return set_ca_file (request, raw->ca_file, error)
         && add_headers (request, raw->headers, error)
         && rt_trail_options_apply (&raw->trail, request, error)
         && leave_out (request, raw->left_out, error)
         && set_content (self, raw->data, error)
         && rt_request_validate (request, error);
}

RtSendOptions *
rt_send_options_parse (int      argc,
                       char   **argv,
                       GError **error)
{
  g_autoptr (RtSendOptions) self = g_new0 (RtSendOptions, 1);
  g_auto (Raw) raw = { .max_redirects = 20, .idle_timeout = 60 };

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
      || !fill_request (self, &raw, argv[1], error))
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

  if (self->held_file != NULL)
    g_unlink (self->held_file);
  g_clear_object (&self->request);
  g_clear_pointer (&self->har, g_free);
  g_clear_pointer (&self->held_file, g_free);
  g_free (self);
}
