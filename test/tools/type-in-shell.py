# Types lines into an interactive shell in a pseudo-terminal, and prints all that the terminal shows.
# usage: type-in-shell.py PROMPT RECORD LINES SHELL [ARGUMENT...]
# LINES is JSON, a list of what is typed. A line is typed once the file RECORD has grown by a record (\x1e) since the last.
import json, os, pty, select, sys, time

prompt, record, lines, shell = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4:]
PATIENCE = 20
shown = b""
child, terminal = pty.fork()
if child == 0:
    os.execvp(shell[0], shell)


def records():
    try:
        with open(record, "rb") as file:
            return file.read().count(b"\x1e")
    except FileNotFoundError:
        return 0


def wait_until(happened):
    global shown
    end = time.time() + PATIENCE
    while not happened():
        if time.time() > end:
            return
        if select.select([terminal], [], [], 0.02)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                return


wait_until(lambda: prompt.encode() in shown)
for number, line in enumerate(lines):
    os.write(terminal, line.encode())
    wait_until(lambda: records() > number)
os.close(terminal)
sys.stdout.buffer.write(shown)
