from django.utils.html import format_html

from nmiss.base.core.rows import NUMERIC, Shown, link, rows_as_html

ROWS = [{"name": "<Ash>", "count": 7}]
NAME = Shown("Name", lambda row: row["name"])


class TestRowsAsHtml:
    def test_lets_no_text_be_taken_for_html(self):
        assert rows_as_html(ROWS, [NAME]) == (
            '<tr class="govuk-table__row">'
            '<th scope="row" class="govuk-table__header">&lt;Ash&gt;</th></tr>'
        )

    def test_leaves_html_as_it_is(self):
        bold = Shown("Name", lambda row: format_html("<b>{}</b>", row["name"]))

        assert "<b>&lt;Ash&gt;</b>" in rows_as_html(ROWS, [bold])

    def test_says_the_heading_beside_each_cell_but_the_first(self):
        html = rows_as_html(ROWS, [NAME, Shown('"More" & all', lambda row: row["count"], NUMERIC)])

        assert (
            '<td class="govuk-table__cell govuk-table__cell--numeric" '
            'data-label="&quot;More&quot; &amp; all">7</td>'
        ) in html

    def test_of_nothing_is_nothing(self):
        assert rows_as_html([], [NAME]) == ""


def test_a_link_escapes_its_words():
    assert link("placements:school_detail", 900001, "A & B <school>") == (
        '<a class="govuk-link" href="/schools/900001/">A &amp; B &lt;school&gt;</a>'
    )
