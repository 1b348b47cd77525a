"""One tool in one process: ``python -m benchmarks.worker TOOL`` answers JSON lines.

The first line it writes tells the tool's version, or why it is absent. Each request
``{"do": "prepare" | "extract" | "build", "root": …, "dialect": …}`` is answered by
``{"seconds", "peak", "failed"}``: wall time of the work alone, the process's peak memory so
far in KiB, and what went wrong by post. benchmarks/peers/po4a.pl speaks the same.
"""

import json
import os
import resource
import sys
import time
from importlib import import_module
from pathlib import Path

from benchmarks.peers.folders import Folders


def main(tool: str) -> None:
    """Serve requests from standard input until it ends."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        # What a tool prints must not stand between the answers.
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        try:
            peer = import_module(f"benchmarks.peers.{tool}")
            hello = {"name": peer.NAME, "version": peer.version()}
        except ImportError as reason:
            hello = {"absent": str(reason)}
        print(json.dumps(hello), file=answers, flush=True)
        for line in sys.stdin:
            request = json.loads(line)
            folders = Folders(Path(request["root"]))
            failed: dict[str, str] = {}
            start = time.perf_counter()
            try:
                match request["do"]:
                    case "prepare":
                        peer.prepare(folders, request["dialect"])
                    case "extract":
                        failed = peer.extract(folders)
                    case "build":
                        failed = peer.build(folders)
            except (Exception, SystemExit) as reason:
                failed = {"": f"{type(reason).__name__}: {reason}"}
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            answer = {"seconds": seconds, "peak": peak, "failed": failed}
            print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
