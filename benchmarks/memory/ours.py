"""One process that fills a memory or asks it, and tells what that took, as JSON."""

import json
import re
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from l10n.memory import Memory
from l10n.memory.index import Index, Similar
from l10n.model.memory import Query, Remembered
from l10n.project import load_project
from l10n.project.store import open_store

_SETTINGS = b'languages = ["fr"]\n[[posts]]\nsource = "*.md"\ntarget = "fr/{name}"\n'


def fill(folder: Path, texts: Sequence[str]) -> dict[str, float]:
    """Remember ``texts`` in a new project's memory."""
    (folder / "l10n.toml").write_bytes(_SETTINGS)
    start = time.perf_counter()
    with open_store(load_project(folder), write=True) as store:
        memory = Memory(store.connection)
        with memory.writing():
            memory.add(
                Remembered(text, f"{at} {text}", "fr", place="made.tmx")
                for at, text in enumerate(texts)
            )
    size = (folder / ".l10n" / "memory.sqlite").stat().st_size
    return {"seconds": time.perf_counter() - start, "megabytes": size / 1e6}


def ask(folder: Path, queries: Sequence[str], threshold: int, limit: int) -> dict[str, object]:
    """Look ``queries`` up in a memory that this process has not touched before."""
    project = load_project(folder)
    start = time.perf_counter()
    with open_store(project, write=False) as store:
        memory = Memory(store.connection)
        memory.lookup(Query(""), "fr")
        opened = time.perf_counter() - start
        took: list[float] = []
        busy = time.process_time()
        for query in queries:
            start = time.perf_counter()
            memory.lookup(Query(query), "fr", threshold, limit)
            took.append(time.perf_counter() - start)
        busy = time.process_time() - busy
    return {"open": opened, "seconds": sum(took), "busy": busy, "slowest": max(took)}


def top(folder: Path, queries: Sequence[str], threshold: int) -> dict[str, object]:
    """Return the most similar text that the index finds for each query, None for none."""

    def enough(found: Sequence[Similar], score: int) -> bool:
        return bool(found) and found[0].score >= score

    with open_store(load_project(folder), write=False) as store:
        index = Index(store.connection)
        found = [index.similar(query, threshold, enough) for query in queries]
    return {"top": [each[0].text if each else None for each in found]}


def main() -> None:
    """Do what the arguments say, with the texts of a JSON file."""
    what, folder, file, threshold, limit = sys.argv[1:]
    texts = json.loads(Path(file).read_bytes())
    result: dict[str, object]
    match what:
        case "fill":
            result = dict(fill(Path(folder), texts))
        case "ask":
            result = ask(Path(folder), texts, int(threshold), int(limit))
        case _:
            result = top(Path(folder), texts, int(threshold))
    result["peak"] = _peak()
    print(json.dumps(result))


def _peak() -> float:
    """Return the most memory that this process had, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage() would count the parent's, from before this program began
        found = re.search(rb"VmHWM:\s+(\d+) kB", status.read_bytes())
        if found:
            return int(found[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
