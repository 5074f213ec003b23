/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A row of the list of fields. Texts are made when they are asked for: of ten
 * thousand fields only those on the screen are.
 */

#include "config.h"

#include "field-item.h"

#include "field-words.h"
#include "response-words.h"
#include "secret-view.h"
#include "secret.h"

struct _RtFieldItem
{
  GObject      parent_instance;

  char        *title; /* sections only */
  char        *note;
  RtHead      *head;  /* fields only */
  guint        index;
  RtCatalogue *catalogue;
  GPtrArray   *notes;

  gboolean       masked;
  RtCredentials *credentials;
};

G_DEFINE_FINAL_TYPE (RtFieldItem, rt_field_item, G_TYPE_OBJECT)

static void
rt_field_item_finalize (GObject *object)
{
  RtFieldItem *self = RT_FIELD_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->head, rt_head_unref);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->credentials);

  G_OBJECT_CLASS (rt_field_item_parent_class)->finalize (object);
}

static void
rt_field_item_class_init (RtFieldItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_field_item_finalize;
}

static void
rt_field_item_init (RtFieldItem *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
}

RtFieldItem *
rt_field_item_new_section (const char *title,
                           const char *note)
{
  RtFieldItem *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (note != NULL, NULL);

  self = g_object_new (RT_TYPE_FIELD_ITEM, NULL);
  self->title = g_strdup (title);
  self->note = g_strdup (note);

  return self;
}

RtFieldItem *
rt_field_item_new_field (RtHead      *head,
                         guint        index,
                         RtCatalogue *catalogue)
{
  RtFieldItem *self;

  g_return_val_if_fail (head != NULL, NULL);
  g_return_val_if_fail (index < rt_head_get_n_fields (head), NULL);

  self = g_object_new (RT_TYPE_FIELD_ITEM, NULL);
  self->head = rt_head_ref (head);
  self->index = index;
  g_set_object (&self->catalogue, catalogue);

  return self;
}

RtFieldItem *
rt_field_item_new_masked (RtHead        *head,
                          guint          index,
                          RtCatalogue   *catalogue,
                          RtCredentials *credentials)
{
  RtFieldItem *self = rt_field_item_new_field (head, index, catalogue);

  g_return_val_if_fail (self != NULL, NULL);

  self->masked = TRUE;
  g_set_object (&self->credentials, credentials);

  return self;
}

/* A line without a colon is all name. */
static char *
dup_name (RtFieldItem *self)
{
  g_autofree char *name = rt_head_dup_field_name (self->head, self->index);

  return self->masked ? rt_secret_view_line (self->credentials, name) : g_steal_pointer (&name);
}

static char *
dup_value (RtFieldItem *self)
{
  g_autofree char *name = rt_head_dup_field_name (self->head, self->index);
  g_autofree char *value = rt_head_dup_field_value (self->head, self->index);

  return self->masked ? rt_secret_view_value (self->credentials, g_strstrip (name), value)
                      : g_steal_pointer (&value);
}

gboolean
rt_field_item_is_section (RtFieldItem *self)
{
  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), FALSE);

  return self->head == NULL;
}

char *
rt_field_item_dup_name (RtFieldItem *self)
{
  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), NULL);

  if (self->head == NULL)
    return g_strdup (self->title);

  return rt_words_bound (dup_name (self));
}

char *
rt_field_item_dup_value (RtFieldItem *self)
{
  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), NULL);

  if (self->head == NULL)
    return g_strdup ("");

  return rt_words_bound (dup_value (self));
}

char *
rt_field_item_dup_note (RtFieldItem *self)
{
  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), NULL);

  if (self->head == NULL)
    return g_strdup (self->note);

  return rt_words_for_oddities (rt_head_get_field (self->head, self->index)->oddities);
}

char *
rt_field_item_dup_meaning (RtFieldItem *self)
{
  g_autofree char *name = NULL;
  RtEntry *entry;

  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), NULL);

  if (self->head == NULL || self->catalogue == NULL)
    return NULL;
  name = rt_head_dup_field_name (self->head, self->index);
  entry = rt_catalogue_find_field (self->catalogue, name);
  if (entry == NULL)
    return NULL;

  return g_strdup_printf ("%s\n%s", rt_entry_get_summary (entry),
                          rt_entry_get_specification (entry));
}

char *
rt_field_item_to_text (RtFieldItem *self)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), NULL);

  if (self->head == NULL)
    return g_strdup (self->title);

  name = dup_name (self);
  if (rt_head_get_field (self->head, self->index)->oddities & RT_ODDITY_NO_COLON)
    return g_steal_pointer (&name);
  value = dup_value (self);

  return g_strdup_printf ("%s: %s", name, value);
}

void
rt_field_item_set_notes (RtFieldItem   *self,
                         GPtrArray     *notes,
                         RtNoteSubject  subject)
{
  g_return_if_fail (RT_IS_FIELD_ITEM (self));

  g_ptr_array_set_size (self->notes, 0);
  for (guint i = 0; self->head != NULL && notes != NULL && i < notes->len; i++)
    {
      RtNote *note = g_ptr_array_index (notes, i);

      if (rt_note_get_subject (note) == subject && rt_note_get_field (note) == (int) self->index)
        g_ptr_array_add (self->notes, g_object_ref (note));
    }
}

char *
rt_field_item_dup_words (RtFieldItem *self)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), NULL);

  if (self->head == NULL)
    return NULL;

  name = rt_head_dup_field_name (self->head, self->index);
  if (self->masked && rt_secret_is_field (name))
    return NULL;
  value = rt_head_dup_field_value (self->head, self->index);

  return rt_field_words (name, value, g_get_real_time () / G_USEC_PER_SEC);
}

GPtrArray *
rt_field_item_get_notes (RtFieldItem *self)
{
  g_return_val_if_fail (RT_IS_FIELD_ITEM (self), NULL);

  return self->notes;
}
