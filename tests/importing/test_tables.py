import pytest

from nmiss.base.importing.tables import Rejected, Table


@pytest.fixture
def rows_of(tmp_path):
    """Read bytes as a table of two columns; give the cells and the faults."""

    def read(content):
        path = tmp_path / "table.csv"
        path.write_bytes(content)
        table = Table(path, required=("name", "fee"))
        cells = [(row.line, row.text("name"), row.text("fee")) for row in table.rows()]
        return cells, [str(fault) for fault in table.faults]

    return read


class TestTable:
    @pytest.mark.parametrize(
        "content",
        [
            b"name,fee\r\nAsh,1\r\n",
            b"\xef\xbb\xbfname,fee\nAsh,1\n",
            b"name,fee\nAsh,1",
            b'"name","fee"\n"Ash", 1 \n',
            b"fee,name\n1,Ash\n",
            b"name,fee,colour\nAsh,1,green\n",
            b"name,fee\n\nAsh,1\n\n",
        ],
    )
    def test_reads(self, rows_of, content):
        cells, faults = rows_of(content)

        assert [cell[1:] for cell in cells] == [("Ash", "1")]
        assert faults == []

    def test_a_heading_without_end_is_read_once(self, rows_of):
        """Counted name by name this would take hours, and the test with it."""
        heading = ",".join(["name", "fee", *map(str, range(400_000)), "fee"])

        with pytest.raises(Rejected) as refusal:
            rows_of(heading.encode())

        (fault,) = refusal.value.faults
        assert (fault.column, fault.remedy) == ("fee", "this column appears twice: delete one")

    def test_counts_lines_as_an_editor_does(self, rows_of):
        cells, _ = rows_of(b'name,fee\n"Ash\nGrove",1\nBirch,2\n')

        assert [line for line, *_ in cells] == [2, 4]

    def test_names_the_line_of_a_row_that_is_too_short_or_too_long(self, rows_of):
        cells, faults = rows_of(b"name,fee\nAsh\nBirch,2\nCedar,3,4\n")

        assert cells == [(3, "Birch", "2")]
        assert [fault.partition(":")[0] for fault in faults] == [
            'line 2, whole row, "1 cells"',
            'line 4, whole row, "3 cells"',
        ]

    @pytest.mark.parametrize("end", [b'"Ash,1\nBirch,2\n', b'Ash,"1\nBirch,2', b'Ash,"'])
    def test_sees_a_quotation_mark_that_does_not_close(self, rows_of, end):
        cells, faults = rows_of(b"name,fee\nOak,3\n" + end)

        assert cells == [(2, "Oak", "3")]
        assert faults == [
            'line 3, whole row, "": a quotation mark opens on this line and never closes: close it'
        ]

    @pytest.mark.parametrize("content", [b"name,fee", b"name,fee\r\n", b"name,fee\n\n,\n"])
    def test_says_that_there_is_no_row(self, rows_of, content):
        cells, faults = rows_of(content)

        assert [cell for cell in cells if any(cell[1:])] == []
        assert faults == [
            'line 1, whole file, "": there is no row under the heading: add at least one'
        ]

    def test_sees_a_nul(self, rows_of):
        _, faults = rows_of(b"name,fee\nA\0sh,1\n")

        assert faults == ['line 2, whole row, "": take out the character NUL']

    @pytest.mark.parametrize(
        ("content", "column"),
        [
            (b"", "whole file"),
            (b"\xef\xbb\xbf", "whole file"),
            (b"name\nAsh\n", "fee"),
            (b"name,fee,fee\nAsh,1,2\n", "fee"),
            (b'"name,fee\nAsh,1\n', "name"),
        ],
    )
    def test_refuses_a_heading_without_what_it_needs(self, rows_of, content, column):
        with pytest.raises(Rejected) as rejected:
            rows_of(content)

        assert column in {fault.column for fault in rejected.value.faults}
        assert {fault.line for fault in rejected.value.faults} == {1}

    def test_names_the_line_that_it_cannot_read(self, rows_of):
        with pytest.raises(Rejected) as rejected:
            rows_of(b"name,fee\nAsh,1\nCaf\x81,2\n")

        assert [fault.line for fault in rejected.value.faults] == [3]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_reads_what_spreadsheets_save(self, rows_of, encoding):
        cells, _ = rows_of("name,fee\nÉcole,£2\n".encode(encoding))

        assert cells == [(2, "École", "£2")]

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_reads_unicode_text_by_its_mark(self, rows_of, encoding):
        cells, _ = rows_of("\ufeffname\tfee\r\nÉcole\t£2\r\n".encode(encoding))

        assert cells == [(2, "École", "£2")]

        with pytest.raises(Rejected) as rejected:
            rows_of("name,fee\nAsh,1\n".encode(encoding))

        (fault,) = rejected.value.faults
        assert fault.remedy.startswith("this file is in UTF-16 without its mark: save")

    def test_refuses_a_file_that_is_no_text(self, rows_of):
        with pytest.raises(Rejected):
            rows_of(b"\x89PNG\r\n\x1a\n\xff\xfe")

    def test_survives_a_cell_without_end(self, rows_of):
        _, faults = rows_of(b"name,fee\n" + b"x" * 200_000 + b",1\n")

        assert faults == [
            (
                'line 2, whole row, "": a cell has more than 131,072 characters: shorten it, or '
                "close its quotes"
            )
        ]
