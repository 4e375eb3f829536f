"""Inspections: by their own frameworks, typed or imported, and where they are shown."""

import datetime

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from zeal import zeal_context

from nmiss.base.accounts.models import Role
from nmiss.base.importing.tables import Rejected
from providers.frameworks import AREAS
from providers.inspection_imports import import_inspections
from providers.models import Inspection
from tests import county
from tests.factories.accounts import UserFactory
from tests.factories.inspections import an_inspection
from tests.factories.providers import ProviderMemberFactory, SchoolFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def take(tmp_path):
    SchoolFactory(urn=900001)

    def take(*rows, columns=()):
        usual = county.INSPECTION | dict.fromkeys(columns, "")
        full = [usual | row for row in rows or [{}]]
        with zeal_context():
            return import_inspections(county.table(tmp_path / "inspections.csv", *full), by=None)

    return take


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def test_each_framework_comes_in_with_its_own_words_and_is_known_again(take):
    old = {"framework": "ofsted_grades", "inspected_on": "2024-05-14", "inclusion": ""}
    rows = (
        {"inclusion": "Strong standard", "post_16": "needs attention"},
        old | {"standards": "", "safeguarding": "yes", "overall_effectiveness": "2"},
        old | {"kind": "monitoring", "standards": "not met", "address": "https://x.example/1"},
        {
            **{"framework": "isi_standards", "inspected_on": "2024-01-10", "inclusion": ""},
            **{"standards": "", "safeguarding": "", "leadership": "Not met"},
        },
        {
            **{"framework": "isi_judgements", "inspected_on": "2020-01-10", "inclusion": ""},
            **{"standards": "", "safeguarding": "", "achievement": "Excellent"},
        },
    )
    assert take(*rows, columns=AREAS).new == 5
    assert take(*rows, columns=AREAS).unchanged == 5
    assert take(rows[0] | {"standards": "not_met"}, columns=AREAS).changed == 1

    found = Inspection.objects.order_by("pk")
    assert [(each.framework, each.outcome) for each in found] == [
        ("ofsted_report_card", "standards_not_met"),
        ("ofsted_grades", "standards_met"),
        ("ofsted_grades", "standards_not_met"),
        ("isi_standards", "standards_not_met"),
        ("isi_judgements", "standards_not_stated"),  # no grade stands for a standard
    ]
    assert found[1].grades_in_words == [("Overall effectiveness", "Good")]
    assert found[0].grades == {"inclusion": "strong_standard", "post_16": "needs_attention"}


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ({"school_urn": "900009"}, "school_urn", "import this school first"),
        ({"school_urn": ""}, "school_urn", "unique reference number"),
        ({"framework": "ofsted"}, "framework", "enter one of"),
        ({"kind": "visit"}, "kind", "enter one of"),
        ({"inspected_on": "2099-01-01"}, "inspected_on", "not in the future"),
        ({"inspected_on": "2025-11-09"}, "inspected_on", "began on 10 November 2025"),
        ({"published_on": "2025-11-19"}, "published_on", "the inspection was on 2025-11-20"),
        ({"reference": ""}, "reference", "enter the report’s reference"),
        ({"address": "ftp://x.example"}, "address", "enter the whole address"),
        ({"address": "https://x .example"}, "address", "enter the whole address"),
        ({"standards": "good"}, "standards", "enter met or not_met"),
        ({"inclusion": "Good"}, "inclusion", "enter one of exceptional"),
        ({"inclusion": "6"}, "inclusion", "enter one of exceptional"),
        ({"quality_of_education": "Good"}, "quality_of_education", "has no such area"),
        ({"standards": "", "safeguarding": "", "inclusion": ""}, "standards", "grade of an area"),
    ],
)
def test_each_fault_names_its_cell(take, row, column, said):
    with pytest.raises(Rejected) as rejected:
        take(row, {"inspected_on": "2025-12-01"}, columns=("quality_of_education",))

    faults = [(fault.line, fault.column, fault.remedy) for fault in rejected.value.faults]
    assert [(line, where) for line, where, _ in faults] == [(2, column)]
    assert said in faults[0][2]
    assert not Inspection.objects.exists()


def test_an_inspection_stands_in_a_file_once(take):
    with pytest.raises(Rejected) as rejected:
        take({}, {"standards": "not_met"})
    assert [fault.remedy for fault in rejected.value.faults] == [
        "line 2 has this inspection: keep one row"
    ]


@pytest.mark.parametrize(
    ("facts", "wall"),
    [
        ({"grades": {"inclusion": "good"}}, "ofsted_report_card"),
        ({"grades": {"sixth_form": "exceptional"}}, "ofsted_report_card"),
        ({"grades": {"inclusion": {"a": 1}}}, "ofsted_report_card"),
        ({"grades": ["exceptional"]}, "ofsted_report_card"),
        ({"inspected_on": DAY(2025, 11, 9)}, "ofsted_report_card"),
        ({"framework": "ofsted_grades", "grades": {}, "inspected_on": DAY(2026, 1, 1)}, "_grades"),
        ({"framework": "isi_standards", "grades": {"leadership": "good"}}, "isi_standards"),
        ({"framework": "isi_judgements", "grades": {}}, "isi_judgements"),
        ({"standards": "", "grades": {}}, "says_something"),
        ({"reference": ""}, "has_a_report"),
        ({"address": "javascript:alert(1)"}, "address_is_of_the_web"),
        ({"published_on": DAY(2025, 11, 1)}, "inspected_on_before_published_on"),
    ],
)
def test_the_database_refuses_what_no_report_says(officer, facts, wall):
    school = SchoolFactory()

    with pytest.raises(IntegrityError, match=wall), transaction.atomic():
        an_inspection(school, by=officer, **facts)


def test_a_mistake_is_voided_stays_on_record_and_can_be_recorded_again(client, officer):
    school = SchoolFactory(urn=900001)
    inspection = an_inspection(school, by=officer)
    client.force_login(officer)
    add = f"/schools/{school.urn}/inspections/add/ofsted_report_card/"
    typed = {
        **{"kind": "routine", "inspected_on_day": "20", "inspected_on_month": "11"},
        **{"inspected_on_year": "2025", "reference": "R-1", "inclusion": "exceptional"},
    }

    assert "on record already" in client.post(add, typed).text
    client.post(f"/inspections/{inspection.pk}/void/", {"reason": "Of another school."})
    assert client.post(add, typed).status_code == 302

    inspection.refresh_from_db()
    assert (inspection.voided_by, inspection.void_reason) == (officer, "Of another school.")
    with pytest.raises(InternalError, match="stays as it is"), transaction.atomic():
        Inspection.objects.filter(pk=inspection.pk).update(standards="not_met")
    with pytest.raises(InternalError, match="stays on record"), transaction.atomic():
        inspection.delete()
    assert Inspection.objects.that_count().get().grades == {"inclusion": "exceptional"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"reference": ""}, "Enter the reference or the address of the report"),
        ({"address": "x.example"}, "Enter the whole address of the report"),
        ({"inspected_on_year": "2024"}, "began on 10 November 2025"),
        ({"inspected_on_year": "2098"}, "not in the future"),
        ({"inclusion": ""}, "Select met or not met, or enter the grade of an area"),
        ({"inclusion": "good"}, "Inclusion: choose from the list"),
    ],
)
def test_each_mistake_in_typing_is_said(client, officer, typed, said):
    SchoolFactory(urn=900001)
    client.force_login(officer)
    right = {
        **{"kind": "routine", "inspected_on_day": "20", "inspected_on_month": "11"},
        **{"inspected_on_year": "2025", "reference": "R-1", "inclusion": "exceptional"},
    }

    page = client.post("/schools/900001/inspections/add/ofsted_report_card/", right | typed)

    assert said in page.text
    assert not Inspection.objects.exists()


def test_a_provider_sees_those_of_its_own_schools_alone(client, officer):
    member = ProviderMemberFactory()
    ours, theirs = SchoolFactory(provider=member.provider), SchoolFactory(name="Elm School")
    an_inspection(ours, by=officer)
    other = an_inspection(theirs, by=officer)
    mistake = an_inspection(ours, by=officer, inspected_on=DAY(2026, 1, 20))
    mistake.void(by=officer, reason="No.")
    client.force_login(member.user)

    text = client.get("/inspections/").text

    assert ours.name in text
    assert "Elm School" not in text
    assert client.get(f"/inspections/{other.pk}/").status_code == 404
    assert client.get(f"/inspections/{mistake.pk}/").status_code == 404
    assert officer.name not in client.get(f"/inspections/{Inspection.objects.first().pk}/").text


def test_the_school_and_the_list_of_schools_show_the_last(client, officer):
    old = {"framework": "ofsted_grades", "inspected_on": DAY(2024, 5, 14)}
    schools = [SchoolFactory(urn=900001 + each) for each in range(3)]
    an_inspection(schools[0], by=officer, standards="not_met", **old, grades={"sixth_form": "good"})
    an_inspection(schools[0], by=officer)
    an_inspection(schools[1], by=officer, standards="not_met")
    client.force_login(officer)

    page = client.get("/schools/900001/").text
    assert "Sixth form: Good" in page
    assert "Inclusion: Strong standard" in page
    for value, urns in (
        ("standards_met", {900001}),
        ("standards_not_met", {900002}),
        ("standards_not_stated", set()),
        ("none", {900003}),
    ):
        listed = client.get(f"/schools/?inspection={value}")
        assert {each.urn for each in listed.context["page"].rows} == urns, value
    file = client.get(reverse("files:listing_csv", args=["schools"])).getvalue().decode()
    assert "2025-11-20,Standards met" in file
