"""The cache: what the hub put in comes out, and nothing that anybody else did."""

import base64
import pickle

import pytest
from django.core.cache import cache
from django.db import connection

pytestmark = pytest.mark.django_db

ran = []


def run(word):
    ran.append(word)


class Bomb:
    """Whatever reads this runs something."""

    def __reduce__(self):
        return run, ("bang",)


def put(value, key=":1:figures"):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_cache SET value = %s WHERE cache_key = %s", [value, key])
        assert cursor.rowcount == 1


def kept(key=":1:figures"):
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM core_cache WHERE cache_key = %s", [key])
        return cursor.fetchone()[0]


@pytest.fixture(autouse=True)
def figures():
    ran.clear()
    cache.set("figures", {"children": 7})


class TestTheCache:
    def test_gives_back_what_was_put_in(self):
        cache.set("more", (1, None))

        assert cache.get("figures") == {"children": 7}
        assert cache.get_many(["figures", "more", "none"]) == {
            "figures": {"children": 7},
            "more": (1, None),
        }
        assert cache.get_or_set("other", lambda: "x") == "x"
        assert cache.add("other", "y") is False
        assert cache.get("other") == "x"

    def test_forgets_what_is_over(self):
        cache.set("figures", 1, timeout=-1)

        assert cache.get("figures") is None

    @pytest.mark.parametrize(
        "value",
        [
            pickle.dumps(Bomb()),
            pickle.dumps("x" + base64.b64encode(pickle.dumps(Bomb())).decode()),
            pickle.dumps(base64.b64encode(pickle.dumps(Bomb())).decode() + ":signature"),
            pickle.dumps(17),
            b"nothing",
            b"",
        ],
    )
    def test_runs_nothing_that_somebody_else_put_in(self, value):
        put(base64.b64encode(value).decode())

        assert cache.get("figures") is None
        assert ran == []

    def test_takes_no_value_of_another_key(self):
        cache.set("more", "of another")
        put(kept(":1:more"))

        assert cache.get("more") == "of another"
        assert cache.get("figures") is None
