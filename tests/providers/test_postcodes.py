import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from nmiss.base.core.models import AuditEvent
from providers.models import Postcode
from providers.postcodes import import_postcodes
from tests.county import AWKWARD
from tests.faults import faults_of

pytestmark = pytest.mark.django_db

CODE_POINT_OPEN = """\
"CT20 3QA",10,622345,135678,"E92000001","","","","E07000112","E05004938"
"CT1 1AA",10,615000,157800,"E92000001","","","","E07000106","E05004938"
"CT202QA",90,0,0,"E92000001","","","","E07000112","E05004938"
"""
ONSPD = """\
pcd,pcd2,pcds,dointr,doterm,oscty,oseast1m,osnrth1m,osgrdind
"CT20 3QA","CT20 3QA","CT20 3QA","198001","","E10000016","0622345","0135678",1
"CT20 9ZZ","CT20 9ZZ","CT20 9ZZ","198001","199606","E10000016","0622300","0135600",1
"BT1 1AA","BT1  1AA","BT1 1AA","198001","","","0333777","0374600",1
"GY1 1AA","GY1  1AA","GY1 1AA","198001","","","","",9
"""
ONSPD_OF_2025 = """\
PCD7,PCD8,PCDS,DOINTR,DOTERM,EAST1M,NORTH1M,GRIDIND
CT203QA,CT20 3QA,CT20 3QA,198001,,622345,135678,1
"""


@pytest.fixture
def take(tmp_path):
    def take(text, **options):
        path = tmp_path / "postcodes.csv"
        path.write_text(text)
        return import_postcodes(path, by=None, **options)

    return take


def known():
    return {(each.code, each.easting, each.northing) for each in Postcode.objects.all()}


class TestImportPostcodes:
    def test_takes_code_point_open_which_has_no_heading(self, take):
        outcome = take(CODE_POINT_OPEN)

        assert known() == {("CT203QA", 622345, 135678), ("CT11AA", 615000, 157800)}
        assert (outcome.new, outcome.skipped) == (2, 1)

    def test_takes_code_point_open_under_a_heading(self, take):
        take("PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n" + CODE_POINT_OPEN)

        assert len(known()) == 2

    def test_takes_onspd_but_what_has_ended_or_is_off_the_grid(self, take):
        outcome = take(ONSPD)

        assert known() == {("CT203QA", 622345, 135678)}
        assert (outcome.new, outcome.skipped) == (1, 3)

    def test_takes_onspd_under_the_headings_of_2025(self, take):
        take(ONSPD_OF_2025)

        assert known() == {("CT203QA", 622345, 135678)}

    def test_meets_what_is_known(self, take):
        take(CODE_POINT_OPEN)

        outcome = take(CODE_POINT_OPEN.replace("622345", "622346").replace("CT1 1AA", "CT1 1AB"))

        assert (outcome.new, outcome.changed, outcome.unchanged) == (1, 1, 0)
        assert ("CT203QA", 622346, 135678) in known()
        assert len(known()) == 3
        assert take(ONSPD.replace("622345", "622346")).unchanged == 1

    def test_is_on_record(self, take):
        take(CODE_POINT_OPEN)

        event = AuditEvent.objects.get(verb="import_postcodes")

        assert event.given["new"] == 2

    def test_writes_nothing_in_a_dry_run(self, take):
        assert take(CODE_POINT_OPEN, dry_run=True).new == 2
        assert not known()
        assert not AuditEvent.objects.exists()

    def test_takes_a_postcode_that_stands_twice_once(self, take):
        assert take(CODE_POINT_OPEN * 2).new == 2

    @pytest.mark.parametrize(
        ("odd", "warning"),
        [
            ("CTT0 3QA,10,622345,135678", (2, "postcode", "CTT03QA")),
            ("CT20 3QB,10,6223.5,135678", (2, "position", "6223.5, 135678")),
            ("CT20 3QB,10,-622345,135678", (2, "position", "-622345, 135678")),
            ("CT20 3QB,10,622345,9999999", (2, "position", "622345, 9999999")),
            ("CT20 3QB,10", (2, "whole row", "2 cells")),
            ('"CT20 3QB,10,622345,135678', (2, "postcode", '"CT203QB')),
            ("CT20 3QB,10,622345," + "1" * 200_000, (2, "position", "622345, " + "1" * 32)),
            ("CT20\0 3QB,10,622345,x", (2, "position", "622345, x")),
        ],
    )
    def test_leaves_out_a_row_that_cannot_be_used(self, take, odd, warning):
        outcome = take(f"CT20 3QA,10,622345,135678\n{odd}\nCT1 1AA,10,615000,157800\n")

        assert known() == {("CT203QA", 622345, 135678), ("CT11AA", 615000, 157800)}
        assert [(one.line, one.column, one.value) for one in outcome.warnings] == [warning]
        assert (outcome.new, outcome.skipped) == (2, 1)

    @pytest.mark.parametrize(
        "row",
        [
            '"GIR 0AA","","335300","395000"',  # Girobank
            '"gir0aa","","335300","395000"',
            '"NPT 9AA","199606","331000","188000"',  # ended
            '"BT1 1AA","","0333777","0374600"',  # on Ireland's grid
            '"JE2 3AB","","",""',
            '"CT20 3QB","","",""',
            '"CT20 3QB","","0",""',
            '"CT20 3QB","","622345",""',
        ],
    )
    def test_leaves_out_in_silence_what_has_no_place_here(self, take, row):
        outcome = take(f"pcds,doterm,oseast1m,osnrth1m\n{row}\nCT20 3QA,,622345,135678\n")

        assert known() == {("CT203QA", 622345, 135678)}
        assert (outcome.new, outcome.skipped, outcome.warnings) == (1, 1, [])

    def test_takes_a_directory_of_girobank_alone(self):
        outcome = import_postcodes(AWKWARD / "postcodes-onspd-girobank.csv", by=None)

        assert (outcome.new, outcome.skipped) == (0, 1)

    @pytest.mark.parametrize("text", ["", "URN,Easting\n900001,622345\n", "\x00\x01"])
    def test_refuses_another_kind_of_file(self, take, text):
        where, remedies = faults_of(take, text)

        assert where[0][:2] == (1, "heading row")
        assert "Code-Point Open or ONSPD" in remedies[0]

    def test_stops_reading_a_file_that_is_wrong_throughout(self, take):
        where, _ = faults_of(take, "CT20 3QA,10,622345,135678\n" + "?,10,1,1\n" * 1000)

        assert len(where) == 100
        assert not known()

    def test_takes_one_that_is_wrong_in_places(self, take):
        rows = "".join(f"CT{n} {m}AA,10,622345,135678\n" for n in range(10, 40) for m in range(10))

        outcome = take(rows + "?,10,1,1\n" * 150)

        assert (outcome.new, outcome.skipped, len(outcome.warnings)) == (300, 150, 100)


class TestCommand:
    def test_says_what_came_in(self, tmp_path, capsys):
        path = tmp_path / "ct.csv"
        path.write_text(CODE_POINT_OPEN)

        call_command("import_postcodes", path)

        said = capsys.readouterr()
        assert "postcodes: 2 new, 0 changed, 0 unchanged, 1 skipped" in said.out
        assert "2 positions read" in said.err

    def test_says_that_there_is_no_file(self, tmp_path):
        with pytest.raises(CommandError, match="There is no file"):
            call_command("import_postcodes", tmp_path / "none.csv")


class TestPostcode:
    @pytest.mark.parametrize("code", ["CT1 1AA", "ct203qa", "CT20", ""])
    def test_is_kept_in_one_form(self, code):
        with pytest.raises(IntegrityError, match="in_capitals"), transaction.atomic():
            Postcode.objects.create(code=code, easting=1, northing=1)

    def test_reads_as_people_write_it(self):
        assert str(Postcode(code="CT203QA")) == "CT20 3QA"
        assert str(Postcode(code="M11AA")) == "M1 1AA"
