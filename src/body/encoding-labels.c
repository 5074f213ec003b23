/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels of character encodings. A table and a lookup, nothing else. */

#include "config.h"

#include "encoding-labels.h"

#include <string.h>

/* Labels are in lower case, separated by one space; the standard's name in
 * lower case is among them. "utf-32" is none of the standard's, but old
 * servers send it. */
static const struct
{
  RtEncoding  encoding;
  const char *labels;
} table[] = {
  { { "UTF-8", "UTF-8" }, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 "
    "x-unicode20utf8" },
  { { "windows-1252", "CP1252" },
    "windows-1252 iso-8859-1 latin1 us-ascii ascii cp1252 iso8859-1 iso88591 iso_8859-1 l1 "
    "cp819 ibm819 iso-ir-100 csisolatin1 x-cp1252 ansi_x3.4-1968 iso_8859-1:1987" },
  { { "UTF-16LE", "UTF-16LE" },
    "utf-16le utf-16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff" },
  { { "UTF-16BE", "UTF-16BE" }, "utf-16be unicodefffe" },
  { { "UTF-32LE", "UTF-32LE" }, "utf-32le utf-32" },
  { { "UTF-32BE", "UTF-32BE" }, "utf-32be" },
  { { "Shift_JIS", "CP932" }, "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j "
    "csshiftjis" },
  { { "EUC-JP", "EUC-JP" }, "euc-jp x-euc-jp cseucpkdfmtjapanese" },
  { { "ISO-2022-JP", "ISO-2022-JP" }, "iso-2022-jp csiso2022jp" },
  { { "GBK", "GB18030" },
    "gbk gb2312 gb_2312-80 gb_2312 chinese x-gbk csgb2312 csiso58gb231280 iso-ir-58" },
  { { "gb18030", "GB18030" }, "gb18030" },
  { { "Big5", "BIG5-HKSCS" }, "big5 big5-hkscs cn-big5 x-x-big5 csbig5" },
  { { "EUC-KR", "CP949" },
    "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cseuckr "
    "csksc56011987 iso-ir-149" },
  { { "IBM866", "CP866" }, "ibm866 866 cp866 csibm866" },
  { { "ISO-8859-2", "ISO-8859-2" },
    "iso-8859-2 latin2 l2 iso8859-2 iso88592 iso_8859-2 csisolatin2 iso-ir-101 iso_8859-2:1987" },
  { { "ISO-8859-3", "ISO-8859-3" },
    "iso-8859-3 latin3 l3 iso8859-3 iso88593 iso_8859-3 csisolatin3 iso-ir-109 iso_8859-3:1988" },
  { { "ISO-8859-4", "ISO-8859-4" },
    "iso-8859-4 latin4 l4 iso8859-4 iso88594 iso_8859-4 csisolatin4 iso-ir-110 iso_8859-4:1988" },
  { { "ISO-8859-5", "ISO-8859-5" },
    "iso-8859-5 cyrillic iso8859-5 iso88595 iso_8859-5 csisolatincyrillic iso-ir-144 "
    "iso_8859-5:1988" },
  { { "ISO-8859-6", "ISO-8859-6" },
    "iso-8859-6 arabic asmo-708 ecma-114 iso8859-6 iso88596 iso_8859-6 iso-8859-6-e "
    "iso-8859-6-i csiso88596e csiso88596i csisolatinarabic iso-ir-127 iso_8859-6:1987" },
  { { "ISO-8859-7", "ISO-8859-7" },
    "iso-8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek iso8859-7 iso88597 iso_8859-7 "
    "csisolatingreek iso-ir-126 iso_8859-7:1987" },
  { { "ISO-8859-8", "ISO-8859-8" },
    "iso-8859-8 hebrew visual iso8859-8 iso88598 iso_8859-8 iso-8859-8-e csiso88598e "
    "csisolatinhebrew iso-ir-138 iso_8859-8:1988 iso-8859-8-i logical csiso88598i" },
  { { "ISO-8859-10", "ISO-8859-10" },
    "iso-8859-10 latin6 l6 iso8859-10 iso885910 csisolatin6 iso-ir-157" },
  { { "ISO-8859-13", "ISO-8859-13" }, "iso-8859-13 iso8859-13 iso885913" },
  { { "ISO-8859-14", "ISO-8859-14" }, "iso-8859-14 iso8859-14 iso885914" },
  { { "ISO-8859-15", "ISO-8859-15" },
    "iso-8859-15 latin9 l9 iso8859-15 iso885915 iso_8859-15 csisolatin9" },
  { { "ISO-8859-16", "ISO-8859-16" }, "iso-8859-16" },
  { { "KOI8-R", "KOI8-R" }, "koi8-r koi koi8 koi8_r cskoi8r" },
  { { "KOI8-U", "KOI8-U" }, "koi8-u koi8-ru" },
  { { "macintosh", "MACINTOSH" }, "macintosh mac x-mac-roman csmacintosh" },
  { { "x-mac-cyrillic", "MAC-CYRILLIC" }, "x-mac-cyrillic x-mac-ukrainian" },
  { { "windows-874", "CP874" },
    "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620" },
  { { "windows-1250", "CP1250" }, "windows-1250 cp1250 x-cp1250" },
  { { "windows-1251", "CP1251" }, "windows-1251 cp1251 x-cp1251" },
  { { "windows-1253", "CP1253" }, "windows-1253 cp1253 x-cp1253" },
  { { "windows-1254", "CP1254" },
    "windows-1254 iso-8859-9 latin5 l5 cp1254 x-cp1254 iso8859-9 iso88599 iso_8859-9 "
    "csisolatin5 iso-ir-148 iso_8859-9:1989" },
  { { "windows-1255", "CP1255" }, "windows-1255 cp1255 x-cp1255" },
  { { "windows-1256", "CP1256" }, "windows-1256 cp1256 x-cp1256" },
  { { "windows-1257", "CP1257" }, "windows-1257 cp1257 x-cp1257" },
  { { "windows-1258", "CP1258" }, "windows-1258 cp1258 x-cp1258" },
};

static gboolean
has_label (const char *labels,
           const char *label,
           gsize       length)
{
  const char *p = labels;

  while (*p != '\0')
    {
      gsize word = strcspn (p, " ");

      if (word == length && g_ascii_strncasecmp (p, label, length) == 0)
        return TRUE;
      p += word;
      while (*p == ' ')
        p++;
    }

  return FALSE;
}

const RtEncoding *
rt_encoding_find (const char *label,
                  gssize      length)
{
  gsize n;

  g_return_val_if_fail (label != NULL || length == 0, NULL);

  n = length < 0 ? strlen (label) : (gsize) length;
  while (n > 0 && g_ascii_isspace (label[0]))
    {
      label++;
      n--;
    }
  while (n > 0 && g_ascii_isspace (label[n - 1]))
    n--;
  if (n == 0)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (has_label (table[i].labels, label, n))
      return &table[i].encoding;

  return NULL;
}

const RtEncoding *
rt_encoding_get (guint index)
{
  return index < G_N_ELEMENTS (table) ? &table[index].encoding : NULL;
}
