"""Many moves, other articles and closings, by chance, while assistive technology asks: nothing may fall over.

make storm            100 000 moves: some minutes
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessibility.outside import HERE, SYSTEM_PYTHON


def weather(steps, seed, patience):
    """Let the storm go over the program; answers its sums, and how many questions from outside were answered."""
    command = [sys.executable, HERE / "storm_program.py", str(steps), str(seed)]
    client = subprocess.Popen([SYSTEM_PYTHON, HERE / "storm_client.py", str(seed)], stdout=subprocess.PIPE, text=True)
    try:
        program = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=False)
        if program.returncode:
            raise RuntimeError(f"ended with {program.returncode}:\n{program.stdout}\n{program.stderr[-4000:]}")
        answered, refused = client.communicate(timeout=60)[0].split()
    finally:
        client.kill()
        client.wait()
    wrong = [line for line in program.stderr.splitlines() if "Traceback" in line or "Error" in line]
    return {**json.loads(program.stdout), "answered": int(answered), "refused": int(refused), "wrong": wrong}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moves", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    sums = weather(chosen.moves, chosen.seed, 3600)
    sys.stdout.write(json.dumps(sums, indent=2) + "\n")
    sys.exit(bool(sums["wrong"]) or sums["alive"] > sums["kept"])
