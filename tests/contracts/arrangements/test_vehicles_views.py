"""The pages of vehicles, their notices and documents."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.models.notice import pin_warning
from contracts.models import (
    Application,
    Notice,
    Round,
    RoundMode,
    RoundWatch,
    Vehicle,
    VehicleDocument,
)
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.contracts.arrangements.pages import get, post
from tests.factories.contracts import (
    RoundFactory,
    received,
    the_dps,
)
from tests.factories.providers import ProviderMemberFactory
from tests.files import uploads
from tests.files.checking import check_files
from tests.seen import written

pytestmark = pytest.mark.django_db


class TestVehicle:
    def test_shows_facts_and_no_fee(self, client, officer):
        the_dps().describe(by=officer, references="DN585611", advertised_value=50_000_000)

        page = get(client, "vehicle_detail", the_dps().pk)

        assert "Public Contracts Regulations 2015, by its establishment on 1 September 2022" in page
        assert "DN585611" in page
        assert "£50,000,000" in page
        names = {
            field.name
            for model in (Vehicle, Round, Application, Notice)
            for field in model._meta.get_fields()
        }
        assert not {name for name in names if "fee" in name or "charge" in name}

    def test_is_established_by_its_day_for_good(self, client, officer):
        facts = {"name": "Open framework", "kind": "open_framework", "starts_on": "2026-09-01",
                 "value_basis": "unknown", "lots": 2, "initial_ends_on": "2030-08-31",
                 "option_count": 2, "option_months": 24, "options_at_once": 1}  # fmt: skip
        refused = post(client, "vehicle_add", **facts, established_on="2024-01-01")
        made = post(client, "vehicle_add", **facts, established_on="2026-06-11")

        assert "24 February 2025" in refused.content.decode()
        assert "Procurement Act 2023" in made.content.decode()
        vehicle = Vehicle.objects.get()
        assert vehicle.lots.count() == 2
        assert (str(vehicle.ends_on), str(vehicle.latest_ends_on)) == ("2030-08-31", "2034-08-31")

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"advertised_value": "-5"}, "Enter the advertised value in pounds"),
        ],
    )
    def test_is_not_changed_to_what_cannot_be(self, client, officer, wrong, says):
        facts = {"value_basis": "unknown", "references": "Another", **wrong}

        page = post(client, "vehicle_edit", the_dps().pk, **facts)

        assert says in page.content.decode()
        assert the_dps().references == ""

    def test_has_a_name_of_its_own(self, client, officer):
        facts = {"name": the_dps().name, "kind": "dps", "starts_on": "2022-09-01", "lots": 2,
                 "established_on": "2022-09-01", "value_basis": "unknown"}  # fmt: skip

        page = post(client, "vehicle_add", **facts)

        assert "An arrangement has this name already: enter another" in page.content.decode()

    def test_a_shorter_term_leaves_no_round_behind(self, officer):
        RoundFactory(number=1, planned=True, vehicle=the_dps())
        kept = RoundFactory(number=2)
        waiting = received()
        Application.objects.filter(pk=waiting.pk).update(round=Round.objects.get(number=1))

        the_dps().set_term(
            by=officer, initial_ends_on=timezone.localdate() + datetime.timedelta(days=30)
        )

        assert list(Round.objects.all()) == [kept]
        waiting.refresh_from_db()
        assert waiting.round is None

    def test_plans_to_the_end_of_the_term(self, client, officer):
        vehicle = the_dps(ends_on=datetime.date(2028, 8, 31))

        post(client, "vehicle_plan", vehicle.pk)

        assert timezone.localdate(vehicle.rounds.by_time().last().opens_at).year == 2028


class TestMode:
    def test_is_strict_by_default(self):
        assert Vehicle.objects.create(name="A", starts_on="2022-09-01").is_strict

    def test_needs_a_manager(self, client, officer):
        assert post(client, "vehicle_mode", the_dps().pk).status_code == 403

    def test_needs_advice_and_documents(self, client, manager):
        page = post(client, "vehicle_mode", the_dps().pk, mode=RoundMode.LIGHT_TOUCH)

        assert "Enter the reference of the legal advice" in page.content.decode()
        assert "Enter the reference of the published documents" in page.content.decode()
        assert the_dps().is_strict

    def test_stands_in_the_managers_name(self, client, manager):
        post(client, "vehicle_mode", the_dps().pk, mode=RoundMode.LIGHT_TOUCH,
             legal_advice="LA/7", documents="ITT 3.2")  # fmt: skip

        assert not the_dps().is_strict
        assert the_dps().mode_approved_by == manager


class TestNotices:
    def test_warn_of_a_pin(self, client, officer):
        page = post(client, "notice_add", the_dps().pk, kind="f01", sent_on="2025-03-14",
                    reference="P1", quarter="")  # fmt: skip

        assert page.content.decode().count("no longer calls for competition") >= 2

    @pytest.mark.parametrize(
        ("kind", "sent_on", "warns"),
        [("f01", "2023-05-25", False), ("f01", "2023-05-26", True), ("f02", "2025-03-14", False)],
    )
    def test_warn_from_the_day(self, kind, sent_on, warns):
        assert bool(pin_warning(kind, datetime.date.fromisoformat(sent_on))) is warns

    def test_stay_in_the_forms_of_their_law(self, client, officer):
        page = get(client, "notice_add", the_dps().pk)

        assert "UK4" not in written(page)
        with pytest.raises(NotAllowedNow, match="stay in the forms"):
            Notice.record(the_dps(), by=None, kind="uk4", sent_on="2026-01-01", reference="1")

    @pytest.mark.parametrize(("sent_on", "is_taken"), [("2026-09-30", False), ("2026-10-01", True)])
    def test_of_awards_are_sent_after_their_quarter(self, client, officer, sent_on, is_taken):
        page = post(client, "notice_add", the_dps().pk, kind="f03", sent_on=sent_on,
                    reference="R1", quarter="2026-07-01")  # fmt: skip

        assert ("The quarter ends on 30 September 2026" in page.content.decode()) is not is_taken
        assert Notice.objects.exists() is is_taken

    def test_are_recorded_once(self, client, officer):
        facts = {"kind": "f03", "sent_on": "2026-10-20", "reference": "R1",
                 "quarter": "2026-07-01"}  # fmt: skip
        post(client, "notice_add", the_dps().pk, **facts)
        page = post(client, "notice_add", the_dps().pk, **facts)

        assert "is in the register" in page.content.decode()
        assert Notice.objects.get().quarter == datetime.date(2026, 7, 1)


class TestDocuments:
    def send(self, client, content, name="tender.csv.pdf"):
        file = SimpleUploadedFile(name, content)
        return post(client, "document_add", the_dps().pk, title="Tender", file=file)

    def test_are_versions_that_every_provider_can_read(self, client, officer):
        content = uploads.workbook()
        for _ in range(2):
            self.send(client, content, "tender.xlsx")
        check_files()
        newest = VehicleDocument.objects.newest_first().first()

        client.force_login(ProviderMemberFactory().user)
        page = get(client, "tender_list")
        answer = client.get(reverse("contracts:document_file", args=[newest.pk]))

        assert newest.version == 2
        assert page.count("Tender</a>") == 2
        assert b"".join(answer.streaming_content) == content

    @pytest.mark.parametrize(
        ("content", "name"),
        [(b"", "a.pdf"), (b"MZ a program", "a.pdf"), (b"plain", "a.exe")],
    )
    def test_come_in_by_the_door(self, client, officer, content, name):
        answer = self.send(client, content, name)

        assert answer.status_code == 200
        assert "There is a problem" in answer.content.decode()
        assert not VehicleDocument.objects.exists()


class TestTelling:
    def test_is_asked_for_and_ended(self, client):
        person = ProviderMemberFactory().user
        client.force_login(person)

        post(client, "tender_watch", the_dps().pk)
        post(client, "tender_watch", the_dps().pk)
        assert RoundWatch.objects.get().user == person
        post(client, "tender_watch", the_dps().pk, tell="no")

        assert not RoundWatch.objects.exists()
