/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of domain and code to title and advice. Never invents facts: the
 * error's own message, with the place, stands between the two.
 */

#include "config.h"

#include "error-text.h"

#include "failure.h"
#include "text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int         code;
  const char *title;
  const char *advice;
} Words;

static const Words engine_words[] = {
  { RT_ENGINE_ERROR_URL,
    N_("The URL cannot be used"),
    N_("Correct it there and send again.") },
  { RT_ENGINE_ERROR_SCHEME,
    N_("This is not an address of the web"),
    N_("Begin the URL with http:// or https://.") },
  { RT_ENGINE_ERROR_HOST,
    N_("The host cannot be used"),
    N_("Type a host name, an IPv4 address, or an IPv6 address in brackets.") },
  { RT_ENGINE_ERROR_METHOD,
    N_("The method cannot be sent"),
    N_("A method is one word of letters, digits and !#$%&'*+-.^_`|~.") },
  { RT_ENGINE_ERROR_FIELD,
    N_("A header cannot be sent"),
    N_("Correct it in Headers, or clear its check mark.") },
  { RT_ENGINE_ERROR_CONTENT,
    N_("The body cannot be sent"),
    N_("Correct it in Body.") },
  { RT_ENGINE_ERROR_PROXY,
    N_("The proxy cannot be used"),
    N_("Write it as http://host:port in Options, or leave it empty.") },
  { RT_ENGINE_ERROR_CA_FILE,
    N_("The file of trusted certificates cannot be used"),
    N_("Choose a PEM file in Options, or clear it.") },
};

static const Words io_words[] = {
  { G_IO_ERROR_NOT_FOUND,
    N_("The file does not exist"),
    N_("Choose another file.") },
  { G_IO_ERROR_PERMISSION_DENIED,
    N_("The file may not be opened"),
    N_("Change its permissions, or choose another file.") },
  { G_IO_ERROR_NO_SPACE,
    N_("The disk is full"),
    N_("Free some space and try again.") },
  { G_IO_ERROR_ADDRESS_IN_USE,
    N_("The port is taken"),
    N_("Close the program that uses it, or choose another port.") },
};

static const Words any_words = {
  0,
  N_("This did not work"),
  N_("Try it again."),
};

static const Words *
find_words (const GError *error)
{
  const Words *table = NULL;
  gsize n = 0;

  if (error->domain == RT_ENGINE_ERROR)
    {
      table = engine_words;
      n = G_N_ELEMENTS (engine_words);
    }
  else if (error->domain == G_IO_ERROR)
    {
      table = io_words;
      n = G_N_ELEMENTS (io_words);
    }

  for (gsize i = 0; i < n; i++)
    {
      if (table[i].code == error->code)
        return &table[i];
    }
  return &any_words;
}

const char *
rt_error_text_get_title (const GError *error)
{
  g_return_val_if_fail (error != NULL, "");

  return _(find_words (error)->title);
}

const char *
rt_error_text_get_advice (const GError *error)
{
  g_return_val_if_fail (error != NULL, "");

  return _(find_words (error)->advice);
}

char *
rt_error_text_dup_line (const GError *error)
{
  g_autofree char *message = NULL;
  const char *stop;

  g_return_val_if_fail (error != NULL, NULL);

  message = rt_text_from_wire (error->message, -1);
  stop = *message == '\0' || g_str_has_suffix (message, ".") ? "" : ".";

  /* Translators: title of an error, what was seen (may end in a full stop or
   * have one added), and what to do. */
  return g_strdup_printf (_("%s: %s%s %s"), rt_error_text_get_title (error),
                          message, stop, rt_error_text_get_advice (error));
}
