import datetime

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin
from tests.files.checking import check_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    """Two files, the older of which came in an hour ago."""
    officer = UserFactory(role=Role.OFFICER)
    first, second = (begin("schools", by=officer, is_checked=False).file for _ in range(2))
    for file, hours in ((first, 2), (second, 1)):
        file.kept_at -= datetime.timedelta(hours=hours)
        StoredFile.objects.filter(pk=file.pk).update(kept_at=file.kept_at)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.OFFICER, Role.MANAGER])
def test_files_that_are_not_checked(client, waiting, role):
    client.force_login(UserFactory(role=role))

    needs = client.get(reverse("home:home")).context["board"].needs

    (need,) = (one for one in needs if "uploaded files" in one.words)
    assert need.words.startswith("Ask IT why 2 uploaded files could not be checked since ")
    assert client.get(need.link).status_code == 200


def test_nothing_once_they_are_checked(client, waiting):
    check_files()
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    assert "uploaded files" not in client.get(reverse("home:home")).text
