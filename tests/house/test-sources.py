#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How every source file must look: its licence, its size, its spelling of
templates. Sizes past the soft limits are only said."""

import re

from tap import Tap, read, source_files

SOFT_LINES = {'.c': 500, '.h': 500, '.ui': 300}
SYSTEM_NAMES = {'assert.h', 'error.h', 'form.h', 'glob.h', 'link.h',
                'locale.h', 'math.h', 'menu.h', 'panel.h', 'regex.h',
                'search.h', 'signal.h', 'string.h', 'strings.h', 'time.h'}


def without_licence(paths):
    for path in paths:
        head = ''.join(read(path).splitlines(keepends=True)[:5])
        # A template has room for one line of comment.
        if (('Copyright' not in head and path.suffix != '.ui')
                or 'SPDX-License-Identifier: GPL-3.0-or-later' not in head):
            yield f'{path}: no copyright and SPDX lines at its top'


def say_sizes(paths):
    for path in paths:
        lines = read(path).count('\n')
        if lines > SOFT_LINES[path.suffix]:
            print(f'# {path}: {lines} lines, more than '
                  f'{SOFT_LINES[path.suffix]}')
        for number, line in enumerate(read(path).splitlines(), 1):
            if path.suffix != '.ui' and len(line) > 100:
                print(f'# {path}:{number}: {len(line)} columns')


def main():
    tap = Tap()
    code = source_files('.c', '.h')
    templates = source_files('.ui')
    scripts = source_files('.py', '.sh')
    tap.case('licence', without_licence(code + templates + scripts))
    tap.case('no CDATA in templates',
             [str(path) for path in templates if '<![CDATA[' in read(path)])
    tap.case('no tabs', [str(path) for path in code if '\t' in read(path)])
    tap.case('no header named like a system header',
             [str(path) for path in code if path.name in SYSTEM_NAMES])
    tap.case('headers are included once',
             [str(path) for path in source_files('.h')
              if not re.search(r'^#pragma once$', read(path), re.M)])
    tap.case('numbers are read by base/number.h, which says why',
             [str(path) for path in source_files('.c')
              if 'g_ascii_string_to_' in read(path)])
    say_sizes(code + templates)
    tap.finish()


if __name__ == '__main__':
    main()
