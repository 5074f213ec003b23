/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Starts a program and watches it from outside, by X11 alone: when its first
 * window has been painted, from when on it shows what it shows at rest, and the
 * memory that it takes then. Ends it.
 *
 *   first-frame QUIET-MS COMMAND…
 *
 * prints microseconds from the start to the first painted frame, microseconds to
 * the frame from which on the window shows what it shows at rest, and bytes (PSS)
 * of the program and its children then. At rest it has shown nothing else, and
 * has not worked, for QUIET-MS. A program may name a later start: it prints
 * "begin", and its monotonic time in microseconds.
 */

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <gio/gio.h>

#include "pictures.h"

#define MIN_SIDE 200      /* pixels: smaller windows are not the program's */
#define MIN_PAINTED 0.25  /* of the window, for the first frame */
#define MIN_COLOURS 6     /* fewer are a background */
#define LOOK_INTERVAL (250 * G_TIME_SPAN_MILLISECOND)
#define MAX_WORK 0.2      /* of a processor: more is no rest */
#define GIVE_UP (300 * G_USEC_PER_SEC)

typedef struct
{
  Display  *display;
  int       damage_event;
  Window    window;
  int       width;
  int       height;
  FILE     *said;     /* by the program */
  Pictures *pictures; /* from the first frame on, and when it was begun */
  double    painted;  /* of the window, so far */
  gint64    start;
  gint64    first;    /* 0 before */
  gint64    last;     /* change, or work */
  pid_t     session;
  guint64   work;     /* of the session, in clock ticks, */
  gint64    looked;   /* then */
} Watch;

static int
ignore_error_cb (Display     *display,
                 XErrorEvent *event)
{
  return 0; /* a window that went away meanwhile */
}

/* On a grid that meets text and borders. */
static GArray *
take_samples (Watch *self)
{
  XImage *image = XGetImage (self->display, self->window, 0, 0, self->width, self->height,
                             AllPlanes, ZPixmap);
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (image == NULL)
    return samples;

  for (int y = 3; y < self->height; y += 7)
    for (int x = 3; x < self->width; x += 5)
      {
        guint32 pixel = XGetPixel (image, x, y);

        g_array_append_val (samples, pixel);
      }
  XDestroyImage (image);

  return samples;
}

static void
take_window (Watch  *self,
             Window  window)
{
  XWindowAttributes attributes;

  if (self->window != None ||
      !XGetWindowAttributes (self->display, window, &attributes) ||
      attributes.width < MIN_SIDE || attributes.height < MIN_SIDE)
    return;

  self->window = window;
  self->width = attributes.width;
  self->height = attributes.height;
  XDamageCreate (self->display, window, XDamageReportRawRectangles);
}

static void
take_damage (Watch              *self,
             XDamageNotifyEvent *event)
{
  XDamageSubtract (self->display, event->damage, None, None);
  self->painted += (double) event->area.width * event->area.height /
                   (self->width * self->height);
}

/* It was taken when it was all there, not when it was begun. */
static void
take_picture (Watch *self)
{
  g_autoptr(GArray) samples = NULL;
  gboolean is_other;

  if (self->painted < MIN_PAINTED)
    return;
  samples = take_samples (self);
  if (samples->len == 0)
    return;
  is_other = pictures_take (self->pictures, g_get_monotonic_time (), g_steal_pointer (&samples));
  if (self->first == 0 && pictures_count_colours (self->pictures) < MIN_COLOURS)
    return;
  if (self->first == 0)
    self->first = g_get_monotonic_time ();
  if (is_other)
    self->last = g_get_monotonic_time ();
}

static void
take_events (Watch *self)
{
  double painted = self->painted;

  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify)
        take_window (self, event.xmap.window);
      else if (event.type == self->damage_event)
        take_damage (self, (XDamageNotifyEvent *) &event);
    }
  if (self->painted > painted)
    take_picture (self);
}

/* What was seen before the start that it names is of no account. */
static void
take_words (Watch *self)
{
  char line[256];
  gint64 start;

  while (fgets (line, sizeof line, self->said) != NULL)
    if (sscanf (line, "begin %" G_GINT64_FORMAT, &start) == 1)
      {
        self->start = start;
        self->first = self->last = 0;
        self->painted = 0;
        pictures_free (self->pictures);
        self->pictures = pictures_new ();
      }
}

/* "Pss:  123 kB" of one process; 0 when it is gone. */
static guint64
read_memory (const char *pid)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "smaps_rollup", NULL);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;

  line = strstr (text, "\nPss:");

  return line != NULL ? g_ascii_strtoull (line + 5, NULL, 10) * 1024 : 0;
}

/* Clock ticks that one process has had the processor; 0 when it is gone. */
static guint64
read_work (const char *pid)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "stat", NULL);
  g_autofree char *text = NULL;
  guint64 user = 0, system = 0;
  const char *rest;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (rest = strrchr (text, ')')) == NULL)
    return 0;
  sscanf (rest, ") %*c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %" G_GUINT64_FORMAT
          " %" G_GUINT64_FORMAT, &user, &system);

  return user + system;
}

/* The program leads a session of its own: its children are in it too. */
static guint64
sum_session (pid_t     session,
             guint64 (*read) (const char *pid))
{
  g_autoptr(GDir) processes = g_dir_open ("/proc", 0, NULL);
  guint64 sum = 0;
  const char *name;

  while ((name = g_dir_read_name (processes)) != NULL)
    if (g_ascii_isdigit (*name) && getsid (atoi (name)) == session)
      sum += read (name);

  return sum;
}

/* A program that works may show something else yet. */
static void
look_at_work (Watch  *self,
              gint64  now)
{
  guint64 work;
  double seconds;

  if (now - self->looked < LOOK_INTERVAL)
    return;
  work = sum_session (self->session, read_work);
  seconds = (work - MIN (work, self->work)) / (double) sysconf (_SC_CLK_TCK);
  if (seconds > MAX_WORK * (now - self->looked) / G_USEC_PER_SEC)
    self->last = now;
  self->work = work;
  self->looked = now;
}

static gboolean
watch (Watch  *self,
       gint64  quiet)
{
  struct pollfd poll_fds[] = {
    { ConnectionNumber (self->display), POLLIN, 0 }, { fileno (self->said), POLLIN, 0 },
  };

  for (;;)
    {
      gint64 now = g_get_monotonic_time ();

      if (self->first > 0 && now - self->last > quiet)
        return TRUE;
      if (now - self->start > GIVE_UP)
        return FALSE;
      poll (poll_fds, G_N_ELEMENTS (poll_fds), 10);
      take_words (self);
      take_events (self);
      look_at_work (self, now);
    }
}

static void
start (Watch  *self,
       char  **command)
{
  int said[2];

  if (pipe2 (said, O_CLOEXEC) != 0)
    g_error ("No pipe can be made");
  self->start = g_get_monotonic_time ();
  self->session = fork ();
  if (self->session == 0)
    {
      setsid ();
      close (ConnectionNumber (self->display));
      dup2 (said[1], STDOUT_FILENO);
      execvp (command[0], command);
      _exit (127);
    }
  close (said[1]);
  fcntl (said[0], F_SETFL, O_NONBLOCK);
  self->said = fdopen (said[0], "r");
}

int
main (int   argc,
      char *argv[])
{
  Watch self = { .display = XOpenDisplay (NULL), .pictures = pictures_new () };
  int error_base;
  guint64 memory;
  gboolean done;

  if (argc < 3 || self.display == NULL ||
      !XDamageQueryExtension (self.display, &self.damage_event, &error_base))
    g_error ("usage: first-frame QUIET-MS COMMAND… (with a display)");

  XSetErrorHandler (ignore_error_cb);
  XSelectInput (self.display, DefaultRootWindow (self.display), SubstructureNotifyMask);
  XSync (self.display, False);

  start (&self, argv + 2);
  done = watch (&self, atoi (argv[1]) * G_TIME_SPAN_MILLISECOND);
  memory = sum_session (self.session, read_memory);
  kill (-self.session, SIGTERM);
  waitpid (self.session, NULL, 0);
  if (!done)
    g_error ("%s painted no window that came to rest", argv[2]);

  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n",
          self.first - self.start, pictures_find_settled (self.pictures) - self.start, memory);

  return 0;
}
