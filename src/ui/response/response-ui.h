/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the templates of this folder stand in the app's resource. */

#pragma once

#define RT_RESPONSE_UI "/io/github/roundtrip_app/Roundtrip/ui/response/"
