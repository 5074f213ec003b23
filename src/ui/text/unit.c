/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which characters have no look of their own is decided here, by the
 * properties of Unicode that GLib knows, and a table of the names that people
 * use for some of them.
 */

#include "config.h"

#include "unit.h"

typedef struct
{
  gunichar    c;
  const char *name;
} Name;

/* In order. */
static const Name names[] = {
  { 0x85, "NEL" },    { 0xad, "SHY" },    { 0x34f, "CGJ" },   { 0x61c, "ALM" },
  { 0x180e, "MVS" },  { 0x200b, "ZWSP" }, { 0x200c, "ZWNJ" }, { 0x200d, "ZWJ" },
  { 0x200e, "LRM" },  { 0x200f, "RLM" },  { 0x2028, "LSEP" }, { 0x2029, "PSEP" },
  { 0x202a, "LRE" },  { 0x202b, "RLE" },  { 0x202c, "PDF" },  { 0x202d, "LRO" },
  { 0x202e, "RLO" },  { 0x2060, "WJ" },   { 0x2066, "LRI" },  { 0x2067, "RLI" },
  { 0x2068, "FSI" },  { 0x2069, "PDI" },  { 0xfeff, "BOM" },
};

#define REPLACEMENT 0xfffd
#define COMPACT_NAME "\342\226\257" /* U+25AF WHITE VERTICAL RECTANGLE */
#define COMPACT_TAB "\342\207\245"  /* U+21E5 RIGHTWARDS ARROW TO BAR */

static const char *
find_name (gunichar c)
{
  guint low = 0, high = G_N_ELEMENTS (names);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (names[middle].c == c)
        return names[middle].name;
      if (names[middle].c < c)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* Blank, and not of a kind that says so. */
static gboolean
is_filler (gunichar c)
{
  return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
}

/* The joiners have work to do within a word of some scripts and within a
 * picture; elsewhere they only hide. */
static gboolean
joins (const char *text,
       gsize       length,
       gunichar    before)
{
  gunichar after;

  if (before < 0x300 || length < 5)
    return FALSE;
  after = g_utf8_get_char_validated (text + 3, length - 3);

  return after != (gunichar) -1 && after != (gunichar) -2 && after >= 0x300 &&
         !g_unichar_isspace (before) && !g_unichar_isspace (after);
}

static RtUnitKind
classify (gunichar    c,
          const char *text,
          gsize       length,
          gunichar    before)
{
  if (c >= 0x20 && c < 0x7f)
    return RT_UNIT_PLAIN;
  if (c == '\t')
    return RT_UNIT_TAB;
  if (c < 0xa0)
    return RT_UNIT_CONTROL;
  if ((c == 0x200c || c == 0x200d) && joins (text, length, before))
    return RT_UNIT_PLAIN;
  if (is_filler (c) || c == 0x34f)
    return RT_UNIT_FORMAT;

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return RT_UNIT_FORMAT;
    case G_UNICODE_SPACE_SEPARATOR:
      return c == 0x3000 ? RT_UNIT_PLAIN : RT_UNIT_SPACE;
    default:
      return RT_UNIT_PLAIN;
    }
}

static void
set_name (RtUnitLook *look,
          const char *name)
{
  look->named = TRUE;
  look->cells = g_utf8_strlen (name, -1);
  g_strlcpy (look->name, name, sizeof look->name);
}

static void
set_bracket_name (RtUnitLook *look)
{
  const char *known = find_name (look->c);
  char name[RT_UNIT_NAME_SIZE];

  if (known != NULL)
    g_snprintf (name, sizeof name, "[%s]", known);
  else
    g_snprintf (name, sizeof name, "[U+%04X]", look->c);
  set_name (look, name);
}

/* C0 and DEL have pictures, which few fonts have, and names of old. */
static void
set_control_name (RtUnitLook   *look,
                  RtSliceFlags  flags)
{
  char name[8] = { 0, };

  if (flags & RT_SLICE_PICTURES)
    g_unichar_to_utf8 (look->c == 0x7f ? 0x2421 : 0x2400 + look->c, name);
  else if (flags & RT_SLICE_COMPACT)
    g_strlcpy (name, COMPACT_NAME, sizeof name);
  else
    g_snprintf (name, sizeof name, "^%c", look->c ^ 0x40);
  set_name (look, name);
}

static void
set_invalid (RtUnitLook *look,
             guchar      byte,
             gboolean    compact)
{
  char name[8] = { 0, };

  look->bytes = 1;
  look->c = 0;
  look->kind = RT_UNIT_INVALID;
  if (compact)
    g_unichar_to_utf8 (REPLACEMENT, name);
  else
    g_snprintf (name, sizeof name, "\\x%02X", byte);
  set_name (look, name);
}

static guint
count_cells (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

void
rt_unit_read (const char   *text,
              gsize         length,
              gunichar      before,
              RtSliceFlags  flags,
              RtUnitLook   *look)
{
  guchar byte = text[0];
  gboolean compact = (flags & RT_SLICE_COMPACT) != 0;

  look->named = FALSE;
  look->c = byte < 0x80 ? byte : g_utf8_get_char_validated (text, length);
  if (look->c == (gunichar) -1 || look->c == (gunichar) -2)
    {
      set_invalid (look, byte, compact);
      return;
    }
  look->bytes = byte < 0x80 ? 1 : g_utf8_skip[byte];
  look->kind = classify (look->c, text, length, before);
  look->cells = 0;
  if (look->kind == RT_UNIT_TAB && compact)
    set_name (look, COMPACT_TAB);
  else if (look->kind == RT_UNIT_CONTROL && byte < 0x80)
    set_control_name (look, flags);
  else if ((look->kind == RT_UNIT_CONTROL || look->kind == RT_UNIT_FORMAT) && compact)
    set_name (look, COMPACT_NAME);
  else if (look->kind == RT_UNIT_CONTROL || look->kind == RT_UNIT_FORMAT)
    set_bracket_name (look);
  else if (look->kind != RT_UNIT_TAB)
    look->cells = byte < 0x80 ? 1 : count_cells (look->c);
}
