/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The forms that all files share: text, choice, reference. Does not know what
 * the elements mean.
 */

#include "config.h"

#include "catalogue-node.h"

#include "catalogue.h"
#include "number.h"

#include <string.h>

void
rt_node_free (RtNode *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->attributes, g_strfreev);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_slice_free (RtNode, self);
}

const char *
rt_node_get_attribute (const RtNode *self,
                       const char   *name)
{
  for (gsize i = 0; self->attributes[i] != NULL; i += 2)
    {
      if (g_str_equal (self->attributes[i], name))
        return self->attributes[i + 1];
    }

  return NULL;
}

void
rt_node_set_error (const RtNode  *self,
                   GError       **error,
                   int            code,
                   const char    *format,
                   ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, RT_REFERENCE_ERROR, code, "%s:%d: <%s> %s",
               self->file, self->line, self->name, reason);
}

gboolean
rt_node_check_attributes (const RtNode        *self,
                          const char * const  *allowed,
                          GError             **error)
{
  for (gsize i = 0; self->attributes[i] != NULL; i += 2)
    {
      if (!g_strv_contains (allowed, self->attributes[i]))
        {
          rt_node_set_error (self, error, RT_REFERENCE_ERROR_UNKNOWN,
                             "has an unknown attribute '%s'",
                             self->attributes[i]);
          return FALSE;
        }

      if (*self->attributes[i + 1] == '\0')
        {
          rt_node_set_error (self, error, RT_REFERENCE_ERROR_MISSING,
                             "has nothing in its attribute '%s'",
                             self->attributes[i]);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
rt_node_check_children (const RtNode        *self,
                        const char * const  *allowed,
                        GError             **error)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (self->children, i);

      if (!g_strv_contains (allowed, child->name))
        {
          rt_node_set_error (child, error, RT_REFERENCE_ERROR_UNKNOWN,
                             "is not known inside <%s>", self->name);
          return FALSE;
        }
    }

  if (*self->text != '\0')
    {
      rt_node_set_error (self, error, RT_REFERENCE_ERROR_SYNTAX,
                         "has text where only elements belong");
      return FALSE;
    }

  return TRUE;
}

gboolean
rt_node_check_text (const RtNode  *self,
                    GError       **error)
{
  if (self->children->len > 0)
    {
      const RtNode *child = g_ptr_array_index (self->children, 0);

      rt_node_set_error (child, error, RT_REFERENCE_ERROR_UNKNOWN,
                         "is not known inside <%s>", self->name);
      return FALSE;
    }

  if (*self->text == '\0')
    {
      rt_node_set_error (self, error, RT_REFERENCE_ERROR_MISSING,
                         "has no text");
      return FALSE;
    }

  return TRUE;
}

gboolean
rt_node_get_choice (const RtNode        *self,
                    const char          *attribute,
                    const char * const  *choices,
                    int                 *index,
                    GError             **error)
{
  const char *value = rt_node_get_attribute (self, attribute);

  if (value == NULL)
    {
      rt_node_set_error (self, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks the attribute '%s'", attribute);
      return FALSE;
    }

  for (int i = 0; choices[i] != NULL; i++)
    {
      if (g_str_equal (choices[i], value))
        {
          *index = i;
          return TRUE;
        }
    }

  rt_node_set_error (self, error, RT_REFERENCE_ERROR_VALUE,
                     "has '%s' in its attribute '%s'", value, attribute);
  return FALSE;
}

/* The only child called @name, or NULL; a second one is an error. */
static gboolean
find_child (const RtNode  *self,
            const char    *name,
            const RtNode **found,
            GError       **error)
{
  *found = NULL;

  for (guint i = 0; i < self->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (self->children, i);

      if (!g_str_equal (child->name, name))
        continue;

      if (*found != NULL)
        {
          rt_node_set_error (child, error, RT_REFERENCE_ERROR_DUPLICATE,
                             "appears twice in one <%s>", self->name);
          return FALSE;
        }
      *found = child;
    }

  return TRUE;
}

static gboolean
read_text (const RtNode      *self,
           const RtTextSpec  *spec,
           char             **text,
           GError           **error)
{
  static const char * const no_attributes[] = { NULL };
  const RtNode *child = NULL;

  if (!find_child (self, spec->name, &child, error))
    return FALSE;

  if (child == NULL && spec->required)
    {
      rt_node_set_error (self, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks its <%s>", spec->name);
      return FALSE;
    }

  if (child != NULL &&
      (!rt_node_check_attributes (child, no_attributes, error) ||
       !rt_node_check_text (child, error)))
    return FALSE;

  g_clear_pointer (text, g_free);
  if (child == NULL)
    *text = g_strdup ("");
  else
    *text = spec->translated ? rt_reference_translate (child->text)
                             : g_strdup (child->text);
  return TRUE;
}

gboolean
rt_node_read_texts (const RtNode      *self,
                    const RtTextSpec  *specs,
                    gsize              n_specs,
                    gpointer           target,
                    GError           **error)
{
  for (gsize i = 0; i < n_specs; i++)
    {
      char **text = &G_STRUCT_MEMBER (char *, target, specs[i].offset);

      if (!read_text (self, &specs[i], text, error))
        return FALSE;
    }

  return TRUE;
}

char **
rt_node_dup_text_list (const RtNode  *self,
                       const char    *name,
                       GError       **error)
{
  static const char * const no_attributes[] = { NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (self->children, i);

      if (!g_str_equal (child->name, name))
        continue;

      if (!rt_node_check_attributes (child, no_attributes, error) ||
          !rt_node_check_text (child, error))
        return NULL;

      g_strv_builder_add (builder, child->text);
    }

  return g_strv_builder_end (builder);
}

/* An RFC by number; appendices are those whose number starts with a letter. */
static gboolean
read_rfc (const RtNode  *reference,
          char         **title,
          char         **url,
          GError       **error)
{
  const char *rfc = rt_node_get_attribute (reference, "rfc");
  const char *section = rt_node_get_attribute (reference, "section");

  if (!rt_number_read (rfc, 10, 1, 99999, NULL) ||
      rt_node_get_attribute (reference, "title") != NULL ||
      rt_node_get_attribute (reference, "url") != NULL)
    {
      rt_node_set_error (reference, error, RT_REFERENCE_ERROR_VALUE,
                         "needs the number of an RFC, or title and url");
      return FALSE;
    }

  if (section == NULL)
    {
      *title = g_strdup_printf ("RFC %s", rfc);
      *url = g_strdup_printf ("https://www.rfc-editor.org/rfc/rfc%s.html", rfc);
      return TRUE;
    }

  *title = g_strdup_printf (g_ascii_isdigit (*section)
                              ? "RFC %s, section %s"
                              : "RFC %s, appendix %s",
                            rfc, section);
  *url = g_strdup_printf ("https://www.rfc-editor.org/rfc/rfc%s.html#%s-%s", rfc,
                          g_ascii_isdigit (*section) ? "section" : "appendix",
                          section);
  return TRUE;
}

static gboolean
read_title_and_url (const RtNode  *reference,
                    char         **title,
                    char         **url,
                    GError       **error)
{
  const char *its_title = rt_node_get_attribute (reference, "title");
  const char *its_url = rt_node_get_attribute (reference, "url");

  if (its_title == NULL || its_url == NULL ||
      !g_str_has_prefix (its_url, "https://") ||
      rt_node_get_attribute (reference, "section") != NULL)
    {
      rt_node_set_error (reference, error, RT_REFERENCE_ERROR_VALUE,
                         "needs rfc, or title and an https url");
      return FALSE;
    }

  *title = g_strdup (its_title);
  *url = g_strdup (its_url);
  return TRUE;
}

gboolean
rt_node_read_reference (const RtNode     *self,
                        RtReferenceNeed   need,
                        char            **title,
                        char            **url,
                        GError          **error)
{
  static const char * const known[] = { "rfc", "section", "title", "url", NULL };
  static const char * const no_children[] = { NULL };
  const RtNode *reference = NULL;

  if (!find_child (self, "reference", &reference, error))
    return FALSE;

  if (reference == NULL && need == RT_REFERENCE_ONCE)
    {
      rt_node_set_error (self, error, RT_REFERENCE_ERROR_MISSING,
                         "lacks its <reference>");
      return FALSE;
    }

  if (reference == NULL)
    {
      *title = g_strdup ("");
      *url = g_strdup ("");
      return TRUE;
    }

  if (!rt_node_check_attributes (reference, known, error) ||
      !rt_node_check_children (reference, no_children, error))
    return FALSE;

  if (rt_node_get_attribute (reference, "rfc") != NULL)
    return read_rfc (reference, title, url, error);

  return read_title_and_url (reference, title, url, error);
}

char *
rt_reference_translate (const char *text)
{
  /* The translation of "" would be the header of the message catalogue. */
  if (*text == '\0')
    return g_strdup ("");

  return g_strdup (g_dgettext (RT_GETTEXT_DOMAIN, text));
}
