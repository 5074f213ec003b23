/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Starts a program and watches it from outside, by X11 alone: when its first
 * window has been painted, when it has come to rest, and the memory that it
 * takes then. Ends it.
 *
 *   first-frame QUIET-MS COMMAND…
 *
 * prints microseconds from the start to the first painted frame, microseconds to
 * the last change of the picture before QUIET-MS without any, and bytes (PSS)
 * of the program and its children.
 */

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

#define MIN_SIDE 200      /* pixels: smaller windows are not the program's */
#define MIN_PAINTED 0.25  /* of the window, for the first frame */
#define MIN_CHANGED 0.01  /* of the window: less is a caret that blinks */
#define MIN_COLOURS 6     /* fewer are a background */
#define GIVE_UP (120 * G_USEC_PER_SEC)

typedef struct
{
  Display *display;
  int      damage_event;
  Window   window;
  int      width;
  int      height;
  double   painted; /* of the window, so far */
  gint64   start;
  gint64   first;   /* microseconds from the start; 0 before */
  gint64   last;
} Watch;

static int
ignore_error_cb (Display     *display,
                 XErrorEvent *event)
{
  return 0; /* a window that went away meanwhile */
}

/* On a grid that meets text and borders. */
static int
count_colours (Watch *self)
{
  XImage *image = XGetImage (self->display, self->window, 0, 0, self->width, self->height,
                             AllPlanes, ZPixmap);
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);

  if (image == NULL)
    return 0;

  for (int y = 3; y < self->height; y += 7)
    for (int x = 3; x < self->width; x += 5)
      g_hash_table_add (colours, GSIZE_TO_POINTER (XGetPixel (image, x, y)));
  XDestroyImage (image);

  return g_hash_table_size (colours);
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
  gint64 now = g_get_monotonic_time () - self->start;
  double part = (double) event->area.width * event->area.height / (self->width * self->height);

  XDamageSubtract (self->display, event->damage, None, None);
  self->painted += part;
  if (self->first == 0 && self->painted >= MIN_PAINTED && count_colours (self) >= MIN_COLOURS)
    self->first = self->last = now;
  else if (part >= MIN_CHANGED)
    self->last = now;
}

static void
take_events (Watch *self)
{
  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify)
        take_window (self, event.xmap.window);
      else if (event.type == self->damage_event)
        take_damage (self, (XDamageNotifyEvent *) &event);
    }
}

static gboolean
watch (Watch  *self,
       gint64  quiet)
{
  struct pollfd poll_fd = { ConnectionNumber (self->display), POLLIN, 0 };

  for (;;)
    {
      gint64 now = g_get_monotonic_time () - self->start;

      if (self->first > 0 && now - self->last > quiet)
        return TRUE;
      if (now > GIVE_UP)
        return FALSE;
      poll (&poll_fd, 1, 10);
      take_events (self);
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

/* The program leads a session of its own: its children are in it too. */
static guint64
read_session_memory (pid_t session)
{
  g_autoptr(GDir) processes = g_dir_open ("/proc", 0, NULL);
  guint64 sum = 0;
  const char *name;

  while ((name = g_dir_read_name (processes)) != NULL)
    if (g_ascii_isdigit (*name) && getsid (atoi (name)) == session)
      sum += read_memory (name);

  return sum;
}

static pid_t
start (Watch  *self,
       char  **command)
{
  pid_t pid;

  self->start = g_get_monotonic_time ();
  pid = fork ();
  if (pid == 0)
    {
      setsid ();
      close (ConnectionNumber (self->display));
      execvp (command[0], command);
      _exit (127);
    }

  return pid;
}

int
main (int   argc,
      char *argv[])
{
  Watch self = { .display = XOpenDisplay (NULL) };
  int error_base;
  guint64 memory;
  gboolean done;
  pid_t pid;

  if (argc < 3 || self.display == NULL ||
      !XDamageQueryExtension (self.display, &self.damage_event, &error_base))
    g_error ("usage: first-frame QUIET-MS COMMAND… (with a display)");

  XSetErrorHandler (ignore_error_cb);
  XSelectInput (self.display, DefaultRootWindow (self.display), SubstructureNotifyMask);
  XSync (self.display, False);

  pid = start (&self, argv + 2);
  done = watch (&self, atoi (argv[1]) * G_TIME_SPAN_MILLISECOND);
  memory = read_session_memory (pid);
  kill (-pid, SIGTERM);
  waitpid (pid, NULL, 0);
  if (!done)
    g_error ("%s painted no window that came to rest", argv[2]);

  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n", self.first,
          self.last, memory);

  return 0;
}
