# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Why, in the real window and by keyboard: a 405 explained, the step that it
offers taken and taken back, and a 401 that leads to the Auth page."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
try:
    import driver
except (ImportError, ValueError) as missing:
    print("1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is missing: %s" % missing)
    sys.exit(0)

roundtrip = sys.argv[1]


def text_within(window, name):
    """What an entry holds: texts below the named node, joined."""
    return "\n".join(driver.text_of(node) for node in driver.walk(window.await_node(name)))


def why(window):
    """The texts of the pane; its tab has the same name."""
    return "\n".join(driver.text_of(part) for node in window.nodes()
                     if node.get_name() == "Why" for part in driver.walk(node))


def main():
    server, origin = driver.playground(roundtrip)
    window = None
    try:
        window = driver.Window([roundtrip])
        window.closed = ("Status codes",)

        def send(path):
            window.type("URL", origin + path)
            window.act("Send")

        def explains():
            window.type("Method", "DELETE")
            send("/get")
            window.await_text("Status", "405")
            window.press_with_alt("w")
            window.wait(lambda: window.is_chosen("Why"), "the Why pane")
            window.wait(lambda: "Allow" in why(window), "a note on Allow")
            window.wait(lambda: "Send with GET" in why(window), "the step")

        def takes_step():
            window.act("Send with GET")
            window.wait(lambda: "GET" in text_within(window, "Method"), "the method of the step")

        def takes_back():
            window.act("win.undo-edit", "win.undo-edit")
            window.wait(lambda: "DELETE" in text_within(window, "Method"), "the method of before")

        def leads_to_login():
            window.type("Method", "GET")
            send("/basic-auth/ada/secret")
            window.await_text("Status", "401")
            window.press_with_alt("a")
            window.wait(lambda: window.is_chosen("Auth"), "the Auth page")

        return driver.run([
            ("a 405 and what it allows", explains),
            ("the step changes the method", takes_step),
            ("and back", takes_back),
            ("a 401 and the Auth page", leads_to_login),
        ])
    finally:
        if window is not None:
            window.close()
        server.terminate()
        server.wait()
        server.stdout.close()


sys.exit(main())
