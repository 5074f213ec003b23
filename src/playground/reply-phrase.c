/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The phrases that this server puts behind its codes. A table of its own, and
 * not the reference's, so that one can be held against the other.
 */

#include "reply.h"

typedef struct
{
  guint       code;
  const char *phrase;
} Phrase;

static const Phrase phrases[] = {
  { 100, "Continue" },
  { 101, "Switching Protocols" },
  { 102, "Processing" },
  { 103, "Early Hints" },
  { 104, "Upload Resumption Supported" },
  { 122, "Request-URI Too Long" },
  { 200, "OK" },
  { 201, "Created" },
  { 202, "Accepted" },
  { 203, "Non-Authoritative Information" },
  { 204, "No Content" },
  { 205, "Reset Content" },
  { 206, "Partial Content" },
  { 207, "Multi-Status" },
  { 208, "Already Reported" },
  { 218, "This Is Fine" },
  { 226, "IM Used" },
  { 300, "Multiple Choices" },
  { 301, "Moved Permanently" },
  { 302, "Found" },
  { 303, "See Other" },
  { 304, "Not Modified" },
  { 305, "Use Proxy" },
  { 306, "Switch Proxy" },
  { 307, "Temporary Redirect" },
  { 308, "Permanent Redirect" },
  { 400, "Bad Request" },
  { 401, "Unauthorized" },
  { 402, "Payment Required" },
  { 403, "Forbidden" },
  { 404, "Not Found" },
  { 405, "Method Not Allowed" },
  { 406, "Not Acceptable" },
  { 407, "Proxy Authentication Required" },
  { 408, "Request Timeout" },
  { 409, "Conflict" },
  { 410, "Gone" },
  { 411, "Length Required" },
  { 412, "Precondition Failed" },
  { 413, "Content Too Large" },
  { 414, "URI Too Long" },
  { 415, "Unsupported Media Type" },
  { 416, "Range Not Satisfiable" },
  { 417, "Expectation Failed" },
  { 418, "I'm a teapot" },
  { 419, "Page Expired" },
  { 420, "Enhance Your Calm" },
  { 421, "Misdirected Request" },
  { 422, "Unprocessable Content" },
  { 423, "Locked" },
  { 424, "Failed Dependency" },
  { 425, "Too Early" },
  { 426, "Upgrade Required" },
  { 427, "Unassigned" },
  { 428, "Precondition Required" },
  { 429, "Too Many Requests" },
  { 430, "Request Header Fields Too Large" },
  { 431, "Request Header Fields Too Large" },
  { 440, "Login Time-out" },
  { 444, "No Response" },
  { 449, "Retry With" },
  { 450, "Blocked by Windows Parental Controls" },
  { 451, "Unavailable For Legal Reasons" },
  { 460, "Client Closed Connection" },
  { 463, "X-Forwarded-For Too Long" },
  { 464, "Incompatible Protocol Versions" },
  { 494, "Request Header Too Large" },
  { 495, "SSL Certificate Error" },
  { 496, "SSL Certificate Required" },
  { 497, "HTTP Request Sent to HTTPS Port" },
  { 498, "Invalid Token" },
  { 499, "Client Closed Request" },
  { 500, "Internal Server Error" },
  { 501, "Not Implemented" },
  { 502, "Bad Gateway" },
  { 503, "Service Unavailable" },
  { 504, "Gateway Timeout" },
  { 505, "HTTP Version Not Supported" },
  { 506, "Variant Also Negotiates" },
  { 507, "Insufficient Storage" },
  { 508, "Loop Detected" },
  { 509, "Bandwidth Limit Exceeded" },
  { 510, "Not Extended" },
  { 511, "Network Authentication Required" },
  { 520, "Web Server Returned an Unknown Error" },
  { 521, "Web Server Is Down" },
  { 522, "Connection Timed Out" },
  { 523, "Origin Is Unreachable" },
  { 524, "A Timeout Occurred" },
  { 525, "SSL Handshake Failed" },
  { 526, "Invalid SSL Certificate" },
  { 527, "Railgun Error" },
  { 529, "Site Is Overloaded" },
  { 530, "Site Is Frozen" },
  { 540, "Temporarily Disabled" },
  { 561, "Unauthorized" },
  { 598, "Network Read Timeout Error" },
  { 599, "Network Connect Timeout Error" },
  { 783, "Unexpected Token" },
  { 999, "Request Denied" },
};

const char *
rt_reply_phrase (guint code)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (phrases[i].code == code)
      return phrases[i].phrase;
  return code >= 100 && code < 600 ? "Unassigned" : "Invalid Status Code";
}
