"""Built styles lie in the repository, so that nobody needs Node to run the hub."""

import pytest

from nmiss.machine import styles


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("styles")
    styles.build(folder)
    return folder


@pytest.mark.parametrize("name", ["nmiss.css", "govuk-frontend.min.js"])
def test_are_what_the_source_builds(fresh, name):
    same = (fresh / name).read_bytes() == (styles.BUILT / name).read_bytes()

    assert same, "static/scss builds other styles. Run `make css`, and commit static/build."
