"""Figures as pictures: pure functions from numbers to SVG, with the same as a table.

No framework is needed, so that the terminal draws what the pages show. Each function is
told first in whose words (`voice`).
"""
