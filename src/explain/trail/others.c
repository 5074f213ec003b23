/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of other clients. Each cell was measured or is documented by the
 * client; what is neither is a dot, and nothing is said of it.
 */

#include "config.h"

#include "others.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "word-list.h"

/* The columns. */
static const int statuses[] = { 300, 301, 302, 303, 304, 305, 307, 308 };

typedef struct
{
  const char *method; /* NULL: all that are not named */
  const char *cells;  /* for each status:
                       * K kept, with the content   B kept, without the content
                       * G as GET, without content  - not followed  . not known */
} Row;

typedef struct
{
  const char *name;
  gboolean    keeps_content_type; /* though the content is left out */
  RtGoes      authorization;      /* to another origin */
  RtGoes      upgraded;           /* Authorization, from http to https of the same host */
  RtGoes      cookie;             /* to another origin */
  RtGoes      cookie_at_home;     /* to the same origin */
  Row         rows[10];
} Client;

static const Client clients[] = {
  { "curl -L", TRUE, RT_GOES_NOT, RT_GOES_NOT, RT_GOES_NOT, RT_GOES_ALONG, {
    { "GET", "KKKKKKKK" }, { "HEAD", ".KKK..KK" }, { "POST", ".GGG..KK" },
    { "PUT", ".KKG..KK" } } },
  { "curl -L -X", TRUE, RT_GOES_NOT, RT_GOES_NOT, RT_GOES_NOT, RT_GOES_ALONG, {
    { "GET", "KKKKKKKK" }, { "HEAD", ".KKK..KK" }, { NULL, ".BBB..KK" } } },
  { "libsoup", FALSE, RT_GOES_NOT, RT_GOES_NOT, RT_GOES_ALONG, RT_GOES_ALONG, {
    { "GET", "-KKK--KK" }, { "HEAD", ".KKK..KK" }, { "POST", ".GGG..--" },
    { "OPTIONS", ".KKG..KK" }, { "TRACE", ".KKG..KK" }, { "PROPFIND", ".KKG..KK" },
    { NULL, ".-GG..--" } } },
  { "fetch", FALSE, RT_GOES_NOT, RT_GOES_NOT, RT_GOES_NOT, RT_GOES_ALONG, {
    { "GET", "-KKK--KK" }, { "HEAD", ".KKK..KK" }, { "POST", ".GGG..KK" },
    { NULL, ".KKG..KK" } } },
  /* By its source: it takes Cookie from its own jar only, so nothing is said of
   * a typed one; its head() follows only when told to. */
  { "Python requests", FALSE, RT_GOES_NOT, RT_GOES_ALONG, RT_GOES_UNKNOWN, RT_GOES_UNKNOWN, {
    { "GET", "-KKK--KK" }, { "HEAD", "........" }, { "POST", "-GGG--KK" },
    { NULL, "-BGG--KK" } } },
  { "Python urllib", FALSE, RT_GOES_ALONG, RT_GOES_ALONG, RT_GOES_ALONG, RT_GOES_ALONG, {
    { "GET", "-KKK--KK" }, { "HEAD", ".GGG..GG" }, { "POST", ".GGG..--" },
    { NULL, ".---..--" } } },
  { "wget", TRUE, RT_GOES_ALONG, RT_GOES_ALONG, RT_GOES_ALONG, RT_GOES_ALONG, {
    { "GET", "KKKK--KK" }, { "HEAD", ".KKK..KK" }, { "POST", ".GGG..KK" },
    { "PUT", ".KKG..KK" }, { "PATCH", ".KKG..KK" }, { "DELETE", ".KKG..KK" },
    { "OPTIONS", ".KKG..KK" } } },
};

guint
rt_others_get_n_clients (void)
{
  return G_N_ELEMENTS (clients);
}

const char *
rt_others_get_client (guint client)
{
  g_return_val_if_fail (client < G_N_ELEMENTS (clients), NULL);

  return clients[client].name;
}

static char
find_cell (const Client *client,
           int           status,
           const char   *method)
{
  guint column = 0;

  while (column < G_N_ELEMENTS (statuses) && statuses[column] != status)
    column++;
  if (column == G_N_ELEMENTS (statuses))
    return '.';
  for (const Row *row = client->rows; row->cells != NULL; row++)
    if (row->method == NULL || g_str_equal (row->method, method))
      return row->cells[column];

  return '.';
}

static RtGoes
authorization_of (const Client *client,
                  RtWay         way)
{
  if (way == RT_WAY_SAME_ORIGIN)
    return RT_GOES_ALONG;

  return way == RT_WAY_UPGRADE ? client->upgraded : client->authorization;
}

gboolean
rt_others_find (guint         client,
                int           status,
                const char   *method,
                RtWay         way,
                RtOtherDeed  *deed)
{
  const Client *who;
  char cell;

  g_return_val_if_fail (client < G_N_ELEMENTS (clients), FALSE);
  g_return_val_if_fail (method != NULL && deed != NULL, FALSE);

  who = &clients[client];
  cell = find_cell (who, status, method);
  memset (deed, 0, sizeof *deed);
  if (cell == '.')
    return FALSE;
  if (cell == '-')
    return TRUE;

  deed->followed = TRUE;
  deed->method = cell == 'G' ? "GET" : method;
  deed->content = cell == 'K' ? RT_GOES_ALONG : RT_GOES_NOT;
  deed->content_type =
    cell == 'K' || who->keeps_content_type ? RT_GOES_ALONG : RT_GOES_NOT;
  deed->authorization = authorization_of (who, way);
  deed->cookie = way == RT_WAY_SAME_ORIGIN ? who->cookie_at_home : who->cookie;

  return TRUE;
}

const char *
rt_others_standard_method (int         status,
                           const char *method)
{
  RtOtherDeed deed;

  g_return_val_if_fail (method != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    if (g_str_equal (clients[i].name, "fetch") &&
        rt_others_find (i, status, method, RT_WAY_SAME_ORIGIN, &deed))
      return deed.method;

  return NULL;
}

/* A sentence, and who it is true of: those with the same one share it. */
typedef enum
{
  NOT_FOLLOWED,
  SENDS,
  SENDS_WITH_CONTENT,
  SENDS_WITHOUT_CONTENT,
  SENDS_ALONG,
  LEAVES_OUT,
} Kind;

typedef struct
{
  Kind       kind;
  char      *what; /* a method, or names of fields; "" for none */
  GPtrArray *names;
} Group;

static void
group_free (Group *self)
{
  g_clear_pointer (&self->what, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

static void
say (GPtrArray  *groups,
     const char *name,
     Kind        kind,
     const char *what)
{
  Group *group = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      Group *other = g_ptr_array_index (groups, i);

      if (other->kind == kind && g_str_equal (other->what, what))
        group = other;
    }
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->kind = kind;
      group->what = g_strdup (what);
      group->names = g_ptr_array_new ();
      g_ptr_array_add (groups, group);
    }
  g_ptr_array_add (group->names, (char *) name);
}

/* Translators: the first "%s" are clients, such as curl; the second a method,
 * such as GET, or names of header fields */
static char *
to_sentence (const Group *self)
{
  g_autofree char *names = rt_word_list_join (self->names);

  switch (self->kind)
    {
    case NOT_FOLLOWED:
      return g_strdup_printf (_("%s would not follow it."), names);
    case SENDS:
      return g_strdup_printf (_("%s would send %s."), names, self->what);
    case SENDS_WITH_CONTENT:
      return g_strdup_printf (_("%s would send %s with the content."), names, self->what);
    case SENDS_WITHOUT_CONTENT:
      return g_strdup_printf (_("%s would send %s without the content."), names, self->what);
    case SENDS_ALONG:
      return g_strdup_printf (_("%s would send %s along."), names, self->what);
    case LEAVES_OUT:
      return g_strdup_printf (_("%s would leave %s out."), names, self->what);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static gboolean
sends_the_same (const RtDone      *done,
                const RtOtherDeed *deed)
{
  gboolean content = deed->content == RT_GOES_ALONG;

  return g_str_equal (deed->method, done->method_after) &&
         (!done->had_content || content == done->kept_content);
}

static void
say_request (GPtrArray         *groups,
             const char        *name,
             const RtDone      *done,
             const RtOtherDeed *deed)
{
  if (done->method_after != NULL && sends_the_same (done, deed))
    return;
  if (!done->had_content)
    say (groups, name, SENDS, deed->method);
  else if (deed->content == RT_GOES_ALONG)
    say (groups, name, SENDS_WITH_CONTENT, deed->method);
  else
    say (groups, name, SENDS_WITHOUT_CONTENT, deed->method);
}

/* One field: what the client does and we did not, or the other way round. */
static void
compare_field (const char *field,
               gboolean    had,
               gboolean    kept,
               RtGoes      goes,
               GPtrArray  *along,
               GPtrArray  *back)
{
  if (!had || goes == RT_GOES_UNKNOWN || kept == (goes == RT_GOES_ALONG))
    return;
  g_ptr_array_add (kept ? back : along, (char *) field);
}

static void
say_fields (GPtrArray         *groups,
            const char        *name,
            const RtDone      *done,
            const RtOtherDeed *deed)
{
  g_autoptr(GPtrArray) along = g_ptr_array_new ();
  g_autoptr(GPtrArray) back = g_ptr_array_new ();
  g_autofree char *along_words = NULL;
  g_autofree char *back_words = NULL;

  compare_field ("Authorization", done->had_authorization, done->kept_authorization,
                 deed->authorization, along, back);
  compare_field ("Cookie", done->had_cookie, done->kept_cookie, deed->cookie, along, back);
  compare_field ("Content-Type", done->had_content_type && sends_the_same (done, deed),
                 done->kept_content_type, deed->content_type, along, back);

  along_words = rt_word_list_join (along);
  back_words = rt_word_list_join (back);
  if (along->len > 0)
    say (groups, name, SENDS_ALONG, along_words);
  if (back->len > 0)
    say (groups, name, LEAVES_OUT, back_words);
}

static void
say_client (GPtrArray    *groups,
            guint         client,
            const RtDone *done)
{
  RtOtherDeed deed;

  if (!rt_others_find (client, done->status, done->method, done->way, &deed))
    return;
  if (!deed.followed)
    {
      if (done->method_after != NULL)
        say (groups, clients[client].name, NOT_FOLLOWED, "");
      return;
    }
  say_request (groups, clients[client].name, done, &deed);
  if (done->method_after != NULL)
    say_fields (groups, clients[client].name, done, &deed);
}

static char *
join (GPtrArray *groups)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *sentence = to_sentence (g_ptr_array_index (groups, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
rt_others_to_words (const RtDone *done)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  g_return_val_if_fail (done != NULL && done->method != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    say_client (groups, i, done);

  return groups->len > 0 ? join (groups) : NULL;
}
