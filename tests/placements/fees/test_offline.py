"""Requests that came by post or email, documents with requests, and offers by line."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from zeal import zeal_context

from nmiss.base.core.lifecycle import NotAllowedNow
from placements.fees import asking, negotiating
from placements.fees.models import FeeDocument, FeeOffer, FeeOfferLine, FeeRequest
from placements.models import PriceLine
from tests.factories.consultations import a_file
from tests.factories.fees import (
    a_draft,
    a_mandate,
    a_request,
    accept,
    an_offer,
    asked,
    refuse,
    today,
)
from tests.tokens import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]


def at(client, method, address, given=None):
    with zeal_context():
        carried = seen_in(client.get(address)) if method == "post" else {}
        return getattr(client, method)(address, (given or {}) | carried)


@pytest.fixture
def offline(provider, place, officer):
    """A draft that an officer has entered, with the signed request."""
    place()
    draft = asking.start(provider, by=officer, school=None, scope="all", is_offline=True)
    asked(draft, "9.5", by=officer)
    FeeDocument.add(draft, a_file(), by=officer, title="Signed request").file.pass_as_made()
    return draft


def submit(draft, by, **facts):
    seen = asking.digest_of_draft(draft)
    asking.submit(
        draft, by=by, seen=seen, **{"received_on": today(-2), "signed_by": "Ada Head"} | facts
    )


class TestAnOfflineRequest:
    def test_is_entered_and_submitted_by_an_officer(self, offline, officer, owner, client):
        client.force_login(owner)
        assert client.get(f"/fees/{offline.pk}/").status_code == 404
        client.force_login(officer)
        assert "Submit request" in at(client, "get", f"/fees/{offline.pk}/").text
        given = {"received_on": today(-2).isoformat(), "signed_by": "Ada Head", "declared": "on"}
        page = at(client, "post", f"/fees/{offline.pk}/submit/", given)
        assert page.status_code == 302

        offline.refresh_from_db()
        assert (offline.status, offline.signed_by) == ("received", "Ada Head")
        assert (offline.received_on, offline.is_late) == (today(-2), False)
        client.force_login(owner)
        assert "Ada Head, received offline on" in at(client, "get", f"/fees/{offline.pk}/").text

    def test_counts_from_the_day_of_receipt(self, offline, officer, window):
        type(window).objects.filter(pk=window.pk).update(requests_by=today(-2))
        offline.window.refresh_from_db()
        submit(offline, officer)

        offline.refresh_from_db()
        assert (offline.is_late, offline.effective_on) == (False, window.effective_on)

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"received_on": None}, "on which we received"),
            ({"received_on": today(-400)}, "in its window"),
            ({"received_on": today(1)}, "or an earlier day"),
        ],
    )
    def test_was_received_on_a_day_of_the_window(self, offline, officer, facts, words):
        with pytest.raises(NotAllowedNow, match=words):
            submit(offline, officer, **facts)

    def test_needs_the_signed_request_among_its_documents(self, offline, officer):
        with pytest.raises(DatabaseError, match="signed_and_received"), transaction.atomic():
            submit(offline, officer, signed_by="")
        offline.refresh_from_db()
        offline.documents.get().remove(by=officer)
        with pytest.raises(NotAllowedNow, match="Add the signed request"):
            submit(offline, officer)

    def test_is_no_provider_s_to_enter_and_another_draft_no_officer_s(
        self, offline, provider, officer, owner
    ):
        with pytest.raises(NotAllowedNow, match="Only commissioning answers"):
            submit(offline, owner)
        with pytest.raises(NotAllowedNow, match="Only commissioning enters"):
            asking.start(provider, by=owner, school=None, scope="new", is_offline=True)
        theirs = a_draft(provider, by=owner, scope="new")
        with pytest.raises(NotAllowedNow, match="Only owners and editors"):
            asking.save_prices(theirs, by=officer, revision=0, asked={}, percent=Decimal(4))
        negotiating.withdraw(offline, by=officer)
        offline.refresh_from_db()
        assert offline.status == "withdrawn"

    def test_begins_on_the_page_of_its_school(self, provider, place, officer, client):
        place()
        client.force_login(officer)
        given = {"schools": "one", "scope": "all"}
        page = at(client, "post", "/schools/900001/fee-request/", given)

        draft = FeeRequest.objects.get()
        assert page["Location"] == f"/fees/{draft.pk}/"
        assert (draft.is_offline, draft.school.urn, draft.lines.count()) == (True, 900001, 1)


class TestDocuments:
    def test_go_in_by_the_door_and_are_read_by_both_sides(
        self, provider, place, owner, officer, client
    ):
        place()
        request = a_request(provider, owner=owner)
        client.force_login(owner)
        file = a_file()
        given = {"title": "Accounts for 2025 to 2026", "file": file}
        with zeal_context():
            page = client.post(f"/fees/{request.pk}/documents/add/", given)
        assert page.status_code == 302
        document = FeeDocument.objects.get()
        assert document.file.name == f"{request.reference}-1.pdf"  # and not its own name
        document.file.pass_as_made()
        client.force_login(officer)
        assert "Accounts for 2025 to 2026" in at(client, "get", f"/fees/{request.pk}/").text
        assert b"%PDF" in b"".join(client.get(f"/fee-documents/{document.pk}/").streaming_content)

    def test_stay_with_a_request_that_was_submitted(self, offline, officer):
        submit(offline, officer)
        document = offline.documents.get()
        with pytest.raises(NotAllowedNow, match="cannot be changed"):
            document.remove(by=officer)
        with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
            FeeDocument.objects.all().delete()
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            FeeDocument.objects.update(title="Other")
        offline.refresh_from_db()
        refuse(offline, by=officer, reason="No")
        with pytest.raises(NotAllowedNow, match="takes no documents"):
            FeeDocument.add(offline, a_file(), by=officer, title="More")

    def test_are_evidence_in_place_of_words(self, provider, place, owner):
        place()
        draft = asked(a_draft(provider, by=owner), "9.5", by=owner)
        section = draft.sections.get(key="background")
        answers = section.answers | {"evidence": ""}
        asking.save_section(draft, "background", by=owner, revision=1, answers=answers)
        assert [each.words for each in asking.missing(draft)] == ["Evidence: enter an answer"]
        FeeDocument.add(draft, a_file(), by=owner, title="Pay scales")
        assert asking.missing(draft) == []


class TestAnOfferByLine:
    @pytest.fixture
    def request_(self, provider, place, owner, officer, manager):
        place()
        request = a_request(provider, "9.5", owner=owner)
        a_mandate(request, 5, officer=officer, manager=manager)
        return request

    def test_gives_each_price_its_own(self, request_, officer, owner, client, window):
        """£40,000 each: 3 % for all but one, which has 7%; in all £4,000, which is 5 % of both."""
        first, second = request_.lines.order_by("pk")
        client.force_login(officer)
        given = {"percent": "3", "expires_on": today(20).isoformat(), f"percent_{second.pk}": "7"}
        page = at(client, "post", f"/fees/{request_.pk}/offer/", given)
        assert page.status_code == 302
        offer = FeeOffer.objects.get()
        assert (offer.words, offer.more_a_year) == ("3%, 1 price apart", 4_000)
        client.force_login(owner)
        text = at(client, "get", f"/fees/{request_.pk}/").text
        assert f"{second.placement.reference}, base education: 7%" in text

        accept(offer, by=owner)

        agreed = dict(PriceLine.objects.values_list("placement", "amount"))
        assert agreed == {first.placement_id: 41_200, second.placement_id: 42_800}

    def test_as_requested_needs_no_percentage(self, provider, request_, owner, client):
        client.force_login(owner)
        given = {"basis": "as_asked", "percent": "", "expires_on": today(20).isoformat()}
        assert at(client, "post", f"/fees/{request_.pk}/offer/", given).status_code == 302
        offer = FeeOffer.objects.get()
        assert (offer.percent, offer.words, offer.more_a_year) == (None, "as requested", 7_600)

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"percent": ""}, "Enter the increase, or select"),
            ({"basis": "as_asked", "percent": "4"}, "Leave this empty"),
            ({"percent": "0.04"}, "enter 4"),
        ],
    )
    def test_says_how_to_correct_it(self, request_, owner, client, given, words):
        client.force_login(owner)
        given = {"expires_on": today(20).isoformat()} | given
        page = at(client, "post", f"/fees/{request_.pk}/offer/", given)
        assert words in str(page.context_data["form"].errors["percent"])

    def test_has_all_its_lines_from_the_first(self, request_, officer, owner):
        line = request_.lines.first()
        offer = an_offer(request_, 3, by=officer)
        check = "SET CONSTRAINTS ALL IMMEDIATE"
        with pytest.raises(DatabaseError, match="all its lines from the first"):
            self.add(offer, line, check)
        with pytest.raises(NotAllowedNow, match="above the mandate"):
            an_offer(request_, 3, by=officer, apart={line.pk: Decimal(50)})

    @staticmethod
    @transaction.atomic
    def add(offer, line, check):
        FeeOfferLine.objects.create(offer=offer, line=line, percent=9)
        with connection.cursor() as cursor:
            cursor.execute(check)
