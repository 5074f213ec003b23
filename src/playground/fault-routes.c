/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes wrong between server and client, byte for byte. Most faults are
 * only text and an ending; those stand in tables.
 */

#include "deflated.h"
#include "route.h"

#include <string.h>
#include <zlib.h>

typedef enum
{
  END_CLOSE, /* in order (FIN) */
  END_RESET, /* RST */
  END_CUT,   /* FIN without TLS's close_notify */
  END_STALL, /* nothing more, and no end */
} Ending;

typedef struct
{
  const char *text;
  gsize       length;
  Ending      ending;
} Canned;

/* sizeof counts what strlen() would not: text with a NUL in it. */
#define CANNED(text, ending) (&(const Canned) { text, sizeof (text) - 1, ending })

#define OK "HTTP/1.1 200 OK\r\n"
#define PLAIN "Content-Type: text/plain\r\n"
#define HELLO "Content-Length: 6\r\n\r\nHello\n"

static void
finish (RtCall *call,
        Ending  ending)
{
  switch (ending)
    {
    case END_CLOSE:
      rt_peer_close (call->peer);
      break;
    case END_RESET:
      rt_peer_reset (call->peer);
      break;
    case END_CUT:
      rt_peer_cut (call->peer);
      break;
    case END_STALL:
      rt_peer_wait (call->peer, G_GINT64_CONSTANT (86400000000));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
answer_canned (RtCall *call)
{
  const Canned *canned = call->route->data;

  if (canned->length == 0 || rt_peer_write (call->peer, canned->text, canned->length))
    finish (call, canned->ending);
}

static void
answer_huge_head (RtCall *call)
{
  g_autoptr (GString) head = g_string_new (OK "X-Huge: ");
  gsize start = head->len;

  g_string_set_size (head, start + 2 * 1024 * 1024);
  memset (head->str + start, 'a', 2 * 1024 * 1024);
  g_string_append (head, "\r\n" PLAIN "Connection: close\r\n" HELLO);
  rt_peer_write (call->peer, head->str, head->len);
  rt_peer_close (call->peer);
}

static void
answer_endless_head (RtCall *call)
{
  gboolean open = rt_peer_write_text (call->peer, OK);

  for (guint64 i = 0; open; i += 100)
    {
      g_autoptr (GString) fields = g_string_new (NULL);

      for (guint j = 0; j < 100; j++)
        g_string_append_printf (fields, "X-Field-%" G_GUINT64_FORMAT ": And one more.\r\n", i + j);
      open = rt_peer_write (call->peer, fields->str, fields->len);
    }
}

static void
answer_endless_interim (RtCall *call)
{
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (block, "HTTP/1.1 102 Processing\r\n\r\n");
  while (rt_peer_write (call->peer, block->str, block->len))
    ;
}

static void
answer_many_fields (RtCall *call)
{
  g_autoptr (GString) head = g_string_new (OK);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (head, "X-Field-%u: %u\r\n", i, i);
  g_string_append (head, PLAIN "Connection: close\r\n" HELLO);
  rt_peer_write (call->peer, head->str, head->len);
  rt_peer_close (call->peer);
}

/* 2000 bytes of text, which gzip makes into some 80. */
static GByteArray *
make_gzip (void)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (plain, "%03u The same again. \n", i);

  return rt_deflated_new (plain->str, plain->len, RT_DEFLATED_GZIP, TRUE);
}

static void
send_gzip (RtCall     *call,
           GByteArray *packed)
{
  g_autoptr (RtReply) reply = rt_reply_new (call, 200, NULL);

  rt_reply_add (reply, "Content-Encoding", "gzip");
  rt_reply_send (reply, "text/plain; charset=utf-8", packed->data, packed->len);
}

/* The data is whole, the checksum behind it is wrong. */
static void
answer_bad_checksum (RtCall *call)
{
  g_autoptr (GByteArray) packed = make_gzip ();

  packed->data[packed->len - 8] ^= 0xff;
  send_gzip (call, packed);
}

/* An invalid kind of block (RFC 1951 section 3.2.3) in the middle. */
static void
answer_broken_gzip (RtCall *call)
{
  g_autoptr (GByteArray) packed = make_gzip ();

  memset (packed->data + packed->len / 2, 0xff, packed->len / 4);
  send_gzip (call, packed);
}

static void
answer_truncated_gzip (RtCall *call)
{
  g_autoptr (GByteArray) packed = make_gzip ();

  g_byte_array_set_size (packed, packed->len / 2);
  send_gzip (call, packed);
}

static void
answer_not_gzip (RtCall *call)
{
  static const char text[] = "This is plain text, whatever Content-Encoding says.\n";
  g_autoptr (GByteArray) packed = g_byte_array_new ();

  g_byte_array_append (packed, (const guint8 *) text, strlen (text));
  send_gzip (call, packed);
}

#define BOMB_BLOCK 1000000
#define BOMB_BLOCKS 200

static guint32
checksum_blocks (const guint8 *zeros)
{
  uLong one = crc32 (0, zeros, BOMB_BLOCK);
  uLong all = one;

  for (guint i = 1; i < BOMB_BLOCKS; i++)
    all = crc32_combine (all, one, BOMB_BLOCK);
  return all;
}

/* 200 MB of zeros in about 200 kB, a valid gzip file (RFC 1952). */
static void
answer_gzip_bomb (RtCall *call)
{
  static const guint8 start[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3 };
  static const guint8 last_block[] = { 0x03, 0x00 };
  g_autoptr (GByteArray) bomb = g_byte_array_new ();
  g_autofree guint8 *zeros = g_malloc0 (BOMB_BLOCK);
  g_autoptr (GByteArray) block = rt_deflated_new (zeros, BOMB_BLOCK, RT_DEFLATED_BARE, FALSE);
  guint32 tail[2];

  g_byte_array_append (bomb, start, sizeof start);
  for (guint i = 0; i < BOMB_BLOCKS; i++)
    g_byte_array_append (bomb, block->data, block->len);
  g_byte_array_append (bomb, last_block, sizeof last_block);
  tail[0] = GUINT32_TO_LE (checksum_blocks (zeros));
  tail[1] = GUINT32_TO_LE (BOMB_BLOCK * BOMB_BLOCKS);
  g_byte_array_append (bomb, (guint8 *) tail, sizeof tail);
  send_gzip (call, bomb);
}

#define FAULT(name, description, text, ending) \
  { "/fault/" name, NULL, description, NULL, answer_canned, RT_ROUTE_PLAIN, CANNED (text, ending) }

const RtRoute rt_fault_routes[] = {
  /* before and in the head */
  FAULT ("close-before-head", "Closes without an answer.", "", END_CLOSE),
  FAULT ("reset-before-head", "Resets without an answer.", "", END_RESET),
  FAULT ("cut-head", "Closes inside a field line.", OK "Content-Type: text/pl", END_CLOSE),
  FAULT ("cut-head-line", "Closes after a whole field line.", OK PLAIN, END_CLOSE),
  FAULT ("reset-head", "Resets inside a field line.", OK "Content-Type: text/pl", END_RESET),
  FAULT ("garbage", "Answers with bytes that are no HTTP.",
         "\x00\x01\x02\x80\xff\xfeThis is no HTTP.\r\n\r\n", END_CLOSE),
  FAULT ("http09", "Answers with content only, as HTTP/0.9 did.",
         "<p>HTTP/0.9 had no status line.</p>\n", END_CLOSE),
  FAULT ("bad-status-line", "A status line without a number.",
         "HTTP/1.1 OK\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("bad-version", "HTTP/7.3.", "HTTP/7.3 200 OK\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("http10", "HTTP/1.0, which is no fault, but rare.",
         "HTTP/1.0 200 OK\r\n" PLAIN "\r\nHello\n", END_CLOSE),
  FAULT ("code-99", "A status code of two digits.", "HTTP/1.1 99 Low\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("code-1000", "A status code of four digits.", "HTTP/1.1 1000 High\r\n" PLAIN HELLO,
    END_CLOSE),
  FAULT ("no-reason", "A status line that ends after the code, without the space.",
         "HTTP/1.1 200\r\n" PLAIN "Connection: close\r\n" HELLO, END_CLOSE),
  FAULT ("folded-field", "A field value over two lines (obsolete).",
         OK "X-Folded: first\r\n second\r\n\tthird\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("no-colon", "A field line without a colon.", OK "This has no colon\r\n" PLAIN HELLO,
    END_CLOSE),
  FAULT ("space-before-colon", "A space between field name and colon.",
         OK "X-Spaced : value\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("empty-name", "A field line that starts with the colon.",
         OK ": value\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("latin1", "ISO-8859-1 in the reason and in a field.",
         "HTTP/1.1 200 Gr\xfc\xdf Gott\r\nX-Name: caf\xe9\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("nul", "A NUL in a field value.", OK "X-Nul: be\0fore\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("bare-lf", "Lines that end with LF alone.",
         "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 6\n\nHello\n", END_CLOSE),
  FAULT ("bare-cr", "A CR alone in a field value.", OK "X-Cr: one\rtwo\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("duplicate-fields", "Fields that came more often than they may, in several spellings.",
         OK "Content-Type: text/plain\r\nContent-Type: text/html\r\nX-Repeat: 1\r\nx-repeat: 2\r\n"
         "X-REPEAT: 3\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nDate: yesterday\r\n"
         "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n" HELLO, END_CLOSE),
  { "/fault/huge-head", NULL, "A field of 2 MiB.", NULL, answer_huge_head },
  { "/fault/many-fields", NULL, "5000 fields.", NULL, answer_many_fields },
  { "/fault/endless-head", NULL, "Fields without end.", NULL, answer_endless_head },
  { "/fault/endless-interim", NULL, "102 (Processing) without end.", NULL, answer_endless_interim },
  /* framing */
  FAULT ("short-content", "Less content than Content-Length, then the end.",
         OK PLAIN "Content-Length: 100\r\n\r\nOnly this much.\n", END_CLOSE),
  FAULT ("short-content-close", "The same, with Connection: close.",
         OK PLAIN "Content-Length: 100\r\nConnection: close\r\n\r\nOnly this much.\n", END_CLOSE),
  FAULT ("long-content", "More content than Content-Length.",
         OK PLAIN "Content-Length: 6\r\n\r\nHello\nand more than was announced.\n", END_CLOSE),
  FAULT ("extra-bytes", "A whole second response that nobody asked for.",
         OK PLAIN HELLO "HTTP/1.1 404 Not Found\r\nContent-Length: 10\r\n\r\nUnasked.\r\n",
         END_CLOSE),
  FAULT ("reset-in-content", "Resets in the middle of the content.",
         OK PLAIN "Content-Length: 100\r\n\r\nOnly this much.\n", END_RESET),
  FAULT ("stall-in-content", "Stops in the middle of the content and stays.",
         OK PLAIN "Content-Length: 100\r\n\r\nOnly this much.\n", END_STALL),
  FAULT ("no-length", "Content that ends with the connection, which is no fault.",
         OK PLAIN "\r\nUntil the end.\n", END_CLOSE),
  FAULT ("no-close-notify", "The same, but over https the end may be forged.",
         OK PLAIN "\r\nUntil the end.\n", END_CUT),
  FAULT ("bad-length", "A Content-Length that is no number.",
         OK PLAIN "Content-Length: six\r\n\r\nHello\n", END_CLOSE),
  FAULT ("negative-length", "A Content-Length below zero.",
         OK PLAIN "Content-Length: -6\r\n\r\nHello\n", END_CLOSE),
  FAULT ("two-lengths", "Two Content-Lengths that differ.",
         OK PLAIN "Content-Length: 6\r\nContent-Length: 12\r\n\r\nHello\nHello\n", END_CLOSE),
  FAULT ("length-and-chunked", "Content-Length and chunks together.",
         OK PLAIN "Content-Length: 3\r\n"
         "Transfer-Encoding: chunked\r\n\r\n6\r\nHello\n\r\n0\r\n\r\n",
         END_CLOSE),
  FAULT ("unknown-transfer-coding", "A transfer coding of no known name.",
         OK PLAIN "Transfer-Encoding: x-unheard-of\r\n\r\nHello\n", END_CLOSE),
  FAULT ("broken-chunk", "A chunk that is longer than its size says.",
         OK PLAIN "Transfer-Encoding: chunked\r\n\r\n6\r\nHello\n\r\n3\r\nToo long\r\n0\r\n\r\n",
         END_CLOSE),
  FAULT ("chunk-cut", "The end inside a chunk.",
         OK PLAIN "Transfer-Encoding: chunked\r\n\r\n6\r\nHello\n\r\n64\r\nOnly this much.\n",
         END_CLOSE),
  FAULT ("no-last-chunk", "The end between two chunks.",
         OK PLAIN "Transfer-Encoding: chunked\r\n\r\n6\r\nHello\n\r\n", END_CLOSE),
  FAULT ("bad-chunk-size", "A chunk size that is no number.",
         OK PLAIN "Transfer-Encoding: chunked\r\n\r\n6\r\nHello\n\r\nzz\r\nHello\n\r\n0\r\n\r\n",
         END_CLOSE),
  FAULT ("huge-chunk-size", "A chunk size beyond 64 bits.",
         OK PLAIN "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nHello\n\r\n0\r\n\r\n",
         END_CLOSE),
  FAULT ("content-on-204", "204 (No Content) with content.",
         "HTTP/1.1 204 No Content\r\n" PLAIN HELLO, END_CLOSE),
  FAULT ("content-on-304", "304 (Not Modified) with content.",
         "HTTP/1.1 304 Not Modified\r\nETag: \"fault\"\r\n" PLAIN HELLO, END_CLOSE),
  /* codings */
  { "/fault/broken-gzip", NULL, "gzip with nonsense in the middle.", NULL, answer_broken_gzip },
  { "/fault/truncated-gzip", NULL, "The first half of a gzip file.", NULL, answer_truncated_gzip },
  { "/fault/gzip-checksum", NULL, "gzip with a wrong checksum.", NULL, answer_bad_checksum },
  { "/fault/not-gzip", NULL, "Plain text that is declared to be gzip.", NULL, answer_not_gzip },
  { "/fault/gzip-bomb", NULL, "200 kB of gzip that hold 200 MB of zeros.", NULL, answer_gzip_bomb },
  { NULL },
};
