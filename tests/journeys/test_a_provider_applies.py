"""A provider applies: two editors, a long answer, a document, a declaration, a receipt."""

import pytest
from playwright.sync_api import expect

from contracts.applications import sealing
from contracts.models import Application, Section
from providers.models import ProviderRole
from tests.factories.applying import applicant, filled
from tests.factories.contracts import RoundFactory
from tests.factories.providers import ProviderMemberFactory
from tests.files.uploads import pdf
from tests.journeys.conftest import PHONE
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def fits(page):
    """Nothing of the page is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels too wide"


class TestAProviderApplies:
    @pytest.mark.parametrize("options", [{}, {"java_script_enabled": False, "viewport": PHONE}])
    def test_from_an_empty_form_to_two_sections(
        self, window, tmp_path, assert_accessible, picture, options
    ):
        page = window(**options)
        looks_closely = assert_accessible if not options else fits
        RoundFactory(number=4)
        _, owner = applicant()
        sign_in(page, owner)
        page.get_by_role("link", name="Apply", exact=True).click()
        expect(page.get_by_text("You can apply on any day")).to_be_visible()
        expect(page.get_by_text("is in round 4, which is open until")).to_be_visible()
        looks_closely(page)

        page.get_by_role("button", name="Start an application").click()
        expect(page.get_by_text("0 of 15 sections are completed.")).to_be_visible()
        looks_closely(page)

        page.get_by_role("link", name="Lots").click()
        looks_closely(page)
        page.get_by_label("Lot 2").check()
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_text("1 of 15 sections are completed.")).to_be_visible()

        page.get_by_role("link", name="Schools, needs and places").click()
        looks_closely(page)
        page.get_by_role("button", name="Save and continue").click()
        page.get_by_label("Autistic spectrum disorder").check()
        page.get_by_label("places does").fill("6")
        looks_closely(page)
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_text("2 of 15 sections are completed.")).to_be_visible()

        page.get_by_role("link", name="Part 2: exclusion grounds").click()
        looks_closely(page)
        page.get_by_label("Bribery").check()
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_role("group", name="When was it: bribery?")).to_be_visible()
        looks_closely(page)

        page.goto(f"/apply/{Application.objects.get().pk}/sections/quality-11/")
        answer = page.get_by_label("Tell us of subject 11.")
        answer.fill("word " * 10_001)
        page.get_by_role("button", name="Save and continue").click()
        expect(
            page.get_by_role("alert").get_by_text("Your answer has 10,001 words")
        ).to_be_visible()
        assert answer.input_value().startswith("word word")
        looks_closely(page)
        picture(page, "apply_too_many_words")

        page.goto(f"/apply/{Application.objects.get().pk}/documents/")
        looks_closely(page)
        wrong = tmp_path / "policy.pdf"
        wrong.write_bytes(b"MZ\x90\0" + bytes(200))
        page.get_by_label("Type of document").select_option("safeguarding_policy")
        page.get_by_label("Which file?").set_input_files(wrong)
        page.get_by_role("button", name="Add this document").click()
        expect(page.get_by_role("alert").get_by_text("This file is not a PDF")).to_be_visible()
        looks_closely(page)
        wrong.write_bytes(pdf())
        page.get_by_label("Which file?").set_input_files(wrong)
        page.get_by_role("button", name="Add this document").click()
        expect(page.get_by_text("policy.pdf is added.")).to_be_visible()
        looks_closely(page)

    def test_two_editors_then_the_owner_submits_twice(self, window, assert_accessible, picture):
        application = filled()
        owner = application.started_by
        editor = ProviderMemberFactory(provider=application.provider, role=ProviderRole.EDITOR).user
        hers, his = window(), window(viewport=PHONE)
        sign_in(hers, owner)
        sign_in(his, editor)
        for page in (hers, his):
            page.goto(f"/apply/{application.pk}/sections/quality-11/")
        hers.get_by_label("Tell us of subject 11.").fill("Her answer.")
        hers.get_by_role("button", name="Save and continue").click()
        his.get_by_label("Tell us of subject 11.").fill("His answer.")
        his.get_by_role("button", name="Save and continue").click()
        expect(
            his.get_by_text("Someone else saved this section while you were writing")
        ).to_be_visible()
        expect(his.get_by_text("Her answer.")).to_be_visible()
        assert his.get_by_label("Tell us of subject 11.").input_value() == "His answer."
        assert_accessible(his)
        fits(his)
        his.get_by_label("Tell us of subject 11.").fill("Both answers.")
        his.get_by_role("button", name="Save and continue").click()
        expect(his.get_by_text("15 of 15 sections are completed.")).to_be_visible()
        with sealing.acting_for(owner):
            assert Section.objects.get(key="quality-11").answers == {"text": "Both answers."}

        his.get_by_role("button", name="Check your answers").click()
        expect(his.get_by_text("An owner declares and submits it")).to_be_visible()
        assert_accessible(his)
        fits(his)

        hers.goto(f"/apply/{application.pk}/check/")
        hers.get_by_role("button", name="Continue to the declaration").click()
        hers.get_by_role("button", name="Declare and submit").click()
        expect(hers.get_by_role("alert").get_by_text("Select each statement")).to_be_visible()
        assert_accessible(hers)
        for box in hers.get_by_role("checkbox").all():
            box.check()
        hers.get_by_role("button", name="Declare and submit").click()
        expect(hers.get_by_role("heading", name="Application received")).to_be_visible()
        receipt = application.submissions.get().receipt
        expect(hers.get_by_text(receipt, exact=True)).to_be_visible()
        assert_accessible(hers)
        picture(hers, "apply_receipt")

        hers.goto(f"/apply/{application.pk}/declare/")
        for box in hers.get_by_role("checkbox").all():
            box.check()
        hers.get_by_role("button", name="Declare and submit").click()
        expect(hers.get_by_text(receipt, exact=True)).to_be_visible()
        assert application.submissions.count() == 1

        hers.goto(f"/apply/{application.pk}/")
        assert_accessible(hers)
        hers.get_by_role("link", name="Withdraw this application").click()
        assert_accessible(hers)
        hers.get_by_role("button", name="Withdraw the application").click()
        hers.get_by_role("button", name="Start an application").click()
        hers.get_by_role("link", name="Confirm them all on one page").click()
        assert_accessible(hers)
        hers.get_by_label("Yes, all are still true").check()
        hers.get_by_role("button", name="Continue").click()
        expect(hers.get_by_text("15 of 15 sections are completed.")).to_be_visible()
