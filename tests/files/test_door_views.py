"""The hostile files at the real pages, by the way that the request of a browser takes."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core import form_tokens
from nmiss.base.files import names
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.files.hostile import (
    BOMBS,
    BROKEN,
    DISGUISED,
    HOSTILE,
    MACROS,
    POLYGLOTS,
    REACHES_OUT,
    SLOW,
)
from tests.tokens import token_for

pytestmark = pytest.mark.django_db
EDGE = "of-the-parts"
# Django takes what cannot be printed off these names; what is in the files is harmless.
LOOK_SOUND = (DISGUISED | BOMBS | SLOW | MACROS | REACHES_OUT | POLYGLOTS | BROKEN).keys()
COME_IN_CLEANED = {"a name with a hidden character", "a name with a line break"}


@pytest.fixture
def as_officer(client):
    client.force_login(UserFactory(role=Role.OFFICER))
    return client


def send(client, name, content):
    """As a browser sends it, but with the name as it is: the test client would clean it, too."""
    if name.lower().rstrip().endswith("csv"):
        page = reverse("imports:import_upload", args=["schools"])
    else:
        page = reverse("contracts:document_add", args=[the_dps().pk])
    head = (
        f'--{EDGE}\r\nContent-Disposition: form-data; name="title"\r\n\r\nA title\r\n'
        f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; '
        f"filename*=UTF-8''{quote(name, safe='')}\r\nContent-Type: text/csv\r\n\r\n"
    )
    token = (
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{form_tokens.NAME}"\r\n\r\n'
        f"{token_for(client, page)}\r\n"
    )
    body = token.encode() + head.encode() + content + f"\r\n--{EDGE}--\r\n".encode()
    return client.post(page, body, content_type=f"multipart/form-data; boundary={EDGE}")


@pytest.mark.parametrize("what", HOSTILE)
def test_is_refused_or_comes_in_harmless(as_officer, what):
    response = send(as_officer, *HOSTILE[what])

    kept = StoredFile.objects.first()
    if what in COME_IN_CLEANED:
        assert names.what_is_wrong_with(kept.name) == ""
    elif kept is None:
        assert response.status_code == 200
        assert "There is a problem" in response.text
    else:  # it is looked into later, and nobody opens it before
        assert what in LOOK_SOUND
        assert response.status_code == 302
        assert kept.is_being_checked
