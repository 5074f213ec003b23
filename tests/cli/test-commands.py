#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The commands as a person or a script runs them, against the playground.

Usage: test-commands.py PROGRAM
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'house'))
from tap import Tap  # noqa: E402

PROGRAM = sys.argv[1]


class Result:
    def __init__(self, *words):
        done = subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=30)
        self.status = done.returncode
        self.out = done.stdout
        self.err = done.stderr.decode()

    def expect(self, status, out=None, err=()):
        """What differs from what is expected."""
        if self.status != status:
            yield f'status {self.status}, not {status}: {self.err}'
        if out is not None and out not in self.out:
            yield f'{out!r} is not on standard output: {self.out[:300]!r}'
        for words in err:
            if words not in self.err:
                yield f'{words!r} is not on standard error: {self.err!r}'


def check_explain(tap):
    rows = [
        ('404', 0, b'404 Not Found'), ('40', 0, b'400 Bad Request'),
        ('teapot', 0, b'418'), ('too many', 0, b'429 Too Many Requests'),
        ('NOT FOUND', 0, b'404 Not Found'), ('Request Entity Too Large', 0, b'413'),
        ('299', 0, b'299'), ('000', 0, b'000'), ('999', 0, b'999'),
        ('Allow', 0, b'Allow\n'), ('qqzzqq', 1, b''), ('', 1, b''),
    ]
    for query, status, out in rows:
        result = Result('explain', query)
        problems = list(result.expect(status, out))
        if b'\033' in result.out:
            problems.append('colour where there is no terminal')
        tap.case(f'explain {query or "nothing"}', problems)
    tap.case('explain, two words',
             Result('explain', 'too', 'many').expect(0, b'429 Too Many Requests'))
    tap.case('explain, no word', Result('explain').expect(2))


def check_usage(tap):
    tap.case('--version', Result('--version').expect(0, b'Roundtrip '))
    tap.case('--help', Result('--help').expect(0, b'roundtrip send'))
    for command in ('send', 'explain', 'playground'):
        tap.case(f'{command} --help',
                 Result(command, '--help').expect(0, f'roundtrip {command}'.encode()))
    tap.case('send: no URL', Result('send').expect(2, b''))
    tap.case('send: bad option', Result('send', '--nope', 'http://h/').expect(2, b''))
    tap.case('send: bad scheme', Result('send', 'ftp://h/').expect(2, b''))
    tap.case('send: HAR cannot be written', Result(
        'send', '--har=/no/such/folder/x.har', 'http://127.0.0.1:1/').expect(2, b''))
    tap.case('playground: bad port', Result('playground', '--port=70000').expect(2, b''))


def check_send(tap, http, https, ca_file):
    tap.case('send: status', Result('send', f'{http}/status/404').expect(
        0, b'"status": 404', ('< HTTP/1.1 404 Not Found\n', '\n* 404 Not Found\n')))
    tap.case('send: fields as typed', Result(
        'send', '-H', 'x-ONE: 1', '-H', 'X-one: 2', f'{http}/get').expect(
            0, b'["x-ONE", "1"]', ('> x-ONE: 1\n> X-one: 2\n',)))
    tap.case('send: content', Result('send', '-d', 'héllo', f'{http}/anything').expect(
        0, 'héllo'.encode(), ('> POST /anything HTTP/1.1\n',)))
    tap.case('send: follows', Result('send', f'{http}/redirect/2').expect(
        0, None, ('> GET /redirect/1 HTTP/1.1\n', '* 302 ', '\n* 200 OK\n')))
    tap.case('send: does not follow', Result(
        'send', '--no-follow', f'{http}/redirect/2').expect(0, None, ('\n* 302 Found\n',)))
    quiet = Result('send', '-q', f'{http}/status/200')
    tap.case('send: quiet', [quiet.err] if quiet.err or quiet.status else [])
    refused = Result('send', 'http://127.0.0.1:1/')
    tap.case('send: refused', refused.expect(1, b'', ('! Connection refused\n',)))
    tap.case('send: secrets are masked', Result('send', '-u', 'u:p', f'{http}/get').expect(
        0, None, ('> Authorization: Basic ***\n',)))
    tap.case('send: not trusted', Result('send', f'{https}/get').expect(1, b''))
    tap.case('send: --insecure', Result('send', '-k', f'{https}/get').expect(0))
    tap.case('send: --cacert', Result('send', f'--cacert={ca_file}',
                                      f'{https}/get').expect(0, b'"method"'))


def check_har(tap, http, place):
    result = Result('send', '--har=-', f'{http}/redirect/1')
    problems = list(result.expect(0))
    entries = json.loads(result.out)['log']['entries']
    if [entry['response']['status'] for entry in entries] != [302, 200]:
        problems.append(f'entries: {entries}')
    if entries[0]['_next']['why'] != 'redirect':
        problems.append('no _next')
    tap.case('send: HAR to standard output', problems)

    path = place / 'x.har'
    result = Result('send', f'--har={path}', f'{http}/status/503')
    problems = list(result.expect(0, b'503'))
    entry = json.loads(path.read_text())['log']['entries'][0]
    if entry['response']['status'] != 503:
        problems.append(str(entry))
    tap.case('send: HAR to a file', problems)

    result = Result('send', '--har=-', 'http://127.0.0.1:1/')
    entry = json.loads(result.out)['log']['entries'][0]
    tap.case('send: HAR of a failure', [] if result.status == 1
             and entry['_error']['kind'] == 'refused' else [str(entry)])


def check_interrupt(tap, http):
    process = subprocess.Popen([PROGRAM, 'send', '-q', f'{http}/delay/60'],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # A handler that is not there yet would end it by the signal: look for it.
    status = Path(f'/proc/{process.pid}/status')
    caught = 0
    while not caught & (1 << (signal.SIGINT - 1)) and process.poll() is None:
        lines = dict(line.split(':\t', 1) for line in status.read_text().splitlines()
                     if ':\t' in line)
        caught = int(lines.get('SigCgt', '0'), 16)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    tap.case('send: interrupted', [] if process.returncode == 1 and err
             else [f'{process.returncode}: {err!r}'])


def main():
    tap = Tap()
    os.environ.pop('NO_COLOR', None)
    check_explain(tap)
    check_usage(tap)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ca_file = place / 'ca.pem'
        server = subprocess.Popen([PROGRAM, 'playground', f'--write-ca={ca_file}'],
                                  stdout=subprocess.PIPE, text=True)
        try:
            http = server.stdout.readline().strip()
            https = server.stdout.readline().strip()
            check_send(tap, http, https, ca_file)
            check_har(tap, http, place)
            check_interrupt(tap, http)
        finally:
            server.terminate()
            server.wait(timeout=30)
    tap.case('playground: ends on SIGTERM', [] if server.returncode == 0
             else [f'status {server.returncode}'])
    tap.finish()


if __name__ == '__main__':
    main()
