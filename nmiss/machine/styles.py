"""The styles: what `make css` builds into static/build, which lies in the repository.

Whoever runs the hub needs neither Node nor npm for it. `tests/architecture/test_styles.py` builds
them anew and compares.
"""

import re
import sys
from pathlib import Path

from nmiss.machine import install

SOURCE = install.ROOT / "static" / "scss" / "nmiss.scss"
BUILT = install.ROOT / "static" / "build"


def build(into: Path) -> None:
    """Compile the style sheet, and lay the GOV.UK script beside it."""
    into.mkdir(parents=True, exist_ok=True)
    govuk = install.PACKAGES / "govuk-frontend" / "dist" / "govuk"
    # No source maps: the manifest of static files demands every file that a file names.
    options = ["--style=compressed", "--no-source-map", "--quiet-deps"]
    found = f"--load-path={install.PACKAGES}"
    sass = install.PACKAGES / "sass" / "sass.js"
    install.run([install.node(), sass, *options, found, SOURCE, into / "nmiss.css"])
    script = (govuk / "govuk-frontend.min.js").read_text()
    script = re.sub(r"//# sourceMappingURL=\S+", "", script)
    (into / "govuk-frontend.min.js").write_text(script)


if __name__ == "__main__":
    build(BUILT)
    sys.stdout.write(f"{BUILT.relative_to(install.ROOT)} is built. Commit it.\n")
