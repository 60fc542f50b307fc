"""A sound card that records: PipeWire with a null sink on a bus of its own, and what went out of it, with the time.

Everything lies in a folder of its own and ends with the `with`. The servers can be killed and started again, as they
are when a machine's sound breaks; sinks can be plugged and pulled.
"""

import contextlib
import math
import operator
import os
import shutil
import subprocess
import tempfile
import threading
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

RATE = 48_000
NEEDED = ("pipewire", "wireplumber", "pipewire-pulse", "pactl", "parec", "dbus-daemon")
# A server ends with whoever started it, even where that one is killed.
WITH_US = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()
ALSA = "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n"
SINK = """context.objects = [
    { factory = adapter
      args = { factory.name = support.null-audio-sink node.name = recorded node.description = "Recorded"
               media.class = Audio/Sink object.linger = true audio.position = [ FL FR ]
               priority.session = 2000 priority.driver = 2000
               monitor.channel-volumes = true } } ]
"""


def missing() -> str:
    """What this machine lacks for a card that records; empty when it lacks nothing."""
    return ", ".join(name for name in NEEDED if not shutil.which(name))


class SoundCard:
    """The servers, and the environment in which a program finds them."""

    def __init__(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="card-"))
        self._servers: dict[str, subprocess.Popen[bytes]] = {}
        configuration = self._home / "config" / "pipewire" / "pipewire.conf.d"
        configuration.mkdir(parents=True)
        (configuration / "sink.conf").write_text(SINK)
        (self._home / "alsa.conf").write_text(ALSA)
        hidden = ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_COOKIE", "DBUS_SESSION_BUS_ADDRESS")
        self.environment = {name: value for name, value in os.environ.items() if name not in hidden}
        self.environment |= {
            "XDG_RUNTIME_DIR": str(self._home),
            "XDG_CONFIG_HOME": str(self._home / "config"),
            "XDG_STATE_HOME": str(self._home / "state"),
            "PULSE_SERVER": f"unix:{self._home}/pulse/native",
            "ALSA_CONFIG_PATH": str(self._home / "alsa.conf"),
        }

    def __enter__(self) -> Self:
        address = f"unix:path={self._home}/bus"
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._serve("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}")
        _until((self._home / "bus").exists)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        for name in reversed(list(self._servers)):
            self._end(name)
        shutil.rmtree(self._home, ignore_errors=True)

    def start(self) -> None:
        """Bring the three servers up, and wait until the sink is there."""
        self._serve("pipewire")
        _until((self._home / "pipewire-0").exists)
        self._serve("wireplumber")
        self._serve("pipewire-pulse")
        _until(lambda: "Default Sink: recorded" in self.ask("info"))

    def kill(self) -> None:
        """Kill the servers as a crash would."""
        for name in ("pipewire-pulse", "wireplumber", "pipewire"):
            self._end(name, kill=True)
        for left in ("pipewire-0", "pipewire-0.lock"):
            (self._home / left).unlink(missing_ok=True)
        (self._home / "pulse" / "native").unlink(missing_ok=True)

    def ask(self, *command: str) -> str:
        """What `pactl` answers."""
        done = subprocess.run(
            ["pactl", *command],  # noqa: S607
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        return done.stdout

    def plug(self, name: str) -> str:
        """Plug one more sink in; answers what `pull` needs."""
        return self.ask(
            "load-module", "module-null-sink", f"sink_name={name}", f"sink_properties=device.description={name}"
        ).strip()

    def prefer(self, name: str) -> None:
        """Make a sink the system's own."""
        self.ask("set-default-sink", name)
        _until(lambda: f"Default Sink: {name}" in self.ask("info"))

    def pull(self, plugged: str) -> None:
        """Pull a sink that was plugged in."""
        self.ask("unload-module", plugged)

    def _serve(self, name: str, *arguments: str) -> None:
        with (self._home / f"{name}.log").open("ab") as told:
            self._servers[name] = subprocess.Popen(
                [*WITH_US, name, *arguments], env=self.environment, stdout=told, stderr=told, stdin=subprocess.DEVNULL
            )

    def _end(self, name: str, *, kill: bool = False) -> None:
        server = self._servers.pop(name)
        if kill:
            server.kill()
        else:
            server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(5)


class Recording:
    """What goes out of a sink from `with` on: samples, and the time (monotonic) at which each left."""

    def __init__(self, card: SoundCard, sink: str = "recorded", rate: int = RATE) -> None:
        self._card = card
        self._sink = sink
        self.rate = rate
        self.samples = array("h")
        self._offset = float("inf")

    def __enter__(self) -> Self:
        form = ["--latency-msec=10", "--format=s16le", f"--rate={self.rate}", "--channels=1", "--raw"]
        self._parec = subprocess.Popen(
            ["parec", "-d", f"{self._sink}.monitor", *form],  # noqa: S607
            env=self._card.environment,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        _until(lambda: len(self.samples) > self.rate // 10)
        return self

    def __exit__(self, *_: object) -> None:
        self._parec.terminate()
        self._reader.join(5)
        self._parec.wait(5)
        assert self._parec.stdout
        self._parec.stdout.close()

    def _read(self) -> None:
        assert self._parec.stdout
        odd = b""
        while part := self._parec.stdout.read(960):
            now = time.monotonic()
            part = odd + part
            odd = part[len(part) & ~1 :]
            self.samples.frombytes(part[: len(part) & ~1])
            # The least delay with which any piece arrived tells best when the first sample left.
            self._offset = min(self._offset, now - len(self.samples) / self.rate)

    def time_of(self, sample: int) -> float:
        """When a sample left the card."""
        return self._offset + sample / self.rate

    def find(self, samples: "array[int]", near: int, reach: int = 700) -> tuple[int, float]:
        """Where these samples lie in the recording, near a place; and how alike they are, 1 being the same."""
        part = samples[: self.rate]  # a second is enough to know it by
        best = (near, 0.0)
        own = math.sqrt(_product(part, part))
        for start in range(max(0, near - reach), near + reach):
            heard = self.samples[start : start + len(part)]
            alike = _product(part, heard) / (own * math.sqrt(_product(heard, heard)) or 1)
            if alike > best[1]:
                best = (start, alike)
        return best

    def sample_at(self, moment: float) -> int:
        """Which sample left at a time."""
        return int((moment - self._offset) * self.rate)

    def sounding(self, *, loudness: int = 200, silence: float = 0.06) -> list[tuple[float, float]]:
        """Stretches of sound, from and to; silences shorter than `silence` seconds do not part them."""
        stretches: list[list[float]] = []
        window = self.rate // 200
        for start in range(0, len(self.samples) - window, window):
            piece = self.samples[start : start + window]
            if max(*piece, -min(piece)) > loudness:
                begin, end = self.time_of(start), self.time_of(start + window)
                if stretches and begin - stretches[-1][1] < silence:
                    stretches[-1][1] = end
                else:
                    stretches.append([begin, end])
        return [(begin, end) for begin, end in stretches]


def _product(one: "array[int]", other: "array[int]") -> int:
    return sum(map(operator.mul, one, other))


def _until(true: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError("the sound card did not come up")
        time.sleep(0.02)


@contextlib.contextmanager
def as_own(card: SoundCard) -> Iterator[None]:
    """Let this process find the card."""
    before = dict(os.environ)
    os.environ.update(card.environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
