# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Learning, in the real window: the status is guessed before anything gives it
away, codes stand side by side, and projector mode comes and goes."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
try:
    import driver
except (ImportError, ValueError) as missing:
    print("1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is missing: %s" % missing)
    sys.exit(0)

roundtrip = sys.argv[1]
PREDICT = "Predict the status"
SIDE_BY_SIDE = "Look-alikes side by side"
LASTING = (PREDICT, SIDE_BY_SIDE, "Status", "Reason", "Status codes", "URL", "Send",
           "Codes side by side")


class Window(driver.Window):
    """Asks once for what stays, and looks for the rest only where it must be: a
    walk through the whole window is a thousand questions."""

    def find(self, name, role=None):
        if name not in LASTING:
            return super().find(name, role)
        kept = self.__dict__.setdefault("kept", {})
        if name not in kept:
            node = super().find(name, role)
            if node is None:
                return None
            kept[name] = node
        return kept[name]

    def press(self, name, page=None):
        """The button of this name on the page, or one that stays. Some versions of
        GTK name only the label in it."""
        def look():
            for node in driver.walk(self.find(page)) if page else [self.find(name)]:
                if node.get_name() != name:
                    continue
                for part in (node, node.get_parent()):
                    if "button" in part.get_role_name():
                        return part
            return None
        driver.Atspi.Action.do_action(self.wait(look, "“%s”" % name), 0)


def send(window, path):
    window.type("URL", path)
    window.press("Send")


def words(node):
    return " ".join(filter(None, (node.get_name(), node.get_description(), driver.text_of(node))))


def main():
    server, origin = driver.playground(roundtrip)
    window = None
    try:
        window = Window([roundtrip])

        def marked():
            return [words(row) for row in driver.walk(window.await_node("Status codes"))
                    if "you are here" in words(row)]

        def hides():
            window.await_node("Send")
            window.act("win.predict", "win.predict")
            send(window, origin + "/redirect/no-location")
            window.await_text(PREDICT, "Which class")
            window.press("3xx Redirection", PREDICT)
            window.await_text(PREDICT, "Right, it is 3xx")
            said = window.ask(lambda: [words(node) for node in driver.walk(window.frame)],
                              "all that the window says")
            for secret in ("302, ", "302 ·", "Found, ", "Location", "you are here"):
                found = [text for text in said if secret in text and "Content-Location" not in text]
                if found:
                    raise driver.Failed("“%s” is given away: %r" % (secret, found))
            # What the view showed before may still stand there, out of sight.
            head = window.ask(lambda: (window.texts_under("Status"), window.texts_under("Reason")),
                              "the status head")
            if "302" in head[0] or "Found" in head[1]:
                raise driver.Failed("the status head says it")

        def reveals():
            window.press("301 Moved Permanently", PREDICT)
            window.await_text(PREDICT, "Not quite")
            text = window.await_text(PREDICT, "you said 301")
            if "1 guess: 1 class right, 0 codes right" not in text:
                raise driver.Failed("the tally: %r" % text)
            window.wait(marked, "the marked row")
            window.press("See the Response", PREDICT)
            window.await_text("Status", "302")
            window.await_text("Reason", "Found")

        def guesses_right():
            send(window, origin + "/basic-auth/user/secret")
            window.await_text(PREDICT, "Which class")
            window.press("4xx Client error", PREDICT)
            window.press("401 Unauthorized", PREDICT)
            window.await_text(PREDICT, "2 guesses: 2 classes right, 1 code right")
            window.press("See the Response", PREDICT)
            window.await_text("Status", "401")

        def gives_up():
            send(window, origin + "/status/503")
            window.await_text(PREDICT, "Which class")
            window.press("Show Me", PREDICT)
            window.await_text("Status", "503")
            window.act("win.predict", "win.predict")

        def side_by_side():
            window.press("Codes side by side")
            window.await_text(SIDE_BY_SIDE, "Does the server know who you are?")
            window.press("301 302 303 307 308", SIDE_BY_SIDE)
            window.await_text(SIDE_BY_SIDE, "Has it moved for good?")
            window.press("Send All Five", SIDE_BY_SIDE)
            for line in ("POST 301 → GET 200", "POST 302 → GET 200", "POST 303 → GET 200",
                         "POST 307 → POST 200", "POST 308 → POST 200"):
                window.await_text(SIDE_BY_SIDE, line)
            window.press("Try 307", SIDE_BY_SIDE)
            window.await_text("Status", "307")

        def height():
            return driver.Atspi.Component.get_extents(window.find("Status"),
                                                      driver.Atspi.CoordType.WINDOW).height

        def projects():
            send(window, origin + "/status/200")
            window.await_text("Status", "200")
            before = height()
            for leave in ("win.projector", "win.stop"):  # F11, Escape
                window.act("win.projector", "win.projector")
                window.wait(lambda: height() > before * 1.8, "a large status")
                window.act(leave, leave)
                window.wait(lambda: height() == before, "a status as before: " + leave)

        return driver.run([
            ("projector mode, and two ways out", projects),
            ("the status is hidden until it is guessed", hides),
            ("a guess, and what it was", reveals),
            ("a right guess, and the tally", guesses_right),
            ("giving up", gives_up),
            ("codes side by side, and five redirects", side_by_side),
        ])
    finally:
        if window is not None:
            window.close()
        server.terminate()
        server.wait()
        server.stdout.close()


sys.exit(main())
