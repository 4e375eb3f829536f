"""Look inside one file, as a process of its own: ``-m …files.looking_inside pdf 1048576``.

The file comes in on standard input; what is found leaves on standard output, as one line of JSON:
``{"refused": "…"}``, with no words where nothing is wrong. What a file can make this process do is
bounded by the kernel: so many seconds of a processor, so much memory, no file, no other process.
Nothing of Django is loaded, and nothing of the environment is handed on: there is no secret here.
"""

from __future__ import annotations

import io
import json
import os
import resource
import sys

MEGABYTE = 1 << 20
MOST_SECONDS = 10  # of a processor, and one more for each two megabytes
MOST_MEMORY = 400 * MEGABYTE  # besides the file itself
MOST_OPEN = 16
TOO_MUCH = "This file is too large or too complicated to be checked: save a smaller one"


def main() -> None:
    """Bind the process, read the file, say what is wrong with it."""
    extension, size = sys.argv[1], int(sys.argv[2])
    bind(size)
    sys.stdout.write(json.dumps({"refused": look(extension, sys.stdin.buffer.read(size + 1))}))


def bind(size: int) -> None:
    """Give the process its limits, for good."""
    os.nice(19)
    memory = MOST_MEMORY + 3 * size
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, MOST_OPEN),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
    seconds = MOST_SECONDS + size // (2 * MEGABYTE)
    # At the first the kernel says so (SIGXCPU), and that ends it; at the second it only ends.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def look(extension: str, content: bytes) -> str:
    """Say in a sentence what is wrong with a file of this kind; nothing where nothing is."""
    from nmiss.base.files.refusals import Refused  # within the limits, like all that follows

    try:
        _check(extension, io.BytesIO(content))
    except Refused as refused:
        return str(refused)
    except (MemoryError, RecursionError):
        return TOO_MUCH
    return ""


def _check(extension: str, file: io.BytesIO) -> None:
    if extension == "csv":
        from nmiss.base.files import tables

        refuse_hidden_archive(file)
        tables.check(file)
    elif extension == "pdf":
        from nmiss.base.files import pdf

        refuse_hidden_archive(file)
        pdf.check(file)
    elif extension in ("png", "jpg"):
        from nmiss.base.files import pictures

        refuse_hidden_archive(file)
        {"png": pictures.check_png, "jpg": pictures.check_jpeg}[extension](file)
    else:
        from nmiss.base.files import word_and_excel

        {"docx": word_and_excel.check_document, "xlsx": word_and_excel.check_workbook}[extension](
            file
        )


def refuse_hidden_archive(file: io.BytesIO) -> None:
    """No file that is not an archive by its name may be one by its end."""
    import zipfile

    from nmiss.base.files.refusals import Refused  # within the limits, like all that follows

    if zipfile.is_zipfile(file):
        raise Refused("There is an archive hidden in this file: save it again from its program")
    file.seek(0)


if __name__ == "__main__":
    main()
