# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs programs and keeps what they took."""

import os
import platform
import statistics
import subprocess
import time


class Failed(Exception):
    """A program did not do what it was to do."""


def run(*command):
    """The output of a command; its own words when it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f'{command[0]}: {done.stderr.strip()[-300:] or done.returncode}')
    return done.stdout


def numbers(*command):
    """The numbers that a command prints."""
    return [float(word) for word in run(*command).split()]


def seconds(*command):
    """How long a command takes, its output thrown away."""
    start = time.monotonic()
    done = subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True)
    taken = time.monotonic() - start
    # grep says 1 when there is no match.
    if done.returncode not in (0, 1):
        raise Failed(f'{command[0]}: {done.stderr.strip()[-300:]}')
    return taken


def alternate(rounds, *takers):
    """Takes a sample of each in turn, so that a busy moment meets all. The first
    round only warms up. Returns a list of samples for each."""
    samples = [[] for _ in takers]
    for number in range(rounds + 1):
        for kept, take in zip(samples, takers):
            value = take()
            if number > 0:
                kept.append(value)
    return samples


def summary(samples):
    return {'median': statistics.median(samples), 'min': min(samples), 'max': max(samples)}


def first_line(*command):
    try:
        return run(*command).splitlines()[0].strip()
    except (OSError, Failed, IndexError):
        return None


def describe_machine():
    """What the figures were taken on."""
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        models = [line.split(':', 1)[1].strip() for line in file if line.startswith('model name')]
    with open('/proc/meminfo', encoding='utf-8') as file:
        memory = int(file.readline().split()[1])
    with open('/etc/os-release', encoding='utf-8') as file:
        system = dict(line.rstrip().split('=', 1) for line in file if '=' in line)
    versions = {name: first_line('pkg-config', '--modversion', name) for name in (
        'glib-2.0', 'libsoup-3.0', 'gtk4', 'libadwaita-1', 'gnutls', 'json-glib-1.0')}
    for name in ('curl', 'jq', 'grep', 'gnome-text-editor', 'firefox-esr'):
        versions[name] = first_line(name, '--version')
    return {
        'processor': models[0] if models else platform.machine(),
        'cores': os.cpu_count(),
        'memory_gib': round(memory / 1024 / 1024, 1),
        'kernel': platform.release(),
        'system': system.get('PRETTY_NAME', '').strip('"'),
        'versions': {name: said for name, said in versions.items() if said},
    }
