"""Build the outlines of Beijing's districts for a drawn map.

Usage: `python data/gazetteer/build_map.py ECHARTS`, the unpacked folder of the npm package echarts 4.9.0 (Apache-2.0).
Its coordinates are steps of a 1024th of a degree, zigzag-coded as characters; they come out as SVG paths on a plane
where a degree of longitude is as short as it is at Beijing's latitude.
"""

from __future__ import annotations

import argparse
import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WIDTH = 800.0
TOLERANCE = 1.0
"""How far, in units of the drawing, a simplified outline may stray."""

Point = tuple[float, float]


def decode(encoded: str, offsets: tuple[int, int]) -> list[Point]:
    """Decode one ring into pairs of longitude and latitude."""
    ring: list[Point] = []
    longitude, latitude = offsets
    for first, second in zip(encoded[::2], encoded[1::2], strict=True):
        longitude += _step(first)
        latitude += _step(second)
        ring.append((longitude / 1024, latitude / 1024))
    return ring


def _step(character: str) -> int:
    number = ord(character) - 64
    return (number >> 1) ^ -(number & 1)


def rings(feature: dict[str, Any]) -> list[list[Point]]:
    """Decode all outer rings of a district; a district in several parts has several."""
    shape = feature["geometry"]
    codes, offsets = shape["coordinates"], shape["encodeOffsets"]
    if shape["type"] == "Polygon":
        codes, offsets = [codes], [offsets]
    return [decode(part[0], (start[0][0], start[0][1])) for part, start in zip(codes, offsets, strict=True)]


def simplify(line: list[Point], tolerance: float) -> list[Point]:
    """Drop the points that stray less than `tolerance` from the chord (Douglas and Peucker 1973)."""
    if len(line) < 3:
        return line
    far, where = max((_distance(point, line[0], line[-1]), index) for index, point in enumerate(line[1:-1], 1))
    if far < tolerance:
        return [line[0], line[-1]]
    return simplify(line[: where + 1], tolerance)[:-1] + simplify(line[where:], tolerance)


def _distance(point: Point, start: Point, end: Point) -> float:
    chord = math.dist(start, end)
    if not chord:
        return math.dist(point, start)
    across = (end[0] - start[0]) * (start[1] - point[1]) - (start[0] - point[0]) * (end[1] - start[1])
    return abs(across) / chord


def centroid(ring: list[Point]) -> Point:
    """Give the centre of gravity of a closed ring, where its label belongs."""
    crosses = [(a[0] * b[1] - b[0] * a[1], a[0] + b[0], a[1] + b[1]) for a, b in pairwise([*ring, ring[0]])]
    area = sum(cross for cross, _, _ in crosses)
    return sum(c * x for c, x, _ in crosses) / (3 * area), sum(c * y for c, _, y in crosses) / (3 * area)


def path(ring: list[Point]) -> str:
    """Write a ring as an SVG path."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def draw(source: Path) -> dict[str, object]:
    """Draw every district: adcode, name, the point for its label, and its outline as an SVG path."""
    shapes = {feature["id"]: (feature["properties"]["name"], rings(feature)) for feature in _features(source)}
    points = [point for _, parts in shapes.values() for ring in parts for point in ring]
    west, south = min(x for x, _ in points), min(y for _, y in points)
    east, north = max(x for x, _ in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)
    districts = []
    for adcode, (name, parts) in sorted(shapes.items()):
        flat = [[((x - west) * squeeze * scale, (north - y) * scale) for x, y in ring] for ring in parts]
        label = centroid(max(flat, key=len))
        outline = "".join(path(simplify(ring, TOLERANCE)) for ring in flat)
        districts.append({"adcode": adcode, "name": name, "label": [round(part, 1) for part in label], "path": outline})
    return {
        "source": "echarts 4.9.0, map/json/province/beijing.json, Apache-2.0; decoded and simplified",
        "width": WIDTH,
        "height": round((north - south) * scale, 1),
        "districts": districts,
    }


def _features(source: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(source.read_text("utf-8"))["features"]
    return features


def main() -> None:
    """Write `beijing_map.json` beside this script."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("echarts", type=Path, help="the unpacked folder of echarts")
    drawing = draw(arguments.parse_args().echarts / "map" / "json" / "province" / "beijing.json")
    target = HERE / "beijing_map.json"
    lines = json.dumps(drawing, ensure_ascii=False).replace('{"adcode"', '\n{"adcode"')  # a district a line
    target.write_text(lines + "\n", "utf-8")
    print(f"{target.name}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
