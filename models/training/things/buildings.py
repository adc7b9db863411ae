"""Houses, roofs, farmhouses, gates, skylines, towers, lighthouses."""
import math

import numpy as np

from shapes import TAU, arc, box, bumps, ring


def site(p, low=0.1, high=0.5):
    """Left edge, ground and width of a building: nearer is lower and larger."""
    y = p.u(p.horizon + 0.01, 0.97)
    near = (y - p.horizon) / max(0.1, 1 - p.horizon)
    return p.u(-0.02, 0.85) * p.wide, y, p.u(low, high) * (0.4 + 0.7 * near)


def window(p, x, y, w, h):
    p.shape(box(x, y, x + w, y + h), 'detail')
    if p.maybe(0.25):
        p.line([(x + w / 2, y), (x + w / 2, y + h)], 'detail')
        if p.maybe(0.6):
            p.line([(x, y + h / 2), (x + w, y + h / 2)], 'detail')


def openings(p, x, y, w, h):
    """Door and windows of a front that stands on y."""
    if p.maybe(0.6):
        a = x + w * p.u(0.1, 0.7)
        door = [(a, y), (a, y - h * p.u(0.45, 0.65)), (a + w * p.u(0.14, 0.22), y - h * 0.55)]
        p.line([*door, (door[-1][0], y)], 'detail', True)
    for _ in range(p.pick(0, 1, 2, 2, 3)):
        window(p, x + w * p.u(0.06, 0.75), y - h * p.u(0.6, 0.9), w * p.u(0.1, 0.2), h * p.u(0.2, 0.35))


def gable(p, x, y, w, rise, eave):
    """A roof over a front from x to x + w whose top is y."""
    left, right, way = x - eave, x + w + eave, p.n(0, 5)
    top = y - rise
    if way <= 1:
        points = [(left, y), (x + w / 2, top), (right, y)]
    elif way == 2:
        points = [(left, y), (x + w * 0.12, top), (x + w * 0.88, top), (right, y)]
    elif way == 3:
        points = [(left, y), (x + w * 0.02, top), (x + w * 0.98, top), (right, y)]
    elif way == 4:
        points = [(left, y + rise * 0.1), (x + w * 0.2, y - rise * 0.4), (x + w / 2, top), (x + w * 0.8, y - rise * 0.4), (right, y + rise * 0.1)]
    else:
        points = [(left, y), (left + w * 0.15, top), (right + w * 0.1, top), (right, y)]
    if p.maybe(0.65):
        p.shape(points, 'roof')
    else:
        p.line(points, 'roof', True)
    if p.maybe(0.25):
        for _ in range(p.n(2, 7)):
            a, b = p.u(0.25, 0.75), p.u(0.15, 0.6)
            tx, ty = x + w * a, y - rise * b
            p.line([(tx, ty), (tx + w * 0.06, ty + rise * 0.15)] if p.maybe(0.5) else [(tx, ty), (tx + w * 0.12, ty)], 'detail')


def one_house(p, x, y, w):
    p.thing('house')
    h, way = w * p.u(0.4, 0.9), p.n(0, 6)
    rise = w * p.u(0.25, 0.55)
    if way == 0:
        p.shape([(x, y), (x, y - h), (x + w / 2, y - h - rise), (x + w, y - h), (x + w, y)])
        if p.maybe(0.5):
            p.line([(x, y - h), (x + w, y - h)], 'roof')
    elif way == 1:
        side = w * p.u(0.4, 1.0)
        p.shape([(x, y), (x, y - h), (x + w / 2, y - h - rise), (x + w, y - h), (x + w, y)])
        p.line([(x + w, y - h), (x + w + side, y - h), (x + w + side, y), (x + w, y)])
        p.line([(x + w / 2, y - h - rise), (x + w / 2 + side, y - h - rise), (x + w + side, y - h)], 'roof', True)
    elif way == 2:
        p.shape(box(x, y - h, x + w, y))
        p.line([(x - w * 0.06, y - h), (x + w * 1.06, y - h - w * p.u(0, 0.15))], 'roof')
    else:
        if p.maybe(0.65):
            p.shape(box(x, y - h, x + w, y))
        else:
            p.line([(x, y - h), (x, y), (x + w, y), (x + w, y - h)] if p.maybe(0.6) else [(x, y), (x, y - h), (x + w, y - h), (x + w, y)], fill=True)
        gable(p, x, y - h, w, rise, w * p.u(0, 0.15))
        if h > w * 0.7 and p.maybe(0.4):
            p.line([(x, y - h / 2), (x + w, y - h / 2)], 'detail')
    openings(p, x, y, w, h)
    if p.maybe(0.15):
        cx = x + w * p.u(0.6, 0.8)
        p.line([(cx, y - h - rise * 0.4), (cx, y - h - rise * 1.05), (cx + w * 0.1, y - h - rise * 1.05), (cx + w * 0.1, y - h - rise * 0.3)], 'detail')
    p.hatch(x + w * 0.55, y - h * 0.9, x + w, y)


def house(p):
    for _ in range(p.pick(1, 1, 2, 3, 5)):
        one_house(p, *site(p, 0.1, 0.45))


def roof(p):
    """Roofs on their own: a sea of roofs, or one that fills the foreground."""
    count = p.pick(1, 2, 3, 5)
    for _ in range(count):
        p.thing('roof')
        x, w = p.u(-0.1, 0.8) * p.wide, p.u(0.2, 0.8) / (1 + count * 0.12)
        y, rise = p.u(p.horizon + 0.08, 1.02), w * p.u(0.2, 0.45)
        gable(p, x, y, w, rise, 0)
        if p.maybe(0.4):
            for i in range(p.n(3, 10)):
                t = (i + 0.7) / 10
                p.line([(x + w * (0.1 + 0.8 * t), y - rise * 0.9), (x + w * t, y)], 'detail')
        if p.maybe(0.3):
            p.line([(x + w * 0.1, y - rise - 0.012), (x + w * 0.9, y - rise - 0.012)])


def farmhouse(p):
    p.thing('farmhouse')
    x, y, w = site(p, 0.3, 0.8)
    h, rise, way = w * p.u(0.15, 0.35), w * p.u(0.35, 0.75), p.n(0, 3)
    eave = w * p.u(0.06, 0.15)
    p.line([(x, y - h), (x, y), (x + w, y), (x + w, y - h)] if p.maybe(0.5) else [*box(x, y - h, x + w, y), (x, y - h)], fill=True)
    if way == 0:
        points = [(x - eave, y - h * 0.9), (x + w / 2, y - h - rise * 1.2), (x + w + eave, y - h * 0.9)]
    elif way == 1:
        points = [(x - eave, y - h), (x + w * 0.22, y - h - rise * 0.9), (x + w * 0.78, y - h - rise * 0.9), (x + w + eave, y - h)]
    else:
        left = arc(x - eave + w * 0.2, y - h - rise, w * 0.2, rise, math.pi * 0.97, math.pi * 0.55, 6)
        points = [(x - eave, y - h), (x + w * 0.04, y - h - rise * 0.35), (x + w * 0.25, y - h - rise * 0.95), (x + w * 0.75, y - h - rise * 0.95), (x + w * 0.96, y - h - rise * 0.35), (x + w + eave, y - h)]
        points = points if way == 2 else [*map(tuple, left[:1]), *points[1:]]
    if p.maybe(0.7):
        p.shape(points)
    else:
        p.line(points, fill=True)
    if p.maybe(0.6):
        p.line([(x + w * 0.2, y - h - rise), (x + w * 0.8, y - h - rise)])
        for s in np.linspace(0.25, 0.75, p.pick(0, 3, 5)):
            p.line([(x + w * (s - 0.02), y - h - rise * 1.05), (x + w * (s + 0.02), y - h - rise * 0.93)], 'detail')
    for _ in range(p.pick(0, 4, 8, 12)):
        a, b = p.u(0.15, 0.85), p.u(0.05, 0.55)
        p.line([(x + w * a, y - h - rise * b), (x + w * (a + (a - 0.5) * 0.08), y - h - rise * (b - 0.12))], 'detail')
    openings(p, x, y, w, h)
    for s in np.linspace(0.15, 0.85, p.pick(0, 0, 3, 5)):
        p.line([(x + w * s, y - h), (x + w * s, y)], 'detail')


def gate(p):
    p.thing('gate')
    x, y, w = site(p, 0.15, 0.6)
    h, way = w * p.u(0.8, 1.2), p.n(0, 6)
    if way <= 4:
        lean = w * p.u(0, 0.06)
        for s, d in ((0.12, 1), (0.88, -1)):
            if p.maybe(0.45):
                p.shape([(x + w * s - w * 0.035 - d * lean, y), (x + w * s - w * 0.03, y - h * 0.9), (x + w * s + w * 0.03, y - h * 0.9), (x + w * s + w * 0.035 - d * lean, y)])
            else:
                p.line([(x + w * s - d * lean, y), (x + w * s, y - h * 0.92)])
                if p.maybe(0.5):
                    p.line([(x + w * s + w * 0.05 - d * lean, y), (x + w * s + w * 0.05, y - h * 0.92)])
        bow = h * p.u(0, 0.07)
        top = [(x - w * 0.12, y - h - bow), (x + w * 0.25, y - h), (x + w * 0.75, y - h), (x + w * 1.12, y - h - bow)]
        if p.maybe(0.5):
            p.shape([*top, (x + w * 1.08, y - h * 0.92 - bow), (x + w * 0.75, y - h * 0.92), (x + w * 0.25, y - h * 0.92), (x - w * 0.08, y - h * 0.92 - bow)])
        else:
            p.line(top, size=p.pick(1, 2))
            if p.maybe(0.4):
                p.line([(a, b + h * 0.06) for a, b in top])
        if p.maybe(0.9):
            p.line([(x - w * 0.02, y - h * 0.75), (x + w * 1.02, y - h * 0.75)])
            if p.maybe(0.4):
                p.line([(x - w * 0.02, y - h * 0.7), (x + w * 1.02, y - h * 0.7)])
        if p.maybe(0.3):
            p.line(box(x + w * 0.46, y - h * 0.92, x + w * 0.54, y - h * 0.75))
    else:
        for s in (0, 0.8):
            p.shape(box(x + w * s, y - h * 0.6, x + w * (s + 0.2), y))
        if way == 5:
            p.shape([(x - w * 0.15, y - h * 0.6), (x + w * 0.1, y - h * 0.95), (x + w * 0.9, y - h * 0.95), (x + w * 1.15, y - h * 0.6)])
        else:
            p.line(arc(x + w / 2, y - h * 0.6, w / 2, h * 0.35, math.pi, TAU))


def skyline(p):
    p.thing('skyline')
    base, way = p.horizon + p.u(-0.01, 0.1), p.n(0, 3)
    x0, x1 = p.pick((0, p.wide), (0, p.u(0.4, 0.8) * p.wide), (p.u(0.2, 0.6) * p.wide, p.wide))
    tall, count = p.u(0.1, 0.5), p.n(4, 12)
    edges = np.linspace(x0, x1, count + 1) + np.array([p.u(-0.3, 0.3) for _ in range(count + 1)]) * (x1 - x0) / count
    tops = [base - tall * p.u(0.2, 1.0) for _ in range(count)]
    if way <= 1:
        outline = [(edges[0], base)]
        for a, b, top in zip(edges[:-1], edges[1:], tops):
            outline += [(a, top), (b, top)]
            if p.maybe(0.12):
                outline[-1:] = [((a + b) / 2, top), ((a + b) / 2, top - 0.06), ((a + b) / 2, top), (b, top)]
            if p.maybe(0.2):
                outline += [(b, base)]
        outline.append((edges[-1], base))
        if p.maybe(0.2):
            p.shape(outline)
        else:
            p.line(outline, fill=True)
    else:
        for a, b, top in zip(edges[:-1], edges[1:], tops):
            if p.maybe(0.1):
                continue
            if p.maybe(0.5):
                p.shape(box(a, top, b, base))
            else:
                p.line([(a, base), (a, top), (b, top), (b, base)], fill=True)
            if p.maybe(0.08):
                p.line([((a + b) / 2, top), ((a + b) / 2, top - p.u(0.03, 0.08))])
    if p.maybe(0.55):
        size = p.u(0.006, 0.02)
        for _ in range(p.n(4, 18)):
            i = p.n(0, count - 1)
            x, y = p.u(edges[i], edges[i + 1]), p.u(tops[i] + 0.01, base)
            if p.maybe(0.7):
                p.line([*box(x, y, x + size, y + size), (x, y)], 'detail')
            else:
                p.line([(x, y), (x + size, y)], 'detail')


def tower(p):
    p.thing('tower')
    x, y, h = p.u(0.1, 0.9) * p.wide, p.horizon + p.u(-0.02, 0.3), p.u(0.3, 0.7)
    w, way = h * p.u(0.12, 0.3), p.n(0, 6)
    if way == 0:
        p.line([(x - w / 2, y), (x - w * 0.4, y - h * 0.8), (x + w * 0.4, y - h * 0.8), (x + w / 2, y)], fill=True)
        p.shape([(x - w * 0.55, y - h * 0.8), (x, y - h), (x + w * 0.55, y - h * 0.8)])
        if p.maybe(0.6):
            p.line(ring(p, x, y - h * 0.68, w * 0.25), 'detail')
    elif way == 1:
        tiers = p.n(3, 5)
        for i in range(tiers):
            a, half = y - h * i / tiers, w * (1 - 0.13 * i)
            p.line([(x - half * 0.6, a), (x - half * 0.6, a - h / tiers * 0.5), (x + half * 0.6, a - h / tiers * 0.5), (x + half * 0.6, a)])
            p.shape([(x - half * 1.1, a - h / tiers * 0.45), (x - half * 0.5, a - h / tiers * 0.8), (x + half * 0.5, a - h / tiers * 0.8), (x + half * 1.1, a - h / tiers * 0.45)])
        p.line([(x, y - h * 0.95), (x, y - h * 1.15)])
    elif way == 2:
        p.line([(x - w * 0.8, y), (x - w * 0.2, y - h * 0.5), (x, y - h)])
        p.line([(x + w * 0.8, y), (x + w * 0.2, y - h * 0.5), (x, y - h)])
        for i in range(p.n(2, 6)):
            t = (i + 0.5) / 7
            half = w * 0.8 * (1 - t) ** 1.4
            p.line([(x - half, y - h * t), (x + half, y - h * t)])
            if p.maybe(0.5):
                p.line([(x - half, y - h * t), (x + half * 0.8, y - h * (t + 0.12))])
    elif way == 3:
        p.line([(x - w * 0.5, y), (x - w * 0.3, y - h * 0.7), (x + w * 0.3, y - h * 0.7), (x + w * 0.5, y)], fill=True)
        a0 = p.u(0, TAU)
        for i in range(p.pick(3, 4)):
            a = a0 + i * TAU / 4
            tip = (x + h * 0.4 * math.cos(a), y - h * 0.7 + h * 0.4 * math.sin(a))
            if p.maybe(0.5):
                p.line([(x, y - h * 0.7), tip])
            else:
                side = (0.05 * math.sin(a), -0.05 * math.cos(a))
                p.shape([(x, y - h * 0.7), tip, (tip[0] + side[0], tip[1] + side[1])])
    elif way == 4:
        p.shape([(x - w * 0.35, y - h), (x + w * 0.35, y - h), (x + w * 0.5, y), (x - w * 0.5, y)])
        for i in range(p.n(0, 4)):
            p.line([(x - w * 0.4, y - h * (0.2 + 0.2 * i)), (x + w * 0.4, y - h * (0.2 + 0.2 * i))], 'detail')
    elif way == 5:
        p.shape(box(x - w * 0.5, y - h, x + w * 0.5, y))
        p.line([(x - w * 0.5, y - h), *[(x - w * 0.5 + w * i / 6, y - h - (0.03 if i % 2 else 0)) for i in range(7)], (x + w * 0.5, y - h)])
        for i in range(p.n(0, 3)):
            p.line(box(x - w * 0.08, y - h * (0.3 + 0.25 * i), x + w * 0.08, y - h * (0.2 + 0.25 * i)), 'detail')
    else:
        for s in (-0.4, 0.4):
            p.line([(x + w * s * 1.4, y), (x + w * s, y - h * 0.6)])
        p.shape(box(x - w * 0.6, y - h * 0.9, x + w * 0.6, y - h * 0.6))
        p.line([(x - w * 0.6, y - h * 0.9), (x, y - h), (x + w * 0.6, y - h * 0.9)])


def lighthouse(p):
    p.thing('lighthouse')
    x, y, h = p.u(0.1, 0.9) * p.wide, p.horizon + p.u(-0.05, 0.25), p.u(0.2, 0.6)
    w = h * p.u(0.15, 0.3)
    body = [(x - w / 2, y), (x - w * 0.3, y - h * 0.75), (x + w * 0.3, y - h * 0.75), (x + w / 2, y)]
    if p.maybe(0.5):
        p.shape(body)
    elif p.maybe(0.5):
        p.line(body, fill=True)
    else:
        p.line(body[:2])
        p.line(body[2:])
    if p.maybe(0.8):
        p.line([(x - w * 0.42, y - h * 0.75), (x + w * 0.42, y - h * 0.75)])
    p.shape(box(x - w * 0.2, y - h * 0.88, x + w * 0.2, y - h * 0.75))
    if p.maybe(0.5):
        p.line(arc(x, y - h * 0.88, w * 0.25, h * 0.1, math.pi, TAU, 8), fill=True)
    else:
        p.line([(x - w * 0.26, y - h * 0.88), (x, y - h), (x + w * 0.26, y - h * 0.88)], fill=True)
    for i in range(p.pick(0, 2, 3, 4)):
        t = 0.15 + 0.18 * i
        half = w / 2 * (1 - 0.5 * t)
        p.line([(x - half, y - h * t), (x + half, y - h * (t + p.u(0, 0.06)))], 'detail')
    if p.maybe(0.35):
        side = p.pick(-1, 1)
        for d in (-0.05, 0.06):
            p.line([(x + side * w * 0.25, y - h * 0.82), (x + side * p.u(0.3, 0.6), y - h * 0.82 + d)], 'detail')
    if p.maybe(0.3):
        p.line(box(x - w * 0.1, y - h * 0.12, x + w * 0.1, y), 'detail')
