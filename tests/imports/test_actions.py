import datetime
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection
from django.urls import reverse
from django.utils import timezone

from contracts.models import Membership
from kpis.models import (
    Band,
    Figure,
    Indicator,
    IndicatorSet,
    KpiReturn,
    ReturnVersion,
    Term,
)
from nmiss.across.imports.actions import forget_old_files, work_on_what_is_due
from nmiss.across.imports.kinds import IMPORTS
from nmiss.across.imports.models import ImportRun, Status
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import State, StoredFile
from placements.models import Child, ChildIdentity, OtherReference, Placement
from providers.models import (
    KeptFact,
    LocalAuthority,
    Provider,
    School,
    SchoolNeed,
    SchoolPeriod,
    Succession,
)
from tests.files.checking import check_files

pytestmark = pytest.mark.django_db

EVERYTHING = (
    School,
    SchoolNeed,
    SchoolPeriod,
    KeptFact,
    LocalAuthority,
    Provider,
    Membership,
    Child,
    ChildIdentity,
    Placement,
    IndicatorSet,
    Indicator,
    Band,
    Term,
    KpiReturn,
    ReturnVersion,
    Figure,
)


def everything():
    """All rows of all records that an import may write."""
    return {model: list(model.objects.order_by("pk").values()) for model in EVERYTHING}


@pytest.fixture
def check(begin):
    def check_one(what, *rows, **options):
        run = begin(what, *rows, **options)
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    return check_one


@pytest.fixture
def finish(check, officer):
    def finish_one(what, *rows, keep=(), **options):
        run = check(what, *rows, **options)
        run.keep_ours(keep, of=keep)
        run.confirm(by=officer)
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    return finish_one


@pytest.fixture
def undo(officer):
    def undo_one(run):
        run.ask_to_undo(by=officer)
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    return undo_one


class TestCheck:
    def test_counts_and_writes_nothing(self, check):
        run = check("schools")

        assert (run.status, run.counts["new"]) == (Status.CHECKED, 1)
        assert not School.objects.exists()

    def test_refuses_with_every_fault(self, check):
        run = check("members", {"school_urn": "x"}, {"left_on": "31/02/2020"})

        assert (run.status, run.counts) == (Status.REFUSED, {"errors": 3})
        assert [(one["line"], one["column"]) for one in run.findings()] == [
            (2, "school_urn"),
            (3, "left_on"),
            (3, "school_urn"),
        ]

    def test_warns_of_odd_cells_in_the_register(self, check):
        run = check("schools", {"URN": "x"}, {"URN": "2", "OpenDate": "31-02-2020"})

        assert (run.status, run.counts["new"], run.counts["warnings"]) == (Status.CHECKED, 1, 3)
        assert {(one["kind"], one["line"], one["column"]) for one in run.findings()} == {
            ("warning", 2, "URN"),
            ("warning", 3, "OpenDate"),
            ("new", 3, ""),
        }

    def test_keeps_what_was_found_encrypted(self, check):
        check("schools", {"URN": "x"})

        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM imports_importfindings")
            assert "URN" not in cursor.fetchone()[0]

    def test_waits_for_the_check_of_its_file(self, begin):
        run = begin("schools", is_checked=False)

        assert work_on_what_is_due() == 0
        run.refresh_from_db()
        assert run.status == Status.WAITING

        check_files()
        assert work_on_what_is_due() == 1

    def test_refuses_what_was_refused_inside(self, begin):
        run = begin("schools", {"EstablishmentName": "=WEBSERVICE(A1)"}, is_checked=False)
        check_files()

        work_on_what_is_due()

        run.refresh_from_db()
        assert run.status == Status.REFUSED
        assert run.note == (
            "Line 2, EstablishmentName: this cell holds a script: take it out. No records changed."
        )

    def test_refuses_what_the_scanner_found(self, begin):
        run = begin("schools")
        StoredFile.objects.update(state=State.INFECTED, found="Eicar")

        work_on_what_is_due()

        run.refresh_from_db()
        assert run.status == Status.REFUSED
        assert "Eicar" in run.note
        assert "Ask whoever sent it for another" in run.note

    def test_gives_up_after_three_failures_and_lets_others_pass(self, begin, monkeypatch):
        def fail(*_):
            raise ZeroDivisionError

        monkeypatch.setitem(IMPORTS, "schools", replace(IMPORTS["schools"], intake=fail))
        bad, good = begin("schools"), begin("members")
        for _ in range(3):
            work_on_what_is_due()

        bad.refresh_from_db()
        good.refresh_from_db()
        assert (bad.status, bad.tries) == (Status.FAILED, 3)
        assert "Tell whoever runs the hub" in bad.note
        assert good.status == Status.REFUSED


class TestWrite:
    def test_writes_what_was_checked_and_is_on_record(self, finish, officer):
        run = finish("schools")

        assert run.status == Status.DONE
        assert School.objects.get().urn == 900001
        verbs = list(AuditEvent.objects.order_by("pk").values_list("verb", "actor_id"))
        assert verbs == [
            ("take_in", officer.pk),
            ("upload", officer.pk),
            ("preview", None),
            ("confirm", officer.pk),
            ("import_schools", officer.pk),
            ("finish", officer.pk),
        ]

    def test_takes_all_three(self, finish):
        for what in ("schools", "members", "placements"):
            assert finish(what).status == Status.DONE

        assert Placement.objects.count() == 1

    def test_goes_back_when_what_we_hold_has_changed(self, check, finish, officer):
        early = check("schools")
        finish("schools", {"EstablishmentName": "Other Name"})

        early.confirm(by=officer)
        work_on_what_is_due()

        early.refresh_from_db()
        assert (early.status, early.counts["changed"]) == (Status.CHECKED, 1)
        assert "has changed since" in early.note
        assert School.objects.get().name == "Other Name"

    def test_is_confirmed_once(self, check, officer):
        run = check("schools")
        run.confirm(by=officer)

        with pytest.raises(NotAllowedNow):
            run.confirm(by=officer)


class TestKeepOurs:
    NAME = ("school 900001", "name")

    def test_leaves_out_what_is_kept_and_takes_the_rest(self, finish):
        finish("schools")

        finish(
            "schools", {"EstablishmentName": "New Name", "SchoolCapacity": "70"}, keep=[self.NAME]
        )

        school = School.objects.get()
        assert (school.name, school.capacity) == ("Ash Grove School", 70)

    def test_lasts_until_the_register_says_something_else(self, finish, check):
        finish("schools")
        finish("schools", {"EstablishmentName": "New Name"}, keep=[self.NAME])

        assert check("schools", {"EstablishmentName": "New Name"}).counts["changed"] == 0
        assert check("schools", {"EstablishmentName": "Newer"}).counts["changed"] == 1

    def test_ends_when_the_registers_word_is_taken(self, finish, check):
        finish("schools")
        finish("schools", {"EstablishmentName": "New Name"}, keep=[self.NAME])

        finish("schools", {"EstablishmentName": "Newer"})

        assert not KeptFact.objects.exists()
        assert check("schools", {"EstablishmentName": "New Name"}).counts["changed"] == 1

    def test_ends_when_the_register_comes_to_say_the_same(self, finish):
        finish("schools")
        finish("schools", {"EstablishmentName": "New Name"}, keep=[self.NAME])

        finish("schools")

        assert not KeptFact.objects.exists()

    @pytest.mark.parametrize(
        ("column", "change"),
        [
            ("authority", {"LA (code)": "887", "LA (name)": "Medway"}),
            ("needs", {"SEN1 (name)": "VI - Visual Impairment"}),
        ],
    )
    def test_works_for_what_lies_in_other_tables(self, finish, column, change):
        finish("schools")
        before = everything()

        finish("schools", change, keep=[("school 900001", column)])

        after = everything()
        for model in (School, SchoolNeed):
            assert after[model] == before[model]

    def test_touches_only_what_was_shown(self, check):
        run = check("schools")
        run.keep_ours([("a", "x")], of=[("a", "x")])
        run.keep_ours([("b", "x"), ("c", "x")], of=[("b", "x")])

        run.refresh_from_db()
        assert run.kept == [["a", "x"], ["b", "x"]]


# Each step in a transaction of its own, as for the worker: a context lasts as long as its own.
@pytest.mark.django_db(transaction=True)
class TestUndo:
    def test_leaves_nothing_of_what_was_new(self, finish, undo):
        before = everything()
        run = finish("schools")

        undo(run)

        assert run.status == Status.UNDONE
        assert everything() == before
        assert AuditEvent.objects.newest_first()[0].verb == "undo"

    def test_puts_back_what_was_changed_and_deleted(self, finish, undo):
        finish("schools")
        before = everything()
        run = finish(
            "schools",
            {"EstablishmentName": "Other", "SEN1 (name)": "", "SchoolCapacity": "70"},
            {"URN": "900002"},
        )

        undo(run)

        assert everything() == before

    def test_goes_back_one_by_one_to_the_beginning(self, finish, undo):
        before = everything()
        runs = [
            finish("schools"),
            finish("members"),
            finish("placements"),
            finish("placements", {"annual_fee": "40000", "home_postcode": "CT1 1AA"}),
        ]

        for run in reversed(runs):
            assert undo(run).status == Status.UNDONE

        assert {model: rows for model, rows in everything().items() if rows != before[model]} == {}

    def test_takes_prices_back_and_the_ends_that_they_gave(self, finish, undo):
        finish("schools")
        finish("placements")
        before = everything()
        first = finish("prices")
        between = everything()
        second = finish(
            "prices", {"ends_on": "2024-08-31"}, {"starts_on": "2024-09-01", "amount": "85"}
        )

        assert undo(second).status == Status.UNDONE
        assert everything() == between
        assert undo(first).status == Status.UNDONE
        assert everything() == before

    def test_takes_back_what_returns_are_made_of(self, finish, undo):
        finish("schools")
        steps = []
        for what, row in (
            ("indicators", {}),
            ("terms", {}),
            ("terms", {"last_day": "2024-12-19"}),
            ("returns", {}),
            ("returns", {"value": "91"}),
            ("returns", {"input": "possible", "value": "NA"}),
        ):
            before = everything()
            steps.append((finish(what, row), before))

        for run, before in reversed(steps):
            assert undo(run).status == Status.UNDONE
            assert everything() == before

    def test_is_refused_where_returns_are_built_on_a_term(self, finish, undo):
        finish("schools")
        finish("indicators", {"frequency": "term"})
        terms = finish("terms")
        finish("returns", {"period": "2024-25 autumn"})

        undo(terms)

        assert (terms.status, Term.objects.count()) == (Status.DONE, 1)

    def test_is_refused_where_a_price_is_built_on_it(self, finish, undo):
        finish("schools")
        placed = finish("placements")
        finish("prices")

        undo(placed)

        assert (placed.status, Placement.objects.count()) == (Status.DONE, 1)

    def test_is_for_the_last_of_its_kind(self, finish, undo, officer):
        first, last = finish("schools"), finish("schools", {"SchoolCapacity": "61"})
        finish("members", {"school_urn": "900001"})

        assert not first.may_be_undone()
        assert first.in_the_way() == last
        with pytest.raises(NotAllowedNow):
            first.ask_to_undo(by=officer)

    def test_does_not_mind_what_came_in_since_and_is_not_built_on_it(self, finish, undo):
        finish("schools")
        renamed = finish("schools", {}, {"URN": "900002", "EstablishmentName": "Birch School"})
        finish("members")
        finish("placements")

        assert undo(renamed).status == Status.UNDONE
        assert list(School.objects.values_list("urn", flat=True)) == [900001]

    def test_is_refused_where_a_place_has_its_lot_by_it(self, finish, undo):
        finish("schools", {}, {"URN": "900002", "EstablishmentName": "Birch School"})
        finish("members", {"school_urn": "900002"})
        joined = finish("members", {"admitted_on": "2023-09-01"})
        finish("placements", {"route": "call_off"})
        before = everything()

        undo(joined)

        assert joined.status == Status.DONE
        assert "something has been built on" in joined.note
        assert everything() == before

    def test_is_refused_where_a_place_went_on_by_it(self, finish, undo):
        finish(
            "schools",
            {"CloseDate": "31-08-2025", "EstablishmentStatus (code)": "2"},
            {"URN": "900002", "EstablishmentName": "Birch School", "OpenDate": "10-09-2025"},
        )
        links = finish("links", {"LinkEstablishedDate": "10-09-2025"})
        finish("placements")
        assert Placement.objects.get().earlier_schools.count() == 1

        undo(links)

        assert (links.status, Succession.objects.count()) == (Status.DONE, 1)

    def test_takes_back_what_was_answered(self, check, finish, undo, officer):
        finish("schools")
        finish("placements", {"pupil_ref": "01", "ended_on": "2023-12-31"})
        second = {"placement_ref": "P2", "pupil_ref": "1", "starts_on": "2024-01-01"}
        run = check("placements", second)
        run.answer(by=officer, answers={"1": "same"})
        work_on_what_is_due()
        run.confirm(by=officer)
        work_on_what_is_due()
        run.refresh_from_db()
        assert OtherReference.objects.count() == 1

        undo(run)

        assert run.status == Status.UNDONE
        assert not OtherReference.objects.exists()

    def test_is_refused_when_a_row_was_changed_since(self, finish, undo):
        run = finish("schools")
        School.objects.update(capacity=99)

        undo(run)

        assert run.status == Status.DONE
        assert "something has been built on" in run.note
        assert School.objects.get().capacity == 99
        assert not run.may_be_undone()

    def test_is_refused_when_a_later_row_needs_one(self, finish, undo):
        run = finish("schools")
        School.objects.get().kept_facts.create(column="name")
        before = everything()

        undo(run)

        assert run.status == Status.DONE
        assert everything() == before


class TestForgetOldFiles:
    LATER = datetime.timedelta(days=31)

    def test_removes_files_and_findings_of_what_is_settled(self, finish):
        run = finish("schools")

        assert forget_old_files(now=timezone.now() + self.LATER) == 1
        assert forget_old_files(now=timezone.now() + self.LATER) == 0

        run.file.refresh_from_db()
        assert run.file.forgotten_at
        assert run.findings() == []
        assert School.objects.exists()

    def test_leaves_what_is_young_or_waits_for_somebody(self, finish, check):
        finish("schools")
        assert forget_old_files(now=timezone.now()) == 0

        check("members")

        assert forget_old_files(now=timezone.now() + self.LATER) == 1
        assert StoredFile.objects.filter(forgotten_at=None).count() == 1


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


class TestConstraints:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"what": "x"},
            {"status": "x"},
            {"status": "done"},
            {"confirmed_at": datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)},
            {"written_under": "a" * 32},
            {"undone_at": datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)},
        ],
    )
    def test_refuse(self, begin, wrong):
        run = begin("schools")

        with pytest.raises(IntegrityError):
            ImportRun.objects.filter(pk=run.pk).update(**wrong)
