"""Collects the reading fonts (being written)."""
