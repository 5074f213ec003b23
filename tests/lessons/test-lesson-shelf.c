/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-shelf.c: the program's lessons, a teacher's, and the many
 * ways in which a file can be no lesson.
 */

#include "config.h"

#include "lesson-shelf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hops.h"

#define GOOD "<lesson><title>%s</title><goal>G</goal><step><task>T</task><check>" \
             "<status is='200'/></check><why>W</why></step></lesson>"

typedef struct
{
  char      *folder;
  GPtrArray *lessons;
  guint      bundled;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) lessons = NULL;

  self->folder = g_dir_make_tmp ("lessons-XXXXXX", NULL);
  lessons = rt_lesson_shelf_load (self->folder);
  self->bundled = lessons->len;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GDir) directory = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
}

static void
put (Fixture    *self,
     const char *name,
     const char *text,
     gssize      length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
put_good (Fixture    *self,
          const char *name)
{
  g_autofree char *text = g_strdup_printf (GOOD, name);

  put (self, name, text, -1);
}

/* The teacher's lesson at @index. */
static RtLesson *
get (Fixture *self,
     guint    index)
{
  return g_ptr_array_index (self->lessons, self->bundled + index);
}

static void
test_bundled (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) lessons = rt_lesson_shelf_load ("/nonexistent/lessons");

  g_assert_cmpuint (lessons->len, ==, self->bundled);
  g_assert_cmpuint (lessons->len, >=, 12);
  g_assert_cmpstr (rt_lesson_get_id (g_ptr_array_index (lessons, 0)), ==, "01-status");
  for (guint i = 0; i < lessons->len; i++)
    g_assert_cmpstr (rt_lesson_get_fault (g_ptr_array_index (lessons, i)), ==, NULL);
}

static void
test_own (Fixture       *self,
          gconstpointer  data)
{
  put_good (self, "b.xml");
  put_good (self, "a.xml");
  put (self, "notes.txt", "no lesson", -1);
  put (self, ".hidden.xml", "no lesson", -1);
  self->lessons = rt_lesson_shelf_load (self->folder);
  g_assert_cmpuint (self->lessons->len, ==, self->bundled + 2);
  g_assert_cmpstr (rt_lesson_get_id (get (self, 0)), ==, "own/a");
  g_assert_cmpstr (rt_lesson_get_title (get (self, 0)), ==, "a.xml");
  g_assert_cmpstr (rt_lesson_get_id (get (self, 1)), ==, "own/b");
}

/* Each is named with its reason, and the good ones are there all the same. */
static void
test_broken (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *large = g_strnfill (RT_LESSON_FILES_MAX * 1024, ' ');
  g_autofree char *folder = g_build_filename (self->folder, "d.xml", NULL);
  g_autofree char *dangling = g_build_filename (self->folder, "e.xml", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "f.xml", NULL);
  static const char * const faults[] = {
    "a.xml:2: ", "b.xml is larger than 64 KiB", "c.xml:1: ", "d.xml is no regular file", "",
    "f.xml is no regular file", NULL,
  };

  put (self, "a.xml", "<lesson>\n<title></lesson>", -1);
  put (self, "b.xml", large, -1);
  put (self, "c.xml", "\0\xff", 2);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  put_good (self, "g.xml");

  self->lessons = rt_lesson_shelf_load (self->folder);
  g_assert_cmpuint (self->lessons->len, ==, self->bundled + 7);
  for (guint i = 0; i < 6; i++)
    {
      g_test_message ("%s", rt_lesson_get_fault (get (self, i)));
      g_assert_true (g_str_has_prefix (rt_lesson_get_fault (get (self, i)), faults[i]));
      g_assert_cmpuint (rt_lesson_get_n_steps (get (self, i)), ==, 0);
    }
  g_assert_null (rt_lesson_get_fault (get (self, 6)));
}

static void
test_too_many (Fixture       *self,
               gconstpointer  data)
{
  for (guint i = 0; i < RT_LESSON_FILES_MAX + 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.xml", i);

      put_good (self, name);
    }
  self->lessons = rt_lesson_shelf_load (self->folder);
  g_assert_cmpuint (self->lessons->len, ==, self->bundled + RT_LESSON_FILES_MAX + 1);
  g_assert_cmpstr (rt_lesson_get_fault (get (self, RT_LESSON_FILES_MAX)), ==,
                   "The folder has 102 files; only the first 100 were read.");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GPtrArray **lessons = user_data;
  g_autoptr(GError) error = NULL;

  *lessons = rt_lesson_shelf_load_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (Fixture       *self,
            gconstpointer  data)
{
  put_good (self, "a.xml");
  rt_lesson_shelf_load_async (self->folder, NULL, loaded_cb, &self->lessons);
  while (self->lessons == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->lessons->len, ==, self->bundled + 1);
}

static void
test_folder (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *folder = rt_lesson_shelf_dup_folder ();

  g_assert_true (g_str_has_prefix (folder, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (folder, "/roundtrip/lessons"));
}

#define SHELF(name, func) \
  g_test_add ("/lessons/shelf/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SHELF ("bundled", test_bundled);
  SHELF ("own", test_own);
  SHELF ("broken", test_broken);
  SHELF ("too-many", test_too_many);
  SHELF ("async", test_async);
  SHELF ("folder", test_folder);

  return g_test_run ();
}
