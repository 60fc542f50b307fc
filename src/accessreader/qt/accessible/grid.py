"""The table interface, which the bindings leave out: how many rows and columns there are, and the cell at a place.

Without it a screen reader takes a table for mere layout: Orca says neither "table with 3 rows" nor "leaving table", and
its keys for tables find none. But no class of Python can be a `QAccessibleTableInterface`. So an instance is laid out
here as a compiler of C++ would: the address of a list of functions, which are the methods in the order of Qt's header.

Why that holds: Qt 6 promises never to change that order. How a method is called is certain for 64-bit Intel under Linux
alone (a list or a string is written where the first argument says), so everywhere else there is none, and cells tell
of their place by themselves.
"""

from __future__ import annotations

import ctypes
import platform
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, Protocol
from weakref import WeakValueDictionary

import shiboken6
from PySide6.QtGui import QAccessibleInterface

_EMPTY: Final = bytes(3 * ctypes.sizeof(ctypes.c_void_p))
"""A list or a string in which nothing is: no data, no beginning, no length."""


class Rows(Protocol):
    """What is asked of a table."""

    row_count: int
    columns: int

    def cell(self, row: int, column: int) -> QAccessibleInterface:
        """The cell at a place."""


def is_known_here() -> bool:
    """Whether methods are called here as this module reckons with."""
    return (platform.system(), platform.machine(), ctypes.sizeof(ctypes.c_void_p)) == ("Linux", "x86_64", 8)


class Grid:
    """The table interface of a table."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._instance = (ctypes.c_void_p * 1)(_methods()[1])
        self.address: int = ctypes.addressof(self._instance)
        _grids[self.address] = self

    @property
    def pointer(self) -> Any:
        """Its address, as `interface_cast` must answer it."""
        return shiboken6.VoidPtr(self.address)


_grids: WeakValueDictionary[int, Grid] = WeakValueDictionary()


def _cell_at(this: int, row: int, column: int) -> int:
    """The nearest cell that there is: Qt goes on with it unseen, and would fall over none."""
    rows = _grids[this].rows
    row, column = min(max(0, row), rows.row_count - 1), min(max(0, column), rows.columns - 1)
    address: int = shiboken6.getCppPointer(rows.cell(row, column))[0]
    return address


def _give_nothing(result: int, _this: int, _at: int = 0) -> int:
    ctypes.memmove(result, _EMPTY, len(_EMPTY))
    return result


def _none(_this: int, _at: int = 0) -> int:
    return 0


def _forget(_this: int) -> None:
    """Python's memory is Python's to free."""


def _heed_not(_this: int, _event: int) -> None:
    """An article's table does not change."""


_Method = tuple[Callable[..., Any], Any]


@lru_cache(maxsize=1)
def _methods() -> tuple[list[Any], int]:
    """What keeps the methods alive, and the address of the list of them."""
    address, number, truth = ctypes.c_void_p, ctypes.c_int, ctypes.c_bool
    cell = (_cell_at, ctypes.CFUNCTYPE(address, address, number, number))
    no_cell = (_none, ctypes.CFUNCTYPE(address, address))
    nought = (_none, ctypes.CFUNCTYPE(number, address))
    nothing = (_give_nothing, ctypes.CFUNCTYPE(address, address, address))
    nothing_at = (_give_nothing, ctypes.CFUNCTYPE(address, address, address, number))
    never = (_none, ctypes.CFUNCTYPE(truth, address, number))
    end = (_forget, ctypes.CFUNCTYPE(None, address))
    columns = (lambda this: _grids[this].rows.columns, ctypes.CFUNCTYPE(number, address))
    rows = (lambda this: _grids[this].rows.row_count, ctypes.CFUNCTYPE(number, address))
    order: list[_Method] = [
        end, end,  # the two destructors
        no_cell, no_cell,  # caption, summary
        cell,
        nought, nothing,  # selectedCellCount, selectedCells
        nothing_at, nothing_at,  # columnDescription, rowDescription
        nought, nought,  # selectedColumnCount, selectedRowCount
        columns, rows,
        nothing, nothing,  # selectedColumns, selectedRows
        never, never,  # isColumnSelected, isRowSelected
        never, never, never, never,  # selectRow, selectColumn, unselectRow, unselectColumn
        (_heed_not, ctypes.CFUNCTYPE(None, address, address)),  # modelChange
    ]  # fmt: skip
    functions = [kind(function) for function, kind in order]
    addresses = [ctypes.cast(function, address).value for function in functions]
    # Before the methods stand the offset of the whole and the type, for casts which nobody makes.
    listed = (address * (2 + len(addresses)))(0, 0, *addresses)
    return [functions, listed], ctypes.addressof(listed) + 2 * ctypes.sizeof(address)
