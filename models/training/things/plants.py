"""Bushes, grass, flowers, and forests seen from afar."""
import math

import numpy as np

from shapes import TAU, arc, box, bumps, loops, ring, scallops, zigzag
from things.trees import triangle


def bush(p, x=None, y=None):
    for _ in range(p.pick(1, 1, 2, 3)):
        p.thing('bush')
        w, h = p.u(0.08, 0.35), p.u(0.04, 0.14)
        cx = p.u(0, p.wide) if x is None else x + p.u(-0.1, 0.1)
        cy = p.u(p.horizon + 0.05, 1.0) if y is None else y
        way = p.n(0, 4)
        if way == 0:
            p.line(scallops(p, cx, cy, w / 2, h, math.pi, TAU, p.n(3, 7)), fill=True)
            if p.maybe(0.4):
                p.line([(cx - w / 2, cy), (cx + w / 2, cy)])
        elif way == 1:
            p.shape(scallops(p, cx, cy - h / 2, w / 2, h / 2, 0, TAU, p.n(5, 9)))
        elif way == 2:
            for i in range(p.n(1, 3)):
                p.line(loops(p, cx - w / 2, cx + w / 2, cy - h * 0.4 - i * h * 0.25, h * 0.3, p.n(4, 8)))
        elif way == 3:
            p.line(arc(cx, cy, w / 2, h, math.pi, TAU), fill=True)
        else:
            p.line(bumps(p, cx - w / 2, cx + w / 2, cy, h, p.n(3, 6)), fill=True)
        p.hatch(cx - w * 0.2, cy - h * 0.6, cx + w * 0.3, cy - h * 0.1)


def grass(p):
    p.thing('grass')
    y, way = p.u(p.horizon + 0.1, 1.0), p.n(0, 4)
    x0, span, s = p.u(-0.05, p.wide * 0.7), p.u(0.15, p.wide), p.u(0.02, 0.09)
    if way == 0:
        p.line(zigzag(p, x0, x0 + span, y, s, p.n(6, 24)))
        return
    for _ in range(p.n(3, 16)):
        x, gy, h = x0 + p.u(0, span), y + p.u(-0.06, 0.06), s * p.u(0.6, 1.3)
        if way == 1:
            p.line([(x, gy), (x + p.u(-0.5, 0.5) * h, gy - h)])
        elif way == 2:
            p.line([(x - h * 0.5, gy - h), (x, gy), (x + h * 0.1, gy - h * 1.1), (x + h * 0.2, gy), (x + h * 0.6, gy - h * 0.9)][: p.pick(3, 5, 5)])
        elif way == 3:
            p.line(arc(x + h * 0.5, gy, h * 0.5, h, math.pi, math.pi * 1.5, 7))
        else:
            for side in (-1, 0, 1):
                p.line([(x, gy), (x + side * h * 0.4, gy - h)])


def flowers(p):
    p.thing('flowers')
    y, x0, span, s = p.u(p.horizon + 0.15, 0.98), p.u(0, p.wide * 0.7), p.u(0.1, 0.9), p.u(0.012, 0.045)
    way, stems = p.n(0, 5), p.maybe(0.6)
    for _ in range(p.n(2, 10)):
        x, fy = x0 + p.u(0, span), y + p.u(-0.08, 0.08)
        if stems:
            p.line([(x, fy), (x + p.u(-0.01, 0.01), fy + s * p.u(2, 4))])
        if way == 0:
            t = np.linspace(0, TAU, 31)
            out = s * (0.7 + 0.4 * np.cos(5 * t))
            p.line(np.stack([x + out * np.cos(t), fy + out * np.sin(t)], 1), fill=True)
            if p.maybe(0.4):
                p.line(ring(p, x, fy, s * 0.3))
        elif way == 1:
            p.line(ring(p, x, fy, s * 0.35), fill=True)
            for a in np.linspace(0, TAU, p.n(4, 7))[:-1]:
                p.line(ring(p, x + s * 0.75 * math.cos(a), fy + s * 0.75 * math.sin(a), s * 0.38), fill=True)
        elif way == 2:
            p.shape([(x - s * 0.6, fy - s), (x - s * 0.2, fy - s * 0.5), (x, fy - s), (x + s * 0.2, fy - s * 0.5), (x + s * 0.6, fy - s), (x + s * 0.4, fy + s * 0.5), (x - s * 0.4, fy + s * 0.5)])
        elif way == 3:
            p.line(ring(p, x, fy, s * 0.6), fill=True)
        elif way == 4:
            p.line(ring(p, x, fy, s * 0.8), fill=True)
            p.line(ring(p, x, fy, s * 0.4), fill=True)
        else:
            p.line(loops(p, x - s * 0.2, x + s * 0.2, fy, s * 0.5, 2))
        if stems and p.maybe(0.2):
            p.line([(x, fy + s * 2), (x + s, fy + s * 1.4), (x, fy + s * 2.2)])


def forest(p):
    p.thing('forest')
    base = p.horizon + p.u(-0.02, 0.12)
    x0, x1 = p.pick((0, p.wide), (0, p.u(0.3, 0.7) * p.wide), (p.u(0.3, 0.6) * p.wide, p.wide))
    h, way = p.u(0.04, 0.2), p.n(0, 6)
    span = x1 - x0
    if way == 0:
        p.line(bumps(p, x0, x1, base, h, max(3, int(span / h / p.u(0.8, 1.6)))), fill=True)
        if p.maybe(0.35):
            p.line([(x0, base), (x1, base)])
    elif way == 1:
        p.line(zigzag(p, x0, x1, base, h, max(4, int(span / h / p.u(0.4, 0.9)))), fill=True)
    elif way in (2, 3):
        count = p.n(5, 16)
        for i in range(count):
            x, s = x0 + span * (i + p.u(0.2, 0.8)) / count, h * p.u(0.7, 1.2)
            if way == 2:
                p.line(ring(p, x, base - s / 2, span / count * p.u(0.5, 0.8), s / 2), fill=True)
            else:
                triangle(p, x - s * 0.3, x + s * 0.3, base - s, base)
            if p.maybe(0.2):
                p.line([(x, base), (x, base + s * 0.2)])
    elif way == 4:
        p.line(loops(p, x0, x1, base - h / 2, h / 2, max(4, int(span / h * p.u(0.8, 1.5)))))
    elif way == 5:
        p.shape(np.vstack([bumps(p, x0, x1, base - h * 0.5, h * 0.5, p.n(6, 16)), box(x0, base, x1, base)[2:], [(x0, base)]]))
    else:
        top = p.u(0.02, 0.2)
        p.line(bumps(p, x0, x1, top + 0.15, p.pick(-1, 1) * 0.06, p.n(4, 10)))
        for _ in range(p.n(4, 10)):
            x = p.u(x0, x1)
            p.line([(x, top + 0.15), (x + p.u(-0.02, 0.02), base + p.u(0, 0.2))])
            if p.maybe(0.5):
                p.line([(x + 0.02, top + 0.15), (x + 0.025, base + p.u(0, 0.2))])
    if p.maybe(0.15):
        for _ in range(p.n(3, 8)):
            x = p.u(x0, x1)
            p.line([(x, base), (x, base + h * 0.4)])
    p.hatch(x0, base - h * 0.5, x1, base)
