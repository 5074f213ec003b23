/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the security context of GSSAPI. Only SPNEGO, never delegates: the
 * server learns who the person is, and cannot act as that person elsewhere.
 */

#include "config.h"

#include "negotiate.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#ifdef HAVE_GSSAPI

#include <gssapi/gssapi.h>

struct _RtNegotiate
{
  gss_ctx_id_t context;
  gss_name_t   service;
  gboolean     complete;
};

/* SPNEGO, RFC 4178: 1.3.6.1.5.5.2. */
static gss_OID_desc spnego = { 6, "\x2b\x06\x01\x05\x05\x02" };

char *
rt_negotiate_dup_obstacle (void)
{
  return NULL;
}

RtNegotiate *
rt_negotiate_new (const char *host)
{
  RtNegotiate *self;
  g_autofree char *service = NULL;
  gss_buffer_desc name;
  OM_uint32 minor;

  g_return_val_if_fail (host != NULL, NULL);

  self = g_new0 (RtNegotiate, 1);
  self->context = GSS_C_NO_CONTEXT;
  self->service = GSS_C_NO_NAME;
  service = g_strconcat ("HTTP@", host, NULL);
  name.value = service;
  name.length = strlen (service);
  /* Without a name the first step fails, and says why. */
  gss_import_name (&minor, &name, GSS_C_NT_HOSTBASED_SERVICE, &self->service);
  return self;
}

void
rt_negotiate_free (RtNegotiate *self)
{
  OM_uint32 minor;

  if (self->context != GSS_C_NO_CONTEXT)
    gss_delete_sec_context (&minor, &self->context, GSS_C_NO_BUFFER);
  if (self->service != GSS_C_NO_NAME)
    gss_release_name (&minor, &self->service);
  g_free (self);
}

static void
append_status (GString  *text,
               OM_uint32 code,
               int       kind)
{
  OM_uint32 more = 0;
  OM_uint32 minor;

  do
    {
      gss_buffer_desc message = GSS_C_EMPTY_BUFFER;
      g_autofree char *clean = NULL;

      if (GSS_ERROR (gss_display_status (&minor, code, kind, &spnego, &more, &message)))
        return;
      /* Some mechanisms count the NUL as well. */
      clean = rt_text_from_wire (message.value, message.length > 0
                                                ? strnlen (message.value, message.length) : 0);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", clean);
      gss_release_buffer (&minor, &message);
    }
  while (more != 0);
}

static char *
dup_status (OM_uint32 major,
            OM_uint32 minor)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_status (text, major, GSS_C_GSS_CODE);
  if (minor != 0)
    append_status (text, minor, GSS_C_MECH_CODE);
  /* Translators: %s are the words of a system library. */
  return g_strdup_printf (_("There is no ticket for it: %s."), text->str);
}

/* One call of GSSAPI. @output is to be released. */
static OM_uint32
advance (RtNegotiate     *self,
         const char      *token,
         gss_buffer_desc *output,
         OM_uint32       *minor)
{
  gsize length = 0;
  g_autofree guchar *bytes = token != NULL ? g_base64_decode (token, &length) : NULL;
  gss_buffer_desc input = { length, bytes };
  OM_uint32 major;

  major = gss_init_sec_context (minor, GSS_C_NO_CREDENTIAL, &self->context, self->service,
                                &spnego, GSS_C_MUTUAL_FLAG, GSS_C_INDEFINITE,
                                GSS_C_NO_CHANNEL_BINDINGS,
                                length > 0 ? &input : GSS_C_NO_BUFFER,
                                NULL, output, NULL, NULL);
  self->complete = major == GSS_S_COMPLETE;
  return major;
}

char *
rt_negotiate_step (RtNegotiate  *self,
                   const char   *token,
                   char        **fault)
{
  gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
  g_autofree char *base64 = NULL;
  OM_uint32 major;
  OM_uint32 minor;
  OM_uint32 ignored;

  g_return_val_if_fail (self != NULL && fault != NULL, NULL);

  *fault = NULL;
  if (self->complete)
    {
      *fault = g_strdup (_("The ticket was sent and not accepted."));
      return NULL;
    }
  major = advance (self, token, &output, &minor);
  if (GSS_ERROR (major))
    *fault = dup_status (major, minor);
  else if (output.length == 0)
    *fault = g_strdup (_("The ticket was sent and not accepted."));
  else
    base64 = g_base64_encode (output.value, output.length);
  gss_release_buffer (&ignored, &output);
  return base64 != NULL ? g_strconcat ("Negotiate ", base64, NULL) : NULL;
}

RtProof
rt_negotiate_finish (RtNegotiate *self,
                     const char  *token)
{
  gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
  OM_uint32 major;
  OM_uint32 minor;

  g_return_val_if_fail (self != NULL && token != NULL, RT_PROOF_NONE);

  if (self->complete || self->context == GSS_C_NO_CONTEXT)
    return RT_PROOF_NONE;
  major = advance (self, token, &output, &minor);
  gss_release_buffer (&minor, &output);
  return major == GSS_S_COMPLETE ? RT_PROOF_RIGHT
         : GSS_ERROR (major) ? RT_PROOF_WRONG : RT_PROOF_NONE;
}

#else

struct _RtNegotiate
{
  char *host;
};

char *
rt_negotiate_dup_obstacle (void)
{
  return g_strdup (_("This build of Roundtrip has no GSSAPI, which Negotiate needs."));
}

RtNegotiate *
rt_negotiate_new (const char *host)
{
  return g_new0 (RtNegotiate, 1);
}

void
rt_negotiate_free (RtNegotiate *self)
{
  g_free (self);
}

char *
rt_negotiate_step (RtNegotiate  *self,
                   const char   *token,
                   char        **fault)
{
  *fault = rt_negotiate_dup_obstacle ();
  return NULL;
}

RtProof
rt_negotiate_finish (RtNegotiate *self,
                     const char  *token)
{
  return RT_PROOF_NONE;
}

#endif
