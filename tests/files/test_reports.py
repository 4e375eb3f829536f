"""Reports at the command line: whoever brings one needs no line of the command."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from nmiss.base.files import reports
from nmiss.base.files.reports import CannotReport, Report


def _of_a_size(options):
    if options["size"] > 9:
        raise CannotReport("Give a size up to 9.")
    return f"size\n{options['size']}\n"


SIZES = Report(
    "sizes",
    "Sizes of something.",
    lambda parser: parser.add_argument("--size", type=int, required=True),
    _of_a_size,
)


@pytest.fixture(autouse=True)
def _sizes(monkeypatch):
    monkeypatch.setitem(reports.REPORTS, "sizes", SIZES)


def test_a_report_that_was_registered_is_printed_and_nothing_else():
    out, err = StringIO(), StringIO()

    call_command("report", "sizes", "--size=7", "--format=csv", stdout=out, stderr=err)

    assert out.getvalue() == "size\n7\n"
    assert err.getvalue() == ""


def test_what_cannot_be_reported_is_said_with_what_to_do():
    with pytest.raises(CommandError, match="Give a size up to 9"):
        call_command("report", "sizes", "--size=10")


def test_no_two_reports_have_one_name():
    with pytest.raises(ValueError, match="another report called sizes"):
        reports.register(Report("sizes", "", lambda parser: None, lambda options: ""))


@pytest.mark.parametrize("name", ["dps_status", "demand_profile"])
def test_those_of_the_decision_paper_are_there(name):
    assert name in reports.REPORTS
