/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt over several files: attempt.c begins and ends it, attempt-message.c
 * makes the message for libsoup, attempt-transfer.c sends it and reads to the
 * end, attempt-events.c hears what libsoup tells of the connection,
 * attempt-wire.c what the tap sees.
 */

#pragma once

#include "attempt.h"
#include "channel.h"

G_BEGIN_DECLS

struct _RtAttempt
{
  gatomicrefcount count;

  /* Input. */
  RtTrail        *trail;
  GMainContext   *context;
  RtOutgoing     *outgoing;
  RtSession      *session; /* borrowed; NULL once done */
  gboolean        http2;
  gboolean        insecure;
  char           *proxy;
  RtCookieJar    *jar;          /* (nullable) */
  RtLogins       *logins;       /* borrowed, (nullable) */
  RtExchange     *given;        /* (nullable): to go on with */
  char           *for_tunnel;   /* a typed Proxy-Authorization; NULL when there is none */
  gint64          deadline;
  RtAttemptDone   done;
  gpointer        done_data;

  /* In progress. */
  SoupMessage    *message;
  GCancellable   *cancellable;
  GInputStream   *stream;
  guint8         *buffer;
  gsize           read_size;    /* of the buffer */
  GSource        *leave_source;
  guint           leave_turns;  /* that it has waited */
  RtChannel      *channel;
  GBytes         *head;         /* what replaces libsoup's */
  gboolean        head_pending;
  gboolean        peer_closed;
  gboolean        reset_seen;
  gboolean        cookies_taken;
  RtRecorder     *tunnel;       /* CONNECT to the proxy */
  GPtrArray      *certificates;
  GTlsCertificateFlags certificate_errors;
  gint64          active_at;

  /* Output. */
  RtRecorder     *recorder;
  gboolean        is_done;
  gboolean        is_held;
  gboolean        settled;
};

gboolean rt_attempt_is_https        (RtAttempt    *self);
/** A new exchange with a recorder of its own, at the end of the trail. */
void     rt_attempt_open_exchange   (RtAttempt    *self);
void     rt_attempt_fail_with       (RtAttempt    *self,
                                     const GError *error);
/** libsoup is through: with @error, or without. */
void     rt_attempt_settle          (RtAttempt    *self,
                                     const GError *error);
/** The response has ended: do not wait long for libsoup to see it too. */
void     rt_attempt_plan_to_leave   (RtAttempt    *self);
/** Takes the plan back. */
void     rt_attempt_stay            (RtAttempt    *self);

/* attempt-message.c */
void     rt_attempt_compose_message (RtAttempt    *self);
/** (Re)starts the request's content from its first byte. */
void     rt_attempt_give_content    (RtAttempt    *self);

/* attempt-transfer.c */
/** Sends the message and reads until libsoup is through; then it settles. */
void     rt_attempt_transfer        (RtAttempt    *self);

/* attempt-events.c */
void     rt_attempt_hear_message    (RtAttempt    *self);
RtConnection *rt_attempt_read_facts (RtAttempt    *self);

/* attempt-wire.c */
/** From here on @channel is the attempt's connection, and no other. */
void     rt_attempt_hear_channel    (RtAttempt    *self,
                                     RtChannel    *channel);
void     rt_attempt_leave_channel   (RtAttempt    *self);
void     rt_attempt_close_tunnel    (RtAttempt    *self,
                                     gint64        time);
/** The proxy answered CONNECT with something else than a tunnel. */
gboolean rt_attempt_was_refused_by_proxy (RtAttempt *self);

G_END_DECLS
