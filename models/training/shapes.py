"""Shapes as lists of points. Lengths are in panel heights."""
import math

import numpy as np

TAU = 2 * math.pi


def arc(cx, cy, rx, ry, start, end, count=16):
    angles = np.linspace(start, end, count)
    return np.stack([cx + rx * np.cos(angles), cy + ry * np.sin(angles)], 1)


def ring(page, cx, cy, rx, ry=None):
    start = page.u(0, TAU)
    way = page.pick(-1, 1)
    return arc(cx, cy, rx, rx if ry is None else ry, start, start + way * (TAU + page.u(-0.35, 0.7)), 24)


def blob(page, cx, cy, rx, ry, rough=0.15):
    """A closed irregular round."""
    angles = np.linspace(0, TAU, 22)
    swell = 1 + rough * (np.sin(2 * angles + page.u(0, TAU)) * page.u(0, 1) + np.sin(3 * angles + page.u(0, TAU)) * page.u(0, 0.7))
    return np.stack([cx + rx * swell * np.cos(angles), cy + ry * swell * np.sin(angles)], 1)


def box(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def rounded(page, x0, y0, x1, y1, corner=None):
    """A box with soft corners, starting anywhere on its foot."""
    r = (corner if corner is not None else page.u(0.05, 0.5)) * min(abs(x1 - x0), abs(y1 - y0))
    parts = [arc(x1 - r, y1 - r, r, r, math.pi / 2, 0, 5), arc(x1 - r, y0 + r, r, r, 0, -math.pi / 2, 5)]
    parts += [arc(x0 + r, y0 + r, r, r, -math.pi / 2, -math.pi, 5), arc(x0 + r, y1 - r, r, r, math.pi, math.pi / 2, 5)]
    return np.vstack(parts)


def scallops(page, cx, cy, rx, ry, start=0.0, end=TAU, count=None):
    """Bumps along an ellipse: the outline of a cloud or a crown."""
    count = count or page.n(5, 11)
    edges = np.linspace(start, end, count + 1) + np.array([page.u(-0.2, 0.2) for _ in range(count + 1)]) * (end - start) / count
    parts = []
    bulge = page.u(0.25, 0.6)
    for a, b in zip(edges[:-1], edges[1:]):
        t = np.linspace(0, 1, 6)
        out = 1 + bulge * np.sin(np.pi * t) * abs(b - a) / 2
        parts.append(np.stack([cx + rx * out * np.cos(a + (b - a) * t), cy + ry * out * np.sin(a + (b - a) * t)], 1))
    return np.vstack(parts)


def bumps(page, x0, x1, y, height, count):
    """Bumps along a level line."""
    edges = np.linspace(x0, x1, count + 1) + np.array([page.u(-0.25, 0.25) for _ in range(count + 1)]) * (x1 - x0) / count
    parts = []
    for a, b in zip(edges[:-1], edges[1:]):
        t = np.linspace(0, np.pi, 6)
        rise = height * page.u(0.55, 1.1)
        parts.append(np.stack([(a + b) / 2 - (b - a) / 2 * np.cos(t), y - rise * np.sin(t)], 1))
    return np.vstack(parts)


def zigzag(page, x0, x1, y, height, count, slope=0.0):
    t = np.linspace(0, 1, 2 * count + 1)
    ys = y + slope * t
    ys[1::2] -= height * np.array([page.u(0.5, 1.2) for _ in range(count)])
    xs = x0 + (x1 - x0) * t + np.array([page.u(-0.3, 0.3) for _ in t]) * (x1 - x0) / (2 * count + 1)
    return np.stack([xs, ys], 1)


def loops(page, x0, x1, y, radius, count, lift=0.0):
    """A curly scribble that travels from x0 to x1."""
    t = np.linspace(0, 1, 9 * count)
    angle = t * TAU * count + page.u(0, TAU)
    return np.stack([x0 + (x1 - x0) * t + radius * np.cos(angle), y + radius * np.sin(angle) - lift * np.sin(np.pi * t)], 1)


def ridge(page, x0, x1, y, height, rough, count=24):
    """A skyline of land: several sines, or straight slopes between peaks."""
    xs = np.linspace(x0, x1, count)
    t = np.linspace(0, 1, count)
    if page.maybe(rough):
        peaks = page.n(2, 6)
        places = np.sort([page.u(0, 1) for _ in range(peaks)])
        heights = [page.u(0.4, 1.0) for _ in range(peaks)]
        knots, tops = [0.0], [page.u(0, 0.3)]
        for i, (place, top) in enumerate(zip(places, heights)):
            knots.append(place)
            tops.append(top)
            if i + 1 < peaks:
                knots.append((place + places[i + 1]) / 2)
                tops.append(min(top, heights[i + 1]) * page.u(0.2, 0.8))
        knots.append(1.0)
        tops.append(page.u(0, 0.3))
        keep = np.concatenate([xs, x0 + (x1 - x0) * np.array(knots)])
        keep.sort()
        return np.stack([keep, y - height * np.interp((keep - x0) / (x1 - x0), knots, tops)], 1)
    waves = sum(page.u(0, 1) / k * np.sin(TAU * k * t * page.u(0.5, 1.2) + page.u(0, TAU)) for k in (1, 2, 3))
    waves = (waves - waves.min()) / (np.ptp(waves) + 1e-6)
    return np.stack([xs, y - height * waves], 1)


def wave(page, x0, y0, x1, y1, swing, turns):
    t = np.linspace(0, 1, 20)
    nx, ny = y0 - y1, x1 - x0
    length = math.hypot(nx, ny) + 1e-6
    off = swing * np.sin(t * TAU * turns + page.u(0, TAU))
    return np.stack([x0 + (x1 - x0) * t + nx / length * off, y0 + (y1 - y0) * t + ny / length * off], 1)
