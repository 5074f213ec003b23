/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts, and says it. */

#include "config.h"

#include "predict-tally.h"

#include "number.h"

#include <glib/gi18n-lib.h>

void
rt_predict_tally_add (RtPredictTally *self,
                      RtStatusClass   guessed,
                      int             code,
                      int             status)
{
  g_return_if_fail (self != NULL);

  self->guesses++;
  if (guessed == rt_status_class_of (status))
    self->classes_right++;
  if (code > 0 && code == status)
    self->codes_right++;
}

void
rt_predict_tally_give_up (RtPredictTally *self)
{
  g_return_if_fail (self != NULL);

  self->given_up++;
}

char *
rt_predict_tally_dup_words (const RtPredictTally *self)
{
  g_autofree char *guesses = NULL;
  g_autofree char *classes = NULL;
  g_autofree char *codes = NULL;
  g_autofree char *words = NULL;
  g_autofree char *given_up = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->guesses == 0 && self->given_up == 0)
    return g_strdup (_("No guesses yet"));

  guesses = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u guess", "%u guesses",
                                          self->guesses), self->guesses);
  classes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u class right", "%u classes right",
                                          self->classes_right), self->classes_right);
  codes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u code right", "%u codes right",
                                        self->codes_right), self->codes_right);
  /* Translators: "7 guesses: 5 classes right, 3 codes right" */
  words = g_strdup_printf (_("%s: %s, %s"), guesses, classes, codes);
  if (self->given_up == 0)
    return g_steal_pointer (&words);

  given_up = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u shown unguessed",
                                           "%u shown unguessed", self->given_up),
                              self->given_up);
  return g_strdup_printf ("%s; %s", words, given_up);
}

gboolean
rt_predict_has_class (int status)
{
  RtStatusClass status_class = rt_status_class_of (status);

  return status_class != RT_CLASS_NONE && status_class != RT_CLASS_OTHER;
}

const int *
rt_predict_likely_codes (RtStatusClass status_class)
{
  static const int none[] = { 0 };
  static const int informational[] = { 100, 101, 102, 103, 0 };
  static const int success[] = { 200, 201, 202, 204, 206, 0 };
  static const int redirection[] = { 301, 302, 303, 304, 307, 308, 0 };
  static const int client[] = { 400, 401, 403, 404, 405, 406, 409, 410, 412, 415, 422, 429, 0 };
  static const int server[] = { 500, 501, 502, 503, 504, 505, 0 };

  switch (status_class)
    {
    case RT_CLASS_INFORMATIONAL:
      return informational;
    case RT_CLASS_SUCCESS:
      return success;
    case RT_CLASS_REDIRECTION:
      return redirection;
    case RT_CLASS_CLIENT_ERROR:
      return client;
    case RT_CLASS_SERVER_ERROR:
      return server;
    case RT_CLASS_NONE:
    case RT_CLASS_OTHER:
    default:
      return none;
    }
}

int
rt_predict_parse_code (const char *text)
{
  g_autofree char *digits = g_strstrip (g_strdup (text));
  guint64 code = 0;

  if (!rt_number_read (digits, 10, 100, 999, &code))
    return 0;

  return (int) code;
}
