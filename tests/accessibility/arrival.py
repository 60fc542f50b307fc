"""Run by the system's Python: print who gets the focus, what is announced and how windows are renamed, until killed."""

import sys

from on_the_bus import Atspi

NAMED = "AccessReader"


def tell(event):
    """Print an event that a screen reader would speak of, a line each."""
    role, name = event.source.get_role_name(), event.source.get_name()
    line = ""
    if event.type.startswith("object:state-changed:focused") and event.detail1:
        line = f"focus: {role}: {name}"
    elif event.type.startswith("object:state-changed:showing") and event.detail1 and role == "notification":
        line = f"announcement: {name}"
    elif event.type.startswith("object:property-change:accessible-name") and role == "frame" and name != NAMED:
        line = f"window: {name}"
    if line:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


listener = Atspi.EventListener.new(tell)
for kind in ("object:state-changed:focused", "object:state-changed:showing", "object:property-change:accessible-name"):
    listener.register(kind)
sys.stdout.write("listening\n")
sys.stdout.flush()
Atspi.event_main()
