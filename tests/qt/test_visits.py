"""Back and forward."""

from accessreader.article import Position
from accessreader.qt.visits import Visits

HERE = Position(3, 7)


def line(*addresses):
    visits = Visits()
    for address in addresses:
        visits.go(address, leaving=HERE)
    return visits


def test_nothing_was_visited_yet():
    assert line().present is None
    assert not line().can_step(-1)


def test_back_leads_to_the_page_before_and_its_place():
    visits = line("a", "b")
    assert visits.step(-1).address == "a"
    assert visits.present.place == HERE


def test_a_new_page_forgets_what_lay_forward():
    visits = line("a", "b")
    visits.step(-1)
    visits.go("c", leaving=HERE)
    assert not visits.can_step(1)
    assert visits.step(-1).address == "a"


def test_the_page_that_is_open_is_no_new_one():
    visits = line("a", "a")
    assert not visits.can_step(-1)


def test_a_jump_on_a_page_is_a_step_that_back_undoes():
    visits = line("a", "b")
    visits.jump(leaving=Position(4, 2))
    assert (visits.present.address, visits.present.place) == ("b", Position())
    assert visits.step(-1).place == Position(4, 2)
    assert visits.can_step(1)
    visits.jump(leaving=HERE)
    assert visits.can_step(-2)
    assert not visits.can_step(1)


def test_the_headlines_of_a_page_are_a_step_from_which_back_leads_to_the_page():
    visits = line("a", "b")
    visits.list_headlines(leaving=HERE)
    visits.list_headlines(leaving=HERE)
    assert (visits.present.address, visits.present.listed) == ("b", True)
    back = visits.step(-1)
    assert (back.address, back.listed, back.place) == ("b", False, HERE)
    visits.step(1)
    visits.go("b", leaving=HERE)
    assert not visits.present.listed
    assert visits.step(-1).listed


def test_nothing_is_jumped_on_where_no_page_is():
    visits = line()
    visits.jump(leaving=HERE)
    assert visits.present is None


def test_all_can_be_forgotten():
    visits = line("a", "b")
    visits.clear()
    assert visits.present is None
