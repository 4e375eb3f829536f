"""What an application brings is found where it lies; nothing else has to name it."""

import sys
from types import SimpleNamespace

from nmiss.base.core import application, lists
from nmiss.base.core.lists import Column, List


def declared(name, *roles):
    return List(
        name=name,
        title="Some",
        roles=roles,
        rows=lambda user, query: [],
        columns=[Column("Name", "What it is called", str)],
    )


class TestReady:
    def test_finds_lists_in_every_module_of_lists(self, tmp_path, monkeypatch):
        brought = SimpleNamespace(
            one=declared("one", "officer"),
            other=declared("other", "officer"),
            for_a_command=declared("for-a-command"),
        )
        monkeypatch.setitem(sys.modules, "brought", brought)
        monkeypatch.setattr(lists, "LISTS", known := {})
        monkeypatch.syspath_prepend(tmp_path)
        for place in ("borough", "borough/room"):
            (tmp_path / place).mkdir()
            (tmp_path / place / "__init__.py").touch()
        (tmp_path / "borough" / "listings.py").write_text("from brought import one\n")
        rest = "from brought import for_a_command, other\n"
        (tmp_path / "borough" / "room" / "figure_listings.py").write_text(rest)
        (tmp_path / "borough" / "room" / "models.py").write_text("raise AssertionError\n")

        found = SimpleNamespace(name="borough", rooms=("room",))
        application.ApplicationConfig.ready(found)

        assert known == {"one": brought.one, "other": brought.other}
