"""Addresses of records in lists: Django works each one out anew, which is a quarter of a page."""

from __future__ import annotations

import functools
from urllib.parse import quote

from django.urls import reverse


def address_of(name: str, key: object) -> str:
    """The address of the page of this name for this key, its one argument."""
    before, after = _around_the_key(name)
    return f"{before}{quote(str(key))}{after}"


@functools.cache
def _around_the_key(name: str) -> tuple[str, str]:
    before, _, after = reverse(name, args=["0"]).rpartition("0")
    return before, after
