/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out pages of the reference in lines. Every word comes from the
 * catalogue; here are only the headings.
 */

#include "config.h"

#include "page-text.h"

#include <glib/gi18n-lib.h>

#include "terminal.h"

typedef struct
{
  GString *text;
  guint    width;
  gboolean colour;
} Page;

static void
append_section (Page       *page,
                const char *heading,
                const char *words)
{
  g_autofree char *title = NULL;
  g_autofree char *lines = NULL;

  if (words == NULL || *words == '\0')
    return;
  title = rt_terminal_embolden (heading, page->colour);
  lines = rt_terminal_wrap (words, page->width, 2);
  g_string_append_printf (page->text, "\n%s\n%s", title, lines);
}

static void
append_line (Page       *page,
             const char *words)
{
  g_autofree char *lines = NULL;

  if (words == NULL || *words == '\0')
    return;
  lines = rt_terminal_wrap (words, page->width, 2);
  g_string_append (page->text, lines);
}

static void
append_item (Page       *page,
             const char *name,
             const char *words)
{
  g_autofree char *whole = g_strdup_printf ("%s: %s", name, words);
  g_autofree char *lines = rt_terminal_wrap (whole, page->width, 4);

  /* The first line hangs out by two. */
  g_string_append (page->text, lines + 2);
}

static void
append_heading (Page       *page,
                const char *words)
{
  g_autofree char *title = rt_terminal_embolden (words, page->colour);

  g_string_append_printf (page->text, "\n%s\n", title);
}

static void
append_title (Page         *page,
              RtCatalogue  *catalogue,
              RtStatusCode *code)
{
  RtStatusClass status_class = rt_status_code_get_class (code);
  RtEntry *class_entry = rt_catalogue_find_class (catalogue, status_class);
  g_autofree char *name = g_strdup_printf ("%03d %s", rt_status_code_get_code (code),
                                           rt_status_code_get_phrase (code));
  g_autofree char *title = rt_terminal_paint (g_strchomp (name), status_class,
                                              page->colour);
  g_autofree char *summary = rt_terminal_wrap (rt_status_code_get_summary (code),
                                               page->width, 0);

  g_string_append (page->text, title);
  if (class_entry != NULL)
    g_string_append_printf (page->text, "  (%s)", rt_entry_get_name (class_entry));
  g_string_append_printf (page->text, "\n%s", summary);
}

static void
append_fields (Page         *page,
               RtStatusCode *code)
{
  GPtrArray *fields = rt_status_code_get_fields (code);

  if (fields == NULL || fields->len == 0)
    return;
  append_heading (page, _("Header fields that matter"));
  for (guint i = 0; i < fields->len; i++)
    {
      const RtCodeField *field = g_ptr_array_index (fields, i);

      append_item (page, field->name, field->why);
    }
}

static void
append_look_alikes (Page         *page,
                    RtStatusCode *code)
{
  GPtrArray *look_alikes = rt_status_code_get_look_alikes (code);

  if (look_alikes == NULL || look_alikes->len == 0)
    return;
  append_heading (page, _("Easily confused with"));
  for (guint i = 0; i < look_alikes->len; i++)
    {
      const RtLookAlike *other = g_ptr_array_index (look_alikes, i);
      g_autofree char *name = g_strdup_printf ("%d", other->code);

      append_item (page, name, other->difference);
    }
}

static void
append_owners (Page         *page,
               RtStatusCode *code)
{
  GPtrArray *owners = rt_status_code_get_owners (code);

  if (owners == NULL || owners->len == 0)
    return;
  append_heading (page, _("Used by"));
  for (guint i = 0; i < owners->len; i++)
    {
      const RtCodeOwner *owner = g_ptr_array_index (owners, i);
      g_autofree char *name = g_strdup_printf ("%s, “%s”", owner->vendor,
                                               owner->phrase != NULL ? owner->phrase : "");

      append_item (page, name, owner->meaning != NULL ? owner->meaning : "");
    }
}

static void
append_source (Page         *page,
               RtStatusCode *code)
{
  g_autofree char *joined = NULL;

  joined = g_strjoinv ("; ", (char **) rt_status_code_get_aliases (code));
  append_section (page, _("Also known as"), joined);
  append_section (page, _("Where it is defined"), rt_status_code_get_state_note (code));
  append_line (page, rt_status_code_get_specification (code));
  append_line (page, rt_status_code_get_specification_url (code));
}

char *
rt_page_text_of_code (RtCatalogue  *catalogue,
                      RtStatusCode *code,
                      guint         width,
                      gboolean      colour)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Page page = { text, width, colour };

  append_title (&page, catalogue, code);
  append_section (&page, _("Meaning"), rt_status_code_get_meaning (code));
  append_section (&page, _("When a server sends it"), rt_status_code_get_when (code));
  append_section (&page, _("What to do"), rt_status_code_get_action (code));
  append_fields (&page, code);
  append_section (&page, _("Content"), rt_status_code_get_content_note (code));
  append_section (&page, _("Caching"), rt_status_code_get_cache_note (code));
  append_section (&page, _("Method of the next request"),
                  rt_status_code_get_method_note (code));
  append_look_alikes (&page, code);
  append_owners (&page, code);
  append_source (&page, code);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Facts of an entry that are worth a word. */
typedef struct
{
  const char *fact;
  const char *value;
  const char *words;
} FactWords;

static const FactWords fact_words[] = {
  { "safe", "yes", N_("safe") },
  { "safe", "no", N_("not safe") },
  { "idempotent", "yes", N_("idempotent") },
  { "idempotent", "no", N_("not idempotent") },
  { "cacheable", "yes", N_("cacheable") },
  { "cacheable", "no", N_("not cacheable") },
  { "content", "yes", N_("with content") },
  { "content", "no", N_("without content") },
  { "content", "unusual", N_("content has no defined meaning") },
  { "direction", "request", N_("in requests") },
  { "direction", "response", N_("in responses") },
  { "direction", "both", N_("in requests and responses") },
  { "status", "permanent", N_("registered") },
  { "status", "provisional", N_("provisional") },
  { "status", "deprecated", N_("deprecated") },
  { "status", "obsoleted", N_("obsoleted") },
  { "status", "unregistered", N_("not registered") },
  { "kind", "failure", N_("failure: no whole response came") },
  { "kind", "fault", N_("fault in a response") },
};

static void
append_facts (Page    *page,
              RtEntry *entry)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fact_words); i++)
    if (g_strcmp0 (rt_entry_get_fact (entry, fact_words[i].fact), fact_words[i].value) == 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              _(fact_words[i].words));
  if (words->len > 0)
    g_string_append_printf (page->text, "(%s)\n", words->str);
}

char *
rt_page_text_of_entry (RtEntry  *entry,
                       guint     width,
                       gboolean  colour)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Page page = { text, width, colour };
  g_autofree char *title = rt_terminal_embolden (rt_entry_get_name (entry), colour);
  g_autofree char *summary = rt_terminal_wrap (rt_entry_get_summary (entry), width, 0);
  g_autofree char *values = g_strjoinv ("\n", (char **) rt_entry_get_values (entry));

  g_string_append_printf (text, "%s\n%s", title, summary);
  append_facts (&page, entry);
  append_section (&page, _("Meaning"), rt_entry_get_meaning (entry));
  append_section (&page, _("What to do"), rt_entry_get_action (entry));
  append_section (&page, _("Common values"), values);
  append_section (&page, _("Where it is defined"), rt_entry_get_specification (entry));
  append_line (&page, rt_entry_get_specification_url (entry));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_page_text_of_list (GPtrArray *codes,
                      guint      width,
                      gboolean   colour)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    {
      RtStatusCode *code = g_ptr_array_index (codes, i);
      g_autofree char *name = g_strdup_printf ("%03d %s", rt_status_code_get_code (code),
                                               rt_status_code_get_phrase (code));
      g_autofree char *title = rt_terminal_paint (name, rt_status_code_get_class (code),
                                                  colour);
      g_autofree char *summary = rt_terminal_wrap (rt_status_code_get_summary (code),
                                                   width, 4);

      g_string_append_printf (text, "%s\n%s", title, summary);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_page_text_of_names (GPtrArray *entries,
                       guint      width)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      RtEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *summary = rt_terminal_wrap (rt_entry_get_summary (entry), width, 4);

      g_string_append_printf (text, "%s\n%s", rt_entry_get_name (entry), summary);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
