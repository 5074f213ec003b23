/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The scanner from outside: one read after the other. The grammar is in
 * json-grammar.c.
 */

#include "config.h"

#include "json-scan.h"

RtJsonScanner *
rt_json_scanner_new (gboolean several)
{
  RtJsonScanner *self = g_new0 (RtJsonScanner, 1);

  self->several = several;

  return self;
}

void
rt_json_scanner_free (RtJsonScanner *self)
{
  g_free (self->stack);
  g_free (self);
}

gboolean
rt_json_scan_fail (RtJsonScanner        *self,
                   const RtJsonScanText *in,
                   const char           *where,
                   const char           *message)
{
  self->message = _(message);
  self->flaw = where - in->text;

  return FALSE;
}

gboolean
rt_json_scan_suspend (RtJsonScanner        *self,
                      const RtJsonScanText *in,
                      RtJsonPart            part,
                      const char           *start)
{
  self->part = part;
  self->token = start - in->text;

  return FALSE;
}

/* A number that the end of the text ended. */
static gboolean
is_whole_number (RtJsonPart part)
{
  return part == RT_JSON_PART_ZERO || part == RT_JSON_PART_INTEGER ||
         part == RT_JSON_PART_FRACTION || part == RT_JSON_PART_EXPONENT;
}

/* The text is complete and was read to its end. */
static RtJsonScan
finish (RtJsonScanRun *run)
{
  RtJsonScanner *s = run->s;

  if (is_whole_number (s->part))
    rt_json_scan_end_number (run);
  if (run->expect == RT_JSON_EXPECT_END ||
      (run->expect == RT_JSON_EXPECT_VALUE && s->depth == 0 && s->several))
    return RT_JSON_SCAN_END;
  rt_json_scan_fail (s, run->in, run->p, N_("the text ends before the document does"));

  return RT_JSON_SCAN_FLAW;
}

RtJsonScan
rt_json_scanner_read (RtJsonScanner *self,
                      const char    *text,
                      gsize          length,
                      gboolean       complete,
                      RtJsonToken   *tokens,
                      gsize          max_tokens,
                      gsize         *n_tokens)
{
  RtJsonScanText in = { text, text + length, complete };
  RtJsonScanRun run = { self, &in, text + self->position, self->expect,
                        rt_json_scan_is_in_object (self), tokens, tokens + max_tokens - 1 };
  RtJsonScan result = RT_JSON_SCAN_MORE;

  g_return_val_if_fail (length >= self->position, RT_JSON_SCAN_FLAW);
  g_return_val_if_fail (max_tokens >= 2, RT_JSON_SCAN_FLAW);

  *n_tokens = 0;
  if (self->message != NULL)
    return RT_JSON_SCAN_FLAW;

  /* One more than one at a time: white space and what follows it. */
  if (rt_json_scan_tokens (&run))
    result = RT_JSON_SCAN_FULL;
  else if (self->message != NULL)
    result = RT_JSON_SCAN_FLAW;
  else if (complete)
    result = finish (&run);
  self->position = run.p - text;
  self->expect = run.expect;
  *n_tokens = run.out - tokens;

  return result;
}

guint64
rt_json_scanner_get_position (RtJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->position;
}

gboolean
rt_json_scanner_get_partial (RtJsonScanner *self,
                             RtJsonToken   *token)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (token != NULL, FALSE);

  if (self->part == RT_JSON_PART_NONE)
    return FALSE;
  token->start = self->token;
  token->end = self->position;
  if (self->part != RT_JSON_PART_STRING)
    token->kind = RT_JSON_TOKEN_NUMBER;
  else if (self->expect == RT_JSON_EXPECT_KEY || self->expect == RT_JSON_EXPECT_FIRST_KEY)
    token->kind = RT_JSON_TOKEN_KEY;
  else
    token->kind = RT_JSON_TOKEN_STRING;

  return TRUE;
}

void
rt_json_scanner_fill_flaw (RtJsonScanner *self,
                           const char    *text,
                           RtJsonFlaw    *flaw)
{
  g_return_if_fail (self != NULL && self->message != NULL);

  rt_json_flaw_set (flaw, text, self->flaw, self->message);
}

gsize
rt_json_scanner_get_size (RtJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sizeof *self + self->stack_size;
}
