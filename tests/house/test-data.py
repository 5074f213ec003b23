#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The desktop file, the metainfo and the schema, by their own validators.

Usage: test-data.py FOLDER-OF-THE-BUILT-DATA APP-ID
"""

import shutil
import sys
from pathlib import Path

from tap import TOP, Tap, run, source_files


def check(tap, name, tool, *arguments):
    if not shutil.which(tool):
        tap.case(name, skip=f'{tool} is not installed')
        return
    result = run(tool, *arguments)
    tap.case(name, result.stdout.splitlines() or ['no word']
             if result.returncode else [])


def main():
    tap = Tap()
    built, app_id = Path(sys.argv[1]), sys.argv[2]
    check(tap, 'desktop file', 'desktop-file-validate',
          str(built / f'{app_id}.desktop'))
    # The project has no page on the web to name. Older versions do not ask
    # for one, and refuse to hear of it.
    no_page = ['--override=url-homepage-missing=info']
    if shutil.which('appstreamcli') and 'not recognized' in run(
            'appstreamcli', 'validate', '--no-net', *no_page,
            str(built / f'{app_id}.metainfo.xml')).stdout:
        no_page = []
    check(tap, 'metainfo', 'appstreamcli', 'validate', '--no-net', '--explain',
          *no_page,
          str(built / f'{app_id}.metainfo.xml'))
    schemas = [path for path in source_files('.gschema.xml', below=('data',))]
    if schemas:
        check(tap, 'schema', 'glib-compile-schemas', '--strict', '--dry-run',
              str(TOP / 'data'))
    for path in source_files('.svg', below=('data',)):
        check(tap, f'well-formed: {path}', 'xmllint', '--noout', '--nonet',
              str(TOP / path))
    for path in source_files('.xml', '.ui', below=('data', 'src')):
        check(tap, f'well-formed: {path}', 'xmllint', '--noout', '--nonet',
              str(TOP / path))
    tap.finish()


if __name__ == '__main__':
    main()
