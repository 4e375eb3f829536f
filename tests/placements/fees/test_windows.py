"""Fee windows: generated a year ahead, dates as data, late requests take effect later."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from nmiss.base.accounts.models import Role
from placements.fees.models import FeeWindow
from tests.factories.accounts import UserFactory
from tests.factories.fees import a_window

pytestmark = pytest.mark.django_db
DAY = datetime.date


def test_the_first_window_is_the_usual_year():
    FeeWindow.provide(DAY(2026, 10, 1))

    window = FeeWindow.objects.get()
    assert (window.years, window.opens_on, window.requests_by) == (
        "2027/28",
        DAY(2026, 11, 1),
        DAY(2027, 1, 31),
    )
    assert (window.recommend_by, window.negotiate_until, window.approve_by) == (
        DAY(2027, 3, 31),
        DAY(2027, 5, 31),
        DAY(2027, 6, 30),
    )
    assert window.effective_on == DAY(2027, 9, 1)


def test_the_next_window_keeps_dates_and_numbers_and_comes_once():
    FeeWindow.provide(DAY(2026, 10, 1))
    FeeWindow.objects.update(
        requests_by=DAY(2027, 2, 15), answer_days=20, affordable_percent=3, pay_rate=4
    )

    assert FeeWindow.provide(DAY(2026, 10, 31)) == []
    FeeWindow.provide(DAY(2026, 11, 1))
    FeeWindow.provide(DAY(2026, 11, 1))

    last, first = FeeWindow.objects.newest_first()
    assert (first.academic_year, last.academic_year) == (2027, 2028)
    assert (last.requests_by, last.answer_days) == (DAY(2028, 2, 15), 20)
    assert (last.affordable_percent, last.pay_rate) == (None, None)


@pytest.mark.parametrize(
    ("received_on", "effective_on"),
    [
        (DAY(2024, 1, 31), DAY(2024, 9, 1)),
        (DAY(2024, 2, 1), DAY(2024, 9, 1)),
        (DAY(2024, 6, 1), DAY(2024, 9, 1)),
        (DAY(2024, 6, 2), DAY(2024, 10, 1)),
        (DAY(2024, 10, 15), DAY(2025, 2, 1)),
    ],
)
def test_a_late_request_takes_effect_on_the_first_of_a_month_three_months_later(
    received_on, effective_on
):
    window = FeeWindow.usual(2024)

    assert window.effective_for(received_on) == effective_on
    assert window.is_late(received_on) == (received_on > DAY(2024, 1, 31))


def test_the_database_keeps_dates_in_order():
    window = a_window()

    with pytest.raises(IntegrityError, match="dates_in_order"), transaction.atomic():
        FeeWindow.objects.update(recommend_by=window.opens_on)


class TestThePages:
    def form_of(self, client, window):
        form = client.get(f"/fees/windows/{window.pk}/change/").context["form"]
        values = {name: form[name].value() for name in form.fields}
        return {name: "" if value is None else value for name, value in values.items()}

    def test_a_manager_changes_a_window(self, client):
        window = a_window()
        client.force_login(UserFactory(role=Role.MANAGER))
        asked = self.form_of(client, window) | {"affordable_percent": "3", "limit_pounds": "£1,000"}

        client.post(f"/fees/windows/{window.pk}/change/", asked)

        window.refresh_from_db()
        assert (window.affordable_percent, window.limit_pounds) == (3, 1000)

    def test_dates_out_of_order_get_a_sentence(self, client):
        window = a_window()
        client.force_login(UserFactory(role=Role.MANAGER))
        asked = self.form_of(client, window) | {"approve_by": "2020-01-01"}

        page = client.post(f"/fees/windows/{window.pk}/change/", asked)

        assert "Enter a day that is not before “Negotiations until”" in page.text
