/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The facts under the lock. */

#include "config.h"

#include "facts-reader.h"

#include "text-reader.h"

#include <string.h>

typedef struct
{
  RtMediaFacts found; /* only for the thread */
  RtMediaFacts seen;  /* under the lock */
} Index;

struct _RtFactsReader
{
  GObject parent_instance;

  Index        *index; /* owned by the reader */
  RtTextReader *reader;
};

G_DEFINE_FINAL_TYPE (RtFactsReader, rt_facts_reader, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
read_facts (gpointer    data,
            const char *text,
            gsize       length,
            gboolean    complete)
{
  Index *self = data;

  rt_media_facts_read ((const guint8 *) text, length, complete, &self->found);
}

static gboolean
publish (gpointer data)
{
  Index *self = data;
  gboolean changed = memcmp (&self->seen, &self->found, sizeof self->seen) != 0;

  self->seen = self->found;

  return changed;
}

static void
changed_cb (gpointer owner)
{
  g_signal_emit (owner, signals[CHANGED], 0);
}

static void
rt_facts_reader_finalize (GObject *object)
{
  g_clear_pointer (&RT_FACTS_READER (object)->reader, rt_text_reader_close);

  G_OBJECT_CLASS (rt_facts_reader_parent_class)->finalize (object);
}

static void
rt_facts_reader_class_init (RtFactsReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_facts_reader_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_facts_reader_init (RtFactsReader *self)
{
}

RtFactsReader *
rt_facts_reader_new (RtDecodedText *bytes)
{
  static const RtTextReaderFuncs funcs = { 0, read_facts, publish, g_free, changed_cb };
  RtFactsReader *self;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (bytes), NULL);

  self = g_object_new (RT_TYPE_FACTS_READER, NULL);
  self->index = g_new0 (Index, 1);
  self->reader = rt_text_reader_new (bytes, &funcs, self->index, G_OBJECT (self));

  return self;
}

void
rt_facts_reader_get_facts (RtFactsReader *self,
                           RtMediaFacts  *facts)
{
  g_return_if_fail (RT_IS_FACTS_READER (self));
  g_return_if_fail (facts != NULL);

  rt_text_reader_begin (self->reader);
  *facts = self->index->seen;
  rt_text_reader_end (self->reader);
}

gboolean
rt_facts_reader_is_complete (RtFactsReader *self)
{
  g_return_val_if_fail (RT_IS_FACTS_READER (self), TRUE);

  return rt_text_reader_is_complete (self->reader);
}
