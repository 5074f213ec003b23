/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Builds the tree with GMarkup, which counts the lines. Checks no more than
 * that the file is XML and does not mix text with elements.
 */

#include "config.h"

#include "catalogue-parser.h"

#include "catalogue.h"

#include <string.h>

#define SPACES " \t\r\n"

/* No file that means something is nested deeper; a tree is freed recursively. */
#define DEPTH_MAX 16

/* The elements that are open, innermost last, and the finished root. */
typedef struct
{
  const char *file;
  GPtrArray  *open;
  RtNode     *root;
} Builder;

static char **
dup_attributes (const char **names,
                const char **values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_strv_builder_add (builder, names[i]);
      g_strv_builder_add (builder, values[i]);
    }

  return g_strv_builder_end (builder);
}

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **attribute_names,
               const char          **attribute_values,
               gpointer              user_data,
               GError              **error)
{
  Builder *builder = user_data;
  RtNode *node = g_slice_new0 (RtNode);
  int column = 0;

  node->file = builder->file;
  /* The context stands behind the tag, and counts a line end there at once:
   * then it says column 1 of the next line. */
  g_markup_parse_context_get_position (context, &node->line, &column);
  if (column == 1)
    node->line--;
  node->name = g_strdup (name);
  node->attributes = dup_attributes (attribute_names, attribute_values);
  node->text = g_strdup ("");
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_node_free);

  if (builder->open->len > 0)
    {
      RtNode *parent = g_ptr_array_index (builder->open, builder->open->len - 1);

      g_ptr_array_add (parent->children, node);
    }
  else
    builder->root = node;

  g_ptr_array_add (builder->open, node);
  if (builder->open->len > DEPTH_MAX)
    rt_node_set_error (node, error, RT_REFERENCE_ERROR_SYNTAX, "is nested too deeply");
}

static void
end_element (GMarkupParseContext  *context,
             const char           *name,
             gpointer              user_data,
             GError              **error)
{
  Builder *builder = user_data;
  RtNode *node = g_ptr_array_remove_index (builder->open, builder->open->len - 1);
  g_autofree char *raw = g_steal_pointer (&node->text);

  node->text = rt_reference_normalize (raw);
  if (node->children->len > 0 && *node->text != '\0')
    rt_node_set_error (node, error, RT_REFERENCE_ERROR_SYNTAX,
                       "has text between its elements");
}

static void
add_text (GMarkupParseContext  *context,
          const char           *text,
          gsize                 length,
          gpointer              user_data,
          GError              **error)
{
  Builder *builder = user_data;
  RtNode *node = g_ptr_array_index (builder->open, builder->open->len - 1);
  g_autofree char *before = g_steal_pointer (&node->text);
  g_autofree char *piece = g_strndup (text, length);

  node->text = g_strconcat (before, piece, NULL);
}

static const GMarkupParser parser = {
  .start_element = start_element,
  .end_element = end_element,
  .text = add_text,
};

/* GMarkup's own messages do not name the file. */
static void
name_the_file (GError              **error,
               GError               *cause,
               const char           *file,
               GMarkupParseContext  *context)
{
  g_autoptr (GError) owned = cause;
  int line = 0;

  if (cause->domain == RT_REFERENCE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }

  g_markup_parse_context_get_position (context, &line, NULL);
  g_set_error (error, RT_REFERENCE_ERROR, RT_REFERENCE_ERROR_SYNTAX,
               "%s:%d: %s", file, line, cause->message);
}

RtNode *
rt_node_parse (const char  *file,
               GBytes      *xml,
               GError     **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (RtNode) root = NULL;
  Builder builder = { g_intern_string (file), open, NULL };
  GError *cause = NULL;
  gsize length = 0;
  const char *data;
  gboolean parsed;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (xml != NULL, NULL);

  data = g_bytes_get_data (xml, &length);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT,
                                        &builder, NULL);
  parsed = g_markup_parse_context_parse (context, data != NULL ? data : "",
                                         (gssize) length, &cause) &&
           g_markup_parse_context_end_parse (context, &cause);
  root = builder.root;

  if (!parsed)
    {
      name_the_file (error, cause, builder.file, context);
      return NULL;
    }

  return g_steal_pointer (&root);
}

/* Adds the words of @start to @end, each parted by one space. */
static void
append_words (GString    *out,
              const char *start,
              const char *end)
{
  const char *p = start + strspn (start, SPACES);

  while (p < end)
    {
      gsize length = MIN (strcspn (p, SPACES), (gsize) (end - p));

      g_string_append_len (out, p, (gssize) length);
      p += length;
      p += strspn (p, SPACES);
      if (p < end)
        g_string_append_c (out, ' ');
    }
}

/* The end of the paragraph at @start: an empty line, or the end. */
static const char *
find_paragraph_end (const char *start)
{
  for (const char *p = strchr (start, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    {
      const char *next = p + 1 + strspn (p + 1, " \t\r");

      if (*next == '\n')
        return p;
    }

  return start + strlen (start);
}

char *
rt_reference_normalize (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *p = text + strspn (text, SPACES);

  while (*p != '\0')
    {
      const char *end = find_paragraph_end (p);

      if (out->len > 0)
        g_string_append (out, "\n\n");
      append_words (out, p, end);
      p = end + strspn (end, SPACES);
    }

  return g_string_free (out, FALSE);
}
