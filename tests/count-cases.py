#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Counts the single cases of a meson test run.

Usage: count-cases.py testlog.json STATUS-OF-MESON-TEST

A test that speaks TAP counts by its cases, any other as one. A test that ended
badly although all its cases passed (a crash, a time-out, cases that never ran)
counts as one failure. Prints the output of what failed, then the counts alone
on the last line.
"""

import json
import re
import sys

CASE = re.compile(r'^( *)(not )?ok\b([^#]*)(?:#\s*(SKIP|TODO)\b.*)?', re.I)
PLAN = re.compile(r'^1\.\.\d+', re.M)


def count_tap(text):
    """Numbers of passed, failed, skipped in TAP, also with sub-tests, whose
    indented cases count in place of the line that sums them up."""
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    inner = {}
    for line in text.splitlines():
        match = CASE.match(line)
        if not match:
            continue
        indent, bad, _, directive = match.groups()
        depth = len(indent)
        deeper = [d for d in inner if d > depth]
        failed_inside = sum(inner.pop(d)['failed'] for d in deeper)
        mine = inner.setdefault(depth, {'failed': 0})
        directive = (directive or '').upper()
        if bad and directive != 'TODO':
            mine['failed'] += 1
            if not failed_inside:
                counts['failed'] += 1
        elif not deeper:
            counts['skipped' if directive else 'passed'] += 1
    return counts


def count_test(test):
    """The same for one test of meson's log."""
    result = test['result']
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    if PLAN.search(test.get('stdout') or ''):
        counts = count_tap(test['stdout'])
    elif result in ('OK', 'EXPECTEDFAIL'):
        counts['passed'] = 1
    elif result == 'SKIP':
        counts['skipped'] = 1
    ended_well = result in ('OK', 'EXPECTEDFAIL', 'SKIP')
    if not ended_well and not counts['failed']:
        counts['failed'] = 1
    return counts


def print_failure(test):
    print('\n' + '=' * 72)
    print(f"{test['name']}: {test['result']}, status {test.get('returncode')}")
    print('=' * 72)
    for stream in ('stdout', 'stderr'):
        if test.get(stream):
            print(test[stream].rstrip())


def main():
    try:
        with open(sys.argv[1], encoding='utf-8', errors='replace') as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except OSError:
        tests = []

    total = {'passed': 0, 'failed': 0, 'skipped': 0}
    for test in tests:
        counts = count_test(test)
        if counts['failed']:
            print_failure(test)
        for kind in total:
            total[kind] += counts[kind]

    meson_failed = int(sys.argv[2]) != 0
    if not total['passed'] and not total['failed']:
        print('No test ran.')
        total['failed'] = 1
    elif meson_failed and not total['failed']:
        print(f'meson test ended with status {sys.argv[2]}.')
        total['failed'] = 1

    line = f"{total['passed']} passed, {total['failed']} failed"
    if total['skipped']:
        line += f", {total['skipped']} skipped"
    print(line)
    return 1 if total['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
