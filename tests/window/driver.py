# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Drives the real window as a screen reader would: everything is found by its
accessible name. Nothing waits for a time; what is awaited is a condition."""

import os
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# The keys' numbers on every keyboard of X.
ALT = 64
CONTROL = 37
PATIENCE = 30  # seconds until a condition that never comes true is a failure

# A window of a busy machine answers later than within the 0.8 s of the library.
Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)


class Failed(Exception):
    pass


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:  # GTK 4.18 gives holes
            yield child


def walk(node, closed=()):
    """The node and all below it, but for what is below those named in closed."""
    yield node
    if closed and node.get_name() in closed:
        return
    for child in children(node):
        yield from walk(child, closed)


def text_of(node):
    """The text of a node, or its name where it has no text interface. Called
    by the interface, as newer bindings give the short names to others."""
    if node.get_text_iface() is None:
        return node.get_name() or ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


class Window:
    # Names of nodes that a test does not look into: a long list takes a second.
    closed = ()

    def __init__(self, command):
        # Only the program's own warnings are fatal, not those of this process.
        environment = dict(os.environ, G_DEBUG="fatal-criticals")
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment)
        self.frame = None
        try:
            self.frame = self.wait(self._find_frame, "the window")
        except Failed:
            self.close()
            raise

    def _find_frame(self):
        desktop = Atspi.get_desktop(0)
        for app in children(desktop):
            if app.get_process_id() != self.process.pid:
                continue
            for frame in children(app):
                if frame.get_role() == Atspi.Role.FRAME:
                    return frame
        return None

    def wait(self, condition, what):
        """Asks until the condition gives something; what it gives."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                result = condition()
            except GLib.Error:  # a node that has just gone away
                result = None
            if result:
                return result
            if self.process.poll() is not None:
                raise Failed("the program ended with %s while waiting for %s: %s"
                             % (self.process.returncode, what,
                                self.process.stderr.read().decode("utf-8", "replace")[-2000:]))
            context = GLib.MainContext.default()
            context.iteration(False)
            time.sleep(0.02)  # between two questions, not in place of one
        raise Failed("waited in vain for " + what)

    def ask(self, question, what):
        """Its answer, whatever that is. While one walks, the window goes on: a
        question to a node that has gone away meanwhile is asked anew."""
        return self.wait(lambda: (question(),), what)[0]

    def nodes(self):
        return walk(self.frame, self.closed)

    def find(self, name, role=None):
        for node in self.nodes():
            if node.get_name() == name and (role is None or node.get_role() == role):
                return node
        return None

    def await_node(self, name, role=None):
        return self.wait(lambda: self.find(name, role), "“%s”" % name)

    def texts_under(self, name):
        """All texts below the named node, joined."""
        node = self.find(name)
        if node is None:
            return ""
        return "\n".join(filter(None, (text_of(part) for part in walk(node))))

    def await_text(self, name, wanted):
        def look():
            text = self.texts_under(name)
            return text if wanted in text else None
        try:
            return self.wait(look, "“%s” in “%s”" % (wanted, name))
        except Failed as failed:
            if self.process.poll() is not None:
                raise
            said = self.ask(lambda: self.texts_under(name), "“%s”" % name)
            raise Failed("%s; it says: %r" % (failed, said[:500]))

    def type(self, name, text):
        def look():
            return next((part for part in walk(self.find(name))
                         if part.get_state_set().contains(Atspi.StateType.EDITABLE)), None)
        self.await_node(name)
        Atspi.EditableText.set_text_contents(self.wait(look, "“%s” to type into" % name), text)

    def url_shown(self):
        """What the URL entry holds, or None."""
        return next((text for text in map(text_of, walk(self.await_node("URL")))
                     if "://" in text), None)

    def act(self, name, action=None):
        """Presses the named button, or does the named action of the window."""
        def look():
            for node in self._actors(name) if action is None else [self.frame]:
                for index in range(Atspi.Action.get_n_actions(node)):
                    if action is None or Atspi.Action.get_action_name(node, index) == action:
                        return node, index
            return None
        Atspi.Action.do_action(*self.wait(look, "an action on “%s”" % (action or name)))

    def _actors(self, name):
        # A label of the same name has actions as well: to copy its text.
        return sorted((node for node in self.nodes()
                       if node.get_name() == name and node.get_action_iface() is not None),
                      key=lambda node: "button" not in node.get_role_name())

    def press_with(self, modifier, letter):
        """There is no window manager: the window has the keyboard."""
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.RELEASE)

    def press_with_alt(self, letter):
        self.press_with(ALT, letter)

    def press_with_control(self, letter):
        self.press_with(CONTROL, letter)

    def is_chosen(self, name):
        """The tab of this name is the one whose page is shown."""
        return any(node.get_name() == name and node.get_role() == Atspi.Role.PAGE_TAB
                   and node.get_state_set().contains(Atspi.StateType.SELECTED)
                   for node in self.nodes())

    def choose(self, name):
        """Shows every page whose tab has this name. Which interface a tab has
        depends on the version of GTK."""
        def look():
            return [node for node in self.nodes() if node.get_name() == name]
        for node in self.wait(look, "the tab “%s”" % name):
            if node.get_action_iface() is not None and Atspi.Action.get_n_actions(node) > 0:
                Atspi.Action.do_action(node, 0)
            elif node.get_role() == Atspi.Role.PAGE_TAB:
                Atspi.Selection.select_child(node.get_parent(), node.get_index_in_parent())

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()


def run(cases):
    """TAP: each case is (name, function)."""
    print("1..%d" % len(cases))
    failed = 0
    for number, (name, function) in enumerate(cases, 1):
        try:
            function()
            print("ok %d %s" % (number, name), flush=True)
        except (Failed, GLib.Error) as problem:
            failed += 1
            print("# %s" % problem)
            print("not ok %d %s" % (number, name), flush=True)
    return 1 if failed else 0


def playground(roundtrip):
    """The app's own server, alone: (process, http origin)."""
    process = subprocess.Popen([roundtrip, "playground"], stdout=subprocess.PIPE, text=True,
                               env=dict(os.environ))
    return process, process.stdout.readline().strip()
