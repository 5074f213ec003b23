/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow over several files: window.c is the window with its parts,
 * window-actions.c what a person can do in it, window-learn.c what is there for
 * learning, window-lessons.c the lesson that a person is in, window-login.c its
 * logins, window-pages.c what stands beside the request, window-trail.c what a
 * person can do with a trail.
 */

#pragma once

#include "code-page.h"
#include "empty-response.h"
#include "lazy-page.h"
#include "lesson-card.h"
#include "lesson-list.h"
#include "look-alikes-page.h"
#include "predict-page.h"
#include "reference-list.h"
#include "repetition-window.h"
#include "request-pane.h"
#include "response-view.h"
#include "suggest-entry.h"
#include "waiting-bar.h"
#include "window.h"

G_BEGIN_DECLS

typedef struct _RtMovedLogin RtMovedLogin;

struct _RtWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned. */
  RtEngine        *engine;
  RtCatalogue     *catalogue;
  RtPlayground    *playground;
  RtSettings      *settings;
  RtRequest       *request;
  RtTrail         *trail;
  GSignalGroup    *shown; /* the exchange that is shown */
  RtRequest       *before_edit; /* what "Edit, then follow" or a next step changed; or NULL */
  GtkWidget       *another; /* the popover that asks for a user; NULL before */
  RtMovedLogin    *moved_login; /* out of the URL; NULL = never */
  GSignalGroup    *guessed; /* the trail whose status is hidden */
  GtkWidget       *repetition; /* weak: while it is open */
  RtLessonRun     *lesson_run; /* NULL outside a lesson */
  GCancellable    *lessons_loading;

  /* State. */
  gboolean         narrow;
  gboolean         split_moved; /* by hand: its place is kept */
  gboolean         predict;     /* what is sent is guessed first */
  gboolean         hiding;      /* the status of the trail is not to be seen yet */
  gboolean         known;       /* what is sent now was asked for by its code */
  gboolean         projector;
  gboolean         code_from_look_alikes; /* where its page leads back to */
  int              look_alikes_from; /* code that it leads back to; 0 = the response */
  gboolean         says_busy; /* the message is why nothing was sent again */
  gboolean         sidebar_wanted; /* in a narrow window, until it is chosen from */

  /* Template. */
  RtSuggestEntry  *method_entry;
  GtkEntry        *url_entry;
  GtkToggleButton *follow_toggle;
  GtkToggleButton *step_toggle;
  GtkWidget       *redirect_buttons;
  GtkWidget       *sidebar_button;
  GtkStack        *send_stack;
  GtkMenuButton   *menu_button;
  GtkRevealer     *message_revealer;
  GtkLabel        *message_label;
  GtkWidget       *sidebar;
  GtkPaned        *inner_paned;
  RtReferenceList *reference_list;
  RtRequestPane   *request_pane;
  GtkStack        *result_stack;
  RtLazyPage      *code_lazy;
  RtLazyPage      *lessons_lazy;
  RtLazyPage      *response_lazy;
  AdwToastOverlay *toast_overlay;
  RtWaitingBar    *waiting_bar;
  RtLessonCard    *lesson_card;

  /* Pages of the result_stack; NULL until they are made. */
  RtLazyPage       *look_alikes_lazy;
  RtLazyPage       *predict_lazy;
  RtCodePage       *code_page;
  RtLessonList     *lesson_list;
  RtLookAlikesPage *look_alikes_page;
  RtPredictPage    *predict_page;
  RtResponseView   *response_view;
};

/* window.c */
/** Says something under the URL entry; %NULL takes it away. */
void rt_window_set_message    (RtWindow   *self,
                               const char *message,
                               gboolean    is_error);
/** Whether the trail that is shown has not ended. */
gboolean rt_window_is_running (RtWindow   *self);
/** Makes sidebar, split and actions agree with the state. */
void rt_window_update         (RtWindow   *self);
void rt_window_set_trail      (RtWindow   *self,
                               RtTrail    *trail);
void rt_window_show_response  (RtWindow   *self);
/** What follows for the rest of the window when @trail has ended and may be seen. */
void rt_window_show_outcome   (RtWindow   *self);
/** The sidebar marks the code of the exchange that is shown. */
void rt_window_follow_exchange (RtWindow  *self);
/** The codes of @trail count as seen. */
void rt_window_mark_seen      (RtWindow   *self,
                               RtTrail    *trail);

/* window-actions.c */
void rt_window_class_install_actions (GtkWidgetClass *widget_class);
void rt_window_send_request   (RtWindow   *self,
                               RtRequest  *request);
void rt_window_try_code       (RtWindow   *self,
                               int         code);

/* window-pages.c */
void rt_window_class_bind_pages (GtkWidgetClass *widget_class);
/** The response view, made now when it was not. */
RtResponseView *rt_window_have_response_view (RtWindow *self);
void rt_window_show_code      (RtWindow   *self,
                               int         code);

/* window-learn.c */
void rt_window_class_install_learn_actions (GtkWidgetClass *widget_class);
/** Adds the pages that are for learning. */
void rt_window_add_learning   (RtWindow   *self);
/** Makes actions and parts agree with the state; called by rt_window_update(). */
void rt_window_update_learning (RtWindow  *self);
/** Shows the request where something else had its room. */
void rt_window_uncover_request (RtWindow  *self);
/** Leaves projector mode; FALSE when it is off. */
gboolean rt_window_leave_projector (RtWindow *self);
/**
 * rt_window_hide_trail:
 * @trail: (nullable): what the window is about to show
 *
 * Decides whether its status is to be guessed first. As long as self->hiding is
 * TRUE nothing in the window may give it away: the response view has no trail.
 *
 * Returns: TRUE when it is
 */
gboolean rt_window_hide_trail (RtWindow   *self,
                               RtTrail    *trail);
/** The hidden trail has ended. */
void rt_window_guess_ended    (RtWindow   *self);
/** Back from the page of a code. */
void rt_window_leave_code     (RtWindow   *self);

/* window-trail.c */
void rt_window_class_install_trail_actions (GtkWidgetClass *widget_class);
/** Puts @request into the editor; can be undone. */
void rt_window_edit_request   (RtWindow   *self,
                               RtRequest  *request);
/** Leads to where credentials are given. */
void rt_window_answer_challenge (RtWindow *self);

/* window-login.c */
/** Moves "user:password@" out of the URL into the pane, and says so. */
void rt_window_move_login     (RtWindow     *self);
void rt_window_undo_move_login (RtWindow    *self);
void rt_moved_login_free      (RtMovedLogin *self);
/** Tells the pane which challenges the trail met last. */
void rt_window_offer_challenges (RtWindow   *self);

/* window-split.c */
/** Lays request and response side by side, or one above the other. */
void rt_window_set_split      (RtWindow       *self,
                               GtkOrientation  orientation);
/** Gives the request the height that its page needs, unless it was given one by hand. */
void rt_window_place_split    (RtWindow   *self);
/** Notices, from now on, that a person moves the handle. */
void rt_window_watch_split    (RtWindow   *self);

/* window-steps.c */
void rt_window_class_install_step_actions (GtkWidgetClass *widget_class);
void rt_window_take_step      (RtWindow   *self,
                               RtNextStep *step);

/* window-lessons.c */
void rt_window_class_install_lesson_actions (GtkWidgetClass *widget_class);
void rt_window_init_lessons   (RtWindow   *self);
/** Gives a finished trail to the lesson, when there is one. */
void rt_window_judge_lesson   (RtWindow   *self,
                               RtTrail    *trail);
void rt_window_clear_lessons  (RtWindow   *self);

G_END_DECLS
