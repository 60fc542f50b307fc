"""The table of conformance: complete, and every test that it names is there."""

import ast
import importlib.util
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEVEL_A = [
    "1.1.1",
    "1.2.1",
    "1.2.2",
    "1.2.3",
    "1.3.1",
    "1.3.2",
    "1.3.3",
    "1.4.1",
    "1.4.2",
    "2.1.1",
    "2.1.2",
    "2.1.4",
    "2.2.1",
    "2.2.2",
    "2.3.1",
    "2.4.1",
    "2.4.2",
    "2.4.3",
    "2.4.4",
    "2.5.1",
    "2.5.2",
    "2.5.3",
    "2.5.4",
    "3.1.1",
    "3.2.1",
    "3.2.2",
    "3.2.6",
    "3.3.1",
    "3.3.2",
    "3.3.7",
    "4.1.2",
]
LEVEL_AA = [
    "1.2.4",
    "1.2.5",
    "1.3.4",
    "1.3.5",
    "1.4.3",
    "1.4.4",
    "1.4.5",
    "1.4.10",
    "1.4.11",
    "1.4.12",
    "1.4.13",
    "2.4.5",
    "2.4.6",
    "2.4.7",
    "2.4.11",
    "2.5.7",
    "2.5.8",
    "3.1.2",
    "3.2.3",
    "3.2.4",
    "3.3.3",
    "3.3.4",
    "3.3.8",
    "4.1.3",
]


def written():
    """The program that writes the table."""
    spec = importlib.util.spec_from_file_location("write_conformance", ROOT / "packaging" / "write_conformance.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITER = written()
CRITERIA = WRITER.read_criteria()
ROWS = [*CRITERIA["wcag"], *CRITERIA["en"]]


@lru_cache
def functions_in(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_criterion_of_levels_a_and_aa_has_one_row():
    numbers = {level: [row["number"] for row in CRITERIA["wcag"] if row["level"] == level] for level in ("A", "AA")}
    assert numbers == {"A": LEVEL_A, "AA": LEVEL_AA}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_a_row_is_said_in_three_languages_and_names_tests_that_are_there(row):
    assert len(row["name"]) == 3
    assert len(row.get("remark", ["", "", ""])) == 3
    assert row["answer"] in {"yes", "partly", "no", "none", "hand"}
    assert bool(row.get("tests")) == (row["answer"] in WRITER.CLAIMS)
    assert row.get("remark") or row["answer"] in {"yes", "none"}, "what is not plain is explained"
    for test in row.get("tests", ()):
        path, _colons, name = test.partition("::")
        assert name in functions_in(path), f"{test} is no longer there: name the test that shows it now"


OUTCOME = """<testsuites><testsuite><testcase classname="tests.a.test_b" name="test_c[kk]"/>
<testcase classname="tests.a.test_b" name="test_c[ru]">{ru}</testcase>
<testcase classname="tests.a.test_b" name="test_d"><system-out>words</system-out></testcase></testsuite></testsuites>"""


@pytest.mark.parametrize(
    ("ru", "answer"), [("", "yes"), ("<failure/>", "unshown"), ("<skipped/>", "unshown"), ("<error/>", "unshown")]
)
def test_a_claim_stands_only_when_every_case_of_its_tests_passed(tmp_path, ru, answer):
    outcome = tmp_path / "core.xml"
    outcome.write_text(OUTCOME.format(ru=ru))
    passed = WRITER.passed_tests([outcome])
    row = {"answer": "yes", "tests": ["tests/a/test_b.py::test_c", "tests/a/test_b.py::test_d"]}
    assert WRITER.answer_of(row, passed) == answer
    assert WRITER.answer_of({"answer": "yes", "tests": ["tests/a/test_b.py::test_e"]}, passed) == "unshown"
    assert WRITER.answer_of({"answer": "none"}, passed) == "none"


@pytest.mark.parametrize(("other", "shown"), [("", True), ("<failure/>", False), ("<skipped/>", False)])
def test_a_case_that_one_run_left_out_counts_by_the_run_that_had_it(tmp_path, other, shown):
    runs = [tmp_path / "core.xml", tmp_path / "screen.xml"]
    for run, ru in zip(runs, ("<skipped/>", other), strict=True):
        run.write_text(OUTCOME.format(ru=ru))
    assert ("tests/a/test_b.py::test_c" in WRITER.passed_tests(runs)) is shown
