"""What stands along roads and rails: fences, walls, wires, lamps, trains, stations."""
import math

import numpy as np

from shapes import arc, blob, box, ring, rounded, wave


def fence(p):
    p.thing('fence')
    x0, x1 = p.u(-0.05, 0.4) * p.wide, p.u(0.55, 1.05) * p.wide
    y0, y1 = (p.u(p.horizon + 0.08, 0.97),) * 2 if p.maybe(0.6) else (p.u(p.horizon + 0.06, 0.7), p.u(0.75, 0.98))
    h0 = p.u(0.04, 0.14)
    h1 = h0 * (1 if y0 == y1 else p.u(1.2, 2.2))
    at = lambda t, k: (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t - k * (h0 + (h1 - h0) * t))
    way, count = p.n(0, 3), p.n(4, 14)
    for k in p.pick((0.35, 0.8), (0.5,), (0.9,), (0.3, 0.6, 0.9)):
        p.line([at(0, k), at(0.5, k), at(1, k)])
    for t in np.linspace(0, 1, count):
        if way == 1:
            a, b, c, d, e = at(t, 0), at(t, 0.85), at(t + 0.014, 1.1), at(t + 0.028, 0.85), at(t + 0.028, 0)
            p.line([a, b, c, d, e], fill=True)
        elif way == 2 and t < 1:
            p.line([at(t, 0), at(t + 1 / count, 0.9)])
            p.line([at(t, 0.9), at(t + 1 / count, 0)])
        else:
            p.line([at(t, 0), at(t, 1)])


def wall(p):
    p.thing('wall')
    way = p.n(0, 3)
    x0, x1 = p.u(-0.05, 0.45) * p.wide, p.u(0.5, 1.05) * p.wide
    y, h = p.u(p.horizon + 0.1, 0.95), p.u(0.08, 0.3)
    far = 1.0
    if way == 0:
        far = p.u(0.3, 0.6)
    top = lambda t: y - h * (1 + (far - 1) * t) + (far < 1) * t * -0.0
    low = lambda t: y + (far - 1) * t * h * 0.6
    corners = [(x0, top(0)), (x1, top(1) + (low(1) - y)), (x1, low(1)), (x0, low(0))]
    if p.maybe(0.6):
        p.shape(corners)
    else:
        p.line(corners[:2])
        p.line(corners[3:1:-1])
        if p.maybe(0.4):
            p.line([corners[0], corners[3]])
    if p.maybe(0.25):
        p.line([(x0, top(0) + 0.02), (x1, corners[1][1] + 0.015)])
    marks = p.n(0, 4)
    if marks == 4:
        rows = p.n(1, 3)
        for i in range(rows):
            t = (i + 1) / (rows + 1)
            a, b = (corners[0][1] + (corners[3][1] - corners[0][1]) * t, corners[1][1] + (corners[2][1] - corners[1][1]) * t)
            p.line([(x0, a), (x1, b)], 'detail')
            for _ in range(p.n(0, 5)):
                s = p.u(0.03, 0.97)
                bx, by = x0 + (x1 - x0) * s, a + (b - a) * s
                p.line([(bx, by), (bx, by - (corners[3][1] - corners[0][1]) / (rows + 1))], 'detail')
    for _ in range(p.n(3, 12) if 0 < marks < 4 else 0):
        t = p.u(0.02, 0.95)
        bx = x0 + (x1 - x0) * t
        a, b = corners[0][1] + (corners[1][1] - corners[0][1]) * t, corners[3][1] + (corners[2][1] - corners[3][1]) * t
        by = a + (b - a) * p.u(0.1, 0.85)
        if marks == 1:
            p.line([(bx, by), (bx + 0.05, by)] if p.maybe(0.6) else [(bx, by), (bx, by + 0.03)], 'detail')
        elif marks == 2:
            p.line(blob(p, bx, by, 0.025, 0.016, 0.25), 'detail')
        else:
            p.line(box(bx, by, bx + 0.05, by + 0.022), 'detail')


def pole(p, x, base, h):
    p.line([(x, base), (x + p.u(-0.01, 0.01), base - h)])
    if p.maybe(0.25):
        p.line([(x + h * 0.03, base), (x + h * 0.03, base - h)])
    arms = p.n(0, 3)
    for i in range(arms):
        y, w = base - h * (0.95 - 0.1 * i), h * p.u(0.08, 0.16)
        p.line([(x - w, y), (x + w, y + p.u(-0.005, 0.005))])
    if p.maybe(0.2):
        p.line(box(x + 0.005, base - h * 0.75, x + h * 0.07, base - h * 0.65))
    return [(x + s * h * 0.1, base - h * (0.95 - 0.1 * i)) for i in range(max(1, arms)) for s in (-1, 1)]


def wires(p):
    p.thing('wires')
    way = p.n(0, 4)
    ends = []
    if way != 4:
        count, x, step = p.n(1, 4), p.u(0, 0.4) * p.wide, p.u(0.15, 0.6)
        base, h, shrink = p.u(p.horizon + 0.08, 1.02), p.u(0.35, 0.85), p.u(0.5, 1.0) if p.maybe(0.6) else 1.0
        for _ in range(count):
            ends.append(pole(p, x, base, h))
            x += step
            step *= shrink
            base = p.horizon + (base - p.horizon) * shrink
            h *= shrink
    if way == 4:
        for _ in range(p.n(1, 5)):
            a, b = p.u(0.05, 0.4), p.u(0.05, 0.4)
            t = np.linspace(0, 1, 14)
            p.line(np.stack([p.wide * t, a + (b - a) * t + p.u(0.01, 0.08) * np.sin(math.pi * t)], 1))
    elif p.maybe(0.8):
        for a, b in zip([[(-0.05, y + p.u(-0.1, 0.05)) for _, y in ends[0]], *ends], [*ends, [(p.wide + 0.05, y + p.u(-0.1, 0.05)) for _, y in ends[-1]]]):
            for (xa, ya), (xb, yb) in list(zip(a, b))[: p.n(1, 4)]:
                t = np.linspace(0, 1, 10)
                p.line(np.stack([xa + (xb - xa) * t, ya + (yb - ya) * t + p.u(0.005, 0.04) * np.sin(math.pi * t)], 1))


def lamp(p):
    for _ in range(p.pick(1, 1, 2)):
        p.thing('lamp')
        x, base, way = p.u(0.05, 0.95) * p.wide, p.u(p.horizon + 0.08, 1.0), p.n(0, 5)
        h = p.u(0.2, 0.6)
        side = p.pick(-1, 1)
        if way <= 1:
            p.line([(x, base), (x, base - h * 0.85), (x + side * h * 0.06, base - h), (x + side * h * 0.22, base - h)])
            if way == 0:
                p.line(ring(p, x + side * h * 0.24, base - h * 0.98, h * 0.05, h * 0.035), fill=True)
            else:
                p.shape([(x + side * h * 0.18, base - h), (x + side * h * 0.3, base - h), (x + side * h * 0.34, base - h * 0.93), (x + side * h * 0.14, base - h * 0.93)])
        elif way == 2:
            p.line([(x, base), (x, base - h * 0.8)])
            p.line(ring(p, x, base - h * 0.87, h * 0.08), fill=True)
        elif way == 3:
            p.line([(x, base), (x, base - h * 0.75)])
            p.shape([(x - h * 0.05, base - h * 0.75), (x - h * 0.08, base - h * 0.92), (x + h * 0.08, base - h * 0.92), (x + h * 0.05, base - h * 0.75)])
            p.line([(x - h * 0.1, base - h * 0.92), (x, base - h), (x + h * 0.1, base - h * 0.92)])
        elif way == 4:
            s = h * 0.5
            for y0, y1, w in ((0, 0.1, 0.35), (0.1, 0.45, 0.12), (0.45, 0.55, 0.3), (0.55, 0.75, 0.22)):
                p.shape(box(x - s * w, base - s * y1, x + s * w, base - s * y0))
            p.line([(x - s * 0.45, base - s * 0.75), (x, base - s), (x + s * 0.45, base - s * 0.75), (x - s * 0.45, base - s * 0.75)], fill=True)
        else:
            y, s = p.u(0.1, 0.6), p.u(0.03, 0.08)
            p.line([(x, y - s * 2), (x, y - s)])
            p.line(ring(p, x, y, s * 0.8, s), fill=True)
            for k in range(p.n(0, 3)):
                p.line([(x - s * 0.75, y + s * (k - 1) * 0.4), (x + s * 0.75, y + s * (k - 1) * 0.4)], 'detail')
        if way < 4 and p.maybe(0.25):
            for a in (0.4, 1.2, 2.0, 2.8):
                lx = x + (side * h * 0.24 if way <= 1 else 0)
                p.line([(lx + 0.05 * math.cos(a), base - h * 0.9 + 0.05 * math.sin(a)), (lx + 0.09 * math.cos(a), base - h * 0.9 + 0.09 * math.sin(a))], 'detail')


def train(p):
    p.thing('train')
    way = p.n(0, 4)
    if way <= 2:
        w, y = p.u(0.4, 1.5), p.u(p.horizon + 0.03, 0.85)
        h, x = w * p.u(0.14, 0.26), p.u(-0.1, 0.7) * p.wide
        cars = p.n(1, 3)
        for c in range(cars):
            a, b = x + w * c / cars + 0.006, x + w * (c + 1) / cars - 0.006
            nose = h * p.u(0, 0.5) if c == cars - 1 else 0
            if p.maybe(0.45):
                p.shape(rounded(p, a, y - h, b, y))
            else:
                p.shape([(a, y - h), (b - nose, y - h), (b, y - h * 0.4), (b, y), (a, y)])
            if p.maybe(0.85):
                n = p.n(2, 6)
                for i in range(n):
                    wx = a + (b - a) * (i + 0.25) / n
                    pane = (wx, y - h * 0.8, wx + (b - a) * p.u(0.4, 0.75) / n, y - h * p.u(0.4, 0.5))
                    p.shape(rounded(p, *pane) if p.maybe(0.3) else box(*pane), 'detail')
                if p.maybe(0.2):
                    p.line(box(a + (b - a) * 0.45, y - h * 0.75, a + (b - a) * 0.55, y - h * 0.05), 'detail')
            if p.maybe(0.4):
                p.line([(a, y - h * 0.3), (b, y - h * 0.3)], 'detail')
            if p.maybe(0.7):
                wheel, drop = h * p.u(0.06, 0.16), h * p.u(0, 0.12)
                for s in p.pick((0.15, 0.3, 0.7, 0.85), (0.2, 0.8), (0.15, 0.4, 0.6, 0.85)):
                    p.line(ring(p, a + (b - a) * s, y + drop, wheel) if p.maybe(0.8) else arc(a + (b - a) * s, y, wheel, wheel, 0, math.pi, 8))
        if p.maybe(0.3):
            px = x + w * 0.4
            p.line([(px - 0.03, y - h), (px, y - h - 0.05), (px + 0.03, y - h), (px, y - h - 0.05), (px - 0.02, y - h - 0.06)])
    elif way == 3:
        x, y, h = p.u(0.2, 0.8) * p.wide, p.u(0.6, 0.95), p.u(0.15, 0.4)
        w = h * p.u(0.7, 0.95)
        front = [(x - w / 2, y), (x - w / 2, y - h * 0.85), (x - w * 0.35, y - h), (x + w * 0.35, y - h), (x + w / 2, y - h * 0.85), (x + w / 2, y)]
        p.shape(rounded(p, x - w / 2, y - h, x + w / 2, y) if p.maybe(0.5) else front)
        for a, b in p.pick(((-0.42, -0.16), (-0.1, 0.1), (0.16, 0.42)), ((-0.4, -0.04), (0.04, 0.4)), ((-0.4, 0.4),)):
            p.shape(box(x + a * w, y - h * 0.8, x + b * w, y - h * p.u(0.4, 0.5)), 'detail')
        for s in (-0.3, 0.3):
            p.line(ring(p, x + s * w, y - h * 0.2, w * 0.06), 'detail')
        if p.maybe(0.4):
            far = p.pick(-1, 1) * p.u(0.3, 0.7)
            p.line([(x + math.copysign(w / 2, far), y - h * 0.85), (x + far, y - h * 0.6)])
            p.line([(x + math.copysign(w / 2, far), y), (x + far, y - h * 0.2)])
    else:
        x, y, h = p.u(0.3, 0.7) * p.wide, p.u(0.6, 0.9), p.u(0.1, 0.22)
        p.shape(box(x - h * 1.2, y - h * 0.7, x + h * 0.6, y))
        p.shape(box(x + h * 0.4, y - h * 1.2, x + h * 1.2, y))
        p.line([(x - h * 0.9, y - h * 0.7), (x - h * 0.95, y - h * 1.2), (x - h * 0.65, y - h * 1.2), (x - h * 0.7, y - h * 0.7)])
        for s in (-0.8, -0.2, 0.4, 0.9):
            p.line(ring(p, x + h * s, y + h * 0.1, h * 0.2))
        p.line(wave(p, x - h * 0.8, y - h * 1.3, x - h * 0.2, y - h * 2.2, 0.03, 2), 'detail')


def station(p):
    p.thing('station')
    x, y, w = p.u(0.1, 0.6) * p.wide, p.u(p.horizon + 0.1, 0.9), p.u(0.4, 1.0)
    h, way = w * p.u(0.25, 0.45), p.n(0, 3)
    slab = w * p.u(0.04, 0.08)
    if p.maybe(0.9):
        if way == 0:
            p.shape([(x, y), (x + w, y), (x + w * 1.25, y + slab * 3), (x - w * 0.1, y + slab * 3)])
        else:
            p.shape(box(x - w * 0.1, y, x + w * 1.1, y + slab))
    roof = y - h
    if p.maybe(0.5):
        p.shape([(x - w * 0.05, roof), (x + w * 0.05, roof - slab * 1.5), (x + w * 0.95, roof - slab * 1.5), (x + w * 1.05, roof)])
    elif p.maybe(0.5):
        p.shape(box(x - w * 0.05, roof - slab, x + w * 1.05, roof))
    else:
        p.line([(x - w * 0.08, roof + slab), (x + w / 2, roof - slab), (x + w * 1.08, roof + slab)])
    for s in np.linspace(0.08, 0.92, p.n(2, 5)):
        p.line([(x + w * s, roof), (x + w * s, y)])
    if p.maybe(0.6):
        sx, sw = x + w * p.u(0.15, 0.6), w * p.u(0.12, 0.22)
        p.shape(box(sx, y - h * 0.62, sx + sw, y - h * 0.4), p.pick('detail', 'station'))
        if p.maybe(0.6):
            p.line([(sx + 0.01, y - h * 0.4), (sx + 0.01, y)])
            p.line([(sx + sw - 0.01, y - h * 0.4), (sx + sw - 0.01, y)])
    if p.maybe(0.4):
        bx = x + w * p.u(0.1, 0.7)
        p.line([(bx, y), (bx, y - h * 0.15), (bx + w * 0.14, y - h * 0.15), (bx + w * 0.14, y)], 'detail')
    if way == 3:
        p.line(box(x + w * 0.05, roof, x + w * 0.95, y))
