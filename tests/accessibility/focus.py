"""Run by the system's Python: print the name of everything that gets the focus, a line each, until killed."""

import sys

from on_the_bus import Atspi


def tell(event):
    """Print who has the focus now."""
    if event.detail1:
        sys.stdout.write(f"{event.source.get_name()}\n")
        sys.stdout.flush()


listener = Atspi.EventListener.new(tell)
listener.register("object:state-changed:focused")
sys.stdout.write("listening\n")
sys.stdout.flush()
Atspi.event_main()
