# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""An origin that writes down what it receives: at the other end of redirects,
and behind proxies. It asks for Basic in /basic/, sends
from /on to /page, and is content elsewhere."""

import base64
import http.server
import ssl
import threading
from http import HTTPStatus


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def is_content(self):
        given = self.headers.get('Authorization', '')
        wanted = base64.b64encode(b'ada:pw').decode()
        return not self.path.startswith('/basic/') or given == f'Basic {wanted}'

    def answer(self):
        content = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        self.server.received.append((self.command, self.path, self.headers, content))
        if self.path == '/on':
            self.send_response(HTTPStatus.FOUND)
            self.send_header('Location', '/page')
        elif self.is_content():
            self.send_response(HTTPStatus.OK)
        else:
            self.send_response(HTTPStatus.UNAUTHORIZED)
            self.send_header('WWW-Authenticate', 'Basic realm="behind"')
        self.send_header('Content-Length', '3')
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(b'ok\n')

    do_GET = do_HEAD = do_POST = do_PUT = answer

    def log_message(self, *_):
        pass


class Witness:
    """At http://ADDRESS:PORT, or https with the certificate in @place."""

    def __init__(self, address, place=None):
        self.server = http.server.ThreadingHTTPServer((address, 0), Handler)
        self.server.daemon_threads = True
        self.server.received = []
        if place:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(place / 'own.pem', place / 'own.key')
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.authority = place / 'own.pem' if place else None
        scheme = 'https' if place else 'http'
        self.url = f'{scheme}://{address}:{self.server.server_port}'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self):
        """What came since the last time: (method, target, fields, content)."""
        received, self.server.received = self.server.received, []
        return received

    def close(self):
        self.server.shutdown()
        self.server.server_close()
