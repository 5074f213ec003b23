/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many small damages to good input, the same ones each time: no reader may
 * crash, hang or read too far, and how the input is cut into pieces must not
 * change what is told. RT_TEST_MUTATIONS in the environment is their number;
 * with a sanitizer, whose bookkeeping is slow, it is less by default.
 */

#include "http2-log.h"
#include "response-log.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define DEFAULT_MUTATIONS 2000
#else
#define DEFAULT_MUTATIONS 20000
#endif

static guint n_mutations = DEFAULT_MUTATIONS;

static const char *const seeds[] = {
  "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nA: b\r\n c\r\nX : y\r\n\r\nhello",
  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nT: 1\r\n\r\n",
  "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.0 404 Not Found\n\nbody",
  "ICY 200 OK\r\nContent-Length: 3, 3\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
  "3\r\nabc\r\n0\r\n\r\n",
};

static const char *const tokens[] = { "\r\n", "\n", "\r", ":", " ", ",", "0", "ffff", "\r\n\r\n",
                                      "chunked", "Content-Length", "HTTP/", "\377", "-" };

static void
mutate (GRand      *rand,
        GByteArray *bytes)
{
  int n = g_rand_int_range (rand, 1, 4);

  while (n-- > 0 && bytes->len > 1)
    {
      guint at = g_rand_int_range (rand, 0, bytes->len);
      const char *token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          bytes->data[at] = g_rand_int_range (rand, 0, 256);
          break;
        case 1:
          bytes->data[at] ^= 1 << g_rand_int_range (rand, 0, 8);
          break;
        case 2:
          g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, 3));
          break;
        case 3:
          memcpy (bytes->data + at, token, MIN (bytes->len - at, strlen (token)));
          break;
        default:
          g_byte_array_set_size (bytes, at);
          break;
        }
    }
}

static GByteArray *
new_seed (guint i)
{
  const char *seed = seeds[i % G_N_ELEMENTS (seeds)];
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) seed, strlen (seed));
  return bytes;
}

/* Each span lies inside the bytes, and each text can be made. */
static void
check_head (RtHead *head)
{
  gsize size = g_bytes_get_size (rt_head_peek_bytes (head));
  RtSpan start = rt_head_get_start_line (head);
  g_autofree char *reason = rt_head_dup_reason (head);
  g_autofree char *target = rt_head_dup_target (head);
  gsize end = start.offset + start.length;

  g_assert_cmpuint (end, <=, size);
  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      const RtFieldLine *field = rt_head_get_field (head, i);
      g_autofree char *name = rt_head_dup_field_name (head, i);
      g_autofree char *value = rt_head_dup_field_value (head, i);

      g_assert_cmpuint (field->line.offset, >=, end);
      end = field->line.offset + field->line.length;
      g_assert_cmpuint (end, <=, size);
      g_assert_cmpuint (field->name.offset, >=, field->line.offset);
      g_assert_cmpuint (field->name.offset + field->name.length, <=, end);
      g_assert_cmpuint (field->value.offset, >=, field->name.offset + field->name.length);
      g_assert_cmpuint (field->value.offset + field->value.length, <=, end);
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_utf8_validate (value, -1, NULL));
    }
}

static void
test_heads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_mutations; i++)
    {
      g_autoptr (GByteArray) mutated = new_seed (i);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RtHead) head = NULL;

      mutate (rand, mutated);
      bytes = g_bytes_new (mutated->data, mutated->len);
      head = rt_head_parse (i % 3, bytes);
      check_head (head);
    }
}

static void
test_responses (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  const FeedOptions limits = { .max_head = 60, .max_interim = 1 };

  for (guint i = 0; i < n_mutations; i++)
    {
      g_autoptr (GByteArray) bytes = new_seed (i);
      const FeedOptions *options = i % 5 == 0 ? &limits : NULL;
      g_autoptr (ResponseLog) whole = NULL;
      g_autoptr (ResponseLog) other = NULL;

      mutate (rand, bytes);
      whole = response_log_run ("GET", bytes->data, bytes->len, FEED_WHOLE, options);
      other = response_log_run ("GET", bytes->data, bytes->len,
                                i % 8 == 0 ? FEED_BYTES : FEED_RANDOM, options);
      g_assert_cmpuint (whole->n_ends, ==, 1);
      response_log_assert_same (whole, other);
    }
}

static Http2Script *
new_connection (void)
{
  Http2Script *script = http2_script_new ();
  g_autoptr (GByteArray) block = NULL;

  http2_script_headers (script, TRUE, 1, 1, ":method: GET\n:path: /\nx-a: b");
  http2_script_headers (script, TRUE, 1, 3, ":method: HEAD\n:path: /\nx-a: b");
  http2_script_headers (script, FALSE, 0, 1, ":status: 103\nlink: x");
  http2_script_headers (script, FALSE, 0, 1, ":status: 200\ncontent-length: 4\nx-a: b");
  http2_script_frame (script, FALSE, NGHTTP2_DATA, NGHTTP2_FLAG_PADDED, 1, "\2hipp", 5);
  block = http2_script_pack (script, FALSE, ":status: 204\nx-b: c");
  http2_script_frame (script, FALSE, NGHTTP2_HEADERS, NGHTTP2_FLAG_END_STREAM, 3, block->data, 1);
  http2_script_frame (script, FALSE, NGHTTP2_CONTINUATION, NGHTTP2_FLAG_END_HEADERS, 3,
                      block->data + 1, block->len - 1);
  http2_script_data (script, 0, 1, "ho");
  http2_script_headers (script, FALSE, 1, 1, "t: 1");
  http2_script_frame (script, FALSE, NGHTTP2_GOAWAY, 0, 0, "\0\0\0\1\0\0\0\1why", 11);

  return script;
}

/* The bytes of one direction are damaged across frames, lengths included. */
static void
mutate_script (GRand       *rand,
               Http2Script *script)
{
  int n = g_rand_int_range (rand, 1, 4);

  while (n-- > 0)
    {
      guint i = g_rand_int_range (rand, 0, script->pieces->len);
      GByteArray *bytes = g_array_index (script->pieces, Http2Piece, i).bytes;

      if (g_rand_int_range (rand, 0, 3) == 0)
        mutate (rand, bytes);
      else if (bytes->len > 0)
        bytes->data[g_rand_int_range (rand, 0, bytes->len)] = g_rand_int_range (rand, 0, 256);
    }
}

static void
test_http2 (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < n_mutations; i++)
    {
      g_autoptr (Http2Script) script = new_connection ();
      g_autoptr (Http2Log) whole = NULL;
      g_autoptr (Http2Log) other = NULL;

      mutate_script (rand, script);
      whole = http2_log_run (script, 0);
      other = http2_log_run (script, i % 8 == 0 ? 1 : -1);
      g_assert_cmpstr (whole->told->str, ==, other->told->str);
      g_assert_cmpstr (whole->faults->str, ==, other->faults->str);
      g_assert_cmpmem (whole->content->data, whole->content->len, other->content->data,
                       other->content->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *number = g_getenv ("RT_TEST_MUTATIONS");

  g_test_init (&argc, &argv, NULL);
  if (number != NULL)
    n_mutations = strtoul (number, NULL, 10);

  g_test_add_func ("/mutations/heads", test_heads);
  g_test_add_func ("/mutations/responses", test_responses);
  g_test_add_func ("/mutations/http2", test_http2);

  return g_test_run ();
}
