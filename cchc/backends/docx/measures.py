"""Lengths of the tree and the style sheet in the units of WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil

_TWIPS_PER_POINT = 20
_TWIPS_PER_MM = 1440 / 25.4
SINGLE_LINE = 240
"""Single line spacing in the unit of ``w:line``."""


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point: A4 is 11906 x 16838."""
    return round(mm * _TWIPS_PER_MM)


def margin_twips(mm: float) -> int:
    """Millimetres as twips, rounded up: 15 mm are 851, as 850 would fall below the decree's least margin."""
    return ceil(round(mm * _TWIPS_PER_MM, 6))


def millimetres(length: int) -> float:
    """Twips as millimetres."""
    return length / _TWIPS_PER_MM


def point_twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * _TWIPS_PER_POINT)


def half_points(points: float) -> int:
    """Points as half points, the unit of ``w:sz``."""
    return round(points * 2)


def split(total: int, shares: Sequence[float]) -> tuple[int, ...]:
    """``total`` twips cut in proportion to ``shares``; the parts add up to it exactly.

    Raises ValueError when there is no share, or one is not a positive number.
    """
    if not shares or not all(share > 0 for share in shares):
        raise ValueError(f"widths must be positive numbers, not {tuple(shares)}")
    whole = sum(shares)
    edges = [0, *(round(total * reached / whole) for reached in accumulate(shares))]
    return tuple(right - left for left, right in pairwise(edges))
