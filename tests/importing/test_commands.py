from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from placements.models import Placement
from tests.county import PLACEMENT, SCHOOL, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    """Run a command; give its exit code and what it wrote to each of its outputs."""

    def run_it(*words):
        out, err = StringIO(), StringIO()
        try:
            call_command(*map(str, words), stdout=out, stderr=err)
            code = 0
        except SystemExit as left:
            code = left.code
        return code, out.getvalue(), err.getvalue()

    return run_it


@pytest.fixture
def placements(take_schools, tmp_path):
    take_schools()

    def write(*rows):
        return table(tmp_path / "file.csv", *(PLACEMENT | row for row in rows))

    return write


class TestImportCommand:
    def test_puts_the_result_on_standard_output(self, run, placements):
        code, out, err = run("import_placements", placements({}))

        assert code == 0
        assert out == "placements: 1 new, 0 changed, 0 unchanged, 0 skipped, 0 warnings\n"
        assert err == "1 placements checked\n"

    def test_lists_what_changed(self, run, placements):
        run("import_placements", placements({}))

        _, out, _ = run("import_placements", placements({"annual_fee": "40000"}))

        assert out.splitlines() == [
            "changed PLC-1: annual_fee from £36,500 to £40,000",
            "placements: 0 new, 1 changed, 0 unchanged, 0 skipped, 0 warnings",
        ]

    def test_warns_on_standard_error(self, run, placements):
        code, out, err = run("import_placements", placements({"route": "call_off"}))

        assert code == 0
        assert "1 warnings" in out
        assert 'warning: line 2, starts_on, "2023-09-04"' in err

    def test_puts_faults_on_standard_error_and_fails(self, run, placements):
        code, out, err = run("import_placements", placements({"annual_fee": "-1"}))

        assert (code, out) == (1, "")
        assert err.splitlines() == [
            'file.csv: line 2, annual_fee, "-1": a fee cannot be negative: enter pounds from 0 up',
            "file.csv: 1 fault. Nothing was written.",
        ]
        assert not Placement.objects.exists()

    def test_says_that_a_dry_run_wrote_nothing(self, run, placements):
        code, out, _ = run("import_placements", placements({}), "--dry-run")

        assert code == 0
        assert out.splitlines()[-1] == "Dry run: nothing was written."
        assert not Placement.objects.exists()

    def test_says_that_there_is_no_such_file(self, run):
        with pytest.raises(CommandError, match="There is no file"):
            run("import_placements", "nowhere.csv")

    def test_tells_how_far_it_is_in_a_long_file(self, run, tmp_path):
        skipped = {"TypeOfEstablishment (code)": "1"}
        rows = [SCHOOL | skipped | {"URN": str(100000 + number)} for number in range(10_001)]
        rows.append(SCHOOL)

        _, out, err = run("import_schools", table(tmp_path / "long.csv", *rows, encoding="cp1252"))

        assert err == "10,000 rows read\n"
        assert "10001 skipped" in out
