#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The commands as a person or a script runs them, against the playground.

Usage: test-commands.py PROGRAM
"""

import base64
import json
import os
import pty
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'house'))
from tap import Tap  # noqa: E402

PROGRAM = sys.argv[1]


class Result:
    def __init__(self, *words, given=b''):
        done = subprocess.run([PROGRAM, *words], input=given,
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


def on_terminal(*words, environment=None):
    """What a person sees: both outputs on one terminal, and the status."""
    near, far = pty.openpty()
    settings = {**os.environ, 'TERM': 'xterm', **(environment or {})}
    process = subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=far,
                               stderr=far, env=settings)
    os.close(far)
    seen = b''
    try:
        while piece := os.read(near, 65536):
            seen += piece
    except OSError:
        pass  # Linux says EIO when nobody has the other end any more.
    os.close(near)
    return process.wait(timeout=30), seen.replace(b'\r\n', b'\n')


def missing(text, *wanted):
    return [f'{words!r} is not in {text!r}' for words in wanted if words not in text]


def check_explain_input(tap):
    head = b'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\nContent-Type: a/b\r\nContent-Type: c/d\r\n\r\nno'
    tap.case('explain -', list(Result('explain', '-', given=head).expect(0, b'405 Method Not Allowed\n'))
             + list(Result('explain', '-', given=head).expect(0, b'Fault: Content-Type stands there twice')))
    tap.case('explain -, several heads', Result('explain', '-', given=(
        b'HTTP/1.1 302 Found\r\nLocation: /\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx')).expect(0, b'\n200 OK\n'))
    tap.case('explain -, method and URL', Result(
        'explain', '--method=OPTIONS', '--url=https://example.org/', '-',
        given=b'HTTP/1.1 200 OK\r\nStrict-Transport-Security: x\r\n\r\n').expect(0, b'lacks max-age'))
    # Neither the request nor the moment of arrival is known.
    old = Result('explain', '-', given=(b'HTTP/1.1 407 X\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n'
                                        b'Proxy-Authenticate: Basic realm=x\r\nVary: Accept\r\n'
                                        b'Strict-Transport-Security: max-age=9\r\n\r\n'))
    tap.case('explain -, a response alone', list(old.expect(0, b'A login is wanted: Basic'))
             + [f'{words!r} was not seen' for words in (b'no proxy', b'none was sent', b'older', b'over http', b'Yours', b'send again')
                if words in old.out])
    for fields, words in ((b'Content-Length: 2\r\nContent-Length: 3', b'several values of Content-Length'),
                          (b'Content-Length: 3\r\nTransfer-Encoding: chunked', b'together with Transfer-Encoding'),
                          (b'Content-Length: 9', b'9 bytes announced, 3 received')):
        tap.case(f'explain -, {fields}', list(Result(
            'explain', '-', given=b'HTTP/1.1 200 OK\r\n' + fields + b'\r\n\r\nabc').expect(0, words)))
    tap.case('explain -, no response', Result('explain', '-', given=b'<html>').expect(
        1, err=['begins with', '-i']))
    tap.case('explain -, nothing', Result('explain', '-').expect(1, err=['nothing']))


def check_explain(tap):
    rows = [
        ('404', 0, b'404 Not Found'), ('40', 0, b'400 Bad Request'),
        ('teapot', 0, b'418'), ('too many', 0, b'429 Too Many Requests'),
        ('NOT FOUND', 0, b'404 Not Found'), ('Request Entity Too Large', 0, b'413'),
        ('299', 0, b'299'), ('000', 0, b'000'), ('999', 0, b'999'),
        ('4xx', 0, b'Client error'), ('get', 0, b'safe, idempotent'), ('1', 0, b'100 Continue'),
        ('Allow', 0, b'Allow\n'), ('qqzzqq', 1, b''), ('', 1, b''),
        ('RFC 9110 15.5.5', 0, b'404 Not Found'), ('RFC 9110', 0, b'Name a section'),
        ('not', 0, b' more speak of it'), ('RFC 9110 9.3', 0, b'GET\n    '),
    ]
    for query, status, out in rows:
        result = Result('explain', query)
        problems = list(result.expect(status, out))
        if b'\033' in result.out:
            problems.append('colour where there is no terminal')
        tap.case(f'explain {query or "nothing"}', problems)
    tap.case('explain 0', Result('explain', '0').expect(1, b'', ('three digits',)))
    tap.case('explain, two words',
             Result('explain', 'too', 'many').expect(0, b'429 Too Many Requests'))
    tap.case('explain, two codes', Result('explain', '404', '410').expect(0, b'\n410 Gone'))
    tap.case('explain, one of two found', Result('explain', '404', '12345').expect(
        1, b'404 Not Found'))
    broad = max(Result('explain', '404').out.decode().splitlines(), key=len)
    tap.case('explain: 80 columns', [broad] if len(broad) > 80 else [])
    check_explain_input(tap)
    status, seen = on_terminal('explain', '404')
    tap.case('explain: colour', [str(status)] if status else missing(
        seen, b'\033[1;33m404 Not Found\033[0m'))
    status, seen = on_terminal('explain', '404', environment={'NO_COLOR': '1'})
    tap.case('explain: NO_COLOR', [str(seen)] if status or b'\033' in seen else [])
    tap.case('explain, no word', Result('explain').expect(2))


def check_usage(tap):
    tap.case('--version', Result('--version').expect(0, b'Roundtrip '))
    tap.case('--help', Result('--help').expect(0, b'roundtrip send'))
    for command in ('send', 'explain', 'playground'):
        tap.case(f'{command} --help',
                 Result(command, '--help').expect(0, f'roundtrip {command}'.encode()))
    tap.case('window: unknown option', Result('--nope').expect(2, b'', ('“--nope”',)))
    tap.case('window: two URLs', Result('http://h/', 'http://i/').expect(
        2, b'', ('“http://i/”',)))
    tap.case('send: no URL', Result('send').expect(2, b''))
    tap.case('send: bad option', Result('send', '--nope', 'http://h/').expect(2, b''))
    for words in (('-H', 'nothing'), ('-u', 'nobody'), ('--no-auto=Accept',), ('-d', 'a', '-d', 'b'),
                  ('-X', 'A B'), ('--timeout=soon',), ('--cacert=/no/such/file',), ('http://i/',),
                  ('--auth=ntlm', '-u', 'u:p'), ('--preemptive',), ('--retry=-1',),
                  ('--retry=1', '--retry-on=500'), ('--proxy-user=p',), ('--step',)):
        result = Result('send', *words, 'http://127.0.0.1:1/')
        tap.case(f'send: bad usage: {" ".join(words)}',
                 result.expect(2, None, ('roundtrip send: ',)))
    tap.case('send: bad proxy', Result('send', '--proxy=ftp://p/', 'http://127.0.0.1:1/').expect(
        2, b'', ('“ftp”',)))
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
    tap.case('send: standard input', Result(
        'send', '-d', '@-', f'{http}/anything', given=b'from\0here').expect(
            0, None, ('> POST /anything HTTP/1.1\n', '> Content-Length: 9\n')))
    bare = Result('send', '--no-auto=accept-encoding', '--no-auto=User-Agent', f'{http}/get')
    tap.case('send: left out', [bare.err] if bare.status or 'Accept-Encoding' in bare.err
             or 'User-Agent' in bare.err else [])
    tap.case('send: shown secrets', Result('send', '--show-secrets', '--preemptive', '-u', 'u:p',
                                           f'{http}/get').expect(0, None, ('> Authorization: Basic dTpw\n',)))
    tap.case('send: HEAD', Result('send', '-X', 'HEAD', f'{http}/get').expect(
        0, None, ('> HEAD /get HTTP/1.1\n', '< HTTP/1.1 200 OK\n')))
    tap.case('send: what is wrong on the way', Result('send', f'{http}/redirect/two-locations').expect(
        0, None, ('\nFault: 2 Locations that differ: ', '/anything/first HTTP/1.1\n')))
    tap.case('send: too many redirects', Result(
        'send', '--max-redirects=1', f'{http}/redirect/3').expect(
            0, None, ('> GET /redirect/2 HTTP/1.1\n', '\n* 302 Found\n')))
    tap.case('send: exact bytes to a pipe', [] if len(Result(
        'send', '-q', f'{http}/bytes/70000').out) == 70000 else ['other length'])
    status, seen = on_terminal('send', f'{http}/status/404')
    tap.case('send: colour', [str(status)] if status else missing(
        seen, b'< \033[1;33mHTTP/1.1 404 Not Found\033[0m\n', b'"status": 404'))
    status, seen = on_terminal('send', f'{http}/status/404', environment={'NO_COLOR': '1'})
    tap.case('send: NO_COLOR', [str(seen)] if status or b'\033' in seen else missing(
        seen, b'< HTTP/1.1 404 Not Found\n'))
    status, seen = on_terminal('send', f'{http}/bytes/2000')
    tap.case('send: binary on a terminal', [str(status)] if status else missing(
        seen, b'binary data: not shown on a terminal'))
    quiet = Result('send', '-q', f'{http}/status/200')
    tap.case('send: quiet', [quiet.err] if quiet.err or quiet.status else [])
    refused = Result('send', 'http://127.0.0.1:1/')
    tap.case('send: refused', refused.expect(1, b'', ('! Connection refused\n',)))
    tap.case('send: secrets are masked', Result(
        'send', '--preemptive', '-u', 'u:p', f'{http}/get').expect(
            0, None, ('> Authorization: Basic ***\n',)))
    tap.case('send: a status that is no number', Result('send', f'{http}/fault/bad-status-line').expect(
        0, b'Hello', ('! Malformed status line\n',)))
    tap.case('send: no response', Result('send', f'{http}/fault/http09').expect(
        1, b'', ('! Not an HTTP response\n',)))
    tap.case('send: not trusted', Result('send', f'{https}/get').expect(1, b''))
    tap.case('send: --insecure', Result('send', '-k', f'{https}/get').expect(0))
    tap.case('send: --cacert', Result('send', f'--cacert={ca_file}',
                                      f'{https}/get').expect(0, b'"method"'))


def check_login(tap, http):
    tap.case('send: logs in', Result('send', '-u', 'u:p', f'{http}/digest-auth/auth/u/p').expect(
        0, b'"authenticated": true', ('< HTTP/1.1 401 ', '* 401 after GET: answered with Digest',
                                      '> Authorization: Digest ***\n', '\n* 200 OK\n')))
    tap.case('send: wrong password', Result('send', '-u', 'u:x', f'{http}/basic-auth/u/p').expect(
        0, None, ('not accepted', '\n* 401 Unauthorized\n')))
    tap.case('send: only this scheme', Result(
        'send', '-u', 'u:p', '--auth=digest', f'{http}/basic-auth/u/p').expect(
            0, None, ('\n* 401 Unauthorized\n',)))
    tap.case('send: --preemptive', Result(
        'send', '-u', 'u:p', '--preemptive', f'{http}/hidden-basic-auth/u/p').expect(0, b'true'))
    tap.case('send: --token', Result('send', '--token=t', f'{http}/bearer').expect(
        0, b'"token": "t"', ('> Authorization: Bearer ***\n',)))
    userinfo = http.replace('//', '//u:p@')
    tap.case('send: credentials in the URL', Result('send', f'{userinfo}/basic-auth/u/p').expect(
        0, b'true', ('> Authorization: Basic ***\n',)))
    result = Result('send', '--har=-', '-u', 'u:p', f'{http}/basic-auth/u/p')
    entries = json.loads(result.out)['log']['entries']
    tap.case('send: HAR of a login', [] if [entry['response']['status'] for entry in entries]
             == [401, 200] and entries[0]['_next']['why'] == 'challenge'
             and entries[0]['_next']['credentials'] else [str(entries)])


def check_trail(tap, http):
    tap.case('send: --retry', Result(
        'send', '--retry=2', '--retry-on=503', f'{http}/flaky/commands-a/1').expect(
            0, b'"request": 2', ('503 after GET: tried again (2 of 3)', '\n* 200 OK\n')))
    tap.case('send: --retry, too long', Result(
        'send', '--retry=2', f'{http}/flaky/commands-b/1?retry-after=900').expect(
            0, None, ('asks by Retry-After to wait', '\n* 503 Service Unavailable\n')))
    refused = Result('send', '--retry=1', 'http://127.0.0.1:1/')
    tap.case('send: --retry, refused', refused.expect(1, b'', ('Tried 2 times',)))
    tap.case('send: cookies', Result('send', f'{http}/cookies/set?a=b').expect(
        0, b'"a"', ('> Cookie: a=***\n',)))
    plain = Result('send', '--no-cookies', f'{http}/cookies/set?a=b')
    tap.case('send: --no-cookies', [plain.err] if plain.status or 'Cookie: a' in plain.err.split(
        '< HTTP/1.1 200')[0].split('> GET /cookies ')[-1] else [])


def answer_steps(url, answers):
    """Runs --step with a terminal as standard input; what is on standard error."""
    near, far = pty.openpty()
    process = subprocess.Popen([PROGRAM, 'send', '--step', url], stdin=far,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.close(far)
    seen = b''
    for answer in answers:
        # The question ends without a line end.
        asked = b''
        while not asked.endswith((b'\n? ', b'letter: ')):
            piece = os.read(process.stderr.fileno(), 65536)
            if not piece:
                break
            asked += piece
        seen += asked
        os.write(near, answer.encode() + b'\n')
    out, err = process.communicate(timeout=30)
    os.close(near)
    return process.returncode, out, (seen + err).decode()


def check_step(tap, http):
    status, out, err = answer_steps(f'{http}/redirect/2', ['', 'what', 'follow'])
    tap.case('send: --step', [f'{status}'] if status else missing(
        err, '/redirect/1. Decide how it goes on.', '/get. Decide', '\n* 200 OK\n')
             + missing(out, b'"method": "GET"'))
    status, _, err = answer_steps(f'{http}/redirect/2', ['f', 's'])
    tap.case('send: --step, stopped', [f'{status}'] if status else missing(
        err, 'Stopped by you', '\n* 302 Found\n'))


def head_of(har):
    """The request of the first entry, its exact bytes too."""
    entry = json.loads(har)['log']['entries'][0]
    return base64.b64decode(entry['_requestHead']) + json.dumps(entry['request']).encode()


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

    result = Result('send', '-q', '--har=/dev/stderr', f'{http}/status/503')
    tap.case('send: HAR to a device', [] if result.status == 0 and b'503' in result.out
             and json.loads(result.err)['log']['entries'] else [result.err])

    result = Result('send', '--har=-', '--preemptive', '-u', 'u:hunter2', f'{http}/get')
    shown = Result('send', '--har=-', '--preemptive', '-u', 'u:p', '--show-secrets',
                   f'{http}/get')
    secret = b'dTpodW50ZXIy'
    tap.case('send: HAR without secrets', [] if b'Basic ***' in result.out and b'Basic dTpw'
             in shown.out and b'Authorization' in result.out
             and secret not in head_of(result.out) else [str(head_of(result.out))])

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


def check_notes(tap, http):
    """What is wrong with the last response stands under it."""
    wrong = Result('send', f'{http}/response-headers?Set-Cookie=a%3Db;%20SameSite%3DNone')
    fine = Result('send', f'{http}/get')
    tap.case('send: notes', list(wrong.expect(0, err=['Fault: SameSite=None needs Secure']))
             + (['a note where nothing is wrong'] if 'Warning:' in fine.err else []))
    quiet = Result('send', '-q', f'{http}/response-headers?Set-Cookie=a%3Db;%20SameSite%3DNone')
    tap.case('send: no notes when quiet', ['a note'] if 'Fault' in quiet.err else [])


def check_telling(tap, http):
    """An exchange is told when it is done, and what came stays after Ctrl+C."""
    process = subprocess.Popen([PROGRAM, 'send', f'{http}/redirect-to?url=/delay/60'],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    seen = []
    for line in process.stderr:
        seen.append(line)
        if line.startswith('< HTTP/1.1 302 '):
            break
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    problems = missing(''.join(seen), '< HTTP/1.1 302 Found\n') + missing(
        err, f'* GET {http}/delay/60\n', '! ')
    tap.case('send: told while it runs', problems if process.returncode == 1 and not out
             else [str(process.returncode), out, *problems])


def main():
    tap = Tap()
    os.environ.pop('NO_COLOR', None)
    check_explain(tap)
    check_usage(tap)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ca_file = place / 'ca.pem'
        server = subprocess.Popen([PROGRAM, 'playground', f'--ca-file={ca_file}'],
                                  stdout=subprocess.PIPE, text=True)
        try:
            http = server.stdout.readline().strip()
            https = server.stdout.readline().strip()
            check_send(tap, http, https, ca_file)
            check_login(tap, http)
            check_trail(tap, http)
            check_step(tap, http)
            check_har(tap, http, place)
            check_interrupt(tap, http)
            check_notes(tap, http)
            check_telling(tap, http)
        finally:
            server.terminate()
            server.wait(timeout=30)
    # It printed its two addresses, and then where its authority stands.
    tap.case('playground: says where its authority is',
             missing(server.stdout.read(), str(ca_file)))
    server.stdout.close()
    tap.case('playground: ends on SIGTERM', [] if server.returncode == 0
             else [f'status {server.returncode}'])
    tap.finish()


if __name__ == '__main__':
    main()
