/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/structured-field.c and structured-value.c; where the
 * public suite lies beside the project, all its cases too.
 */

#include "structured-field.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void append_value (GString *out, const RtSfValue *value);

static void
append_parameters (GString   *out,
                   GPtrArray *parameters)
{
  for (guint i = 0; i < parameters->len; i++)
    {
      const RtSfMember *member = g_ptr_array_index (parameters, i);

      g_string_append_printf (out, ";%s=", member->key);
      append_value (out, member->value);
    }
}

static void
append_hex (GString *out,
            GBytes  *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (out, "%02x", data[i]);
}

/* A form of our own, in which both sides are compared. */
static void
append_value (GString         *out,
              const RtSfValue *value)
{
  static const char kinds[] = "idstbBDuL";

  g_string_append_printf (out, "%c(", kinds[value->type]);
  if (value->type == RT_SF_INNER_LIST)
    for (guint i = 0; i < value->items->len; i++)
      append_value (out, g_ptr_array_index (value->items, i));
  else if (value->bytes != NULL)
    append_hex (out, value->bytes);
  else if (value->text != NULL)
    g_string_append (out, value->text);
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->number);
  g_string_append_c (out, ')');
  append_parameters (out, value->parameters);
}

static char *
show_bytes (RtSfKind    kind,
            const char *text,
            gsize       length)
{
  g_autofree char *exact = g_memdup2 (text, length);
  RtSfError error;
  g_autoptr(GPtrArray) parsed = rt_sf_parse (kind, exact, length, &error);
  g_autoptr(GString) out = g_string_new (NULL);

  if (parsed == NULL)
    {
      g_assert_nonnull (error.reason);
      g_assert_cmpuint (error.offset, <=, length);
      return NULL;
    }
  for (guint i = 0; i < parsed->len; i++)
    {
      gpointer one = g_ptr_array_index (parsed, i);

      if (kind == RT_SF_DICTIONARY)
        g_string_append_printf (out, "%s=", ((RtSfMember *) one)->key);
      append_value (out, kind == RT_SF_DICTIONARY ? ((RtSfMember *) one)->value : one);
      g_string_append_c (out, ' ');
    }

  return g_strchomp (g_strdup (out->str));
}

static char *
show (RtSfKind    kind,
      const char *text)
{
  return show_bytes (kind, text, strlen (text));
}

static void
test_table (void)
{
  static const struct { RtSfKind kind; const char *text; const char *shown; } cases[] = {
    { RT_SF_ITEM, "1", "i(1)" },
    { RT_SF_ITEM, " -999999999999999 ", "i(-999999999999999)" },
    { RT_SF_ITEM, "1000000000000000", NULL },
    { RT_SF_ITEM, "1.5", "d(1500)" },
    { RT_SF_ITEM, "-0.001", "d(-1)" },
    { RT_SF_ITEM, "1.", NULL },
    { RT_SF_ITEM, "1.2345", NULL },
    { RT_SF_ITEM, "1.2.3", NULL },
    { RT_SF_ITEM, "123456789012.123", "d(123456789012123)" },
    { RT_SF_ITEM, "1234567890123.1", NULL },
    { RT_SF_ITEM, "\"a\\\"b\\\\\"", "s(a\"b\\)" },
    { RT_SF_ITEM, "\"a\\b\"", NULL },
    { RT_SF_ITEM, "\"a", NULL },
    { RT_SF_ITEM, "\"a\\", NULL },
    { RT_SF_ITEM, "*a/b:c", "t(*a/b:c)" },
    { RT_SF_ITEM, "a;q=0.5;b", "t(a);q=d(500);b=B(1)" },
    { RT_SF_ITEM, "a;q=1;q=2", "t(a);q=i(2)" },
    { RT_SF_ITEM, "a;Q", NULL },
    { RT_SF_ITEM, ":aGVsbG8=:", "b(68656c6c6f)" },
    { RT_SF_ITEM, ":aGVsbG8:", "b(68656c6c6f)" },
    { RT_SF_ITEM, "::", "b()" },
    { RT_SF_ITEM, ":a:", NULL },
    { RT_SF_ITEM, ":aGVsbG8=", NULL },
    { RT_SF_ITEM, "?1", "B(1)" },
    { RT_SF_ITEM, "?2", NULL },
    { RT_SF_ITEM, "?", NULL },
    { RT_SF_ITEM, "@1659578233", "D(1659578233)" },
    { RT_SF_ITEM, "@1.5", NULL },
    { RT_SF_ITEM, "%\"f%c3%bc\"", "u(fü)" },
    { RT_SF_ITEM, "%\"f%C3%BC\"", NULL },
    { RT_SF_ITEM, "%\"f%c3\"", NULL },
    { RT_SF_ITEM, "%\"f%c", NULL },
    { RT_SF_ITEM, "", NULL },
    { RT_SF_ITEM, "a b", NULL },
    { RT_SF_LIST, "", "" },
    { RT_SF_LIST, "a, (b \"c\");d=1 ,\te", "t(a) L(t(b)s(c));d=i(1) t(e)" },
    { RT_SF_LIST, "a,", NULL },
    { RT_SF_LIST, "a,,b", NULL },
    { RT_SF_LIST, "(a", NULL },
    { RT_SF_LIST, "(a\tb)", NULL },
    { RT_SF_LIST, "(", NULL },
    { RT_SF_DICTIONARY, "a=1, b;x, c=(1 2), a=3", "a=i(3) b=B(1);x=B(1) c=L(i(1)i(2))" },
    { RT_SF_DICTIONARY, "A=1", NULL },
    { RT_SF_DICTIONARY, "a=", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].kind, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_places (void)
{
  RtSfError error;
  g_autoptr(GPtrArray) good = rt_sf_parse (RT_SF_DICTIONARY, "a=1, bc=\"x\";p, a=2", -1, NULL);
  g_autoptr(GPtrArray) bad = rt_sf_parse (RT_SF_DICTIONARY, "a=1, b=!", -1, &error);
  const RtSfMember *second = g_ptr_array_index (good, 1);

  g_assert_null (bad);
  g_assert_cmpuint (error.offset, ==, 7);
  g_assert_cmpuint (second->offset, ==, 5);
  g_assert_cmpuint (second->value->offset, ==, 8);
  g_assert_cmpuint (second->value->length, ==, 3);
  g_assert_true (((RtSfMember *) g_ptr_array_index (good, 0))->is_repeated);
  g_assert_true (rt_sf_is_text (rt_sf_find (good, "bc"), RT_SF_STRING, "x"));
  g_assert_false (rt_sf_is_text (rt_sf_find (good, "bc"), RT_SF_TOKEN, "x"));
  g_assert_null (rt_sf_find (good, "d"));
}

static void append_json_item (GString *out, JsonArray *item);

static void
append_base32_as_hex (GString    *out,
                      const char *text)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  guint bits = 0, n_bits = 0;

  for (; *text != '\0' && *text != '='; text++)
    {
      bits = bits << 5 | (guint) (strchr (digits, *text) - digits);
      n_bits += 5;
      if (n_bits >= 8)
        {
          n_bits -= 8;
          g_string_append_printf (out, "%02x", bits >> n_bits & 0xff);
        }
    }
}

static void
append_json_object (GString    *out,
                    JsonObject *object)
{
  const char *type = json_object_get_string_member (object, "__type");

  if (g_str_equal (type, "date"))
    g_string_append_printf (out, "D(%" G_GINT64_FORMAT ")",
                            json_object_get_int_member (object, "value"));
  else if (g_str_equal (type, "binary"))
    {
      g_string_append (out, "b(");
      append_base32_as_hex (out, json_object_get_string_member (object, "value"));
      g_string_append_c (out, ')');
    }
  else
    g_string_append_printf (out, "%c(%s)", g_str_equal (type, "token") ? 't' : 'u',
                            json_object_get_string_member (object, "value"));
}

static void
append_json_bare (GString  *out,
                  JsonNode *node)
{
  GType type;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *items = json_node_get_array (node);

      g_string_append (out, "L(");
      for (guint i = 0; i < json_array_get_length (items); i++)
        append_json_item (out, json_array_get_array_element (items, i));
      g_string_append_c (out, ')');
      return;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      append_json_object (out, json_node_get_object (node));
      return;
    }

  type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64)
    g_string_append_printf (out, "i(%" G_GINT64_FORMAT ")", json_node_get_int (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append_printf (out, "B(%d)", json_node_get_boolean (node));
  else if (type == G_TYPE_DOUBLE)
    g_string_append_printf (out, "d(%.0f)", json_node_get_double (node) * 1000);
  else
    g_string_append_printf (out, "s(%s)", json_node_get_string (node));
}

/* [value, [[key, value], …]] */
static void
append_json_item (GString   *out,
                  JsonArray *item)
{
  JsonArray *parameters = json_array_get_array_element (item, 1);

  append_json_bare (out, json_array_get_element (item, 0));
  for (guint i = 0; i < json_array_get_length (parameters); i++)
    {
      JsonArray *pair = json_array_get_array_element (parameters, i);

      g_string_append_printf (out, ";%s=", json_array_get_string_element (pair, 0));
      append_json_bare (out, json_array_get_element (pair, 1));
    }
}

static char *
show_expected (RtSfKind   kind,
               JsonArray *expected)
{
  g_autoptr(GString) out = g_string_new (NULL);

  if (kind == RT_SF_ITEM)
    append_json_item (out, expected);
  for (guint i = 0; kind != RT_SF_ITEM && i < json_array_get_length (expected); i++)
    {
      JsonArray *one = json_array_get_array_element (expected, i);

      if (kind == RT_SF_DICTIONARY)
        {
          g_string_append_printf (out, "%s=", json_array_get_string_element (one, 0));
          one = json_array_get_array_element (one, 1);
        }
      append_json_item (out, one);
      g_string_append_c (out, ' ');
    }

  return g_strchomp (g_strdup (out->str));
}

/* JSON-GLib's strings end at a NUL: it comes as a letter of private use. */
#define NUL_STAND_IN "\357\200\200"

static void
put_nul_back (GString *text)
{
  char *found;

  while ((found = g_strstr_len (text->str, text->len, NUL_STAND_IN)) != NULL)
    {
      gsize offset = found - text->str;

      g_string_erase (text, offset, 2);
      text->str[offset] = '\0';
    }
}

static void
check_case (JsonObject *one)
{
  const char *type = json_object_get_string_member (one, "header_type");
  RtSfKind kind = g_str_equal (type, "item") ? RT_SF_ITEM
                  : g_str_equal (type, "list") ? RT_SF_LIST : RT_SF_DICTIONARY;
  JsonArray *raw = json_object_get_array_member (one, "raw");
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *shown = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < json_array_get_length (raw); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            json_array_get_string_element (raw, i));
  put_nul_back (text);
  shown = show_bytes (kind, text->str, text->len);
  if (json_object_has_member (one, "expected"))
    expected = show_expected (kind, json_object_get_array_member (one, "expected"));
  if (g_strcmp0 (shown, expected) != 0 &&
      !(shown == NULL && json_object_has_member (one, "can_fail")))
    g_error ("%s: “%s” gives %s, not %s", json_object_get_string_member (one, "name"),
             text->str, shown, expected);
}

static guint
check_file (const char *path)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = NULL;
  g_autofree char *content = NULL;
  JsonArray *cases;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (content);
  g_string_replace (text, "\\u0000", NUL_STAND_IN, 0);
  json_parser_load_from_data (parser, text->str, text->len, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    check_case (json_array_get_object_element (cases, i));

  return json_array_get_length (cases);
}

static void
test_suite (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "suites",
                                                   "structured-fields", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_cases = 0;

  if (dir == NULL)
    {
      g_test_skip ("the public suite of structured fields is not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        n_cases += check_file (path);
      }
  g_test_message ("%u cases", n_cases);
  g_assert_cmpuint (n_cases, >=, 1591);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structured-field/table", test_table);
  g_test_add_func ("/structured-field/places", test_places);
  g_test_add_func ("/structured-field/suite", test_suite);

  return g_test_run ();
}
