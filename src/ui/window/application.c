/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtApplication: makes the engine, the reference, the playground and the
 * settings once, and hands them to its windows.
 */

#include "config.h"

#include "application.h"

#include <glib/gi18n-lib.h>

#include "display.h"
#include "preferences-window.h"
#include "window.h"

struct _RtApplication
{
  AdwApplication parent_instance;

  RtEngine     *engine;
  GThread      *reading; /* of the catalogue; NULL when it is read or nobody does */
  RtCatalogue  *catalogue;
  RtPlayground *playground;
  RtSettings   *settings;
};

G_DEFINE_FINAL_TYPE (RtApplication, rt_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accels[3];
} Accel;

static const Accel accels[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "window.close", { "<Control>w" } },
  { "win.focus-url", { "<Control>l", "<Alt>d" } },
  { "win.focus-method", { "<Control>m" } },
  { "win.send", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.stop", { "Escape" } },
  { "win.send-with-credentials", { "F2" } },
  { "win.send-without-credentials", { "F3" } },
  { "win.send-as-another", { "F4" } },
  { "win.ladder", { "<Control><Shift>t" } },
  { "win.compare", { "<Control>d" } },
  { "win.repeat", { "<Control><Shift>r" } },
  { "win.next-step::", { "<Control><Shift>Return", "<Control><Shift>KP_Enter" } },
  { "win.undo-edit", { "<Control><Shift>Z" } },
  { "win.follow", { "<Control>r" } },
  { "win.step", { "<Control>t" } },
  { "win.sidebar", { "F9" } },
  { "win.search-codes", { "<Control>k" } },
  { "win.predict", { "<Control><Shift>p" } },
  { "win.projector", { "F11" } },
  { "win.look-alikes::", { "<Control><Shift>k" } },
  { "win.turn-split", { "F8" } },
  { "win.go-playground", { "<Control>p" } },
  { "win.lessons", { "<Control>j" } },
  { "win.lesson-fill-in", { "<Control><Shift>f" } },
  { "win.lesson-next", { "<Alt>Right" } },
  { "win.lesson-back", { "<Alt>Left" } },
  { "win.lesson-leave", { "<Control><Shift>j" } },
  { "win.show-request('parameters')", { "<Alt>1" } },
  { "win.show-request('headers')", { "<Alt>2" } },
  { "win.show-request('body')", { "<Alt>3" } },
  { "win.show-request('auth')", { "<Alt>4", "<Alt>a" } },
  { "win.show-request('cookies')", { "<Alt>5", "<Alt>c" } },
  { "win.show-request('options')", { "<Alt>6" } },
  { "win.show-pane('body')", { "<Control>1" } },
  { "win.find-body", { "<Control>f" } },
  { "win.show-pane('headers')", { "<Control>2" } },
  { "win.show-pane('why')", { "<Control>3", "<Alt>w" } },
  { "win.show-pane('cookies')", { "<Control>4" } },
  { "win.show-pane('timing')", { "<Control>5" } },
  { "win.show-pane('connection')", { "<Control>6" } },
  { "win.show-pane('wire')", { "<Control>7" } },
};

static RtWindow *
open_window (RtApplication *self,
             const char    *url)
{
  GtkWidget *window = rt_window_new (GTK_APPLICATION (self), self->engine, self->catalogue,
                                     self->playground, self->settings);

  rt_window_start (RT_WINDOW (window), url);
  gtk_window_present (GTK_WINDOW (window));

  return RT_WINDOW (window);
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  open_window (user_data, NULL);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RtApplication *self = user_data;
  GtkWidget *preferences = rt_preferences_window_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-icon", RT_APP_ID,
                         "application-name", _("Roundtrip"),
                         "developer-name", _("The Roundtrip authors"),
                         "version", RT_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("See what the server really said, and why."),
                         NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (user_data)) != NULL)
    gtk_window_destroy (windows->data);
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "new-window", new_window_action },
  { "preferences", preferences_action },
  { "quit", quit_action },
};

static gboolean
scheme_to_style (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      user_data)
{
  g_value_set_enum (to, g_value_get_enum (from));

  return TRUE;
}

/* It is part of the program: without it there is nothing to run. It is read while
 * GTK starts, which knows nothing of it. */
static gpointer
read_catalogue_thread (gpointer data)
{
  g_autoptr(GError) error = NULL;
  RtCatalogue *catalogue = rt_catalogue_new (&error);

  if (catalogue == NULL)
    g_error ("%s", error->message);

  return catalogue;
}

/* GTK reads the folders of icons when it starts, and must read them again, as it is
 * then told of ours: by itself in the main thread, for the first icon that is
 * shown. Looking for an icon is allowed in any thread. */
static gpointer
read_icons_thread (gpointer data)
{
  gtk_icon_theme_has_icon (data, "open-menu-symbolic");

  return NULL;
}

static RtCatalogue *
take_catalogue (RtApplication *self)
{
  return self->reading != NULL ? g_thread_join (g_steal_pointer (&self->reading))
                               : read_catalogue_thread (NULL);
}

static void
rt_application_startup (GApplication *application)
{
  RtApplication *self = RT_APPLICATION (application);
  g_autoptr(GError) error = NULL;

  G_APPLICATION_CLASS (rt_application_parent_class)->startup (application);
  /* The theme is there as long as the display is. */
  g_thread_unref (g_thread_new ("icons", read_icons_thread,
                                gtk_icon_theme_get_for_display (gdk_display_get_default ())));

  /* As the catalogue. */
  self->engine = rt_engine_new (&error);
  if (self->engine == NULL)
    g_error ("%s", error->message);
  self->catalogue = take_catalogue (self);

  self->settings = rt_settings_new ();
  g_object_bind_property_full (self->settings, "color-scheme",
                               adw_style_manager_get_default (), "color-scheme",
                               G_BINDING_SYNC_CREATE, scheme_to_style, NULL, NULL, NULL);

  self->playground = rt_playground_new ();
  if (!rt_playground_start (self->playground, 0, &error))
    g_printerr (_("The playground cannot be started: %s\n"), error->message);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static void
rt_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_window (RT_APPLICATION (application), NULL);
}

static int
rt_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  int argc;
  g_auto(GStrv) argv = g_application_command_line_get_arguments (command_line, &argc);

  if (argc > 1)
    {
      g_autofree char *url = g_utf8_make_valid (argv[1], -1);

      open_window (RT_APPLICATION (application), url);
    }
  else
    g_application_activate (application);

  return 0;
}

static void
rt_application_shutdown (GApplication *application)
{
  RtApplication *self = RT_APPLICATION (application);

  g_clear_object (&self->engine);
  g_clear_object (&self->playground);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (rt_application_parent_class)->shutdown (application);
}

/* Another instance did what was asked for. */
static void
rt_application_dispose (GObject *object)
{
  RtApplication *self = RT_APPLICATION (object);

  if (self->reading != NULL)
    g_object_unref (take_catalogue (self));

  G_OBJECT_CLASS (rt_application_parent_class)->dispose (object);
}

static void
rt_application_class_init (RtApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_application_dispose;

  application_class->startup = rt_application_startup;
  application_class->activate = rt_application_activate;
  application_class->command_line = rt_application_command_line;
  application_class->shutdown = rt_application_shutdown;
}

static void
rt_application_init (RtApplication *self)
{
}

RtApplication *
rt_application_new (void)
{
  return g_object_new (RT_TYPE_APPLICATION,
                       "application-id", RT_APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/roundtrip_app/Roundtrip",
                       NULL);
}

int
rt_application_run (int    argc,
                    char **argv)
{
  g_autoptr(RtApplication) self = NULL;
  RtDisplayHint hint;
  GThread *reading;

  rt_display_give_hint (&hint);
  reading = g_thread_new ("catalogue", read_catalogue_thread, NULL);
  if (!rt_display_open (&hint))
    {
      g_object_unref (g_thread_join (reading));
      g_printerr (_("roundtrip: there is no display to open a window on; "
                    "“roundtrip send URL” works without one.\n"));
      return 1;
    }

  self = rt_application_new ();
  self->reading = reading;

  return g_application_run (G_APPLICATION (self), argc, argv);
}
