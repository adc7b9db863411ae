"""Sky, clouds, sun, moon, stars."""
import math

import numpy as np

from shapes import TAU, arc, blob, bumps, loops, ring, scallops, wave


def sky(p):
    p.thing('sky')
    low = p.horizon * p.u(0.5, 1.0)
    way = p.n(0, 4)
    if way == 0:
        p.shape([(0, 0), (p.wide, 0), (p.wide, low), (0, low)])
    elif way == 1:
        p.line([(p.wide * (i % 2) * p.u(0.9, 1) + p.u(0, 0.1), low * i / 8) for i in range(p.n(5, 12))], size=p.u(1, 3))
    elif way == 2:
        for i in range(p.n(2, 6)):
            y = low * (i + p.u(0.2, 0.8)) / 6
            p.line([(p.u(0, 0.3) * p.wide, y), (p.u(0.6, 1) * p.wide, y + p.u(-0.02, 0.02))], size=p.u(1, 3))
    elif way == 3:
        p.line(wave(p, 0, low * p.u(0.3, 0.8), p.wide, low * p.u(0.3, 0.8), p.u(0, 0.03), 1))
    else:
        for _ in range(p.n(4, 12)):
            x, y = p.u(0, p.wide), p.u(0, low * 0.8)
            p.line([(x, y), (x + p.u(0.06, 0.15), y - p.u(0.03, 0.1))])


def cumulus(p, x=None, y=None, w=None):
    p.thing('cumulus')
    w = w or p.u(0.15, 0.7)
    x = p.u(0, p.wide) if x is None else x
    y = p.u(0.08, max(0.15, p.horizon - 0.02)) if y is None else y
    h = w * p.u(0.25, 0.6)
    way = p.n(0, 8)
    if way == 0:
        p.shape(scallops(p, x, y, w / 2, h / 2))
    elif way == 1:
        top = bumps(p, x - w / 2, x + w / 2, y, h * 0.5, p.n(3, 6))
        p.line(np.vstack([top, [(x - w / 2, y)]]) if p.maybe(0.7) else top, fill=True)
    elif way == 2:
        count = p.n(3, 6)
        for i in range(count):
            cx = x - w / 2 + w * (i + 0.5) / count
            rise = h * (0.4 + 0.6 * math.sin(math.pi * (i + 0.5) / count))
            p.line(arc(cx, y, w / count * p.u(0.5, 0.8), rise * 0.8, math.pi * 1.02, TAU * 0.99))
        if p.maybe(0.6):
            p.line([(x - w / 2, y), (x + w / 2, y)])
    elif way == 3:
        p.line(loops(p, x - w / 2, x + w / 2, y, h * 0.3, p.n(4, 8), h * 0.3))
    elif way == 4:
        p.shape(ring(p, x, y, w / 2, h / 2))
    elif way == 5:
        for _ in range(p.n(2, 4)):
            p.line(ring(p, x + p.u(-0.3, 0.3) * w, y + p.u(-0.2, 0.2) * h, w * p.u(0.18, 0.3), h * p.u(0.25, 0.45)), fill=True)
    elif way == 6:
        p.line(scallops(p, x, y, w / 2, h * 0.7, math.pi, TAU, p.n(4, 8)), fill=True)
        if p.maybe(0.6):
            p.line(wave(p, x - w / 2, y, x + w / 2, y, 0.008, 1.5))
    elif way == 7:
        tower(p, x, w)
        return
    else:
        p.line(scallops(p, x, y, w / 2, h / 2, p.u(2, 3.5), p.u(7, 8.5)))
    for _ in range(p.pick(0, 0, 0, 1, 2, 3)):
        a = p.u(0, 5)
        p.line(arc(x + p.u(-0.3, 0.3) * w, y - p.u(0, 0.3) * h, w * 0.1, h * 0.14, a, a + p.u(1.5, 3.5), 8))
    p.hatch(x - w * 0.35, y - h * 0.1, x + w * 0.35, y + h * 0.25)


def tower(p, x, w):
    """A summer thunderhead that stands on the horizon."""
    base, top = p.horizon + p.u(-0.05, 0.02), p.horizon * p.u(0.1, 0.5)
    left, right = x - w / 2, x + w / 2
    side = [(left, base)]
    for i in range(p.n(4, 7)):
        t = (i + 1) / 7
        side.append((left + w * 0.2 * t, base - (base - top) * t))
    path = [scallops(p, x, (base + top) / 2, w * 0.5, (base - top) / 2, math.pi * 0.85, math.pi * 2.15, p.n(7, 12))]
    if p.maybe(0.5):
        path.append([(right, base), (left, base)])
    p.line(np.vstack(path), fill=True)
    for _ in range(p.n(0, 4)):
        a = p.u(2.5, 4)
        p.line(arc(x + p.u(-0.25, 0.25) * w, p.u(top, base), w * 0.14, w * 0.1, a, a + p.u(1.5, 3), 8))


def cirrus(p):
    p.thing('cirrus')
    y, x, length = p.u(0.04, max(0.1, p.horizon * 0.7)), p.u(0, p.wide * 0.6), p.u(0.3, 0.9)
    way, lean = p.n(0, 5), p.u(-0.25, 0.25)
    for i in range(p.n(2, 7) if way != 4 else p.n(6, 16)):
        dx, dy = p.u(-0.15, 0.15), i * p.u(0.012, 0.035)
        run = length * p.u(0.4, 1)
        if way == 0:
            p.line(wave(p, x + dx, y + dy, x + dx + run, y + dy + lean * run, p.u(0.004, 0.02), p.u(0.4, 1.2)))
        elif way == 1:
            p.line(np.vstack([arc(x + dx + run, y + dy - 0.03, 0.03, 0.03, 0, 1.6, 6)[::1], [(x + dx, y + dy + lean * 0.3)]]))
        elif way == 2:
            p.line([(x + dx, y + dy), (x + dx + run, y + dy + lean * run * 0.3)])
        elif way == 3:
            p.line(ring(p, x + dx + run / 2, y + dy, run / 2, p.u(0.008, 0.022)), fill=True)
        elif way == 4:
            cx, cy = x + p.u(0, length), y + p.u(0, 0.15)
            p.line(arc(cx, cy, 0.03, 0.012, 3.3, 6.1, 6))
        else:
            p.line(arc(x + dx, y + dy + 0.2, run, 0.2, 4.7, 4.7 + p.u(0.6, 1.3), 12))


def stormcloud(p):
    p.thing('stormcloud')
    w, x = p.u(0.4, 1.2), p.u(0.1, p.wide - 0.1)
    y = p.u(0.05, p.horizon * 0.55)
    h = w * p.u(0.18, 0.4)
    way = p.n(0, 5)
    if way <= 1:
        p.shape(scallops(p, x, y, w / 2, h / 2) if way == 0 or p.maybe(0.5) else blob(p, x, y, w / 2, h / 2, 0.2))
    elif way == 5:
        p.line(wave(p, 0, y + h / 2, p.wide, y + h / 2, p.u(0.01, 0.04), p.u(2, 6)), fill=True)
    elif way == 2:
        p.line(bumps(p, 0, p.wide, y + h, -h * 0.5, p.n(4, 9)), fill=True)
    elif way == 3:
        for _ in range(p.n(2, 4)):
            p.line(loops(p, x - w / 2, x + w / 2, y + p.u(-0.3, 0.3) * h, h * 0.25, p.n(5, 11)), size=1.5)
    else:
        p.line(scallops(p, x, y, w / 2, h / 2, math.pi * 0.9, math.pi * 2.1), fill=True)
        p.line(wave(p, x - w / 2, y + 0.02, x + w / 2, y + 0.02, 0.012, 2))
    if p.maybe(0.25):
        for _ in range(p.n(3, 8)):
            hx, hy = x + p.u(-0.5, 0.5) * w, p.u(0.01, y)
            p.line([(hx, hy), (hx + p.u(0.05, 0.14), hy + p.u(0.02, 0.1))])
    p.hatch(x - w * 0.4, y - h * 0.25, x + w * 0.4, y + h * 0.35, 0.55, 'stormcloud')
    if p.maybe(0.3):
        bx = x + p.u(-0.3, 0.3) * w
        p.line([(bx, y + h / 2), (bx - 0.03, y + h / 2 + 0.09), (bx + 0.02, y + h / 2 + 0.08), (bx - 0.03, y + h / 2 + 0.2)])
    if p.maybe(0.35):
        for _ in range(p.n(4, 16)):
            rx, ry = x + p.u(-0.5, 0.5) * w, y + h / 2 + p.u(0.02, 0.2)
            p.line([(rx, ry), (rx - p.u(0.01, 0.03), ry + p.u(0.04, 0.1))], 'detail')


def sun(p):
    p.thing('sun')
    r = p.u(0.025, 0.1)
    low = p.maybe(0.3)
    x, y = p.u(0.08, p.wide - 0.08), p.horizon if low else p.u(0.08, max(0.12, p.horizon - 0.05))
    way = p.n(0, 6)
    if low and p.maybe(0.7):
        p.line(arc(x, y, r, r, math.pi, TAU), fill=True)
    elif way == 5:
        t = np.linspace(0, TAU * p.n(2, 4), 40)
        p.line(np.stack([x + r * t / t[-1] * np.cos(t), y + r * t / t[-1] * np.sin(t)], 1))
    else:
        p.line(ring(p, x, y, r), fill=True)
        if way == 4:
            p.line(ring(p, x, y, r * p.u(1.2, 1.6)))
    if p.maybe(0.45):
        first, last, count = p.u(1.15, 1.5), p.u(1.6, 2.3), p.n(5, 14)
        for i in range(count):
            a = TAU * i / count + p.u(-0.1, 0.1)
            if low and math.sin(a) > 0.1:
                continue
            far = last * p.u(0.85, 1.15)
            p.line([(x + r * first * math.cos(a), y + r * first * math.sin(a)), (x + r * far * math.cos(a), y + r * far * math.sin(a))])


def moon(p):
    p.thing('moon')
    r = p.u(0.025, 0.09)
    x, y = p.u(0.08, p.wide - 0.08), p.u(0.07, max(0.12, p.horizon * 0.8))
    way = p.n(0, 5)
    if way <= 2:
        tilt, depth = p.u(-0.9, 0.9) + p.pick(0, math.pi), p.u(0.2, 0.75)
        outer, inner = arc(0, 0, r, r, -math.pi / 2, math.pi / 2, 14), arc(0, 0, r * depth, r, math.pi / 2, -math.pi / 2, 12)
        turn = np.array([[math.cos(tilt), math.sin(tilt)], [-math.sin(tilt), math.cos(tilt)]])
        if p.maybe(0.75):
            p.shape(np.vstack([outer, inner]) @ turn + (x, y))
        else:
            p.line(outer @ turn + (x, y))
            p.line(inner @ turn + (x, y))
    elif way == 3:
        p.shape(np.vstack([arc(x, y, r, r, -math.pi / 2, math.pi / 2, 14), [(x, y + r)]]))
    else:
        p.line(ring(p, x, y, r), fill=True)
        for _ in range(p.pick(0, 0, 2, 3)):
            p.line(ring(p, x + p.u(-0.5, 0.5) * r, y + p.u(-0.5, 0.5) * r, r * p.u(0.1, 0.22)), 'detail')


def stars(p):
    p.thing('stars')
    size, mixed = p.u(0.006, 0.035), p.maybe(0.15)
    way = p.n(0, 7)
    for _ in range(p.n(3, 20)):
        x, y, s = p.u(0.02, p.wide - 0.02), p.u(0.02, max(0.1, p.horizon * 0.85)), size * p.u(0.6, 1.4)
        star(p, p.n(0, 7) if mixed else way, x, y, s)


def star(p, way, x, y, s):
    tilt = p.u(-0.4, 0.4)
    if way <= 1:
        a = tilt + (math.pi / 4 if way else 0)
        for b in (a, a + math.pi / 2):
            p.line([(x - s * math.cos(b), y - s * math.sin(b)), (x + s * math.cos(b), y + s * math.sin(b))])
    elif way == 2:
        p.line(arc(x, y, s * 0.35, s * 0.35, 0, TAU, 6))
    elif way == 3:
        p.line([(x + s * math.sin(TAU * 2 * i / 5 + tilt), y - s * math.cos(TAU * 2 * i / 5 + tilt)) for i in range(6)], fill=True)
    elif way == 4:
        p.shape([(x + s * (1 if i % 2 else 0.35) * math.sin(TAU * i / 8), y - s * (1 if i % 2 else 0.35) * math.cos(TAU * i / 8)) for i in range(8)])
    elif way == 5:
        p.shape([(x + s * (0.42 if i % 2 else 1) * math.sin(TAU * i / 10 + tilt), y - s * (0.42 if i % 2 else 1) * math.cos(TAU * i / 10 + tilt)) for i in range(10)])
    elif way == 6:
        for b in np.arange(3) * math.pi / 3 + tilt:
            p.line([(x - s * math.cos(b), y - s * math.sin(b)), (x + s * math.cos(b), y + s * math.sin(b))])
    else:
        p.line([(x - s * 0.3, y), (x + s * 0.3, y + 0.002)])
