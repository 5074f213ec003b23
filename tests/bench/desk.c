/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desk.h"

#ifdef HAVE_X11

#include <X11/Xatom.h>
#include <X11/Xlib.h>

/* What the Extended Window Manager Hints ask of one: a window that the root names
 * and that names itself. It is gone with the program. */
static void
announce (Display *display)
{
  Window root = DefaultRootWindow (display);
  Window window = XCreateSimpleWindow (display, root, -10, -10, 1, 1, 0, 0, 0);
  Atom property = XInternAtom (display, "_NET_SUPPORTING_WM_CHECK", False);

  XChangeProperty (display, window, property, XA_WINDOW, 32, PropModeReplace,
                   (const unsigned char *) &window, 1);
  XChangeProperty (display, root, property, XA_WINDOW, 32, PropModeReplace,
                   (const unsigned char *) &window, 1);
  XSync (display, False);
}

static gboolean
has_manager (Display *display)
{
  Atom property = XInternAtom (display, "_NET_SUPPORTING_WM_CHECK", False);
  unsigned long n, left;
  unsigned char *data = NULL;
  Atom type;
  int format;

  XGetWindowProperty (display, DefaultRootWindow (display), property, 0, 1, False, XA_WINDOW,
                      &type, &format, &n, &left, &data);
  if (data != NULL)
    XFree (data);

  return type == XA_WINDOW;
}

void
desk_have_manager (void)
{
  Display *display = XOpenDisplay (NULL);

  if (display != NULL && !has_manager (display))
    announce (display);
}

#else

void
desk_have_manager (void)
{
}

#endif
