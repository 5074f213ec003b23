# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Measures Roundtrip against other programs, prints a table, and writes it as
JSON. Called by the script beside it."""

import argparse
import datetime
import json
import os
import sys
import tempfile
from pathlib import Path

import measure
from rows import ROWS, Bench


def options():
    parser = argparse.ArgumentParser(prog='sh tests/bench/run', description=__doc__)
    parser.add_argument('--quick', action='store_true',
                        help='a tenth of every size, 3 rounds: to see that it works')
    parser.add_argument('--only', metavar='NAME', action='append',
                        help='this row (may be repeated): ' + ', '.join(
                            row.name for row, _ in ROWS))
    parser.add_argument('--build', required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def measure_row(bench, row, prepare, rounds):
    """The row as what stands in the JSON."""
    result = {'name': row.name, 'what': row.what, 'peer': row.peer, 'unit': row.unit,
              'bound': row.bound}
    why_not = bench.missing(row)
    if why_not:
        return {**result, 'not_measured': why_not}
    try:
        ours, *peer = (measure.summary(samples) for samples in
                       measure.alternate(rounds, *prepare(bench)))
    except measure.Failed as failed:
        return {**result, 'not_measured': str(failed)}
    result['ours'] = ours
    if not peer:
        stages = {stage: measure.summary(samples)
                  for stage, samples in bench.stages.get(row.name, {}).items()}
        return {**result, 'stages': stages, 'reached': ours['median'] <= row.bound}
    ratio = ours['median'] / peer[0]['median']
    return {**result, 'theirs': peer[0], 'ratio': ratio, 'reached': ratio <= row.bound}


def amount(summary, unit):
    """A median and its spread: "1.23 s (1.20–1.31)"."""
    factor, shown = (1000, 'ms') if unit == 's' and summary['median'] < 1 else (1, unit)
    middle, low, high = (summary[key] * factor for key in ('median', 'min', 'max'))
    digits = 2 if middle < 10 else 0
    return f'{middle:.{digits}f} {shown} ({low:.{digits}f}–{high:.{digits}f})'


def cells(row):
    """What was measured of a row, what it is compared with, the ratio."""
    if 'not_measured' in row:
        return f'not measured: {row["not_measured"]}', '', ''
    ours = amount(row['ours'], row['unit'])
    if 'ratio' in row:
        return ours, amount(row['theirs'], row['unit']), f'{row["ratio"]:.3g}'
    return ours, ', '.join(f'{stage} {taken["median"] * 1000:.0f} ms'
                           for stage, taken in row['stages'].items()), ''


def table(results):
    """The rows as lines of a Markdown table."""
    yield '| figure | ours | peer | ratio | must be | |'
    yield '|---|---|---|---|---|---|'
    for row in results:
        figure, bound = row['what'], f'≤ {row["bound"]:g}'
        if row['peer']:
            figure += f' : `{row["peer"]}`'
        else:
            bound = f'≤ {row["bound"] * 1000:g} ms'
        said = {True: 'reached', False: '**not reached**', None: ''}[row.get('reached')]
        yield '| ' + ' | '.join([figure, *cells(row), bound, said]) + ' |'


def main():
    chosen = options()
    unknown = set(chosen.only or []) - {row.name for row, _ in ROWS}
    if unknown:
        sys.exit(f'No such row: {", ".join(sorted(unknown))}')

    report = {'date': datetime.datetime.now().astimezone().isoformat(timespec='seconds'),
              'quick': chosen.quick, 'rounds': 3 if chosen.quick else 5,
              'machine': measure.describe_machine(), 'load': os.getloadavg()[0], 'rows': []}
    with tempfile.TemporaryDirectory(prefix='roundtrip-bench-') as folder:
        os.environ['XDG_CACHE_HOME'] = folder + '/cache'
        bench = Bench(chosen.build, folder, chosen.quick)
        for row, prepare in ROWS:
            if chosen.only and row.name not in chosen.only:
                continue
            print(f'{row.name} …', file=sys.stderr, flush=True)
            report['rows'].append(measure_row(bench, row, prepare, report['rounds']))
            bench.stop()

    machine = report['machine']
    print(f'{report["date"]}, {machine["processor"]}, {machine["cores"]} cores, '
          f'{machine["memory_gib"]} GiB, Linux {machine["kernel"]}, {machine["system"]}; '
          f'load {report["load"]:.1f}; medians of {report["rounds"]} (lowest–highest)'
          + ('; QUICK: a tenth of every size' if chosen.quick else ''))
    for line in table(report['rows']):
        print(line)
    (Path(chosen.build) / 'bench.json').write_text(json.dumps(report, indent=2) + '\n')


if __name__ == '__main__':
    main()
