"""Trees."""
import math

import numpy as np

from shapes import TAU, arc, blob, bumps, loops, ring, scallops, zigzag


def foot(p, tall=(0.15, 0.7)):
    """Where a plant stands and how tall it is: nearer is lower and larger."""
    y = p.u(p.horizon, 1.02)
    near = (y - p.horizon) / max(0.1, 1 - p.horizon)
    return p.u(0, p.wide), y, p.u(*tall) * (0.35 + 0.65 * near)


def trunk(p, x, y, width, height):
    way = p.n(0, 5)
    lean = p.u(-0.1, 0.1) * height
    if way <= 1:
        p.line([(x - width / 2, y), (x - width * 0.35 + lean, y - height)])
        p.line([(x + width / 2, y), (x + width * 0.35 + lean, y - height)])
    elif way == 2:
        p.line([(x, y), (x + lean, y - height)], size=p.pick(1, 1, 2))
    elif way == 3:
        p.line([(x - width * 0.35 + lean, y - height), (x - width / 2, y), (x + width / 2, y), (x + width * 0.35 + lean, y - height)], fill=True)
    elif way == 4:
        p.shape([(x - width * 0.35, y - height), (x - width / 2, y), (x + width / 2, y), (x + width * 0.35, y - height)])
    else:
        p.line([(x, y), (x + lean * 0.5, y - height * 0.6), (x - width * 1.5, y - height * 1.15)])
        p.line([(x + lean * 0.5, y - height * 0.6), (x + width * 1.6, y - height * 1.2)])


def crown(p, x, y, rx, ry):
    way = p.n(0, 8)
    if way == 0:
        p.shape(scallops(p, x, y, rx, ry))
    elif way == 1:
        p.line(ring(p, x, y, rx, ry), fill=True)
    elif way == 2:
        p.shape(blob(p, x, y, rx, ry))
    elif way == 3:
        for _ in range(p.n(2, 5)):
            p.line(ring(p, x + p.u(-0.5, 0.5) * rx, y + p.u(-0.5, 0.5) * ry, rx * p.u(0.4, 0.65), ry * p.u(0.4, 0.65)), fill=True)
    elif way == 4:
        for i in range(p.n(2, 5)):
            dy = p.u(-0.6, 0.6) * ry
            p.line(loops(p, x - rx * 0.8, x + rx * 0.8, y + dy, ry * p.u(0.2, 0.45), p.n(4, 9)))
    elif way == 5:
        p.line(scallops(p, x, y, rx, ry, math.pi * p.u(0.75, 0.95), math.pi * p.u(2.05, 2.25)), fill=True)
    elif way == 6:
        p.line(np.vstack([scallops(p, x, y, rx, ry), loops(p, x - rx * 0.6, x + rx * 0.6, y, ry * 0.3, p.n(3, 6))]))
    elif way == 7:
        for _ in range(p.n(3, 6)):
            a = p.u(0, TAU)
            p.line(scallops(p, x + p.u(-0.45, 0.45) * rx, y + p.u(-0.45, 0.45) * ry, rx * 0.5, ry * 0.5, a, a + p.u(2, 5), p.n(3, 6)))
    else:
        p.line([(x + rx * p.u(0.7, 1) * math.cos(a), y + ry * p.u(0.7, 1) * math.sin(a)) for a in np.linspace(0, TAU, p.n(14, 30))], fill=True)


def bare(p, x, y, h):
    """A winter tree: trunk and forked branches."""
    p.line([(x, y), (x + p.u(-0.05, 0.05) * h, y - h * 0.5), (x + p.u(-0.15, 0.15) * h, y - h)])
    for _ in range(p.n(3, 8)):
        t, side, reach = p.u(0.3, 0.9), p.pick(-1, 1), p.u(0.12, 0.35) * h
        p.line([(x, y - t * h), (x + side * reach * 0.6, y - t * h - reach * 0.5), (x + side * reach, y - t * h - reach * p.u(0.8, 1.2))])


def tree(p, x, y, h, kind):
    p.thing(kind)
    if p.maybe(0.1):
        bare(p, x, y, h)
        if kind == 'cherry':
            for _ in range(p.n(3, 10)):
                p.line(ring(p, x + p.u(-0.3, 0.3) * h, y - h * p.u(0.5, 1.05), h * p.u(0.02, 0.06)))
        return
    stem, rx = h * p.u(0.25, 0.5), h * p.u(0.25, 0.5)
    ry = (h - stem) / 2 * p.u(0.95, 1.15)
    width = h * p.u(0.04, 0.14)
    if p.maybe(0.08):
        top = scallops(p, x, y - h + ry, rx, ry, math.pi * 0.6, math.pi * 2.4)
        p.line(np.vstack([[(x - width / 2, y), (x - width / 2, y - stem)], top, [(x + width / 2, y - stem), (x + width / 2, y)]]), fill=True)
        return
    first = p.maybe(0.6)
    if first:
        crown(p, x, y - h + ry, rx, ry)
    if p.maybe(0.92):
        trunk(p, x, y, width, stem * p.u(0.9, 1.2))
    if not first:
        crown(p, x, y - h + ry, rx, ry)
    if kind == 'cherry' and p.maybe(0.45):
        for _ in range(p.n(3, 12)):
            s = p.u(0.006, 0.018)
            p.line(ring(p, x + p.u(-1.1, 1.1) * rx, y - h + ry + p.u(-1, 2.2) * ry, s, s * p.u(0.5, 1)))
    elif p.maybe(0.25):
        for _ in range(p.n(1, 5)):
            a = p.u(0, 5)
            p.line(arc(x + p.u(-0.5, 0.5) * rx, y - h + ry + p.u(-0.5, 0.5) * ry, rx * 0.2, ry * 0.15, a, a + 2.5, 7), 'detail')
    p.hatch(x, y - h + ry * 0.6, x + rx * 0.8, y - h + ry * 1.7)


def broadleaf(p):
    for _ in range(p.pick(1, 1, 2, 3)):
        tree(p, *foot(p), 'broadleaf')


def cherry(p):
    for _ in range(p.pick(1, 1, 2, 3)):
        tree(p, *foot(p), 'cherry')


def triangle(p, x0, x1, top, base):
    middle = (x0 + x1) / 2
    points = [(x0, base), (middle, top), (x1, base)]
    if p.maybe(0.7):
        p.shape(points)
    else:
        p.line(points, fill=True)


def fir(p, x, y, h):
    w, way = h * p.u(0.25, 0.5), p.n(0, 5)
    stem = h * p.u(0.06, 0.22)
    base, top = y - stem, y - h
    if way == 0:
        tiers = p.n(2, 5)
        for i in range(tiers):
            low = base - (base - top) * i / tiers
            high = max(top, low - (base - top) / tiers * 1.5) if i < tiers - 1 else top
            half = w / 2 * (1 - 0.65 * i / tiers)
            triangle(p, x - half, x + half, high, low)
    elif way == 1:
        triangle(p, x - w / 2, x + w / 2, top, base)
    elif way == 2:
        tiers = p.n(3, 6)
        left = [(x - w / 2 * (i + s) / tiers, top + (base - top) * (i + 1 - 0.12 * (s == 0.35)) / tiers) for i in range(tiers) for s in (1, 0.35)]
        right = [(2 * x - a, b) for a, b in reversed(left)]
        p.shape([*right, *[], (x, top), *left]) if p.maybe(0.7) else p.line([*left[::-1], (x, top), *right[::-1]], fill=True)
    elif way == 3:
        p.line([(x, y), (x, top)])
        rows = p.n(3, 8)
        for i in range(rows):
            at, half, drop = top + (base - top) * (i + 0.8) / rows, w / 2 * (i + 1) / rows, p.u(0.01, 0.05)
            if p.maybe(0.5):
                p.line([(x - half, at + drop), (x, at), (x + half, at + drop)])
            else:
                p.line([(x, at), (x - half, at + drop)])
                p.line([(x, at), (x + half, at + drop)])
        return
    elif way == 4:
        rows = p.n(5, 11)
        p.line([(x + (1 if i % 2 else -1) * w / 2 * i / rows, top + (base - top) * i / rows) for i in range(rows + 1)])
    else:
        p.line([(x - w / 2, base), (x - w * 0.2, (base + top) / 2), (x, top), (x + w * 0.2, (base + top) / 2), (x + w / 2, base)])
    if p.maybe(0.8):
        trunk(p, x, y, w * 0.15, stem)
    p.hatch(x, (top + base) / 2, x + w * 0.3, base)


def matsu(p, x, y, h):
    """A Japanese pine: bent trunk, flat pads."""
    lean = p.u(-0.3, 0.3) * h
    spine = [(x, y), (x + lean * 0.8, y - h * 0.35), (x + lean * 0.2, y - h * 0.65), (x + lean, y - h * 0.9)]
    p.line(spine, size=p.pick(1, 2))
    if p.maybe(0.4):
        p.line([(a + h * 0.06, b) for a, b in spine])
    for i in range(p.n(2, 5)):
        px, py = x + lean * 0.5 + p.u(-0.4, 0.4) * h, y - h * (0.4 + 0.6 * i / 4)
        if p.maybe(0.5):
            p.shape(scallops(p, px, py, h * p.u(0.15, 0.3), h * p.u(0.05, 0.1)))
        else:
            p.line(bumps(p, px - h * 0.25, px + h * 0.25, py, h * 0.1, p.n(3, 5)), fill=True)


def pine(p):
    for _ in range(p.pick(1, 1, 2, 3, 5)):
        p.thing('pine')
        x, y, h = foot(p)
        (matsu if p.maybe(0.15) else fir)(p, x, y, h)


def palm(p):
    for _ in range(p.pick(1, 1, 2)):
        p.thing('palm')
        x, y, h = foot(p, (0.3, 0.8))
        lean = p.u(-0.35, 0.35) * h
        t = np.linspace(0, 1, 10)
        bow = np.stack([x + lean * t ** p.u(1, 2.2), y - h * t], 1)
        p.line(bow)
        if p.maybe(0.6):
            foot_width, top_width = h * p.u(0.04, 0.14), h * p.u(0.02, 0.06)
            p.line(bow + np.stack([foot_width + (top_width - foot_width) * t, 0 * t], 1))
        for _ in range(p.pick(0, 0, 3, 5)):
            bx, by = bow[p.n(1, 8)]
            p.line([(bx - 0.004, by), (bx + h * 0.06, by + 0.006)], 'detail')
        tip, leaf = bow[-1] + (h * p.u(0, 0.04), 0), p.n(0, 5)
        reach, droop, rise = h * p.u(0.22, 0.5), p.u(0.0, 0.6), p.u(0.1, 0.6)
        first, last = p.pick((0.95, 2.05), (0.8, 2.2), (1.05, 1.95), (0.6, 2.4))
        for a in np.linspace(math.pi * first, math.pi * last, p.n(4, 9)):
            frond(p, leaf, tip, a, reach * p.u(0.75, 1.2), droop, rise)
        for _ in range(p.pick(0, 0, 1, 2, 3)):
            p.line(ring(p, tip[0] + p.u(-0.04, 0.04), tip[1] + p.u(0, 0.03), h * p.u(0.02, 0.04)))


def frond(p, leaf, tip, angle, reach, droop, rise):
    """One leaf of a palm: out along the angle, bent up and then down."""
    s = np.linspace(0, 1, 8)
    x = tip[0] + reach * np.cos(angle) * s
    y = tip[1] + reach * (np.sin(angle) * s - rise * np.sin(s * math.pi) * 0.4 + droop * s**2)
    line = np.stack([x, y], 1)
    if leaf <= 1:
        p.line(line)
    elif leaf == 2:
        p.line(line[[0, 3, 7]])
    elif leaf == 3:
        p.shape(np.vstack([line, (line + (0, reach * 0.12) * np.sin(s * math.pi)[:, None])[::-1]]))
    elif leaf == 4:
        comb = [line[0]]
        for point in line[1:]:
            comb += [point, point + (0.01, reach * 0.14), point]
        p.line(comb)
    else:
        p.line(np.vstack([line, zigzag(p, line[-1, 0], line[0, 0], line[-1, 1] + reach * 0.08, reach * 0.08, 4, line[0, 1] - line[-1, 1])]))


def bamboo(p):
    p.thing('bamboo')
    x0, y, span = p.u(0, p.wide * 0.8), p.u(0.75, 1.05), p.u(0.15, 0.7)
    top = p.pick(-0.02, p.u(0, 0.3))
    double = p.maybe(0.55)
    ticks, leaves = p.maybe(0.75), p.maybe(0.6)
    for _ in range(p.n(3, 9)):
        x, lean, w = x0 + p.u(0, span), p.u(-0.06, 0.06), p.u(0.008, 0.03)
        p.line([(x, y), (x + lean, top)])
        if double:
            p.line([(x + w, y), (x + w + lean, top)])
        if ticks:
            for i in range(p.n(2, 5)):
                t = (i + p.u(0.3, 0.7)) / 5
                jx = x + lean * t
                p.line([(jx - 0.004, y + (top - y) * t), (jx + (w if double else 0.015) + 0.004, y + (top - y) * t + p.u(-0.004, 0.004))])
        if leaves:
            for _ in range(p.n(1, 4)):
                t, side = p.u(0.4, 1), p.pick(-1, 1)
                lx, ly = x + lean * t, y + (top - y) * t
                p.line([(lx, ly), (lx + side * p.u(0.03, 0.06), ly + p.u(0, 0.02)), (lx + side * p.u(0.06, 0.1), ly + p.u(0.02, 0.06))])
