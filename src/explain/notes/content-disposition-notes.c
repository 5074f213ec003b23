/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "content": Content-Disposition, and the name it proposes (RFC 6266). */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "content-disposition.h"
#include "content-private.h"
#include "grammar.h"
#include "saying.h"

#define FIELD "Content-Disposition"

/* Endings that some system runs on a double click. */
static const char *const dangerous[] = {
  ".exe", ".scr", ".bat", ".cmd", ".com", ".pif", ".vbs", ".js", ".jse", ".wsf", ".msi", ".lnk",
  ".hta", ".ps1", ".desktop", ".jar",
};

static gboolean
has_dangerous_end (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (dangerous); i++)
    if (g_str_has_suffix (lower, dangerous[i]))
      return TRUE;

  return FALSE;
}

/* "invoice.pdf.exe": another ending hides the true one. */
static gboolean
has_hidden_end (const char *name)
{
  const char *last = strrchr (name, '.');
  const char *before;

  if (last == NULL || !has_dangerous_end (name))
    return FALSE;
  before = g_strrstr_len (name, last - name, ".");

  return before != NULL && last - before >= 3 && last - before <= 5;
}

static gboolean
has_control (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char_validated (name, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      /* Marks that turn the direction of writing hide an ending as well. */
      if (g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return TRUE;
    }

  return FALSE;
}

static void
explain_name (RtCase     *self,
              const char *name)
{
  g_autofree char *quoted = rt_case_quote (name);
  gboolean is_path = strpbrk (name, "/\\") != NULL;

  if (is_path)
    rt_say_response (self, FIELD, "content-disposition-path", RT_NOTE_WARNING,
                     "RFC 6266, section 4.3", _("The proposed file name looks like a path."),
                     _("It is %s. Clients must not let a server choose a folder: they drop what "
                       "stands before the last slash, or change it."), quoted);
  if (has_control (name) || has_hidden_end (name))
    rt_say_response (self, FIELD, "content-disposition-suspicious", RT_NOTE_WARNING,
                     "RFC 6266, section 4.3", _("The proposed file name may hide what it is."),
                     _("It is %s. Invisible characters or a second ending can make a program look "
                       "like a document. Look before you open it."), quoted);
  else if (has_dangerous_end (name) && !is_path)
    rt_say_response (self, FIELD, "content-disposition-program", RT_NOTE_INFO,
                     "RFC 6266, section 4.3", _("The proposed file name is that of a program."),
                     _("It is %s. Some systems run such a file when it is opened."), quoted);
}

static void
explain_escapes (RtCase                     *self,
                 const RtContentDisposition *disposition)
{
  const char *plain = rt_content_disposition_get_plain (disposition, "filename");
  const char *percent = plain != NULL ? strchr (plain, '%') : NULL;
  g_autofree char *quoted = rt_case_quote (plain != NULL ? plain : "");

  if (percent != NULL && g_ascii_isxdigit (percent[1]) && g_ascii_isxdigit (percent[2]))
    rt_say_response (self, FIELD, "content-disposition-percent", RT_NOTE_INFO,
                     "RFC 6266, section D",
                     _("“filename” has escapes, which clients read differently."),
                     _("It is %s. Some undo %%41 and the like, others keep them. Escapes belong in "
                       "“filename*”."), quoted);
  if (rt_content_disposition_is_undecodable (disposition, "filename"))
    {
      g_autofree char *extended =
        rt_case_quote (rt_content_disposition_get_plain (disposition, "filename*"));

      rt_say_response (self, FIELD, "content-disposition-undecodable", RT_NOTE_WARNING,
                       "RFC 8187, section 3.2", _("The extended file name cannot be decoded."),
                       _("“filename*” is %s. The form is UTF-8''na%%C3%%AFve.txt, without quotes; "
                         "UTF-8 is the one encoding that everybody knows."), extended);
    }
}

static void
explain_type (RtCase     *self,
              const char *type,
              const char *name)
{
  g_autofree char *quoted = rt_case_quote (name != NULL ? name : type);

  if (g_str_equal (type, "attachment") && name != NULL)
    rt_say_response (self, FIELD, "content-disposition-attachment", RT_NOTE_INFO,
                     "RFC 6266, section 4.2", _("Browsers save it as a file and do not show it."),
                     _("The server calls it an attachment and proposes the name %s."), quoted);
  else if (g_str_equal (type, "attachment"))
    rt_say_response (self, FIELD, "content-disposition-nameless", RT_NOTE_INFO,
                     "RFC 6266, section 4.3", _("Browsers save it, under a name of their own."),
                     _("The server calls it an attachment and proposes no “filename”; browsers "
                       "take the last part of the URL."));
  else if (g_str_equal (type, "inline"))
    rt_say_response (self, FIELD, "content-disposition-inline", RT_NOTE_INFO,
                     "RFC 6266, section 4.2", _("Browsers show it if they can."),
                     name != NULL ? _("“inline” is what happens anyway; the name %s is used when "
                                      "somebody saves it.")
                                  : _("%s is what happens anyway."), quoted);
  else if (rt_grammar_is_token (type, -1))
    rt_say_response (self, FIELD, "content-disposition-unknown", RT_NOTE_WARNING,
                     "RFC 6266, section 4.2", _("This kind of disposition is not known."),
                     _("It is %s. Clients treat an unknown one as an attachment and save the "
                       "content."), quoted);
}

void
rt_content_explain_disposition (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, FIELD);
  g_autoptr(RtContentDisposition) disposition = NULL;
  g_autofree char *quoted = NULL;
  const char *name;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  disposition = rt_content_disposition_parse (value);
  if (rt_content_disposition_is_malformed (disposition))
    rt_say_response (self, FIELD, "content-disposition-malformed", RT_NOTE_WARNING,
                     "RFC 6266, section 4.1", _("Content-Disposition is not written right."),
                     _("It is %s. Clients guess what is meant, each in its way. It begins with "
                       "“attachment” or “inline”, and a file name with spaces or other signs has "
                       "to stand in double quotes."), quoted);

  name = rt_content_disposition_get (disposition, "filename");
  explain_type (self, rt_content_disposition_get_type (disposition), name);
  explain_escapes (self, disposition);
  if (name != NULL)
    explain_name (self, name);
}
