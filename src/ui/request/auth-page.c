/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hands both logins of the request to their editors, and where they go. */

#include "config.h"

#include "auth-page.h"

#include "credentials-editor.h"
#include "template.h"

struct _RtAuthPage
{
  GtkWidget            parent_instance;

  /* Template widgets */
  GtkWidget           *no_proxy_label;
  RtCredentialsEditor *proxy_editor;
  GtkExpander         *proxy_expander;
  RtCredentialsEditor *server_editor;

  RtRequest           *request;
};

G_DEFINE_FINAL_TYPE (RtAuthPage, rt_auth_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHALLENGES,
  PROP_PROXY_CHALLENGES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
request_changed_cb (RtAuthPage *self)
{
  const char *proxy = rt_request_get_proxy (self->request);

  rt_credentials_editor_set_target (self->server_editor, rt_request_get_url (self->request));
  rt_credentials_editor_set_target (self->proxy_editor, proxy);
  gtk_widget_set_visible (self->no_proxy_label, proxy == NULL);
}

static RtCredentialsEditor *
get_editor (RtAuthPage *self,
            guint       prop_id)
{
  return prop_id == PROP_CHALLENGES ? self->server_editor : self->proxy_editor;
}

static void
rt_auth_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHALLENGES:
    case PROP_PROXY_CHALLENGES:
      g_object_get_property (G_OBJECT (get_editor (RT_AUTH_PAGE (object), prop_id)),
                             "challenges", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_auth_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHALLENGES:
    case PROP_PROXY_CHALLENGES:
      rt_credentials_editor_set_challenges (get_editor (RT_AUTH_PAGE (object), prop_id),
                                            g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rt_auth_page_dispose (GObject *object)
{
  RtAuthPage *self = RT_AUTH_PAGE (object);

  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_AUTH_PAGE);
  g_clear_object (&self->request);

  G_OBJECT_CLASS (rt_auth_page_parent_class)->dispose (object);
}

static void
rt_auth_page_class_init (RtAuthPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rt_auth_page_dispose;
  object_class->get_property = rt_auth_page_get_property;
  object_class->set_property = rt_auth_page_set_property;

  properties[PROP_CHALLENGES] = g_param_spec_boxed ("challenges", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_PROXY_CHALLENGES] = g_param_spec_boxed ("proxy-challenges", NULL, NULL,
                                                          G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RT_TYPE_CREDENTIALS_EDITOR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/auth-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RtAuthPage, no_proxy_label);
  gtk_widget_class_bind_template_child (widget_class, RtAuthPage, proxy_editor);
  gtk_widget_class_bind_template_child (widget_class, RtAuthPage, proxy_expander);
  gtk_widget_class_bind_template_child (widget_class, RtAuthPage, server_editor);
}

static void
rt_auth_page_init (RtAuthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rt_auth_page_new (void)
{
  return g_object_new (RT_TYPE_AUTH_PAGE, NULL);
}

void
rt_auth_page_set_request (RtAuthPage *self,
                          RtRequest  *request)
{
  RtCredentials *proxy;

  g_return_if_fail (RT_IS_AUTH_PAGE (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  if (self->request == request)
    return;
  if (self->request != NULL)
    g_signal_handlers_disconnect_by_func (self->request, request_changed_cb, self);
  g_set_object (&self->request, request);
  proxy = rt_request_get_proxy_credentials (request);
  rt_credentials_editor_set_credentials (self->server_editor, rt_request_get_credentials (request));
  rt_credentials_editor_set_credentials (self->proxy_editor, proxy);
  if (rt_credentials_get_kind (proxy) != RT_CREDENTIALS_NONE)
    gtk_expander_set_expanded (self->proxy_expander, TRUE);
  g_signal_connect_object (request, "changed", G_CALLBACK (request_changed_cb), self,
                           G_CONNECT_SWAPPED);
  request_changed_cb (self);
}
