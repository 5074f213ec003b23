#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The arrows of the README hold: the compiler refuses an include that points
upward, and no layer includes a library that it must do without.

Usage: test-layers.py BUILD-FOLDER
"""

import json
import re
import shlex
import sys
import tempfile
from pathlib import Path

from tap import TOP, Tap, read, run, source_files

# layer: (layers it uses directly, system headers that it must not include)
LAYERS = {
    'base': ((), ('libsoup/', 'gtk/', 'adwaita')),
    'reference': (('base',), ('libsoup/', 'gtk/', 'adwaita', 'gio/gsocket')),
    'wire': (('base',), ('libsoup/', 'gtk/', 'adwaita')),
    'auth': (('base',), ('libsoup/', 'gtk/', 'adwaita')),
    'cookies': (('base',), ('libsoup/', 'gtk/', 'adwaita')),
    'engine': (('wire', 'auth', 'cookies'), ('gtk/', 'adwaita')),
    'explain': (('reference', 'engine'), ('libsoup/', 'gtk/', 'adwaita')),
    'lessons': (('reference', 'engine'), ('libsoup/', 'gtk/', 'adwaita')),
    'body': (('base',), ('libsoup/', 'gtk/', 'adwaita')),
    'formats': (('explain',), ('libsoup/', 'gtk/', 'adwaita')),
    'library': (('engine',), ('gtk/', 'adwaita')),
    'playground': (('base',), ('libsoup/', 'gtk/', 'adwaita')),
    'cli': (('explain', 'body', 'formats', 'library', 'playground',
             'reference', 'engine'), ('libsoup/', 'gtk/', 'adwaita')),
    'ui': (('explain', 'lessons', 'body', 'formats', 'library', 'playground',
            'reference', 'engine'), ('libsoup/',)),
}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def reach(layer):
    """All layers that one may include, itself too."""
    found = {layer}
    for below in LAYERS[layer][0]:
        found |= reach(below)
    return found


def layer_of(path):
    return path.parts[1] if len(path.parts) > 2 else None


def owners():
    """Header name -> layer; the names are unique, being included plainly."""
    return {path.name: layer_of(path)
            for path in source_files('.h', below=('src',)) if layer_of(path)}


def wrong_includes(layer, headers):
    for path in source_files('.c', '.h', below=(f'src/{layer}',)):
        for kind, name in INCLUDE.findall(read(path)):
            owner = headers.get(name)
            if kind == '"' and owner and owner not in reach(layer):
                yield f'{path} includes {name} of {owner}'
            if kind == '<' and name.startswith(LAYERS[layer][1]):
                yield f'{path} includes <{name}>'


def compile_command(build, layer):
    """How some file of the layer is compiled, without the file; or None."""
    commands = json.loads((build / 'compile_commands.json').read_text())
    for entry in commands:
        source = (Path(entry['directory']) / entry['file']).resolve()
        if source.is_relative_to(TOP / 'src' / layer) and source.suffix == '.c':
            words = shlex.split(entry['command'])
            if '-o' in words:
                del words[words.index('-o'):words.index('-o') + 2]
            return [word for word in words if word not in
                    (entry['file'], '-c', '-MD', '-MQ', '-MF')
                    and not word.endswith(('.o', '.o.d'))]
    return None


def compiles(build, command, header):
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / 'upward.c'
        source.write_text(f'#include "{header}"\nint upward;\n')
        result = run(*command, '-fsyntax-only', str(source), cwd=build)
    return result.returncode == 0, result.stdout


def check_compiler(tap, build, layer, headers):
    """The compiler finds a header of the layer itself and none above it."""
    name = f'{layer}: an upward include does not compile'
    command = compile_command(build, layer)
    own = sorted(h for h, owner in headers.items() if owner == layer)
    above = sorted({owner: h for h, owner in sorted(headers.items())
                    if owner not in reach(layer)}.values())
    if command is None or not own:
        tap.case(name, skip='nothing is compiled in it')
        return
    problems = []
    good, words = compiles(build, command, own[0])
    if not good:
        problems.append(f'its own {own[0]} does not compile: {words}')
    for header in above:
        good, words = compiles(build, command, header)
        if good:
            problems.append(f'{header} of {headers[header]} compiles')
        elif 'No such file' not in words and 'file not found' not in words:
            problems.append(f'{header}: refused for another reason: {words}')
    tap.case(name, problems)


def main():
    tap = Tap()
    build = Path(sys.argv[1])
    headers = owners()
    names = [path.name for path in source_files('.h', below=('src',))]
    folders = {path.name for path in (TOP / 'src').iterdir() if path.is_dir()}
    tap.case('every folder is a layer',
             [str(name) for name in folders - set(LAYERS)])
    tap.case('header names are unique',
             [name for name in set(names) if names.count(name) > 1])
    for layer in LAYERS:
        if layer in folders:
            tap.case(f'{layer}: includes', wrong_includes(layer, headers))
            check_compiler(tap, build, layer, headers)
    tap.finish()


if __name__ == '__main__':
    main()
