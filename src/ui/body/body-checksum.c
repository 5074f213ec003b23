/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Computes one checksum after the other: first SHA-256 for the person, then the
 * one that each claim names.
 */

#include "config.h"

#include "body-checksum.h"

#include "digest-claim.h"
#include "digest.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* Input. */
  GBytes    *received;
  GBytes    *decoded;
  GPtrArray *claims; /* of RtDigestClaim */
  gboolean   is_part;
  gboolean   is_coded; /* the decoded bytes are others */
  /* In progress. */
  guint      next;
  gboolean   is_second; /* the claim differed, and is held against the decoded bytes */
  /* Output. */
  GString   *words;
} ChecksumData;

static void
checksum_data_free (ChecksumData *data)
{
  g_clear_pointer (&data->received, g_bytes_unref);
  g_clear_pointer (&data->decoded, g_bytes_unref);
  g_clear_pointer (&data->claims, g_ptr_array_unref);
  if (data->words != NULL)
    g_string_free (data->words, TRUE);
  g_free (data);
}

static void
read_claims (GPtrArray *claims,
             RtHead    *head)
{
  static const char * const fields[] = {
    "Content-MD5", "Digest", "Content-Digest", "Repr-Digest",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = rt_head_dup_combined (head, fields[i]);

      if (value != NULL)
        g_ptr_array_extend_and_steal (claims, rt_digest_claims_read (fields[i], value));
    }
}

static GPtrArray *
find_claims (RtExchange *exchange)
{
  g_autoptr (RtHead) head = rt_exchange_dup_response_head (exchange);
  g_autoptr (RtHead) trailers = rt_exchange_dup_trailers (exchange);
  g_autoptr (RtFailure) failure = rt_exchange_dup_failure (exchange);
  g_autofree char *method = rt_exchange_dup_method (exchange);
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_digest_claim_free);
  int status = rt_exchange_get_status (exchange);

  if (head != NULL)
    read_claims (claims, head);
  if (trailers != NULL)
    read_claims (claims, trailers);
  for (guint i = 0; i < claims->len; i++)
    rt_digest_claim_limit (g_ptr_array_index (claims, i),
                           g_strcmp0 (method, "HEAD") == 0 || status == 304, status == 206,
                           failure != NULL);

  return claims;
}

static void
say_claim (ChecksumData        *data,
           const RtDigestClaim *claim)
{
  g_autofree char *words = rt_digest_claim_words (claim);

  g_string_append_printf (data->words, "\n%s: %s%s%s", claim->field, claim->algorithm,
                          *claim->algorithm != '\0' ? " " : "", words);
}

static void claim_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data);

static void
compute (GTask         *task,
         RtDigestClaim *claim,
         GBytes        *bytes)
{
  rt_digest_compute_async (bytes, claim->type, NULL, NULL, g_task_get_cancellable (task), claim_cb,
                           task);
}

/* Goes on with the next claim that there is something to compute for. */
static void
check_next (GTask *task)
{
  ChecksumData *data = g_task_get_task_data (task);

  for (; data->next < data->claims->len; data->next++)
    {
      RtDigestClaim *claim = g_ptr_array_index (data->claims, data->next);

      if (claim->state == RT_DIGEST_TO_CHECK)
        {
          compute (task, claim,
                   claim->cover == RT_DIGEST_OF_DECODED ? data->decoded : data->received);
          return;
        }
      say_claim (data, claim);
    }

  g_task_return_pointer (task, g_strdup (data->words->str), g_free);
  g_object_unref (task);
}

static void
claim_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  ChecksumData *data = g_task_get_task_data (task);
  RtDigestClaim *claim = g_ptr_array_index (data->claims, data->next);
  GError *error = NULL;
  g_autofree char *hex = rt_digest_compute_finish (result, &error);

  if (hex == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  if (data->is_second)
    rt_digest_claim_check_decoded (claim, hex);
  else
    rt_digest_claim_check (claim, hex);
  data->is_second = !data->is_second && claim->state == RT_DIGEST_DIFFERS &&
                    claim->cover != RT_DIGEST_OF_DECODED && data->is_coded;
  if (data->is_second)
    {
      compute (task, claim, data->decoded);
      return;
    }
  say_claim (data, claim);
  data->next++;
  check_next (task);
}

static void
first_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  ChecksumData *data = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *hex = rt_digest_compute_finish (result, &error);

  if (hex == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_string_append (data->words, data->is_part ? _("SHA-256 of this part:")
                                              : _("SHA-256 of the bytes as received:"));
  g_string_append_printf (data->words, " %s", hex);
  check_next (task);
}

void
rt_body_checksum_async (RtExchange          *exchange,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (RtBody) content = NULL;
  ChecksumData *data;
  GTask *task;

  g_return_if_fail (RT_IS_EXCHANGE (exchange));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_body_checksum_async);
  content = rt_exchange_dup_content (exchange);
  data = g_new0 (ChecksumData, 1);
  data->received = rt_body_dup_bytes (rt_exchange_get_body (exchange));
  data->decoded = rt_body_dup_bytes (content);
  data->is_coded = content != rt_exchange_get_body (exchange);
  data->claims = find_claims (exchange);
  data->words = g_string_new (NULL);
  g_task_set_task_data (task, data, (GDestroyNotify) checksum_data_free);
  rt_digest_compute_async (data->received, G_CHECKSUM_SHA256, NULL, NULL, cancellable, first_cb,
                           task);
}

void
rt_body_checksum_part_async (GBytes              *part,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  ChecksumData *data;
  GTask *task;

  g_return_if_fail (part != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_body_checksum_part_async);
  data = g_new0 (ChecksumData, 1);
  data->received = g_bytes_ref (part);
  data->claims = g_ptr_array_new ();
  data->is_part = TRUE;
  data->words = g_string_new (NULL);
  g_task_set_task_data (task, data, (GDestroyNotify) checksum_data_free);
  rt_digest_compute_async (part, G_CHECKSUM_SHA256, NULL, NULL, cancellable, first_cb, task);
}

char *
rt_body_checksum_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
