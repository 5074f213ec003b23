/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What every widget of the folder needs. */

#pragma once

/* Where the templates of this folder stand in the app's resource. */
#define RT_BODY_UI "/io/github/roundtrip_app/Roundtrip/ui/body/"
