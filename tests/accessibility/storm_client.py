"""Run by the system's Python: asks the program "storm-program" anything until it is gone; then says how often.

/usr/bin/python3 storm_client.py SEED
"""

import random
import sys
import time

from gi.repository import GLib
from on_the_bus import Atspi, program

chance = random.Random(int(sys.argv[1]))
NAME = "storm-program"
EVENTS = ("object:children-changed", "object:state-changed", "object:text-caret-moved", "object:text-selection-changed",
          "object:text-changed", "object:property-change", "window", "focus")  # fmt: skip


def number():
    """A number, often one that there is."""
    return chance.choice((0, 1, 2, 3, 7, -1, chance.randrange(400)))


QUESTIONS = {
    "Accessible": (
        lambda node: node.get_name(),
        lambda node: node.get_description(),
        lambda node: node.get_role_name(),
        lambda node: node.get_attributes(),
        lambda node: node.get_object_locale(),
        lambda node: node.get_state_set(),
        lambda node: node.get_index_in_parent(),
        lambda node: node.get_parent(),
        lambda node: [relation.get_target(0).get_name() for relation in node.get_relation_set()],
    ),
    "Component": (
        lambda node: Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN),
        lambda node: Atspi.Component.get_accessible_at_point(node, number() * 5, number() * 5, Atspi.CoordType.SCREEN),
    ),
    "Text": (
        lambda node: Atspi.Text.get_text(node, number(), number()),
        lambda node: Atspi.Text.get_string_at_offset(node, number(), Atspi.TextGranularity.LINE),
        lambda node: Atspi.Text.get_string_at_offset(node, number(), Atspi.TextGranularity.WORD),
        lambda node: Atspi.Text.get_attribute_run(node, number(), True),
        lambda node: Atspi.Text.get_character_extents(node, number(), Atspi.CoordType.SCREEN),
        lambda node: Atspi.Text.get_offset_at_point(node, number(), number(), Atspi.CoordType.SCREEN),
        lambda node: Atspi.Text.get_selection(node, 0),
        lambda node: Atspi.Text.set_caret_offset(node, number()),
        lambda node: Atspi.Text.add_selection(node, number(), number()),
    ),
    "Table": (
        lambda node: Atspi.Table.get_accessible_at(node, number(), number()),
        lambda node: Atspi.Table.get_index_at(node, number(), number()),
        lambda node: Atspi.Table.get_row_at_index(node, number()),
        lambda node: Atspi.Table.get_row_column_extents_at_index(node, number()),
        lambda node: Atspi.Table.get_row_header(node, number()),
        lambda node: Atspi.Table.get_column_header(node, number()),
        lambda node: Atspi.Table.get_row_extent_at(node, number(), number()),
        lambda node: Atspi.Table.get_row_description(node, number()),
        Atspi.Table.get_selected_rows,
        Atspi.Table.get_caption,
    ),
    "TableCell": (
        lambda node: Atspi.TableCell.get_position(node.get_table_cell()),
        lambda node: Atspi.TableCell.get_column_header_cells(node.get_table_cell()),
        lambda node: Atspi.TableCell.get_row_header_cells(node.get_table_cell()),
        lambda node: Atspi.TableCell.get_table(node.get_table_cell()),
    ),
    "Action": (lambda node: Atspi.Action.do_action(node, 1),),
}
"""What may be asked of a node with this face; of one without it nothing: Qt itself falls over some such questions."""


def wander(top):
    """A node somewhere in the program."""
    node = top
    while (many := node.get_child_count()) > 0 and (node is top or chance.random() < 0.85):
        below = node.get_child_at_index(chance.randrange(many))
        if below is None:
            break
        node = below
    return node


def questions(top, held):
    """Some questions of a node there is now, or of one from before, which may be gone."""
    node = chance.choice(held) if held and chance.random() < 0.3 else wander(top)
    held.append(node)
    del held[:-200]
    possible = [question for face in node.get_interfaces() for question in QUESTIONS.get(face, ())]
    return [(chance.choice(possible), node) for _question in range(4)]


def main():
    """Ask until nobody answers."""
    listener = Atspi.EventListener.new(lambda _event: None)
    for event in EVENTS:
        listener.register(event)
    end = time.monotonic() + 30
    while (top := program(NAME)) is None and time.monotonic() < end:
        time.sleep(0.1)
    answered = refused = silent = 0
    held = []
    while top is not None and silent < 20:
        try:
            asked = questions(top, held)
            silent = 0
        except GLib.Error:
            asked = []
            silent += program(NAME) is None
        for question, node in asked:
            try:
                question(node)
                answered += 1
            except (GLib.Error, AttributeError, TypeError):  # it has no such face, or is gone
                refused += 1
        while GLib.MainContext.default().iteration(False):
            pass
    sys.stdout.write(f"{answered} {refused}\n")


if __name__ == "__main__":
    main()
