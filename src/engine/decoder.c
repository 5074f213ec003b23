/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtDecoder: a chain of codings, undone last first, with a cap on how much
 * they may grow. Decides what damage means; the libraries stand in coding.c.
 */

#include "config.h"

#include "decoder.h"

#include <glib/gi18n-lib.h>

#include "coding.h"
#include "format.h"

#define ROOM (64 * 1024)

struct _RtDecoder
{
  GPtrArray *codings; /* RtCoding, in the order of undoing */
  RtBody    *content;
  RtFault   *fault;
  guint64    read;    /* coded bytes fed */
  guint64    written; /* decoded bytes */
  guint      ended;   /* a bit a coding: it came to its end */
  gboolean   stopped;
};

/* The codings that were applied, in their order; "identity" is none. */
static GPtrArray *
list_codings (RtHead *head)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *combined = rt_head_dup_combined (head, "Content-Encoding");
  g_auto(GStrv) tokens = NULL;

  if (combined == NULL)
    return list;

  tokens = g_strsplit (combined, ",", -1);
  for (guint i = 0; tokens[i] != NULL; i++)
    {
      char *token = g_strstrip (tokens[i]);

      if (*token != '\0' && g_ascii_strcasecmp (token, "identity") != 0)
        g_ptr_array_add (list, g_strdup (token));
    }

  return list;
}

RtDecoder *
rt_decoder_new (RtHead   *head,
                RtBody   *content,
                RtFault **fault)
{
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(RtDecoder) self = NULL;

  g_return_val_if_fail (head != NULL && RT_IS_BODY (content) && fault != NULL, NULL);

  names = list_codings (head);
  if (names->len == 0)
    return NULL;

  self = g_new0 (RtDecoder, 1);
  self->codings = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_coding_free);
  self->content = g_object_ref (content);

  for (guint i = names->len; i > 0; i--)
    {
      RtCoding *coding = rt_coding_new (g_ptr_array_index (names, i - 1));

      /* More than a handful is an attack on our memory, not a coding. */
      if (coding == NULL || names->len > 5)
        {
          g_clear_pointer (&coding, rt_coding_free);
          *fault = rt_fault_new (RT_FAULT_CODING_UNKNOWN, _("Content-Encoding is “%s”"),
                                 (char *) g_ptr_array_index (names, i - 1));
          return NULL;
        }
      g_ptr_array_add (self->codings, coding);
    }

  return g_steal_pointer (&self);
}

void
rt_decoder_free (RtDecoder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->codings, g_ptr_array_unref);
  g_clear_object (&self->content);
  g_clear_pointer (&self->fault, rt_fault_free);
  g_free (self);
}

static void
stop (RtDecoder *self,
      RtFault   *fault)
{
  self->stopped = TRUE;
  self->fault = fault;
}

static gboolean
store (RtDecoder     *self,
       const guint8  *data,
       gsize          length,
       GError       **error)
{
  self->written += length;
  if (self->written > RT_DECODER_RATIO_FROM &&
      self->written / MAX (1, self->read) > RT_DECODER_RATIO_MAX)
    {
      g_autofree char *in = rt_format_size (self->read);
      g_autofree char *out = rt_format_size (self->written);

      stop (self, rt_fault_new (RT_FAULT_CODING_RATIO, _("%s grew to more than %s"), in, out));
    }

  return rt_body_append (self->content, data, length, error);
}

static void
report_damage (RtDecoder *self,
               RtCoding  *coding)
{
  const char *name = rt_coding_get_name (coding);
  g_autofree char *decoded = rt_format_bytes (self->written);

  if (self->written == 0)
    stop (self, rt_fault_new (RT_FAULT_CODING_DAMAGED,
                              _("the content is not in the %s format"), name));
  else
    stop (self, rt_fault_new (RT_FAULT_CODING_DAMAGED,
                              /* Translators: a coding, such as gzip, and "12 bytes" */
                              _("the %s data is damaged; %s could be decoded"), name, decoded));
}

/* The coding takes no more of what is left. */
static void
report_stall (RtDecoder      *self,
              RtCoding       *coding,
              RtCodingStatus  status)
{
  if (status == RT_CODING_END)
    stop (self, rt_fault_new (RT_FAULT_CODING_TRAILING, _("bytes follow the end of the %s data"),
                              rt_coding_get_name (coding)));
  else
    report_damage (self, coding);
}

/* Puts @data through coding @index and all that follow it. */
static gboolean
run (RtDecoder     *self,
     guint          index,
     const guint8  *data,
     gsize          length,
     GError       **error)
{
  g_autofree guint8 *room = NULL;
  RtCoding *coding;
  gsize made;

  if (index == self->codings->len)
    return store (self, data, length, error);

  coding = g_ptr_array_index (self->codings, index);
  room = g_malloc (ROOM);
  do
    {
      gsize before = length;
      RtCodingStatus status;

      made = ROOM;
      status = rt_coding_step (coding, &data, &length, room, &made);
      if (made > 0 && !run (self, index + 1, room, made, error))
        return FALSE;
      if (self->stopped)
        return TRUE;

      if (status == RT_CODING_DAMAGED)
        {
          report_damage (self, coding);
          return TRUE;
        }

      if (status == RT_CODING_END)
        self->ended |= 1u << index;
      else
        self->ended &= ~(1u << index);
      if (length > 0 && length == before && made == 0)
        {
          report_stall (self, coding, status);
          return TRUE;
        }
    }
  while (length > 0 || made == ROOM);

  return TRUE;
}

gboolean
rt_decoder_feed (RtDecoder     *self,
                 const guint8  *data,
                 gsize          length,
                 GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->read += length;
  if (self->stopped || length == 0)
    return TRUE;

  return run (self, 0, data, length, error);
}

void
rt_decoder_finish (RtDecoder *self)
{
  g_autofree char *read = NULL;

  g_return_if_fail (self != NULL);

  if (self->stopped || self->read == 0 || self->ended == (1u << self->codings->len) - 1)
    return;

  read = rt_format_bytes (self->read);
  stop (self, rt_fault_new (RT_FAULT_CODING_TRUNCATED,
                            /* Translators: %s is "12 bytes" */
                            _("the compressed data stops after %s without its end"), read));
}

RtFault *
rt_decoder_steal_fault (RtDecoder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->fault);
}

gboolean
rt_decoder_made_sense (RtDecoder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->written > 0 || !self->stopped;
}
