"""One trial per group and test run: extracting and building hundreds of posts takes seconds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpus import groups
from tests.corpus.trial import Group, Trial, run

GROUPS = (*groups.FOLDERS, "commonmark", "gfm")


@pytest.fixture(scope="session")
def _groups(request: pytest.FixtureRequest) -> Callable[[str], Group]:
    """Return how to get a group by name; what it needs is asked for only then."""

    def find(name: str) -> Group:
        match name:
            case "dair":
                judge = request.getfixturevalue("kramdown")
                return groups.newsletters(request.getfixturevalue("corpus"), judge.render)
            case "commonmark":
                return groups.commonmark(request.getfixturevalue("commonmark_examples"))
            case "gfm":
                return groups.gfm(request.getfixturevalue("gfm_examples"))
        return groups.pages(request.getfixturevalue("corpus"), name)

    return find


# Under xdist's --dist loadgroup one worker gets all tests of a group, and makes its trial once.
@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in GROUPS],
)
def trial(
    request: pytest.FixtureRequest,
    _groups: Callable[[str], Group],
    tmp_path_factory: pytest.TempPathFactory,
) -> Trial:
    """Return the trial of each group in turn."""
    name = str(request.param)
    root: Path = tmp_path_factory.mktemp(name)
    return run(_groups(name), root)
