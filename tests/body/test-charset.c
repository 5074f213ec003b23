/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of charset.c: what is detected and why, and that no byte is dropped. */

#include "config.h"

#include "charset.h"

#include <string.h>

typedef struct
{
  const char     *path;
  const char     *type; /* Content-Type, or NULL */
  const char     *bytes;
  gssize          length; /* -1: strlen */
  const char     *name;
  RtCharsetReason reason;
  const char     *why;  /* must be part of it; NULL: whatever */
  const char     *text; /* as converted */
  gsize           replaced;
} Case;

static const Case cases[] = {
  { "parameter", "text/plain; charset=utf-8", "caf\303\251", -1, "UTF-8",
    RT_CHARSET_BY_PARAMETER, "Content-Type", "café", 0 },
  { "parameter-latin1", "text/plain; charset=ISO-8859-1", "caf\351 \200", -1, "windows-1252",
    RT_CHARSET_BY_PARAMETER, "ISO-8859-1", "café €", 0 },
  { "parameter-wrong", "text/plain; charset=utf-8", "caf\351!", -1, "UTF-8",
    RT_CHARSET_BY_PARAMETER, NULL, "caf\357\277\275!", 1 },
  { "parameter-unknown", "text/plain; charset=klingon", "caf\303\251", -1, "UTF-8",
    RT_CHARSET_BY_GUESS, "klingon", "café", 0 },
  { "mark-beats-parameter", "text/plain; charset=latin1", "\357\273\277caf\303\251", -1, "UTF-8",
    RT_CHARSET_BY_MARK, "byte order mark", "café", 0 },
  { "mark-utf16le", NULL, "\377\376a\0b\0", 6, "UTF-16LE", RT_CHARSET_BY_MARK, NULL, "ab", 0 },
  { "mark-utf16be", NULL, "\376\377\0a\0b", 6, "UTF-16BE", RT_CHARSET_BY_MARK, NULL, "ab", 0 },
  { "mark-utf32le", NULL, "\377\376\0\0a\0\0\0", 8, "UTF-32LE", RT_CHARSET_BY_MARK, NULL, "a", 0 },
  { "utf16-odd-byte", NULL, "\377\376a\0b", 5, "UTF-16LE", RT_CHARSET_BY_MARK, NULL,
    "a\357\277\275", 1 },
  { "xml-declaration", "application/xml", "<?xml version='1.0' encoding='iso-8859-2'?><a>\261</a>",
    -1, "ISO-8859-2", RT_CHARSET_BY_DECLARATION, "XML",
    "<?xml version='1.0' encoding='iso-8859-2'?><a>ą</a>", 0 },
  { "xml-no-declaration", "application/xml", "<a>\303\251</a>", -1, "UTF-8",
    RT_CHARSET_BY_FORMAT, NULL, "<a>é</a>", 0 },
  { "xml-claims-utf16", "text/xml", "<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>", -1,
    "UTF-8", RT_CHARSET_BY_DECLARATION, NULL,
    "<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>", 0 },
  { "meta", "text/html", "<!-- <meta charset=koi8-r> --><META Charset=windows-1251>\317", -1,
    "windows-1251", RT_CHARSET_BY_DECLARATION, "meta",
    "<!-- <meta charset=koi8-r> --><META Charset=windows-1251>П", 0 },
  { "meta-http-equiv", "text/html",
    "<meta http-equiv=Content-Type content=\"text/html; charset=shift_jis\">\203\100", -1,
    "Shift_JIS", RT_CHARSET_BY_DECLARATION, NULL,
    "<meta http-equiv=Content-Type content=\"text/html; charset=shift_jis\">ァ", 0 },
  { "meta-not-in-text", "text/plain", "<meta charset=koi8-r>", -1, "UTF-8",
    RT_CHARSET_BY_GUESS, "ASCII", "<meta charset=koi8-r>", 0 },
  { "meta-unclosed", "text/html", "<meta charset", -1, "UTF-8", RT_CHARSET_BY_GUESS, NULL,
    "<meta charset", 0 },
  { "comment-unclosed", "text/html", "<!-->", -1, "UTF-8", RT_CHARSET_BY_GUESS, NULL,
    "<!-->", 0 },
  { "json", "application/json", "{\"a\":\"\303\251\"}", -1, "UTF-8", RT_CHARSET_BY_FORMAT,
    "8259", "{\"a\":\"é\"}", 0 },
  { "guess-ascii", NULL, "plain", -1, "UTF-8", RT_CHARSET_BY_GUESS, "ASCII", "plain", 0 },
  { "guess-utf8-cut", NULL, "\303\251caf\303", -1, "UTF-8", RT_CHARSET_BY_GUESS, "UTF-8",
    "écaf\357\277\275", 1 },
  { "guess-1252", NULL, "caf\351", -1, "windows-1252", RT_CHARSET_BY_GUESS, "not UTF-8",
    "café", 0 },
  { "guess-utf32", "application/json", "\0\0\0[\0\0\0]", 8, "UTF-32BE", RT_CHARSET_BY_GUESS, "zero",
    "[]", 0 },
  { "meta-other-charset", "text/html",
    "<meta content=\"charset, and more\" charset=koi8-r>\301", -1, "KOI8-R",
    RT_CHARSET_BY_DECLARATION, NULL, "<meta content=\"charset, and more\" charset=koi8-r>\320\260",
    0 },
  { "utf16-order", "text/plain; charset=utf-16", "\0h\0i", 4, "UTF-16BE", RT_CHARSET_BY_PARAMETER,
    "utf-16", "hi", 0 },
  { "utf16-order-said", "text/plain; charset=utf-16le", "\0h\0i", 4, "UTF-16LE",
    RT_CHARSET_BY_PARAMETER, "Content-Type", "\346\240\200\346\244\200", 0 },
  { "guess-utf16", NULL, "h\0i\0!\0\n\0", 8, "UTF-16LE", RT_CHARSET_BY_GUESS, "zero", "hi!\n", 0 },
  { "nul", NULL, "a\0b", 3, "UTF-8", RT_CHARSET_BY_GUESS, NULL, "a\342\220\200b", 0 },
  { "nul-1252", "text/plain; charset=latin1", "a\0b", 3, "windows-1252",
    RT_CHARSET_BY_PARAMETER, NULL, "a\342\220\200b", 0 },
  { "empty", NULL, "", 0, "UTF-8", RT_CHARSET_BY_GUESS, NULL, "", 0 },
  { "sjis-cut", "text/plain; charset=shift_jis", "\203\100\203", -1, "Shift_JIS",
    RT_CHARSET_BY_PARAMETER, NULL, "ァ\357\277\275", 1 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length < 0 ? strlen (c->bytes) : (gsize) c->length;
  g_autofree guint8 *exact = length > 0 ? g_memdup2 (c->bytes, length) : NULL;
  g_autoptr (RtMediaType) type = c->type != NULL ? rt_media_type_parse (c->type) : NULL;
  g_autoptr (RtCharset) charset = rt_charset_detect (type, exact, length);
  gsize replaced = 99;
  GString *text = rt_charset_convert (charset, exact, length, &replaced);

  g_assert_cmpstr (charset->name, ==, c->name);
  g_assert_cmpint (charset->reason, ==, c->reason);
  g_assert_cmpstr (charset->why, !=, "");
  if (c->why != NULL && strstr (charset->why, c->why) == NULL)
    g_error ("“%s” does not say “%s”", charset->why, c->why);
  g_assert_cmpstr (text->str, ==, c->text);
  g_assert_true (g_utf8_validate (text->str, text->len, NULL));
  g_assert_cmpuint (replaced, ==, c->replaced);
  g_string_free (text, TRUE);
}

/* A label from the wire is quoted in the reason, bounded and printable. */
static void
test_hostile_label (void)
{
  g_autofree char *label = g_strnfill (5000, 'x');
  g_autofree char *header = g_strdup_printf ("text/plain; charset=\"\001%s\"", label);
  g_autoptr (RtMediaType) type = rt_media_type_parse (header);
  g_autoptr (RtCharset) charset = rt_charset_detect (type, (const guint8 *) "a", 1);

  g_assert_cmpstr (charset->name, ==, "UTF-8");
  g_assert_cmpuint (strlen (charset->why), <, 300);
  g_assert_true (g_utf8_validate (charset->why, -1, NULL));
}

/* What was chosen holds against any mark; only its own is passed over. */
static void
test_chosen (void)
{
  static const struct
  {
    const char *label;
    const char *bytes;
    const char *text;
  } rows[] = {
    { "windows-1252", "\xe9t\xe9", "été" },
    { "utf-8", "\xef\xbb\xbfx", "x" },
    { "windows-1252", "\xef\xbb\xbfx", "ï»¿x" },
    { "koi8-r", "\xc4\xc1", "да" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = strlen (rows[i].bytes);
      g_autofree guint8 *exact = g_memdup2 (rows[i].bytes, length);
      g_autoptr (RtCharset) charset =
        rt_charset_new_chosen (rt_encoding_find (rows[i].label, -1), exact, length);
      g_autoptr (GString) text = rt_charset_convert (charset, exact, length, NULL);

      g_assert_cmpint (charset->reason, ==, RT_CHARSET_BY_CHOICE);
      g_assert_cmpstr (text->str, ==, rows[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/charset/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/charset/hostile-label", test_hostile_label);
  g_test_add_func ("/charset/chosen", test_chosen);

  return g_test_run ();
}
