#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The runner itself: it counts cases right, and what is broken never passes."""

import json
import sys
import tempfile
from pathlib import Path

from tap import TOP, Tap, run

FLAT = 'TAP version 13\n# Start of x\nok 1 /a\nok 2 /b # SKIP no network\n1..2\n'
NESTED = ('TAP version 14\n# Subtest: x\n    ok 1 /a\n    not ok 2 /b\n'
          '    1..2\nnot ok 1 x\nok 2 /c\n1..2\n')
CASES = [
    # name, tests as (result, output), status of meson, last line, status
    ('flat', [('OK', FLAT)], 0, '1 passed, 0 failed, 1 skipped', 0),
    ('nested', [('FAIL', NESTED)], 1, '2 passed, 1 failed', 1),
    ('no TAP', [('OK', 'hello'), ('OK', '')], 0, '2 passed, 0 failed', 0),
    ('one fails', [('OK', 'ok 1 a\nnot ok 2 b\n1..2\n')], 1,
     '1 passed, 1 failed', 1),
    ('crash after its cases', [('ERROR', 'ok 1 /a\n1..1\n')], 1,
     '1 passed, 1 failed', 1),
    ('crash before its plan', [('ERROR', 'ok 1 /a\n')], 1,
     '0 passed, 1 failed', 1),
    ('time-out', [('TIMEOUT', '')], 1, '0 passed, 1 failed', 1),
    ('nothing ran', [], 0, '0 passed, 1 failed', 1),
    ('only skipped', [('SKIP', '')], 0, '0 passed, 1 failed, 1 skipped', 1),
    ('meson itself fails', [('OK', '')], 2, '1 passed, 1 failed', 1),
]


def check_counting(name, tests, meson, last, status):
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for result, output in tests:
            log.write(json.dumps({'name': 't', 'result': result,
                                  'stdout': output}) + '\n')
        log.flush()
        done = run(sys.executable, str(TOP / 'tests/count-cases.py'), log.name,
                   str(meson))
    said = done.stdout.splitlines()[-1]
    if said != last:
        yield f'said "{said}", not "{last}"'
    if done.returncode != status:
        yield f'status {done.returncode}, not {status}'


SETS = ('build', 'run', 'test', 'extra', 'bench')


def package_lines():
    for line in (TOP / '.ci/packages').read_text().splitlines():
        if line and not line.startswith('#'):
            yield line.split()


def main():
    tap = Tap()
    for case in CASES:
        tap.case(f'count: {case[0]}', check_counting(*case))
    missing = Path(tempfile.gettempdir()) / 'no-such-log.json'
    done = run(sys.executable, str(TOP / 'tests/count-cases.py'), str(missing),
               '0')
    tap.case('count: no log', [] if done.returncode == 1 else [done.stdout])
    lines = list(package_lines())
    tap.case('packages: form', [' '.join(words) for words in lines if len(words) != 2
                                or words[0] not in SETS])
    tap.case('packages: in order, once', [] if lines == sorted(
        lines, key=lambda w: (SETS.index(w[0]), w[1]))
        and len({tuple(w) for w in lines}) == len(lines) else ['not sorted'])
    tap.finish()


if __name__ == '__main__':
    main()
