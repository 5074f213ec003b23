/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A JSON text as a tree that is walked when it is asked for: a node is a
 * place in the bytes, not an object. While bytes arrive, a thread checks them
 * and notes where large containers end and where every few thousandth byte of
 * their members lies, so that any member of any container is found at once.
 * Of a broken or unfinished text the valid part is there. All functions but
 * those that connect signals: any thread.
 */

#pragma once

#include "decoded-text.h"
#include "json-pretty.h"

G_BEGIN_DECLS

typedef enum
{
  RT_JSON_DOCUMENTS, /* the list of documents of a text that may have several */
  RT_JSON_OBJECT,
  RT_JSON_ARRAY,
  RT_JSON_STRING,
  RT_JSON_NUMBER,
  RT_JSON_TRUE,
  RT_JSON_FALSE,
  RT_JSON_NULL,
} RtJsonKind;

/* A value. Plain data; it stays right for as long as its tree is there, but
 * that an unfinished container may have grown since. */
typedef struct
{
  guint64    offset;     /* of its first byte, the quote or bracket included */
  guint64    end;        /* after its last byte; so far, when unfinished */
  guint64    key;        /* offset of its key's quote, when there is one */
  guint64    key_length; /* with both quotes; 0: no key */
  guint64    index;      /* among the children of its parent, from 0 */
  RtJsonKind kind;
  gboolean   unfinished; /* a container whose end was not seen (yet) */
} RtJsonNode;

#define RT_TYPE_JSON_TREE (rt_json_tree_get_type ())
G_DECLARE_FINAL_TYPE (RtJsonTree, rt_json_tree, RT, JSON_TREE, GObject)

/* Signal "changed": there are more nodes, an unfinished one grew, or all are
 * there. On the main context of the thread that made the object, at most 20
 * times a second. */

/**
 * rt_json_tree_new:
 * @text: followed until it is complete
 * @several: documents may follow each other (JSON Lines, RFC 7464)
 *
 * The first 64 KiB are there at once, the rest comes from a thread that ends
 * with the object.
 */
RtJsonTree       *rt_json_tree_new            (RtDecodedText    *text,
                                               gboolean          several);

/** The first error, or %NULL while there is none; valid until the object is
 * gone. An unfinished document is one only when the text is complete. */
const RtJsonFlaw *rt_json_tree_get_flaw       (RtJsonTree       *self);

/** TRUE when nothing will be added: the text was read to its end or its flaw. */
gboolean          rt_json_tree_is_complete    (RtJsonTree       *self);

/** Bytes of memory that the index takes now. */
gsize             rt_json_tree_get_index_size (RtJsonTree       *self);

/**
 * rt_json_tree_get_root:
 * @root: (out caller-allocates): the document; the list of documents for a tree
 *   made for several
 *
 * Returns: FALSE when there is no value (yet)
 */
gboolean          rt_json_tree_get_root       (RtJsonTree       *self,
                                               RtJsonNode       *root);

/** The children of a container so far, 0 for any other value. Quick also for
 * millions. */
guint64           rt_json_tree_count          (RtJsonTree       *self,
                                               const RtJsonNode *parent);

/**
 * rt_json_tree_get_children:
 * @parent: any node
 * @first: index of the first child wanted
 * @n: how many at most
 * @children: (out caller-allocates) (array length=n): filled with them
 *
 * Members in the order in which they were sent, repeated keys included. Takes
 * time for @n, wherever @first lies.
 *
 * Returns: how many were filled
 */
gsize             rt_json_tree_get_children   (RtJsonTree       *self,
                                               const RtJsonNode *parent,
                                               guint64           first,
                                               gsize             n,
                                               RtJsonNode       *children);

/**
 * rt_json_tree_locate:
 * @offset: a place in the text
 * @chain: (element-type RtJsonNode): the nodes from the root to the innermost
 *   one that holds @offset, key included, are added
 *
 * Returns: FALSE when there is no such node: white space around a document, or
 * beyond what is valid
 */
gboolean          rt_json_tree_locate         (RtJsonTree       *self,
                                               guint64           offset,
                                               GArray           *chain);

/**
 * rt_json_tree_append_key:
 * @max_length: bytes to add at most, 0 for all; never ends within a character
 *
 * The key as it was sent, escapes and all, without its quotes. Nothing when the
 * node has none. The bytes are UTF-8.
 */
void              rt_json_tree_append_key     (RtJsonTree       *self,
                                               const RtJsonNode *node,
                                               gsize             max_length,
                                               GString          *out);

/**
 * rt_json_tree_append_source:
 * @max_length: bytes to add at most, 0 for all; never ends within a character
 *
 * The value as it was sent: a string with its quotes, a number by its letters,
 * a container with all white space. The bytes are UTF-8.
 */
void              rt_json_tree_append_source  (RtJsonTree       *self,
                                               const RtJsonNode *node,
                                               gsize             max_length,
                                               GString          *out);

/** What the key says, its escapes undone; half a surrogate pair becomes U+FFFD. It
 * may hold NUL. %NULL when there is none. (transfer full): UTF-8 */
GString          *rt_json_tree_dup_key        (RtJsonTree       *self,
                                               const RtJsonNode *node);

/**
 * rt_json_tree_dup_path:
 *
 * The normalized path of a node (RFC 9535 section 2.7): $['store']['book'][0].
 * In a text of several documents it is the path in its document.
 *
 * Returns: (transfer full): UTF-8; in it NUL is \u0000
 */
char             *rt_json_tree_dup_path       (RtJsonTree       *self,
                                               const RtJsonNode *node);

/** The path for a label: its last steps, about @max bytes of them, behind "…" when
 * there are more; of a longer key the beginning. (transfer full) */
char             *rt_json_tree_dup_short_path (RtJsonTree       *self,
                                               const RtJsonNode *node,
                                               gsize             max);

/** The JSON Pointer of a node (RFC 6901): "/store/book/0", "" for the root.
 * NUL in a key is written as U+2400. (transfer full) */
char             *rt_json_tree_dup_pointer    (RtJsonTree       *self,
                                               const RtJsonNode *node);

/** TRUE for what may have children. */
gboolean          rt_json_kind_is_container   (RtJsonKind        kind);

G_END_DECLS
