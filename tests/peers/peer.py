# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Servers of others on loopback ports of their own, each with an end."""

import os
import shutil
import socket
import subprocess
import time

FAR = '127.0.0.2'
ORIGIN = '127.0.0.1'


def free_port(address=ORIGIN):
    with socket.socket() as probe:
        probe.bind((address, 0))
        return probe.getsockname()[1]


def wait_until_it_listens(process, port):
    """Tries to connect until that works or the server is dead."""
    while process.poll() is None:
        try:
            socket.create_connection((ORIGIN, port), 1).close()
            return True
        except OSError:
            time.sleep(0.01)
    return False


def stop(process):
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def is_root():
    return os.geteuid() == 0


def find_program(name):
    return shutil.which(name, path='/usr/sbin:/usr/bin')


def make_certificate(place):
    """A certificate for 127.0.0.1 that is its own authority; or why not."""
    if not shutil.which('openssl'):
        return 'openssl is not installed'
    done = subprocess.run(
        ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256',
         '-nodes', '-days', '2', '-subj', '/CN=peer', '-addext', f'subjectAltName=IP:{ORIGIN}',
         '-keyout', place / 'own.key', '-out', place / 'own.pem'], capture_output=True)
    return None if done.returncode == 0 else done.stderr.decode()
