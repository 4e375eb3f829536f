"""The pages on which an application is checked."""

import re
from itertools import pairwise

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.applications.questionnaire import FIXED
from contracts.models import (
    Finding,
    FindingKind,
)
from tests.contracts.evaluation.pages import page, post, text_of, words
from tests.factories.applying import filled
from tests.factories.contracts import opened
from tests.factories.evaluating import (
    CONTENT,
    an_evaluator,
)
from tests.seen import seen

pytestmark = pytest.mark.django_db


EVERY_ANSWER = [f"{each.key}: {one.key}" for each in FIXED for one in each.questions]
ANSWERS_OF = {
    FindingKind.EXCLUSION: ["exclusion: mandatory", "exclusion: discretionary"],
    FindingKind.DEBARMENT: ["supplier: name", "supplier: controllers"],
    FindingKind.REGISTER: ["standing: registered", "standing: section_41"],
    FindingKind.INSPECTION: [
        "standing: inspected_on",
        "standing: inspection",
        "standing: standards",
        "safeguarding: practice",
    ],
    FindingKind.ACCOUNTS: ["accounts: turnover", "accounts: going_concern"],
    FindingKind.INSURANCE: ["insurance: employers", "insurance: public", "insurance: raise"],
}


class TestApplicationFinding:
    @pytest.mark.parametrize("kind", ["completeness", "exclusion", "selection", "register"])
    def test_is_made_with_a_reason(self, sign_in, kind):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        there = ("application_finding", application.pk, kind)

        assert seen(post(client, *there, passed="no")).wrong
        assert seen(post(client, *there, reason="All is there and in order.")).wrong
        assert not Finding.objects.exists()
        post(client, *there, passed="no", reason="A page is missing.")

        finding = Finding.objects.get()
        assert (finding.kind, finding.passed) == (kind, False)

    def test_that_is_passed_needs_no_reason_and_leads_to_the_next(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        kinds = list(FindingKind)

        for kind, after in pairwise(kinds):
            given = {"passed": "yes", "list_on": str(timezone.localdate())}
            there = page(client, "application_finding", application.pk, kind)
            assert "Save and do the next check" in seen(there).buttons
            answer = post(client, "application_finding", application.pk, kind, **given)
            expected = reverse("contracts:application_finding", args=[application.pk, after])
            assert answer.url == expected

        assert "Save check" in seen(client.get(answer.url)).buttons
        last = post(client, "application_finding", application.pk, kinds[-1], passed="yes")
        assert last.url == reverse("contracts:application_detail", args=[application.pk])
        said = set(Finding.objects.values_list("reason", flat=True))
        today = timezone.localdate()
        assert said == {"No concerns found.", f"List of {today:%-d %B %Y}: No concerns found."}

    def test_of_the_debarment_list_has_the_date_of_that(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        there = ("application_finding", application.pk, "debarment")
        given = {"passed": "yes", "reason": "Neither it nor a director is there."}

        assert "Enter the date of the list" in text_of(post(client, *there, **given))
        later = post(client, *there, **given, list_on="1/1/2099")
        assert "Enter today or an earlier day" in text_of(later)
        assert not Finding.objects.exists()
        post(client, *there, **given, list_on="3/11/2025")

        reason = "List of 3 November 2025: Neither it nor a director is there."
        assert Finding.objects.get().reason == reason

    def test_shows_the_grounds_beside(self, sign_in):
        application = opened(CONTENT)

        answer = page(
            sign_in(an_evaluator(application)), "application_finding", application.pk, "exclusion"
        )

        assert "We have a new board." in words(answer)
        assert "It counts until 1 March 2024" in words(answer)
        assert "reg 57(11)" in words(answer)

    def test_shows_the_register_beside(self, sign_in, take_schools):
        take_schools()
        application = opened(CONTENT)

        answer = page(
            sign_in(an_evaluator(application)), "application_finding", application.pk, "register"
        )

        (named,) = answer.context_data["schools"]
        assert named.entry.urn == 900001

    def test_says_where_another_runs_a_school(self, sign_in, take_schools):
        take_schools({"PropsName": "Oak Lane Education Limited"})
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        there = ("application_finding", application.pk, "register")

        assert f"Not the applicant, {application.provider.name}." in words(page(client, *there))
        application.provider.name = "Oak Lane Education Ltd."
        application.provider.save()
        assert "Not the applicant" not in words(page(client, *there))

    @pytest.mark.parametrize("kind", FindingKind)
    def test_shows_every_answer_that_it_is_about(self, sign_in, kind):
        sections = [
            {
                "key": each.key,
                "title": each.title,
                "answers": [
                    {"key": one.key, "question": one.words, "value": f"{each.key}: {one.key}"}
                    for one in each.questions
                ],
            }
            for each in FIXED
        ]
        application = opened(CONTENT | {"sections": sections})
        client = sign_in(an_evaluator(application))

        shown = words(page(client, "application_finding", application.pk, kind))

        assert [each for each in ANSWERS_OF.get(kind, EVERY_ANSWER) if each not in shown] == []

    def test_shows_that_the_applicant_answered_none_to_each_kind_of_ground(self, sign_in):
        application = opened(application=filled(submit=True))
        client = sign_in(an_evaluator(application))

        for kind in ("exclusion", "debarment", "completeness"):
            shown = text_of(page(client, "application_finding", application.pk, kind))
            asked = "Part 2: exclusion grounds In the last 5 years, has the organisation"
            assert asked in shown, kind
            assert shown.count("None of these") == 2, kind
            assert "Grounds declared" not in shown

    @pytest.mark.parametrize("kind", FindingKind)
    def test_has_no_heading_without_something_under_it(self, sign_in, kind):
        sections = [{"key": each.key, "title": each.title, "answers": []} for each in FIXED]
        for content in (CONTENT | {"sections": sections}, CONTENT | {"sections": []}):
            application = opened(content)
            client = sign_in(an_evaluator(application))

            shown = words(page(client, "application_finding", application.pk, kind))

            part = shown[shown.index('id="application"') : shown.index("</main>")]
            assert not re.search(r"<dl[^>]*>\s*</dl>", part)
            assert not re.search(r"</h2>\s*(<h2|</div>|$)", part)

    def test_insurance_says_what_is_asked_for(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))

        shown = words(page(client, "application_finding", application.pk, "insurance"))

        assert "Public liability: We ask for £10 million." in shown

    def test_a_reason_says_something(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))
        there = ("application_finding", application.pk, "register")

        answer = post(client, *there, passed="no", reason="x")

        assert seen(answer).wrong
        assert not Finding.objects.exists()

    def test_of_no_kind_is_not_found(self, sign_in):
        application = opened(CONTENT)
        client = sign_in(an_evaluator(application))

        assert page(client, "application_finding", application.pk, "other").status_code == 404
