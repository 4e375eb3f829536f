"""What the bench over HTTP says of its runs."""

import os

from nmiss.machine.http_bench import Reading, _megabytes


def test_a_run_is_a_line():
    run = Reading("sync", 8, took=[10.0] * 90 + [50.0] * 10, failed=1, megabytes=210.4)

    assert run.line == "| sync | 8 | 10 | 10 | 50 | 50 | 1 | 210 MB |\n"


def test_the_memory_of_a_process_is_known():
    assert 10 < _megabytes(os.getpid()) < 4000
