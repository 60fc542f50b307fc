"""Run by the system's Python: draws every document of the program "ten-articles" as an assistive technology sees it.

/usr/bin/python3 see_trees.py HOW-MANY     JSON: for each name its drawing, texts, texts in the order of reading, tables
"""

import json
import sys
import time

from on_the_bus import Atspi, children, program


def documents(many, patience=30.0):
    """The documents of the program, when all are there."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        shown = program("ten-articles")
        found = [node for node in children(shown) if node.get_child_count()] if shown is not None else []
        if len(found) == many:
            return found
        time.sleep(0.1)
    raise SystemExit("The articles did not appear on the accessibility bus.")


def text_of(node):
    """The text of a leaf; None where there is no text."""
    return Atspi.Text.get_text(node, 0, -1) if node.get_text_iface() is not None else None


def described(node):
    """A node as one line."""
    parts = [node.get_role_name() + (node.get_attributes() or {}).get("level", "")]
    if node.get_table_iface() is not None:
        parts.append(f"{Atspi.Table.get_n_rows(node)}×{Atspi.Table.get_n_columns(node)}")
    if (cell := node.get_table_cell()) is not None:
        _known, row, column = Atspi.TableCell.get_position(cell)
        headers = [*Atspi.TableCell.get_row_header_cells(cell), *Atspi.TableCell.get_column_header_cells(cell)]
        parts.append(f"{row + 1},{column + 1} [{' | '.join(header.get_name() for header in headers)}]")
    if node.get_text_iface() is not None:
        parts.append(f"({node.get_object_locale().partition('_')[0]})")
    name, description, text = node.get_name(), node.get_description(), text_of(node)
    if name and name != text:
        parts.append(f"“{name}”")
    if description:
        parts.append(f"— {description}")
    if text is not None:
        parts.append(text.replace("\n", " / ").replace("\t", " ⇥ "))
    return " ".join(parts)


def drawn(node, depth=0):
    """A node and everything in it as lines."""
    lines = ["  " * depth + described(node)]
    for child in children(node):
        lines += drawn(child, depth + 1)
    return lines


def texts_in(node):
    """The texts of the leaves, in the order of the tree."""
    text = text_of(node)
    return [*([text] if text is not None else []), *(text for child in children(node) for text in texts_in(child))]


def next_of(node):
    """Where the reading goes on."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.FLOWS_TO:
            return relation.get_target(0)
    return None


def read_on(document):
    """The texts in the order of reading, from the first leaf on."""
    node, texts = document.get_child_at_index(0), []
    while node is not None:
        text = text_of(node)
        if text is not None:
            texts.append(text)
        node = next_of(node)
    return texts


def grids(node):
    """For each table in a node its cells' names, asked for by row and column."""
    if node.get_table_iface() is not None:
        rows, columns = Atspi.Table.get_n_rows(node), Atspi.Table.get_n_columns(node)
        return [
            [[Atspi.Table.get_accessible_at(node, row, at).get_name() for at in range(columns)] for row in range(rows)]
        ]
    return [grid for child in children(node) for grid in grids(child)]


if __name__ == "__main__":
    seen = {}
    for document in documents(int(sys.argv[1])):
        tree = "\n".join(drawn(document)) + "\n"
        seen[document.get_name()] = {
            "tree": tree,
            "texts": texts_in(document),
            "onward": read_on(document),
            "grids": grids(document),
        }
    sys.stdout.write(json.dumps(seen) + "\n")
