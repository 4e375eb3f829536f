"""A page as somebody finds their way on it: by role and name, and by the rows of its tables."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass
class Element:
    """An element: its words are those that are read out."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    @property
    def words(self) -> str:
        if self.tag in ("script", "style", "template"):
            return ""
        parts = [each if isinstance(each, str) else each.words for each in self.inside]
        return " ".join(" ".join(parts).split())

    def all(self, *tags: str, **attributes: str) -> list[Element]:
        """Those within that are of one of these tags, with these attributes, as they come."""
        found = []
        for each in self.inside:
            if isinstance(each, Element):
                has = all(each.attributes.get(key) == value for key, value in attributes.items())
                found += [each] * (has and (not tags or each.tag in tags))
                found += each.all(*tags, **attributes)
        return found

    def of_class(self, name: str) -> list[Element]:
        return [each for each in self.all() if name in each.attributes.get("class", "").split()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in [each.tag for each in self.open[1:]]:
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


class Page:
    """What stands in the main part of a page."""

    def __init__(self, html: str) -> None:
        reader = _Reader()
        reader.feed(html)
        self.whole = reader.open[0]
        self.main = next(iter(self.whole.all("main")), self.whole)

    @property
    def title(self) -> str:
        return self.whole.all("title")[0].words

    @property
    def heading(self) -> str:
        return self.main.all("h1")[0].words

    @property
    def headings(self) -> list[str]:
        return [each.words for each in self.main.all("h1", "h2", "h3")]

    @property
    def buttons(self) -> list[str]:
        """The names of what is pressed, links that are drawn as buttons included."""
        pressed = [*self.main.all("button"), *self.main.all("a", role="button")]
        return [each.words for each in pressed]

    @property
    def links(self) -> dict[str, str]:
        """Where each link leads, by its name."""
        return {each.words: each.attributes.get("href", "") for each in self.main.all("a")}

    @property
    def addresses(self) -> set[str]:
        return set(self.links.values())

    @property
    def forms(self) -> list[Element]:
        return self.main.all("form")

    @property
    def answer(self) -> str:
        """What the hub says to what was just done: the notification, or nothing."""
        return " ".join(each.words for each in self.main.of_class("govuk-notification-banner"))

    @property
    def wrong(self) -> dict[str, str]:
        """Why what was typed is not taken, by the name of the field."""
        summary = self.main.of_class("govuk-error-summary")
        links = [link for each in summary for link in each.all("a")]
        return {self._name_of(each.attributes["href"].lstrip("#")): each.words for each in links}

    def _name_of(self, field_id: str) -> str:
        """The legend of a group whose input it is, else the label."""
        for group in self.main.all("fieldset"):
            if group.all("legend") and group.all("input", id=field_id):
                return group.all("legend")[0].words
        for label in self.main.all("label"):
            if label.attributes.get("for") == field_id:
                return label.words
        return field_id

    @property
    def facts(self) -> dict[str, str]:
        """What is said of each name in lists of names: summaries and figures."""
        parts = self.main.all("dt", "dd")
        return {
            name.words: value.words
            for name, value in itertools.pairwise(parts)
            if (name.tag, value.tag) == ("dt", "dd")
        }

    def rows(self, number: int = 0) -> list[list[str]]:
        """The cells of a table, row by row, without its headings."""
        body = self.main.all("table")[number].all("tbody")[0]
        return [[cell.words for cell in row.all("th", "td")] for row in body.all("tr")]


# A sign of less-than that begins no tag is to be written as "&lt;": a browser guesses, and says no.
_RAW = re.compile(r"<(?![a-zA-Z/!])")


# What hidden fields send is drawn at random: any two letters stand in it, some day.
_HIDDEN = re.compile(r"<input[^>]*hidden[^>]*>")


def written(html: str) -> str:
    """All that a page says, in words and in addresses, to look for what it must not say."""
    return _HIDDEN.sub("", html)


def seen(response: object) -> Page:
    html = response.content.decode()
    raw = _RAW.search(html)
    assert raw is None, html[raw.start() - 60 : raw.end() + 60]
    return Page(html)


def as_read(response) -> str:
    """What the form of a decision sends back: which state its page has shown."""
    (hidden,) = seen(response).main.all("input", name="seen")
    return hidden.attributes["value"]
