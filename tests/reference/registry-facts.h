/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The registered status codes: number, name, defining section, state. Facts of
 * the IANA registry and of the RFCs, typed in beside the data they check.
 */

#pragma once

#include "status-code.h"

typedef struct
{
  int            code;
  const char    *phrase;
  const char    *specification;
  RtStatusState  state;
} RegistryFact;

static const RegistryFact registry_facts[] = {
  { 100, "Continue", "RFC 9110, section 15.2.1", RT_STATUS_REGISTERED },
  { 101, "Switching Protocols", "RFC 9110, section 15.2.2", RT_STATUS_REGISTERED },
  { 102, "Processing", "RFC 2518, section 10.1", RT_STATUS_REGISTERED },
  { 103, "Early Hints", "RFC 8297, section 2", RT_STATUS_REGISTERED },
  { 104, "Upload Resumption Supported", "draft-ietf-httpbis-resumable-upload-05",
    RT_STATUS_TEMPORARY },
  { 200, "OK", "RFC 9110, section 15.3.1", RT_STATUS_REGISTERED },
  { 201, "Created", "RFC 9110, section 15.3.2", RT_STATUS_REGISTERED },
  { 202, "Accepted", "RFC 9110, section 15.3.3", RT_STATUS_REGISTERED },
  { 203, "Non-Authoritative Information", "RFC 9110, section 15.3.4", RT_STATUS_REGISTERED },
  { 204, "No Content", "RFC 9110, section 15.3.5", RT_STATUS_REGISTERED },
  { 205, "Reset Content", "RFC 9110, section 15.3.6", RT_STATUS_REGISTERED },
  { 206, "Partial Content", "RFC 9110, section 15.3.7", RT_STATUS_REGISTERED },
  { 207, "Multi-Status", "RFC 4918, section 11.1", RT_STATUS_REGISTERED },
  { 208, "Already Reported", "RFC 5842, section 7.1", RT_STATUS_REGISTERED },
  { 226, "IM Used", "RFC 3229, section 10.4.1", RT_STATUS_REGISTERED },
  { 300, "Multiple Choices", "RFC 9110, section 15.4.1", RT_STATUS_REGISTERED },
  { 301, "Moved Permanently", "RFC 9110, section 15.4.2", RT_STATUS_REGISTERED },
  { 302, "Found", "RFC 9110, section 15.4.3", RT_STATUS_REGISTERED },
  { 303, "See Other", "RFC 9110, section 15.4.4", RT_STATUS_REGISTERED },
  { 304, "Not Modified", "RFC 9110, section 15.4.5", RT_STATUS_REGISTERED },
  { 305, "Use Proxy", "RFC 9110, section 15.4.6", RT_STATUS_REGISTERED },
  { 306, "(Unused)", "RFC 9110, section 15.4.7", RT_STATUS_UNUSED },
  { 307, "Temporary Redirect", "RFC 9110, section 15.4.8", RT_STATUS_REGISTERED },
  { 308, "Permanent Redirect", "RFC 9110, section 15.4.9", RT_STATUS_REGISTERED },
  { 400, "Bad Request", "RFC 9110, section 15.5.1", RT_STATUS_REGISTERED },
  { 401, "Unauthorized", "RFC 9110, section 15.5.2", RT_STATUS_REGISTERED },
  { 402, "Payment Required", "RFC 9110, section 15.5.3", RT_STATUS_REGISTERED },
  { 403, "Forbidden", "RFC 9110, section 15.5.4", RT_STATUS_REGISTERED },
  { 404, "Not Found", "RFC 9110, section 15.5.5", RT_STATUS_REGISTERED },
  { 405, "Method Not Allowed", "RFC 9110, section 15.5.6", RT_STATUS_REGISTERED },
  { 406, "Not Acceptable", "RFC 9110, section 15.5.7", RT_STATUS_REGISTERED },
  { 407, "Proxy Authentication Required", "RFC 9110, section 15.5.8", RT_STATUS_REGISTERED },
  { 408, "Request Timeout", "RFC 9110, section 15.5.9", RT_STATUS_REGISTERED },
  { 409, "Conflict", "RFC 9110, section 15.5.10", RT_STATUS_REGISTERED },
  { 410, "Gone", "RFC 9110, section 15.5.11", RT_STATUS_REGISTERED },
  { 411, "Length Required", "RFC 9110, section 15.5.12", RT_STATUS_REGISTERED },
  { 412, "Precondition Failed", "RFC 9110, section 15.5.13", RT_STATUS_REGISTERED },
  { 413, "Content Too Large", "RFC 9110, section 15.5.14", RT_STATUS_REGISTERED },
  { 414, "URI Too Long", "RFC 9110, section 15.5.15", RT_STATUS_REGISTERED },
  { 415, "Unsupported Media Type", "RFC 9110, section 15.5.16", RT_STATUS_REGISTERED },
  { 416, "Range Not Satisfiable", "RFC 9110, section 15.5.17", RT_STATUS_REGISTERED },
  { 417, "Expectation Failed", "RFC 9110, section 15.5.18", RT_STATUS_REGISTERED },
  { 418, "(Unused)", "RFC 9110, section 15.5.19", RT_STATUS_UNUSED },
  { 421, "Misdirected Request", "RFC 9110, section 15.5.20", RT_STATUS_REGISTERED },
  { 422, "Unprocessable Content", "RFC 9110, section 15.5.21", RT_STATUS_REGISTERED },
  { 423, "Locked", "RFC 4918, section 11.3", RT_STATUS_REGISTERED },
  { 424, "Failed Dependency", "RFC 4918, section 11.4", RT_STATUS_REGISTERED },
  { 425, "Too Early", "RFC 8470, section 5.2", RT_STATUS_REGISTERED },
  { 426, "Upgrade Required", "RFC 9110, section 15.5.22", RT_STATUS_REGISTERED },
  { 428, "Precondition Required", "RFC 6585, section 3", RT_STATUS_REGISTERED },
  { 429, "Too Many Requests", "RFC 6585, section 4", RT_STATUS_REGISTERED },
  { 431, "Request Header Fields Too Large", "RFC 6585, section 5", RT_STATUS_REGISTERED },
  { 451, "Unavailable For Legal Reasons", "RFC 7725, section 3", RT_STATUS_REGISTERED },
  { 500, "Internal Server Error", "RFC 9110, section 15.6.1", RT_STATUS_REGISTERED },
  { 501, "Not Implemented", "RFC 9110, section 15.6.2", RT_STATUS_REGISTERED },
  { 502, "Bad Gateway", "RFC 9110, section 15.6.3", RT_STATUS_REGISTERED },
  { 503, "Service Unavailable", "RFC 9110, section 15.6.4", RT_STATUS_REGISTERED },
  { 504, "Gateway Timeout", "RFC 9110, section 15.6.5", RT_STATUS_REGISTERED },
  { 505, "HTTP Version Not Supported", "RFC 9110, section 15.6.6", RT_STATUS_REGISTERED },
  { 506, "Variant Also Negotiates", "RFC 2295, section 8.1", RT_STATUS_REGISTERED },
  { 507, "Insufficient Storage", "RFC 4918, section 11.5", RT_STATUS_REGISTERED },
  { 508, "Loop Detected", "RFC 5842, section 7.2", RT_STATUS_REGISTERED },
  { 510, "Not Extended", "RFC 2774, section 7", RT_STATUS_OBSOLETED },
  { 511, "Network Authentication Required", "RFC 6585, section 6", RT_STATUS_REGISTERED },
};
