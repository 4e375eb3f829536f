"""A part of an office file, read once from its beginning to its end, with nothing kept of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import sax

from nmiss.base.files.formulas import field_reaches_out, reaches_out
from nmiss.base.files.refusals import Refused

MOST_ELEMENTS = 500_000  # in all parts of a file
DEEPEST = 100
LONGEST_FORMULA = 10_000  # characters; Excel takes 8,192
LONGEST_FIELD = 500_000  # programs that cite keep the source itself in one

ACTIVE = "This file holds macros or other parts that run or fetch something: save it without them"
LINKED = "This file is linked to others outside it: save it without the links"
TOO_MUCH = "This file is too large or too complicated inside: save a smaller one"

FORMULAS = frozenset(
    {"f", "formula", "formula1", "formula2", "definedname", "oldformula"}
    | {"calculatedcolumnformula", "totalsrowformula"}
)
FORMULA_ATTRIBUTES = frozenset(
    {"formula", "textlink", "fmlalink", "fmlarange", "fmlagroup", "fmlatxbx"}
)
FIELDS = frozenset({"instrtext", "delinstrtext"})
# Elements that run, fetch or carry something, whichever part they stand in.
REFUSED = frozenset(
    {"script", "foreignobject", "iframe", "handler", "oleobject", "oleobjects", "ocx"}
    | {"control", "controls", "activex", "ddelink", "olelink", "oleitem", "ddeitem"}
    | {"externalbook", "externalreference", "connection", "dbpr", "webpr", "olappr", "textpr"}
    | {"datamashup", "querytable", "webextension", "webpublishitem", "altchunk", "subdoc"}
    | {"mailmerge", "datasource", "connectstring", "frameset", "attachedtemplate", "macrosheet"}
)
MACROS = re.compile(r"macroEnabled|vbaProject|activeX|oleObject|externalLink", re.IGNORECASE)
SCRIPT = re.compile(r"(?:java|vb|live)script:|data:text/html|ppaction://(?:program|macro)")
IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20]+")
HARMLESS_LINK = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
ABSOLUTE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)")
FETCHES = re.compile(r"@import|expression\(|url\((?![\"']?(?:#|data:image/))", re.IGNORECASE)


class Reader:
    """Reads the parts of one file; what they hold counts together."""

    def __init__(self) -> None:
        self.elements = 0

    def read(self, content: bytes) -> None:
        """Raise Refused, SAXException or one of defusedxml's where a part may not come in."""
        sax.parseString(content, _Part(self), forbid_dtd=True)

    def count(self) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise Refused(TOO_MUCH)


class _Part(ContentHandler):
    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.depth = 0
        self.is_drawing = False
        # What is being gathered, from the outermost: the element's depth and its text.
        self.gathering: list[tuple[int, str, io.StringIO]] = []
        self.fields: list[io.StringIO] = []

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802
        if target.lower() == "xml-stylesheet":
            raise Refused(LINKED)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self.reader.count()
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused(TOO_MUCH)
        local = _local(name)
        if self.depth == 1:
            self.is_drawing = local == "svg"
        if local in REFUSED:
            raise Refused(ACTIVE)
        given = dict(attrs.items())
        self._check_attributes(local, given)
        if local == "fldchar":
            self._field_goes_on(next(_of(given, "fldchartype"), "").lower())
        if local in FORMULAS or local in FIELDS or local == "style":
            self.gathering.append((self.depth, local, io.StringIO()))

    def characters(self, content: str) -> None:
        for _, local, text in self.gathering[-1:]:
            longest = LONGEST_FORMULA if local in FORMULAS else LONGEST_FIELD
            if text.tell() + len(content) > longest:
                raise Refused(TOO_MUCH)
            text.write(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        if self.gathering and self.gathering[-1][0] == self.depth:
            _, local, text = self.gathering.pop()
            self._check_text(local, text.getvalue())
        self.depth -= 1

    def endDocument(self) -> None:  # noqa: N802
        while self.fields:
            self._field_goes_on("end")

    # Fields of Word lie in pieces, one in each run of letters, and may lie in one another.

    def _field_goes_on(self, how: str) -> None:
        if how == "begin":
            self.fields.append(io.StringIO())
        elif self.fields and how in {"separate", "end"}:
            if field_reaches_out(self.fields[-1].getvalue()):
                raise Refused(ACTIVE)
            self.fields[-1] = io.StringIO()
            if how == "end":
                self.fields.pop()

    def _check_text(self, local: str, text: str) -> None:
        if local in FIELDS:
            if self.fields:
                self.fields[-1].write(text)
                if self.fields[-1].tell() > LONGEST_FIELD:
                    raise Refused(TOO_MUCH)
            is_active = field_reaches_out(text)
        elif local == "style":
            is_active = self.is_drawing and bool(FETCHES.search(text))
        else:
            is_active = reaches_out(text)
        if is_active:
            raise Refused(ACTIVE)

    def _check_attributes(self, local: str, given: Mapping[str, str]) -> None:
        if local == "relationship":
            _check_link({_local(name): value for name, value in given.items()})
        for name, value in given.items():
            if name.startswith("xmlns"):
                continue
            self._check_attribute(local, _local(name), value)

    def _check_attribute(self, local: str, name: str, value: str) -> None:
        if SCRIPT.match(IGNORED_IN_ADDRESSES.sub("", value[:100]).lower()):
            raise Refused(ACTIVE)
        if name in FORMULA_ATTRIBUTES and reaches_out(value[:LONGEST_FORMULA]):
            raise Refused(ACTIVE)
        if name == "instr" and field_reaches_out(value):
            raise Refused(ACTIVE)
        if name in {"macro", "fmlamacro"} and value.strip():
            raise Refused(ACTIVE)
        if name in {"xlm", "vbprocedure"} and value.strip().lower() not in {"", "0", "false"}:
            raise Refused(ACTIVE)
        if name == "contenttype" and MACROS.search(value):
            raise Refused(ACTIVE)
        if self.is_drawing:
            self._check_in_drawing(local, name, value)

    def _check_in_drawing(self, local: str, name: str, value: str) -> None:
        """An SVG picture: nothing that runs, and nothing from elsewhere."""
        if name.startswith("on") or (local == "set" and name == "to" and ":" in value):
            raise Refused(ACTIVE)
        if name in {"href", "src"} and not value.lstrip().startswith(("#", "data:image/")):
            raise Refused(LINKED)
        if name != "d" and FETCHES.search(value):
            raise Refused(LINKED)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _of(given: Mapping[str, str], wanted: str) -> Iterator[str]:
    return (value for name, value in given.items() if _local(name) == wanted)


def _check_link(link: Mapping[str, str]) -> None:
    kind, target = link.get("type", ""), link.get("target", "")
    if MACROS.search(kind):
        raise Refused(ACTIVE)
    if link.get("targetmode", "").strip().lower() in {"", "internal"}:
        if ABSOLUTE.match(target):
            raise Refused(LINKED)
    elif not kind.endswith("/hyperlink") or not HARMLESS_LINK.match(target):
        raise Refused(LINKED)
