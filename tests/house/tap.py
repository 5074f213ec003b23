# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The few lines of the Test Anything Protocol that the house tests need."""

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


class Tap:
    """Prints one line a case; the plan comes at the end."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def case(self, name, problems=(), skip=None):
        """A case passes when there is no problem."""
        self.count += 1
        problems = list(problems)
        if skip:
            print(f'ok {self.count} {name} # SKIP {skip}')
        elif problems:
            self.failed += 1
            print(f'not ok {self.count} {name}')
            for problem in problems:
                print(f'#   {problem}')
        else:
            print(f'ok {self.count} {name}')

    def finish(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)


def source_files(*suffixes, below=('src', 'data', 'tests')):
    """The project's files, by path relative to its top."""
    found = []
    for folder in below:
        for path in sorted((TOP / folder).rglob('*')):
            if path.is_file() and path.name.endswith(suffixes):
                found.append(path.relative_to(TOP))
    return found


def read(path):
    return (TOP / path).read_text(encoding='utf-8')


def run(*command, **options):
    """Runs a command, its output together as text."""
    return subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'}, **options)
