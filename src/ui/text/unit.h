/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the next unit of any bytes, and says how it is drawn. For slice.c only. */

#pragma once

#include "slice.h"

G_BEGIN_DECLS

/* The longest name of a character is "[U+10FFFF]". */
#define RT_UNIT_NAME_SIZE 12

typedef struct
{
  gsize       bytes;
  guint       cells; /* of a tab: 0, its caller knows */
  gunichar    c;     /* 0 for a byte that is no UTF-8 */
  RtUnitKind  kind;
  gboolean    named; /* @name is drawn, else the character itself */
  char        name[RT_UNIT_NAME_SIZE];
} RtUnitLook;

/**
 * rt_unit_read:
 * @before: the character before, or 0
 * @text: what follows, at least one byte
 */
void rt_unit_read (const char   *text,
                   gsize         length,
                   gunichar      before,
                   RtSliceFlags  flags,
                   RtUnitLook   *look);

G_END_DECLS
