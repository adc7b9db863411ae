"""Roads, paths, rails, bridges, stairs."""
import math

import numpy as np

from shapes import TAU, arc, blob, box, ring
from things.water import winding


def road(p):
    p.thing('road')
    way = p.n(0, 5)
    vx, top = p.u(0.2, 0.8) * p.wide, p.horizon + p.u(0, 0.04)
    if way <= 1:
        near, width, tip = p.u(0.2, 0.8) * p.wide, p.u(0.4, 1.3), p.u(0.005, 0.05)
        low = p.u(0.92, 1.02)
        left, right = [(near - width / 2, low), (vx - tip, top)], [(near + width / 2, low), (vx + tip, top)]
        middle, ys = np.linspace(near, vx, 18), np.linspace(low, top, 18)
    elif way == 2:
        y, h = p.u(0.65, 0.9), p.u(0.06, 0.18)
        left, right = [(0, y), (p.wide, y + p.u(-0.04, 0.04))], [(0, y + h), (p.wide, y + h + p.u(-0.04, 0.04))]
        middle, ys = np.linspace(0, p.wide, 18), np.full(18, y + h / 2)
    else:
        middle, ys, narrow = winding(p, p.u(0.2, 0.8) * p.wide, vx)
        half = p.u(0.2, 0.5) * narrow + 0.006
        left, right = np.stack([middle - half, ys], 1), np.stack([middle + half, ys], 1)
    if way == 5 or p.maybe(0.12):
        p.shape(np.vstack([left, right[::-1]]))
    else:
        p.line(left)
        p.line(right)
    if p.maybe(0.5):
        if p.maybe(0.25):
            p.line(np.stack([middle, ys], 1), 'detail')
        else:
            for i in range(0, p.n(4, 14), 3):
                p.line(np.stack([middle[i:i + 2], ys[i:i + 2]], 1), 'detail')
    if p.maybe(0.1):
        for i in range(p.n(3, 6)):
            x = middle[3] - 0.25 + i * 0.09
            p.shape(box(x, ys[3], x + 0.04, ys[3] + 0.05), 'detail')


def path(p):
    p.thing('path')
    middle, ys, narrow = winding(p, p.u(0.1, 0.9) * p.wide, p.u(0.1, 0.9) * p.wide)
    half, way = p.u(0.03, 0.11) * narrow + 0.004, p.n(0, 5)
    left, right = np.stack([middle - half, ys], 1), np.stack([middle + half, ys], 1)
    if way <= 2:
        p.line(left)
        p.line(right)
    elif way == 3:
        p.line(np.stack([middle, ys], 1), size=p.pick(1, 2))
    elif way == 4:
        p.shape(np.vstack([left, right[::-1]]))
    else:
        for i in range(0, 17, p.pick(1, 2)):
            p.line(ring(p, middle[i] + p.u(-0.2, 0.2) * half[i], ys[i], half[i] * p.u(0.4, 0.7) + 0.004, half[i] * 0.25 + 0.003), fill=True)


def rail(p):
    p.thing('rail')
    way = p.n(0, 4)
    t = np.linspace(0, 1, 14)
    if way <= 2:
        near, far = p.u(0.1, 0.9) * p.wide, p.u(0.2, 0.8) * p.wide
        top, gauge = p.horizon + p.u(0, 0.04), p.u(0.12, 0.5)
        curve = p.pick(0, 0, p.u(-0.3, 0.3)) * np.sin(t * math.pi)
        middle, ys = near + (far - near) * t + curve, 1.02 + (top - 1.02) * t**0.7
        half = gauge / 2 * (1 - t) ** 1.1 + 0.004
        dx, dy = half, np.zeros_like(t)
    else:
        y, slope = p.u(p.horizon + 0.05, 0.92), p.u(-0.08, 0.08)
        middle, ys = p.wide * t, y + slope * t
        dx, dy = np.zeros_like(t), np.full_like(t, p.u(0.012, 0.04))
    p.line(np.stack([middle - dx, ys - dy], 1))
    p.line(np.stack([middle + dx, ys + dy], 1))
    stretch = p.u(1.15, 1.6)
    if p.maybe(0.92):
        count = p.n(5, 16)
        for s in np.linspace(0.03, 0.9, count) if way > 2 else 1 - np.linspace(0.15, 1, count) ** 0.6:
            m, yy, hx, hy = (np.interp(s, t, values) for values in (middle, ys, dx, dy))
            p.line([(m - hx * stretch, yy - hy * stretch), (m + hx * stretch, yy + hy * stretch)])
    if p.maybe(0.08):
        p.line(blob(p, p.u(0.2, 0.8) * p.wide, 0.9, 0.02, 0.01), 'detail')


def bridge(p):
    p.thing('bridge')
    y, way = p.u(p.horizon, 0.82), p.n(0, 4)
    x0, x1 = p.u(-0.05, 0.3) * p.wide, p.u(0.65, 1.05) * p.wide
    rise, thick = p.u(0.0, 0.14), p.u(0.02, 0.06)
    t = np.linspace(0, 1, 14)
    deck = np.stack([x0 + (x1 - x0) * t, y - rise * np.sin(math.pi * t)], 1)
    p.line(deck)
    if way == 3:
        for tx in (0.25, 0.75):
            x = x0 + (x1 - x0) * tx
            p.line([(x, y - p.u(0.2, 0.3)), (x, y + 0.12)])
        p.line([(x0, y - 0.02), (x0 + (x1 - x0) * 0.25, y - 0.22), ((x0 + x1) / 2, y - 0.05 - rise), (x0 + (x1 - x0) * 0.75, y - 0.22), (x1, y - 0.02)])
        for s in np.linspace(0.3, 0.7, p.n(2, 7)):
            x = x0 + (x1 - x0) * s
            p.line([(x, y - rise - 0.06 - abs(s - 0.5) * 0.4), (x, y - rise * 0.8)])
        return
    if p.maybe(0.75):
        p.line(deck + (0, thick))
    if way == 0:
        spans = p.n(1, 4)
        for a in range(spans):
            left, right = x0 + (x1 - x0) * a / spans, x0 + (x1 - x0) * (a + 1) / spans
            p.line(arc((left + right) / 2, y + thick + 0.1, (right - left) * 0.4, 0.1, math.pi, TAU, 12))
    elif way <= 2:
        for s in np.linspace(0.12, 0.88, p.n(2, 5)):
            x = x0 + (x1 - x0) * s
            p.line([(x, y + thick), (x, y + thick + p.u(0.06, 0.16))])
            if p.maybe(0.4):
                p.line([(x + 0.025, y + thick), (x + 0.025, y + thick + 0.12)])
    if p.maybe(0.6):
        high = p.u(0.03, 0.07)
        p.line(deck - (0, high))
        for i in range(1, 13, p.pick(1, 2, 3)):
            p.line([tuple(deck[i]), (deck[i, 0], deck[i, 1] - high)])


def stairs(p):
    p.thing('stairs')
    x, base, way, steps = p.u(0.2, 0.8) * p.wide, p.u(0.7, 1.02), p.n(0, 3), p.n(4, 11)
    h, w = p.u(0.2, 0.6), p.u(0.1, 0.5)
    if way <= 1:
        narrow = p.u(0.3, 1.0)
        if p.maybe(0.75):
            p.line([(x - w / 2, base), (x - w * narrow / 2, base - h)])
            p.line([(x + w / 2, base), (x + w * narrow / 2, base - h)])
        for i in range(steps + 1):
            t = 1 - (1 - i / steps) ** (1.4 if narrow < 0.8 else 1)
            half = w / 2 * (1 + (narrow - 1) * t)
            p.line([(x - half, base - h * t), (x + half, base - h * t)])
    elif way == 2:
        side = p.pick(-1, 1)
        profile = [(x, base)]
        for i in range(steps):
            profile += [(x + side * w * i / steps, base - h * (i + 1) / steps), (x + side * w * (i + 1) / steps, base - h * (i + 1) / steps)]
        p.line([*profile, (x + side * w, base), (x, base)] if p.maybe(0.3) else profile, fill=True)
        if p.maybe(0.3):
            p.line([(x, base - 0.08), (x + side * w, base - h - 0.08)])
    else:
        for i in range(steps):
            s = 1 - 0.5 * i / steps
            p.shape(box(x - w / 2 * s, base - h * (i + 1) / steps, x + w / 2 * s, base - h * i / steps))
