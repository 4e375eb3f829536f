import datetime

import pytest
from django.urls import reverse

from nmiss.accounts.models import Role
from nmiss.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    """Two files, the older of which came in an hour ago."""
    officer = UserFactory(role=Role.OFFICER)
    first, second = (begin("schools", by=officer).file for _ in range(2))
    for file, hours in ((first, 2), (second, 1)):
        file.kept_at -= datetime.timedelta(hours=hours)
        StoredFile.objects.filter(pk=file.pk).update(kept_at=file.kept_at)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.OFFICER, Role.MANAGER])
def test_files_that_wait_for_the_scanner(client, settings, waiting, role):
    settings.CLAMD_ADDRESS = "127.0.0.1:1"
    client.force_login(UserFactory(role=role))

    needs = client.get(reverse("home:home")).context["board"].needs

    (need,) = (one for one in needs if "scanner" in one.words)
    assert need.words.startswith("Have the virus scanner looked at: 2 files wait for it since")
    assert client.get(need.link).status_code == 200


def test_nothing_where_there_is_no_scanner(client, waiting):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    assert "virus scanner" not in client.get(reverse("home:home")).text
