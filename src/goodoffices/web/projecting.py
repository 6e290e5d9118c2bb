"""From degrees to pixels: windows on the world, true to scale at their middle."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

NORTHMOST, SOUTHMOST = 84.0, -60.0
_LEAST_DEGREES = 4.0
_AROUND = 0.14


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two have something in common."""
        return (
            self.west < other.east and other.west < self.east and self.south < other.north and other.south < self.north
        )

    def holds(self, lon: float, lat: float) -> bool:
        """Return whether a point lies within."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def sides_passed(self, lon: float, lat: float) -> int:
        """Return on which sides a point lies outside, as bits; 0 for within."""
        return (lon < self.west) | (lon > self.east) << 1 | (lat < self.south) << 2 | (lat > self.north) << 3


@dataclass(frozen=True, slots=True)
class Window:
    """A box as it is drawn: so many pixels wide and high."""

    box: Box
    width: int
    height: int

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]], width: int, height: int) -> "Window":
        """Return the window that shows these points with some room around them; the inhabited world for none."""
        held = list(points)
        if not held:
            return cls.at(15.0, 25.0, 360.0, width, height)
        west, east = min(lon for lon, _ in held), max(lon for lon, _ in held)
        south, north = min(lat for _, lat in held), max(lat for _, lat in held)
        middle = (south + north) / 2
        # What is high asks for more degrees across, by how much shorter these are there.
        by_height = (north - south) * width / height / math.cos(math.radians(middle))
        across = max(east - west, by_height, _LEAST_DEGREES) * (1 + 2 * _AROUND)
        return cls.at((west + east) / 2, middle, across, width, height)

    @classmethod
    def at(cls, lon: float, lat: float, across: float, width: int, height: int) -> "Window":
        """Return the window with this middle that is so many degrees wide, moved to where there is something to see."""
        across = min(max(across, _LEAST_DEGREES / 4), 360.0)
        west = min(max(lon - across / 2, -180.0), 180.0 - across)
        lat = min(max(lat, SOUTHMOST), NORTHMOST)
        high = min(across * height / width * math.cos(math.radians(lat)), NORTHMOST - SOUTHMOST)
        south = min(max(lat - high / 2, SOUTHMOST), NORTHMOST - high)
        digits = [round(number, 3) for number in (west, south, west + across, south + high)]
        return cls(Box(*digits), width, height)

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle."""
        return (self.box.west + self.box.east) / 2, (self.box.south + self.box.north) / 2

    @property
    def across(self) -> float:
        """Degrees from west to east."""
        return self.box.east - self.box.west

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point is drawn, pixels from the left and from the top."""
        box = self.box
        x = (lon - box.west) / (box.east - box.west) * self.width
        y = (box.north - lat) / (box.north - box.south) * self.height
        return round(x, 1), round(y, 1)
