"""Documents that members send, agreements that end, and the tasks that see to both."""

import datetime

import pytest
from celery.beat import Scheduler
from celery.schedules import schedule
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone

from contracts.applications.content import SCHEMA
from contracts.membership import compliance, signing
from contracts.models import AgreementStatus, Membership
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, OutboxMessage, Reminder
from nmiss.base.files.models import StoredFile
from nmiss.celery import app
from providers.models import ComplianceDocument, ProviderMember, ProviderRole
from tests import owners, standing
from tests.factories.accounts import UserFactory
from tests.factories.joining import in_force, member, today
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.files import uploads
from tests.files.checking import check_files
from tests.outbox import messages
from tests.reminding import remind_of
from tests.seen import seen

pytestmark = pytest.mark.django_db
TASKS = {"contracts.tasks.end_agreements": 3600, "nmiss.base.core.tasks.remind": 60}


a_membership = standing.once(member)


@pytest.fixture
def membership(a_membership):
    return a_membership()


@pytest.fixture
def editor(client, membership):
    person = ProviderMemberFactory(provider=membership.provider, role=ProviderRole.EDITOR).user
    client.force_login(person)
    return person


def send(client, membership, content=None, name="insurance.pdf", **given):
    content = uploads.pdf() if content is None else content
    data = {
        "kind": "insurance_certificate",
        "school": "all",
        "expires_on": today(200).isoformat(),
        "replaces": "none",
        "file": SimpleUploadedFile(name, content),
    }
    address = reverse("contracts:compliance_add", args=[membership.provider_id])
    return client.post(address, data | given)


def put(provider, days, **given):
    return ComplianceDocument.put(
        provider,
        kind=given.pop("kind", "insurance_certificate"),
        title=given.pop("title", "Insurance certificate"),
        file=StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None),
        expires_on=None if days is None else today(days),
        by=None,
        **given,
    )


class TestSendingADocument:
    def test_takes_the_place_of_the_one_before_which_is_kept(self, client, membership, editor):
        send(client, membership)
        before = ComplianceDocument.objects.get()
        answer = send(client, membership, name="insurance-2027.pdf", replaces=[before.pk])
        check_files()

        assert answer.status_code == 302
        current = ComplianceDocument.objects.current().get()
        assert (current.added_by, current.expires_on) == (editor, today(200))
        assert (ComplianceDocument.objects.count(), current.file.name) == (2, "insurance-2027.pdf")
        there = reverse("contracts:compliance_file", args=[current.pk])
        for page in (
            reverse("contracts:membership_detail", args=[membership.pk]),
            reverse("contracts:provider_detail", args=[membership.provider_id]),
        ):
            assert there in client.get(page).text
        assert b"".join(client.get(there).streaming_content) == uploads.pdf()

    def test_leaves_another_of_its_kind_as_it_is(self, client, membership, editor):
        public = put(membership.provider, 20)
        send(client, membership)

        assert ComplianceDocument.objects.current().count() == 2
        assert public in ComplianceDocument.objects.current()

    def test_of_two_schools_leaves_both(self, client, membership, editor):
        ash, elm = (SchoolFactory(provider=membership.provider) for _ in range(2))
        given = {"kind": "registration", "expires_on": ""}
        send(client, membership, school=ash.urn, **given)
        send(client, membership, school=elm.urn, **given)

        assert {each.school for each in ComplianceDocument.objects.current()} == {ash, elm}

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ({"kind": "registration"}, "Select the school: each has its own"),
            ({"school": ""}, "Select the school"),
            ({"expires_on": ""}, "Enter the expiry date"),
            ({"kind": "ico_certificate", "expires_on": ""}, "Enter the expiry date"),
            ({"replaces": []}, "Select the documents it replaces, or none"),
            ({"kind": "safeguarding_policy", "replaces": "own"}, "Select documents of the same"),
            ({"replaces": ["none", "own"]}, "Select documents, or none of them"),
        ],
    )
    def test_asks_again_where_something_is_missing(self, client, membership, editor, given, says):
        own = put(membership.provider, 9)
        replaces = given.get("replaces")
        if replaces == "own":
            given = given | {"replaces": [own.pk]}
        elif replaces == ["none", "own"]:
            given = given | {"replaces": ["none", own.pk]}

        page = send(client, membership, **given)

        assert says in page.text
        assert ComplianceDocument.objects.get() == own

    def test_knows_the_kind_where_it_is_asked_for(self, client, membership, editor):
        own = put(membership.provider, 9)

        page = client.get(compliance.link_to_send(own))

        assert page.context_data["form"].initial == {
            "kind": "insurance_certificate",
            "school": "all",
            "replaces": [str(own.pk)],
        }

    def test_is_refused_where_another_took_the_place_meanwhile(self, membership):
        own = put(membership.provider, 9)
        put(membership.provider, 200, instead_of=[own])

        with pytest.raises(NotAllowedNow, match="taken its place already"):
            put(membership.provider, 300, instead_of=[own])

        assert ComplianceDocument.objects.current().count() == 1

    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("insurance.pdf", b"", "This file is empty"),
            ("insurance.exe", b"MZ", "There is a problem"),
            ("insurance.pdf", b"MZ\x90\0" + bytes(99), "not a PDF inside"),
            ("insurance.pdf", uploads.pdf() + bytes(21 << 20), "at most 20 MB"),
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


class TestCertificatesOfAnApplication:
    def test_are_each_kept_and_reminded_of(self):
        membership = member(evidence=[])
        application = membership.agreement.application
        first, second = (a_certificate(application, days) for days in (7, 30))
        named = [{"id": each.pk, "kind": each.kind} for each in (first, second)]
        earlier = put(membership.provider, 5)
        later = ComplianceDocument.put(
            membership.provider,
            kind="insurance_certificate",
            title="Insurance certificate",
            file=first.file,
            expires_on=today(90),
            by=None,
        )
        submitted = application.submissions.get().received_at
        for document, hours in ((earlier, -1), (later, 1)):
            moved = submitted + datetime.timedelta(hours=hours)
            with owners.without("providers.ComplianceDocument:stays_as_sent"):
                ComplianceDocument.objects.filter(pk=document.pk).update(added_at=moved)
        with owners.without("contracts.SubmittedContent:append_only"):
            application.contents.update(content={"schema": SCHEMA, "evidence": named})

        signing._take_over_documents(membership.agreement)

        current = ComplianceDocument.objects.current().soonest_first()
        assert [each.expires_on for each in current] == [today(7), today(30), today(90)]
        assert {each.title for each in current} == {"Insurance certificate"}
        assert remind_of("document", timezone.now()) == 2


def a_certificate(application, days):
    file = StoredFile.keep_made(b"x", name="x.pdf", content_type="application/pdf", by=None)
    with acting_for(application.started_by):
        return application.evidence.create(
            kind="insurance_certificate",
            file=file,
            name="x.pdf",
            expires_on=today(days),
            added_by=application.started_by,
        )


class TestAskingForAnother:
    def test_writes_to_the_owners_once_a_day_and_is_on_record(self, client, membership):
        document, officer = put(membership.provider, -3), UserFactory(role=Role.OFFICER)
        client.force_login(officer)
        OutboxMessage.objects.all().delete()
        there = reverse("contracts:compliance_ask", args=[document.pk])

        for _ in range(2):
            client.post(there)

        owner = membership.provider.owners().get().user
        (message,) = OutboxMessage.objects.all()
        assert message.payload["to"] == [owner.email]
        assert compliance.link_to_send(document) in message.payload["body"]
        (event,) = AuditEvent.objects.about(document).filter(verb="ask_for_a_document")
        assert event.actor_id == officer.pk
        said = client.get(reverse("contracts:provider_detail", args=[membership.provider_id])).text
        assert "We have asked the owners today already." in said

    def test_leads_to_the_people_of_a_provider_without_an_owner(self, client, membership):
        document = put(membership.provider, -3)
        ProviderMember.objects.filter(provider=membership.provider).delete()
        client.force_login(UserFactory(role=Role.OFFICER))

        answer = client.post(reverse("contracts:compliance_ask", args=[document.pk]), follow=True)

        people = reverse("providers:provider_people", args=[membership.provider_id])
        assert answer.redirect_chain == [(people, 302)]
        assert "has no owner to email. Propose an owner here first" in seen(answer).answer

    def test_is_on_the_providers_page_with_its_people_and_standings(self, client, membership):
        put(membership.provider, -3)
        owner, officer = membership.provider.owners().get().user, UserFactory(role=Role.OFFICER)
        membership.suspend(by=officer, starts_on=today(), reason="Why.")
        client.force_login(officer)

        page = client.get(reverse("contracts:provider_detail", args=[membership.provider_id])).text

        for expected in ("Ask for a new one", owner.email, "Suspended", "Expired", "x.pdf"):
            assert expected in page


class TestAgreements:
    def test_end_once_the_last_school_has_left(self):
        agreement = in_force(starts_on=today(), schools=[SchoolFactory(), SchoolFactory()])
        first, second = agreement.memberships.all()
        officer, now = UserFactory(role=Role.OFFICER), timezone.now()
        first.remove(by=officer, last_on=today(), reason="Closed.")
        second.exit(by=officer, last_on=today(3), reason="A new direction.")

        for days, status in ((3, AgreementStatus.IN_FORCE), (4, AgreementStatus.ENDED)):
            signing.end_what_is_over(now + datetime.timedelta(days=days))
            agreement.refresh_from_db()
            assert agreement.status == status

        signing.end_what_is_over(now + datetime.timedelta(days=5))
        assert AuditEvent.objects.about(agreement).filter(verb="end").count() == 1


class TestReminders:
    def test_stand_once_on_the_ledger_of_the_database(self, membership):
        put(membership.provider, 30)
        remind_of("document", timezone.now())
        said = Reminder.objects.get()
        said.pk, said._state.adding = None, True

        with pytest.raises(IntegrityError):
            said.save(force_insert=True)

    def test_are_of_members_only_and_of_what_is_current(self, membership):
        own = put(membership.provider, 5)
        put(membership.provider, 300, instead_of=[own])
        put(ProviderMemberFactory().provider, 5)

        assert remind_of("document", timezone.now()) == 0

    @pytest.mark.parametrize("days", [60, 30, 7])
    def test_are_said_on_the_very_day(self, membership, days):
        put(membership.provider, days)
        now, day = timezone.now(), datetime.timedelta(days=1)

        assert [remind_of("document", now - day), remind_of("document", now)] == [days != 60, 1]
        kinds = Reminder.objects.order_by("pk").values_list("kind", flat=True)
        assert kinds.last() == f"document, {days} days before"

    def test_of_what_expired_while_beat_was_off_are_late_and_said_once(self, membership):
        document = put(membership.provider, -20)
        owner = membership.provider.owners().get().user
        OutboxMessage.objects.all().delete()

        assert [remind_of("document", timezone.now()) for _ in range(3)] == [1, 0, 0]

        said = OutboxMessage.objects.get().payload
        assert said["to"] == [owner.email]
        assert said["subject"].endswith("has expired")
        words = f"expired on {today(-20).day} {today(-20):%B %Y}"
        assert words in " ".join(said["body"].split())
        assert compliance.link_to_send(document) in said["body"]

    def test_of_what_has_expired_end_with_the_new_document(self, membership):
        old = put(membership.provider, -1)
        put(membership.provider, 300, instead_of=[old])

        assert remind_of("document", timezone.now()) == 0

    def test_say_on_the_last_day_that_it_is_the_last_and_then_that_it_is_over(self, membership):
        put(membership.provider, 0)
        now, day = timezone.now(), datetime.timedelta(days=1)

        assert [remind_of("document", now), remind_of("document", now + day)] == [1, 1]
        kinds = list(Reminder.objects.order_by("pk").values_list("kind", flat=True))
        assert kinds == ["document, 7 days before", "document, 1 days after"]


class TestBeat:
    def test_starts_both_and_they_do_their_work(self, membership):
        """The entries as beat itself reads them, and the tasks as a worker runs them."""
        app.loader.import_default_modules()
        beat = Scheduler(app, lazy=True)
        beat.merge_inplace(app.conf.beat_schedule)
        entries = [each for each in beat.schedule.values() if each.task in TASKS]
        put(membership.provider, 30)
        agreement = membership.agreement
        Membership.objects.update(admitted_on=today(-9), left_on=today(-1))
        lasting = member()
        put(lasting.provider, 7)
        OutboxMessage.objects.all().delete()

        assert {each.task: each.options["expires"] for each in entries} == TASKS
        assert all(each.schedule == schedule(TASKS[each.task]) for each in entries)
        for entry in 2 * entries:
            app.tasks[entry.task].apply(entry.args, entry.kwargs, throw=True)

        owner = lasting.provider.owners().get().user
        assert len(messages(to=owner.email, holding="Insurance certificate")) == 1
        agreement.refresh_from_db()
        assert agreement.status == AgreementStatus.ENDED
