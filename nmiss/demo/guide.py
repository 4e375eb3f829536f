"""The guide through the demo: docs/tour.md, as a page of the hub has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from markdown_it.token import Token

GUIDE = settings.BASE_DIR / "docs" / "tour.md"
# Before the first is how to start the demo, after the last are ways to other documents.
FIRST, LAST = "\n## ", "\n---\n"
PICTURES = "../static/"
CLASSES = {
    "h2": "govuk-heading-m",
    "p": "govuk-body",
    "ol": "govuk-list govuk-list--number govuk-list--spaced",
    "img": "nmiss-tour",
}
# Known before a picture is there: nothing moves when it comes.
SIZE = {"width": "960", "height": "600", "loading": "lazy"}


def as_html() -> SafeString:
    """The steps, as GOV.UK styles them."""
    from markdown_it import MarkdownIt  # nobody but a guest of the demo needs it

    text = GUIDE.read_text()
    reader = MarkdownIt("commonmark", {"html": False})
    tokens = reader.parse(text[text.index(FIRST) : text.index(LAST)])
    for token in tokens:
        for each in (token, *(token.children or ())):
            _dress(each)
    return mark_safe(reader.renderer.render(tokens, reader.options, {}))


def _dress(token: Token) -> None:
    if token.nesting >= 0 and token.tag in CLASSES:
        token.attrSet("class", CLASSES[token.tag])
    if token.type == "image":
        address = str(token.attrGet("src")).removeprefix(PICTURES)
        for name, value in {"src": static(address), **SIZE}.items():
            token.attrSet(name, value)
