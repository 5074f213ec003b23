/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The server of the measurements: gives the files of one folder over HTTP/1.1,
 * in the clear by sendfile() and under TLS by GnuTLS, each connection in a
 * thread of its own. As little as possible, so that the client is what is
 * measured; it knows nothing of the project.
 *
 *   server FOLDER    prints "HTTP-PORT HTTPS-PORT"; ends with its input
 */

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <gnutls/x509.h>

#define SMALL (16 * 1024) /* sent together with the head */
#define RECORD (16 * 1024)

typedef struct
{
  char  *name;
  int    fd;
  gsize  size;
  char  *data;
} File;

typedef struct
{
  int                              listener;
  GHashTable                      *files; /* "/name" -> File */
  gnutls_certificate_credentials_t credentials; /* NULL in the clear */
} Service;

typedef struct
{
  const Service   *service;
  int              fd;
  gnutls_session_t tls; /* NULL in the clear */
  char             input[8192];
  gsize            used;
} Peer;

static const char *
get_media_type (const char *name)
{
  static const struct { const char *suffix, *type; } types[] = {
    { ".json", "application/json" }, { ".ndjson", "application/x-ndjson" },
    { ".html", "text/html; charset=utf-8" }, { ".log", "text/plain; charset=utf-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (name, types[i].suffix))
      return types[i].type;

  return "application/octet-stream";
}

static GHashTable *
open_files (const char *folder)
{
  GHashTable *files = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      File *file = g_new0 (File, 1);
      struct stat status;

      file->fd = open (path, O_RDONLY | O_CLOEXEC);
      if (file->fd < 0 || fstat (file->fd, &status) != 0)
        g_error ("%s cannot be read", path);
      file->name = g_strconcat ("/", name, NULL);
      file->size = status.st_size;
      file->data = mmap (NULL, MAX (1, file->size), PROT_READ, MAP_SHARED, file->fd, 0);
      g_hash_table_insert (files, file->name, file);
    }

  return files;
}

/* Reading and writing. */

static gssize
receive (Peer *peer)
{
  char *room = peer->input + peer->used;
  gsize free_length = sizeof peer->input - peer->used;
  gssize n = peer->tls != NULL ? gnutls_record_recv (peer->tls, room, free_length)
                               : recv (peer->fd, room, free_length, 0);

  if (n > 0)
    peer->used += n;

  return n;
}

static gboolean
send_all (Peer       *peer,
          const char *data,
          gsize       length)
{
  while (length > 0)
    {
      gssize n = peer->tls != NULL ? gnutls_record_send (peer->tls, data, MIN (length, RECORD))
                                   : send (peer->fd, data, length, 0);

      if (n <= 0)
        return FALSE;
      data += n;
      length -= n;
    }

  return TRUE;
}

static gboolean
send_large (Peer       *peer,
            const File *file)
{
  off_t at = 0;

  if (peer->tls != NULL)
    return send_all (peer, file->data, file->size);

  while ((gsize) at < file->size)
    if (sendfile (peer->fd, file->fd, &at, file->size - at) <= 0)
      return FALSE;

  return TRUE;
}

static gboolean
answer (Peer       *peer,
        const char *path)
{
  const File *file = g_hash_table_lookup (peer->service->files, path);
  char buffer[SMALL + 512];
  int length;

  if (file == NULL)
    {
      const char *none = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

      return send_all (peer, none, strlen (none));
    }

  length = g_snprintf (buffer, sizeof buffer,
                       "HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Type: %s\r\n"
                       "Content-Length: %zu\r\n\r\n", get_media_type (path), file->size);
  if (file->size > SMALL)
    return send_all (peer, buffer, length) && send_large (peer, file);

  memcpy (buffer + length, file->data, file->size);

  return send_all (peer, buffer, length + file->size);
}

/* One request after the other: "GET /name HTTP/1.1", and a head. */
static void
serve (Peer *peer)
{
  while (receive (peer) > 0)
    {
      char *end = memmem (peer->input, peer->used, "\r\n\r\n", 4);
      char path[256];

      if (end == NULL)
        continue;
      *end = '\0';
      if (sscanf (peer->input, "%*s %255s", path) != 1 || !answer (peer, path))
        return;
      peer->used = 0;
    }
}

static gpointer
serve_thread (gpointer user_data)
{
  Peer *peer = user_data;
  gboolean is_open = TRUE;

  if (peer->service->credentials != NULL)
    {
      gnutls_init (&peer->tls, GNUTLS_SERVER);
      gnutls_set_default_priority (peer->tls);
      gnutls_credentials_set (peer->tls, GNUTLS_CRD_CERTIFICATE, peer->service->credentials);
      gnutls_transport_set_int (peer->tls, peer->fd);
      is_open = gnutls_handshake (peer->tls) == 0;
    }
  if (is_open)
    serve (peer);

  g_clear_pointer (&peer->tls, gnutls_deinit);
  close (peer->fd);
  g_free (peer);

  return NULL;
}

/* Listening. */

static gpointer
accept_thread (gpointer user_data)
{
  const Service *service = user_data;
  const int yes = 1;

  for (;;)
    {
      int fd = accept4 (service->listener, NULL, NULL, SOCK_CLOEXEC);
      Peer *peer;

      if (fd < 0)
        continue;
      setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      peer = g_new0 (Peer, 1);
      peer->service = service;
      peer->fd = fd;
      g_thread_unref (g_thread_new ("peer", serve_thread, peer));
    }

  return NULL;
}

static int
start (Service *service)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  socklen_t length = sizeof address;

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  service->listener = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind (service->listener, (struct sockaddr *) &address, length) != 0 ||
      listen (service->listener, 64) != 0)
    g_error ("No port can be opened");
  getsockname (service->listener, (struct sockaddr *) &address, &length);
  g_thread_unref (g_thread_new ("accept", accept_thread, service));

  return ntohs (address.sin_port);
}

/* For an hour, for this address, signed by itself. */
static gnutls_certificate_credentials_t
make_credentials (void)
{
  gnutls_certificate_credentials_t credentials;
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t crt;
  const guint8 serial = 1;

  gnutls_x509_privkey_init (&key);
  gnutls_x509_privkey_generate (key, GNUTLS_PK_ECDSA,
                                GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0);
  gnutls_x509_crt_init (&crt);
  gnutls_x509_crt_set_version (crt, 3);
  gnutls_x509_crt_set_serial (crt, &serial, 1);
  gnutls_x509_crt_set_key (crt, key);
  gnutls_x509_crt_set_activation_time (crt, time (NULL) - 60);
  gnutls_x509_crt_set_expiration_time (crt, time (NULL) + 3600);
  gnutls_x509_crt_set_subject_alt_name (crt, GNUTLS_SAN_IPADDRESS, "\x7f\0\0\1", 4, 0);
  if (gnutls_x509_crt_sign2 (crt, crt, key, GNUTLS_DIG_SHA256, 0) < 0 ||
      gnutls_certificate_allocate_credentials (&credentials) < 0 ||
      gnutls_certificate_set_x509_key (credentials, &crt, 1, key) < 0)
    g_error ("No certificate can be made");
  /* The credentials have copies. */
  gnutls_x509_crt_deinit (crt);
  gnutls_x509_privkey_deinit (key);

  return credentials;
}

int
main (int   argc,
      char *argv[])
{
  static Service clear, secret;
  char rest;

  if (argc != 2)
    g_error ("usage: server FOLDER");

  signal (SIGPIPE, SIG_IGN);
  clear.files = secret.files = open_files (argv[1]);
  secret.credentials = make_credentials ();
  printf ("%d ", start (&clear));
  printf ("%d\n", start (&secret));
  fflush (stdout);

  while (read (STDIN_FILENO, &rest, 1) > 0)
    continue;

  return 0;
}
