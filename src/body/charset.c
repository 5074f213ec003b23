/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which character encoding received text is in. A name from the wire never gets
 * further than encoding-labels.c.
 */

#include "config.h"

#include "charset.h"

#include "encoding-labels.h"
#include "meta-charset.h"
#include "wide-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into a text a declaration may stand (HTML standard, "prescan"). */
#define PRESCAN_BYTES 1024
/* How many bytes of a wrong label are quoted. */
#define QUOTED_BYTES 40

static RtCharset *
charset_new (const RtEncoding *encoding,
             RtCharsetReason   reason,
             const char       *why)
{
  RtCharset *self = g_new0 (RtCharset, 1);

  self->name = encoding->name;
  self->converter = encoding->converter;
  self->reason = reason;
  self->why = g_strdup (why);

  return self;
}

static RtCharset *
detect_mark (const guint8 *data,
             gsize         length)
{
  static const struct
  {
    const char *name;
    guint8      mark[4];
    gsize       length;
  } marks[] = {
    { "utf-8", { 0xef, 0xbb, 0xbf }, 3 },
    /* Before UTF-16, which it starts like. */
    { "utf-32le", { 0xff, 0xfe, 0x00, 0x00 }, 4 },
    { "utf-32be", { 0x00, 0x00, 0xfe, 0xff }, 4 },
    { "utf-16le", { 0xff, 0xfe }, 2 },
    { "utf-16be", { 0xfe, 0xff }, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        RtCharset *self = charset_new (rt_encoding_find (marks[i].name, -1),
                                       RT_CHARSET_BY_MARK,
                                       _("by the byte order mark it starts with"));

        self->skip = marks[i].length;
        return self;
      }

  return NULL;
}

static char *
quote_label (const char *label,
             gsize       length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < MIN (length, QUOTED_BYTES); i++)
    if (g_ascii_isgraph (label[i]))
      g_string_append_c (text, label[i]);
    else
      g_string_append_printf (text, "\\x%02X", (guchar) label[i]);
  if (length > QUOTED_BYTES)
    g_string_append (text, "…");

  return g_string_free (text, FALSE);
}

/* Case does not matter; @needle is lower case. */
static const char *
find_text (const char *haystack,
           gsize       length,
           const char *needle)
{
  gsize n = strlen (needle);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_strncasecmp (haystack + i, needle, n) == 0)
      return haystack + i;

  return NULL;
}

static const char *
skip_space (const char *p,
            const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;

  return p;
}

/* The value after @name and "=" in @text, quoted or not. */
static const char *
find_value (const char *text,
            gsize       length,
            const char *name,
            gsize      *value_length)
{
  const char *end = text + length;
  const char *p = find_text (text, length, name);
  const char *start;
  char quote = '\0';

  if (p == NULL)
    return NULL;

  p = skip_space (p + strlen (name), end);
  if (p == end || *p != '=')
    return NULL;
  p = skip_space (p + 1, end);
  if (p < end && (*p == '"' || *p == '\''))
    quote = *p++;

  start = p;
  while (p < end && *p != '"' && *p != '\'' && *p != ';' && *p != '>' &&
         (quote != '\0' || !g_ascii_isspace (*p)))
    p++;
  *value_length = p - start;

  return start;
}

/* The label of <?xml ... encoding="..."?>, or NULL. */
static const char *
find_xml_label (const char *text,
                gsize       length,
                gsize      *label_length)
{
  const char *end;

  if (length < 6 || memcmp (text, "<?xml", 5) != 0 || !g_ascii_isspace (text[5]))
    return NULL;
  end = g_strstr_len (text, length, "?>");
  if (end == NULL)
    return NULL;

  return find_value (text, end - text, "encoding", label_length);
}

static RtCharset *
detect_declaration (const RtMediaType *type,
                    const char        *text,
                    gsize              length,
                    char             **unknown)
{
  const char *label;
  const RtEncoding *encoding;
  gsize n = 0;
  gsize limit = MIN (length, PRESCAN_BYTES);
  const char *why = _("by the XML declaration");

  label = find_xml_label (text, limit, &n);
  if (label == NULL && (type == NULL || rt_media_type_is_html (type)))
    {
      label = rt_meta_charset_find (text, limit, &n);
      why = _("by the meta element of the page");
    }
  if (label == NULL)
    return NULL;

  encoding = rt_encoding_find (label, n);
  if (encoding == NULL)
    {
      *unknown = quote_label (label, n);
      return NULL;
    }
  /* A declaration that could be read byte by byte is in no 16-bit encoding:
   * the HTML standard takes it for UTF-8. */
  if (g_str_has_prefix (encoding->name, "UTF-16") || g_str_has_prefix (encoding->name, "UTF-32"))
    encoding = rt_encoding_find ("utf-8", -1);

  return charset_new (encoding, RT_CHARSET_BY_DECLARATION, why);
}

/* "utf-16" and "utf-32" say nothing about the order of their bytes: they have it
 * before what a standard supposes. */
static const RtEncoding *
find_order (const RtEncoding *named,
            const char       *label,
            const guint8     *data,
            gsize             length)
{
  const char *wide = rt_wide_text_guess (data, length);

  if (wide != NULL && strlen (label) == strlen ("utf-16") &&
      g_ascii_strncasecmp (wide, named->name, strlen ("utf-16")) == 0)
    return rt_encoding_find (wide, -1);

  return named;
}

static RtCharset *
detect_parameter (const RtMediaType *type,
                  const guint8      *data,
                  gsize              length,
                  char             **unknown)
{
  const char *label = type != NULL ? rt_media_type_get_parameter (type, "charset") : NULL;
  const RtEncoding *encoding;
  g_autofree char *why = NULL;

  if (label == NULL || *label == '\0')
    return NULL;

  encoding = rt_encoding_find (label, -1);
  if (encoding == NULL)
    {
      *unknown = quote_label (label, strlen (label));
      return NULL;
    }

  encoding = find_order (encoding, label, data, length);
  if (g_ascii_strcasecmp (label, encoding->name) == 0)
    why = g_strdup (_("by the charset in Content-Type"));
  else
    {
      g_autofree char *quoted = quote_label (label, strlen (label));

      why = g_strdup_printf (_("Content-Type says “%s”, which is read as %s"),
                             quoted, encoding->name);
    }

  return charset_new (encoding, RT_CHARSET_BY_PARAMETER, why);
}

/* TRUE when all of it is UTF-8; after other such characters, one that the end
 * cuts in two is one of them. */
static gboolean
is_utf8 (const char *text,
         gsize       length,
         gboolean   *ascii)
{
  const char *end = text;
  gsize i = 0;

  while (i < length && (guchar) text[i] < 0x80)
    i++;
  *ascii = i == length;

  while ((gsize) (end - text) < length)
    {
      if (g_utf8_validate_len (end, length - (end - text), &end))
        return TRUE;
      if (*end != '\0')
        return (gsize) (end - text) > i &&
               g_utf8_get_char_validated (end, length - (end - text)) == (gunichar) -2;
      end++;
    }

  return TRUE;
}

static RtCharset *
detect_guess (const RtMediaType *type,
              const guint8      *data,
              gsize              length)
{
  const char *wide = rt_wide_text_guess (data, length);
  const RtEncoding *utf8 = rt_encoding_find ("utf-8", -1);
  gboolean ascii = FALSE;
  gboolean valid;

  if (wide != NULL)
    return charset_new (rt_encoding_find (wide, -1), RT_CHARSET_BY_GUESS,
                        _("guessed: its zero bytes stand where such text has them"));

  if (type != NULL && rt_media_type_is_json (type))
    return charset_new (utf8, RT_CHARSET_BY_FORMAT,
                        _("JSON is always UTF-8 (RFC 8259, section 8.1)"));
  if (type != NULL && rt_media_type_is_xml (type))
    return charset_new (utf8, RT_CHARSET_BY_FORMAT,
                        _("XML is UTF-8 when nothing else is said"));

  valid = is_utf8 ((const char *) data, length, &ascii);
  if (valid)
    return charset_new (utf8, RT_CHARSET_BY_GUESS,
                        ascii ? _("not said; its first bytes are all ASCII")
                              : _("guessed: not said, and its first bytes are valid UTF-8"));

  return charset_new (rt_encoding_find ("windows-1252", -1), RT_CHARSET_BY_GUESS,
                      _("guessed: not said, and the bytes are not UTF-8"));
}

static void
add_unknown (RtCharset  *self,
             const char *unknown)
{
  g_autofree char *why = g_steal_pointer (&self->why);

  self->why = g_strdup_printf (_("“%s” is no known charset; %s"), unknown, why);
}

RtCharset *
rt_charset_detect (const RtMediaType *type,
                   const guint8      *data,
                   gsize              length)
{
  RtCharset *self;
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  self = detect_mark (data, length);
  if (self != NULL)
    return self;

  self = detect_parameter (type, data, length, &unknown);
  if (self == NULL)
    {
      g_autofree char *unknown_inside = NULL;

      self = detect_declaration (type, (const char *) data, length, &unknown_inside);
      if (unknown == NULL)
        unknown = g_steal_pointer (&unknown_inside);
    }
  if (self == NULL)
    self = detect_guess (type, data, length);
  if (unknown != NULL)
    add_unknown (self, unknown);

  return self;
}

RtCharset *
rt_charset_new_chosen (const RtEncoding *encoding,
                       const guint8     *data,
                       gsize             length)
{
  g_autoptr (RtCharset) mark = NULL;
  RtCharset *self;

  g_return_val_if_fail (encoding != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  self = charset_new (encoding, RT_CHARSET_BY_CHOICE, _("as you chose"));
  mark = detect_mark (data, length);
  if (mark != NULL && g_str_equal (mark->name, encoding->name))
    self->skip = mark->skip;

  return self;
}

void
rt_charset_free (RtCharset *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->why, g_free);
  g_free (self);
}
