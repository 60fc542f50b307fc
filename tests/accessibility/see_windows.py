"""Run by the system's Python: draws, at each line it is sent, what is in front of the program as others see it.

/usr/bin/python3 see_windows.py PROCESS     in: a JSON line, what is left out ("menus"); out: a JSON list of lines
"""

import json
import sys

from gi.repository import GLib
from on_the_bus import Atspi, children, programs

STATES = {
    Atspi.StateType.CHECKED: "checked",
    Atspi.StateType.CHECKABLE: "checkable",
    Atspi.StateType.EXPANDED: "expanded",
    Atspi.StateType.FOCUSED: "focused",
    Atspi.StateType.SELECTED: "selected",
    Atspi.StateType.READ_ONLY: "read only",
}
WHOLE = {"document web", "document text", "document frame"}
"""What is drawn without what is in it: the article has drawings of its own."""
NOTHING = {"filler", "layered pane", "split pane", "unknown"}
MANY = 8
"""Rows of a list that are drawn: the others are of the same make."""


def program(process):
    """The program, as the bus knows it."""
    return next((one for one in programs() if one.get_process_id() == process), None)


def is_shown(node):
    """Whether it is to be seen."""
    states = node.get_state_set()
    return states.contains(Atspi.StateType.VISIBLE) and states.contains(Atspi.StateType.SHOWING)


def value_of(node):
    """A number with its limits, or nothing."""
    if "Value" not in node.get_interfaces():
        return ""
    low, now, high = (
        read(node)
        for read in (Atspi.Value.get_minimum_value, Atspi.Value.get_current_value, Atspi.Value.get_maximum_value)
    )
    return f"[{low:g} ≤ {now:g} ≤ {high:g}]"


def shortcut_of(node):
    """The keys of what can be done, in words of the screen."""
    if "Action" not in node.get_interfaces():
        return ""
    keys = {Atspi.Action.get_key_binding(node, at).strip(";: ") for at in range(Atspi.Action.get_n_actions(node))}
    return " or ".join(sorted(keys - {""}))


def relations_of(node):
    """By whom it is named, and of whom it is a member."""
    names = {Atspi.RelationType.LABELLED_BY: "named by", Atspi.RelationType.MEMBER_OF: "member of"}
    return [
        f"{names[kind]} “{relation.get_target(0).get_name()}”"
        for relation in node.get_relation_set()
        if (kind := relation.get_relation_type()) in names and relation.get_n_targets()
    ]


def described(node):
    """A node as one line."""
    states = node.get_state_set()
    parts = [node.get_role_name(), f"“{node.get_name()}”"]
    text = Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else ""
    if text and text != node.get_name():
        parts.append("= " + text.replace("\n", " / "))
    marks = [word for state, word in STATES.items() if states.contains(state)]
    if not states.contains(Atspi.StateType.ENABLED):
        marks.append("off")
    if states.contains(Atspi.StateType.FOCUSABLE):
        marks.insert(0, "focusable")
    parts += [value_of(node), f"({', '.join(marks)})" if marks else ""]
    if description := node.get_description():
        parts.append(f"— {description}")
    if keys := shortcut_of(node):
        parts.append(f"⌨ {keys}")
    return " ".join(" ".join(part.split()) for part in [*parts, *relations_of(node)] if part)


def drawn(node, left_out, depth=0):
    """A node and everything shown in it as lines; what only fills room and has no name is passed through."""
    role = node.get_role_name()
    if role in NOTHING and not node.get_name() and not node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
        lines, depth = [], depth - 1
    else:
        lines = ["  " * depth + described(node)]
    if role in WHOLE or role in left_out:
        return lines
    within = [child for child in children(node) if is_shown(child) and child.get_role_name() != "scroll bar"]
    if "bars" in left_out and any(child.get_role_name() in {"split pane", "menu bar"} for child in within):
        bars = {"menu bar", "filler"} if role == "filler" and not node.get_name() else {"menu bar"}
        within = [child for child in within if child.get_role_name() not in bars]
    for child in within[: MANY if role == "list" else None]:
        lines += drawn(child, left_out, depth + 1)
    if role == "list" and len(within) > MANY:
        lines.append("  " * (depth + 1) + "…")
    return lines


def in_front(of):
    """The window or the menu that has come last; none while the program is coming up."""
    tops = [node for node in children(of) if is_shown(node)]
    active = [node for node in tops if node.get_state_set().contains(Atspi.StateType.ACTIVE)]
    front = (active or [None])[-1]
    return (open_menu(front) or front) if front is not None else None


def open_menu(frame):
    """The menu that is open under the bar of menus, if one is."""
    bars = [bar for part in children(frame) for bar in children(part)[:1] if bar.get_role_name() == "menu bar"]
    menus = [menu for bar in bars for item in children(bar) for menu in children(item) if is_shown(menu)]
    return menus[0] if menus else None


def looked(process, left_out):
    """The drawing, or nothing when what was looked at went away meanwhile."""
    try:
        of = program(process)
        front = in_front(of) if of is not None else None
        return drawn(front, left_out) if front is not None else []
    except (GLib.Error, AttributeError):
        return []


if __name__ == "__main__":
    Atspi.init()
    Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(looked(int(sys.argv[1]), set(json.loads(line)))) + "\n")
        sys.stdout.flush()
