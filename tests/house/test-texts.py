#!/usr/bin/env python3
# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Texts for translators can be extracted whole, and a translation of all of
them can be compiled."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from tap import TOP, Tap, read, run, source_files

# The call, and its texts up to what is no text any more.
CALL = re.compile(r'(?<![\w"])(?:_|N_|Q_|C_|NC_|ngettext|g_dngettext|dngettext)\s*\(\s*'
                  r'(?:GETTEXT_PACKAGE\s*,\s*)?(?="|[A-Z])')
TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
# A text may have what looks like one in it: https://.
TEXT_OR_COMMENT = re.compile(f'({TEXT.pattern})|/\\*.*?\\*/|//[^\\n]*', re.S)
MACRO = re.compile(r'[A-Za-z_]\w*')
SPACE = re.compile(r'\s*')
# As the build asks for them.
OPTIONS = ['--from-code=UTF-8', '--add-comments',
           '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
           '--keyword=g_dngettext:2,3',
           '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format',
           '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
           '--flag=g_string_append_printf:2:c-format', '--flag=g_string_printf:2:c-format',
           '--flag=g_set_error:4:c-format', '--flag=g_error_new:3:c-format']
HEADER = '''msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"
'''


def broken_texts(code):
    """Line numbers of the texts that a macro cuts in two: xgettext reads up to
    it, and no translation would ever be found."""
    code = TEXT_OR_COMMENT.sub(lambda found: found.group(1) or '\n' * found.group().count('\n'),
                               code)
    for call in CALL.finditer(code):
        at, texts, macros = call.end(), 0, 0
        while True:
            at = SPACE.match(code, at).end()
            if found := TEXT.match(code, at):
                texts += 1
            elif found := MACRO.match(code, at):
                macros += 1
            else:
                break
            at = found.end()
        if texts and macros:
            yield code.count('\n', 0, call.start()) + 1


def find_broken():
    for path in source_files('.c', '.h', below=('src',)):
        for line in broken_texts(read(path)):
            yield f'{path}:{line}: a macro within a text'


def extract(folder):
    """What xgettext has to say; the texts go into a file of the folder."""
    return run('xgettext', *OPTIONS, '-f', 'po/POTFILES.in', '-o', f'{folder}/texts.pot',
               cwd=TOP).stdout.splitlines()


def translate(folder):
    """What msgfmt has to say to a translation in which each text stays as it is."""
    entries = (Path(folder) / 'texts.pot').read_text(encoding='utf-8').split('\n\n')[1:]
    text = '\n\n'.join([HEADER] + [fill(entry) for entry in entries])
    (Path(folder) / 'texts.po').write_text(text, encoding='utf-8')
    return run('msgfmt', '--check-format', '-o', '/dev/null', f'{folder}/texts.po').stdout.splitlines()


def fill(entry):
    one = re.search(r'^msgid ((?:".*"\n)+)', entry, re.M).group(1)
    many = re.search(r'^msgid_plural ((?:".*"\n)+)', entry, re.M)
    head = entry[:entry.index('\nmsgstr')] + '\n'
    if many is None:
        return f'{head}msgstr {one}'
    return f'{head}msgstr[0] {one}msgstr[1] {many.group(1)}'


def main():
    tap = Tap()
    missing = [name for name in ('xgettext', 'msgfmt') if shutil.which(name) is None]
    skip = f'no {missing[0]}' if missing else None

    tap.case('a macro is found', [] if list(broken_texts('\n_("a" N " b")')) == [2]
             and not list(broken_texts('_("a" "b"), N; _(NAME) N_("c") /* _("a" B) */'))
             else ['the search is wrong'])
    tap.case('texts are whole', find_broken())
    if skip:
        tap.case('extracted without a word', skip=skip)
        tap.case('translated', skip=skip)
    else:
        # The rules for XML stand there.
        os.environ['GETTEXTDATADIRS'] = str(TOP / 'po')
        with tempfile.TemporaryDirectory() as folder:
            tap.case('extracted without a word', extract(folder))
            tap.case('translated', translate(folder))
    tap.finish()


if __name__ == '__main__':
    main()
