/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of why-pane.c: two groups of notes, the steps between them, and the
 * words while there are none.
 */

#include "config.h"

#include "why-pane.h"

#include "exchanges.h"
#include "note-row.h"
#include "step-row.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_WHY_PANE);
}

static void
add (GPtrArray     *notes,
     RtNoteLevel    level,
     RtNoteSubject  subject,
     const char    *sentence)
{
  g_ptr_array_add (notes, rt_note_new ("id", level, subject, 0, "", sentence, "Detail."));
}

static RtExchange *
create_exchange (void)
{
  return rt_test_exchange_new ("http://e/", "HTTP/1.1 405 No\r\nAllow: GET\r\n\r\n", "", 0);
}

static GtkWidget *
show (RtExchange *exchange)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(RtTrail) trail = rt_test_trail_new (g_object_ref (exchange), NULL);
  g_autoptr(RtExplanation) explanation = NULL;
  GtkWidget *pane = g_object_ref_sink (g_object_new (RT_TYPE_WHY_PANE, "exchange", exchange, NULL));

  add (notes, RT_NOTE_INFO, RT_NOTE_ON_STATUS, "The meaning.");
  add (notes, RT_NOTE_GOOD, RT_NOTE_ON_FIELD, "Something fine.");
  add (notes, RT_NOTE_FAULT, RT_NOTE_ON_FIELD, "Something broken.");
  explanation = rt_explanation_new (g_steal_pointer (&notes),
                                    rt_next_steps_for_exchange (trail, 0, 0));
  rt_response_pane_set_explanation (RT_RESPONSE_PANE (pane), explanation);

  return pane;
}

/* Text of the widget @name of the template. */
static GtkWidget *
part (GtkWidget  *pane,
      const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (pane, RT_TYPE_WHY_PANE, name));
}

static void
test_groups (void)
{
  g_autoptr(RtExchange) exchange = create_exchange ();
  GtkWidget *pane = show (exchange);

  rt_test_assert_text (pane, "3 notes, 1 fault");
  rt_test_assert_text (part (pane, "first"), "The meaning.");
  rt_test_assert_text (part (pane, "first"), "Something broken.");
  rt_test_assert_text (part (pane, "first"), "Field Allow");
  rt_test_assert_text (part (pane, "rest"), "Something fine.");
  rt_test_assert_no_text (part (pane, "rest"), "Something broken.");
  g_assert_nonnull (rt_test_find (pane, "Why"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part (pane, "more_steps")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "More to try");
  g_assert_finalize_object (pane);
}

static GtkExpander *
expander_of (GtkWidget *row)
{
  return GTK_EXPANDER (gtk_widget_get_first_child (row));
}

/* The fault is what one sees, not the general words above it. */
static void
test_fault_is_open (void)
{
  g_autoptr(RtExchange) exchange = create_exchange ();
  GtkWidget *pane = show (exchange);
  GtkWidget *meaning = gtk_widget_get_first_child (part (pane, "first"));

  rt_test_assert_text (meaning, "The meaning.");
  g_assert_false (gtk_expander_get_expanded (expander_of (meaning)));
  g_assert_true (gtk_expander_get_expanded (expander_of (gtk_widget_get_next_sibling (meaning))));
  g_assert_finalize_object (pane);
}

static void
step_cb (GtkWidget   *pane,
         RtNextStep  *step,
         char       **id)
{
  *id = g_strdup (rt_next_step_get_id (step));
}

static void
test_step (void)
{
  g_autoptr(RtExchange) exchange = create_exchange ();
  GtkWidget *pane = show (exchange);
  GtkWidget *row = gtk_widget_get_first_child (part (pane, "steps"));
  g_autofree char *id = NULL;

  g_assert_true (RT_IS_STEP_ROW (row));
  g_signal_connect (pane, "step", G_CALLBACK (step_cb), &id);
  g_signal_emit_by_name (row, "chosen");
  g_assert_cmpstr (id, ==, rt_next_step_get_id (rt_step_row_get_step (RT_STEP_ROW (row))));
  g_assert_finalize_object (pane);
}

static void
test_none (void)
{
  g_autoptr(RtExchange) exchange = create_exchange ();
  g_autoptr(RtExchange) other = create_exchange ();
  GtkWidget *pane = show (exchange);

  rt_response_pane_set_exchange (RT_RESPONSE_PANE (pane), other);
  g_assert_null (rt_response_pane_get_explanation (RT_RESPONSE_PANE (pane)));
  rt_test_assert_text (pane, "when the exchange is done");
  rt_test_assert_no_text (pane, "The meaning.");
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (pane), NULL);
  rt_test_assert_no_text (pane, "when the exchange is done");
  g_assert_finalize_object (pane);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/why-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/why-pane/groups", test_groups);
  g_test_add_func ("/why-pane/fault-is-open", test_fault_is_open);
  g_test_add_func ("/why-pane/step", test_step);
  g_test_add_func ("/why-pane/none", test_none);

  return g_test_run ();
}
