/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What every widget of the folder needs. */

#pragma once

#define RT_BODY_UI "/io/github/roundtrip_app/Roundtrip/ui/body/"
