"""How each language says figures: numbers, dates, times, measures."""
