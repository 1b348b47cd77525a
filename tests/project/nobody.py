"""Acting without root's powers, to whom nothing is forbidden."""

import os
from collections.abc import Callable


def as_nobody(action: Callable[[], None]) -> bytes:
    """Run ``action`` in a child without root's powers; return what it raised, as text."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        told = b""
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setresgid(65534, 65534, 65534)
                os.setresuid(65534, 65534, 65534)
            action()
        except BaseException as error:
            told = repr(error).encode()
        os.write(send, told[:4000])
        os._exit(0)
    os.close(send)
    with os.fdopen(receive, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    return told
