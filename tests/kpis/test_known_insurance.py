"""Insurance in force, as our records know it of a school or of its provider."""

import datetime

import pytest
from django.utils import timezone

from kpis import known
from kpis.periods import Periods
from nmiss.base.core.printing import PDF_TYPE
from nmiss.base.files.models import FileState, StoredFile
from providers.models import ComplianceDocument
from tests import owners
from tests.factories.providers import ProviderFactory, SchoolFactory

pytestmark = pytest.mark.django_db
LAST = datetime.date(2025, 3, 31)
DAY = datetime.timedelta(1)


def a_certificate(provider, *, school=None, expires_on=LAST, kind="insurance_certificate"):
    file = StoredFile.keep_made(b"x", name="cover.pdf", content_type=PDF_TYPE, by=None)
    made = ComplianceDocument.put(
        provider,
        kind=kind,
        title="Cover",
        file=file,
        by=None,
        expires_on=expires_on,
        school=school,
    )
    with owners.without("providers.ComplianceDocument:stays_as_sent"):
        ComplianceDocument.objects.filter(pk=made.pk).update(added_at=instant(LAST - 90 * DAY))
    return made


def instant(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def insured(*schools):
    found = known.figures_of(
        ["insurance_in_force"],
        [each.pk for each in schools],
        Periods().named("2025-Q1"),
        until=LAST,
    )
    return [int(found[each.pk, "insurance_in_force"].value) for each in schools]


@pytest.fixture
def schools():
    provider = ProviderFactory()
    return [SchoolFactory(provider=provider), SchoolFactory(provider=provider)]


def test_a_certificate_of_the_provider_covers_its_schools_and_one_of_a_school_itself(schools):
    stranger = SchoolFactory(provider=ProviderFactory())
    assert insured(*schools, stranger) == [0, 0, 0]
    a_certificate(schools[0].provider, school=schools[0])
    assert insured(*schools, stranger) == [1, 0, 0]
    a_certificate(schools[0].provider)
    assert insured(*schools, stranger) == [1, 1, 0]


@pytest.mark.parametrize(
    ("facts", "changed", "expected"),
    [
        ({}, {}, 1),
        ({"expires_on": LAST - DAY}, {}, 0),
        ({"expires_on": None}, {}, 1),
        ({"kind": "accounts"}, {}, 0),
        ({}, {"added_at": instant(LAST + DAY)}, 0),
        ({}, {"replaced_at": instant(LAST)}, 0),
        ({}, {"replaced_at": instant(LAST + DAY)}, 1),
    ],
)
def test_it_counts_on_the_last_day(schools, facts, changed, expected):
    made = a_certificate(schools[0].provider, **facts)
    with owners.without("providers.ComplianceDocument:stays_as_sent"):
        ComplianceDocument.objects.filter(pk=made.pk).update(**changed)

    assert insured(schools[0]) == [expected]


def test_a_file_that_was_refused_is_none(schools):
    made = a_certificate(schools[0].provider)
    StoredFile.objects.filter(pk=made.file_id).update(state=FileState.INFECTED, found="Eicar")

    assert insured(schools[0]) == [0]
