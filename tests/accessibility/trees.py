"""How assistive technology sees ten articles: looked at from another process, kept as drawings.

make redraw-trees     writes the drawings anew; look at what has changed before you commit it
"""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.outside import HERE, SYSTEM_PYTHON

DRAWINGS = HERE / "trees"


def see(many):
    """For each article its drawing, its texts, and its texts in the order of reading."""
    program = subprocess.Popen([sys.executable, HERE / "ten_articles.py"])
    try:
        command = [SYSTEM_PYTHON, HERE / "see_trees.py", str(many)]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
        if answer.returncode:
            raise RuntimeError(answer.stderr)
        return json.loads(answer.stdout.splitlines()[-1])
    finally:
        program.terminate()
        program.wait(10)


if __name__ == "__main__":
    for name, seen in see(10).items():
        (DRAWINGS / f"{name}.tree").write_text(seen["tree"], "utf-8")
