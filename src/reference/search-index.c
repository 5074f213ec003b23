/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Folds texts for the search. Ranks nothing: catalogue-search does. */

#include "config.h"

#include "search-index.h"

char *
rt_search_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);

      if (sign == '\'' || sign == 0x2019)
        continue;

      if (!g_unichar_isalnum (sign) && !g_unichar_ismark (sign))
        {
          gap = TRUE;
          continue;
        }

      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, sign);
    }

  return g_string_free (out, FALSE);
}

static void
take_folded (GStrvBuilder *builder,
             const char   *text)
{
  g_autofree char *folded = rt_search_fold (text);

  g_strv_builder_add (builder, folded);
}

static char **
dup_aliases (RtStatusCode *code)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char * const *aliases = rt_status_code_get_aliases (code);
  GPtrArray *owners = rt_status_code_get_owners (code);

  for (gsize i = 0; aliases[i] != NULL; i++)
    take_folded (builder, aliases[i]);

  for (guint i = 0; i < owners->len; i++)
    {
      const RtCodeOwner *owner = g_ptr_array_index (owners, i);

      take_folded (builder, owner->phrase);
    }

  return g_strv_builder_end (builder);
}

static char **
dup_vendors (RtStatusCode *code)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *owners = rt_status_code_get_owners (code);

  for (guint i = 0; i < owners->len; i++)
    {
      const RtCodeOwner *owner = g_ptr_array_index (owners, i);

      take_folded (builder, owner->vendor);
    }

  return g_strv_builder_end (builder);
}

/* Everything else that can be read on the page of the code. */
static char *
dup_text (RtStatusCode *code)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *fields = rt_status_code_get_fields (code);
  GPtrArray *owners = rt_status_code_get_owners (code);
  const char *parts[] = {
    rt_status_code_get_summary (code), rt_status_code_get_meaning (code),
    rt_status_code_get_when (code), rt_status_code_get_action (code),
    rt_status_code_get_specification (code), rt_status_code_get_state_note (code),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text, "%s ", parts[i]);

  for (guint i = 0; i < fields->len; i++)
    {
      const RtCodeField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "%s ", field->name);
    }

  for (guint i = 0; i < owners->len; i++)
    {
      const RtCodeOwner *owner = g_ptr_array_index (owners, i);

      g_string_append_printf (text, "%s ", owner->meaning);
    }

  return rt_search_fold (text->str);
}

RtSearchIndex *
rt_search_index_new (GListModel *codes)
{
  RtSearchIndex *self = g_new0 (RtSearchIndex, 1);

  self->n_items = g_list_model_get_n_items (codes);
  self->items = g_new0 (RtSearchItem, self->n_items);

  for (gsize i = 0; i < self->n_items; i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, (guint) i);
      RtSearchItem *item = &self->items[i];

      item->code = code;
      g_snprintf (item->number, sizeof item->number, "%d",
                  rt_status_code_get_code (code));
      item->phrase = rt_search_fold (rt_status_code_get_phrase (code));
      item->aliases = dup_aliases (code);
      item->vendors = dup_vendors (code);
      item->text = dup_text (code);
    }

  return self;
}

void
rt_search_index_free (RtSearchIndex *self)
{
  for (gsize i = 0; i < self->n_items; i++)
    {
      g_clear_pointer (&self->items[i].phrase, g_free);
      g_clear_pointer (&self->items[i].aliases, g_strfreev);
      g_clear_pointer (&self->items[i].vendors, g_strfreev);
      g_clear_pointer (&self->items[i].text, g_free);
    }

  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self, g_free);
}
