/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "content": the character encoding that was announced against the
 * bytes. Only what is certain from the bytes is said.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "content-private.h"
#include "format.h"
#include "saying.h"

#define SECTION "RFC 9110, section 8.3.2"

/* Where the declarations of HTML and XML must stand. */
#define DECLARED_MAX 1024
/* More is not looked at. */
#define LOOKED_AT_MAX (64 * 1024 * 1024)

static gboolean
is_utf8 (const char *label)
{
  return label != NULL && (g_ascii_strcasecmp (label, "utf-8") == 0 ||
                           g_ascii_strcasecmp (label, "utf8") == 0);
}

/* The encoding that the byte order mark stands for; NULL when there is none. */
static const char *
read_mark (const RtContentSeen *seen)
{
  if (seen->length >= 3 && memcmp (seen->data, "\357\273\277", 3) == 0)
    return "UTF-8";
  if (seen->length >= 2 && memcmp (seen->data, "\376\377", 2) == 0)
    return "UTF-16BE";
  if (seen->length >= 2 && memcmp (seen->data, "\377\376", 2) == 0)
    return "UTF-16LE";

  return NULL;
}

static gboolean
fits_mark (const char *label,
           const char *mark)
{
  if (g_str_has_prefix (mark, "UTF-16"))
    return g_ascii_strcasecmp (label, "utf-16") == 0 || g_ascii_strcasecmp (label, mark) == 0;

  return is_utf8 (label);
}

/* The name behind @word and "=", with or without quotes. (nullable) (transfer full) */
static char *
read_label (const char *text,
            const char *word)
{
  const char *at = text;

  while ((at = strstr (at, word)) != NULL)
    {
      gsize length;

      at += strlen (word);
      while (g_ascii_isspace (*at))
        at++;
      if (*at != '=')
        continue;
      for (at++; g_ascii_isspace (*at) || *at == '"' || *at == '\'';)
        at++;
      for (length = 0; g_ascii_isalnum (at[length]) || strchr ("-_.:", at[length] ?: ' ');)
        length++;
      return length > 0 ? g_strndup (at, length) : NULL;
    }

  return NULL;
}

/* <?xml encoding="…"?>, <meta charset="…">. (nullable) (transfer full) */
static char *
read_declaration (const RtContentSeen *seen)
{
  gsize length = MIN (seen->length, DECLARED_MAX);
  g_autofree char *start = g_ascii_strdown ((const char *) seen->data, length);
  char *end;

  if (rt_media_type_is_xml (seen->type) && g_str_has_prefix (start, "<?xml"))
    {
      end = strstr (start, "?>");
      if (end != NULL)
        *end = '\0';
      return end != NULL ? read_label (start, "encoding") : NULL;
    }
  if (rt_media_type_is_html (seen->type))
    {
      const char *meta = strstr (start, "<meta");

      return meta != NULL ? read_label (meta, "charset") : NULL;
    }

  return NULL;
}

static void
explain_mark (RtCase     *self,
              const char *label,
              const char *mark)
{
  g_autofree char *quoted = rt_case_quote (label);

  if (!fits_mark (label, mark))
    rt_say_response (self, "Content-Type", "content-charset-mark", RT_NOTE_WARNING, SECTION,
                     _("The content begins with the mark of another encoding."),
                     _("Content-Type says charset %s, but the bytes begin with the byte order mark "
                       "of %s. Browsers believe the mark, other programs the field."),
                     quoted, mark);
}

static void
explain_invalid (RtCase              *self,
                 const RtContentSeen *seen,
                 const char          *why)
{
  const char *end;
  g_autofree char *place = NULL;
  gsize length = MIN (seen->length, LOOKED_AT_MAX);

  /* g_utf8_validate() refuses NUL, which UTF-8 does not. */
  if (g_utf8_validate_len ((const char *) seen->data, length, &end) || *end == '\0')
    return;
  /* A character that is cut where the content is. */
  if ((const guint8 *) end + 4 > seen->data + length &&
      (!rt_case_is_whole (self) || self->status == 206 || length < seen->length))
    return;

  place = rt_format_count ((const guint8 *) end - seen->data);
  rt_say_response (self, "Content-Type", "content-charset-invalid", RT_NOTE_WARNING, SECTION,
                   _("The content is not UTF-8, as it should be."),
                   _("%s, but byte 0x%02x at position %s is not valid in UTF-8. Characters there "
                     "are shown wrong. Perhaps it is ISO-8859-1 or windows-1252."), why,
                   (guint) *(const guint8 *) end, place);
}

static gboolean
has_high_bytes (const RtContentSeen *seen)
{
  for (gsize i = 0; i < MIN (seen->length, LOOKED_AT_MAX); i++)
    if (seen->data[i] >= 0x80)
      return TRUE;

  return FALSE;
}

static void
explain_declared (RtCase     *self,
                  const char *label,
                  const char *declared)
{
  g_autofree char *in_field = rt_case_quote (label);
  g_autofree char *in_content = rt_case_quote (declared);

  if (g_ascii_strcasecmp (label, declared) == 0 || (is_utf8 (label) && is_utf8 (declared)))
    return;

  rt_say_response (self, "Content-Type", "content-charset-declared", RT_NOTE_INFO, SECTION,
                   _("The content declares another encoding than Content-Type."),
                   _("Content-Type says %s, the content itself %s. The field counts; a copy that "
                     "is saved to a file has only the declaration."), in_field, in_content);
}

static void
explain_unsaid (RtCase              *self,
                const RtContentSeen *seen)
{
  const char *essence = rt_media_type_get_essence (seen->type);

  if (!g_str_has_prefix (essence, "text/") || rt_media_type_is_xml (seen->type) ||
      !has_high_bytes (seen))
    return;

  rt_say_response (self, "Content-Type", "content-charset-unsaid", RT_NOTE_INFO, SECTION,
                   _("The encoding of the characters is not said."),
                   _("The content has characters beyond ASCII, and neither Content-Type nor the "
                     "content names their encoding. Clients guess; “; charset=utf-8” makes it "
                     "certain."));
}

static void
explain_json (RtCase              *self,
              const RtContentSeen *seen,
              const char          *label)
{
  if (label != NULL && !is_utf8 (label))
    {
      g_autofree char *quoted = rt_case_quote (label);

      rt_say_response (self, "Content-Type", "content-charset-json", RT_NOTE_WARNING,
                       "RFC 8259, section 8.1", _("JSON is always UTF-8."),
                       _("Content-Type says charset %s. JSON has no such parameter: readers take "
                         "the bytes as UTF-8 and pass over it."), quoted);
    }
  explain_invalid (self, seen, _("JSON is always UTF-8"));
}

void
rt_content_explain_charset (RtCase              *self,
                            const RtContentSeen *seen)
{
  const char *label, *mark;
  g_autofree char *declared = NULL;

  if (seen->type == NULL || seen->length == 0 || !rt_media_type_is_text (seen->type))
    return;

  label = rt_media_type_get_parameter (seen->type, "charset");
  mark = read_mark (seen);
  if (rt_media_type_is_json (seen->type))
    {
      explain_json (self, seen, label);
      return;
    }

  declared = read_declaration (seen);
  if (label != NULL && mark != NULL)
    explain_mark (self, label, mark);
  if (is_utf8 (label) && (mark == NULL || is_utf8 (mark)))
    explain_invalid (self, seen, _("Content-Type says charset=utf-8"));
  if (label != NULL && declared != NULL)
    explain_declared (self, label, declared);
  if (label == NULL && mark == NULL && is_utf8 (declared))
    explain_invalid (self, seen, _("The content declares UTF-8"));
  if (label == NULL && mark == NULL && declared == NULL)
    explain_unsaid (self, seen);
}
