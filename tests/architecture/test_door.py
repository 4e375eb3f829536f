"""Files come in by one door, and are kept in one place."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOOR = ROOT / "nmiss" / "base" / "files" / "door.py"
OURS = [
    path
    for folder in ("nmiss", "providers", "contracts", "placements", "kpis")
    for path in (ROOT / folder).rglob("*.py")
]


def test_no_form_takes_a_file_by_another_field():
    found = [path for path in OURS if re.search(r"forms\.(File|Image)Field", path.read_text())]

    assert found == [DOOR]


def test_no_record_keeps_a_file_by_itself():
    pattern = r"models\.(File|Image)Field|default_storage|FileSystemStorage\("

    assert [path for path in OURS if re.search(pattern, path.read_text())] == []
