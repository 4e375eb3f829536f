"""What a process of the web loads before anybody asks for anything: each holds its own copy."""

import json
import os
import subprocess
import sys

from django.conf import settings

# Together they take as much memory as all else. They are loaded with the first letter or
# sheet, and what only makes the demo or runs the tests never is.
HEAVY = {"typst", "xlsxwriter", "openpyxl", "PIL", "faker", "pytest"}
LOAD = """
import json, sys
import nmiss.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_the_web_starts_without_what_draws_and_prints():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LOAD],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "nmiss.settings"},
        stdout=subprocess.PIPE,
        check=True,
    )
    loaded = set(json.loads(done.stdout))

    assert {"django", "contracts", "placements"} <= loaded
    assert not loaded & HEAVY
