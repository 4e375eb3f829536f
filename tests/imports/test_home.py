"""What imports bring to the landing pages."""

import datetime

import pytest
from django.urls import reverse

from nmiss.across.imports.actions import work_on_what_is_due
from nmiss.across.imports.home import imports_that_wait
from nmiss.across.imports.models import ImportRun, ImportStatus
from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from nmiss.base.files.models import StoredFile
from tests import owners
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin
from tests.files.checking import check_files

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def waiting():
    """Two files, the older of which came in an hour ago."""
    officer = UserFactory(role=Role.OFFICER)
    first, second = (begin("schools", by=officer, is_checked=False).file for _ in range(2))
    for file, hours in ((first, 2), (second, 1)):
        file.kept_at -= datetime.timedelta(hours=hours)
        with owners.without("files.StoredFile:where_it_lies"):
            StoredFile.objects.filter(pk=file.pk).update(kept_at=file.kept_at)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.OFFICER, Role.MANAGER])
def test_files_that_are_not_checked(client, waiting, role):
    client.force_login(UserFactory(role=role))

    tasks = client.get(reverse("home:home")).context["board"].tasks

    (task,) = (one for one in tasks if "uploaded files" in one.words)
    assert task.words.startswith("Ask IT why 2 uploaded files could not be checked since ")
    assert client.get(task.link).status_code == 200


def test_nothing_once_they_are_checked(client, waiting):
    check_files()
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    assert "uploaded files" not in client.get(reverse("home:home")).text


def test_names_imports_that_wait_to_be_confirmed(take_schools):
    take_schools()
    officer = UserFactory(role=Role.OFFICER)
    same = begin("schools", by=officer, name="same.csv")
    begin("schools", {"EstablishmentName": "New"}, by=officer, name="new.csv")
    begin("members", {"admitted_on": "never"}, by=officer, name="wrong.csv")
    work_on_what_is_due()

    words = [task.words for task in read(imports_that_wait(officer, TODAY))]
    assert words == [
        "Confirm or discard the import of schools from same.csv: it is checked",
        (
            "Confirm or discard the import of schools from new.csv: it is checked, with facts "
            "to accept or keep"
        ),
    ]
    same.refresh_from_db()
    same.drop(by=officer)
    assert len(read(imports_that_wait(officer, TODAY))) == 1
    assert read(imports_that_wait(UserFactory(role=Role.PLACEMENTS), TODAY)) == []


def test_is_on_the_home_of_an_officer(client):
    officer = UserFactory(role=Role.OFFICER)
    run = begin("members", by=officer)
    ImportRun.objects.update(status=ImportStatus.CHECKED)
    client.force_login(officer)

    page = client.get(reverse("home:home")).text

    assert reverse("imports:import_detail", args=[run.pk]) in page
