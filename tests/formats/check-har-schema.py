#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Holds a HAR file against the public JSON schema of HAR 1.2, where that and a
validator are at hand.

Usage: check-har-schema.py TEST-HAR-PROGRAM
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SKIP = 77
TOP = Path(__file__).resolve().parents[2]
SCHEMAS = TOP.parent / 'shared/suites/har/har-schema/lib'


def main():
    try:
        import jsonschema
    except ImportError:
        print('Skipped: python3-jsonschema is not installed')
        return SKIP
    if not SCHEMAS.is_dir():
        print('Skipped: the public schema is not at hand')
        return SKIP

    store = {}
    for path in SCHEMAS.glob('*.json'):
        schema = json.loads(path.read_text())
        store[schema['$id'].rstrip('#')] = schema
    with tempfile.TemporaryDirectory() as place:
        har = Path(place) / 'trail.har'
        subprocess.run([sys.argv[1], str(har)], check=True)
        document = json.loads(har.read_text())
    resolver = jsonschema.RefResolver('', store['har.json'], store=store)
    validator = jsonschema.Draft6Validator(
        store['har.json'], resolver=resolver,
        format_checker=jsonschema.FormatChecker(('ipv4', 'ipv6')))
    problems = list(validator.iter_errors(document))
    for problem in problems:
        print('/'.join(map(str, problem.absolute_path)), problem.message)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
