"""Write the table of conformance, in three languages, from the criteria and from the outcome of the tests.

    .venv/bin/python packaging/write_conformance.py build/outcomes/*.xml           writes the pages
    .venv/bin/python packaging/write_conformance.py --check build/outcomes/*.xml   tells whether they are true

A row of which a test did not pass, was left out or did not run says so and claims nothing. The pages come with the
program: the reader opens them from the menu Help.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
CRITERIA = ROOT / "tests" / "conformance" / "criteria.toml"
PAGES = ROOT / "resources" / "manual"
LANGUAGES = ("en", "ru", "kk")
CLAIMS = ("yes", "partly")

Row = Mapping[str, Any]


def passed_tests(outcomes: Iterable[Path]) -> set[str]:
    """The tests of which every case passed: `path::function`, as a row names them.

    A case that one run left out, such as one that needs a screen, counts by the run that had it.
    """
    told: dict[str, dict[str, set[str]]] = {}
    for path in outcomes:
        for case in ET.parse(path).getroot().iter("testcase"):  # noqa: S314 - the test run wrote it
            name, _bracket, _values = case.get("name", "").partition("[")
            test = f"{case.get('classname', '').replace('.', '/')}.py::{name}"
            kinds = {part.tag for part in case} & {"skipped", "failure", "error"}
            told.setdefault(test, {}).setdefault(case.get("name", ""), set()).update(kinds or {"passed"})
    return {
        test
        for test, cases in told.items()
        if all("passed" in kinds and not kinds & {"failure", "error"} for kinds in cases.values())
    }


def answer_of(row: Row, passed: set[str]) -> str:
    """What a row may say: what it claims, or that it is not shown."""
    if row["answer"] in CLAIMS and not (row.get("tests") and set(row["tests"]) <= passed):
        return "unshown"
    return str(row["answer"])


def page(criteria: Mapping[str, Any], passed: set[str], language: str) -> str:
    """The page in one language, as HTML."""
    at = LANGUAGES.index(language)
    words = {key: value[at] for key, value in criteria["words"].items()}

    def table(rows: Sequence[Row], columns: Sequence[str]) -> list[str]:
        out = ["<table>", "<tr>" + "".join(f'<th scope="col">{escape(words[name])}</th>' for name in columns) + "</tr>"]
        for row in rows:
            cells = {
                "level": row.get("level", ""),
                "clause": row.get("clause", "") or "—",
                "answer": words[answer_of(row, passed)],
                "remark": row["remark"][at] if row.get("remark") else "",
                "tests": ", ".join(row.get("tests", ())),
            }
            name = f"{row['number']} {row['name'][at]}"
            rest = "".join(f"<td>{escape(cells[column])}</td>" for column in columns if column != "criterion")
            out.append(f'<tr><th scope="row">{escape(name)}</th>{rest}</tr>')
        return [*out, "</table>"]

    others = [f'<link rel="alternate" hreflang="{code}" href="/{code}/conformance">' for code in LANGUAGES]
    title = escape(words["title"])
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language}">',
            f'<head><meta charset="utf-8"><title>{title}</title>',
            *others,
            "</head>",
            f"<body><article><h1>{title}</h1>",
            f"<p>{escape(words['about'])}</p>",
            f'<p><a href="/{language}/accessibility">{escape(words["manual"])}</a></p>',
            "<h2>WCAG 2.2</h2>",
            *table(criteria["wcag"], ("criterion", "level", "clause", "answer", "remark", "tests")),
            f"<h2>{escape(words['clauses'])}</h2>",
            *table(criteria["en"], ("criterion", "answer", "remark", "tests")),
            "</article></body></html>",
            "",
        ]
    )


def read_criteria() -> Mapping[str, Any]:
    """The table of criteria."""
    return tomllib.loads(CRITERIA.read_text("utf-8"))


def main() -> int:
    """Write the pages, or tell whether they are true; 0 when they are."""
    parser = argparse.ArgumentParser(description="Write the table of conformance.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("outcomes", nargs="+", type=Path, help="what the tests left, as JUnit XML")
    given = parser.parse_args()
    criteria, passed = read_criteria(), passed_tests(given.outcomes)
    rows = [*criteria["wcag"], *criteria["en"]]
    unshown = [row for row in rows if answer_of(row, passed) == "unshown"]
    for row in unshown:
        missing = sorted(set(row.get("tests", ())) - passed)
        print(f"{row['number']} is not shown: {', '.join(missing) or 'it names no test'}")
    wrong = False
    for language in LANGUAGES:
        path, text = PAGES / f"conformance.{language}.html", page(criteria, passed, language)
        if given.check:
            wrong |= not path.exists() or path.read_text("utf-8") != text
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    if wrong:
        print("The pages of conformance say something else: make conformance writes them.")
    print(f"{len(rows)} criteria and clauses, {len(unshown)} of them not shown.")
    return int(wrong or bool(unshown))


if __name__ == "__main__":
    sys.exit(main())
