"""Braille: an article as cells, on a line and on pages.

::

    text and its language ──▶ writing ──▶ louis (the door to liblouis) ──▶ Cells, with the way back to the text
    blocks of an article  ──▶ pages   ──▶ pages of rows that a sheet has room for ──▶ brf, pef

A cell is a character of Unicode's braille patterns, U+2800 to U+283F: six dots. It is a stranger to the other parts
and knows no preferences; `touch` brings them to it.
"""
