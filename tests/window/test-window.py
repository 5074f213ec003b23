# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The main job, end to end, in the real window: type a URL, send, and read
status, reason, header fields, body and the marked row of the reference."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
try:
    import driver
except (ImportError, ValueError) as missing:
    print("1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is missing: %s" % missing)
    sys.exit(0)

roundtrip = sys.argv[1]


def send(window, url):
    window.type("URL", url)
    window.act("Send")


def main():
    server, origin = driver.playground(roundtrip)
    window = None
    try:
        window = driver.Window([roundtrip])
        window.closed = ("Status codes",)

        def starts_with_playground():
            url = window.await_node("URL")
            window.wait(lambda: any(driver.text_of(part).startswith("http://127.0.0.1:")
                                    for part in driver.walk(url)), "the playground's address")

        def shows_success():
            send(window, origin + "/status/200")
            window.await_text("Status", "200")
            window.await_text("Reason", "OK")
            window.await_text("Meaning", "succeeded")
            window.await_text("Response body", "200")

        def shows_fields():
            window.choose("Headers")
            window.await_text("Response headers", "Content-Type")
            window.await_text("Response headers", "application/json")

        def library_agrees():
            window.choose("Wire")
            window.await_text("Bytes on the wire", "The same as in the bytes.")

        def shows_not_found():
            send(window, origin + "/status/404?reason=Gone+fishing")
            window.await_text("Status", "404")
            window.await_text("Reason", "Gone fishing")
            window.wait(lambda: any("Not Found" in driver.text_of(node)
                                    and "registered" in driver.text_of(node)
                                    for node in window.nodes()),
                        "the registered name beside it")

        def marks_row():
            def here():
                return [node for node in driver.walk(window.find("Status codes"))
                        if "you are here" in (node.get_name() + node.get_description())]
            rows = window.wait(here, "a row that says “you are here”")
            if len(rows) != 1 or "404" not in rows[0].get_name() + rows[0].get_description():
                raise driver.Failed("marked: %r" % [row.get_name() for row in rows])

        def shows_trail():
            send(window, origin + "/redirect/2")
            window.await_text("Status", "200")
            window.await_text("Trail", "302")

        def steps_through_redirect():
            window.act("win.step", "win.step")
            window.type("Method", "POST")
            send(window, origin + "/redirect-to?url=/redirect/1&status=302")
            window.await_text("Waiting", "/redirect/1")
            window.act("Follow")
            window.await_text("Waiting", "/get")
            window.await_text("Trail", "GET")
            window.act("Follow")
            window.await_text("Status", "200")
            window.act("win.step", "win.step")
            window.type("Method", "GET")

        def edits_then_follows():
            window.act("win.step", "win.step")
            send(window, origin + "/redirect/1")
            window.await_text("Waiting", "/get")
            window.act("Edit, then follow")
            window.wait(lambda: window.url_shown() == origin + "/get", "the next URL in the editor")
            window.act("win.undo-edit", "win.undo-edit")
            window.wait(lambda: window.url_shown() == origin + "/redirect/1", "the URL of before")
            window.act("win.step", "win.step")

        def shows_ladder():
            send(window, origin + "/redirect/2")
            window.await_text("Status", "200")
            window.act("win.ladder", "win.ladder")
            window.await_text("Ladder", "302 after GET")
            window.await_text("Ladder", "RFC 9110, section 15.4.3")
            window.act("win.ladder", "win.ladder")

        def explains_login():
            send(window, origin + "/basic-auth/user/secret")
            window.await_text("Status", "401")
            window.await_text("What was asked for", "realm")
            window.await_text("What was sent", "No credentials")

        def logs_in():
            send(window, origin.replace("://", "://user:secret@") + "/basic-auth/user/secret")
            window.await_text("Status", "200")
            window.await_text("Trail", "401")

        def compares_without():
            window.act("win.send-without-credentials", "win.send-without-credentials")
            window.await_text("Comparison", "401 Unauthorized")
            window.await_text("Comparison", "200 OK")
            window.act("win.compare", "win.compare")

        def hides_secrets():
            window.act("win.send-with-credentials", "win.send-with-credentials")
            window.await_text("Comparison", "Basic ***")
            said = window.ask(lambda: window.texts_under("Comparison"), "the comparison")
            if "dXNlcjpzZWNyZXQ=" in said:
                raise driver.Failed("the secret is shown")
            window.act("win.compare", "win.compare")

        def shows_failure():
            send(window, "http://127.0.0.1:1/")
            window.wait(lambda: window.find("Connection refused")
                        or any("refused" in driver.text_of(node)
                               for node in window.nodes()), "the failure")

        def refuses_nonsense():
            send(window, "ftp://example.org/")
            window.wait(lambda: any("not a scheme" in driver.text_of(node)
                                    for node in window.nodes()), "the complaint")

        def reaches_tabs():
            # Some names stand in both rows of tabs; “Query” and “Wire” do not.
            window.press_with_alt("1")
            for number, name in enumerate(("Body", "Headers", "Why", "Cookies", "Timing",
                                           "Connection", "Wire"), 1):
                window.press_with_control(str(number))
                window.wait(lambda: window.is_chosen("Query") and window.is_chosen(name),
                            "Ctrl+%d: %s" % (number, name))
            for number, name in enumerate(("Query", "Headers", "Body", "Auth", "Cookies",
                                           "Options"), 1):
                window.press_with_alt(str(number))
                window.wait(lambda: window.is_chosen("Wire") and window.is_chosen(name),
                            "Alt+%d: %s" % (number, name))

        def searches():
            window.type("Search status codes", "teapot")
            def only_teapot():
                rows = list(driver.children(window.find("Status codes")))
                texts = [" ".join(driver.text_of(part) for part in driver.walk(row))
                         for row in rows]
                return any("418" in text for text in texts) and \
                    not any("404" in text for text in texts)
            window.wait(only_teapot, "the teapot alone")

        return driver.run([
            ("starts with the playground's address", starts_with_playground),
            ("a 200: status, reason, meaning, body", shows_success),
            ("its header fields", shows_fields),
            ("the library agrees with the bytes", library_agrees),
            ("a 404 with a reason of its own", shows_not_found),
            ("the row of the code is marked", marks_row),
            ("a trail of redirects", shows_trail),
            ("a redirect step by step", steps_through_redirect),
            ("the next request edited, and the way back", edits_then_follows),
            ("the ladder and its reasons", shows_ladder),
            ("what a 401 asks for", explains_login),
            ("a login", logs_in),
            ("without credentials, side by side", compares_without),
            ("with credentials, which stay hidden", hides_secrets),
            ("a refused connection in words", shows_failure),
            ("a URL that cannot be sent", refuses_nonsense),
            ("Ctrl and Alt with a digit show the tabs", reaches_tabs),
            ("the search of the reference", searches),
        ])
    finally:
        if window is not None:
            window.close()
        server.terminate()
        server.wait()
        server.stdout.close()


sys.exit(main())
