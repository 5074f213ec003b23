/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The home page, made from the route tables, and what the server says about
 * itself. No route is named here but these.
 */

#include "route.h"

static const char page_start[] =
  "<!DOCTYPE html>\n"
  "<html lang=\"en\">\n"
  "<head>\n"
  "<meta charset=\"utf-8\">\n"
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
  "<title>Roundtrip playground</title>\n"
  "<link rel=\"icon\" href=\"data:,\">\n"
  "<style>\n"
  ":root { color-scheme: light dark; --paper: #fcfcfa; --ink: #22252a; --faint: #6a6f78;\n"
  "  --line: #dfe1e4; --link: #1a5fb4; --chip: #eef1f5; }\n"
  "@media (prefers-color-scheme: dark) { :root { --paper: #1d1f23; --ink: #e4e6ea;\n"
  "  --faint: #9aa0aa; --line: #383b42; --link: #8ab8f5; --chip: #2a2d33; } }\n"
  "body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;\n"
  "  max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }\n"
  "h1 { font-size: 1.75rem; margin: 0; }\n"
  "h2 { font-size: 1.1rem; margin: 2.25rem 0 0; padding-bottom: .35rem;\n"
  "  border-bottom: 2px solid var(--line); }\n"
  ".lead { color: var(--faint); margin: .25rem 0 0; }\n"
  "dl { margin: 0; }\n"
  "dl > div { display: grid; grid-template-columns: minmax(14rem, 2fr) 3fr; gap: 0 1.5rem;\n"
  "  padding: .5rem 0; border-bottom: 1px solid var(--line); }\n"
  "dt { font-family: ui-monospace, monospace; font-size: .9rem; overflow-wrap: anywhere; }\n"
  "dt small { color: var(--faint); }\n"
  "dd { margin: 0; }\n"
  "dd nav { display: flex; flex-wrap: wrap; gap: .35rem; margin-top: .25rem; }\n"
  "a { color: var(--link); font-family: ui-monospace, monospace; font-size: .85rem;\n"
  "  background: var(--chip); border-radius: .35rem; padding: .05rem .45rem;\n"
  "  text-decoration: none; overflow-wrap: anywhere; }\n"
  "a:hover, a:focus-visible { text-decoration: underline; }\n"
  "@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; } }\n"
  "</style>\n"
  "</head>\n"
  "<body>\n"
  "<h1>Roundtrip playground</h1>\n"
  "<p class=\"lead\">A real HTTP server on this computer only, for trying out every status and "
  "every trouble.</p>\n";

static void
append_escaped (GString    *page,
                const char *format,
                ...) G_GNUC_PRINTF (2, 3);

static void
append_escaped (GString    *page,
                const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (page, text);
}

static void
append_route (GString       *page,
              const RtRoute *route)
{
  const char *shown = route->examples != NULL ? route->examples : route->pattern;
  g_auto (GStrv) examples = g_strsplit (shown, " ", -1);

  append_escaped (page, "<div><dt>%s <small>%s</small></dt>\n<dd>%s<nav>", route->pattern,
                  route->methods != NULL ? route->methods : "any method", route->description);
  for (guint i = 0; examples[i] != NULL; i++)
    append_escaped (page, "<a href=\"%s\">%s</a>", examples[i], examples[i]);
  g_string_append (page, "</nav></dd></div>\n");
}

static void
answer_index (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (GString) page = g_string_new (page_start);

  for (const RtTopic *topic = rt_route_list_topics (); topic->title != NULL; topic++)
    {
      append_escaped (page, "<h2>%s</h2>\n<dl>\n", topic->title);
      for (const RtRoute *route = topic->routes; route->pattern != NULL; route++)
        append_route (page, route);
      g_string_append (page, "</dl>\n");
    }
  g_string_append (page, "</body>\n</html>\n");
  rt_reply_send (reply, "text/html; charset=utf-8", page->str, page->len);
}

static void
answer_tls (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  g_autoptr (RtReplyJson) json = rt_reply_json_new ();

  rt_reply_json_string (json, "http", call->service->http_origin);
  rt_reply_json_string (json, "https", call->service->https_origin);
  rt_reply_json_open (json, "trouble", '{');
  for (guint i = 0; i < call->service->troubles->len; i++)
    {
      RtTroubleOrigin *trouble = g_ptr_array_index (call->service->troubles, i);

      rt_reply_json_string (json, trouble->name, trouble->origin);
    }
  rt_reply_send_json (reply, json);
}

static void
answer_ca (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);
  const char *pem = call->service->ca_pem;

  rt_reply_send (reply, "application/x-pem-file", pem != NULL ? pem : "", -1);
}

/* OPTIONS * is about the whole server (RFC 9110 section 9.3.7). */
static void
answer_asterisk (RtCall *call)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 204, NULL);

  rt_reply_add (reply, "Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  rt_reply_send (reply, NULL, "", 0);
}

const RtRoute rt_index_routes[] = {
  { "/", "GET", "This page.", NULL, answer_index },
  { "/tls", "GET", "The origins of this server, and those with a wrong certificate.", NULL,
    answer_tls },
  { "/tls/ca.pem", "GET", "The authority that signed the https certificate.", NULL, answer_ca },
  { "*", "OPTIONS", "OPTIONS * as a request target asks about the server.", "/", answer_asterisk },
  { NULL },
};
