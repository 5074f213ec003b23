/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The view of an image. */

#include "config.h"

#include "image-view.h"

#include "body-ui.h"
#include "format.h"
#include "image-canvas.h"
#include "image-decode.h"
#include "template.h"
#include "wrap-layout.h"

#include <glib/gi18n-lib.h>

#define STEP 1.25
#define MIN_SCALE 0.01
#define MAX_SCALE 32.0
/* Side of the widget that is ever made. */
#define MAX_SHOWN 30000

struct _RtImageView
{
  GtkWidget               parent_instance;

  GBytes                 *bytes;
  RtImage                *image;
  GCancellable           *cancellable;
  GdkPixbufAnimationIter *iter;
  guint                   tick;
  guint                   zoom_id;    /* the zoom will be shown, or 0 */
  gint64                  next_frame; /* microseconds of the frame clock */
  double                  scale;      /* 0: fit */

  RtImageCanvas          *canvas;
  GtkToggleButton        *fit;
  GtkToggleButton        *play;
  GtkStack               *stack;
  GtkLabel               *facts;
  GtkLabel               *flaw;
  GtkLabel               *words;
  GtkLabel               *zoom;
  GtkWidget              *tools;
};

static void body_page_init (RtBodyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtImageView, rt_image_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RT_TYPE_BODY_PAGE, body_page_init))

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void decode (RtImageView *self,
                    int          width);

/* --- playing --- */

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  RtImageView *self = RT_IMAGE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  int delay;

  if (now < self->next_frame)
    return G_SOURCE_CONTINUE;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (gdk_pixbuf_animation_iter_advance (self->iter, NULL))
    rt_image_canvas_set_pixbuf (self->canvas, gdk_pixbuf_animation_iter_get_pixbuf (self->iter),
                                self->image->width, self->image->height);
  G_GNUC_END_IGNORE_DEPRECATIONS
  delay = gdk_pixbuf_animation_iter_get_delay_time (self->iter);
  if (delay < 0)
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  /* No frame is shown for less than browsers show it. */
  self->next_frame = now + MAX (delay, 20) * G_GINT64_CONSTANT (1000);

  return G_SOURCE_CONTINUE;
}

static void
stop (RtImageView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
play (RtImageView *self)
{
  gboolean wanted = gtk_toggle_button_get_active (self->play);

  if (self->image == NULL || self->image->animation == NULL || !wanted)
    {
      stop (self);
      return;
    }
  if (self->iter == NULL)
    {
      G_GNUC_BEGIN_IGNORE_DEPRECATIONS
      self->iter = gdk_pixbuf_animation_get_iter (self->image->animation, NULL);
      G_GNUC_END_IGNORE_DEPRECATIONS
    }
  self->next_frame = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static gboolean
animations_are_on (RtImageView *self)
{
  gboolean on = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &on, NULL);

  return on;
}

/* --- zoom --- */

static void
show_zoom (RtImageView *self)
{
  double scale = rt_image_canvas_get_scale (self->canvas);
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), MAX (scale * 100, 1));

  gtk_label_set_text (self->zoom, text);
}

static gboolean
zoom_idle_cb (gpointer user_data)
{
  RtImageView *self = user_data;

  self->zoom_id = 0;
  show_zoom (self);

  return G_SOURCE_REMOVE;
}

/* An image that fits is scaled by its room, which has only now been given. */
static void
resized_cb (RtImageView *self)
{
  if (self->zoom_id == 0 && self->image != NULL)
    self->zoom_id = g_idle_add (zoom_idle_cb, self);
}

static void
set_scale (RtImageView *self,
           double       scale)
{
  int pixels;
  int side;

  if (self->image == NULL)
    return;
  side = MAX (1, MAX (self->image->width, self->image->height));
  if (scale > 0)
    scale = CLAMP (scale, MIN_SCALE, MIN (MAX_SCALE, (double) MAX_SHOWN / side));
  self->scale = scale;
  rt_image_canvas_set_scale (self->canvas, scale);
  gtk_toggle_button_set_active (self->fit, scale == 0);
  show_zoom (self);
  pixels = self->image->width * (scale > 0 ? scale : 1);
  if (self->image->is_vector && scale > 0 && self->cancellable == NULL &&
      pixels > gdk_pixbuf_get_width (self->image->pixbuf))
    decode (self, pixels);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  RtImageView *self = RT_IMAGE_VIEW (widget);
  double now = rt_image_canvas_get_scale (self->canvas);

  if (g_str_equal (name, "image.zoom-in"))
    set_scale (self, now * STEP);
  else if (g_str_equal (name, "image.zoom-out"))
    set_scale (self, now / STEP);
  else if (g_str_equal (name, "image.zoom-100"))
    set_scale (self, 1);
  else
    set_scale (self, 0);
}

static void
fit_toggled_cb (RtImageView *self)
{
  gboolean fit = gtk_toggle_button_get_active (self->fit);

  if (fit != (self->scale == 0))
    set_scale (self, fit ? 0 : rt_image_canvas_get_scale (self->canvas));
}

static gboolean
scroll_cb (RtImageView              *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  set_scale (self, rt_image_canvas_get_scale (self->canvas) * (dy < 0 ? STEP : 1 / STEP));

  return TRUE;
}

static gboolean
key_cb (RtImageView     *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  const char *action = NULL;

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (key == GDK_KEY_plus || key == GDK_KEY_equal || key == GDK_KEY_KP_Add)
    action = "image.zoom-in";
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    action = "image.zoom-out";
  else if (key == GDK_KEY_0 || key == GDK_KEY_KP_0)
    action = "image.zoom-100";
  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);

  return action != NULL;
}

/* --- the image --- */

static char *
describe (RtImageView *self)
{
  g_autofree char *size = rt_format_size (g_bytes_get_size (self->bytes));

  if (self->image->is_vector)
    return g_strdup_printf (_("%s · %d × %d pixels by itself · %s"), self->image->format,
                            self->image->width, self->image->height, size);

  return g_strdup_printf (_("%s · %d × %d pixels · %s"), self->image->format, self->image->width,
                          self->image->height, size);
}

static void
show_flaw (RtImageView *self)
{
  g_autofree char *flaw = NULL;

  if (self->image->flaw != NULL)
    flaw = g_strdup_printf (_("Only a part of it could be read: %s"), self->image->flaw);
  else if (!self->image->is_vector &&
           gdk_pixbuf_get_width (self->image->pixbuf) < self->image->width)
    flaw = g_strdup (self->image->is_first
                       ? _("Only its first picture is shown, with fewer pixels than it has.")
                       : _("Shown with fewer pixels than it has."));
  else if (self->image->is_first)
    flaw = g_strdup (_("It moves, but only its first picture is shown here."));
  gtk_label_set_text (self->flaw, flaw != NULL ? flaw : "");
  gtk_widget_set_visible (GTK_WIDGET (self->flaw), flaw != NULL);
}

static void
show_image (RtImageView *self)
{
  g_autofree char *facts = describe (self);
  gboolean moves = self->image->animation != NULL;

  gtk_label_set_text (self->facts, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  facts, -1);
  show_flaw (self);
  rt_image_canvas_set_pixbuf (self->canvas, self->image->pixbuf, self->image->width,
                              self->image->height);
  gtk_widget_set_visible (self->tools, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->play), moves);
  gtk_stack_set_visible_child_name (self->stack, "image");
  if (moves)
    gtk_toggle_button_set_active (self->play, animations_are_on (self));
  play (self);
  show_zoom (self);
}

static void
show_words (RtImageView *self,
            const char  *words)
{
  gtk_label_set_text (self->facts, "");
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->tools, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->flaw), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (RtImageView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RtImage) image = rt_image_decode_finish (result, &error);

  /* Cancelled: another one is on its way. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (image != NULL)
    {
      g_clear_pointer (&self->image, rt_image_free);
      self->image = g_steal_pointer (&image);
      show_image (self);
    }
  else if (self->image == NULL)
    show_words (self, error->message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
cancel (RtImageView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
decode (RtImageView *self,
        int          width)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  rt_image_decode_async (self->bytes, width, self->cancellable, decoded_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
clear (RtImageView *self)
{
  cancel (self);
  stop (self);
  g_clear_handle_id (&self->zoom_id, g_source_remove);
  g_clear_object (&self->iter);
  g_clear_pointer (&self->image, rt_image_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
show (RtBodyPage    *page,
      RtBodyContent *content,
      RtBodyView     view)
{
  RtImageView *self = RT_IMAGE_VIEW (page);
  g_autoptr (GBytes) bytes = content != NULL && rt_body_content_is_complete (content)
                               ? rt_body_content_dup_bytes (content) : NULL;

  if (bytes != self->bytes)
    rt_image_view_set_bytes (self, bytes);
  if (bytes == NULL && content != NULL)
    show_words (self, _("The image is shown when all of it is here."));
}

static gboolean
is_busy (RtBodyPage *page)
{
  return rt_image_view_is_busy (RT_IMAGE_VIEW (page));
}

static void
body_page_init (RtBodyPageInterface *iface)
{
  iface->show = show;
  iface->is_busy = is_busy;
}

static void
rt_image_view_dispose (GObject *object)
{
  clear (RT_IMAGE_VIEW (object));
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_IMAGE_VIEW);

  G_OBJECT_CLASS (rt_image_view_parent_class)->dispose (object);
}

static void
rt_image_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (property_id == PROP_BUSY)
    g_value_set_boolean (value, rt_image_view_is_busy (RT_IMAGE_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
rt_image_view_class_init (RtImageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rt_image_view_dispose;
  object_class->get_property = rt_image_view_get_property;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RT_TYPE_IMAGE_CANVAS);
  g_type_ensure (RT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RT_BODY_UI "image-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RtImageView, canvas);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, facts);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, fit);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, flaw);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, play);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, stack);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, tools);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, words);
  gtk_widget_class_bind_template_child (widget_class, RtImageView, zoom);
  gtk_widget_class_bind_template_callback (widget_class, fit_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, play);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_install_action (widget_class, "image.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "image.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "image.zoom-100", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "image.zoom-fit", NULL, zoom_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_image_view_init (RtImageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_image_view_new (void)
{
  return g_object_new (RT_TYPE_IMAGE_VIEW, NULL);
}

void
rt_image_view_set_bytes (RtImageView *self,
                         GBytes      *bytes)
{
  g_return_if_fail (RT_IS_IMAGE_VIEW (self));

  clear (self);
  self->scale = 0;
  rt_image_canvas_set_scale (self->canvas, 0);
  rt_image_canvas_set_pixbuf (self->canvas, NULL, 0, 0);
  gtk_toggle_button_set_active (self->fit, TRUE);
  show_words (self, "");
  if (bytes == NULL)
    return;
  self->bytes = g_bytes_ref (bytes);
  decode (self, 0);
}

gboolean
rt_image_view_is_busy (RtImageView *self)
{
  g_return_val_if_fail (RT_IS_IMAGE_VIEW (self), FALSE);

  return self->cancellable != NULL;
}

const char *
rt_image_view_get_words (RtImageView *self)
{
  g_return_val_if_fail (RT_IS_IMAGE_VIEW (self), "");

  return gtk_label_get_text (self->image != NULL ? self->facts : self->words);
}
