/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the tokens, quoted strings, token68 and parameters of authentication
 * fields. Knows no scheme, and judges nothing but the form.
 */

#include "config.h"

#include "auth-reader.h"
#include "grammar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
rt_auth_reader_init (RtAuthReader *self,
                     GBytes       *bytes)
{
  memset (self, 0, sizeof *self);
  self->data = g_bytes_get_data (bytes, &self->length);
}

void
rt_auth_reader_clear (RtAuthReader *self)
{
  g_clear_pointer (&self->fault, g_free);
}

void
rt_auth_reader_take_fault (RtAuthReader *self,
                           gsize         offset,
                           char         *words)
{
  g_autofree char *later = words;

  if (self->fault != NULL)
    return;
  self->fault = g_steal_pointer (&later);
  self->fault_offset = offset;
}

gboolean
rt_auth_reader_at_end (RtAuthReader *self)
{
  return self->at >= self->length;
}

/* The byte @ahead of the current one; 0 behind the end. */
static guchar
peek (RtAuthReader *self,
      gsize         ahead)
{
  return ahead < self->length - self->at ? self->data[self->at + ahead] : 0;
}

/* Bytes of white space at the current one; a fold is three or more of them. */
static gsize
measure_space (RtAuthReader *self,
               gsize         ahead)
{
  guchar c = peek (self, ahead);
  guchar third;

  if (c == ' ' || c == '\t')
    return 1;
  if (c != '\r' || peek (self, ahead + 1) != '\n')
    return 0;
  third = peek (self, ahead + 2);
  return third == ' ' || third == '\t' ? 3 : 0;
}

void
rt_auth_reader_skip_space (RtAuthReader *self)
{
  gsize n;

  while ((n = measure_space (self, 0)) > 0)
    self->at += n;
}

void
rt_auth_reader_skip_commas (RtAuthReader *self)
{
  rt_auth_reader_skip_space (self);
  while (peek (self, 0) == ',')
    {
      self->at++;
      rt_auth_reader_skip_space (self);
    }
}

gboolean
rt_auth_reader_ends_element (RtAuthReader *self)
{
  rt_auth_reader_skip_space (self);
  return rt_auth_reader_at_end (self) || peek (self, 0) == ',';
}

static gsize
measure_token (RtAuthReader *self)
{
  gsize n = 0;

  while (rt_grammar_is_token_char (peek (self, n)))
    n++;
  return n;
}

gboolean
rt_auth_reader_sees_param (RtAuthReader *self)
{
  gsize n = measure_token (self);
  gsize space;

  if (n == 0)
    return FALSE;
  while ((space = measure_space (self, n)) > 0)
    n += space;
  return peek (self, n) == '=';
}

static char *
take (RtAuthReader *self,
      gsize         length)
{
  char *text = g_strndup ((const char *) self->data + self->at, length);

  self->at += length;
  return text;
}

char *
rt_auth_reader_read_token (RtAuthReader *self)
{
  gsize n = measure_token (self);

  return n > 0 ? take (self, n) : NULL;
}

static gboolean
is_token68_char (guchar c)
{
  return g_ascii_isalnum (c) || (c != 0 && strchr ("-._~+/", c) != NULL);
}

char *
rt_auth_reader_read_token68 (RtAuthReader *self)
{
  gsize begin = self->at;
  gsize n = 0;
  gboolean ends;

  while (is_token68_char (peek (self, n)))
    n++;
  if (n == 0)
    return NULL;
  while (peek (self, n) == '=')
    n++;
  self->at += n;
  ends = rt_auth_reader_ends_element (self);
  self->at = begin;
  return ends ? take (self, n) : NULL;
}

/* "“x”", or its number where it cannot be shown. */
static char *
name_byte (guchar c)
{
  if (g_ascii_isgraph (c))
    return g_strdup_printf ("“%c”", c);
  if (c == ' ')
    return g_strdup (_("A space"));
  if (c == '\t')
    return g_strdup (_("A tab"));
  /* Translators: %02X is the number of a byte, "0A". */
  return g_strdup_printf (_("The byte 0x%02X"), c);
}

void
rt_auth_reader_refuse_byte (RtAuthReader *self,
                            const char   *wanted)
{
  g_autofree char *name = NULL;

  if (rt_auth_reader_at_end (self))
    {
      /* Translators: %s says what should stand there, "a value". */
      rt_auth_reader_take_fault (self, self->at,
                                 g_strdup_printf (_("It ends where there should be %s."), wanted));
      return;
    }
  name = name_byte (peek (self, 0));
  /* Translators: first "“;”" or "A tab", then what should stand there. */
  rt_auth_reader_take_fault (self, self->at,
                             g_strdup_printf (_("%s stands where there should be %s."),
                                              name, wanted));
}

/* What RFC 9110 section 5.6.4 allows in quotes, bare or behind a backslash. */
static gboolean
is_quotable (guchar c)
{
  return c == '\t' || (c >= 0x20 && c != 0x7f);
}

/* Behind the first quote. NULL with a fault. */
static char *
read_quoted (RtAuthReader *self)
{
  g_autoptr (GString) value = g_string_new (NULL);
  gsize begin = self->at - 1;

  for (; !rt_auth_reader_at_end (self); self->at++)
    {
      gsize fold = measure_space (self, 0);

      if (peek (self, 0) == '"')
        {
          self->at++;
          return g_string_free (g_steal_pointer (&value), FALSE);
        }
      if (fold > 1)
        {
          g_string_append_c (value, ' ');
          self->at += fold - 1;
          continue;
        }
      if (peek (self, 0) == '\\')
        self->at++;
      if (rt_auth_reader_at_end (self))
        break;
      if (!is_quotable (peek (self, 0)))
        {
          rt_auth_reader_refuse_byte (self, _("text without control characters"));
          return NULL;
        }
      g_string_append_c (value, peek (self, 0));
    }
  rt_auth_reader_take_fault (self, begin, g_strdup (_("The quote that begins here has no end.")));
  return NULL;
}

static gboolean
read_value (RtAuthReader     *self,
            RtChallengeParam *param)
{
  if (peek (self, 0) == '"')
    {
      self->at++;
      param->quoted = TRUE;
      param->value = read_quoted (self);
      return param->value != NULL;
    }
  param->value = rt_auth_reader_read_token (self);
  if (param->value == NULL)
    rt_auth_reader_refuse_byte (self, _("a value, a word or text in quotes"));
  return param->value != NULL;
}

RtChallengeParam *
rt_auth_reader_read_param (RtAuthReader *self)
{
  g_autoptr (RtChallengeParam) param = g_new0 (RtChallengeParam, 1);
  gsize n = measure_token (self);

  if (n == 0)
    {
      rt_auth_reader_refuse_byte (self, _("the name of a parameter"));
      return NULL;
    }
  param->name = g_ascii_strdown ((const char *) self->data + self->at, n);
  self->at += n;
  rt_auth_reader_skip_space (self);
  if (peek (self, 0) != '=')
    {
      rt_auth_reader_refuse_byte (self, _("“=” behind the name of the parameter"));
      return NULL;
    }
  self->at++;
  rt_auth_reader_skip_space (self);
  if (!read_value (self, param))
    return NULL;
  if (!rt_auth_reader_ends_element (self))
    {
      rt_auth_reader_refuse_byte (self, _("a comma"));
      return NULL;
    }
  return g_steal_pointer (&param);
}

gboolean
rt_auth_reader_enter_scheme (RtAuthReader *self)
{
  gsize begin = self->at;
  gboolean begins_with_tab = begin < self->length && self->data[begin] == '\t';
  gboolean has_tab = FALSE;
  gsize n;

  /* RFC 9110 section 11.3 wants spaces; a fold was made to stand for one. */
  for (; (n = measure_space (self, 0)) > 0; self->at += n)
    has_tab |= n == 1 && self->data[self->at] == '\t';
  if (rt_auth_reader_ends_element (self))
    return self->at > begin && !begins_with_tab;
  if (self->at > begin && !has_tab)
    return TRUE;
  self->at = begin;
  rt_auth_reader_refuse_byte (self, _("a space behind the scheme"));
  return FALSE;
}

RtChallengeParam *
rt_challenge_param_copy (const RtChallengeParam *self)
{
  RtChallengeParam *copy = g_new0 (RtChallengeParam, 1);

  copy->name = g_strdup (self->name);
  copy->value = g_strdup (self->value);
  copy->quoted = self->quoted;
  return copy;
}

void
rt_challenge_param_free (RtChallengeParam *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_free (self);
}

GPtrArray *
rt_challenge_params_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rt_challenge_param_free);
}

const char *
rt_challenge_params_get (GPtrArray  *params,
                         const char *name)
{
  for (guint i = 0; i < params->len; i++)
    {
      RtChallengeParam *param = g_ptr_array_index (params, i);

      if (strcmp (param->name, name) == 0)
        return param->value;
    }
  return NULL;
}
