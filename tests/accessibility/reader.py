"""An assistive technology in small, run by the system's own Python: draws the tree, then the events of some keys.

/usr/bin/python3 reader.py PROGRAM… -- KEY…     one JSON object on standard output
"""

import json
import subprocess
import sys
import threading
import time

from on_the_bus import Atspi, children, program

WATCHED = (
    "object:text-caret-moved",
    "object:state-changed:focused",
    "object:text-selection-changed",
    "object:text-changed",
    "object:children-changed",
)
PATIENCE = 15.0
QUIET = 0.5
"""After so many seconds without an event a key has been told of."""


def is_focused(node):
    """Whether the focus is here."""
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def descendants(node, depth=0):
    """The node and everything in it, with its depth."""
    yield depth, node
    for child in children(node):
        yield from descendants(child, depth + 1)


def find_document(patience=20.0):
    """The document of the program, when it is there and something in it has the focus."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = program("article-program")
        for _depth, node in descendants(found) if found is not None else ():
            if node.get_role() == Atspi.Role.DOCUMENT_FRAME and any(
                depth and is_focused(inner) for depth, inner in descendants(node)
            ):
                return node
        time.sleep(0.1)
    raise SystemExit("The article did not appear on the accessibility bus.")


def drawn(document):
    """The tree as lines: role, level, name, text."""
    out = []
    for depth, node in descendants(document):
        text = Atspi.Text.get_text(node, 0, -1) if node.get_text_iface() is not None else None
        out.append(
            {
                "depth": depth,
                "role": node.get_role_name(),
                "name": node.get_name(),
                "text": text,
                "level": (node.get_attributes() or {}).get("level"),
                "focused": is_focused(node),
            }
        )
    return out


def events_of(keys):
    """What is told after each key, by a node of the article or by anything else."""
    told = [[]]
    heard = [0.0]

    def hear(event):
        heard[0] = time.monotonic()
        if event.detail1 or not event.type.startswith("object:state-changed"):
            told[-1].append([event.type.rstrip(":"), event.source.get_role_name(), event.detail1])

    def press():
        for key in keys:
            told.append([])
            pressed = time.monotonic()
            subprocess.run(["xdotool", "key", key], check=True)  # noqa: S607 - wherever it is
            while (heard[0] < pressed and time.monotonic() < pressed + PATIENCE) or time.monotonic() < heard[0] + QUIET:
                time.sleep(0.05)
        Atspi.event_quit()

    listener = Atspi.EventListener.new(hear)
    for name in WATCHED:
        listener.register(name)
    threading.Thread(target=press, daemon=True).start()
    Atspi.event_main()
    return told[1:]


def main():
    """Start the program, look at it, press the keys, end it."""
    cut = sys.argv.index("--")
    started = subprocess.Popen(sys.argv[1:cut])
    try:
        tree = drawn(find_document())
        sys.stdout.write(json.dumps({"tree": tree, "events": events_of(sys.argv[cut + 1 :])}) + "\n")
    finally:
        started.terminate()
        started.wait(10)


if __name__ == "__main__":
    main()
