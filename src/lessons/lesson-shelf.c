/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the resource and the folder. Of a folder only regular files are
 * opened, and no more of them than a lesson may have.
 */

#include "config.h"

#include "lesson-shelf.h"

#include <glib/gi18n-lib.h>

#include "lesson-reader.h"
#include "lessons-resources.h"

#define RESOURCE_FOLDER "/roundtrip/lessons/"

static char *
dup_stem (const char *name)
{
  return g_strndup (name, strlen (name) - strlen (".xml"));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static void
add_lesson (GPtrArray  *lessons,
            const char *id,
            const char *shown,
            GBytes     *xml,
            GError     *error)
{
  g_autoptr(GError) reason = error;
  g_autoptr(RtLesson) lesson = NULL;

  if (xml != NULL)
    lesson = rt_lesson_read (id, shown, xml, &reason);
  if (lesson == NULL)
    lesson = rt_lesson_new_broken (id, shown, reason->message);
  g_ptr_array_add (lessons, g_steal_pointer (&lesson));
}

static void
add_bundled (GPtrArray *lessons)
{
  GResource *resource = rt_lessons_get_resource ();
  g_auto(GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint length = names != NULL ? g_strv_length (names) : 0;

  if (length > 0)
    qsort (names, length, sizeof *names, compare_names);
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], NULL);
      g_autofree char *id = dup_stem (names[i]);
      GError *error = NULL;
      g_autoptr(GBytes) xml = g_resource_lookup_data (resource, path,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      add_lesson (lessons, id, names[i], xml, error);
    }
}

/* A pipe or a device would never end, a huge file nearly so. */
static gboolean
check_file (GFile       *file,
            const char  *shown,
            GError     **error)
{
  g_autoptr(GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _("%s is no regular file"), shown);
      return FALSE;
    }
  if (g_file_info_get_size (info) > RT_LESSON_BYTES_MAX)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("%s is larger than %d KiB"), shown, RT_LESSON_BYTES_MAX / 1024);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
read_file (GFile       *file,
           const char  *shown,
           GError     **error)
{
  g_autoptr(GFileInputStream) stream = NULL;

  if (!check_file (file, shown, error))
    return NULL;

  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  /* One byte more, so that a file that grew meanwhile is refused. */
  return g_input_stream_read_bytes (G_INPUT_STREAM (stream), RT_LESSON_BYTES_MAX + 1, NULL,
                                    error);
}

static void
add_file (GPtrArray  *lessons,
          const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *stem = dup_stem (shown);
  /* No name of the program's has a slash in it. */
  g_autofree char *id = g_strconcat ("own/", stem, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GError *error = NULL;
  g_autoptr(GBytes) xml = read_file (file, shown, &error);

  add_lesson (lessons, id, shown, xml, error);
}

/* The names of the lessons of @folder, in order. */
static GPtrArray *
list_folder (const char *folder)
{
  g_autoptr(GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_suffix (name, ".xml") && *name != '.')
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
add_own (GPtrArray  *lessons,
         const char *folder)
{
  g_autoptr(GPtrArray) names = list_folder (folder);
  g_autofree char *shown = NULL;
  g_autofree char *reason = NULL;

  for (guint i = 0; i < names->len && i < RT_LESSON_FILES_MAX; i++)
    add_file (lessons, folder, g_ptr_array_index (names, i));

  if (names->len <= RT_LESSON_FILES_MAX)
    return;

  shown = g_filename_display_name (folder);
  reason = g_strdup_printf (_("The folder has %u files; only the first %d were read."),
                            names->len, RT_LESSON_FILES_MAX);
  g_ptr_array_add (lessons, rt_lesson_new_broken ("own", shown, reason));
}

char *
rt_lesson_shelf_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "roundtrip", "lessons", NULL);
}

GPtrArray *
rt_lesson_shelf_load (const char *folder)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (folder != NULL, lessons);

  add_bundled (lessons);
  add_own (lessons, folder);

  return lessons;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      folder,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, rt_lesson_shelf_load (folder),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
rt_lesson_shelf_load_async (const char          *folder,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (folder != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_lesson_shelf_load_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, load_thread);
}

GPtrArray *
rt_lesson_shelf_load_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
