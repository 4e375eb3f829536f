import pytest

from nmiss.demo.management.commands.bench import missed, report


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
    def test_says_what_was_missed(self):
        text = report(counties(page(to_sql=7.2), page()))

        assert "| Schools | 5 | 10.0 | 11.0 | 7.2 | 4.0 | 4.9 KB | 10.0 | 5.0 | 0.00 |" in text
        assert text.endswith("Missed: Schools, 7.2 ÷ SQL.\n")
