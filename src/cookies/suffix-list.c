/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns libpsl; no other module includes it. */

#include "suffix-list.h"

#include <gio/gio.h>
#include <libpsl.h>
#include <string.h>

struct _RtSuffixList
{
  psl_ctx_t *psl; /* NULL when the system has none */
};

RtSuffixList *
rt_suffix_list_new (const char *path)
{
  RtSuffixList *self = g_new0 (RtSuffixList, 1);

  self->psl = path != NULL ? psl_load_file (path) : psl_latest (NULL);

  return self;
}

void
rt_suffix_list_free (RtSuffixList *self)
{
  g_clear_pointer (&self->psl, psl_free);
  g_free (self);
}

gboolean
rt_suffix_list_is_known (const RtSuffixList *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->psl != NULL;
}

gboolean
rt_suffix_list_is_public (const RtSuffixList *self,
                          const char         *domain)
{
  g_return_val_if_fail (self != NULL && domain != NULL, FALSE);

  if (g_hostname_is_ip_address (domain))
    return FALSE;
  if (self->psl == NULL)
    return strchr (domain, '.') == NULL;

  return psl_is_public_suffix (self->psl, domain);
}

/* The name that was registered; without a list, the last two labels. */
static const char *
find_site (const RtSuffixList *self,
           const char         *domain)
{
  const char *dot;

  if (g_hostname_is_ip_address (domain))
    return NULL;
  if (self->psl != NULL)
    return psl_registrable_domain (self->psl, domain);

  dot = strrchr (domain, '.');
  if (dot == NULL)
    return NULL;
  while (dot > domain && dot[-1] != '.')
    dot--;

  return dot;
}

gboolean
rt_suffix_list_is_one_site (const RtSuffixList *self,
                            const char         *domain,
                            const char         *other)
{
  const char *site;

  g_return_val_if_fail (self != NULL && domain != NULL && other != NULL, FALSE);

  site = find_site (self, domain);

  return site != NULL && g_strcmp0 (site, find_site (self, other)) == 0;
}
