"""One child stays one: references in any case, and with or without their zeros."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.importing.questions import Unanswered
from placements.models import Child, OtherReference, Placement
from placements.references import without_zeros
from tests.county import PLACEMENT, table
from tests.factories.accounts import UserFactory
from tests.faults import faults_of

pytestmark = pytest.mark.django_db

FIRST = {"pupil_ref": "0012345", "ended_on": "2023-12-31", "end_reason": "planned_transfer"}
SECOND = {"placement_ref": "PLC-2", "pupil_ref": "12345", "starts_on": "2024-01-01"}


@pytest.fixture(autouse=True)
def _school(take_schools):
    take_schools()


@pytest.fixture
def as_officer(client):
    client.force_login(UserFactory(role=Role.OFFICER))
    return client


def references():
    return set(Child.objects.values_list("reference", flat=True))


class TestCase:
    def test_of_a_child_makes_no_other(self, take_placements):
        first = {"pupil_ref": "zc77", "ended_on": "2023-12-31"}
        take_placements(first, SECOND | {"pupil_ref": "ZC77"})

        assert references() == {"ZC77"}
        assert Placement.objects.count() == 2

    def test_of_a_child_that_we_have_makes_no_other(self, take_placements):
        take_placements({"pupil_ref": "ZC77"})

        outcome = take_placements({"pupil_ref": "zc77", "annual_fee": "40000"})

        assert references() == {"ZC77"}
        assert [change.column for change in outcome.changes] == ["annual_fee"]

    def test_of_a_placement_makes_no_other(self, take_placements):
        take_placements({"placement_ref": "PLC-1"})

        assert take_placements({"placement_ref": "plc-1"}).unchanged == 1
        where, _ = faults_of(
            take_placements, {"placement_ref": "PLC-1"}, {"placement_ref": "Plc-1"}
        )
        assert where == [(3, "placement_ref", "Plc-1")]

    def test_overlapping_is_seen(self, take_placements):
        where, _ = faults_of(
            take_placements,
            {"pupil_ref": "zc77"},
            {"placement_ref": "PLC-2", "pupil_ref": "ZC77", "starts_on": "2024-01-01"},
        )

        assert where == [(3, "starts_on", "2024-01-01")]

    def test_does_not_matter_in_an_address(self, take_placements, as_officer):
        take_placements({"pupil_ref": "ZC77"})

        page = as_officer.get(reverse("placements:child_detail", args=["zc77"]))

        assert page.status_code == 200

    def test_is_held_by_the_database(self, take_placements):
        take_placements({"pupil_ref": "ZC77"})

        with pytest.raises(IntegrityError, match="child_reference_once"), transaction.atomic():
            Child.objects.create(reference="zc77", sex="M", cohort=2012)
        place = Placement.objects.get()
        place.pk, place.reference = None, "plc-1"
        with pytest.raises(IntegrityError, match="placement_reference_once"):
            Placement.objects.bulk_create([place])


class TestZeros:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("0012345", "12345"), ("C-007", "C-7"), ("c0012", "C12"), ("A01.02", "A1.2")],
    )
    def test_are_what_two_references_may_differ_in(self, one, other):
        assert without_zeros(one) == without_zeros(other)

    @pytest.mark.parametrize(("one", "other"), [("100", "10"), ("C0", "C"), ("1002", "12")])
    def test_inside_a_number_count(self, one, other):
        assert without_zeros(one) != without_zeros(other)

    def test_are_asked_about(self, take_placements):
        with pytest.raises(Unanswered) as asked:
            take_placements(FIRST, SECOND)

        (question,) = asked.value.questions
        assert (question.line, question.reference, question.other) == (3, "12345", "0012345")
        assert question.where == "on line 2"
        assert not Child.objects.exists()

    def test_are_asked_about_beside_what_we_have(self, take_placements):
        take_placements(FIRST)

        with pytest.raises(Unanswered) as asked:
            take_placements(SECOND)

        assert asked.value.questions[0].where == "in our records"

    @pytest.mark.parametrize(
        "told_apart", [{"date_of_birth": "2012-03-05"}, {"home_postcode": "ME1 1AA"}]
    )
    def test_are_not_asked_about_where_something_tells_the_two_apart(
        self, take_placements, told_apart
    ):
        take_placements(FIRST, SECOND | told_apart)

        assert references() == {"0012345", "12345"}

    def test_are_asked_about_where_a_postcode_is_missing(self, take_placements):
        with pytest.raises(Unanswered):
            take_placements(FIRST, SECOND | {"home_postcode": ""})

    @pytest.mark.parametrize("answers", [{"12345": "same"}, {"*": "same"}])
    def test_of_one_child_make_one(self, take_placements, answers):
        outcome = take_placements(FIRST, SECOND, answers=answers)

        assert references() == {"0012345"}
        assert Child.objects.get().placements.count() == 2
        assert [(one.line, one.value) for one in outcome.warnings] == [(3, "12345")]

    def test_of_one_child_are_remembered(self, take_placements):
        take_placements(FIRST, SECOND, answers={"12345": "same"})

        outcome = take_placements(FIRST, SECOND)

        assert (outcome.unchanged, outcome.warnings) == (2, [])
        assert OtherReference.objects.get().child.reference == "0012345"

    def test_of_one_child_are_on_its_page(self, take_placements, as_officer):
        take_placements(FIRST, SECOND, answers={"12345": "same"})

        page = as_officer.get(reverse("placements:child_detail", args=["0012345"]))

        assert "Also known as" in page.text

    def test_of_two_children_make_two_and_are_not_asked_about_again(self, take_placements):
        take_placements(FIRST, SECOND, answers={"*": "different"})
        assert references() == {"0012345", "12345"}

        assert take_placements(FIRST, SECOND).unchanged == 2

    def test_of_three_references_are_asked_about_one_by_one(self, take_placements):
        third = {"placement_ref": "PLC-3", "pupil_ref": "012345", "starts_on": "2025-01-01"}
        rows = FIRST, SECOND | {"ended_on": "2024-12-31"}, third
        with pytest.raises(Unanswered) as asked:
            take_placements(*rows)
        assert {(one.reference, one.other) for one in asked.value.questions} == {
            ("012345", "0012345"),
            ("12345", "0012345"),
        }

        take_placements(*rows, answers={"012345": "different", "12345": "same"})

        assert references() == {"0012345", "012345"}

    def test_of_one_child_cannot_be_in_two_places(self, take_placements):
        where, _ = faults_of(
            take_placements,
            {"pupil_ref": "0012345"},
            {"pupil_ref": "12345", "placement_ref": "PLC-2"},
            answers={"*": "same"},
        )

        assert where == [(3, "starts_on", "2023-09-04")]

    def test_of_another_reference_are_held_by_the_database(self, take_placements):
        take_placements(FIRST, SECOND, answers={"*": "same"})
        child = Child.objects.get()

        for wrong in ("12345", "c12"):
            with pytest.raises(IntegrityError), transaction.atomic():
                OtherReference.objects.create(child=child, reference=wrong)


class TestTheCommand:
    @pytest.fixture
    def file(self, tmp_path):
        return table(tmp_path / "file.csv", PLACEMENT | FIRST, PLACEMENT | SECOND)

    def test_refuses_without_an_answer(self, file, capsys):
        with pytest.raises(SystemExit):
            call_command("import_placements", str(file))

        said = capsys.readouterr().err
        assert 'line 3, pupil_ref, "12345"' in said
        assert "1 question. Answer with --answer same or different" in said
        assert not Child.objects.exists()

    @pytest.mark.parametrize(
        ("answers", "children"),
        [(["same"], 1), (["different"], 2), (["12345=same"], 1), (["same", "12345=different"], 2)],
    )
    def test_takes_an_answer_for_all_or_for_one(self, file, answers, children):
        call_command("import_placements", str(file), *[f"--answer={one}" for one in answers])

        assert Child.objects.count() == children

    def test_says_how_to_answer(self, file):
        with pytest.raises(CommandError, match="enter same or different"):
            call_command("import_placements", str(file), "--answer=yes")
