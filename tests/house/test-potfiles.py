#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""po/POTFILES.in names every file with text for translators, and no other.

Usage: test-potfiles.py [--update], which writes the list anew
"""

import re
import sys

from tap import TOP, Tap, read, source_files

CALL = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|Q_|ngettext|dngettext|g_dngettext'
                  r'|g_dpgettext2?)\s*\(\s*(?:NULL\s*,\s*|GETTEXT_PACKAGE\s*,\s*)?"')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)
TRANSLATABLE = re.compile(r'translatable="(?:yes|true|1)"')
LOCALISED = re.compile(r'<(?:summary|description)\b')


def has_text(path):
    """Whether translators find something to do in the file."""
    name = path.name
    if name.endswith(('.desktop.in', '.desktop.in.in',
                      '.metainfo.xml.in', '.metainfo.xml.in.in')):
        return True
    text = read(path)
    if name.endswith('.c') or name.endswith('.h'):
        return CALL.search(COMMENT.sub('', text)) is not None
    if name.endswith('.ui'):
        return TRANSLATABLE.search(text) is not None
    if '.gschema.xml' in name:
        return LOCALISED.search(text) is not None
    # All that the reference says is text, but for its fields' bare names. So is
    # most of a lesson.
    return any(root in text for root in
               ('<status-codes', '<entries', '<look-alikes', '<lesson>'))


def main():
    tap = Tap()
    listed = [line.strip() for line in read('po/POTFILES.in').splitlines()
              if line.strip() and not line.startswith('#')]
    files = source_files('.c', '.h', '.ui', '.xml', '.xml.in', '.desktop.in',
                         '.desktop.in.in', '.xml.in.in', below=('src', 'data'))
    wanted = {str(path) for path in files if has_text(path)}

    if '--update' in sys.argv:
        lines = ''.join(f'{name}\n' for name in sorted(wanted))
        (TOP / 'po/POTFILES.in').write_text(lines, encoding='utf-8')
        return

    tap.case('complete', sorted(f'missing: {path}'
                                for path in wanted - set(listed)))
    tap.case('nothing in vain', sorted(
        f'no text in it: {path}' if (TOP / path).exists()
        else f'no such file: {path}' for path in set(listed) - wanted))
    tap.case('in order', ['not sorted, or a name twice']
             if listed != sorted(set(listed)) else [])
    tap.finish()


if __name__ == '__main__':
    main()
