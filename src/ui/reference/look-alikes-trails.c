/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each row holds its trail and follows it. The words are those of
 * look-alikes-words.c, the sending is the engine's.
 */

#include "config.h"

#include "look-alikes-trails.h"

#include <glib/gi18n-lib.h>

#include "look-alikes-words.h"
#include "row-list.h"
#include "status-look.h"
#include "template.h"

/* What is sent, so that it can be seen whether it arrives. */
#define CONTENT "The content of this POST."

enum
{
  COLUMN_CODE,
  COLUMN_PERMANENT,
  COLUMN_METHOD,
  COLUMN_ARRIVED,
  COLUMN_HAPPENED,
  N_COLUMNS
};

typedef struct
{
  const RtGroupMember *member;
  RtMethodFate         fate;
  RtTrail             *trail; /* NULL before */
  GtkWidget           *row;
  GtkLabel            *arrived;
  GtkLabel            *happened;
} Row;

struct _RtLookAlikesTrails
{
  GtkWidget     parent_instance;

  RtEngine     *engine;
  char         *origin;
  RtCodeGroup  *group;
  GPtrArray    *rows; /* of Row */
  GtkSizeGroup *columns[N_COLUMNS];

  GtkBox       *header;
  GtkLabel     *hint;
  GtkListBox   *list;
  GtkWidget    *send_button;
};

G_DEFINE_FINAL_TYPE (RtLookAlikesTrails, rt_look_alikes_trails, GTK_TYPE_WIDGET)

enum
{
  FINISHED,
  SHOW_TRAIL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_free (gpointer data)
{
  Row *row = data;

  if (row->trail != NULL)
    rt_trail_stop (row->trail);
  g_clear_object (&row->trail);
  g_free (row);
}

static GtkWidget *
add_cell (RtLookAlikesTrails *self,
          GtkBox             *box,
          guint               column,
          GtkWidget          *cell)
{
  gtk_widget_set_hexpand (cell, column == COLUMN_HAPPENED);
  gtk_size_group_add_widget (self->columns[column], cell);
  gtk_box_append (box, cell);

  return cell;
}

static GtkLabel *
add_text (RtLookAlikesTrails *self,
          GtkBox             *box,
          guint               column,
          const char         *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), column == COLUMN_HAPPENED ? 14 : 8);
  gtk_widget_add_css_class (label, "numeric");

  return GTK_LABEL (add_cell (self, box, column, label));
}

static void
add_code (RtLookAlikesTrails *self,
          GtkBox             *box,
          int                 code)
{
  const RtStatusLook *look = rt_status_look_for_code (code);
  g_autofree char *number = g_strdup_printf ("%d", code);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (cell, look->css_class);
  gtk_widget_add_css_class (label, "rung-code");
  gtk_box_append (GTK_BOX (cell), gtk_image_new_from_icon_name (look->icon_name));
  gtk_box_append (GTK_BOX (cell), label);
  add_cell (self, box, COLUMN_CODE, cell);
}

static void
add_header (RtLookAlikesTrails *self)
{
  static const char * const titles[N_COLUMNS] = {
    N_("Code"), N_("Permanent?"), N_("Method, by the RFC"), N_("What arrived"),
    N_("What happened"),
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkLabel *label = add_text (self, self->header, i, _(titles[i]));

      gtk_widget_add_css_class (GTK_WIDGET (label), "caption-heading");
      gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
    }
}

/* A row says all of itself: a screen reader would stop at each cell. */
static void
update_row (Row *row)
{
  g_autofree char *words = rt_look_alikes_words_dup_row (row->member, row->fate, row->trail);
  g_autofree char *arrived = NULL;
  g_autofree char *happened = NULL;

  if (row->trail != NULL)
    {
      arrived = rt_look_alikes_words_dup_arrived (row->trail);
      happened = rt_look_alikes_words_dup_happened (row->trail);
    }
  gtk_label_set_text (row->arrived, arrived != NULL ? arrived : "–");
  gtk_label_set_text (row->happened, happened != NULL ? happened : _("Not sent yet"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), row->trail != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static Row *
add_row (RtLookAlikesTrails  *self,
         const RtGroupMember *member,
         RtMethodFate         fate)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  Row *row = g_new0 (Row, 1);

  gtk_widget_add_css_class (GTK_WIDGET (box), "look-alikes-row");
  row->member = member;
  row->fate = fate;
  add_code (self, box, member->code);
  add_text (self, box, COLUMN_PERMANENT, rt_look_alikes_words_permanent (member->permanent));
  add_text (self, box, COLUMN_METHOD, rt_look_alikes_words_method (fate));
  row->arrived = add_text (self, box, COLUMN_ARRIVED, "");
  row->happened = add_text (self, box, COLUMN_HAPPENED, "");
  row->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), GTK_WIDGET (box));
  gtk_list_box_append (self->list, row->row);
  update_row (row);

  return row;
}

static Row *
find_row (RtLookAlikesTrails *self,
          RtTrail            *trail)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->trail == trail)
        return row;
    }

  return NULL;
}

static void
trail_changed_cb (RtLookAlikesTrails *self,
                  guint               position,
                  guint               removed,
                  guint               added,
                  RtTrail            *trail)
{
  Row *row = find_row (self, trail);

  if (row != NULL)
    update_row (row);
}

static void
trail_finished_cb (RtLookAlikesTrails *self,
                   RtTrail            *trail)
{
  Row *row = find_row (self, trail);

  if (row == NULL)
    return;
  update_row (row);
  g_signal_emit (self, signals[FINISHED], 0, trail);
}

static RtRequest *
create_request (RtLookAlikesTrails *self,
                int                 code)
{
  g_autofree char *url = g_strdup_printf ("%s/redirect/code/%d", self->origin, code);
  RtRequest *request = rt_request_new ();

  rt_request_set_method (request, "POST");
  rt_request_set_url (request, url);
  rt_request_set_content_kind (request, RT_CONTENT_TEXT);
  rt_request_set_media_type (request, "text/plain");
  rt_request_set_text (request, CONTENT);
  rt_request_set_follow (request, TRUE);
  rt_request_set_use_cookies (request, FALSE);

  return request;
}

static void
send_row (RtLookAlikesTrails *self,
          Row                *row)
{
  g_autoptr (RtRequest) request = create_request (self, row->member->code);

  if (row->trail != NULL)
    rt_trail_stop (row->trail);
  g_clear_object (&row->trail);
  row->trail = rt_engine_send (self->engine, request);
  g_signal_connect_object (row->trail, "items-changed", G_CALLBACK (trail_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row->trail, "finished", G_CALLBACK (trail_finished_cb), self,
                           G_CONNECT_SWAPPED);
  update_row (row);
}

static void
row_activated_cb (RtLookAlikesTrails *self,
                  GtkListBoxRow      *list_row)
{
  Row *row = g_ptr_array_index (self->rows, gtk_list_box_row_get_index (list_row));

  if (row->trail != NULL)
    g_signal_emit (self, signals[SHOW_TRAIL], 0, row->trail);
}

static void
clear_rows (RtLookAlikesTrails *self)
{
  g_ptr_array_set_size (self->rows, 0);
  rt_row_list_clear (self->list);
}

static void
rt_look_alikes_trails_dispose (GObject *object)
{
  RtLookAlikesTrails *self = RT_LOOK_ALIKES_TRAILS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_LOOK_ALIKES_TRAILS);
  g_clear_object (&self->group);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (rt_look_alikes_trails_parent_class)->dispose (object);
}

static void
rt_look_alikes_trails_finalize (GObject *object)
{
  g_clear_pointer (&RT_LOOK_ALIKES_TRAILS (object)->origin, g_free);

  G_OBJECT_CLASS (rt_look_alikes_trails_parent_class)->finalize (object);
}

static void
rt_look_alikes_trails_class_init (RtLookAlikesTrailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_look_alikes_trails_dispose;
  G_OBJECT_CLASS (klass)->finalize = rt_look_alikes_trails_finalize;

  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, RT_TYPE_TRAIL);
  signals[SHOW_TRAIL] = g_signal_new ("show-trail", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, RT_TYPE_TRAIL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/reference/look-alikes-trails.ui");
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesTrails, header);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesTrails, hint);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesTrails, list);
  gtk_widget_class_bind_template_child (widget_class, RtLookAlikesTrails, send_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rt_look_alikes_trails_send);
}

static void
rt_look_alikes_trails_init (RtLookAlikesTrails *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_header (self);
}

GtkWidget *
rt_look_alikes_trails_new (void)
{
  return g_object_new (RT_TYPE_LOOK_ALIKES_TRAILS, NULL);
}

void
rt_look_alikes_trails_set_group (RtLookAlikesTrails *self,
                                 RtCatalogue        *catalogue,
                                 RtCodeGroup        *group)
{
  GPtrArray *members;

  g_return_if_fail (RT_IS_LOOK_ALIKES_TRAILS (self));
  g_return_if_fail (RT_IS_CATALOGUE (catalogue));
  g_return_if_fail (RT_IS_CODE_GROUP (group));

  if (self->group == group)
    return;
  clear_rows (self);
  g_set_object (&self->group, group);
  members = rt_code_group_get_members (group);
  for (guint i = 0; i < members->len; i++)
    {
      const RtGroupMember *member = g_ptr_array_index (members, i);
      RtStatusCode *code = rt_catalogue_find_code (catalogue, member->code);

      g_ptr_array_add (self->rows, add_row (self, member, rt_status_code_get_method_fate (code)));
    }
}

void
rt_look_alikes_trails_set_origin (RtLookAlikesTrails *self,
                                  RtEngine           *engine,
                                  const char         *origin)
{
  g_return_if_fail (RT_IS_LOOK_ALIKES_TRAILS (self));
  g_return_if_fail (RT_IS_ENGINE (engine));

  g_set_object (&self->engine, engine);
  g_clear_pointer (&self->origin, g_free);
  self->origin = g_strdup (origin);
  gtk_widget_set_visible (self->send_button, origin != NULL);
  gtk_label_set_text (self->hint, origin != NULL
                        ? _("Each gets a POST with a line of text; the playground answers. "
                            "Choose a row to see its trail.")
                        : _("The playground does not run, so they cannot be sent."));
}

void
rt_look_alikes_trails_send (RtLookAlikesTrails *self)
{
  g_return_if_fail (RT_IS_LOOK_ALIKES_TRAILS (self));

  for (guint i = 0; self->origin != NULL && i < self->rows->len; i++)
    send_row (self, g_ptr_array_index (self->rows, i));
}

RtTrail *
rt_look_alikes_trails_get_trail (RtLookAlikesTrails *self,
                                 int                 code)
{
  g_return_val_if_fail (RT_IS_LOOK_ALIKES_TRAILS (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->member->code == code)
        return row->trail;
    }

  return NULL;
}
