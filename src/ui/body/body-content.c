/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtBodyContent: detects once enough is there, hands the bytes on, makes the
 * lines of a view when it is asked for them.
 */

#include "config.h"

#include "body-content.h"

#include "hex-lines.h"
#include "json-lines.h"
#include "raw-lines.h"
#include "xml-lines.h"

#include <glib/gi18n-lib.h>

/* Bytes that kind and charset are told by. */
#define DETECTED_BYTES (64 * 1024)
/* With so many the kind is settled, and the charset as well. */
#define SETTLED_BYTES 4096

struct _RtBodyContent
{
  GObject        parent_instance;

  char          *media_type;
  RtMediaType   *type;
  GBytes        *bytes;
  gboolean       complete;
  guint64        expected; /* bytes; 0 when nobody knows */

  gsize          detected; /* bytes that were looked at */
  RtBodyKind     kind;
  gboolean       by_bytes;
  char          *disagreement; /* NULL when the bytes do not speak against the type */
  const RtEncoding *chosen; /* by the person, or NULL */

  RtDecodedText *text;     /* NULL for what is no text */
  RtLines       *lines[RT_N_BODY_VIEWS]; /* NULL until asked for */
  RtJsonTree    *tree;
  RtDecodedText *plain;    /* NULL until asked for */
};

G_DEFINE_FINAL_TYPE (RtBodyContent, rt_body_content, G_TYPE_OBJECT)

enum
{
  CHANGED,
  RESET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (RtBodyContent *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What it holds is followed by those who show it; that it has a flaw is not. */
static void
tree_changed_cb (RtBodyContent *self)
{
  if (rt_json_tree_is_complete (self->tree))
    changed_cb (self);
}

static void
drop_views (RtBodyContent *self)
{
  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    {
      if (self->lines[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->lines[i], changed_cb, self);
      g_clear_object (&self->lines[i]);
    }
  if (self->tree != NULL)
    g_signal_handlers_disconnect_by_func (self->tree, tree_changed_cb, self);
  g_clear_object (&self->tree);
  g_clear_object (&self->plain);
  g_clear_object (&self->text);
}

static RtCharset *
make_charset (RtBodyContent *self,
              const guint8  *data,
              gsize          length)
{
  if (self->chosen != NULL)
    return rt_charset_new_chosen (self->chosen, data, length);

  return rt_charset_detect (self->type, data, MIN (length, DETECTED_BYTES));
}

/* Begins anew: all that was made belongs to another kind or charset. */
static void
begin (RtBodyContent *self,
       RtCharset     *charset)
{
  drop_views (self);
  if (charset != NULL)
    {
      self->text = rt_decoded_text_new (charset);
      rt_decoded_text_set_expected (self->text, self->expected);
      rt_decoded_text_extend (self->text, self->bytes, self->complete);
    }
}

static gboolean
is_same_charset (RtBodyContent   *self,
                 const RtCharset *charset)
{
  const RtCharset *now = rt_body_content_get_charset (self);

  return (now == NULL) == (charset == NULL) &&
         (now == NULL || (now->reason == charset->reason && now->skip == charset->skip &&
                          g_strcmp0 (now->why, charset->why) == 0 &&
                          g_strcmp0 (now->name, charset->name) == 0));
}

/* TRUE when it is of another kind or charset than it was. */
static gboolean
detect (RtBodyContent *self)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->bytes, &length);
  RtBodyKind before = self->kind;
  g_autoptr (RtCharset) charset = NULL;

  self->detected = MIN (length, DETECTED_BYTES);
  self->kind = rt_body_kind_detect (self->type, data, self->detected, &self->by_bytes);
  g_free (self->disagreement);
  self->disagreement = rt_body_kind_dup_disagreement (self->type, data, self->detected);
  if (length > 0 && (rt_body_kind_is_text (self->kind) ||
                     (self->kind == RT_BODY_KIND_MULTIPART &&
                      !rt_body_kind_looks_binary (data, self->detected))))
    charset = make_charset (self, data, length);
  if (self->kind == before && is_same_charset (self, charset))
    return FALSE;

  begin (self, g_steal_pointer (&charset));

  return TRUE;
}

static void
rt_body_content_dispose (GObject *object)
{
  RtBodyContent *self = RT_BODY_CONTENT (object);

  drop_views (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (rt_body_content_parent_class)->dispose (object);
}

static void
rt_body_content_finalize (GObject *object)
{
  RtBodyContent *self = RT_BODY_CONTENT (object);

  g_clear_pointer (&self->disagreement, g_free);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->type, rt_media_type_free);

  G_OBJECT_CLASS (rt_body_content_parent_class)->finalize (object);
}

static void
rt_body_content_class_init (RtBodyContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_body_content_dispose;
  object_class->finalize = rt_body_content_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_body_content_init (RtBodyContent *self)
{
  self->bytes = g_bytes_new (NULL, 0);
}

RtBodyContent *
rt_body_content_new (const char *media_type)
{
  RtBodyContent *self = g_object_new (RT_TYPE_BODY_CONTENT, NULL);

  self->media_type = g_strdup (media_type);
  if (media_type != NULL)
    self->type = rt_media_type_parse (media_type);

  return self;
}

void
rt_body_content_extend (RtBodyContent *self,
                        GBytes        *bytes,
                        gboolean       complete)
{
  gboolean reset = FALSE;
  RtLines *hex;

  g_return_if_fail (RT_IS_BODY_CONTENT (self));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (g_bytes_get_size (bytes) >= g_bytes_get_size (self->bytes));

  if (self->complete)
    return;
  g_bytes_ref (bytes);
  g_bytes_unref (self->bytes);
  self->bytes = bytes;
  self->complete = complete;

  if (self->detected < SETTLED_BYTES && g_bytes_get_size (bytes) > self->detected)
    reset = detect (self);
  if (!reset && self->text != NULL)
    rt_decoded_text_extend (self->text, bytes, complete);
  hex = self->lines[RT_BODY_VIEW_HEX];
  if (hex != NULL)
    rt_hex_lines_extend (RT_HEX_LINES (hex), bytes, complete);
  if (self->plain != NULL)
    rt_decoded_text_extend (self->plain, bytes, complete);
  g_signal_emit (self, signals[reset ? RESET : CHANGED], 0);
}

void
rt_body_content_set_expected (RtBodyContent *self,
                              guint64        n_bytes)
{
  g_return_if_fail (RT_IS_BODY_CONTENT (self));

  self->expected = n_bytes;
  if (self->text != NULL)
    rt_decoded_text_set_expected (self->text, n_bytes);
}

GBytes *
rt_body_content_dup_bytes (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  return g_bytes_ref (self->bytes);
}

guint64
rt_body_content_get_length (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), 0);

  return g_bytes_get_size (self->bytes);
}

gboolean
rt_body_content_is_complete (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), FALSE);

  return self->complete;
}

RtBodyKind
rt_body_content_get_kind (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), RT_BODY_KIND_EMPTY);

  return self->kind;
}

gboolean
rt_body_content_is_by_bytes (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), FALSE);

  return self->by_bytes;
}

const char *
rt_body_content_get_media_type (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  return self->media_type;
}

char *
rt_body_content_dup_essence (RtBodyContent *self)
{
  g_autoptr (RtMediaType) type = NULL;

  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  if (self->media_type != NULL)
    type = rt_media_type_parse (self->media_type);

  return g_strdup (type != NULL ? rt_media_type_get_essence (type) : "");
}

const RtCharset *
rt_body_content_get_charset (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  return self->text != NULL ? rt_decoded_text_get_charset (self->text) : NULL;
}

void
rt_body_content_choose_charset (RtBodyContent    *self,
                                const RtEncoding *encoding)
{
  gsize length;
  const guint8 *data;

  g_return_if_fail (RT_IS_BODY_CONTENT (self));

  if (self->chosen == encoding)
    return;
  self->chosen = encoding;
  if (self->text == NULL)
    return;

  data = g_bytes_get_data (self->bytes, &length);
  begin (self, make_charset (self, data, length));
  g_signal_emit (self, signals[RESET], 0);
}

const RtEncoding *
rt_body_content_get_chosen (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  return self->chosen;
}

static RtLines *
make_pretty (RtBodyContent *self)
{
  if (self->kind == RT_BODY_KIND_JSON || self->kind == RT_BODY_KIND_NDJSON)
    return rt_json_lines_new (self->text, self->kind == RT_BODY_KIND_NDJSON);

  return rt_xml_lines_new (self->text, self->kind == RT_BODY_KIND_HTML);
}

static RtLines *
make_hex (RtBodyContent *self)
{
  RtLines *lines = rt_hex_lines_new ();

  rt_hex_lines_extend (RT_HEX_LINES (lines), self->bytes, self->complete);

  return lines;
}

static RtLines *
make_lines (RtBodyContent *self,
            RtBodyView     view)
{
  if (view == RT_BODY_VIEW_PRETTY)
    return make_pretty (self);
  if (view == RT_BODY_VIEW_RAW)
    return rt_raw_lines_new (self->text);
  if (view == RT_BODY_VIEW_HEX)
    return make_hex (self);

  return NULL;
}

gboolean
rt_body_content_has_view (RtBodyContent *self,
                          RtBodyView     view)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), FALSE);
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, FALSE);

  return rt_body_view_fits (view, self->kind) &&
         (self->text != NULL || (view != RT_BODY_VIEW_RAW && view != RT_BODY_VIEW_PRETTY));
}

RtLines *
rt_body_content_get_lines (RtBodyContent *self,
                           RtBodyView     view)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);
  g_return_val_if_fail ((guint) view < RT_N_BODY_VIEWS, NULL);

  if (self->lines[view] == NULL && rt_body_content_has_view (self, view))
    {
      self->lines[view] = make_lines (self, view);
      if (self->lines[view] != NULL)
        g_signal_connect_swapped (self->lines[view], "changed", G_CALLBACK (changed_cb), self);
    }

  return self->lines[view];
}

RtJsonTree *
rt_body_content_get_tree (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  if (self->tree == NULL && self->text != NULL &&
      rt_body_view_fits (RT_BODY_VIEW_TREE, self->kind))
    {
      self->tree = rt_json_tree_new (self->text, self->kind == RT_BODY_KIND_NDJSON);
      g_signal_connect_swapped (self->tree, "changed", G_CALLBACK (tree_changed_cb), self);
    }

  return self->tree;
}

RtDecodedText *
rt_body_content_get_plain (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  if (self->plain == NULL)
    {
      self->plain = rt_decoded_text_new_plain ();
      rt_decoded_text_extend (self->plain, self->bytes, self->complete);
    }

  return self->plain;
}

char *
rt_body_content_dup_disagreement (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  return g_strdup (self->disagreement);
}

static const RtJsonFlaw *
get_flaw (RtLines *lines)
{
  if (RT_IS_JSON_LINES (lines))
    return rt_json_lines_get_flaw (RT_JSON_LINES (lines));

  return rt_xml_lines_get_flaw (RT_XML_LINES (lines));
}

char *
rt_body_content_dup_flaw (RtBodyContent *self)
{
  RtLines *pretty;
  const RtJsonFlaw *flaw;

  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  pretty = self->lines[RT_BODY_VIEW_PRETTY];
  flaw = pretty != NULL ? get_flaw (pretty) : NULL;
  if (flaw == NULL && self->tree != NULL)
    flaw = rt_json_tree_get_flaw (self->tree);
  if (flaw == NULL)
    return NULL;

  return g_strdup_printf (RT_IS_XML_LINES (pretty)
                            ? _("Not well-formed XML: line %u, column %u: %s.")
                            : _("Not JSON by the letter: line %u, column %u: %s."),
                          flaw->line, flaw->column, flaw->message);
}

char *
rt_body_content_dup_trouble (RtBodyContent *self)
{
  g_return_val_if_fail (RT_IS_BODY_CONTENT (self), NULL);

  return self->text != NULL ? rt_decoded_text_dup_trouble (self->text) : NULL;
}
