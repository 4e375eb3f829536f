"""Documents that members send, agreements that end, and the task that sees to both each hour."""

import datetime

import pytest
from celery.beat import Scheduler
from celery.schedules import schedule
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone

from contracts.joining import reminding
from contracts.models import AgreementStatus, Membership
from nmiss.accounts.models import Role
from nmiss.celery import app
from nmiss.core.models import AuditEvent, OutboxMessage, Reminder
from nmiss.files.models import StoredFile
from providers.models import ComplianceDocument, ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.joining import in_force, member, today
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.files import uploads

pytestmark = pytest.mark.django_db
TASK = "contracts.tasks.remind_of_what_expires"


@pytest.fixture
def membership():
    return member()


@pytest.fixture
def editor(client, membership):
    person = ProviderMemberFactory(provider=membership.provider, role=ProviderRole.EDITOR).user
    client.force_login(person)
    return person


def send(client, membership, content=None, name="insurance.pdf", **given):
    content = uploads.pdf() if content is None else content
    data = {
        "kind": "insurance_certificate",
        "expires_on": today(200).isoformat(),
        "file": SimpleUploadedFile(name, content),
    }
    return client.post(reverse("contracts:compliance_add", args=[membership.pk]), data | given)


def put(provider, days):
    return ComplianceDocument.put(
        provider,
        kind="insurance_certificate",
        title="Insurance",
        file=StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None),
        expires_on=today(days),
        by=None,
    )


class TestSendingADocument:
    def test_takes_the_place_of_the_one_before_which_is_kept(self, client, membership, editor):
        send(client, membership)
        answer = send(client, membership, name="insurance-2027.pdf")

        assert answer.status_code == 302
        current = ComplianceDocument.objects.current().get()
        assert (current.added_by, current.expires_on) == (editor, today(200))
        assert (ComplianceDocument.objects.count(), current.file.name) == (2, "insurance-2027.pdf")
        page = client.get(reverse("contracts:membership_detail", args=[membership.pk]))
        there = reverse("contracts:compliance_file", args=[current.pk])
        assert there in page.content.decode()
        assert b"".join(client.get(there).streaming_content) == uploads.pdf()

    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("insurance.pdf", b"", "This file is empty"),
            ("insurance.exe", b"MZ", "There is a problem"),
            ("insurance.pdf", b"MZ\x90\0" + bytes(99), "not a PDF inside"),
            ("insurance.pdf", uploads.pdf() + bytes(11 << 20), "at most 10 MB"),
        ],
    )
    def test_is_refused_where_it_is_not_what_it_seems(
        self, client, membership, editor, name, content, says
    ):
        page = send(client, membership, content, name)

        assert says in " ".join(page.content.decode().split())
        assert not ComplianceDocument.objects.exists()

    def test_is_not_a_viewers_nor_anothers(self, client, membership):
        viewer = ProviderMemberFactory(provider=membership.provider, role=ProviderRole.VIEWER)
        stranger = ProviderMemberFactory()

        for person, status in ((viewer.user, 403), (stranger.user, 404)):
            client.force_login(person)
            assert send(client, membership).status_code == status
        assert not ComplianceDocument.objects.exists()

    def test_stands_once_of_each_kind_in_the_database(self, membership):
        document = put(membership.provider, 200)
        document.pk, document._state.adding = None, True

        with pytest.raises(IntegrityError, match="one_current"):
            document.save(force_insert=True)


class TestAgreements:
    def test_end_once_the_last_school_has_left(self):
        agreement = in_force(starts_on=today(), schools=[SchoolFactory(), SchoolFactory()])
        first, second = agreement.memberships.all()
        officer, now = UserFactory(role=Role.OFFICER), timezone.now()
        first.remove(by=officer, last_on=today(), reason="Closed.")
        second.exit(by=officer, last_on=today(3), reason="A new direction.")

        for days, status in ((3, AgreementStatus.IN_FORCE), (4, AgreementStatus.ENDED)):
            reminding.end_what_is_over(now + datetime.timedelta(days=days))
            agreement.refresh_from_db()
            assert agreement.status == status

        reminding.end_what_is_over(now + datetime.timedelta(days=5))
        assert AuditEvent.objects.about(agreement).filter(verb="end").count() == 1


class TestReminders:
    def test_stand_once_on_the_ledger_of_the_database(self, membership):
        put(membership.provider, 30)
        reminding.remind(timezone.now())
        said = Reminder.objects.get()
        said.pk, said._state.adding = None, True

        with pytest.raises(IntegrityError):
            said.save(force_insert=True)

    def test_are_of_members_only_and_of_what_is_current(self, membership):
        put(membership.provider, 5)
        put(membership.provider, 300)
        put(ProviderMemberFactory().provider, 5)

        assert reminding.remind(timezone.now()) == 0


class TestBeat:
    def test_starts_it_each_hour_and_it_does_its_work(self, membership):
        """The entry as beat itself reads it, and the task as a worker runs it."""
        app.loader.import_default_modules()
        beat = Scheduler(app, lazy=True)
        beat.merge_inplace(app.conf.beat_schedule)
        (entry,) = (each for each in beat.schedule.values() if each.task == TASK)
        put(membership.provider, 30)
        agreement = membership.agreement
        Membership.objects.update(admitted_on=today(-9), left_on=today(-1))
        lasting = member()
        put(lasting.provider, 7)
        OutboxMessage.objects.all().delete()

        assert entry.schedule == schedule(3600.0)
        assert entry.options["expires"] == 3600
        for _ in range(2):
            app.tasks[entry.task].apply(entry.args, entry.kwargs, throw=True)

        owner = lasting.provider.owners().get().user
        assert [row.payload["to"] for row in OutboxMessage.objects.all()] == [[owner.email]]
        agreement.refresh_from_db()
        assert agreement.status == AgreementStatus.ENDED
