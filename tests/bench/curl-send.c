/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The peer of send.c: the same by libcurl, head and content kept in memory.
 *
 *   curl-send URL N    prints what send does
 */

#include <stdlib.h>

#include <curl/curl.h>
#include <glib.h>

#define WARM_UP 5

static size_t
keep_cb (char  *data,
         size_t size,
         size_t n,
         void  *user_data)
{
  g_byte_array_append (user_data, (const guint8 *) data, size * n);

  return size * n;
}

static guint64
send_one (CURL *curl)
{
  g_autoptr(GByteArray) head = g_byte_array_new ();
  g_autoptr(GByteArray) content = g_byte_array_new ();
  long status = 0;

  curl_easy_setopt (curl, CURLOPT_HEADERDATA, head);
  curl_easy_setopt (curl, CURLOPT_WRITEDATA, content);
  if (curl_easy_perform (curl) != CURLE_OK ||
      curl_easy_getinfo (curl, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK || status != 200)
    g_error ("No answer");

  return content->len;
}

int
main (int   argc,
      char *argv[])
{
  CURL *curl = curl_easy_init ();
  guint64 length;
  gint64 start;
  int n;

  if (argc != 3 || curl == NULL)
    g_error ("usage: curl-send URL N");

  n = atoi (argv[2]);
  curl_easy_setopt (curl, CURLOPT_URL, argv[1]);
  curl_easy_setopt (curl, CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt (curl, CURLOPT_HEADERFUNCTION, keep_cb);
  curl_easy_setopt (curl, CURLOPT_WRITEFUNCTION, keep_cb);
  for (int i = 0; i < WARM_UP; i++)
    length = send_one (curl);

  start = g_get_monotonic_time ();
  for (int i = 0; i < n; i++)
    length = send_one (curl);
  g_print ("%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n",
           g_get_monotonic_time () - start, length);
  curl_easy_cleanup (curl);

  return 0;
}
