"""Built styles lie in the repository, so that nobody needs Node to run the hub."""

import itertools
import re

import pytest

from nmiss.machine import install, styles


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("styles")
    styles.build(folder)
    return folder


@pytest.mark.parametrize("name", ["nmiss.css", "govuk-frontend.min.js"])
def test_are_what_the_source_builds(fresh, name):
    same = (fresh / name).read_bytes() == (styles.BUILT / name).read_bytes()

    assert same, "static/scss builds other styles. Run `make css`, and commit static/build."


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_parts_of_a_picture_are_told_apart_and_from_the_page():
    """WCAG 2.2, 1.4.11: three to one, between neighbours and against the ground."""
    settings = (install.ROOT / "static/scss/_settings.scss").read_text()
    named = dict(re.findall(r"^\$([a-z-]+): (#[0-9a-f]{6});", settings, re.MULTILINE))
    colours = [luminance(each) for each in (named["brand"], named["second"], "#ffffff")]

    for one, other in itertools.combinations(sorted(colours), 2):
        assert (other + 0.05) / (one + 0.05) >= 3
