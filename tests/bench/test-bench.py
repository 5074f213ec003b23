#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The parts of the benchmark work; nothing here asks how fast."""

import json
import sys
import tempfile
from pathlib import Path

sys.path += [str(Path(__file__).resolve().parents[1] / 'house')]

import bench
import bodies
import measure
from rows import Bench
from tap import Tap


def check_body(folder, kind):
    path = bodies.make(folder, kind, 2 * bodies.MB)
    data = path.read_bytes()
    if not bodies.MB < len(data) <= 2 * bodies.MB + 100:
        yield f'{len(data)} bytes'
    if kind.endswith('.ndjson'):
        [json.loads(line) for line in data.splitlines()]
    elif kind.endswith('.json'):
        json.loads(data)
    if kind == 'line.json' and b'\n' in data:
        yield 'more than one line'


def check_received(measured, scheme):
    path = measured.body('random.bin', 20)
    said = measure.numbers(measured.programs / 'receive', measured.url(scheme, path), path)
    if said[1] != path.stat().st_size:
        yield f'{said[1]} bytes'


def check_table():
    row = {'what': 'a', 'peer': 'b', 'unit': 's', 'bound': 1}
    samples = {'median': 0.5, 'min': 0.4, 'max': 0.6}
    lines = list(bench.table([
        {**row, 'not_measured': 'b is not installed'},
        {**row, 'ours': samples, 'theirs': samples, 'ratio': 1.0, 'reached': True},
        {**row, 'peer': None, 'bound': 0.05, 'ours': samples,
         'stages': {'arriving': samples}, 'reached': False}]))
    if 'not measured: b is not installed' not in lines[2]:
        yield lines[2]
    if '500 ms (400–600)' not in lines[3] or '| reached |' not in lines[3]:
        yield lines[3]
    if '| arriving 500 ms |' not in lines[4] or '≤ 50 ms | **not reached** |' not in lines[4]:
        yield lines[4]


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        measured = Bench(sys.argv[1], folder, False)
        for kind in bodies.KINDS:
            tap.case(f'body: {kind}', check_body(folder, kind))
        for scheme in ('http', 'https'):
            tap.case(f'received whole: {scheme}', check_received(measured, scheme))
        measured.stop()
        tap.case('table', check_table())
    tap.finish()


if __name__ == '__main__':
    main()
