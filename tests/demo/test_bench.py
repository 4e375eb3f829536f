import gzip

import pytest

from nmiss.demo.management.commands.bench import missed, report
from nmiss.demo.measures import first_load, longest_table


def page(name="Schools", **figures):
    usual = {"queries": 5, "p50": 10.0, "p95": 11.0, "cpu": 10.0, "to_sql": 5.0, "to_empty": 4.0}
    loads = {"rows": 50, "compressed": 2000, "first_load": 5000}
    return {"page": name, "role": "officer"} | usual | loads | figures


def counties(small, large, **csv):
    csv = {"rows": 9, "list": 100, "copy": 30} | csv
    county = {"children": 1, "others": {"open cases": 1234}, "loaded": 1, "csv": csv}
    return {1: county | {"pages": [small]}, 100: county | {"pages": [large]}}


class TestMissed:
    @pytest.mark.parametrize(
        ("large", "said"),
        [
            ({}, []),
            ({"p50": 900.0, "cpu": 15.8}, []),
            ({"cpu": 101.0}, ["Schools, 101.0 ms", "Schools, exponent 0.50"]),
            ({"cpu": 20.0}, ["Schools, exponent 0.15"]),
            ({"first_load": 62_000}, ["Schools, 60.5 KB"]),
            ({"rows": 100}, []),
            ({"rows": 101}, ["Schools, 101 rows"]),
            ({"queries": 16}, []),
        ],
    )
    def test_names_what_a_page_misses(self, large, said):
        assert missed(counties(page(), page(**large))) == said

    def test_lets_reports_grow_to_their_aim(self):
        name = {"name": "Ratings"}

        assert missed(counties(page(**name), page(cpu=200.0, **name))) == []
        assert missed(counties(page(**name), page(cpu=201.0, **name))) == ["Ratings, 201.0 ms"]

    def test_holds_matching_to_the_clock_at_each_size(self):
        name = {"name": "Schools for a case"}

        assert missed(counties(page(p50=100.0, **name), page(p50=200.0, **name))) == []
        assert missed(counties(page(p50=100.1, **name), page(p50=200.1, **name))) == [
            "Schools for a case, p50 100.1 ms at scale 1",
            "Schools for a case, p50 200.1 ms at scale 100",
        ]

    def test_asks_more_of_the_home(self):
        name = {"name": "Home of an officer"}

        said = missed(counties(page(**name), page(cpu=51.0, queries=16, **name)))

        assert said == [
            *("Home of an officer, 51.0 ms", "Home of an officer, 16 queries"),
            "Home of an officer, exponent 0.35",
        ]

    def test_names_a_list_that_is_slow_as_csv(self):
        assert missed(counties(page(), page(), copy=29)) == ["CSV, 29 % of the speed of COPY"]

    def test_lets_a_page_be_in_the_largest_county_alone(self):
        assert missed(counties(page(), page("The third evaluator", cpu=99.0))) == []


class TestReport:
    def test_says_what_was_missed_and_all_figures_of_each_size(self):
        text = report(counties(page(), page(cpu=20.0, rows=101)))

        assert "Missed: Schools, 101 rows; Schools, exponent 0.15.\n" in text
        assert "1 children on record, 1,234 open cases; loaded in 1 s. 9 children as CSV" in text
        assert "| Schools | 5 | 10.0 | 11.0 | 10.0 | 5.0 | 4.0 | 50 | 4.9 KB |\n" in text
        assert "| Schools | 5 | 10.0 | 11.0 | 20.0 | 5.0 | 4.0 | 101 | 4.9 KB | 0.15 |\n" in text


class TestFirstLoad:
    def test_counts_what_a_page_names(self, tmp_path, settings):
        (tmp_path / "a.css").write_text("a" * 9)
        (tmp_path / "b.js").write_text("b" * 9)
        settings.STATICFILES_DIRS = [tmp_path]
        bare = '<link rel="canonical" href="/static/no.css">'
        page = f'{bare}<link rel="stylesheet" href="/static/a.css"><script src="/static/b.js">'

        parts = [page.encode(), b"a" * 9, b"b" * 9]

        assert first_load(page) == sum(len(gzip.compress(part)) for part in parts)
        assert first_load(bare) == len(gzip.compress(bare.encode()))

    def test_does_not_pass_over_what_is_not_there(self):
        with pytest.raises(RuntimeError, match=r"gone\.css is named"):
            first_load('<link rel="stylesheet" href="/static/gone.css">')


def test_counts_the_rows_of_all_bodies_of_a_table_and_none_of_its_head():
    row = "<tr><td></td></tr>"
    long = f"<table><thead>{row}</thead><tbody>{row}{row}</tbody><tbody>{row}</tbody></table>"

    assert longest_table(f"<table>{row}</table>{long}") == 3
    assert longest_table("<p></p>") == 0
