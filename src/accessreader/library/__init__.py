"""The library: what a reader keeps, whatever becomes of the site it came from.

`Library` keeps articles with every text that came, the reader's place, marks and tags; `search` finds words in all of
them; `upkeep` checks, copies and repairs. It does not know where articles come from.

Places, marks and tags are offered by no shell yet; repair carries them over, and a new text finds them again.
"""
