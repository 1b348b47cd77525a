"""``python -m benchmarks.check_speed``: `l10n check` beside pofilter, as whole processes.

All runs are whole processes, started in turns so that a machine whose speed drifts treats all
alike: pofilter once per language, since it takes one; `l10n check` without a cache; with
one, when nothing has changed; and with one, when a translator has saved one message of the largest
catalog. Compiled bytecode of all is kept, as an installation keeps it; one round is not counted.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.check_speed.projects import Project, posted, stray
from benchmarks.tools import ROOT, corpus_folder

_FORMATS = ("text", "json")
_KINDS = {"stray": stray, "posted": posted}


def main() -> int:
    """Print a table per project; return 1 where there is no corpus or no pofilter."""
    options = _options()
    if not (options.corpus / "comprehensive-rust").is_dir():
        print(f"no catalogs in {options.corpus}: set $L10N_CORPUS")
        return 1
    if shutil.which("pofilter") is None:
        print("pofilter is not here: pip install translate-toolkit")
        return 1
    print(f"translate-toolkit {version('translate-toolkit')}, {os.cpu_count()} processors")
    for kind in options.projects:
        with tempfile.TemporaryDirectory(prefix="l10n-speed-") as folder:
            work = Path(folder)
            project = _KINDS[kind](options.corpus, work / "project")
            _show(project, _measure(project, work, options.format, options.runs))
    return 0


def _measure(project: Project, work: Path, output: str, runs: int) -> dict[str, list[float]]:
    environment = {key: value for key, value in os.environ.items() if key not in _LEFT_OUT}
    environment |= {
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        "PYTHONPYCACHEPREFIX": str(work / "bytecode"),
        "L10N_CACHE": str(work / "cache"),
    }
    check = [sys.executable, "-m", "cli", "-C", str(project.root), "check", "--format", output]
    check += project.targets
    tools: Mapping[str, Callable[[], float]] = {
        "pofilter": lambda: sum(
            _timed(["pofilter", f"--language={tag}", path, f"../out-{tag}"], project, environment)
            for tag, path in project.catalogs.items()
        ),
        "cold": lambda: _timed([*check, "--no-cache"], project, environment),
        "warm": lambda: _timed(check, project, environment),
        "one changed": lambda: _timed(check, project, environment),
    }
    times: dict[str, list[float]] = {name: [] for name in tools}
    edited = project.root / project.edited
    before = edited.read_bytes()
    for each in range(runs + 1):
        edited.write_bytes(before)
        _timed(check, project, environment)  # fills the cache, should it be empty
        for name, run in tools.items():
            if name == "one changed":
                edited.write_bytes(_saved(before, each))
            seconds = run()
            if each:
                times[name].append(seconds)
    return times


def _timed(command: Sequence[str], project: Project, environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=project.root, env=environment, capture_output=True)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}\n{done.stderr.decode()}")
    return seconds


def _saved(catalog: bytes, each: int) -> bytes:
    """Return a catalog with another last message than in every other round."""
    return catalog + f'\n\nmsgid "Round {each} ended."\nmsgstr "{each}: fin."\n'.encode()


def _show(project: Project, times: Mapping[str, Sequence[float]]) -> None:
    peer, cold = median(times["pofilter"]), median(times["cold"])
    print(f"\n{project.title}\n\n| run | median s | least to most | ours is faster by |")
    print("| --- | ---: | --- | --- |")
    for name, seconds in times.items():
        middle = median(seconds)
        said = "" if name == "pofilter" else f"{peer / middle:.1f} × than pofilter"
        if name not in ("pofilter", "cold"):
            said += f", {cold / middle:.1f} × than cold"
        print(f"| {name} | {middle:.3f} | {min(seconds):.3f} to {max(seconds):.3f} | {said} |")


_LEFT_OUT = ("PYTHONDONTWRITEBYTECODE", "GITHUB_STEP_SUMMARY")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check_speed", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted rounds")
    parser.add_argument("--projects", nargs="+", choices=_KINDS, default=list(_KINDS))
    parser.add_argument("--format", choices=_FORMATS, default="text", help="of `l10n check`")
    parser.add_argument("--corpus", type=Path, default=corpus_folder(), help="folder of real posts")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
