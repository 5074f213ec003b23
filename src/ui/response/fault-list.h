/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is wrong with a response that did arrive, in plain sentences. Hides
 * itself when nothing is.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_FAULT_LIST (rt_fault_list_get_type ())
G_DECLARE_FINAL_TYPE (RtFaultList, rt_fault_list, RT, FAULT_LIST, RtResponsePane)

G_END_DECLS
