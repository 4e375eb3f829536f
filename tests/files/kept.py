"""A file that came in, and where it lies."""

from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile

from nmiss.base.core.acting import acting_for
from nmiss.base.files.kinds import CSV
from nmiss.base.files.models import StoredFile
from tests.factories.accounts import UserFactory


def take_in(content=b"a,b\n1,2\n", name="table.csv"):
    file = SimpleUploadedFile(name, content)
    file.kind = CSV
    person = UserFactory()
    with acting_for(person):
        return StoredFile.take_in(file, by=person)


def on_disk(file):
    (path,) = django_settings.MEDIA_ROOT.glob(f"*/{file.place}")
    return path
