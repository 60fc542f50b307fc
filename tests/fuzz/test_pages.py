"""A small share of the damaged pages; `make fuzz` reads a hundred thousand."""

import importlib.util
import random
from pathlib import Path

import pytest

SHARE = 2000


@pytest.fixture(scope="module")
def fuzz():
    spec = importlib.util.spec_from_file_location("fuzz_pages", Path(__file__).with_name("pages.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.timeout(240)
def test_damaged_pages_end_in_an_article_or_a_sentence_and_lose_no_character(fuzz):
    dice, seeds = random.Random(20261124), fuzz.seeds(real=False)
    assert seeds
    for number in range(SHARE):
        wrong = fuzz.fault(fuzz.damaged(dice.choice(seeds), dice))
        assert not wrong.startswith(("lost", "won")), f"page {number}: {wrong}"


def test_a_character_that_is_lost_is_noticed(fuzz):
    assert fuzz.letters("ab c") - fuzz.letters("a c") == {"b": 1}
