/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The options of "roundtrip send", read into a request. */

#pragma once

#include "request.h"

G_BEGIN_DECLS

typedef struct
{
  RtRequest *request;
  char      *har;          /* file name, "-" for standard output; NULL for none */
  char      *held_file;    /* copy of standard input, deleted when freed; or NULL */
  gboolean   quiet;
  gboolean   show_secrets;
} RtSendOptions;

/**
 * rt_send_options_parse:
 * @argv: starts with the command's name
 * @error: bad usage: what is wrong, in words; also a request that cannot be
 *   sent, RT_ENGINE_ERROR_*
 *
 * --help prints and ends the process, as GOption does.
 *
 * Returns: (transfer full) (nullable): the options
 */
RtSendOptions *rt_send_options_parse (int            argc,
                                      char         **argv,
                                      GError       **error);
void           rt_send_options_free  (RtSendOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtSendOptions, rt_send_options_free)

G_END_DECLS
