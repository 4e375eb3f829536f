"""Formulae: arithmetic over named inputs, read by Python's parser and checked by an allow-list.

Names, decimal numbers, + − × ÷ (or * /), brackets, ``min`` and ``max``: nothing else, and nothing
is ever run as Python. A formula is worked out in exact fractions.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

LONGEST = 500
MOST_DIGITS, MOST_PLACES = 12, 8  # of a number in a formula: as a figure has them
MOST = 10**15  # a value beyond it says nothing, and no page could show it
DEEPEST = 150
INPUT = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?|\.[0-9]+", re.ASCII)
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-"})
_RUN_TOGETHER = re.compile(r"(?<![a-z0-9_.])[0-9.]+(?=[a-z_])", re.ASCII)
_FOREIGN = re.compile(r"[^a-z0-9_.+\-*/(), \t]")

Number = int | Fraction
Work = Callable[[Mapping[str, Number]], Number]

_FUNCTIONS: dict[str, Callable[..., Number]] = {"min": min, "max": max}


class BadFormula(Exception):
    """This is no formula; the words say where it goes wrong, and what to write."""

    def __init__(self, place: int, remedy: str) -> None:
        self.place, self.remedy = place, remedy
        super().__init__(f"character {place}: {remedy}")


class SaysNothing(Exception):
    """The formula says nothing for these values."""


class DividesByNought(SaysNothing):
    """It would divide by nought."""


class TooLarge(SaysNothing):
    """It comes to more than anything that is counted."""


@dataclass(frozen=True)
class Formula:
    """A formula that was checked: its inputs in the order in which it names them."""

    text: str
    inputs: tuple[str, ...]
    _work: Work

    def of(self, values: Mapping[str, Fraction]) -> Fraction:
        """What it comes to; raises SaysNothing."""
        try:
            value = Fraction(self._work({name: whole(values[name]) for name in self.inputs}))
        except ZeroDivisionError as nought:
            raise DividesByNought from nought
        if abs(value) >= MOST:
            raise TooLarge
        return value


def whole(value: Fraction) -> Number:
    """A value that is a whole number as one: figures are, and fractions take ten times as long."""
    return value.numerator if value.denominator == 1 else value


@functools.lru_cache(maxsize=4096)
def exact(value: Decimal) -> Number:
    """A number of an indicator, which is asked for once for every value that it rates."""
    return whole(Fraction(value))


def over(value: Number, divisor: Number) -> Fraction:
    """Their ratio, which of two whole numbers is no whole one."""
    return Fraction(value, divisor)


@functools.lru_cache(maxsize=2048)
def read(text: str) -> Formula:
    """Check a formula; raises BadFormula, which says where it goes wrong."""
    plain = text.translate(_SIGNS)
    if not plain.strip():
        raise BadFormula(1, "write a formula, such as 100 × attended ÷ possible")
    if len(plain) > LONGEST:
        raise BadFormula(LONGEST, f"use at most {LONGEST} characters")
    if foreign := _FOREIGN.search(plain):
        raise BadFormula(foreign.start() + 1, _why_foreign(foreign.group()))
    if together := _RUN_TOGETHER.search(plain):
        raise BadFormula(together.end() + 1, "put a sign between a number and a name")
    begins = len(plain) - len(plain.lstrip())
    reader = _Reader(plain.strip(), begins)
    work = reader.read()
    if not reader.inputs:
        raise BadFormula(begins + 1, "name at least one input")
    return Formula(text, tuple(reader.inputs), work)


def _why_foreign(sign: str) -> str:
    if sign == "%":
        return "% is no operator: multiply by 100 for a percentage"
    if sign.isalpha() and sign.isascii():
        return "write the names of inputs in small letters"
    return f"“{sign}” cannot stand in a formula: use names, numbers, + − × ÷ and brackets"


class _Reader:
    """Reads one formula, and notes the inputs that it names."""

    def __init__(self, text: str, begins: int) -> None:
        self.text, self.begins = text, begins
        self.inputs: dict[str, None] = {}

    def read(self) -> Work:
        try:
            tree = ast.parse(self.text, mode="eval")
        except SyntaxError as wrong:
            # Where a value is missing at the end, the parser points at the beginning.
            offset = len(self.text) if self.text[-1] in "+-*/" else wrong.offset or 1
            raise BadFormula(
                self.begins + max(1, min(offset, len(self.text))),
                "the formula cannot be read here: look for a bracket, a sign or a name too many "
                "or too few",
            ) from None
        except (RecursionError, MemoryError):
            raise BadFormula(self.begins + 1, "there are too many brackets in each other") from None
        return self._work(tree.body, 0)

    def _work(self, node: ast.expr, depth: int) -> Work:
        if depth > DEEPEST and not isinstance(node, ast.Name | ast.Constant):
            raise self._bad(node, "the formula is too long here: use fewer signs and brackets")
        if isinstance(node, ast.Constant):
            return self._number(node)
        if isinstance(node, ast.Name):
            return self._input(node)
        if isinstance(node, ast.UnaryOp):
            return self._sign(node, depth)
        if isinstance(node, ast.BinOp):
            return self._two(node, depth)
        if isinstance(node, ast.Call):
            return self._call(node, depth)
        raise self._bad(node, "use names, numbers, + − × ÷, brackets, min and max only")

    def _number(self, node: ast.Constant) -> Work:
        written = self.text[node.col_offset : node.end_col_offset]
        if not _NUMBER.fullmatch(written):
            raise self._bad(node, "write numbers in figures, such as 100 or 0.5")
        before, _, places = written.partition(".")
        if len(before) > MOST_DIGITS or len(places) > MOST_PLACES:
            raise self._bad(
                node,
                f"use at most {MOST_DIGITS} figures before the point and {MOST_PLACES} after it",
            )
        number = whole(Fraction(written))
        return lambda values: number

    def _input(self, node: ast.Name) -> Work:
        name = node.id
        if name in _FUNCTIONS:
            raise self._bad(node, f"{name} needs brackets: {name}(this, that)")
        if not INPUT.fullmatch(name):
            raise self._bad(node, "begin the name of an input with a letter")
        self.inputs[name] = None
        return lambda values: values[name]

    def _sign(self, node: ast.UnaryOp, depth: int) -> Work:
        if not isinstance(node.op, ast.USub):
            raise self._bad(node, "only − may stand before a value")
        value = self._work(node.operand, depth + 1)
        return lambda values: -value(values)

    def _two(self, node: ast.BinOp, depth: int) -> Work:
        left, right = self._work(node.left, depth + 1), self._work(node.right, depth + 1)
        if isinstance(node.op, ast.Add):
            return lambda values: left(values) + right(values)
        if isinstance(node.op, ast.Sub):
            return lambda values: left(values) - right(values)
        if isinstance(node.op, ast.Mult):
            return lambda values: left(values) * right(values)
        if isinstance(node.op, ast.Div):
            return lambda values: over(left(values), right(values))
        raise self._bad(node.right, "use + − × ÷ between two values")

    def _call(self, node: ast.Call, depth: int) -> Work:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in _FUNCTIONS:
            raise self._bad(node, "the only functions are min and max: write × between two values")
        if node.keywords or any(isinstance(each, ast.Starred) for each in node.args):
            raise self._bad(node, f"write {name}(this, that)")
        if len(node.args) < 2:
            raise self._bad(node, f"give {name} two values or more, with commas between them")
        function, parts = _FUNCTIONS[name], [self._work(each, depth + 1) for each in node.args]
        return lambda values: function(part(values) for part in parts)

    def _bad(self, node: ast.expr, remedy: str) -> BadFormula:
        return BadFormula(self.begins + node.col_offset + 1, remedy)
