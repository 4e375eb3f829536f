import gzip

import pytest

from nmiss.demo.management.commands.bench import missed, report
from nmiss.demo.measures import first_load


def page(name="Schools", **figures):
    usual = {"queries": 5, "p50": 10.0, "p95": 11.0, "to_sql": 5.0, "to_empty": 4.0}
    return {"page": name, "role": "officer", "compressed": 5000} | usual | figures


def counties(small, large):
    county = {"children": 1, "loaded": 1}
    return {1: county | {"pages": [small]}, 100: county | {"pages": [large]}}


class TestMissed:
    @pytest.mark.parametrize(
        ("small", "large", "said"),
        [
            ({}, {}, []),
            ({"to_sql": 6.1}, {}, ["Schools, 6.1 ÷ SQL"]),
            ({}, {"to_sql": 6.1}, ["Schools, 6.1 ÷ SQL ×100"]),
            ({}, {"p50": 16.0}, []),
            ({}, {"p50": 20.0}, ["Schools, exponent 0.15"]),
            ({"compressed": 50_000}, {}, ["Schools, 48.8 KB"]),
        ],
    )
    def test_names_what_a_page_misses(self, small, large, said):
        assert missed(counties(page(**small), page(**large))) == said

    def test_lets_reports_grow_to_their_aim(self):
        small, large = page("DPS status", to_sql=9.0), page("DPS status", p50=299.0)

        assert missed(counties(small, large)) == []
        assert missed(counties(small, large | {"p50": 301.0})) == ["DPS status, 301.0 ms"]


class TestReport:
    def test_says_what_was_missed_and_all_figures_of_each_size(self):
        text = report(counties(page(to_sql=7.2), page(p50=20.0)))

        assert "Missed: Schools, 7.2 ÷ SQL; Schools, exponent 0.15.\n" in text
        assert "| Schools | 5 | 10.0 | 11.0 | 7.2 | 4.0 | 4.9 KB |\n" in text
        assert "| Schools | 5 | 20.0 | 11.0 | 5.0 | 4.0 | 4.9 KB | 0.15 |\n" in text


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
