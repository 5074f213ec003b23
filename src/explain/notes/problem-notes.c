/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Problem details: an error described in JSON (RFC 9457): what it says, and where
 * it contradicts the response or its own rules. */

#include "config.h"

#include "topics.h"

#include <glib/gi18n-lib.h>

#include "media-type.h"
#include "small-json.h"
#include "tell.h"
#include "text.h"

#define SECTION "RFC 9457, section 3"
/* So that the sentence has room for it. */
#define TITLE_MAX 50
#define EXTENSIONS_MAX 6

static void
add (RtCase      *self,
     const char  *id,
     RtNoteLevel  level,
     const char  *sentence,
     const char  *detail)
{
  rt_case_add (self, id, level, RT_NOTE_ON_CONTENT, SECTION, sentence, detail);
}

/* A member of its right type, as text for the screen; NULL otherwise. A member
 * of a wrong type counts as absent (RFC 9457 section 3.1). */
static char *
dup_text (JsonObject *problem,
          const char *name)
{
  JsonNode *node = json_object_get_member (problem, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return rt_text_from_wire (json_node_get_string (node), -1);
}

static gboolean
read_status (JsonObject *problem,
             gint64     *status)
{
  JsonNode *node = json_object_get_member (problem, "status");

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *status = json_node_get_int (node);

  return TRUE;
}

static void
append_member (GString    *words,
               const char *label,
               JsonObject *problem,
               const char *name)
{
  g_autofree char *value = dup_text (problem, name);
  g_autofree char *quoted = value != NULL ? rt_case_quote (value) : NULL;

  if (quoted != NULL)
    g_string_append_printf (words, "%s%s: %s.", words->len > 0 ? " " : "", label, quoted);
}

static gboolean
is_standard (const char *name)
{
  static const char *const names[] = { "type", "title", "status", "detail", "instance", NULL };

  return g_strv_contains (names, name);
}

static void
append_extension (GString    *words,
                  const char *name,
                  JsonNode   *node)
{
  g_autofree char *value = json_to_string (node, FALSE);
  g_autofree char *quoted_name = rt_case_quote (name);
  g_autofree char *quoted = rt_case_quote (value);

  g_string_append_printf (words, "%s%s: %s", words->len > 0 ? ", " : "", quoted_name, quoted);
}

/* Members of the API's own. */
static char *
describe_extensions (JsonObject *problem)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GList) names = json_object_get_members (problem);
  guint n = 0;

  for (GList *at = names; at != NULL; at = at->next)
    if (!is_standard (at->data) && n++ < EXTENSIONS_MAX)
      append_extension (words, at->data, json_object_get_member (problem, at->data));
  if (n > EXTENSIONS_MAX)
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more",
                                                n - EXTENSIONS_MAX), n - EXTENSIONS_MAX);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Its own title, when it fits on a line. */
static char *
make_sentence (JsonObject *problem)
{
  g_autofree char *title = dup_text (problem, "title");

  if (title == NULL || title[0] == '\0' || g_utf8_strlen (title, -1) > TITLE_MAX)
    return g_strdup (_("The content describes the problem in the standard form."));

  /* Translators: the title of the problem as the server words it */
  return g_strdup_printf (_("The server explains: “%s”."), title);
}

/* No type is this one (RFC 9457 sections 3.1.1 and 4.2.1). */
static gboolean
is_blank (JsonObject *problem)
{
  g_autofree char *type = dup_text (problem, "type");

  return type == NULL || g_ascii_strcasecmp (type, "about:blank") == 0;
}

static void
explain_members (RtCase     *self,
                 JsonObject *problem)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *sentence = make_sentence (problem);
  g_autofree char *extensions = describe_extensions (problem);

  append_member (words, _("Title"), problem, "title");
  append_member (words, _("Detail"), problem, "detail");
  append_member (words, _("Type"), problem, "type");
  append_member (words, _("This occurrence"), problem, "instance");
  if (words->len == 0)
    g_string_append (words, _("It has none of title, detail, type and instance."));
  if (extensions[0] != '\0')
    {
      g_string_append (words, "\n\n");
      g_string_append_printf (words, _("Members of this API: %s."), extensions);
    }
  g_string_append (words, "\n\n");
  g_string_append (words, is_blank (problem)
                     ? _("It has no type of its own (“about:blank”): the kind of problem is "
                         "no more than what the status says.")
                     : _("The type names the kind of problem, and programs go by it; "
                         "title and detail are for people."));
  add (self, "problem-details", RT_NOTE_INFO, sentence, words->str);
}

static void
explain_status (RtCase     *self,
                JsonObject *problem)
{
  gint64 status;
  g_autofree char *said = NULL;
  g_autofree char *detail = NULL;

  if (!read_status (problem, &status) || status == self->status)
    return;
  said = g_strdup_printf ("%" G_GINT64_FORMAT, status);
  detail = g_strdup_printf (_("The content says %s, and the response is a %d. The member is only a "
                              "copy for those who see the content alone; the status of the "
                              "response counts. A proxy that changes the status leaves such a "
                              "trace."),
                            said, self->status);
  add (self, "problem-status-differs", RT_NOTE_WARNING,
       _("The status in the problem's description is not that of the response."), detail);
}

/* Members whose type makes them count as absent. */
static void
explain_types (RtCase     *self,
               JsonObject *problem)
{
  static const char *const names[] = { "type", "title", "detail", "instance" };
  g_autoptr(GPtrArray) wrong = g_ptr_array_new ();
  g_autofree char *words = NULL;
  g_autofree char *detail = NULL;
  gint64 status;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = dup_text (problem, names[i]);

      if (value == NULL && json_object_has_member (problem, names[i]))
        g_ptr_array_add (wrong, (gpointer) names[i]);
    }
  if (json_object_has_member (problem, "status") && !read_status (problem, &status))
    g_ptr_array_add (wrong, (gpointer) "status");
  if (wrong->len == 0)
    return;
  g_ptr_array_add (wrong, NULL);
  words = rt_case_quote_list ((char **) wrong->pdata);
  detail = g_strdup_printf (_("Of a wrong kind: %s. status is a number, the others are texts. A "
                              "reader has to treat such a member as if it were not there."), words);
  add (self, "problem-member-type", RT_NOTE_WARNING,
       _("A member of the problem's description is of the wrong kind."), detail);
}

static void
explain_problem (RtCase     *self,
                 JsonObject *problem)
{
  explain_members (self, problem);
  explain_status (self, problem);
  explain_types (self, problem);
  if (self->status / 100 != 4 && self->status / 100 != 5)
    add (self, "problem-without-error", RT_NOTE_WARNING,
         _("The content describes a problem, and the status is not an error."),
         _("Problem details are for 4xx and 5xx. Programs look at the status first and will take "
           "this for something else."));
}

static void
explain_content (RtCase *self,
                 GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = rt_small_json_parse (bytes, &error);
  g_autofree char *detail = NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      explain_problem (self, json_node_get_object (root));
      return;
    }
  detail = g_strdup_printf (_("Reading it ends with: %s. It must be one JSON object. The content "
                              "may still say something to a person."),
                            error != NULL ? error->message : _("a value that is no object"));
  add (self, "problem-malformed", RT_NOTE_WARNING,
       _("The content should describe the problem, and cannot be read as such."), detail);
}

void
rt_explain_problem (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Content-Type");
  g_autoptr(RtMediaType) type = rt_media_type_parse (value);
  g_autoptr(RtBody) body = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (type == NULL || rt_case_is_method (self, "HEAD"))
    return;
  if (g_str_equal (rt_media_type_get_essence (type), "application/problem+xml"))
    add (self, "problem-xml", RT_NOTE_INFO,
         _("The content describes the problem in XML."),
         _("The elements are type, title, status, detail and instance. The form is rare beside "
           "that in JSON, which says the same."));
  if (!g_str_equal (rt_media_type_get_essence (type), "application/problem+json"))
    return;

  body = rt_exchange_dup_content (self->exchange);
  if (rt_body_get_length (body) > RT_SMALL_JSON_MAX)
    {
      add (self, "problem-too-large", RT_NOTE_INFO,
           _("The description of the problem is too large to be read here."),
           _("Such a description is mostly below 1 kB. Up to 256 KiB are read; the content can "
             "be seen in the Body pane."));
      return;
    }
  bytes = rt_body_dup_bytes (body);
  explain_content (self, bytes);
}
