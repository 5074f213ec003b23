/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The re-indenter: the scanner's tokens, copied with other white space between
 * them. Must never change a byte of a token.
 */

#include "config.h"

#include "json-pretty.h"

#include <string.h>

#define N_TOKENS 512

/* Small enough to stay in the processor's cache. */
#define PIECE_LENGTH (64 * 1024)

typedef struct
{
  const char  *text;
  const char  *end;
  RtJsonLayout layout;
  GString     *out;
  gsize        max_length;
  gboolean     cut;
  RtJsonPieceFunc take; /* NULL: all is kept in out */
  gpointer        data;
} Printer;

/* The longest joint: a comma, a line end, an indent; and bytes that are copied
 * with it. */
#define JOINT_LENGTH (2 + 2 * RT_JSON_MAX_INDENT)
static const char joint[] =
  ",\n"
  "                                                                                "
  "                ";
G_STATIC_ASSERT (sizeof joint - 1 == JOINT_LENGTH + 16);

/* GString grows by the sum alone, which is slow for a large text. */
static void
reserve (GString *out,
         gsize    more)
{
  gsize length = out->len;

  if (length + more < out->allocated_len)
    return;
  g_string_set_size (out, length + more + length / 2);
  out->len = length;
}

static void
emit (Printer    *printer,
      const char *text,
      gsize       length)
{
  if (printer->cut)
    return;
  if (printer->max_length != 0 && printer->out->len + length > printer->max_length)
    {
      printer->cut = TRUE;
      return;
    }
  reserve (printer->out, length);
  memcpy (printer->out->str + printer->out->len, text, length);
  printer->out->len += length;
}

/* Piece by piece, until no more may be written. */
static void
emit_tokens (Printer           *printer,
             const RtJsonToken *tokens,
             gsize              n_tokens)
{
  for (const RtJsonToken *t = tokens; t < tokens + n_tokens && !printer->cut; t++)
    {
      RtJsonJoint kind;

      if (t->kind == RT_JSON_TOKEN_SPACE)
        continue;
      kind = rt_json_layout_next (&printer->layout, t->kind);
      if (kind == RT_JSON_JOINT_COLON)
        emit (printer, ": ", 2);
      if (kind == RT_JSON_JOINT_COMMA_LINE)
        emit (printer, ",", 1);
      if (kind >= RT_JSON_JOINT_LINE)
        emit (printer, joint + 1, 1 + rt_json_layout_get_indent (&printer->layout));
      emit (printer, printer->text + t->start, t->end - t->start);
    }
}

/* Sixteen bytes at a time whatever the length, as most pieces are shorter:
 * @from and @to must have room for that. */
static inline char *
put (char       *to,
     const char *from,
     gsize       length)
{
  memcpy (to, from, 16);
  for (gsize at = 16; at < length; at += 16)
    memcpy (to + at, from + at, 16);

  return to + length;
}

/* All of them, into room that is there. */
static char *
put_tokens (Printer           *printer,
            const RtJsonToken *tokens,
            gsize              n_tokens,
            char              *to)
{
  RtJsonLayout layout = printer->layout;

  for (const RtJsonToken *t = tokens; t < tokens + n_tokens; t++)
    {
      const char *from = printer->text + t->start;
      RtJsonJoint kind;

      if (t->kind == RT_JSON_TOKEN_SPACE)
        continue;
      kind = rt_json_layout_next (&layout, t->kind);
      if (kind == RT_JSON_JOINT_COMMA_LINE)
        to = put (to, joint, 2 + rt_json_layout_get_indent (&layout));
      else if (kind == RT_JSON_JOINT_LINE)
        to = put (to, joint + 1, 1 + rt_json_layout_get_indent (&layout));
      else if (kind == RT_JSON_JOINT_COLON)
        {
          *to++ = ':';
          *to++ = ' ';
        }
      to = put (to, from, t->end - t->start);
    }
  printer->layout = layout;

  return to;
}

static void
print_tokens (Printer           *printer,
              const RtJsonToken *tokens,
              gsize              n_tokens)
{
  GString *out = printer->out;
  gsize most;

  if (n_tokens == 0 || printer->cut)
    return;
  most = tokens[n_tokens - 1].end - tokens[0].start + n_tokens * JOINT_LENGTH;
  if ((gsize) (printer->end - printer->text) - tokens[n_tokens - 1].end < 16 ||
      (printer->max_length != 0 && out->len + most > printer->max_length))
    {
      emit_tokens (printer, tokens, n_tokens);
      return;
    }
  reserve (out, most + 16);
  out->len = put_tokens (printer, tokens, n_tokens, out->str + out->len) - out->str;
}

static void
hand_out (Printer *printer)
{
  printer->take (printer->out->str, printer->out->len, printer->data);
  printer->out->len = 0;
}

/* All of the text. FALSE: there is a flaw. */
static gboolean
print (Printer    *printer,
       gboolean    several,
       RtJsonFlaw *flaw)
{
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (several);
  RtJsonToken tokens[N_TOKENS];
  RtJsonScan scan;
  gsize n;

  flaw->message = NULL;
  do
    {
      scan = rt_json_scanner_read (scanner, printer->text, printer->end - printer->text, TRUE,
                                   tokens, N_TOKENS, &n);
      print_tokens (printer, tokens, n);
      if (printer->take != NULL && printer->out->len >= PIECE_LENGTH)
        hand_out (printer);
    }
  while (scan == RT_JSON_SCAN_FULL);
  if (scan == RT_JSON_SCAN_FLAW)
    {
      rt_json_scanner_fill_flaw (scanner, printer->text, flaw);
      return FALSE;
    }
  if (printer->layout.last != RT_JSON_TOKEN_SPACE)
    emit (printer, "\n", 1);

  return TRUE;
}

GString *
rt_json_pretty (const char *text,
                gsize       length,
                gboolean    several,
                gsize       max_length,
                gboolean   *cut,
                RtJsonFlaw *flaw)
{
  g_autoptr (GString) out = NULL;
  Printer printer = { text, text + length, RT_JSON_LAYOUT_INIT };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (flaw != NULL, NULL);

  out = printer.out = g_string_sized_new (MIN (length + length / 4, 64 * 1024 * 1024));
  printer.max_length = max_length;
  if (!print (&printer, several, flaw))
    return NULL;
  out->str[out->len] = '\0';
  if (cut != NULL)
    *cut = printer.cut;

  return g_steal_pointer (&out);
}

gboolean
rt_json_pretty_pieces (const char     *text,
                       gsize           length,
                       gboolean        several,
                       RtJsonPieceFunc take,
                       gpointer        data,
                       RtJsonFlaw     *flaw)
{
  g_autoptr (GString) out = NULL;
  Printer printer = { text, text + length, RT_JSON_LAYOUT_INIT };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (take != NULL, FALSE);
  g_return_val_if_fail (flaw != NULL, FALSE);

  out = printer.out = g_string_sized_new (2 * PIECE_LENGTH);
  printer.take = take;
  printer.data = data;
  if (!print (&printer, several, flaw))
    return FALSE;
  if (out->len > 0)
    hand_out (&printer);

  return TRUE;
}
