"""PDF: one document from its first byte to its last, which starts nothing and carries nothing.

Readers find an object by a list at the end, by that of an older version, or, where a list is
broken, by looking for it. So every place that could be the beginning of an object is read as one,
listed or not, in the open or packed in a stream of objects; each once, and token by token.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import BinaryIO

from nmiss.base.files.refusals import Refused

# Names that run something, open something else or carry another file.
ACTIVE = re.compile(
    rb"/(JavaScript|JS|AA|Launch|EF|EmbeddedFiles?|FileAttachment|RichMedia|Rendition|Movie|Sound"
    rb"|SubmitForm|ImportData|GoToR|GoToE|XFA)(?![^\s\0/<>\[\](){}%])"
)
LOCKED = re.compile(rb"/Encrypt(?![^\s\0/<>\[\](){}%])")
SCRIPT = re.compile(rb"<script|<\?php|<html|javascript:|vbscript:", re.IGNORECASE)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# "endobj" is none; numbers before it are read where they are there.
OBJECT = re.compile(rb"(?<!end)obj|trailer")
NUMBER = re.compile(rb"(\d{1,10})[\s\0]+\d{1,5}[\s\0]*$")
TOKEN = re.compile(rb"[\[\](%]|<<|>>")
IN_TEXT = re.compile(rb"\\.|[()]", re.DOTALL)
LINE_END = re.compile(rb"[\r\n]")
SPACE = re.compile(rb"[\s\0]*")
WORD = re.compile(rb"[^\s\0\[\](%<>]{0,1000}")
STREAM = re.compile(rb"(?:[\s\0]|%[^\r\n]*[\r\n])*stream(?:\r\n|\n|\r)")
PACKS_OBJECTS = re.compile(rb"/(ObjStm|First)(?![^\s\0/<>\[\](){}%])")
FIRST = re.compile(rb"/First[\s\0]+(\d{1,9})")
FILTER = re.compile(rb"/Filter[\s\0]*(\[[^\]]*\]|/[^\s\0/<>\[\](){}%]+|)")
NAME = re.compile(rb"/([^\s\0/<>\[\](){}%]+)")
OPENS = re.compile(rb"/OpenAction[\s\0]*(?:(\d{1,10})[\s\0]+\d{1,5}[\s\0]+R|(<<)|(\[|null))?")
GOES_TO_A_PAGE = re.compile(rb"/S[\s\0]*/GoTo(?![^\s\0/<>\[\](){}%])")
DOES_MORE = re.compile(rb"/(URI|Next|F)(?![^\s\0/<>\[\](){}%])")

MOST_UNPACKED = 30 << 20
MOST_OBJECTS = 200_000
MOST_TOKENS = 5_000_000
MOST_ESCAPES = 200_000
DEEPEST = 100
MOST_READINGS = 4  # of a byte: what looks like an object within another is read again

BROKEN = "This PDF is broken or has something behind it: print it to a new PDF"
TOO_MUCH = "This PDF is too large or too complicated inside: print it to a new PDF"
RUNS = "This PDF runs a script, opens an address or carries another file: print it to a new PDF"


def check(file: BinaryIO) -> None:
    """A PDF begins and ends as one, and no name in it starts or carries anything."""
    data = file.read()
    body, mark, behind = data.rpartition(b"%%EOF")
    if not data.startswith(b"%PDF-") or not mark or behind.strip(b"\r\n \0"):
        raise Refused(BROKEN)
    if SCRIPT.search(data):
        raise Refused("There is a web page or a script hidden in this PDF: print it to a new PDF")
    _Document(body).check()


@dataclass
class _Document:
    data: bytes
    objects: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    openings: list[bytes] = field(default_factory=list)
    found: int = 0
    read: int = 0
    tokens: int = 0
    escapes: int = 0
    unpacked: int = 0

    def check(self) -> None:
        for match in OBJECT.finditer(self.data):
            self.found += 1
            if self.found > MOST_OBJECTS:
                raise Refused(TOO_MUCH)
            end = self._end_of_value(self.data, match.end())
            self.read += end - match.end()
            if self.read > MOST_READINGS * len(self.data):
                raise Refused(TOO_MUCH)
            text = self._plain(self.data[match.end() : end])
            self._check_names(text)
            number = NUMBER.search(self.data[max(0, match.start() - 100) : match.start()])
            if number:
                self.objects[int(number[1])].append(text)
            if PACKS_OBJECTS.search(text):
                self._unpack(text, end)
        for text in self.openings:
            self._check_opening(text)

    def _end_of_value(self, data: bytes, begin: int) -> int:
        """Where the object that begins here is complete: where all that it opens is closed."""
        depth, place = 0, begin
        while True:
            if not depth:
                place = SPACE.match(data, place).end()
                if word := WORD.match(data, place)[0]:
                    return place + len(word)
                if data[place : place + 2][:1] == b"<" != data[place + 1 : place + 2]:
                    return data.find(b">", place) + 1 or len(data)
            token = TOKEN.search(data, place)
            if not token:
                return len(data)
            place, depth = self._behind(data, token, depth)
            if depth <= 0 and token[0] != b"%":
                return place

    def _behind(self, data: bytes, token: re.Match[bytes], depth: int) -> tuple[int, int]:
        """The place behind a token, and how deep that is."""
        self._count()
        if token[0] == b"(":
            return self._end_of_text(data, token.end()), depth
        if token[0] == b"%":
            line = LINE_END.search(data, token.end())
            return (line.end() if line else len(data)), depth
        depth += 1 if token[0] in (b"<<", b"[") else -1
        if depth > DEEPEST:
            raise Refused(TOO_MUCH)
        return token.end(), depth

    def _end_of_text(self, data: bytes, place: int) -> int:
        depth = 1
        while depth and (token := IN_TEXT.search(data, place)):
            self._count()
            depth += {b"(": 1, b")": -1}.get(token[0], 0)
            place = token.end()
        return len(data) if depth else place

    def _count(self) -> None:
        self.tokens += 1
        if self.tokens > MOST_TOKENS:
            raise Refused(TOO_MUCH)

    def _plain(self, text: bytes) -> bytes:
        """With the letters that stand as numbers put back: /J#61vaScript."""
        if b"#" not in text:
            return text
        plain, count = ESCAPED.subn(lambda code: bytes([int(code[1], 16)]), text)
        self.escapes += count
        if self.escapes > MOST_ESCAPES:
            raise Refused(TOO_MUCH)
        return plain

    def _check_names(self, text: bytes) -> None:
        if LOCKED.search(text):
            raise Refused("This PDF is locked with a password: save it without one")
        if ACTIVE.search(text):
            raise Refused(RUNS)
        if OPENS.search(text):
            self.openings.append(text)

    def _unpack(self, text: bytes, end: int) -> None:
        """Read the objects that a stream packs: names may hide in them."""
        stream = STREAM.match(self.data, end)
        if not stream:
            return  # an outline has a first entry, too
        how = FILTER.search(text)
        names = NAME.findall(how[1]) if how else []
        if (how and not names) or len(names) > 1 or not {b"FlateDecode", b"Fl"}.issuperset(names):
            raise Refused(BROKEN)
        if b"/DecodeParms" in text:
            raise Refused(BROKEN)
        close = self.data.find(b"endstream", stream.end())
        packed = self.data[stream.end() : close if close >= 0 else len(self.data)]
        # Some readers unpack what looks packed, whatever is said of it.
        part = self._inflate(packed) if names or packed.startswith(b"x") else packed
        self.unpacked += len(part)
        if self.unpacked > MOST_UNPACKED:
            raise Refused(TOO_MUCH)
        self._check_names(self._plain(part))
        self._note_objects(part, FIRST.search(text))

    def _inflate(self, packed: bytes) -> bytes:
        try:
            return zlib.decompressobj().decompress(
                packed, max_length=MOST_UNPACKED - self.unpacked + 1
            )
        except zlib.error as error:
            raise Refused(BROKEN) from error

    def _note_objects(self, part: bytes, first: re.Match[bytes] | None) -> None:
        """Which objects are packed here: their numbers stand first, each with its place."""
        begin = int(first[1]) if first else 0
        said = part[:begin].split()[: 2 * MOST_OBJECTS]
        if not all(word.isdigit() and len(word) < 11 for word in said):
            raise Refused(BROKEN)
        places = sorted({begin + int(place) for place in said[1::2]} | {len(part)})
        behind = dict(pairwise(places))
        for number, place in zip(said[::2], said[1::2], strict=False):
            at = begin + int(place)
            self.objects[int(number)].append(self._plain(part[at : behind.get(at, at)]))

    def _check_opening(self, text: bytes) -> None:
        """What happens as the document opens: it may go to one of its pages, and no more."""
        for opening in OPENS.finditer(text):
            if opening[3]:
                continue
            if not opening[1] and not opening[2]:
                raise Refused(RUNS)
            actions = self.objects.get(int(opening[1] or 0), [])
            if opening[2]:
                begin = opening.start(2)
                actions = [text[begin : self._end_of_value(text, begin)]]
            if not all(map(_goes_to_a_page, actions)):
                raise Refused(RUNS)


def _goes_to_a_page(action: bytes) -> bool:
    if action.lstrip(b" \t\r\n\0").startswith(b"["):
        return True
    return bool(GOES_TO_A_PAGE.search(action)) and not DOES_MORE.search(action)
