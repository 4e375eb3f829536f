"""A return from the day it is made to the day it is accepted, by the pages that people use."""

import datetime

import pytest
from django.db import connection
from django.db.utils import InternalError
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kpis import certifying, making, permissions, reviewing, saving
from kpis.filling import filling_of
from kpis.models import Figure, KpiReturn, ReturnQuery, ReturnRules, ReturnStatus, ReturnVersion
from kpis.rating import Rating, State
from kpis.reports import rated_in
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.clock import database_now
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests.factories.accounts import UserFactory
from tests.factories.kpis import (
    accepted,
    asked_for,
    filled_in,
    imported,
    in_force,
    people_of,
    ready,
    sent,
)
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory
from tests.hub.kpis import a_pdf
from tests.tokens import seen_in

pytestmark = pytest.mark.django_db
GOOD = {"attended": 95, "possible": 100}
BAD = {"attended": 50, "possible": 100}
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def framework():
    return in_force(
        {"cohort": "placements_at_end", "minimum": 0, "least_change": 3},
        {"code": "K05", "name": "Exclusions", "formula": "exclusions", "unit": "count"}
        | {"polarity": "low", "target": 0, "floor": 1},
    )


@pytest.fixture
def kpi_return(framework):
    return asked_for()


@pytest.fixture
def people(kpi_return):
    return people_of(kpi_return)


@pytest.fixture
def editor(people):
    return people[0]


@pytest.fixture
def owner(people):
    return people[1]


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def at(name, kpi_return, *more):
    return reverse(f"kpis:{name}", args=[kpi_return.pk, *more])


def section(**given):
    return {"value_attended": "95", "value_possible": "100", "revision": "0"} | given


def words_of(kpi_return):
    return [each.words for each in filling_of(kpi_return).missing()]


def test_goes_from_the_tick_to_acceptance_by_pages(client, kpi_return, editor, owner, officer):
    client.force_login(editor)
    shown = client.get(at("return_detail", kpi_return))
    assert "enter “Attended”" in shown.text
    client.post(at("return_section", kpi_return, 1), section(value_attended="50"))
    kpi_return.refresh_from_db()
    assert kpi_return.status == ReturnStatus.BEING_FILLED
    asked = client.get(at("return_section", kpi_return, 1))
    assert "The rating would be red" in asked.text
    assert "Comment on this indicator" in asked.text
    commented = section(value_attended="50", revision="1", comment="A boiler broke.")
    client.post(at("return_section", kpi_return, 1), commented)
    client.post(at("return_section", kpi_return, 2), {"value_exclusions": "0", "revision": "0"})
    assert words_of(kpi_return) == []
    client.post(
        at("return_ready", kpi_return), seen_in(client.get(at("return_detail", kpi_return)))
    )
    assert "Ready, not sent yet" in client.get(at("return_detail", kpi_return)).text
    assert client.get(at("return_certify", kpi_return)).status_code == 403

    client.force_login(owner)
    check = client.get(at("return_certify", kpi_return))
    assert "Red" in check.text
    declared = {"is_right": "on"} | seen_in(check)
    receipt = client.post(at("return_certify", kpi_return), declared, follow=True)
    assert "Return received" in receipt.text
    assert owner.name in receipt.text
    (letter,) = OutboxMessage.objects.all()
    assert letter.payload["subject"].startswith("We received your return")

    client.force_login(officer)
    assert "A boiler broke." in client.get(at("review_detail", kpi_return)).text
    client.post(at("review_query", kpi_return), {"question_1": "For how long?"})
    kpi_return.refresh_from_db()
    assert kpi_return.status == ReturnStatus.QUERIED

    client.force_login(editor)
    page = client.get(at("return_section", kpi_return, 1))
    assert "For how long?" in page.text
    corrected = section(value_attended="90", revision="1", comment="Two days.", answer="Two days.")
    client.post(at("return_section", kpi_return, 1), corrected)
    client.post(
        at("return_ready", kpi_return), seen_in(client.get(at("return_detail", kpi_return)))
    )
    client.force_login(owner)
    declared = {"is_right": "on"} | seen_in(client.get(at("return_certify", kpi_return)))
    again = client.post(at("return_certify", kpi_return), declared, follow=True)
    assert "Before: 50" in again.text
    assert "Now: 90" in again.text
    client.force_login(officer)
    client.post(
        at("review_accept", kpi_return), seen_in(client.get(at("review_accept", kpi_return)))
    )
    kpi_return.refresh_from_db()
    assert kpi_return.status == ReturnStatus.ACCEPTED
    assert ReturnQuery.objects.get().answer == "Two days."
    counting = Figure.objects.counting().get(input="attended")
    assert counting.value == 90
    assert KpiReturn.objects.get().versions.count() == 2


class TestMissing:
    def test_our_figure_changed_after_the_school_began_is_asked_and_kept(self, kpi_return, editor):
        filled_in(kpi_return, editor, **GOOD, exclusions=0)
        Figure.objects.filter(input="placements_at_end").update(ours=13)

        assert words_of(kpi_return) == [
            "Explain why “Placements on the last day” differs from our records"
        ]
        assert Figure.objects.get(input="placements_at_end").value == 0

    def test_a_change_is_explained_if_it_is_large_in_both_ways(self, framework):
        school = SchoolFactory(provider=ProviderFactory())
        imported({"placements_at_end": 0, "attended": 100, "possible": 100}, "2024-Q3", school)
        found = asked_for("2024-Q4", school)
        editor, _ = people_of(found)
        filled_in(found, editor, attended=75, possible=100, exclusions=0)
        part = filling_of(found).part(1)

        (red, change) = filling_of(found).why_explain(part)
        assert red == "The rating would be red"
        assert change == "It was 100 in the last period and is 75 now"

    def test_a_small_change_is_not(self, framework):
        school = SchoolFactory(provider=ProviderFactory())
        imported({"placements_at_end": 0, "attended": 2, "possible": 100}, "2024-Q3", school)
        found = asked_for("2024-Q4", school)
        editor, _ = people_of(found)
        filled_in(found, editor, attended=4, possible=100, exclusions=0)

        (red,) = filling_of(found).why_explain(filling_of(found).part(1))
        assert "red" in red

    def test_more_than_all_is_a_warning_that_is_explained(self, kpi_return, editor):
        filled_in(kpi_return, editor, attended=101, possible=100, exclusions=0)

        (odd,) = filling_of(kpi_return).why_explain(filling_of(kpi_return).part(1))
        assert "which is more than the whole" in odd

    def test_not_applicable_needs_a_reason_and_counts_once_agreed(
        self, kpi_return, editor, owner, officer
    ):
        filled_in(kpi_return, editor, **GOOD, exclusions=0)
        told = {"exclusions": saving.Told(is_na=True)}
        saving.save_section(kpi_return, 2, told, by=editor, revision=1)
        assert words_of(kpi_return) == ["Explain why “Exclusions” is not applicable"]
        told = {"exclusions": saving.Told(is_na=True, reason="No child of yours is here.")}
        saving.save_section(kpi_return, 2, told, by=editor, revision=2)
        certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
        certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)

        def state():
            period = making.Term.objects.periods().named(kpi_return.period_name)
            cells = rated_in(period, schools=[kpi_return.school])
            return {cell.indicator.code: cell.result.state for cell in cells}["K05"]

        assert state() == State.NOT_SUBMITTED
        reviewing.agree_na(Figure.objects.get(input="exclusions"), by=officer)
        assert state() == State.NOT_APPLICABLE


class TestBadInput:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("many", "enter a number in figures"),
            ("-1", "enter 0 or more"),
            ("1000000000", "up to 10,000,000"),
            ("92,5", "92.5"),
            ("1.123456789", "at most 8 decimals"),
        ],
    )
    def test_is_refused_with_what_to_do_and_nothing_is_lost(
        self, client, kpi_return, editor, typed, words
    ):
        client.force_login(editor)

        page = client.post(
            at("return_section", kpi_return, 1), section(value_attended=typed, comment="Mine")
        )

        assert words in str(page.context_data["form"].errors["value_attended"])
        assert f'value="{typed}"' in page.text
        assert "Mine" in page.text
        kpi_return.refresh_from_db()
        assert kpi_return.status == ReturnStatus.TO_DO

    def test_a_number_and_not_applicable_are_not_both_taken(self, client, kpi_return, editor):
        client.force_login(editor)
        page = client.post(at("return_section", kpi_return, 1), section(na_attended="on"))
        assert "not both" in str(page.context_data["form"].errors["value_attended"])

    def test_two_editors_see_both_texts(self, client, kpi_return, editor, owner):
        client.force_login(editor)
        client.post(at("return_section", kpi_return, 1), section())
        client.force_login(owner)

        page = client.post(at("return_section", kpi_return, 1), section(value_attended="96"))

        assert "Someone else saved this section" in page.text
        assert Figure.objects.get(input="attended").value == 95
        again = section(value_attended="96", revision="1")
        client.post(at("return_section", kpi_return, 1), again)
        assert Figure.objects.get(input="attended").value == 96

    def test_nothing_changes_after_it_was_sent(self, client, kpi_return, editor, owner):
        sent(kpi_return, editor, owner, **GOOD, exclusions=0)
        client.force_login(editor)

        page = client.post(at("return_section", kpi_return, 1), section(value_attended="99"))

        assert page.status_code == 409
        assert "You can no longer change it" in page.text
        assert Figure.objects.get(input="attended").value == 95

    def test_a_first_return_after_its_last_day_needs_an_extension(
        self, client, editor, kpi_return, officer
    ):
        yesterday = timezone.localdate() - ONE_DAY
        KpiReturn.objects.update(**dict.fromkeys(("due_on", "first_until"), yesterday))
        client.force_login(editor)
        page = client.post(at("return_section", kpi_return, 1), section())
        assert "Ask us to extend its deadline" in page.text

        client.force_login(officer)
        later = str(timezone.localdate() + ONE_DAY)
        given = {"due_on": later, "reason": "The school was flooded."}
        client.post(at("review_extend", kpi_return), given)
        client.force_login(editor)
        client.post(at("return_section", kpi_return, 1), section())
        assert Figure.objects.get(input="attended").value == 95

    def test_an_extension_goes_forward(self, client, kpi_return, officer):
        client.force_login(officer)
        given = {"due_on": str(kpi_return.due_on), "reason": "A flood."}
        page = client.post(at("review_extend", kpi_return), given)
        assert "the deadline now" in page.text


class TestCertifying:
    def test_who_prepared_does_not_certify(self, kpi_return, owner, editor):
        ready(kpi_return, owner, **GOOD, exclusions=0)

        with pytest.raises(NotAllowedNow, match="Another owner must certify it"):
            certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)

    def test_the_only_writer_prepares_and_certifies_and_that_is_said(self, client):
        found = asked_for()
        alone = ProviderMemberFactory(provider=found.school.provider, role="owner").user
        ProviderMemberFactory(provider=found.school.provider, role="viewer")
        filled_in(found, alone, **GOOD, exclusions=0)

        version = certifying.certify(found, by=alone, seen=filling_of(found).digest)

        assert version.is_sole_user
        client.force_login(alone)
        page = client.get(at("return_receipt", found, 1))
        assert "the same person prepared and certified" in page.text

    def test_the_database_knows_who_else_could_prepare_it(self, kpi_return, editor, owner):
        ready(kpi_return, editor, **GOOD, exclusions=0)
        now = database_now()
        facts = {
            "certified_by": owner,
            "certified_at": now,
            "sealed_at": now,
            "on_behalf_of": kpi_return.school.provider,
        }

        with (
            pytest.raises(InternalError, match="Somebody else could prepare"),
            acting_for(owner),
        ):
            ReturnVersion.objects.update(is_sole_user=True, **facts)

    def test_only_an_owner_does(self, kpi_return, editor, owner):
        ready(kpi_return, editor, **GOOD, exclusions=0)
        with pytest.raises(NotAllowedNow, match="Only an owner"):
            certifying.certify(kpi_return, by=editor, seen=filling_of(kpi_return).digest)

    def test_nothing_is_certified_while_something_is_missing(self, kpi_return, editor, owner):
        with pytest.raises(NotAllowedNow, match="to do before this return is ready"):
            certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)

    def test_a_change_takes_back_that_it_is_ready(self, kpi_return, editor, owner):
        ready(kpi_return, editor, **GOOD, exclusions=0)
        filled_in(kpi_return, owner, **GOOD, exclusions=1)

        with pytest.raises(NotAllowedNow, match="Nobody has marked this return as ready"):
            certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)

    def test_a_late_return_says_by_how_many_days(self, client, kpi_return, editor, owner):
        KpiReturn.objects.update(due_on=timezone.localdate() - 3 * ONE_DAY)
        kpi_return.refresh_from_db()
        sent(kpi_return, editor, owner, **GOOD, exclusions=0)
        client.force_login(owner)
        assert "3 days after the deadline" in client.get(at("return_receipt", kpi_return, 1)).text

    def test_a_copy_prints(self, client, kpi_return, editor, owner):
        sent(kpi_return, editor, owner, **GOOD, exclusions=0)
        client.force_login(owner)
        page = client.get(at("return_copy", kpi_return, 1))
        assert page.content.startswith(b"%PDF")


class TestSignedOffUnread:
    """What changed after a page was opened is not signed off by it."""

    def press(self, client, name, kpi_return, opened, **given):
        page = client.post(at(name, kpi_return), given | seen_in(opened))
        assert "This return was changed after you opened this page. Read it again." in page.text
        return page

    def test_is_not_certified(self, client, kpi_return, editor, owner):
        ready(kpi_return, editor, **GOOD, exclusions=0)
        client.force_login(owner)
        opened = client.get(at("return_certify", kpi_return))
        ready(kpi_return, editor, **GOOD, exclusions=7)

        page = self.press(client, "return_certify", kpi_return, opened, is_right="on")

        assert not ReturnVersion.objects.exclude(sealed_at=None).exists()
        assert "7" in page.context["rows"][1][2][0]["figure"].value.to_eng_string()
        assert not page.context["form"]["is_right"].value()
        client.post(at("return_certify", kpi_return), {"is_right": "on"} | seen_in(page))
        assert Figure.objects.counting().get(input="exclusions").value == 7

    def test_is_not_accepted(self, client, kpi_return, editor, owner, officer):
        sent(kpi_return, editor, owner, **GOOD, exclusions=0)
        client.force_login(officer)
        opened = client.get(at("review_accept", kpi_return))
        reviewing.query(kpi_return, {"K05": "None at all?"}, by=officer)
        client.force_login(editor)
        answer = {"value_exclusions": "7", "revision": "1", "answer": "Seven."}
        answer["comment"] = "Two fights."
        client.post(at("return_section", kpi_return, 2), answer)
        certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
        certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)

        client.force_login(officer)
        page = self.press(client, "review_accept", kpi_return, opened)

        assert "You accept version 2" in page.text
        assert not ReturnVersion.objects.exclude(accepted_at=None).exists()

    def test_is_not_marked_as_ready(self, client, kpi_return, editor, owner):
        filled_in(kpi_return, editor, **GOOD, exclusions=0)
        client.force_login(owner)
        opened = client.get(at("return_detail", kpi_return))
        filled_in(kpi_return, editor, **GOOD, exclusions=7)

        at_button = at("return_detail", kpi_return)
        page = client.post(
            at("return_ready", kpi_return),
            seen_in(opened),
            follow=True,
            headers={"Referer": f"http://testserver{at_button}"},
        )

        assert "was changed after you opened this page" in page.text
        assert not ReturnVersion.objects.exclude(prepared_by=None).exists()


class TestCorrections:
    def test_make_a_new_version_and_the_old_counts_until_then(
        self, kpi_return, editor, owner, officer
    ):
        accepted(kpi_return, editor, owner, officer, **BAD, exclusions=0)
        certifying.correct(kpi_return, by=editor)
        filled_in(kpi_return, editor, **GOOD, exclusions=0)
        assert Figure.objects.counting().get(input="attended").value == 50

        certifying.mark_ready(kpi_return, by=editor, seen=filling_of(kpi_return).digest)
        certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)

        assert Figure.objects.counting().get(input="attended").value == 95
        assert [each.number for each in kpi_return.versions.newest_first()] == [2, 1]

    def test_are_given_up_without_a_trace_in_what_counts(self, kpi_return, editor, owner, officer):
        accepted(kpi_return, editor, owner, officer, **BAD, exclusions=0)
        certifying.correct(kpi_return, by=editor)
        filled_in(kpi_return, editor, **GOOD, exclusions=0)

        certifying.drop_correction(kpi_return, by=editor)

        assert kpi_return.status == ReturnStatus.ACCEPTED
        assert Figure.objects.get(input="attended").value == 50

    def test_end_with_their_last_day(self, kpi_return, editor, owner, officer):
        accepted(kpi_return, editor, owner, officer, **GOOD, exclusions=0)
        KpiReturn.objects.update(
            due_on=timezone.localdate() - ONE_DAY, correct_until=timezone.localdate() - ONE_DAY
        )

        with pytest.raises(NotAllowedNow, match="Corrections were taken until"):
            certifying.correct(kpi_return, by=editor)


class TestNothingToReport:
    def test_is_never_green_and_can_be_taken_back(self, kpi_return, editor):
        saving.report_nothing(kpi_return, 2, by=editor, seen="0")
        filling = filling_of(kpi_return)
        part = filling.part(2)
        assert filling.result(part.indicator).rating != Rating.GREEN
        assert filling.status_of(part) == "nothing to report"
        assert filling.missing_in(part) == []

        saving.report_after_all(kpi_return, 2, by=editor)

        assert filling_of(kpi_return).missing_in(part) == ["Enter “Exclusions”"]

    def test_is_said_for_several_schools_at_once(self, client, kpi_return, editor):
        other = asked_for(school=SchoolFactory(provider=kpi_return.school.provider))
        filled_in(other, editor, **GOOD, exclusions=2)
        client.force_login(editor)

        client.post(reverse("kpis:return_nothing"), {"returns": [kpi_return.pk, other.pk]})

        assert words_of(kpi_return) == []
        assert Figure.objects.get(version__kpi_return=other, input="exclusions").value == 2


def test_same_as_last_period_is_recorded_as_such(framework):
    school = SchoolFactory(provider=ProviderFactory())
    imported({"attended": 93, "possible": 100, "exclusions": 0}, "2024-Q3", school)
    found = asked_for("2024-Q4", school)
    editor, _ = people_of(found)

    saving.repeat_last(found, 1, by=editor, seen="0")

    figure = Figure.objects.get(version__kpi_return=found, input="attended")
    assert (figure.value, figure.is_same_as_last) == (93, True)


@pytest.mark.parametrize("button", ["return_section_repeat", "return_section_nothing"])
def test_a_button_beside_a_form_puts_out_nothing_that_a_colleague_saved(framework, client, button):
    school = SchoolFactory(provider=ProviderFactory())
    imported({"attended": 93, "possible": 100, "exclusions": 0}, "2024-Q3", school)
    found = asked_for("2024-Q4", school)
    editor, owner = people_of(found)
    client.force_login(owner)
    page = at("return_section", found, 1)
    opened = client.get(page)
    filled_in(found, editor, **GOOD, exclusions=2)

    def press(read):
        sent_from = {"headers": {"referer": f"http://testserver{page}"}, "follow": True}
        return client.post(at(button, found, 1), seen_in(read), **sent_from)

    def attended():
        figure = Figure.objects.get(version__kpi_return=found, input="attended")
        return figure.value, figure.is_na, figure.is_same_as_last

    again = press(opened)
    assert again.request["PATH_INFO"] == page
    assert "was changed after you opened this page. Read it again." in again.text
    assert attended() == (95, False, False)
    press(again)
    assert (
        attended()
        == {"repeat": (93, False, True), "nothing": (None, True, False)}[button.rpartition("_")[2]]
    )


def test_an_officer_excuses_a_school_and_asks_again(client, kpi_return, officer):
    client.force_login(officer)
    client.post(at("review_excuse", kpi_return), {"reason": "The school was flooded."})
    kpi_return.refresh_from_db()
    assert kpi_return.status == ReturnStatus.EXCUSED
    client.post(at("review_ask_again", kpi_return))
    kpi_return.refresh_from_db()
    assert (kpi_return.status, kpi_return.not_asked_reason) == (ReturnStatus.BEING_FILLED, "")


def test_another_providers_people_see_nothing(client, kpi_return, editor, owner):
    sent(kpi_return, editor, owner, **GOOD, exclusions=0)
    client.force_login(ProviderMemberFactory(role="owner").user)
    for name, *more in (("return_detail",), ("return_section", 1), ("return_receipt", 1)):
        assert client.get(at(name, kpi_return, *more)).status_code == 404
    assert kpi_return.school.name not in client.get(reverse("kpis:return_list")).text


def test_the_council_does_not_see_what_is_not_sent(client, kpi_return, editor, officer):
    filled_in(kpi_return, editor, attended=76543, possible=99999, exclusions=0)
    client.force_login(officer)
    page = client.get(at("review_detail", kpi_return)).text
    assert "has sent nothing yet" in page
    assert not {"76543", "76,543"} & set(page.replace("<", " ").replace(">", " ").split())


def test_the_list_says_what_is_missing_and_asks_no_more_for_more_schools(
    client, kpi_return, editor
):
    client.force_login(editor)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            page = client.get(reverse("kpis:return_list"))
        assert "Enter “Attended”" in page.text
        return len(asked)

    queries()
    one = queries()
    for _ in range(3):
        asked_for(school=SchoolFactory(provider=kpi_return.school.provider))
    assert queries() == one


def test_home_pages_say_what_is_to_do(client, kpi_return, editor, owner, officer):
    def home(user):
        client.force_login(user)
        return client.get(reverse("home:home")).text

    assert "Fill in the return" in home(editor)
    ready(kpi_return, editor, **GOOD, exclusions=0)
    assert "Certify the return: " in home(owner)
    certifying.certify(kpi_return, by=owner, seen=filling_of(kpi_return).digest)
    assert "Review the return" in home(officer)
    assert "the return" not in home(editor)


def test_each_step_is_on_the_ledger(kpi_return, editor, owner, officer):
    accepted(kpi_return, editor, owner, officer, **GOOD, exclusions=0)
    verbs = set(AuditEvent.objects.values_list("verb", flat=True))
    assert {"begin", "save_return_section", "mark_ready", "submit", "accept"} <= verbs


def test_rules_hold_what_a_large_change_is(kpi_return):
    assert filling_of(kpi_return).warn_percent == 20
    ReturnRules.set_from(datetime.date(2024, 10, 1), by=None, warn_percent=50)
    assert filling_of(kpi_return).warn_percent == 50
    assert permissions.why_not_fill_in(UserFactory(role=Role.OFFICER), kpi_return)


class TestEvidence:
    @pytest.fixture
    def framework(self):
        return in_force({"evidence": "Attendance register"})

    def test_is_asked_until_a_file_is_there_and_not_of_nothing(self, kpi_return, editor):
        filled_in(kpi_return, editor, attended=0, possible=0)
        assert words_of(kpi_return) == []
        filled_in(kpi_return, editor, **GOOD)
        assert words_of(kpi_return) == ["Add evidence (Attendance register)"]

        saving.add_evidence(kpi_return, 1, a_pdf(), by=editor)
        assert words_of(kpi_return) == []

    def test_is_on_the_page_until_it_is_there(self, client, kpi_return, editor):
        client.force_login(editor)
        client.post(at("return_section", kpi_return, 1), section(comment="So."))
        page = client.get(at("return_section", kpi_return, 1)).text
        assert "We need this unless all figures are 0: Attendance register" in page
        assert "Add evidence (Attendance register)" in page
