"""What is said: utterances of an article, in words a voice can say, and the voice that says them.

::

    utterance.py, spoken.py        an article → sentences → the words a voice says for them, and the way back
    narrator.py                    where reading is and goes; tells news.py; knows no voice, only
    engine.py                      the face of whatever speaks
    remote.py ── child.py ══ pipe ══ host.py            the voice, in a process that may die
                                     stage.py           sayings in order, two made ahead, told of as they are heard
                                     choir.py           a saying → one sound, by synthesizers/
                                     track.py, player.py    samples → the sound card
    studio.py ── child.py ══ pipe ══ host.py            the same voices, into files

How it is put together (`tell` brings an event to the thread on which everything is decided)::

    narrator = Narrator(RemoteEngine(tell), show)       tell(event) → narrator.hear(event), on that thread
    narrator.load(Parting(article))
    narrator.play(position)                             show(Speaking(sentence, word)) …
"""
