# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""All lessons, step by step, in the real window: fill in, send, the tick, next,
to the end. And a teacher's own, one of which is broken."""

import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
try:
    import driver
except (ImportError, ValueError) as missing:
    print("1..0 # SKIP python3-gi or gir1.2-atspi-2.0 is missing: %s" % missing)
    sys.exit(0)

roundtrip = sys.argv[1]

LISTS = ("Lessons", "Lessons of your own")
OWN = """<lesson>
  <title>A lesson &lt;b&gt;of&lt;/b&gt; my own</title>
  <goal>You see that yours is there.</goal>
  <step>
    <task>Ask for /get.</task>
    <request path="/get"/>
    <check><path is="/get"/><status is="200"/></check>
    <why>It works.</why>
  </step>
</lesson>
"""


def make_own(place):
    folder = os.path.join(place, "roundtrip", "lessons")
    os.makedirs(folder)
    with open(os.path.join(folder, "mine.xml"), "w", encoding="utf-8") as file:
        file.write(OWN)
    with open(os.path.join(folder, "broken.xml"), "w", encoding="utf-8") as file:
        file.write("<lesson>\n  <tittle>Oops</tittle>\n</lesson>\n")


def find_lists(window):
    """The two lists. Found once: to walk a whole window takes its time."""
    found = {node.get_name(): node for node in driver.walk(window.frame)
             if node.get_name() in LISTS and node.get_role_name() == "list"}
    return [found[name] for name in LISTS] if len(found) == 2 else None


def rows(window):
    """The rows of both lists, in order."""
    return [row for found in window.lists for row in driver.children(found)]


def take(window, title):
    """Opens the lesson of the row, as a screen reader would."""
    def look():
        for row in rows(window):
            if row.get_name().split(",")[0] != title.split(",")[0]:
                continue
            for index in range(driver.Atspi.Action.get_n_actions(row)):
                if driver.Atspi.Action.get_action_name(row, index) == "lesson.take":
                    driver.Atspi.Action.do_action(row, index)
                    return True
        return None
    window.wait(look, "the row “%s”" % title)


def action(window, name):
    window.act(name, name)


def place_of(window):
    """(step, steps) of the card."""
    found = re.search(r"Step (\d+) of (\d+)", window.texts_under("Lesson"))
    return (int(found[1]), int(found[2])) if found else None


def await_step(window, number):
    def look():
        place = place_of(window)
        return place if place and place[0] == number else None
    return window.wait(look, "step %d" % number)


def await_done(window, count):
    wanted = re.compile(r"^%d of \d+ done$" % count)
    page = window.lists[0].get_parent()
    window.wait(lambda: any(wanted.match(driver.text_of(node)) for child in driver.children(page)
                            if child.get_role_name() != "list"
                            for node in driver.walk(child)), "%d done" % count)


def walk_lesson(window, title, fill_in, send, go_on):
    take(window, title)
    steps = await_step(window, 1)[1]
    for number in range(1, steps + 1):
        await_step(window, number)
        fill_in()
        send()
        try:
            window.await_text("Lesson", "Passed.")
        except driver.Failed as failed:
            raise driver.Failed("%s, step %d: %s" % (title, number, failed))
        go_on(number == steps)


def main():
    place = tempfile.mkdtemp()
    window = None
    os.environ["XDG_DATA_HOME"] = place
    try:
        make_own(place)
        window = driver.Window([roundtrip])
        action(window, "win.lessons")
        window.lists = window.wait(lambda: find_lists(window), "the lists")
        titles = window.wait(lambda: [row.get_name() for row in rows(window)], "the lessons")
        bundled = titles[:-2]

        def lists():
            if len(bundled) < 12:
                raise driver.Failed("only %r" % bundled)
            await_done(window, 0)

        def names_broken():
            if titles[-2:] != ["broken.xml, cannot be read", "A lesson <b>of</b> my own"]:
                raise driver.Failed("the last are %r" % titles[-2:])
            window.await_text("Lessons of your own",
                              "broken.xml:2: <tittle> is not known inside <lesson>")

        def complains():
            take(window, bundled[0])
            await_step(window, 1)
            action(window, "win.lesson-fill-in")
            url = next(driver.text_of(node) for node in driver.walk(window.await_node("URL"))
                       if "://" in driver.text_of(node))
            window.type("URL", url.replace("/status/200", "/status/418"))
            window.act("Send")
            window.await_text("Lesson", "Not yet.")
            window.await_text("Lesson", "This step wants a 200; the response was 418, because the "
                                        "request went to /status/418.")
            action(window, "win.lesson-leave")
            action(window, "win.lessons")

        def by_buttons():
            walk_lesson(window, bundled[0], lambda: window.act("Fill In"),
                        lambda: window.act("Send"),
                        lambda last: window.act("Finish" if last else "Next"))
            await_done(window, 1)

        def by_actions(number):
            walk_lesson(window, bundled[number], lambda: action(window, "win.lesson-fill-in"),
                        lambda: action(window, "win.send"),
                        lambda last: action(window, "win.lesson-next"))
            await_done(window, number + 1)

        def own():
            walk_lesson(window, titles[-1], lambda: action(window, "win.lesson-fill-in"),
                        lambda: action(window, "win.send"),
                        lambda last: action(window, "win.lesson-next"))
            await_done(window, len(bundled) + 1)

        def remembers():
            done = [row.get_name() for row in rows(window) if row.get_name().endswith(", done")]
            if len(done) != len(bundled) + 1:
                raise driver.Failed("marked: %r" % done)

        return driver.run(
            [("all lessons are listed", lists),
             ("a broken file is named, with line and reason", names_broken),
             ("what was wanted and what was seen", complains),
             ("by its buttons: " + bundled[0], by_buttons)]
            + [(bundled[number], lambda number=number: by_actions(number))
               for number in range(1, len(bundled))]
            + [("a teacher's own lesson", own),
               ("what is done is marked", remembers)])
    finally:
        if window is not None:
            window.close()
        shutil.rmtree(place)


sys.exit(main())
