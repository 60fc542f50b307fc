"""Run by the system's Python: print role and name of the frames of AccessReader and their first children, as JSON."""

import json
import sys

from on_the_bus import children, programs

seen = [
    [frame.get_role_name(), frame.get_name(), [child.get_role_name() for child in children(frame)]]
    for program in programs()
    if "accessreader" in (program.get_name() or "")
    for frame in children(program)
]
sys.stdout.write(json.dumps(seen))
