"""Rivers, lakes, the sea, waterfalls, shores, boats, piers."""
import math

import numpy as np

from shapes import TAU, arc, blob, box, bumps, ring, wave, zigzag


def ripples(p, x0, x1, y0, y1, count):
    way = p.n(0, 3)
    for _ in range(count):
        x, y = p.u(x0, x1), p.u(y0, y1)
        w = p.u(0.02, 0.1)
        if way == 0:
            p.line([(x - w, y), (x + w, y)], 'detail')
        elif way == 1:
            p.line(wave(p, x - w, y, x + w, y, 0.006, 1.5), 'detail')
        elif way == 2:
            p.line(np.vstack([arc(x - w / 2, y - 0.01, w / 2, 0.015, math.pi, 0.2, 6), arc(x + w / 2, y - 0.01, w / 2, 0.015, math.pi, 0, 6)]), 'detail')
        else:
            p.line(bumps(p, x - w, x + w, y, 0.012, p.n(1, 3)), 'detail')


def winding(p, near, far):
    """Left and right edges of something that winds away from x near to the horizon at x far."""
    top = p.horizon + p.u(0, 0.06)
    t = np.linspace(0, 1, 18)
    swing = p.u(0, 0.35) * np.sin(t * math.pi * p.u(1, 2.6) + p.u(0, TAU)) * (1 - t) ** 0.6
    middle = near + (far - near) * t + swing
    y = 1.02 + (top - 1.02) * t**p.u(0.5, 0.9)
    return middle, y, (1 - t) ** 1.3


def river(p):
    p.thing('river')
    middle, y, narrow = winding(p, p.u(0.2, 0.8) * p.wide, p.u(0.2, 0.8) * p.wide)
    width = p.u(0.2, 0.9)
    half = width / 2 * narrow + p.u(0.005, 0.03)
    left, right = np.stack([middle - half, y], 1), np.stack([middle + half * p.u(0.8, 1.2), y], 1)
    way = p.n(0, 5)
    if way <= 2:
        p.line(left)
        p.line(right)
    elif way == 3:
        p.shape(np.vstack([left, right[::-1]]))
    elif way == 4:
        a, b = p.u(0.55, 0.8), p.u(0.02, 0.12)
        p.line(wave(p, 0, a, p.wide, a + p.u(-0.1, 0.1), 0.03, p.u(0.6, 1.5)))
        p.line(wave(p, 0, a + b, p.wide, a + b + p.u(-0.1, 0.1), 0.03, p.u(0.6, 1.5)))
    else:
        p.line(np.vstack([left, right[::-1]]), fill=True)
    for _ in range(p.pick(0, 0, 2, 4, 6)):
        i = p.n(1, 12)
        x, yy, w = middle[i] + p.u(-0.6, 0.6) * half[i], y[i], half[i] * p.u(0.15, 0.4)
        if p.maybe(0.5):
            p.line([(x, yy), (x + (middle[i + 2] - middle[i]) * 0.8, y[i + 2])], 'detail')
        else:
            p.line(wave(p, x - w, yy, x + w, yy, 0.005, 1.5), 'detail')


def lake(p):
    p.thing('lake')
    y, rx = p.u(p.horizon + 0.05, 0.9), p.u(0.2, 0.75)
    x, ry = p.u(0.1, 0.9) * p.wide, rx * p.u(0.12, 0.32)
    way = p.n(0, 5)
    if way == 0:
        p.line(ring(p, x, y, rx, ry), fill=True)
    elif way <= 2:
        p.shape(blob(p, x, y, rx, ry, 0.25))
    elif way == 3:
        p.line(arc(x, y, rx, ry, math.pi * p.u(0.8, 1.0), math.pi * p.u(2.0, 2.3)))
        if p.maybe(0.7):
            p.line(arc(x, y, rx, ry, 0.1, math.pi * 0.95))
    elif way == 4:
        top = p.horizon + p.u(0, 0.05)
        p.line([(0, top), (p.wide, top)])
        p.line(wave(p, 0, p.u(0.75, 0.95), p.wide, p.u(0.75, 0.95), p.u(0.02, 0.06), 0.7))
    else:
        outline = [(x - rx, y), (x - rx * 0.4, y - ry), (x + rx * 0.5, y - ry * 0.8), (x + rx, y + ry * 0.1), (x + rx * 0.3, y + ry), (x - rx * 0.6, y + ry * 0.8)]
        p.shape(outline)
    ripples(p, x - rx * 0.7, x + rx * 0.7, y - ry * 0.6, y + ry * 0.7, p.pick(0, 0, 2, 4, 7))


def sea(p):
    p.thing('sea')
    y, way = p.horizon + p.u(-0.01, 0.01), p.n(0, 5)
    if way <= 2:
        p.line([(0, y), (p.wide, y + p.u(-0.006, 0.006))])
    elif way == 3:
        p.shape([(0, y), (p.wide, y), (p.wide, 1), (0, 1)] if p.maybe(0.5) else [(0, y), (p.wide, y), (p.wide, p.u(0.65, 0.9)), (0, p.u(0.65, 0.9))])
    elif way == 4:
        p.line([(0, y), (p.wide, y)])
        for i in range(p.n(2, 6)):
            at = y + (0.95 - y) * (i + 0.6) / 6
            swell = wave(p, 0, at, p.wide, at, p.u(0.006, 0.02), p.u(2, 7))
            p.line(swell if p.maybe(0.5) else swell[p.n(0, 6):p.n(12, 20)])
    else:
        for i in range(p.n(2, 5)):
            at = y + (0.95 - y) * i / 5
            p.line(bumps(p, p.u(0, 0.3) * p.wide, p.u(0.7, 1) * p.wide, at, p.pick(-1, 1) * 0.02, p.n(5, 14)))
    ripples(p, 0.05, p.wide - 0.05, y + 0.03, 0.92, p.pick(0, 0, 3, 5, 9))


def waterfall(p):
    p.thing('waterfall')
    x, w = p.u(0.2, 0.8) * p.wide, p.u(0.05, 0.3)
    top, base = p.u(0.05, p.horizon), p.u(p.horizon + 0.08, 0.9)
    flare, way = p.u(0, 0.3) * w, p.n(0, 3)
    lines = p.n(3, 9)
    spots = np.linspace(-0.5, 0.5, lines)
    if way == 0:
        p.shape([(x - w / 2, top), (x + w / 2, top), (x + w / 2 + flare, base), (x - w / 2 - flare, base)])
        spots = spots[1:-1]
    for s in spots:
        a, b = (p.u(0, 0.25), p.u(0.75, 1)) if abs(s) < 0.5 and p.maybe(0.6) else (0, 1)
        fall = [(x + s * (w + 2 * flare * k), top + (base - top) * k) for k in (a, (a + b) / 2, b)]
        if way == 2:
            fall = [(x + s * w * 0.9, top - 0.02), (x + s * w, top), *fall]
        p.line(fall if way != 3 else wave(p, *fall[0], *fall[-1], 0.006, 2))
    if p.maybe(0.55):
        if p.maybe(0.5):
            p.line(bumps(p, x - w * 0.8, x + w * 0.8, base, 0.03, p.n(3, 6)))
        else:
            for _ in range(p.n(2, 5)):
                p.line(ring(p, x + p.u(-0.7, 0.7) * w, base + p.u(-0.01, 0.03), 0.02))


def shore(p):
    p.thing('shore')
    way, y = p.n(0, 4), p.u(p.horizon + 0.12, 0.9)
    if way <= 1:
        end = y + p.u(-0.1, 0.2)
        p.line(wave(p, 0, y, p.wide, end, p.u(0.01, 0.05), p.u(0.4, 1.4)), fill=False)
        if p.maybe(0.3):
            p.line(wave(p, 0, y + 0.04, p.wide, end + 0.04, p.u(0.01, 0.04), p.u(0.4, 1.4)))
    elif way == 2:
        side = p.maybe(0.5)
        t = np.linspace(0, 1, 14)
        xs = p.wide * (0.1 + 0.8 * t) * p.u(0.6, 1.1)
        curve = np.stack([xs, p.horizon + 0.02 + (1 - p.horizon) * t ** p.u(1.3, 2.5)], 1)
        p.line(curve if side else np.stack([p.wide - curve[:, 0], curve[:, 1]], 1))
    elif way == 3:
        line = wave(p, 0, y, p.wide, y + p.u(-0.05, 0.1), p.u(0.01, 0.04), 0.8)
        p.shape(np.vstack([line, [(p.wide, 1), (0, 1)]]))
    else:
        x, w = p.u(0.1, 0.9) * p.wide, p.u(0.2, 0.5)
        p.shape(blob(p, x, y, w, w * p.u(0.06, 0.14), 0.2))
    for _ in range(p.pick(0, 0, 4, 9)):
        x, dy = p.u(0, p.wide), p.u(min(y + 0.1, 0.95), 0.99)
        p.line(arc(x, dy, 0.004, 0.003, 0, TAU, 5), 'detail')


def hull(p, x, y, w):
    h, way = w * p.u(0.14, 0.3), p.n(0, 4)
    if way == 0:
        p.shape([(x - w / 2, y - h), (x + w / 2, y - h), (x + w * 0.36, y), (x - w * 0.34, y)])
    elif way == 1:
        p.line(np.vstack([arc(x, y - h, w / 2, h, math.pi, 0, 12), [(x - w / 2, y - h)]]), fill=True)
    elif way == 2:
        p.line(arc(x, y - h, w / 2, h, math.pi, 0, 12))
        p.line(arc(x, y - h, w / 2, h * p.u(0.2, 0.4), math.pi, 0, 10))
    elif way == 3:
        p.line([(x - w / 2, y - h * 1.2), (x - w * 0.32, y), (x + w * 0.34, y), (x + w * 0.55, y - h * 1.5), (x - w / 2, y - h)], fill=True)
    else:
        p.line([(x - w / 2, y - h), (x - w * 0.34, y), (x + w * 0.36, y), (x + w / 2, y - h)])
        p.line([(x - w / 2, y - h), (x + w / 2, y - h)])
    return y - h


def boat(p):
    for _ in range(p.pick(1, 1, 1, 2, 3)):
        p.thing('boat')
        y = p.u(p.horizon + 0.01, 0.92)
        w = p.u(0.08, 0.35) * (0.4 + 0.9 * (y - p.horizon) / (1 - p.horizon))
        x = p.u(0.08, p.wide - 0.08)
        deck, way = hull(p, x, y, w), p.n(0, 5)
        if way <= 2:
            mast, height = x + p.u(-0.1, 0.1) * w, w * p.u(0.7, 1.4)
            p.line([(mast, deck), (mast, deck - height)])
            if p.maybe(0.85):
                p.shape([(mast + 0.01, deck - height), (mast + w * p.u(0.3, 0.5), deck - height * 0.12), (mast + 0.01, deck - height * 0.1)])
            if p.maybe(0.45):
                p.shape([(mast - 0.01, deck - height * 0.9), (mast - w * p.u(0.2, 0.4), deck - height * 0.12), (mast - 0.01, deck - height * 0.12)])
        elif way == 3:
            p.line([(x - w * 0.2, deck), (x - w * 0.2, deck - w * 0.18), (x + w * 0.15, deck - w * 0.18), (x + w * 0.15, deck)], fill=True)
            if p.maybe(0.6):
                p.line([(x, deck - w * 0.18), (x, deck - w * 0.5)])
            if p.maybe(0.5):
                p.line(box(x - w * 0.12, deck - w * 0.13, x - w * 0.04, deck - w * 0.06), 'detail')
        elif way == 4:
            p.line([(x - w * 0.35, deck), (x - w * 0.33, deck - w * 0.14), (x + w * 0.3, deck - w * 0.14), (x + w * 0.32, deck)])
            p.shape(box(x - w * 0.05, deck - w * 0.3, x + w * 0.08, deck - w * 0.14))
            for i in range(p.n(0, 4)):
                p.line(ring(p, x - w * 0.25 + i * w * 0.15, deck - w * 0.07, w * 0.02), 'detail')
        elif p.maybe(0.6):
            p.line([(x - w * 0.1, deck - 0.01), (x + w * 0.3, y + w * 0.12)])
        if p.maybe(0.2):
            ripples(p, x - w * 0.7, x + w * 0.7, y + 0.005, y + 0.03, p.n(1, 3))


def pier(p):
    p.thing('pier')
    way = p.n(0, 2)
    if way == 0:
        x, near, far = p.u(0.2, 0.8) * p.wide, p.u(0.85, 1.02), p.u(p.horizon + 0.05, 0.7)
        tip, wide = x + p.u(-0.3, 0.3), p.u(0.06, 0.2)
        scale = 0.3
        p.line([(x - wide / 2, near), (tip - wide * scale / 2, far)])
        p.line([(x + wide / 2, near), (tip + wide * scale / 2, far)])
        p.line([(tip - wide * scale / 2, far), (tip + wide * scale / 2, far)])
        for i in range(p.n(0, 8)):
            t = (i + 0.5) / 8
            c, h = x + (tip - x) * t, wide / 2 * (1 + (scale - 1) * t)
            p.line([(c - h, near + (far - near) * t), (c + h, near + (far - near) * t)])
        posts = [(x + (tip - x) * t + s * wide / 2 * (1 + (scale - 1) * t), near + (far - near) * t, 1 - 0.7 * t) for t in (0.15, 0.5, 0.95) for s in (-1, 1)]
    else:
        left = p.maybe(0.5)
        x0, x1 = (0, p.u(0.3, 0.7) * p.wide) if left else (p.u(0.3, 0.7) * p.wide, p.wide)
        y, thick = p.u(p.horizon + 0.06, 0.8), p.u(0.01, 0.03)
        if p.maybe(0.5):
            p.shape(box(x0, y, x1, y + thick))
        else:
            p.line([(x0, y), (x1, y)])
            p.line([(x0, y + thick), (x1, y + thick)])
        posts = [(x0 + (x1 - x0) * (i + 0.7) / 5, y, 1) for i in range(p.n(2, 5))]
    rise = p.pick(0, 0.02, 0.03)
    for x, y, s in posts:
        p.line([(x, y - rise * s), (x, y + p.u(0.04, 0.1) * s)])
        if p.maybe(0.3):
            p.line([(x + 0.014 * s, y - rise * s), (x + 0.014 * s, y + 0.07 * s)])
