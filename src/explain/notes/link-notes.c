/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Link field (RFC 8288): pages to turn, things to load early, and links
 * that cannot be read.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "link-list.h"
#include "media-type.h"
#include "topics.h"

/* The relations of a list in pages (RFC 5988 and RFC 8288). */
static const char *const page_relations[] = { "first", "prev", "next", "last", NULL };

static void
check_pages (RtCase    *self,
             guint      field,
             GPtrArray *links)
{
  g_autoptr(GString) detail = g_string_new (NULL);
  gboolean next = rt_link_list_find (links, "next") != NULL;
  gboolean prev = rt_link_list_find (links, "prev") != NULL;

  if (!next && !prev)
    return;

  for (guint i = 0; page_relations[i] != NULL; i++)
    {
      const RtLink *link = rt_link_list_find (links, page_relations[i]);
      g_autofree char *target = link != NULL ? rt_case_quote (link->target) : NULL;

      if (link != NULL)
        g_string_append_printf (detail, "%s%s: %s", detail->len > 0 ? "\n" : "",
                                page_relations[i], target);
    }
  rt_case_add_on_field (self, field, "link-pages", RT_NOTE_INFO, "RFC 8288, section 3",
                        next ? _("This is one page of a list; there are more.")
                             : _("This is the last page of a list."),
                        detail->str);
}

static void
check_link (RtCase       *self,
            guint         field,
            const RtLink *link)
{
  g_autofree char *target = rt_case_quote (link->target);

  if (rt_link_get_parameter (link, "rel") == NULL && rt_link_get_parameter (link, "rev") != NULL)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-rev", RT_NOTE_INFO, "RFC 8288, section 3.3",
                  g_strdup (_("A link says how it is related with “rev”, which was given up.")),
                  g_strdup_printf (_("The link to %s: rel with the opposite relation says the "
                                     "same."), target));
  else if (rt_link_get_parameter (link, "rel") == NULL)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-without-rel", RT_NOTE_WARNING,
                  "RFC 8288, section 3.3",
                  g_strdup (_("A link does not say how it is related, so it is ignored.")),
                  g_strdup_printf (_("The link to %s lacks rel=…"), target));
  else if (rt_link_has_rel (link, "preload") && rt_link_get_parameter (link, "as") == NULL)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-preload-without-as", RT_NOTE_WARNING,
                  "HTML standard, section 4.6.7",
                  g_strdup (_("A preload without “as” is not loaded early.")),
                  g_strdup_printf (_("The link to %s must say what it is loaded as: script, style, "
                                     "font, image…"), target));
}

static const char *const hints[] = { "preload", "modulepreload", "preconnect", "dns-prefetch",
                                     "prefetch", NULL };

static const char *
find_hint (const RtLink *link)
{
  for (guint i = 0; hints[i] != NULL; i++)
    if (rt_link_has_rel (link, hints[i]))
      return hints[i];

  return NULL;
}

/* What can be fetched: a relative reference, or http. */
static gboolean
is_fetched (const char *target)
{
  g_autofree char *scheme = g_uri_parse_scheme (target);

  return scheme == NULL || g_ascii_strcasecmp (scheme, "http") == 0 ||
         g_ascii_strcasecmp (scheme, "https") == 0;
}

/* Parameters whose value has a form (RFC 8288 section 3.2 and 3.4.1). */
static void
check_parameters (RtCase       *self,
                  guint         field,
                  const RtLink *link)
{
  const char *type = rt_link_get_parameter (link, "type");
  const char *anchor = rt_link_get_parameter (link, "anchor");
  g_autoptr(RtMediaType) media_type = type != NULL ? rt_media_type_parse (type) : NULL;
  g_autoptr(RtUrl) url = anchor != NULL && self->url != NULL
                           ? rt_url_resolve (self->url, anchor, NULL) : NULL;
  g_autofree char *target = rt_case_quote (link->target);
  g_autofree char *quoted = rt_case_quote (type != NULL && media_type == NULL ? type
                                           : anchor != NULL ? anchor : "");

  if (type != NULL && media_type == NULL)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-type", RT_NOTE_WARNING,
                  "RFC 8288, section 3.4.1",
                  g_strdup (_("The “type” of a link is no media type.")),
                  g_strdup_printf (_("The link to %s has type %s. A media type has two parts with "
                                     "a slash, such as “text/html”."), target, quoted));
  if (anchor != NULL && self->url != NULL && url == NULL && is_fetched (anchor))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-anchor", RT_NOTE_WARNING,
                  "RFC 8288, section 3.2",
                  g_strdup (_("The “anchor” of a link is no URL.")),
                  g_strdup_printf (_("The link to %s has anchor %s, which is to say from where it "
                                     "leads. Who cannot read it passes over the link."), target,
                                   quoted));
}

static void
check_hint (RtCase       *self,
            guint         field,
            const RtLink *link,
            GString      *words)
{
  const char *hint = find_hint (link);
  g_autofree char *target = rt_case_quote (link->target);

  if (hint == NULL ||
      (g_str_equal (hint, "preload") && rt_link_get_parameter (link, "as") == NULL))
    return;

  if (!is_fetched (link->target))
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-hint-target", RT_NOTE_WARNING,
                  "HTML standard, section 4.6.7",
                  g_strdup (_("Browsers cannot load early what a link names.")),
                  g_strdup_printf (_("The link with rel=%s leads to %s, which is neither http nor "
                                     "https."), hint, target));
  else if (words->len < 800)
    g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "\n" : "", hint, target);
}

static void
explain_hints (RtCase    *self,
               guint      field,
               GPtrArray *links)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    check_hint (self, field, g_ptr_array_index (links, i), words);
  if (words->len > 0)
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-hints", RT_NOTE_INFO,
                  "HTML standard, section 4.6.7",
                  g_strdup (_("Links name what a browser should get ready early.")),
                  g_strdup_printf (_("%s\n\nIt can begin with these before it has read the "
                                     "content."), words->str));
}

void
rt_explain_links (RtCase *self)
{
  int field = rt_case_find_response (self, "Link");
  g_autofree char *value = rt_case_dup_response (self, "Link");
  g_autofree char *quoted = NULL;
  g_autoptr(GPtrArray) links = NULL;

  if (field < 0)
    return;

  quoted = rt_case_quote (value);
  links = rt_link_list_parse (value);
  if (links->len == 0 && *value != '\0')
    rt_case_take (self, RT_NOTE_ON_FIELD, field, "link-unreadable", RT_NOTE_WARNING,
                  "RFC 8288, section 3",
                  g_strdup (_("The Link field holds no link that can be read.")),
                  g_strdup_printf (_("%s. A link looks like this: </page/2>; rel=\"next\""),
                                   quoted));
  for (guint i = 0; i < links->len; i++)
    {
      check_link (self, field, g_ptr_array_index (links, i));
      check_parameters (self, field, g_ptr_array_index (links, i));
    }
  check_pages (self, field, links);
  explain_hints (self, field, links);
}
