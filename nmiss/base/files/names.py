"""The name that a file comes under. It is shown, and never used as a path."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 150
# What Windows takes for a device, whatever follows the first full stop.
DEVICES = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
# What a double click would run, wherever it stands between two full stops.
PROGRAMS = frozenset(
    {"apk", "app", "bat", "cgi", "cmd", "com", "cpl", "dll", "dmg", "exe", "hta", "htm", "html"}
    | {"iso", "jar", "js", "jse", "jsp", "lnk", "mhtml", "msi", "php", "phtml", "pif", "pl"}
    | {"ps1", "py", "reg", "scr", "sh", "svg", "vb", "vbe", "vbs", "wsf", "xhtml", "xll", "xlm"}
)


def what_is_wrong_with(name: str) -> str:
    """Say in a sentence why this name cannot be taken; nothing where it can."""
    if not name.strip() or name != name.strip():
        return "Give the file a name without spaces at its ends"
    if len(name) > LONGEST:
        return f"Give the file a name of at most {LONGEST} characters"
    # Control characters, and those that turn the direction of reading: "gpj.exe" as "exe.jpg".
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for sign in name):
        return "Give the file a name without hidden characters"
    if re.search(r'[\\/:*?"<>|]', name) or name.startswith((".", "~", "-")):
        return "Give the file a name of letters, digits, spaces and hyphens"
    stem, *rest = name.lower().split(".")
    if not rest or "" in rest:
        return "Give the file a name that ends in its kind, such as schools.csv"
    if stem.strip() in DEVICES:
        return "Give the file another name: this one belongs to Windows"
    if any(part.strip() in PROGRAMS for part in rest):
        return "Choose a document or a table: this name is that of a program or a web page"
    return ""


def extension_of(name: str) -> str:
    """What follows the last full stop, in lower case."""
    return name.rpartition(".")[2].lower()
