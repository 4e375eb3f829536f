"""A document that came under the seal opens where PostgreSQL shows it, whatever leads to it."""

import pytest
from django.urls import reverse

from contracts.applications import sealing
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.lists import LISTS
from nmiss.base.files.models import ListDownload, NotToBeOpened, StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.applying import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return filled(submit=True)


@pytest.fixture
def document(application):
    with sealing.acting_for(application.started_by):
        return application.evidence.select_related("file").first()


class TestASealedFile:
    def test_does_not_leave_by_a_record_of_another_kind(self, client, document):
        officer = UserFactory()
        for_all = [name for name, each in LISTS.items() if Role.OFFICER in each.roles]
        listing = next(name for name in for_all if not LISTS[name].identifies_children)
        own = StoredFile.keep_made(b"a", name="a.csv", content_type="text/csv", by=officer)
        client.force_login(officer)

        answers = []
        for file in (own, document.file):
            with acting_for(officer):
                download = ListDownload.objects.create(listing=listing, asked_by=officer, file=file)
            answers.append(client.get(reverse("files:download_file", args=[download.pk])))

        assert [answer.status_code for answer in answers] == [200, 404]

    def test_is_not_lent_to_an_import(self, document):
        with pytest.raises(NotToBeOpened), document.file.on_disk():
            pass

    def test_is_its_own_peoples(self, application, document):
        with sealing.acting_for(application.started_by):
            assert b"".join(document.file.chunks()).startswith(b"%PDF")
