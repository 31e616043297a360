"""Runs a command once and prints its wall time, peak memory and exit code as JSON.

usage: measure.py STDOUT_FILE STDERR_FILE COMMAND [ARGUMENT ...]

Why a small process of its own: on Linux a child's peak memory begins at what its parent held when it was started, so
a Node process of 60 MB cannot measure a child of 40. This one holds about 14. It also keeps Node's event loop and
pipes out of the time. GNU time would do for the memory, but is not on every machine; Unix with Python 3.9 is enough.
"""

import json
import os
import sys
import time

WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def main():
    stdout_file, stderr_file, *command = sys.argv[1:]
    files = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, stdout_file, WRITE, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, stderr_file, WRITE, 0o600),
    ]
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    # Linux counts ru_maxrss in KiB, macOS in bytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps({"seconds": seconds, "peakBytes": peak, "exitCode": os.waitstatus_to_exitcode(status)}))


if __name__ == "__main__":
    main()
