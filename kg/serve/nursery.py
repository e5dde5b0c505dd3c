"""A process that has all code loaded and forks workers off itself: `python -m kg.serve.nursery`.

A worker that is ended at its limit is replaced in some milliseconds; to start Python and load the code takes half a second, and
who asks for enough slow queries would keep all processors at that. Standard input is a socket: with each byte that comes
comes the socket of a worker to be; `started PID` and `ended PID STATUS` go back, a line each.
"""

import gc
import os
import select
import signal
import socket
import traceback
from contextlib import suppress

import kg.serve.site  # noqa: F401  what workers need is loaded once
from kg.serve.dying import end_with_parent
from kg.serve.worker import serve


def main() -> None:
    """Forks until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    control = socket.socket(fileno=0)
    woken, waking = os.pipe()
    for end in (woken, waking):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waking, warn_on_full_buffer=False)
    gc.freeze()
    with suppress(BrokenPipeError, ConnectionError):
        while True:
            ready, _, _ = select.select([control.fileno(), woken], [], [])
            if woken in ready:
                os.read(woken, 4096)
                _tell_ended(control)
            if control.fileno() in ready:
                asked, ends, _, _ = socket.recv_fds(control, 1, 1)
                if not asked:
                    return
                _fork(control, ends[0], (woken, waking))


def _fork(control: socket.socket, end: int, own: tuple[int, int]) -> None:
    pid = os.fork()
    if pid:
        os.close(end)
        control.sendall(f"started {pid}\n".encode())
        return
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        end_with_parent()
        for one in own:
            os.close(one)
        control.close()
        serve(socket.socket(fileno=end))
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _tell_ended(control: socket.socket) -> None:
    with suppress(ChildProcessError):
        while (found := os.waitpid(-1, os.WNOHANG))[0]:
            control.sendall(f"ended {found[0]} {os.waitstatus_to_exitcode(found[1])}\n".encode())


if __name__ == "__main__":
    main()
