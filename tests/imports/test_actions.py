"""An import of the page: checked, written by the worker, and its files forgotten."""

import datetime
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from nmiss.across.imports.actions import forget_old_files, work_on_what_is_due
from nmiss.across.imports.kinds import IMPORTS
from nmiss.across.imports.models import ImportRun, ImportStatus
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import FileState, StoredFile
from placements.models import Placement
from providers.models import (
    KeptFact,
    School,
    SchoolNeed,
)
from tests.files.checking import check_files
from tests.imports.written import everything

pytestmark = pytest.mark.django_db


class TestCheck:
    def test_counts_and_writes_nothing(self, check):
        run = check("schools")

        assert (run.status, run.counts["new"]) == (ImportStatus.CHECKED, 1)
        assert not School.objects.exists()

    def test_refuses_with_every_fault(self, check):
        run = check("members", {"school_urn": "x"}, {"left_on": "31/02/2020"})

        assert (run.status, run.counts) == (ImportStatus.REFUSED, {"errors": 3})
        assert [(one["line"], one["column"]) for one in run.findings()] == [
            (2, "school_urn"),
            (3, "left_on"),
            (3, "school_urn"),
        ]

    def test_warns_of_odd_cells_in_the_register(self, check):
        run = check("schools", {"URN": "x"}, {"URN": "2", "OpenDate": "31-02-2020"})

        assert (run.status, run.counts["new"], run.counts["warnings"]) == (
            ImportStatus.CHECKED,
            1,
            3,
        )
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
        assert run.status == ImportStatus.WAITING

        check_files()
        assert work_on_what_is_due() == 1

    def test_refuses_what_was_refused_inside(self, begin):
        run = begin("schools", {"EstablishmentName": "=WEBSERVICE(A1)"}, is_checked=False)
        check_files()

        work_on_what_is_due()

        run.refresh_from_db()
        assert run.status == ImportStatus.REFUSED
        assert run.note == (
            "Line 2, EstablishmentName: this cell holds a script: take it out. No records changed."
        )

    def test_refuses_what_the_scanner_found(self, begin):
        run = begin("schools")
        StoredFile.objects.update(state=FileState.INFECTED, found="Eicar")

        work_on_what_is_due()

        run.refresh_from_db()
        assert run.status == ImportStatus.REFUSED
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
        assert (bad.status, bad.tries) == (ImportStatus.FAILED, 3)
        assert "Tell your IT support" in bad.note
        assert good.status == ImportStatus.REFUSED


class TestWrite:
    def test_writes_what_was_checked_and_is_on_record(self, finish, officer):
        run = finish("schools")

        assert run.status == ImportStatus.DONE
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
            assert finish(what).status == ImportStatus.DONE

        assert Placement.objects.count() == 1

    def test_goes_back_when_what_we_hold_has_changed(self, check, finish, officer):
        early = check("schools")
        finish("schools", {"EstablishmentName": "Other Name"})

        early.confirm(by=officer, seen=early.digest())
        work_on_what_is_due()

        early.refresh_from_db()
        assert (early.status, early.counts["changed"]) == (ImportStatus.CHECKED, 1)
        assert "have changed since" in early.note
        assert School.objects.get().name == "Other Name"

    def test_is_confirmed_once(self, check, officer):
        run = check("schools")
        run.confirm(by=officer, seen=run.digest())

        with pytest.raises(NotAllowedNow):
            run.confirm(by=officer, seen=run.digest())


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

    def test_touches_only_what_was_shown(self, check, officer):
        run = check("schools")
        run.keep_ours([("a", "x")], by=officer, of=[("a", "x")])
        run.keep_ours([("b", "x"), ("c", "x")], by=officer, of=[("b", "x")])

        run.refresh_from_db()
        assert run.kept == [["a", "x"], ["b", "x"]]


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


class TestConstraints:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"what": "x"},
            {"status": "x"},
            {"status": "done"},
            {"status": "confirmed"},
            {"status": "undoing"},
            {"confirmed_at": datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)},
            {"written_under": "a" * 32},
            {"undone_at": datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)},
        ],
    )
    def test_refuse(self, begin, wrong):
        run = begin("schools")

        with pytest.raises(IntegrityError):
            ImportRun.objects.filter(pk=run.pk).update(**wrong)
