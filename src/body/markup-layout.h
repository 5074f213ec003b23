/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Markup cut into the lines of its layout, a piece at a time, from the start or
 * from any line whose state was kept. A line is an indent and a slice of the
 * source: nothing is copied. What XML and HTML share; only the files of the
 * layout include it. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Levels after which the indent grows no more. */
#define RT_MARKUP_MAX_INDENT 40
/* Open block elements of HTML that are told apart. */
#define RT_MARKUP_MAX_BLOCKS 48
/* Bytes that are looked ahead for text directly in an element of XML; where
 * there is none its children get lines of their own. */
#define RT_MARKUP_LOOK_AHEAD (256 * 1024)

typedef struct
{
  guint64 start;  /* of the source */
  guint64 end;    /* without the line end */
  guint   indent; /* levels */
} RtMarkupLine;

/* Flag of a state: after a mistake, all that follows stands as it is. */
#define RT_MARKUP_REST 0x80

/* The flags of the state at the start of HTML: a line begins. */
#define RT_MARKUP_HTML_START 3

/* All that must be known to go on at a line. */
typedef struct
{
  guint64 offset;     /* where the line begins */
  guint64 raw_end;    /* up to here it goes on as it stands, pieces begin after it; 0: the
                       * line begins with a piece */
  guint32 depth;      /* open elements, or blocks */
  guint32 keep_depth; /* XML: the element that stands as it is, 0 for none */
  guint8  raw;        /* HTML: the element whose content is not markup, 0 for none */
  guint8  after_raw;  /* HTML: flags that hold after it */
  guint8  flags;
  guint8  blocks[RT_MARKUP_MAX_BLOCKS]; /* HTML: the open ones */
} RtMarkupState;

typedef struct _RtMarkupLayout RtMarkupLayout;

/* A line begins, and the state to go on there. */
typedef void (*RtMarkupBegin) (RtMarkupLayout      *layout,
                               const RtMarkupLine  *line,
                               const RtMarkupState *state,
                               gpointer             data);
/* It ended. */
typedef void (*RtMarkupEnd)   (RtMarkupLayout      *layout,
                               const RtMarkupLine  *line,
                               gpointer             data);

struct _RtMarkupLayout
{
  gboolean      html;
  gboolean      check;  /* XML: whether the tags match; else they are known to */
  RtMarkupBegin begin;
  RtMarkupEnd   end;
  gpointer      data;

  /* the source, so far */
  const char   *text;
  guint64       length;
  gboolean      complete;

  /* the lines */
  RtMarkupState state;
  RtMarkupLine  line;
  gboolean      has_line;

  /* the reader: the piece at @at is looked at up to @scan */
  guint64       at;
  guint64       scan;
  guint64       seen;   /* text: its first character that is no blank, 0: none yet */
  guint64       depth;  /* XML: of the reader, ahead of that of the lines */
  guint64       keep;   /* XML: the same of keep_depth */
  guint         nested; /* brackets of a doctype */
  char          quote;
  gboolean      in_text;  /* goes on with text of which a piece was taken */
  gboolean      stopped;  /* at the end, or at a flaw */

  GArray       *pieces;   /* XML: read and not laid out yet */
  guint         first;    /* of them */
  GArray       *waiting;  /* XML: elements of which it is not known */
  guint         first_waiting;
  GByteArray   *opens;    /* XML: where the open elements begin, packed */
  guint64       last_open;

  guint64       flaw_at;
  const char   *flaw;     /* translated; NULL: none */
};

/** @state: (nullable): where to go on */
void     rt_markup_layout_init       (RtMarkupLayout      *self,
                                      gboolean             html,
                                      gboolean             check,
                                      const RtMarkupState *state);
void     rt_markup_layout_clear      (RtMarkupLayout      *self);

/**
 * rt_markup_layout_run:
 * @budget: bytes after which it returns
 *
 * Goes on with the source as it now is. Stop it from a callback by @stopped.
 *
 * Returns: TRUE when there is more to do with what is there
 */
gboolean rt_markup_layout_run        (RtMarkupLayout      *self,
                                      const char          *text,
                                      guint64              length,
                                      gboolean             complete,
                                      guint64              budget);

/** For the readers: one piece. FALSE: more bytes are needed, or it is the end. */
gboolean rt_xml_layout_step          (RtMarkupLayout      *self);
gboolean rt_html_layout_step         (RtMarkupLayout      *self);

/** For the readers: ends the line and begins one at @start. */
void     rt_markup_layout_begin_line (RtMarkupLayout      *self,
                                      guint64              start,
                                      guint                indent);
/** The line goes on up to @end; a line end in it begins a line as it stands. */
void     rt_markup_layout_extend     (RtMarkupLayout      *self,
                                      guint64              end);
void     rt_markup_layout_end_line   (RtMarkupLayout      *self);
/** Finds @mark from @scan on; the byte after it, or 0, with @scan moved on. */
guint64  rt_markup_layout_find       (RtMarkupLayout      *self,
                                      const char          *mark);
/** The byte after the XML tag or, with @brackets, the doctype that the scan is in;
 * 0 when it is not there yet. */
guint64  rt_markup_layout_find_end   (RtMarkupLayout    *self,
                                      gboolean           brackets);

G_END_DECLS
