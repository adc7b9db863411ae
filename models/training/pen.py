"""A page and the hand that draws on it. Lengths are in panel heights: y 0 is the top edge, 1 the bottom, x 0..page.wide."""
import math
import random

import numpy as np

from kinds import KINDS, colours_of
from shapes import TAU


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

    


    def u(self, low, high):
        return low + (high - low) * self.r.random()

    def maybe(self, chance):
        return self.r.random() < chance

    def n(self, low, high):
        return self.r.randint(low, high)

    def pick(self, *options):
        return self.r.choice(options)

    


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
