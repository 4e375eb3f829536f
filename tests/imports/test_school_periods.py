"""What a school was called, and was, before an import changed it."""

import datetime

import pytest
from django.db import IntegrityError
from django.urls import reverse

from nmiss.across.imports.actions import work_on_what_is_due
from providers.models import (
    School,
    SchoolPeriod,
)

pytestmark = pytest.mark.django_db


class TestSchoolPeriods:
    def periods(self):
        return list(
            SchoolPeriod.objects.order_by("from_on").values_list("from_on", "until_on", "capacity")
        )

    def test_open_and_close_by_the_day_of_the_extract(self, finish):
        finish("schools", name="edubasealldata20240118.csv")
        finish("schools", {"SchoolCapacity": "70"}, name="edubasealldata20240302.csv")
        finish("schools", {"SchoolCapacity": "70", "UKPRN": "1"}, name="e20240401.csv")

        assert self.periods() == [
            (datetime.date(2024, 1, 18), datetime.date(2024, 3, 1), 60),
            (datetime.date(2024, 3, 2), None, 70),
        ]
        assert SchoolPeriod.objects.on(datetime.date(2024, 2, 1)).get().capacity == 60

    def test_go_back_with_the_import_that_is_undone(self, finish, officer):
        finish("schools", name="e20240118.csv")
        run = finish("schools", {"SchoolCapacity": "70"}, name="e20240302.csv")
        run.ask_to_undo(by=officer)
        work_on_what_is_due()

        finish("schools", {"SchoolCapacity": "71"}, name="e20240202.csv")

        assert self.periods()[-1] == (datetime.date(2024, 2, 2), None, 71)

    def test_stand_on_the_page_of_the_school(self, finish, as_officer):
        finish("schools", name="e20240118.csv")
        finish("schools", {"SchoolCapacity": "71"}, name="e20240302.csv")

        text = as_officer.get(reverse("placements:school_detail", args=[900001])).text

        assert "1 March 2024" in text
        assert "71" in text

    def test_say_what_the_register_said_where_ours_is_kept(self, finish):
        finish("schools", name="e20240118.csv")
        finish(
            "schools",
            {"SchoolCapacity": "70"},
            name="e20240302.csv",
            keep=[("school 900001", "capacity")],
        )
        finish("schools", {"SchoolCapacity": "70"}, name="e20240401.csv")

        assert School.objects.get().capacity == 60
        assert self.periods() == [
            (datetime.date(2024, 1, 18), datetime.date(2024, 3, 1), 60),
            (datetime.date(2024, 3, 2), None, 70),
        ]

    def test_are_corrected_by_another_extract_of_the_day(self, finish):
        finish("schools", name="e20240118.csv")
        finish("schools", {"SchoolCapacity": "70"}, name="e20240118.csv")

        assert self.periods() == [(datetime.date(2024, 1, 18), None, 70)]

    def test_do_not_overlap(self, finish):
        finish("schools", name="e20240118.csv")
        school = School.objects.get()

        with pytest.raises(IntegrityError):
            school.periods.create(name="x", status="1", from_on=datetime.date(2024, 1, 20))
