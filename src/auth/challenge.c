/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the list of challenges behind one or more field lines (RFC 9110 section
 * 11.6.1). Reads what stands there and mends nothing: a challenge that cannot
 * be read to its end is left out. Knows no scheme.
 */

#include "config.h"

#include "challenge.h"

#include "auth-reader.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In progress, from line to line. */
typedef struct
{
  RtChallengeList *list;
  RtAuthReader     reader;
  guint            line;
  RtChallenge     *open;  /* (nullable): the last one, while parameters may follow */
  GHashTable      *names; /* of its parameters until now; borrowed */
} Parser;

static RtChallenge *
append_challenge (Parser *parser,
                  char   *scheme)
{
  RtChallenge *challenge = g_new0 (RtChallenge, 1);

  challenge->scheme = scheme;
  challenge->params = rt_challenge_params_new ();
  challenge->line = parser->line;
  g_hash_table_remove_all (parser->names);
  g_ptr_array_add (parser->list->challenges, challenge);
  return challenge;
}

/* The challenge that the fault is in cannot be answered, as half of it may be
 * missing. What stands in the lines before stays. */
static void
drop_broken (Parser      *parser,
             RtChallenge *broken)
{
  parser->open = NULL;
  if (broken->line == parser->line)
    g_ptr_array_remove (parser->list->challenges, broken);
}

static gboolean
read_param (Parser      *parser,
            RtChallenge *challenge)
{
  RtAuthReader *reader = &parser->reader;
  gsize begin = reader->at;
  g_autoptr (RtChallengeParam) param = rt_auth_reader_read_param (reader);

  if (param == NULL)
    {
      drop_broken (parser, challenge);
      return FALSE;
    }
  /* RFC 9110 section 11.2. The rest can be read all the same. */
  if (!g_hash_table_add (parser->names, param->name))
    /* Translators: %s is the name of a parameter. */
    rt_auth_reader_take_fault (reader, begin,
                               g_strdup_printf (_("The parameter “%s” comes a second time."),
                                                param->name));
  g_ptr_array_add (challenge->params, g_steal_pointer (&param));
  return TRUE;
}

/* A token68 or the first parameter, behind the scheme; both may be missing. */
static gboolean
read_first (Parser      *parser,
            RtChallenge *challenge)
{
  RtAuthReader *reader = &parser->reader;

  parser->open = NULL;
  if (!rt_auth_reader_enter_scheme (reader))
    {
      if (rt_auth_reader_ends_element (reader))
        return TRUE;
      drop_broken (parser, challenge);
      return FALSE;
    }
  if (!rt_auth_reader_ends_element (reader))
    {
      challenge->token68 = rt_auth_reader_read_token68 (reader);
      if (challenge->token68 != NULL)
        return TRUE;
      if (!read_param (parser, challenge))
        return FALSE;
    }
  parser->open = challenge;
  return TRUE;
}

/* One element of the list: a parameter of the challenge before, or a new one. */
static gboolean
read_element (Parser *parser)
{
  RtAuthReader *reader = &parser->reader;
  char *scheme;

  if (rt_auth_reader_sees_param (reader))
    {
      if (parser->open != NULL)
        return read_param (parser, parser->open);
      rt_auth_reader_take_fault (reader, reader->at,
                                 g_strdup (_("A parameter stands here, but no scheme before it.")));
      return FALSE;
    }
  scheme = rt_auth_reader_read_token (reader);
  if (scheme == NULL)
    {
      rt_auth_reader_refuse_byte (reader, _("the name of a scheme"));
      return FALSE;
    }
  return read_first (parser, append_challenge (parser, scheme));
}

static void
take_fault (RtChallengeList *list,
            RtAuthReader    *reader,
            guint            line)
{
  if (reader->fault == NULL || !list->valid)
    return;
  list->valid = FALSE;
  list->fault_line = line;
  list->fault_offset = reader->fault_offset;
  list->fault = g_steal_pointer (&reader->fault);
}

static void
read_line (Parser *parser,
           GBytes *value)
{
  RtAuthReader *reader = &parser->reader;

  rt_auth_reader_init (reader, value);
  rt_auth_reader_skip_commas (reader);
  while (!rt_auth_reader_at_end (reader))
    {
      if (!read_element (parser))
        {
          /* What the next line goes on with is not known any more. */
          parser->open = NULL;
          break;
        }
      rt_auth_reader_skip_commas (reader);
    }
  take_fault (parser->list, reader, parser->line);
  rt_auth_reader_clear (reader);
}

RtChallengeList *
rt_challenge_list_parse (GPtrArray *values)
{
  g_autoptr (RtChallengeList) self = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Parser parser = { .names = names };

  g_return_val_if_fail (values != NULL, NULL);

  self = g_new0 (RtChallengeList, 1);
  self->challenges = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_challenge_free);
  self->valid = TRUE;
  parser.list = self;
  /* Several lines are one list (RFC 9110 section 5.3): parameters may go on in
   * the next line. */
  for (parser.line = 0; parser.line < values->len; parser.line++)
    read_line (&parser, g_ptr_array_index (values, parser.line));
  if (self->valid && values->len > 0 && self->challenges->len == 0)
    {
      self->valid = FALSE;
      self->fault = g_strdup (_("There is no challenge in it."));
    }
  return g_steal_pointer (&self);
}

void
rt_challenge_list_free (RtChallengeList *self)
{
  g_clear_pointer (&self->challenges, g_ptr_array_unref);
  g_clear_pointer (&self->fault, g_free);
  g_free (self);
}

RtChallenge *
rt_challenge_copy (const RtChallenge *self)
{
  RtChallenge *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (RtChallenge, 1);
  copy->scheme = g_strdup (self->scheme);
  copy->token68 = g_strdup (self->token68);
  copy->params = rt_challenge_params_new ();
  for (guint i = 0; i < self->params->len; i++)
    g_ptr_array_add (copy->params, rt_challenge_param_copy (self->params->pdata[i]));
  copy->line = self->line;
  return copy;
}

void
rt_challenge_free (RtChallenge *self)
{
  g_clear_pointer (&self->scheme, g_free);
  g_clear_pointer (&self->token68, g_free);
  g_clear_pointer (&self->params, g_ptr_array_unref);
  g_free (self);
}

const char *
rt_challenge_get (const RtChallenge *self,
                  const char        *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return rt_challenge_params_get (self->params, name);
}

gboolean
rt_challenge_is (const RtChallenge *self,
                 const char        *scheme)
{
  g_return_val_if_fail (self != NULL && scheme != NULL, FALSE);

  return g_ascii_strcasecmp (self->scheme, scheme) == 0;
}

char *
rt_challenge_dup_label (const RtChallenge *self)
{
  const char *algorithm;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  algorithm = rt_challenge_get (self, "algorithm");
  if (algorithm == NULL)
    return g_strdup (self->scheme);
  text = rt_text_from_wire (algorithm, -1);
  return g_strdup_printf ("%s %s", self->scheme, text);
}
