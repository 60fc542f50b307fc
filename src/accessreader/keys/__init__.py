"""What the reader can do, and with which keys: the table of commands, and all that is said about keys without a window.

`keys.commands` is the table.
"""
