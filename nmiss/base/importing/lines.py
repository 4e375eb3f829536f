"""The lines of a table, which a reader of CSV takes one by one and may go back over."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

END = "\0end"  # put under the last line: no cell can hold it, unless a quotation mark is open


class Lines:
    """Lines with their numbers. NULs are taken out, and END comes last.

    One quotation mark too many would swallow the rows after it: ``go_back`` hands out again
    all lines of the record but its first.
    """

    def __init__(self, file: Iterator[str]) -> None:
        self._file = enumerate(file, start=1)
        self._again: deque[tuple[int, str]] = deque()
        self._last = 0
        self.of_record: list[tuple[int, str]] = []
        self.with_nul: list[int] = []

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        if self._again:
            number, text = self._again.popleft()
        elif self._last < 0:
            raise StopIteration
        else:
            number, text = next(self._file, (self._last + 1, END))
            self._last = -1 if text is END else number
            if text is not END and "\0" in text:
                self.with_nul.append(number)
                text = text.replace("\0", "")
        self.of_record.append((number, text))
        return text

    @property
    def first_number(self) -> int:
        """The number of the record's first line."""
        return self.of_record[0][0] if self.of_record else max(self._last, 0) + 1

    def begin(self) -> None:
        """Say that what comes next is another record."""
        self.of_record, self.with_nul = [], []

    def go_back(self) -> str:
        """Have all but the record's first line read again; give that line."""
        self._again.extendleft(reversed(self.of_record[1:]))
        return self.of_record[0][1]
