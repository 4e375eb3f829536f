"""Whoever of the council evaluates, at a browser."""

import pytest


@pytest.fixture
def sign_in(client):
    def as_(person):
        client.force_login(person)
        return client

    return as_
