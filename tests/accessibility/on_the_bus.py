"""For those that the system's Python runs: who is on the accessibility bus, and what stands in whom."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def children(node):
    """What stands in a node."""
    return [child for index in range(node.get_child_count()) if (child := node.get_child_at_index(index)) is not None]


def programs():
    """All that are on the bus."""
    return children(Atspi.get_desktop(0))


def program(name):
    """The program of this name, if it is there."""
    return next((one for one in programs() if one.get_name() == name), None)
