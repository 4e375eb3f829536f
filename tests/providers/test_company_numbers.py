"""One provider stays one: its company number in one form."""

import pytest
from django.db import IntegrityError

from contracts.membership.imports import import_members
from nmiss.base.importing.cells import Unreadable
from providers.company_numbers import company_number
from providers.models import Provider
from tests.county import MEMBER
from tests.faults import faults_of
from tests.importing.spreadsheets import as_xlsx

pytestmark = pytest.mark.django_db

OTHER = {"school_urn": "900002"}


@pytest.fixture(autouse=True)
def _two_schools(take_schools):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})


def providers():
    return sorted(Provider.objects.values_list("name", "company_number"))


class TestReading:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("01234567", "01234567"),
            ("1234567", "01234567"),
            ("1234567.0", "01234567"),
            ("1234567.00", "01234567"),
            (" 0123 4567 ", "01234567"),
            ("sc123456", "SC123456"),
            ("SC 1234", "SC001234"),
            ("zz000001", "ZZ000001"),
            ("12000000", "12000000"),
            *[(words, "") for words in ("", "N/A", "n/a", "NA", "none", "-", "–", "nil", "0")],
            *[(words, "") for words in ("Not applicable", "#N/A", "not known", "TBC", "00000000")],
        ],
    )
    def test_gives_the_one_form(self, text, number):
        assert company_number(text) == number

    @pytest.mark.parametrize(
        "text",
        [
            *("123456789", "ABC12345", "A1234567", "SC1234567", "SC000000", "12345E7"),
            *("1.23E+07", "01234567 Ltd", "charity 12", "1234567.5", "-1234567", "SC"),
        ],
    )
    def test_refuses_what_is_no_number(self, text):
        with pytest.raises(Unreadable):
            company_number(text)


class TestAProvider:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("01234567", "1234567"),
            ("ZZ000001", "zz000001"),
            ("1234567.0", "01234567"),
            ("1234567", "1234567.0"),
        ],
    )
    def test_is_one_however_its_number_is_written(self, take_members, one, other):
        take_members({"company_number": one}, OTHER | {"company_number": other})

        assert len(providers()) == 1

    def test_is_one_where_a_workbook_has_its_number(self, take_members, tmp_path):
        take_members({"company_number": "01234567"})
        path = tmp_path / "members.xlsx"
        path.write_bytes(as_xlsx([MEMBER | OTHER | {"company_number": 1234567}]))

        import_members(path, by=None)

        assert providers() == [("Ash Education Ltd", "01234567")]

    @pytest.mark.parametrize("words", ["N/A", "n/a", "none", "-"])
    def test_without_a_number_is_known_by_its_name(self, take_members, words):
        take_members(
            {"company_number": words},
            OTHER | {"company_number": words, "provider_name": "Elm Ltd"},
        )

        assert providers() == [("Ash Education Ltd", ""), ("Elm Ltd", "")]

    def test_without_a_number_is_the_one_of_its_name_that_has_one(self, take_members):
        take_members({}, OTHER | {"company_number": "N/A"})
        take_members({"company_number": ""})

        assert providers() == [("Ash Education Ltd", "ZZ000001")]

    def test_without_a_number_is_not_guessed_at(self, take_members):
        take_members({"company_number": "1"}, {"company_number": "2", "school_urn": "900002"})

        where, remedies = faults_of(take_members, {"company_number": "", "lot": "2"})

        assert where == [(2, "company_number", "")]
        assert "several providers have this name" in remedies[0]

    def test_without_a_number_has_one_spelling(self, take_members):
        where, remedies = faults_of(
            take_members,
            {"company_number": ""},
            OTHER | {"company_number": "", "provider_name": "ASH  Education Ltd"},
        )

        assert where == [(3, "provider_name", "ASH  Education Ltd")]
        assert 'line 2 calls it "Ash Education Ltd"' in remedies[0]

    def test_has_no_number_that_is_none(self, take_members):
        where, remedies = faults_of(take_members, {"company_number": "12345678X"})

        assert where == [(2, "company_number", "12345678X")]
        assert "eight digits, or two letters and six digits" in remedies[0]

    @pytest.mark.parametrize("number", ["1234567", "zz000001", "N/A", "ZZ00001", "ABC12345"])
    def test_is_held_to_it_by_the_database(self, number):
        with pytest.raises(IntegrityError, match="company_number_in_one_form"):
            Provider.objects.create(name="Ash Ltd", company_number=number)

    def test_is_one_by_its_name_in_the_database(self):
        Provider.objects.create(name="Ash Ltd")

        with pytest.raises(IntegrityError, match="name_once_without_number"):
            Provider.objects.create(name="ASH Ltd")
