/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts on the tabs what the request holds, and hands it to the pages, each of
 * which is made when it is first shown.
 */

#include "config.h"

#include "request-pane.h"

#include "auth-page.h"
#include "body-editor.h"
#include "cookie-listing.h"
#include "cookies-page.h"
#include "header-editor.h"
#include "lazy-page.h"
#include "options-page.h"
#include "pair-editor.h"
#include "tabs.h"
#include "url-parameters.h"
#include "template.h"

#include <glib/gi18n-lib.h>

struct _RtRequestPane
{
  GtkWidget          parent_instance;

  /* Template widgets */
  RtLazyPage        *auth_lazy;
  GtkStackPage      *auth_page;
  RtLazyPage        *body_lazy;
  GtkStackPage      *body_page;
  RtLazyPage        *cookies_lazy;
  GtkStackPage      *cookies_page;
  RtLazyPage        *headers_lazy;
  GtkStackPage      *headers_page;
  RtLazyPage        *options_lazy;
  RtPairEditor      *parameter_editor;
  GtkStackPage      *parameters_page;
  GtkStack          *stack;
  GtkStackSwitcher  *switcher;

  RtCatalogue       *catalogue;
  RtRequest         *request;
  GSignalGroup      *jar; /* of the request */
  RtUrlParameters   *parameters;
};

G_DEFINE_FINAL_TYPE (RtRequestPane, rt_request_pane, GTK_TYPE_WIDGET)

enum
{
  PAGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_enabled (GListStore *pairs)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pairs)); i++)
    {
      g_autoptr (RtPair) pair = g_list_model_get_item (G_LIST_MODEL (pairs), i);

      n += rt_pair_get_enabled (pair);
    }
  return n;
}

static void
set_title (GtkStackPage *page,
           const char   *title,
           guint         n)
{
  g_autofree char *text = NULL;

  /* Translators: name of a tab, and how many things are in it. */
  text = n > 0 ? g_strdup_printf (_("%s (%u)"), title, n) : g_strdup (title);
  if (g_strcmp0 (gtk_stack_page_get_title (page), text) != 0)
    gtk_stack_page_set_title (page, text);
}

static gboolean
has_login (RtRequest *request)
{
  RtCredentials *server = rt_request_get_credentials (request);
  RtCredentials *proxy = rt_request_get_proxy_credentials (request);

  return rt_credentials_get_kind (server) != RT_CREDENTIALS_NONE ||
         rt_credentials_get_kind (proxy) != RT_CREDENTIALS_NONE;
}

static void
request_changed_cb (RtRequestPane *self)
{
  RtContentKind kind;

  if (self->request == NULL)
    return;
  kind = rt_request_get_content_kind (self->request);
  /* The editor gives text without a media type one. */
  if (kind != RT_CONTENT_NONE)
    rt_lazy_page_have_child (self->body_lazy);
  g_signal_group_set_target (self->jar, rt_request_get_cookie_jar (self->request));
  set_title (self->parameters_page, _("Query"),
             count_enabled (rt_url_parameters_get_pairs (self->parameters)));
  set_title (self->headers_page, _("Headers"),
             count_enabled (rt_request_get_fields (self->request)));
  set_title (self->cookies_page, _("Cookies"), rt_cookie_listing_count_going (self->request));
  gtk_stack_page_set_needs_attention (self->body_page, kind != RT_CONTENT_NONE);
  gtk_stack_page_set_needs_attention (self->auth_page, has_login (self->request));
}

static void
give_request (RtRequestPane *self,
              GtkWidget     *page)
{
  if (page == NULL || self->request == NULL)
    return;

  if (RT_IS_HEADER_EDITOR (page))
    rt_header_editor_set_request (RT_HEADER_EDITOR (page), self->request);
  else if (RT_IS_BODY_EDITOR (page))
    rt_body_editor_set_request (RT_BODY_EDITOR (page), self->request);
  else if (RT_IS_AUTH_PAGE (page))
    rt_auth_page_set_request (RT_AUTH_PAGE (page), self->request);
  else if (RT_IS_COOKIES_PAGE (page))
    rt_cookies_page_set_request (RT_COOKIES_PAGE (page), self->request);
  else if (RT_IS_OPTIONS_PAGE (page))
    rt_options_page_set_request (RT_OPTIONS_PAGE (page), self->request);
}

static void
made_cb (RtRequestPane *self,
         GtkWidget     *page)
{
  if (RT_IS_HEADER_EDITOR (page) && self->catalogue != NULL)
    rt_header_editor_set_catalogue (RT_HEADER_EDITOR (page), self->catalogue);
  /* A cookie expires without anything else changing. */
  if (RT_IS_COOKIES_PAGE (page))
    g_signal_connect_object (page, "notify::n-going", G_CALLBACK (request_changed_cb), self,
                             G_CONNECT_SWAPPED);
  give_request (self, page);
}

static void
page_cb (RtRequestPane *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  /* Who is told of it measures the page. */
  if (RT_IS_LAZY_PAGE (page))
    rt_lazy_page_have_child (RT_LAZY_PAGE (page));

  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

static void
rt_request_pane_dispose (GObject *object)
{
  RtRequestPane *self = RT_REQUEST_PANE (object);

  rt_template_dispose (GTK_WIDGET (self), RT_TYPE_REQUEST_PANE);
  g_clear_object (&self->jar);
  g_clear_object (&self->parameters);
  g_clear_object (&self->request);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (rt_request_pane_parent_class)->dispose (object);
}

static void
rt_request_pane_class_init (RtRequestPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_request_pane_dispose;
  signals[PAGE_CHANGED] = g_signal_new ("page-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RT_TYPE_AUTH_PAGE);
  g_type_ensure (RT_TYPE_BODY_EDITOR);
  g_type_ensure (RT_TYPE_COOKIES_PAGE);
  g_type_ensure (RT_TYPE_HEADER_EDITOR);
  g_type_ensure (RT_TYPE_LAZY_PAGE);
  g_type_ensure (RT_TYPE_OPTIONS_PAGE);
  g_type_ensure (RT_TYPE_PAIR_EDITOR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/roundtrip_app/Roundtrip/ui/request/request-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, auth_lazy);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, auth_page);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, body_lazy);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, body_page);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, cookies_lazy);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, cookies_page);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, headers_lazy);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, headers_page);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, options_lazy);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, parameter_editor);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, parameters_page);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RtRequestPane, switcher);
  gtk_widget_class_bind_template_callback (widget_class, made_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
}

static void
rt_request_pane_init (RtRequestPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rt_tabs_keep_in_sight (self->switcher);
  self->parameters = rt_url_parameters_new ();
  rt_pair_editor_set_pairs (self->parameter_editor,
                            rt_url_parameters_get_pairs (self->parameters));
  /* The request says that its URL changed before its parameters follow. */
  g_signal_connect_object (rt_url_parameters_get_pairs (self->parameters),
                           "items-changed", G_CALLBACK (request_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->jar = g_signal_group_new (RT_TYPE_COOKIE_JAR);
  g_signal_group_connect_swapped (self->jar, "changed", G_CALLBACK (request_changed_cb), self);
}

GtkWidget *
rt_request_pane_new (void)
{
  return g_object_new (RT_TYPE_REQUEST_PANE, NULL);
}

void
rt_request_pane_set_catalogue (RtRequestPane *self,
                               RtCatalogue   *catalogue)
{
  GtkWidget *page;

  g_return_if_fail (RT_IS_REQUEST_PANE (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;
  page = rt_lazy_page_get_child (self->headers_lazy);
  if (page != NULL)
    rt_header_editor_set_catalogue (RT_HEADER_EDITOR (page), catalogue);
}

void
rt_request_pane_set_request (RtRequestPane *self,
                             RtRequest     *request)
{
  g_return_if_fail (RT_IS_REQUEST_PANE (self));
  g_return_if_fail (RT_IS_REQUEST (request));

  if (self->request == request)
    return;
  if (self->request != NULL)
    g_signal_handlers_disconnect_by_func (self->request, request_changed_cb, self);
  g_set_object (&self->request, request);

  rt_url_parameters_set_request (self->parameters, request);
  give_request (self, rt_lazy_page_get_child (self->headers_lazy));
  give_request (self, rt_lazy_page_get_child (self->body_lazy));
  give_request (self, rt_lazy_page_get_child (self->auth_lazy));
  give_request (self, rt_lazy_page_get_child (self->cookies_lazy));
  give_request (self, rt_lazy_page_get_child (self->options_lazy));
  g_signal_connect_object (request, "changed", G_CALLBACK (request_changed_cb),
                           self, G_CONNECT_SWAPPED);
  request_changed_cb (self);
}

const char *
rt_request_pane_get_page (RtRequestPane *self)
{
  g_return_val_if_fail (RT_IS_REQUEST_PANE (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

void
rt_request_pane_set_page (RtRequestPane *self,
                          const char    *name)
{
  g_return_if_fail (RT_IS_REQUEST_PANE (self));

  gtk_stack_set_visible_child_name (self->stack, name);
}

void
rt_request_pane_set_challenges (RtRequestPane      *self,
                                const char * const *server,
                                const char * const *proxy)
{
  g_return_if_fail (RT_IS_REQUEST_PANE (self));

  if (rt_lazy_page_get_child (self->auth_lazy) == NULL && server == NULL && proxy == NULL)
    return;

  g_object_set (rt_lazy_page_have_child (self->auth_lazy),
                "challenges", server, "proxy-challenges", proxy, NULL);
}
