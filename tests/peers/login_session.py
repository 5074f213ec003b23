# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sends with roundtrip, and compares the whole trail with what it should be."""

import json
import subprocess
import time

from login_servers import USERS


def describe(fields, name):
    """The scheme of credentials, of Digest its algorithm and qop as well."""
    values = [field['value'] for field in fields if field['name'].lower() == name]
    if len(values) != 1:
        return '-' if not values else f'{len(values)} times {name}'
    scheme, _, rest = values[0].partition(' ')
    if scheme != 'Digest':
        return scheme
    params = [param.strip() for param in rest.split(',')]
    words = [param.partition('=')[2] for key in ('algorithm', 'qop') for param in params
             if param.startswith(f'{key}=')]
    return '/'.join([scheme, *words])


def make_ladder(log):
    """"- 401, Digest/MD5/auth 200"; what goes to a proxy stands after "via"."""
    steps = []
    for entry in log['entries']:
        fields = entry['request']['headers']
        method = entry['request']['method']
        proxy = describe(fields, 'proxy-authorization')
        steps.append(' '.join([*([method] if method == 'CONNECT' else []),
                               describe(fields, 'authorization'),
                               *(['via', proxy] if proxy != '-' else []),
                               str(entry['response']['status'])]))
    return ', '.join(steps)


def content_of(log):
    return log['entries'] and log['entries'][-1]['response']['content'].get('text', '')


def notes_of(log):
    return [note['id'] for note in log['entries'][-1]['_notes']] if log['entries'] else []


class Session:
    """One server that runs, and the requests to it."""

    def __init__(self, tap, program, name, url):
        self.tap = tap
        self.program = program
        self.name = name
        self.url = url

    def send(self, path, *options):
        url = path if path.startswith('http') else self.url + path
        done = subprocess.run([self.program, 'send', '--quiet', '--har=-', '--show-secrets',
                               '--timeout=100', *options, url], capture_output=True,
                              encoding='utf-8')
        try:
            return json.loads(done.stdout)['log']
        except ValueError:
            return {'entries': [], 'comment': done.stderr}

    def check(self, words, path, *options, ladder, end='', content=None, note=None, also=()):
        """@note: the id of one on the last exchange; @also: what else is wrong, found
        out by calling them with the log."""
        log = self.send(path, *options)
        problems = [found for look in also for found in look(log)]
        if make_ladder(log) != ladder:
            problems.append(f'not {ladder}, but {make_ladder(log)}')
        comment = log.get('comment', '')
        if end not in comment or (not end and comment):
            problems.append(f'ended with {comment!r}, not {end!r}')
        if content is not None and content not in content_of(log):
            problems.append(f'no {content!r} in {content_of(log)!r}')
        if note and note not in (found := notes_of(log)):
            problems.append(f'no note {note} among {found}')
        self.tap.case(f'{self.name}: {words}', problems)


def received_nothing_secret(witness):
    """Asserted at the receiving end, not on our own record."""
    witness.take()

    def look(_log):
        requests = witness.take()
        if len(requests) != 1:
            yield f'the other origin received {len(requests)} requests'
        for _, target, fields, _ in requests:
            for name in ('Authorization', 'Proxy-Authorization', 'Cookie'):
                if name in fields:
                    yield f'{name} went to the other origin: {fields[name]}'
            if any(secret in target for secret in USERS.values()):
                yield f'a secret stands in {target}'
    return look


def received(witness, path):
    """The content of the file arrived, once and whole."""
    witness.take()

    def look(_log):
        contents = [content for *_, content in witness.take()]
        if contents != [path.read_bytes()]:
            yield f'received {contents!r}'
    return look


def logged(server, line):
    """The server itself says who was logged in."""
    def look(_log):
        for _ in range(500):
            text = server.log.read_text(encoding='utf-8', errors='replace')
            if line in text:
                return
            time.sleep(0.01)
        yield f'no {line!r} in the log of {server.name}: {text[-500:]!r}'
    return look
