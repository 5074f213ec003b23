/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Formats that are known by their first bytes, in the manner of the MIME
 * Sniffing standard: only marks that no text begins with by chance. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_SIGNATURE_IMAGE,
  RT_SIGNATURE_AUDIO,
  RT_SIGNATURE_VIDEO,
  RT_SIGNATURE_PDF,
  RT_SIGNATURE_ARCHIVE,
  RT_SIGNATURE_FONT,
  RT_SIGNATURE_OTHER,
} RtSignatureGroup;

typedef struct
{
  const char      *essence; /* "image/png" */
  const char      *words;   /* "a PNG image", to be translated by its reader */
  const char      *others;  /* further names of the format, between spaces */
  RtSignatureGroup group;
} RtSignature;

/** What @data begins as: (transfer none) (nullable). 512 bytes are enough. */
const RtSignature *rt_signature_find    (const guint8      *data,
                                         gsize              length);
/** TRUE when @essence (small letters) is a name of the format. */
gboolean           rt_signature_is_type (const RtSignature *self,
                                         const char        *essence);
/** "a PNG image", translated. */
const char        *rt_signature_words   (const RtSignature *self);

G_END_DECLS
