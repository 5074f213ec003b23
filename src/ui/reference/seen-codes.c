/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks the settings about each code of the catalogue. */

#include "config.h"

#include "seen-codes.h"

#include <glib/gi18n-lib.h>

guint
rt_seen_codes_count (RtCatalogue *catalogue,
                     RtSettings  *settings,
                     guint       *n_all)
{
  GListModel *codes;
  guint seen = 0;

  g_return_val_if_fail (RT_IS_CATALOGUE (catalogue), 0);
  g_return_val_if_fail (RT_IS_SETTINGS (settings), 0);
  g_return_val_if_fail (n_all != NULL, 0);

  *n_all = 0;
  codes = rt_catalogue_get_codes (catalogue);
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);

      if (rt_status_code_get_state (code) == RT_STATUS_UNOFFICIAL)
        continue;
      *n_all += 1;
      seen += rt_settings_is_seen (settings, rt_status_code_get_code (code)) ? 1 : 0;
    }

  return seen;
}

char *
rt_seen_codes_dup_words (RtCatalogue *catalogue,
                         RtSettings  *settings)
{
  guint all = 0;
  guint seen = rt_seen_codes_count (catalogue, settings, &all);

  /* Translators: of the registered status codes */
  return g_strdup_printf (_("Seen so far: %u of %u"), seen, all);
}
