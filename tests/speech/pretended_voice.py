"""A voice's process without a voice: it speaks the protocol, a word every 20 ms, and fails where the words say so.

«dies» ends it each time, «dies-once» the first time only, «hangs» makes it deaf, once, «mute» silent for want of a
device and then dead, twice; `argv[1]` is where it remembers.
"""

import os
import queue
import sys
import threading
import time
from pathlib import Path

from accessreader.speech import protocol
from accessreader.speech.engine import Began, Boundary, Finished, Hush, Ready, Silenced, Voice

memory = Path(sys.argv[1])
inbox = queue.SimpleQueue()
sayings = []
paused = False


def answer(line):
    sys.stdout.buffer.write(protocol.written(line))
    sys.stdout.buffer.flush()


def read():
    for line in sys.stdin.buffer:
        inbox.put(protocol.read(line))
    os._exit(0)


def once(word):
    done = memory / word
    if done.exists():
        return False
    done.touch()
    return True


def obey(order):
    global paused  # noqa: PLW0603
    match order["do"]:
        case "render":
            with (memory / "orders").open("a") as told:
                told.write("render\n")
            os._exit(1)
        case "say":
            sayings.append((order["ticket"], list(words(protocol.saying_of(order["saying"])))))
        case "stop":
            sayings.clear()
            paused = False
        case "pause" | "resume":
            paused = order["do"] == "pause"
    with (memory / "orders").open("a") as told:
        told.write(f"{order['do']} {order.get('name', '')}\n")
    answer({"is": "heard", "number": order["number"]})


def words(saying):
    at = 0
    for word in saying.text.split(" "):
        if at + len(word) > saying.start:
            yield word, at
        at += len(word) + 1


def speak():
    ticket, left = sayings[0]
    if not left:
        sayings.pop(0)
        answer(protocol.of_event(Finished(ticket)))
        return
    word, at = left.pop(0)
    if word == "dies" or (word == "dies-once" and once(word)):
        os._exit(1)
    if word == "mute" and (once("mute-1") or once("mute-2")):
        answer(protocol.of_event(Silenced(Hush.NO_DEVICE)))
        os._exit(1)
    if word == "hangs" and once(word):
        time.sleep(60)
    answer(protocol.of_event(Began(ticket)))
    answer(protocol.of_event(Boundary(ticket, at, at + len(word))))


threading.Thread(target=read, daemon=True).start()
answer(protocol.of_event(Ready((Voice("x:en", "X", "en"),), ("Speakers",))))
while True:
    try:
        obey(inbox.get(timeout=0.02))
    except queue.Empty:
        if sayings and not paused:
            speak()
