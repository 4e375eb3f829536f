"""Formulas of spreadsheets and fields of documents: whether they start or fetch something.

Read as a spreadsheet reads them, token by token and once: no expression here goes back over what
it has passed, so the time follows the length, whatever somebody has written.
"""

from __future__ import annotations

import re
import unicodedata

# Functions that fetch, send, start or load. A name with full stops counts by each of its parts.
REACHING_OUT = frozenset(
    {"WEBSERVICE", "FILTERXML", "HYPERLINK", "IMAGE", "RTD", "DDE", "DDEAUTO", "STOCKHISTORY"}
    | {"IMPORTXML", "IMPORTHTML", "IMPORTDATA", "IMPORTFEED", "IMPORTRANGE", "TRANSLATE"}
    | {"GOOGLEFINANCE", "GOOGLETRANSLATE", "DETECTLANGUAGE", "COPILOT", "PY", "SQL"}
    | {"CALL", "REGISTER", "UNREGISTER", "EXEC", "EXECUTE", "EVALUATE", "RUN", "INITIATE"}
    | {"POKE", "REQUEST", "TERMINATE", "FOPEN", "FREAD", "FREADLN", "FWRITE", "FWRITELN"}
    | {"FILES", "DIRECTORY", "SEND", "FORMULA", "GET", "SAVE", "OPEN", "_XLL", "_XLUDF"}
    | {"CUBEKPIMEMBER", "CUBEMEMBER", "CUBEMEMBERPROPERTY", "CUBERANKEDMEMBER", "CUBESET"}
    | {"CUBESETCOUNT", "CUBEVALUE", "SHELL", "JDBC", "ODBC"}
)
# A text, the quoted name of a sheet, or what stands in brackets: none of it is a function.
SET_APART = re.compile(r"""("[^"]*")|('[^']*')|(\[(?:[^\[\]']|'.)*\])""", re.DOTALL)
NAME = re.compile(r"([^\W\d][\w.\\]*)(\s*\()?")
ANOTHER_BOOK = re.compile(r"\[[^\]]*\]|://|\\\\|^'\w:\\")
A_NUMBERED_BOOK = re.compile(r"\[\d+\](?=[\w!'])")

# Fields of Word that fetch, start or carry something, by their first word.
FIELDS = frozenset(
    {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED"}
    | {"DATABASE", "MACROBUTTON", "PRINT", "RD", "HTMLACTIVEX", "CONTROL"}
)
FIRST_WORD = re.compile(r"[\s\"\\]*(\w+)")
STARTS_A_PROGRAM = re.compile(r"\bDDE(?:AUTO)?\b")
ADDRESS = re.compile(r'HYPERLINK\s+"?([A-Za-z][A-Za-z0-9+.-]*:|\\\\)', re.IGNORECASE)
HARMLESS = ("http:", "https:", "mailto:", "tel:")


def reaches_out(formula: str) -> bool:
    """Whether a formula fetches something, starts something, or reads another workbook."""
    plain = unicodedata.normalize("NFKC", formula)
    if any(ANOTHER_BOOK.search(match[2]) for match in SET_APART.finditer(plain) if match[2]):
        return True
    if A_NUMBERED_BOOK.search(SET_APART.sub(_without_text, plain)):
        return True
    bare = SET_APART.sub('""', plain).upper()
    if "!" in bare.partition("|")[2]:
        return True  # DDE: program|topic!item
    return any(
        is_reaching_out(name[1])
        for name in NAME.finditer(bare)
        if name[2] or name[1].startswith("_XL")
    )


def is_reaching_out(name: str) -> bool:
    """Whether the function of this name, with or without what programs put before it, does."""
    return not REACHING_OUT.isdisjoint(name.upper().split("."))


def _without_text(match: re.Match) -> str:
    return '""' if match[1] else match[0]


def field_reaches_out(instruction: str) -> bool:
    """Whether a field of a document fetches something, starts something, or leads astray."""
    plain = unicodedata.normalize("NFKC", instruction)
    first = FIRST_WORD.match(plain)
    if (first and first[1].upper() in FIELDS) or STARTS_A_PROGRAM.search(plain.upper()):
        return True
    return any(match[1].lower() not in HARMLESS for match in ADDRESS.finditer(plain))
