import datetime
import pathlib
import re
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import TextChoices
from django.template import Context, Template
from django.test import RequestFactory

from nmiss.base.core import statuses
from nmiss.base.core.forms import GovukFilters, GovukForm
from nmiss.base.core.pages import Page
from nmiss.base.core.statuses import colour_of
from nmiss.base.core.templatetags import components
from nmiss.base.files.models import StoredFile

LONDON = ZoneInfo("Europe/London")


def html(source, **context):
    return Template(source).render(Context(context))


class TestKeptFile:
    @pytest.mark.parametrize(
        ("file", "said"),
        [
            (StoredFile(state="clean"), 'href="/a/"'),
            (StoredFile(state="waiting"), "Being checked"),
            (StoredFile(state="infected"), "harmful in this file. No one can open this file"),
            (
                StoredFile(state="refused", refusal="It holds macros"),
                "It holds macros. No one can open this file",
            ),
            (
                StoredFile(state="clean", forgotten_at=datetime.datetime.now(LONDON)),
                "No longer kept",
            ),
        ],
    )
    def test_is_a_link_or_says_why_not(self, file, said):
        text = html('{% kept_file file "Policy" "/a/" %}', file=file)

        assert said in text
        assert "Policy" in text
        assert ("href" in text) == file.may_be_opened


class TestDay:
    def test_is_written_out(self):
        assert components.day(datetime.date(2026, 1, 2)) == "2 January 2026"

    def test_of_an_instant_is_the_day_in_london(self):
        late = datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC)

        assert components.day(late) == "1 July 2026"


class TestInstant:
    @pytest.mark.parametrize(
        ("hour", "minute", "words"),
        [
            (15, 4, "12 January 2026, 3:04pm"),
            (12, 0, "12 January 2026, 12 noon"),
            (12, 1, "12 January 2026, 12:01pm"),
            (0, 0, "12 January 2026, midnight"),
            (0, 5, "12 January 2026, 12:05am"),
            (9, 30, "12 January 2026, 9:30am"),
        ],
    )
    def test_is_written_as_people_say_it(self, hour, minute, words):
        moment = datetime.datetime(2026, 1, 12, hour, minute, tzinfo=LONDON)

        assert components.instant(moment) == words

    def test_is_in_london_time(self):
        summer = datetime.datetime(2026, 7, 1, 14, 4, tzinfo=datetime.UTC)

        assert components.instant(summer) == "1 July 2026, 3:04pm"


class TestMoney:
    @pytest.mark.parametrize(
        ("amount", "words"),
        [
            ("41930", "£41,930"),
            ("41930.00", "£41,930"),
            ("41930.5", "£41,930.50"),
            ("0.005", "£0.01"),
            ("-12", "−£12"),
        ],
    )
    def test_shows_pence_only_where_there_are_some(self, amount, words):
        assert components.money(Decimal(amount)) == words

    def test_is_rounded_half_up_in_whole_pounds(self):
        assert components.pounds(Decimal("41930.50")) == "£41,931"
        assert components.pounds(Decimal("41932.50")) == "£41,933"

    def test_is_rounded_half_up_in_the_papers_units(self):
        assert components.millions(Decimal("46755000")) == "£46.76M"
        assert components.thousands(Decimal("40345")) == "£40.35K"
        assert components.thousands(Decimal("40335")) == "£40.34K"

    def test_is_nothing_where_there_is_none(self):
        assert components.money(None) == components.millions(None) == ""


class TestPercent:
    @pytest.mark.parametrize(("share", "words"), [("56.5", "57%"), ("57.49", "57%"), ("0", "0%")])
    def test_has_no_decimals(self, share, words):
        assert components.percent(Decimal(share)) == words


class TestWhole:
    def test_sets_thousands_apart(self):
        assert components.whole(1297) == "1,297"


class TestStatusTag:
    def test_has_the_word_and_its_colour(self):
        tag = html('{% status_tag "closed" %}')

        assert "govuk-tag--grey" in tag
        assert "Closed" in tag

    def test_does_not_guess_a_colour(self):
        with pytest.raises(KeyError):
            html('{% status_tag "unheard of" %}')

    def test_has_a_colour_for_a_lot_of_any_number(self):
        colours = [html(f'{{% status_tag "Lot {n}" %}}').split('"')[1] for n in (1, 2, 3, 40)]

        assert colours[0] == "govuk-tag govuk-tag--turquoise"
        assert len(set(colours[:3])) == 3
        with pytest.raises(KeyError):
            html('{% status_tag "Lot A" %}')

    def test_every_word_that_a_page_says_has_one(self):
        said = {
            words
            for path in (pathlib.Path(__file__).parents[2] / "templates").rglob("*.html")
            for words in re.findall(r'status_tag "([^"]+)"', path.read_text())
        }
        assert len(said) > 15

        assert [words for words in sorted(said) if not colour_of(words)] == []


class TestColours:
    def test_a_word_has_one_colour(self, monkeypatch):
        monkeypatch.setattr(statuses, "_colours", {"open": "green"})
        statuses.colours({"Open": "green"})

        with pytest.raises(ValueError, match="“Open” is green already, not red"):
            statuses.colours({"Open": "red"})

    def test_an_enumeration_leaves_none_out(self, monkeypatch):
        monkeypatch.setattr(statuses, "_colours", {})

        class Light(TextChoices):
            RED_LIGHT = "red_light", "Stop"
            GREEN = "green", "Go"

        with pytest.raises(ValueError, match="Each value of Light has one colour"):
            statuses.coloured(green="green")(Light)
        statuses.coloured(green="green", red_light="red")(Light)
        assert [colour_of(each) for each in ("red_light", "Stop", "go")] == ["red", "red", "green"]


class TestFigure:
    def test_sets_thousands_apart_and_links(self):
        figure = html('{% figure 1297 "Children" address="/children/" %}')

        assert "1,297" in figure
        assert 'href="/children/"' in figure


class TestSummaryRow:
    def test_shows_a_key_and_its_value(self):
        row = html('{% summary_row "Email" %}<b>a@b</b>{% endsummary_row %}')

        assert "Email" in row
        assert "<b>a@b</b>" in row
        assert "actions" not in row.replace("no-actions", "")

    def test_says_to_a_screen_reader_what_it_changes(self):
        row = html('{% summary_row "Email" address="/change/" %}x{% endsummary_row %}')

        assert 'Change<span class="govuk-visually-hidden"> Email</span>' in row


class TestScrolling:
    def test_is_a_region_that_the_keyboard_reaches(self):
        region = html('{% scrolling "people" %}<table></table>{% endscrolling %}')

        assert 'role="region" tabindex="0" aria-labelledby="people"' in region


class TestNothing:
    def test_says_why(self):
        assert "Nobody yet." in html("{% nothing %}Nobody yet.{% endnothing %}")


class TestBackLink:
    def test_leads_up(self):
        assert 'href="/people/">People</a>' in html('{% back_link "/people/" "People" %}')


class TestPagination:
    def test_leads_both_ways(self):
        page = Page(rows=[], previous="go=before", next="go=after")

        links = html("{% pagination page %}", page=page)

        assert 'href="?go=before"' in links
        assert 'href="?go=after"' in links

    def test_is_absent_where_there_is_one_page(self):
        page = Page(rows=[], previous="", next="")

        assert html("{% pagination page %}", page=page).strip() == ""


class Colours(GovukFilters):
    colour = forms.ChoiceField(label="Colour", choices=[("r", "Red")], required=False)
    size = forms.CharField(label="Size", required=False)


class TestChosenFilters:
    def test_takes_one_away_and_keeps_the_others(self):
        request = RequestFactory().get("/", {"colour": "r", "size": "9", "key": "a", "row": "1"})

        tags = html("{% chosen_filters form %}", form=Colours(request.GET), request=request)

        assert "Colour: Red" in tags
        assert 'href="?size=9"' in tags
        assert 'href="?colour=r"' in tags

    def test_says_nothing_where_nothing_is_chosen(self):
        request = RequestFactory().get("/")

        assert html("{% chosen_filters form %}", form=Colours({}), request=request).strip() == ""


class Ask(GovukForm):
    button = "Send"

    reason = forms.CharField(error_messages={"required": "Enter a reason"})


def _with_words(form, words):
    form.fields["some"].error_messages["required"] = words
    return form


class TestErrorSummary:
    def test_links_each_error_to_its_field(self):
        assert '<a href="#id_reason">Enter a reason</a>' in html(
            "{% error_summary form %}", form=Ask({})
        )

    def test_leads_to_the_first_of_radios_and_boxes(self):
        class Choose(GovukForm):
            one = forms.ChoiceField(choices=["ab", "cd"], widget=forms.RadioSelect)
            some = forms.MultipleChoiceField(
                choices=["ab", "cd"], widget=forms.CheckboxSelectMultiple
            )

            def clean(self):
                raise forms.ValidationError("Not together")

        visit = RequestFactory().get("/")
        visit.user, visit.session = AnonymousUser(), SessionStore()
        source = "{% error_summary form %}{% crispy form %}"
        page = html(source, form=Choose({}), request=visit)

        assert page.count('href="#id_one_1"') == 2
        assert page.count('href="#id_some_1"') == 1
        assert page.count(' id="id_one_1"') == page.count(' id="id_some_1"') == 1

    def test_leads_nowhere_where_there_is_nothing_to_choose_from(self):
        class Choose(GovukForm):
            some = forms.MultipleChoiceField(choices=[], widget=forms.CheckboxSelectMultiple)

        assert "<li>Select one</li>" in html(
            "{% error_summary form %}",
            form=_with_words(Choose({}), "Select one"),
        )

    def test_says_an_error_of_a_form_without_fields(self):
        class Bare(GovukForm):
            def clean(self):
                raise forms.ValidationError("Not today")

        assert "<li>Not today</li>" in html("{% error_summary form %}", form=Bare({}))


class TestGovukForm:
    @pytest.mark.parametrize("data", [None, {}])
    def test_counts_what_is_left_of_a_box_with_a_limit(self, data):
        class Tell(GovukForm):
            story = forms.CharField(max_length=300, widget=forms.Textarea(attrs={"rows": 4}))

        visit = RequestFactory().get("/")
        visit.user, visit.session = AnonymousUser(), SessionStore()
        page = html("{% crispy form %}", form=Tell(data), request=visit)

        assert 'data-maxlength="300"' in page
        assert "You can enter up to 300 characters" in page
        assert ' id="id_story-info"' in page

    def test_has_one_button_and_leaves_checking_to_us(self):
        visit = RequestFactory().get("/")
        visit.user, visit.session = AnonymousUser(), SessionStore()
        page = html("{% crispy form %}", form=Ask(), request=visit)

        assert page.count("<button") == 1
        assert "Send</button>" in page
        assert "novalidate" in page


@pytest.mark.parametrize(
    ("asked", "taken"),
    [("sort=-name&need=ASD", ["sort=-name", "need=ASD"]), ("sort=evil&need=ASD", ["need=ASD"])],
)
def test_a_download_goes_by_an_order_of_its_own_list(asked, taken):
    """The other list of a page may go by another."""
    request = RequestFactory().get(f"/?{asked}")

    link = html('{% load components %}{% downloads "schools" %}', request=request)

    query = link.partition("?")[2].partition('"')[0]
    assert sorted(query.split("&amp;")) == sorted(taken)
