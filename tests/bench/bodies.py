# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Makes the bodies that are measured with. Each is a block of about 1 MB again
and again, the same in every run."""

import json
import random
from pathlib import Path

MB = 1000 * 1000
WORDS = ('status request response header cookie redirect cache origin token '
         'naïve résumé Größe 価格 value of the server that said so').split()


def sentence(source, count):
    return ' '.join(source.choice(WORDS) for _ in range(count))


def record(source, number):
    return {
        'id': number,
        'name': sentence(source, 3),
        'active': source.random() < 0.5,
        'balance': round(source.random() * 10000, 2),
        'tags': [source.choice(WORDS) for _ in range(source.randrange(4))],
        'address': {'city': sentence(source, 1), 'zip': f'{number % 99999:05}',
                    'at': [source.randrange(180), source.randrange(90)]},
        'text': sentence(source, 12),
        'none': None,
    }


def records(source, layout):
    """Some records as text, about 1 MB."""
    made, length = [], 0
    while length < MB - 1000:
        made.append(layout(record(source, len(made))))
        length += len(made[-1].encode()) + 1
    return made


def pretty(item):
    text = json.dumps(item, indent=2, ensure_ascii=False)
    return '\n'.join('  ' + line for line in text.splitlines())


def compact(item):
    return json.dumps(item, separators=(',', ':'), ensure_ascii=False)


def log_line(item):
    return (f'2026-01-{item["id"] % 28 + 1:02} 12:00:{item["id"] % 60:02} INFO '
            f'server[{item["id"]}] {item["text"]}')


def html_part(item):
    return (f'<div class="item" id="n{item["id"]}"><h2>{item["name"]}</h2>'
            f'<p>{item["text"]} &amp; <b>{item["balance"]}</b></p></div>')


def block_of(kind):
    """What begins the body, its block, what stands between two, what ends it."""
    source = random.Random(1)
    if kind == 'pretty.json':
        return '[\n', ',\n'.join(records(source, pretty)), ',\n', '\n]\n'
    if kind == 'line.json':
        return '[', ','.join(records(source, compact)), ',', ']'
    if kind == 'lines.ndjson':
        return '', '\n'.join(records(source, compact)), '\n', '\n'
    if kind == 'text.log':
        return '', '\n'.join(records(source, log_line)), '\n', '\n'
    if kind == 'page.html':
        return ('<!DOCTYPE html>\n<html lang="en"><title>Bench</title>\n<body>\n',
                '\n'.join(records(source, html_part)), '\n', '\n</body></html>\n')
    return '', source.randbytes(MB), '', ''


KINDS = ('pretty.json', 'line.json', 'lines.ndjson', 'text.log', 'page.html', 'random.bin')


def make(folder, kind, size):
    """Writes about `size` bytes of `kind`, unless it is there. Returns its path."""
    path = Path(folder) / f'{size // MB}-{kind}'
    if path.exists():
        return path
    begin, block, between, end = (
        part if isinstance(part, bytes) else part.encode() for part in block_of(kind))
    with path.open('wb') as file:
        file.write(begin + block)
        while file.tell() + len(between) + len(block) <= size:
            file.write(between + block)
        file.write(end)
    return path
