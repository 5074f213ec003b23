# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rows of the benchmark: what is measured, against what, and what it must
reach. Each gives functions that take one sample of ours and one of the peer's;
a row without a peer is measured against its bound alone."""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import bodies
import measure

MB = bodies.MB
ABSENT = 'no such text'


@dataclass
class Row:
    name: str
    what: str
    bound: float
    unit: str          # of the samples
    peer: str = None   # in words; without one the bound is an amount
    needs: list = field(default_factory=list)  # programs of others
    parts: list = field(default_factory=list)  # programs of this folder


class Bench:
    """What the rows share: bodies, the server, the programs."""

    def __init__(self, build, folder, quick):
        self.build = Path(build)
        self.programs = self.build / 'tests/bench'
        self.app = self.build / 'src/roundtrip'
        self.folder = Path(folder)
        self.served = self.folder / 'served'
        self.served.mkdir()
        (self.served / 'small.json').write_text('{"text": "' + 'x' * 180 + '"}')
        self.scale = 10 if quick else 1
        self.server = None
        self.stages = {}  # row -> stage -> samples

    def body(self, kind, megabytes):
        return bodies.make(self.served, kind, megabytes * MB // self.scale)

    def count(self, number):
        return number // self.scale

    def url(self, scheme, path):
        """Of a file that the server gives; starts it anew, so that it knows it."""
        self.stop()
        self.server = subprocess.Popen([self.programs / 'server', self.served],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ports = dict(zip(('http', 'https'), self.server.stdout.readline().split()))
        return f'{scheme}://127.0.0.1:{ports[scheme]}/{Path(path).name}'

    def stop(self):
        if self.server:
            self.server.communicate()
            self.server = None

    def missing(self, row):
        """Why a row cannot be measured here; None when it can."""
        for name in row.needs:
            if not shutil.which(name):
                return f'{name} is not installed'
        for name in row.parts:
            if not (self.programs / name).exists():
                return f'tests/bench/{name} was not built'
        return None


def receive(bench, scheme):
    url = bench.url(scheme, bench.body('random.bin', 1000))
    out = bench.folder / 'received'

    def ours():
        return measure.numbers(bench.programs / 'receive', url)[0] / 1e6

    def peer():
        out.unlink(missing_ok=True)
        taken = measure.numbers('curl', '-s', '-k', '-o', out, '-w', '%{time_total}', url)[0]
        out.unlink()
        return taken
    return ours, peer


def small_gets(bench):
    url = bench.url('http', 'small.json')
    count = bench.count(2000)

    def sample(program):
        return lambda: measure.numbers(bench.programs / program, url, count)[0] / 1e6
    return sample('send'), sample('curl-send')


def reindent(bench):
    path = bench.body('line.json', 100)
    return (lambda: measure.seconds(bench.programs / 'reindent', path),
            lambda: measure.seconds('jq', '.', path))


def index(bench, column):
    path = bench.body('pretty.json', 100)

    def sample(program):
        return lambda: measure.numbers(bench.programs / program, path)[column] / 1e6
    return sample('index'), sample('json-glib-parse')


def find(bench):
    path = bench.body('text.log', 100)
    return (lambda: measure.numbers(bench.programs / 'find', path, ABSENT)[0] / 1e6,
            lambda: measure.seconds('grep', '-c', ABSENT, path))


TYPES = {'.log': 'text/plain; charset=utf-8', '.json': 'application/json'}


def first_screen(bench, kind, *sizes):
    """Of a body of each size in megabytes."""
    def sample(path):
        return lambda: measure.numbers(bench.programs / 'first-screen', path,
                                       TYPES[path.suffix])[0] / 1e6
    return [sample(bench.body(kind, size)) for size in sizes]


def stall(bench, name, kind):
    path = bench.body(kind, 1000)

    def ours():
        longest = 0
        for line in measure.run(bench.programs / 'stall', path, TYPES[path.suffix]).splitlines():
            stage, taken = line.split()[:2]
            bench.stages.setdefault(name, {}).setdefault(stage, []).append(int(taken) / 1e6)
            longest = max(longest, int(taken) / 1e6)
        return longest
    return [ours]


def firefox(bench):
    """Both are watched from outside, by the same rule; ours from Send on. When
    Firefox sends is not seen: the peer is what it takes longer to show the body
    than to show a small one after its start."""
    urls = [bench.url('http', bench.body('line.json', 50))]
    urls.append(urls[0].rsplit('/', 1)[0] + '/small.json')
    quiet = 5000

    def settled(*command):
        return measure.numbers(bench.programs / 'first-frame', quiet, *command)[1] / 1e6

    def show_in_firefox(url):
        with tempfile.TemporaryDirectory(dir=bench.folder) as profile:
            return settled('firefox-esr', '--no-remote', '--profile', profile, url)
    return (lambda: settled(bench.programs / 'send-screen', urls[0]),
            lambda: show_in_firefox(urls[0]) - show_in_firefox(urls[1]))


def window(bench, column):
    quiet = 0 if column == 0 else 1500

    def sample(command):
        return lambda: measure.numbers(bench.programs / 'first-frame', quiet,
                                       command)[column] / 1e6
    return sample(bench.app), sample('gnome-text-editor')


ROWS = [
    (Row('receive-http', 'receive 1 GB over http, recorded, into RtBody', 1.0, 's',
         'curl -o FILE', ['curl'], ['receive', 'server']),
     lambda bench: receive(bench, 'http')),
    (Row('receive-https', 'receive 1 GB over https, recorded, into RtBody', 1.0, 's',
         'curl -o FILE', ['curl'], ['receive', 'server']),
     lambda bench: receive(bench, 'https')),
    (Row('small-gets', '2,000 small GETs on one connection, one after the other', 2.0, 's',
         'a libcurl program', [], ['send', 'curl-send', 'server']),
     small_gets),
    (Row('re-indent', 're-indent 100 MB of JSON', 0.04, 's', 'jq .', ['jq'], ['reindent']),
     reindent),
    (Row('index-time', 'index and check 100 MB of JSON', 0.10, 's', 'json-glib',
         [], ['index', 'json-glib-parse']),
     lambda bench: index(bench, 0)),
    (Row('index-memory', 'memory of that index', 0.05, 'MB', 'json-glib',
         [], ['index', 'json-glib-parse']),
     lambda bench: index(bench, 1)),
    (Row('find', 'find in 100 MB, absent text', 3.0, 's', 'grep -c', ['grep'], ['find']),
     find),
    (Row('firefox', '50 MB of JSON, Send to settled first screen', 0.02, 's', 'firefox-esr',
         ['firefox-esr', 'Xvfb'], ['first-frame', 'send-screen', 'server']),
     firefox),
    (Row('first-screen-text', 'first screen of 100 MB of text after its last byte', 0.05, 's',
         None, ['Xvfb'], ['first-screen']),
     lambda bench: first_screen(bench, 'text.log', 100)),
    (Row('first-screen-json', 'first screen of 100 MB of JSON after its last byte', 0.05, 's',
         None, ['Xvfb'], ['first-screen']),
     lambda bench: first_screen(bench, 'line.json', 100)),
    (Row('first-screen-grows', 'first screen of 1 GB of JSON', 2.0, 's', '100 MB of it',
         ['Xvfb'], ['first-screen']),
     lambda bench: first_screen(bench, 'line.json', 1000, 100)),
    (Row('stall-text', 'longest stall of the window with 1 GB of text', 0.05, 's',
         None, ['Xvfb'], ['stall']),
     lambda bench: stall(bench, 'stall-text', 'text.log')),
    (Row('stall-json', 'longest stall of the window with 1 GB of JSON on one line', 0.05, 's',
         None, ['Xvfb'], ['stall']),
     lambda bench: stall(bench, 'stall-json', 'line.json')),
    (Row('first-frame', 'start to first painted frame', 0.75, 's', 'gnome-text-editor',
         ['gnome-text-editor', 'Xvfb'], ['first-frame']),
     lambda bench: window(bench, 0)),
    (Row('idle-memory', 'memory of the idle window (PSS)', 0.9, 'MB', 'gnome-text-editor',
         ['gnome-text-editor', 'Xvfb'], ['first-frame']),
     lambda bench: window(bench, 2)),
]
