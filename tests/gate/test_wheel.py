"""What the wheel carries: the program finds in it all that it finds in a checkout."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASK = """
import json
from accessreader import __file__ as place
from accessreader.resources import font_files, names
folders = ("themes", "icons", "sources", "demo", "presets")
print(json.dumps([place, {name: names(name) for name in folders}, [f.name for f in font_files()]]))
"""


def asked(surroundings):
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, **surroundings},
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", str(folder)], cwd=ROOT, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    return file


@pytest.mark.slow
def test_the_wheel_finds_the_same_resources_and_fonts_as_the_checkout(wheel):
    packed, resources, fonts = asked({"PYTHONPATH": str(wheel)})
    assert str(wheel) in packed
    beside = asked({})
    assert str(wheel) not in beside[0]
    assert (resources, fonts) == (beside[1], beside[2])
    assert resources["themes"]
    assert fonts
