"""Run by the system's Python: Orca itself, telling a file what it speaks, beside whatever else goes on here.

/usr/bin/python3 orca_alone.py DEBUG-FILE

Why not the program `orca`: it ends, or gives way to, every other Orca of the same account, and keeps what it tells in
its memory until that is full.
"""

import sys

from orca import debug

debug.debugLevel = debug.LEVEL_ALL
debug.eventDebugLevel = debug.LEVEL_OFF
debug.debugFile = open(sys.argv[1], "w", buffering=1, encoding="utf-8")  # noqa: PTH123, SIM115 - for its whole life

from orca import orca  # noqa: E402 - tells the file from its first line on

settings = orca.getSettingsManager()
settings.activate(None, {})
sys.path.insert(0, settings.getPrefsDir())
sys.exit(orca.main())
