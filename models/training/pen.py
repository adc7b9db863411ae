"""A page and the hand that draws on it. Lengths are in panel heights: y 0 is the top edge, 1 the bottom, x 0..page.wide."""
import math
import random

import numpy as np

from kinds import KINDS, colours_of

TAU = 2 * math.pi


class Page:
    """One drawing in the making: strokes as [points, kind, object, line colour, fill colour, size]."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        r = self.r
        self.wide = r.choice([16 / 9] * 7 + [2.39, 2.39, 1.85, 4 / 3, 4 / 3, 1.0, 9 / 16])
        self.horizon = r.uniform(0.28, 0.72)
        self.manner = r.choices(['black', 'one', 'coloured', 'filled', 'mixed'], [42, 8, 22, 10, 18])[0]
        self.one = r.choice(['#1d1d1d', '#4465e9', '#e03131', '#9fa8b2', '#3b3b3b', '#6b4a2b'])
        self.shading = r.choice([0, 0, 0.1, 0.3])
        self.wobble = r.choice([0.001, 0.003, 0.006, 0.01, 0.016])
        self.size = r.choice([0.003, 0.0037, 0.005, 0.0065, 0.009, 0.012, 0.018])
        # Some draw everything small, some fill the page.
        self.bold = math.exp(r.gauss(0.18, 0.28))
        self.night = False
        self.strokes = []
        self.objects = 0
        self.object = -1
        self.kind = 'unknown'

    # -- chance
    def u(self, low, high):
        return low + (high - low) * self.r.random()

    def maybe(self, chance):
        return self.r.random() < chance

    def n(self, low, high):
        return self.r.randint(low, high)

    def pick(self, *options):
        return self.r.choice(options)

    # -- things
    def thing(self, kind):
        """What follows is one object of this kind."""
        self.object = self.objects
        self.objects += 1
        self.kind = kind
        self.paint = self.r.choice(colours_of(kind, self.night))
        self.coloured = self.manner in ('coloured', 'filled') or (self.manner == 'mixed' and self.maybe(0.5))
        self.filled = self.coloured and (self.manner == 'filled' and self.maybe(0.75) or self.manner == 'mixed' and self.maybe(0.4) or self.maybe(0.04))

    def line(self, points, kind=None, fill=False, size=1.0):
        """One stroke. `fill`: a shape that people may fill with colour."""
        if len(points) < 2:
            return
        kind = kind or self.kind
        colour = self.one if self.manner == 'one' else '#1d1d1d'
        inside = None
        if self.coloured and self.manner != 'one':
            paint = self.paint if kind == self.kind else self.r.choice(colours_of(kind, self.night))
            colour = paint if self.maybe(0.8) else colour
            if fill and self.filled:
                inside = paint
        elif fill and self.maybe(0.02):
            inside = self.r.choice(['#ffffff', '#9fa8b2', '#1d1d1d'])
        self.strokes.append([np.asarray(points, float), kind, self.object, colour, inside, self.size * size])

    def shape(self, points, kind=None, fill=True):
        """A closed outline, as people close it: exactly, not quite, or past the start."""
        points = [tuple(point) for point in points]
        turn = self.n(0, len(points) - 1) if self.maybe(0.5) else 0
        points = points[turn:] + points[:turn]
        if self.maybe(0.85):
            points = points + [points[0]]
        self.line(points, kind, fill)

    def hatch(self, x0, y0, x1, y1, chance=None, kind='detail'):
        """Shading inside a box: separate lines or one zigzag."""
        if not self.maybe(self.shading if chance is None else chance):
            return
        count = self.n(3, 9)
        lean = self.u(-0.6, 0.6) * (y1 - y0)
        level = self.maybe(0.3)
        spots = [(i + self.u(0.2, 0.8)) / count for i in range(count)]
        if level:
            ends = [((x0 + self.u(0, 0.2) * (x1 - x0), y0 + s * (y1 - y0)), (x1 - self.u(0, 0.2) * (x1 - x0), y0 + s * (y1 - y0))) for s in spots]
        else:
            ends = [((x0 + s * (x1 - x0) + lean, y0 + self.u(0, 0.15) * (y1 - y0)), (x0 + s * (x1 - x0), y1)) for s in spots]
        if self.maybe(0.45):
            self.line([point for i, pair in enumerate(ends) for point in (pair if i % 2 else pair[::-1])], kind)
        else:
            for pair in ends:
                self.line(pair, kind)


# -- shapes (lists of points)
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


# -- the hand
def hand(points, page, amount):
    """The polyline as a hand makes it: even samples, slow drift, small shake, rounded corners."""
    r = page.r
    steps = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    length = along[-1]
    count = int(min(72, max(6, length / 0.012)))
    at = np.linspace(0, length, count)
    x = np.interp(at, along, points[:, 0])
    y = np.interp(at, along, points[:, 1])
    if count > 10 and r.random() < 0.6:
        for values in (x, y):
            values[1:-1] = values[1:-1] * 0.5 + (values[:-2] + values[2:]) * 0.25
    amount = min(amount, 0.02 + length * 0.06)
    slow, fast = r.uniform(0.08, 0.4), r.uniform(0.02, 0.07)
    for values in (x, y):
        values += amount * (r.gauss(0, 0.8) * np.sin(at / slow + r.uniform(0, TAU)) + r.gauss(0, 0.35) * np.sin(at / fast + r.uniform(0, TAU)))
        values += r.gauss(0, 0.5) * amount
    return np.stack([x, y], 1)


def cut(points, page):
    """The pieces of one line that somebody draws in several goes."""
    pieces = page.n(2, page.pick(3, 4, max(4, len(points) // 9)))
    edges = [0, *sorted(page.n(3, max(4, len(points) - 3)) for _ in range(pieces - 1)), len(points)]
    overlap = page.pick(0, 1, 3, -1)
    parts = [points[max(0, a - overlap):b] for a, b in zip(edges[:-1], edges[1:])]
    return [part for part in parts if len(part) >= 3]


def distort(page, lines):
    """The lines of one thing, none of which a person draws quite as meant: leaning, squeezed, parts misplaced."""
    r = page.r
    points = np.concatenate(lines)
    low, high = points.min(0), points.max(0)
    middle, extent = (low + high) / 2, float((high - low).max())
    # Land and water run from edge to edge: they bend, but do not turn.
    free = 1.0 if extent < 0.6 * page.wide else 0.25
    turn, lean = r.gauss(0, 0.07) * free, r.gauss(0, 0.1) * free
    grown = page.bold * math.exp(r.gauss(0, 0.15)) if extent < 0.55 else 1.0
    sx, sy = grown * math.exp(r.gauss(0, 0.13) * free), grown * math.exp(r.gauss(0, 0.13))
    # What stands on the ground grows upwards.
    lift = np.array([0.0, (grown - 1) * (high - low)[1] / 2])
    whole = np.array([[sx * math.cos(turn), sx * (math.sin(turn) + lean)], [-sy * math.sin(turn), sy * math.cos(turn)]]).T
    bend, phase = r.gauss(0, 0.02) * extent, r.uniform(0, TAU)
    sloppy = r.choice([0.0, 0.015, 0.03, 0.06]) * min(extent, 0.5)
    out = []
    for line in lines:
        moved = (line - middle) @ whole.T
        if extent > 0.02:
            moved = moved + bend * np.sin(moved[:, ::-1] / extent * 5 + phase)
        own = moved.mean(0)
        moved = (moved - own) * math.exp(r.gauss(0, 0.05)) + own + (r.gauss(0, sloppy), r.gauss(0, sloppy))
        out.append(moved + middle - lift)
    return out


def join(lines, kinds):
    """Lines of a thing drawn without lifting the pen, where the next begins nearby."""
    joined, names = [lines[0]], [kinds[0]]
    for line, kind in zip(lines[1:], kinds[1:]):
        ends = joined[-1][-1]
        near, far = np.hypot(*(line[0] - ends)), np.hypot(*(line[-1] - ends))
        if kind == names[-1] and min(near, far) < 0.12:
            joined[-1] = np.concatenate([joined[-1], line if near <= far else line[::-1]])
        else:
            joined.append(line)
            names.append(kind)
    return joined, names


def aside(page, lines, taken):
    """Moves a small thing to where there is room, as people place things."""
    low, high = np.min([line.min(0) for line in lines], 0), np.max([line.max(0) for line in lines], 0)
    size = high - low
    if size[0] > 0.5 * page.wide or size[1] > 0.8:
        return lines
    best, room = 0.0, None
    for shift in (0.0, *(page.u(0, page.wide) - (low[0] + high[0]) / 2 for _ in range(3))):
        a, b = low + (shift, 0), high + (shift, 0)
        over = sum(np.prod(np.clip(np.minimum(b, d) - np.maximum(a, c), 0, None)) for c, d in taken) / (np.prod(size) + 1e-4)
        if room is None or over < room - 0.1:
            best, room = shift, over
    taken.append((low + (best, 0), high + (best, 0)))
    return [line + (best, 0) for line in lines]


def redraw(page):
    """The strokes of every thing, distorted, and now and then in one go."""
    r = page.r
    taken, tidy = [], r.random() < 0.75
    things = {}
    for stroke in page.strokes:
        things.setdefault(stroke[2], []).append(stroke)
    flowing = r.choice([0, 0, 0, 0.1, 0.5])
    strokes = []
    for group in things.values():
        lines, kinds = distort(page, [stroke[0] for stroke in group]), [stroke[1] for stroke in group]
        if tidy and kinds[0] not in ('wires', 'rail', 'train', 'stars', 'detail'):
            lines = aside(page, lines, taken)
        if r.random() < flowing and not any(stroke[4] for stroke in group):
            lines, kinds = join(lines, kinds)
        strokes += [[line, kind, *stroke[2:]] for line, kind, stroke in zip(lines, kinds, group)]
    return strokes


def finish(page):
    """The page's strokes as drawn by this hand: (points, kind id, object, line colour, fill colour, size)."""
    r = page.r
    missing = r.choice([0, 0, 0.04, 0.12])
    pieces = r.choice([0, 0, 0, 0.1, 0.35, 0.7])
    again = r.choice([0, 0, 0, 0.06, 0.25])
    mirrored = r.random() < 0.5
    zoom = r.uniform(0.85, 1.12) if r.random() < 0.5 else 1.0
    dx, dy = (r.gauss(0, 0.03), r.gauss(0, 0.03)) if r.random() < 0.5 else (0.0, 0.0)
    drawn = []
    for points, kind, thing, colour, fill, size in redraw(page):
        if r.random() < missing and kind not in ('sun', 'moon'):
            continue
        for _ in range(2 if r.random() < again else 1):
            line = hand(points, page, page.wobble)
            line = (line - (page.wide / 2, 0.5)) * zoom + (page.wide / 2 + dx, 0.5 + dy)
            if mirrored:
                line[:, 0] = page.wide - line[:, 0]
            inside = (line[:, 0] > -0.12) & (line[:, 0] < page.wide + 0.12) & (line[:, 1] > -0.12) & (line[:, 1] < 1.12)
            if fill is None:
                line = line[inside]
            if len(line) < 3 or not inside.any():
                continue
            if r.random() < 0.3:
                line = line[::-1]
            for part in cut(line, page) if fill is None and len(line) > 10 and r.random() < pieces else [line]:
                drawn.append((part, KINDS.index(kind), thing, colour, fill, size))
    return reorder(drawn, page)


def reorder(drawn, page):
    """People finish one thing before the next, mostly; which comes first is anybody's choice."""
    r = page.r
    habit = r.random()
    if habit < 0.3:
        return drawn
    if habit < 0.85:
        place = {thing: r.random() for thing in {stroke[2] for stroke in drawn}}
        return sorted(drawn, key=lambda stroke: place[stroke[2]])
    r.shuffle(drawn)
    return drawn
