/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The guess, one form of units after the other. */

#include "config.h"

#include "wide-text.h"

#include <string.h>

/* How many bytes are looked at: a flaw far in the text does not make it another. */
#define LOOKED_AT 1024

typedef struct
{
  const char *name;
  guint8      mark[4];
  gsize       size; /* bytes of a unit and of the mark */
  gboolean    big;  /* the high byte comes first */
} Form;

/* The mark of UTF-32 begins as that of UTF-16 does. */
static const Form forms[] = {
  { "utf-32le", { 0xff, 0xfe, 0x00, 0x00 }, 4, FALSE },
  { "utf-32be", { 0x00, 0x00, 0xfe, 0xff }, 4, TRUE },
  { "utf-16le", { 0xff, 0xfe }, 2, FALSE },
  { "utf-16be", { 0xfe, 0xff }, 2, TRUE },
};

static guint32
get_unit (const Form   *form,
          const guint8 *data)
{
  guint32 unit = 0;

  for (gsize i = 0; i < form->size; i++)
    unit |= (guint32) data[i] << 8 * (form->big ? form->size - 1 - i : i);

  return unit;
}

/* @half: (inout): whether the first half of a surrogate pair came before. */
static gboolean
is_character (const Form *form,
              guint32     unit,
              gboolean   *half)
{
  gboolean high = unit >= 0xd800 && unit < 0xdc00;
  gboolean low = unit >= 0xdc00 && unit < 0xe000;

  if (low != *half || (form->size == 4 && high))
    return FALSE;
  *half = high;
  if (unit < 0x20)
    return (unit >= '\t' && unit <= '\r' && unit != '\v') || unit == 0x1b;

  return unit <= 0x10ffff && (unit & 0xfffe) != 0xfffe;
}

static gboolean
is_text (const Form   *form,
         const guint8 *data,
         gsize         length)
{
  gsize n = MIN (length, LOOKED_AT) / form->size;
  gsize n_ascii = 0;
  gboolean begins = n >= 2;
  gboolean half = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      guint32 unit = get_unit (form, data + i * form->size);

      if (!is_character (form, unit, &half))
        return FALSE;
      if (unit < 0x80)
        n_ascii++;
      else if (i < 2)
        begins = FALSE;
    }

  return n >= 2 && (begins || n_ascii * 2 > n);
}

static const Form *
find_text (const guint8 *data,
           gsize         length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (is_text (&forms[i], data, length))
      return &forms[i];

  return NULL;
}

static const Form *
find_mark (const guint8 *data,
           gsize         length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (length >= forms[i].size && memcmp (data, forms[i].mark, forms[i].size) == 0)
      return &forms[i];

  return NULL;
}

const char *
rt_wide_text_guess (const guint8 *data,
                    gsize         length)
{
  const Form *form;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  form = find_text (data, length);

  return form != NULL ? form->name : NULL;
}

char *
rt_wide_text_dup_narrow (const guint8 *data,
                         gsize         length,
                         gsize        *n)
{
  const Form *form;
  gsize start = 0;
  char *narrow;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = 0;
  form = find_mark (data, length);
  if (form != NULL)
    start = form->size;
  else
    form = find_text (data, length);
  if (form == NULL)
    return NULL;

  narrow = g_malloc (MIN (length, LOOKED_AT) + 1);
  for (gsize at = start; at + form->size <= MIN (length, LOOKED_AT); at += form->size)
    {
      guint32 unit = get_unit (form, data + at);

      narrow[(*n)++] = unit < 0x80 ? unit : '?';
    }
  narrow[*n] = '\0';

  return narrow;
}
