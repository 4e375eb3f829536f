"""What applications bring to the landing pages, and the menu of each role."""

import datetime

import pytest

from nmiss.base.accounts import navigation
from nmiss.base.accounts.landing import Brought, Task, by_day
from nmiss.base.accounts.models import Role, User

TODAY = datetime.date(2026, 11, 23)
MENUS = {
    Role.OFFICER: ["Home", "Schools", "Providers", "Admission", "Children", "Reports"],
    Role.MANAGER: ["Home", "Schools", "Providers", "Admission", "Children", "Reports"],
    Role.PLACEMENTS: ["Home", "Cases", "Consultations", "Find a school", "Children", "Reports"],
    Role.FINANCE: ["Home", "Schools", "Providers", "Fees", "Reports"],
    Role.AUDITOR: ["Home", "Schools", "Admission", "Children", "Reports", "Audit"],
    Role.ADMINISTRATOR: ["Home", "People", "Audit"],
    Role.PROVIDER: ["Home", "Our schools", "Apply", "Children", "Fees", "Our people"],
}


@pytest.mark.parametrize("role", Role)
def test_the_menu_of_each_role_in_its_order(role):
    assert [way.words for way in navigation.ways(role, "/elsewhere/")] == MENUS[role]


def test_a_seventh_entry_is_refused(monkeypatch):
    assert navigation.check_menus() == []
    monkeypatch.setattr(navigation, "_entries", list(navigation._entries))

    navigation.menu("home:home", "A seventh", Role.OFFICER, weight=99)

    (error,) = navigation.check_menus()
    assert error.msg == "The menu of officer has more than 6 entries."


def test_what_is_brought_is_of_its_roles_and_in_the_order_of_weights():
    brought = Brought()

    @brought(Role.OFFICER, weight=20)
    def heavier(user, today):
        return [f"heavier on {today}"]

    @brought(Role.OFFICER, Role.FINANCE, weight=10)
    def lighter(user, today):
        return ["lighter"]

    assert brought.of(User(role=Role.OFFICER), TODAY) == ["lighter", "heavier on 2026-11-23"]
    assert brought.of(User(role=Role.FINANCE), TODAY) == ["lighter"]
    assert brought.of(User(role=Role.AUDITOR), TODAY) == []


def test_the_oldest_task_is_first_and_what_has_no_day_last():
    undated, later, earlier = (
        Task("a", "/"),
        Task("b", "/", datetime.date(2026, 2, 1)),
        Task("c", "/", datetime.date(2026, 1, 1)),
    )

    assert by_day([undated, later, earlier]) == [earlier, later, undated]
    assert later.is_overdue(TODAY)
    assert not undated.is_overdue(TODAY)
