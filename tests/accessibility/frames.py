"""Run by the system's Python: print role and name of the frames of AccessReader and their first children, as JSON."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

desktop = Atspi.get_desktop(0)
seen = []
for number in range(desktop.get_child_count()):
    program = desktop.get_child_at_index(number)
    if program is None or "accessreader" not in (program.get_name() or ""):
        continue
    for place in range(program.get_child_count()):
        frame = program.get_child_at_index(place)
        children = [frame.get_child_at_index(at) for at in range(frame.get_child_count())]
        seen.append([frame.get_role_name(), frame.get_name(), [child.get_role_name() for child in children if child]])
sys.stdout.write(json.dumps(seen))
