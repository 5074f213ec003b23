# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Without a display the program says so in one plain line, with status 1."""

import os
import subprocess
import sys

environment = {name: value for name, value in os.environ.items()
               if name not in ("DISPLAY", "WAYLAND_DISPLAY", "G_DEBUG")}
done = subprocess.run([sys.argv[1]], env=environment, capture_output=True, text=True, timeout=60)
lines = done.stderr.splitlines()
right = done.returncode == 1 and len(lines) == 1 and "display" in lines[0] and not done.stdout

print("1..1")
print("# status %d: %r" % (done.returncode, done.stderr))
print("%sok 1 says that there is no display" % ("" if right else "not "))
sys.exit(0 if right else 1)
