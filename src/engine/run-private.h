/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun over several files: run.c is the loop, run-clock.c its deadlines,
 * run-wait.c how it waits for a time or for the person, and each reason for a
 * next exchange is a file: run-login.c, run-retry.c, run-redirect.c.
 */

#pragma once

#include "run.h"

#include "attempt.h"
#include "logins.h"
#include "redirect.h"

G_BEGIN_DECLS

/* Goes on after a wait. */
typedef void (*RtRunResume) (RtRun *run, RtDecision decision);

struct _RtRun
{
  /* Input. */
  RtTrail       *trail; /* NULL while it waits: then nobody else may want it any more */
  RtRequest     *request;
  GCancellable  *cancellable;
  GMainContext  *context;
  RtSessionPool *pool; /* borrowed */
  RtRunDone      done;
  gpointer       done_data;

  /* In progress. */
  RtSession     *session;
  RtOutgoing    *outgoing; /* what is asked for now, without what is chosen for each exchange */
  RtOutgoing    *dressed;  /* the same with cookies and credentials, as it went out last */
  RtLogins      *logins;
  RtCookieJar   *jar;      /* NULL when cookies are off */
  RtAttempt     *attempt;
  RtExchange    *last;     /* of the attempt that has ended */
  RtExchange    *held;     /* that the next attempt goes on with; mostly NULL */
  GHashTable    *visited;  /* what was asked for, see rt_run_dup_visit() */
  GSource       *clock;
  GSource       *next_source; /* goes on after an attempt */
  GSource       *stop_source; /* made ready by the person's Stop */
  gulong         stop_handler;
  gint64         started;   /* moved on by the time that a person decides */
  guint          redirects;
  guint          tries;     /* of this request; a redirect makes it another */
  guint          rounds;    /* of logins, for this request */
  gboolean       is_bare;   /* the person wants this request without credentials */
  gboolean       is_stopped;
  gboolean       is_done;

  /* While it waits. */
  GWeakRef       weak_trail;
  GSource       *wait_source;
  RtRunResume    resume;
  int            decision;  /* atomic; -1 while there is none */
  gint64         wait_started;
  RtNext        *next_link; /* why the next exchange will happen */
};

/* run.c */

/** Ends the trail, unless it has ended. */
void     rt_run_end           (RtRun      *self,
                               RtTrailEnd  how,
                               const char *words);
/** Sends "outgoing"; @link (transfer full) says why it follows the last. */
void     rt_run_send          (RtRun      *self,
                               RtNext     *link);
/** What makes two requests of a way the same. (transfer full) */
char    *rt_run_dup_visit     (RtRun            *self,
                               const RtOutgoing *outgoing);
/** FALSE after it ended the trail, as the content cannot be sent a second time. */
gboolean rt_run_check_content (RtRun            *self,
                               const RtOutgoing *next);

/* run-clock.c */
void     rt_run_start_clock   (RtRun *self);
void     rt_run_stop_clock    (RtRun *self);
/** Monotonic time at which the whole is over; G_MAXINT64 for never. */
gint64   rt_run_get_deadline  (RtRun *self);

/* run-wait.c */

/**
 * rt_run_wait:
 * @pending: (transfer full): what is told; its "due" is when it goes on by itself
 * @resume: called with the decision, or RT_DECISION_FOLLOW when it is due
 */
void     rt_run_wait          (RtRun       *self,
                               RtPending   *pending,
                               RtRunResume  resume);
gboolean rt_run_is_waiting    (RtRun       *self);
/** Leaves the wait; FALSE when nobody wants the trail any more. */
gboolean rt_run_leave_wait    (RtRun       *self);

/* run-login.c */

/** Keeps what the server says about the login in a response that asks for nothing. */
void     rt_run_take_info     (RtRun           *self,
                               RtHead          *head);
/** FALSE unless a 401 or 407 asks for credentials and there are some. */
gboolean rt_run_log_in        (RtRun           *self,
                               RtHead          *head);

/** The attempt is held: the proxy asks for credentials before it opens a tunnel. */
void     rt_run_log_in_tunnel (RtRun           *self);

/* Each: TRUE when it has decided how it goes on, or ended the trail. */
gboolean rt_run_try_again     (RtRun           *self,
                               RtHead          *head,
                               const RtFailure *failure);
void     rt_run_follow        (RtRun           *self,
                               RtHead          *head);

G_END_DECLS
