# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Body pane in the real window: its text as a screen reader gets it, finding
by keyboard, the views and that the choice lasts, a flaw, a charset, an image."""

import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
try:
    import driver
except (ImportError, ValueError) as missing:
    print("1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is missing: %s" % missing)
    sys.exit(0)

roundtrip = sys.argv[1]
BODY = "Response body"
BODIES = {
    "/broken": ("application/json", b'{\n  "good": 1,\n  "bad": tru\n}\n'),
    "/latin": ("text/plain; charset=iso-8859-1", b"\xe4\xf6\xfc"),
}


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        media_type, body = BODIES[self.path]
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Window(driver.Window):
    """Looks for most within the Body pane alone: a walk through the whole window is
    a thousand questions."""

    def find(self, name, role=None):
        kept = self.__dict__.setdefault("kept", {})
        if name in ("URL", "Send", "Status"):
            if name not in kept:
                kept[name] = super().find(name, role)
            return kept[name]
        if "viewer" not in kept:
            button = super().find("Copy body")
            if button is None:
                return None
            kept["viewer"] = button.get_parent().get_parent()
        return next((node for node in driver.walk(kept["viewer"]) if node.get_name() == name), None)

    def nodes(self):
        if "viewer" in self.__dict__.get("kept", {}):
            return driver.walk(self.kept["viewer"])
        return super().nodes()

    def says(self, wanted):
        self.wait(lambda: any(wanted in driver.text_of(node) for node in self.nodes()),
                  "“%s”" % wanted)


def main():
    server, origin = driver.playground(roundtrip)
    own = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=own.serve_forever, daemon=True).start()
    own_origin = "http://127.0.0.1:%d" % own.server_address[1]
    window = None
    try:
        window = Window([roundtrip])
        window.closed = ("Status codes",)

        def send(url):
            window.type("URL", url)
            driver.Atspi.Action.do_action(window.await_node("Send"), 0)

        def shows_pretty():
            send(origin + "/json")
            window.await_text("Status", "200")
            text = window.await_text(BODY, '    1.50,\n    1e400,\n')
            if text.count('"repeated"') != 2:
                raise driver.Failed("a repeated member is lost: %r" % text)

        def finds():
            window.press_with_control("f")
            window.await_node("Find in the text")
            window.type("Find in the text", "REPEATED")
            window.says("1 of 2")
            window.act("Next match")
            window.says("2 of 2")
            window.act("Match case")
            window.says("No matches")
            window.act("Match case")
            window.says("1 of 2")

        def switches():
            window.act("Raw")
            window.await_text(BODY, '"numbers": [0, -1, 1.50, 1e400')
            window.act("Hex")
            window.await_text(BODY, "00000010  ")
            window.act("Tree")
            window.await_text("Response body tree", "[ ] 5 items")

        def remembers():
            window.act("Raw")
            window.await_text(BODY, '"numbers": [0, -1')
            send(origin + "/html")
            window.await_text(BODY, "<title>A page</title>")
            send(own_origin + "/broken")
            window.await_text(BODY, '"bad": tru\n')

        def tells_flaw():
            window.act("Pretty")
            window.says("line 3, column ")
            window.await_text(BODY, '"good": 1')

        def changes_charset():
            send(own_origin + "/latin")
            window.await_text(BODY, "äöü")
            window.await_node("Charset")
            button = window.wait(lambda: next(
                (part for part in driver.walk(window.find("Charset"))
                 if part.get_action_iface() is not None
                 and driver.Atspi.Action.get_n_actions(part) > 0), None), "the charset's button")
            driver.Atspi.Action.do_action(button, 0)
            window.act("KOI8-R")
            window.await_text(BODY, "ДЖЭ")
            window.says("KOI8-R")

        def shows_image():
            send(origin + "/image/png")
            window.says("64 × 64 pixels")

        return driver.run([
            ("JSON laid out, to be read", shows_pretty),
            ("Ctrl+F, and how many", finds),
            ("raw, hexadecimal, a tree", switches),
            ("the view is kept for the type, and for no other", remembers),
            ("broken JSON: where", tells_flaw),
            ("another charset", changes_charset),
            ("an image and its size", shows_image),
        ])
    finally:
        if window is not None:
            window.close()
        own.shutdown()
        own.server_close()
        server.terminate()
        server.wait()
        server.stdout.close()


sys.exit(main())
