"""The pages on which an import asks: what differs here, and who is one child."""

import pytest

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.models import ImportStatus
from nmiss.base.accounts.models import Role
from placements.models import Child
from providers.models import KeptFact, LocalAuthority, School
from tests.factories.accounts import UserFactory
from tests.imports.pages import confirm, page_of
from tests.seen import seen

pytestmark = pytest.mark.django_db


class TestImportDifferences:
    def test_keeps_ours_field_by_field(self, as_officer, begin, take_schools):
        take_schools()
        run = begin("schools", {"EstablishmentName": "Other", "SchoolCapacity": "70"})
        work_on_what_is_due()

        page = seen(as_officer.get(page_of(run, "import_differences")))
        kept = [label.words for label in page.main.all("label")]
        assert "Keep our name of Ash Grove School" in kept
        as_officer.post(page_of(run, "import_differences"), {"keep": "0", "save": "1"})
        run.refresh_from_db()
        assert len(run.kept) == 1
        confirm(as_officer, run)
        work_on_what_is_due()

        school = School.objects.get()
        assert (school.name, school.capacity) == ("Ash Grove School", 70)

    def test_marks_what_was_kept(self, as_officer, begin, take_schools):
        take_schools()
        run = begin("schools", {"EstablishmentName": "Other", "SchoolCapacity": "70"})
        work_on_what_is_due()
        as_officer.post(page_of(run, "import_differences"), {"keep": "0", "save": "1"})
        confirm(as_officer, run)
        work_on_what_is_due()

        after = [row[3] for row in seen(as_officer.get(page_of(run))).rows()]

        (kept,) = [cell for cell in after if "Ash Grove School" in cell]
        assert "Other" in kept
        assert "70" in after

    def test_shows_the_new_name_of_an_authority_and_lets_nobody_keep_the_old(
        self, as_officer, begin, take_schools
    ):
        take_schools()
        run = begin("schools", {"LA (name)": "Kent and Weald"})
        work_on_what_is_due()

        page = seen(as_officer.get(page_of(run)))
        assert any("Kent and Weald" in cell for row in page.rows() for cell in row)
        differences = page_of(run, "import_differences")
        assert differences not in page.addresses
        assert "Kent and Weald" not in seen(as_officer.get(differences)).main.words
        confirm(as_officer, run)
        work_on_what_is_due()

        assert LocalAuthority.objects.get().name == "Kent and Weald"
        assert not KeptFact.objects.exists()

    def test_says_that_it_is_written(self, as_officer, checked):
        confirm(as_officer, checked)
        work_on_what_is_due()

        response = as_officer.get(page_of(checked, "import_differences"), follow=True)

        assert response.redirect_chain == [(page_of(checked), 302)]
        assert seen(response).answer


class TestImportQuestions:
    FIRST = {"pupil_ref": "0012345", "ended_on": "2023-12-31"}
    SECOND = {"placement_ref": "PLC-2", "pupil_ref": "12345", "starts_on": "2024-01-01"}

    @pytest.fixture
    def asking(self, begin, take_schools):
        take_schools()
        run = begin("placements", self.FIRST, self.SECOND)
        work_on_what_is_due()
        run.refresh_from_db()
        return run

    def test_are_on_the_page_and_nothing_is_written(self, as_officer, asking):
        assert asking.status == ImportStatus.ASKING
        page = seen(as_officer.get(page_of(asking)))

        assert "Confirm import" not in page.buttons
        assert page.links["Answer 1 question"] == page_of(asking, "import_questions")
        asked = seen(as_officer.get(page_of(asking, "import_questions"))).main.all("legend")
        assert any("12345" in each.words and "0012345" in each.words for each in asked)
        assert not Child.objects.exists()

    @pytest.mark.parametrize(("answer", "children"), [("same", 1), ("different", 2)])
    def test_are_answered_and_the_table_is_checked_again(
        self, as_officer, asking, answer, children
    ):
        as_officer.post(page_of(asking, "import_questions"), {"answer-0": answer})
        work_on_what_is_due()
        asking.refresh_from_db()
        assert (asking.status, asking.counts["new"]) == (ImportStatus.CHECKED, 2)

        confirm(as_officer, asking)
        work_on_what_is_due()

        asking.refresh_from_db()
        assert asking.status == ImportStatus.DONE
        assert Child.objects.count() == children

    def test_must_be_answered(self, as_officer, asking):
        response = as_officer.post(page_of(asking, "import_questions"), {})

        (question,) = seen(response).wrong
        assert "12345" in question
        asking.refresh_from_db()
        assert asking.status == ImportStatus.ASKING

    def test_may_be_answered_all_at_once(self, as_officer, begin, take_schools):
        take_schools()
        rows = [
            {"placement_ref": f"PLC-{ref}", "pupil_ref": ref, "date_of_birth": day}
            for day, refs in [("2012-01-01", ("01", "1")), ("2012-01-02", ("02", "2"))]
            for ref in refs
        ]
        run = begin("placements", *rows)
        work_on_what_is_due()

        as_officer.post(page_of(run, "import_questions"), {"all": "different", "answer-1": "same"})

        run.refresh_from_db()
        assert run.answers == {"1": "different", "2": "same"}

    def test_that_are_refused_by_what_was_answered_say_why(self, as_officer, begin, take_schools):
        take_schools()
        run = begin("placements", {"pupil_ref": "01"}, {"pupil_ref": "1", "placement_ref": "P2"})
        work_on_what_is_due()

        as_officer.post(page_of(run, "import_questions"), {"answer-0": "same"})
        work_on_what_is_due()

        run.refresh_from_db()
        assert run.status == ImportStatus.REFUSED
        assert run.findings()[0]["column"] == "starts_on"

    def test_are_not_for_who_only_looks(self, client, asking):
        client.force_login(UserFactory(role=Role.AUDITOR))

        addresses = seen(client.get(page_of(asking))).addresses

        assert page_of(asking, "import_questions") not in addresses
        assert client.get(page_of(asking, "import_questions")).status_code == 403
