"""The files of the demo county, written once."""

import pytest

from nmiss.demo.county import write_county
from tests.demo.read import County


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("county")
    write_county(folder)
    return folder


@pytest.fixture(scope="session")
def county(folder):
    return County(folder)


@pytest.fixture(scope="session")
def double(tmp_path_factory):
    folder = tmp_path_factory.mktemp("double")
    write_county(folder, scale=2)
    return County(folder)
