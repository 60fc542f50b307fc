"""Whether a program is at work, or would be if the machine let it."""

from pathlib import Path

RESTING = ("S", "I", "Z", "X")
"""Asleep until something happens, or at its end."""


def is_busy(process):
    """Whether a thread of this process, or of one that it started, is not asleep."""
    return any(state(task) not in RESTING for number in with_children(process) for task in tasks(number))


def with_children(process):
    """The number of a process and of all that it started, and those did."""
    yield process
    for task in tasks(process):
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            yield from with_children(int(child))


def tasks(process):
    """Where the threads of a process tell of themselves."""
    try:
        return list(Path(f"/proc/{process}/task").iterdir())
    except OSError:
        return []


def state(task):
    """The letter of what a thread does; that of the dead where it has ended."""
    try:
        return (task / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "X"
