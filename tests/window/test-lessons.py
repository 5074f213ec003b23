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
                    return row, index
        return None
    do_once(*window.wait(look, "the row “%s”" % title))


def do_once(node, index):
    """Never twice: when the answer is late, it was done all the same."""
    try:
        driver.Atspi.Action.do_action(node, index)
    except driver.GLib.Error:
        pass


def find_action(window, name):
    """Its index among the actions of the window that can be done now. They come
    and go, so it is looked for first where it was."""
    frame, places = window.frame, window.places
    if name in places and places[name] < driver.Atspi.Action.get_n_actions(frame) \
            and driver.Atspi.Action.get_action_name(frame, places[name]) == name:
        return places[name]
    for index in range(driver.Atspi.Action.get_n_actions(frame)):
        if driver.Atspi.Action.get_action_name(frame, index) == name:
            places[name] = index
            return index
    return None


def action(window, name):
    def look():
        index = find_action(window, name)
        return None if index is None else (index,)
    do_once(window.frame, window.wait(look, "the action " + name)[0])


def card_texts(window):
    """What the labels of the card say. They are looked for anew now and then:
    those that are hidden may not be listed."""
    if window.card is None:
        window.card = window.await_node("Lesson")
    window.looks += 1
    if window.looks % 8 == 1:
        window.labels = [node for node in driver.walk(window.card)
                         if node.get_role() == driver.Atspi.Role.LABEL]
    return [driver.text_of(node) for node in window.labels]


def await_step(window, number):
    """How many steps there are, when the card is at this one."""
    title = re.compile(r"Step %d of (\d+)" % number)

    def look():
        return next(filter(None, map(title.match, card_texts(window))), None)
    return int(window.wait(look, "step %d" % number)[1])


def await_verdict(window, wanted):
    try:
        window.wait(lambda: wanted in card_texts(window), "“%s” on the card" % wanted)
    except driver.Failed as failed:
        if window.process.poll() is not None:
            raise
        raise driver.Failed("%s; it says %r" % (failed, card_texts(window)))


def await_done(window, count):
    wanted = re.compile(r"^%d of \d+ done$" % count)
    page = window.lists[0].get_parent()
    window.wait(lambda: any(wanted.match(driver.text_of(node)) for child in driver.children(page)
                            if child.get_role_name() != "list"
                            for node in driver.walk(child)), "%d done" % count)


def press(window, name, below):
    """The button of this name below the node; the whole window would take long."""
    def look():
        return next((node for node in driver.walk(below)
                     if node.get_name() == name and "button" in node.get_role_name()), None)
    do_once(window.wait(look, "the button “%s”" % name), 0)


def walk_lesson(window, title, fill_in, send, go_on):
    take(window, title)
    steps = await_step(window, 1)
    for number in range(1, steps + 1):
        await_step(window, number)
        fill_in()
        send()
        try:
            await_verdict(window, "Passed.")
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
        window.card, window.looks, window.places = None, 0, {}
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
            url = window.wait(window.url_shown, "the URL of the step")
            window.type("URL", url.replace("/status/200", "/status/418"))
            action(window, "win.send")
            await_verdict(window, "Not yet.")
            await_verdict(window, "This step wants a 200; the response was 418, because the "
                                  "request went to /status/418.")
            action(window, "win.lesson-leave")
            action(window, "win.lessons")

        def by_buttons():
            send = window.wait(lambda: next((node for node in driver.walk(window.frame)
                                             if node.get_name() == "Send"
                                             and "button" in node.get_role_name()), None),
                               "the button “Send”")
            walk_lesson(window, bundled[0], lambda: press(window, "Fill In", window.card),
                        lambda: press(window, "Send", send),
                        # A press takes effect later, and nothing tells of the end of a
                        # lesson when that is; an action does at once.
                        lambda last: action(window, "win.lesson-next") if last
                        else press(window, "Next", window.card))
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
