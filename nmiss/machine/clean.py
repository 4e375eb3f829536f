"""What `make clean` removes: all that can be made again, and records only if somebody says so.

Needs nothing but Python.
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE_AGAIN = (
    *(".venv", "node_modules", "tests/browser/node_modules", "tests/barriers/node_modules"),
    "staticfiles",
)


def main() -> None:
    """Remove, and ask about the records."""
    try:
        for name in MADE_AGAIN:
            remove(ROOT / name)
        records = ROOT / ".data"
        if records.exists() and agreed():
            remove(records)
    except OSError as failure:
        sys.exit(f"{failure.filename} cannot be removed: {failure.strerror}.")


def agreed() -> bool:
    """Ask whether the records may go, where there is somebody to ask."""
    if not sys.stdin.isatty():
        sys.stderr.write("The records in .data stay: nobody is here to ask.\n")
        return False
    sys.stderr.write("Delete the records in .data, too, and the keys that read them? Type yes: ")
    sys.stderr.flush()
    is_agreed = sys.stdin.readline().strip().lower() == "yes"
    if not is_agreed:
        sys.stderr.write("The records in .data stay.\n")
    return is_agreed


def remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


if __name__ == "__main__":
    main()
