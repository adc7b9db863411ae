"""People, small marks that belong to nothing, and drawings that mean nothing here."""
import math

import numpy as np

from shapes import TAU, arc, blob, box, loops, ring, rounded, scallops, wave, zigzag


def person(p):
    way = p.n(0, 6)
    if way == 6:
        closeup(p)
        return
    for _ in range(p.pick(1, 1, 1, 2, 3)):
        p.thing('person')
        y = p.u(p.horizon + 0.08, 1.0)
        h = p.u(0.12, 0.6) * (0.35 + 0.7 * (y - p.horizon) / (1 - p.horizon))
        x, head = p.u(0.05, 0.95) * p.wide, h * p.u(0.08, 0.13)
        neck, hip = y - h + 2 * head, y - h * p.u(0.4, 0.5)
        p.line(ring(p, x, y - h + head, head, head * p.u(1, 1.25)), fill=True)
        if way <= 1:
            p.line([(x, neck), (x + p.u(-0.05, 0.05) * h, hip)])
            for s in (-1, 1):
                p.line([(x, hip), (x + s * h * p.u(0.05, 0.15), y)])
                p.line([(x, neck + h * 0.05), (x + s * h * p.u(0.1, 0.25), neck + h * p.u(0.05, 0.3))])
        elif way == 2:
            p.shape([(x - h * 0.1, neck), (x + h * 0.1, neck), (x + h * 0.09, hip), (x + h * 0.1, y), (x + h * 0.02, y), (x, hip + h * 0.08), (x - h * 0.03, y), (x - h * 0.1, y), (x - h * 0.09, hip)])
        elif way == 3:
            p.shape([(x - h * 0.04, neck), (x + h * 0.04, neck), (x + h * 0.16, hip + h * 0.12), (x - h * 0.16, hip + h * 0.12)])
            for s in (-1, 1):
                p.line([(x + s * h * 0.05, hip + h * 0.12), (x + s * h * 0.06, y)])
                if p.maybe(0.7):
                    p.line([(x + s * h * 0.05, neck + h * 0.03), (x + s * h * 0.18, hip - h * 0.02)])
            if p.maybe(0.4):
                p.line(arc(x, y - h + head, head * 1.2, head * 1.3, math.pi * 0.9, math.pi * 2.1, 10))
        elif way == 4:
            p.line(np.vstack([[(x - h * 0.13, y)], [(x - h * 0.12, neck + h * 0.1)], arc(x, neck + h * 0.08, h * 0.11, h * 0.08, math.pi, TAU, 8), [(x + h * 0.13, y)]]), fill=True)
        else:
            p.line([(x - h * 0.02, neck), (x - h * 0.1, hip), (x - h * 0.12, y)])
            p.line([(x + h * 0.02, neck), (x + h * 0.1, hip), (x + h * 0.12, y)])
            p.line([(x, hip + 0.05), (x, y)])
            p.line([(x - h * 0.09, neck + h * 0.05), (x - h * 0.2, hip)])
            p.line([(x + h * 0.09, neck + h * 0.05), (x + h * 0.22, neck - h * 0.05)])
        if p.maybe(0.1):
            p.line(arc(x, y - h * 1.05, h * 0.3, h * 0.18, math.pi, TAU, 10))
            p.line([(x, y - h * 1.2), (x, neck + h * 0.2)])


def closeup(p):
    """Head and shoulders, near the camera."""
    p.thing('person')
    x, s = p.u(0.2, 0.8) * p.wide, p.u(0.12, 0.28)
    y = p.u(0.35, 0.65)
    p.shape(blob(p, x, y, s * 0.8, s, 0.06))
    p.line(np.vstack([[(x - s * 2.2, 1.02)], [(x - s * 1.6, y + s * 1.7)], [(x - s * 0.35, y + s * 1.25)], [(x - s * 0.3, y + s * 0.9)]]))
    p.line(np.vstack([[(x + s * 0.3, y + s * 0.9)], [(x + s * 0.35, y + s * 1.25)], [(x + s * 1.6, y + s * 1.7)], [(x + s * 2.2, 1.02)]]))
    if p.maybe(0.7):
        p.line(scallops(p, x, y - s * 0.2, s * 0.95, s * 0.95, math.pi * 0.85, math.pi * 2.15, p.n(3, 6)))
    if p.maybe(0.5):
        for e in (-0.3, 0.3):
            p.line(ring(p, x + s * e, y, s * 0.09), p.pick('person'))
        p.line(arc(x, y + s * 0.35, s * 0.2, s * 0.1, 0.3, 2.8, 6), p.pick('person'))
    if p.maybe(0.3):
        for e in (-1, 1):
            p.line(wave(p, x + e * s * 0.8, y - s * 0.3, x + e * s, y + s * 1.2, s * 0.05, 1))


def detail(p):
    way = p.n(0, 7)
    p.thing('detail')
    if way == 0:
        for _ in range(p.n(1, 7)):
            x, y, s = p.u(0.05, 0.95) * p.wide, p.u(0.05, max(0.1, p.horizon - 0.05)), p.u(0.008, 0.03)
            if p.maybe(0.5):
                p.line([(x - s, y - s * 0.5), (x, y), (x + s, y - s * 0.6)])
            else:
                p.line(np.vstack([arc(x - s / 2, y, s / 2, s * 0.4, math.pi, TAU, 6), arc(x + s / 2, y, s / 2, s * 0.4, math.pi, TAU, 6)]))
    elif way <= 2:
        lean, long = p.u(-0.3, 0.3), p.u(0.03, 0.2)
        for _ in range(p.n(6, 24)):
            x, y = p.u(0, p.wide), p.u(0, 0.95)
            p.line([(x, y), (x + lean * long, y + long * p.u(0.6, 1.2))])
    elif way == 3:
        for _ in range(p.n(5, 22)):
            x, y, s = p.u(0, p.wide), p.u(0, 1), p.u(0.003, 0.012)
            p.line(arc(x, y, s, s, 0, TAU, 6))
    elif way == 4:
        for _ in range(p.n(2, 9)):
            x, y = p.u(0, p.wide), p.u(p.horizon + 0.05, 1)
            p.line([(x, y), (x + p.u(0.01, 0.06), y + p.u(-0.01, 0.01))])
    elif way == 5:
        x, y = p.u(0, 0.8) * p.wide, p.u(p.horizon, 0.9)
        p.hatch(x, y, x + p.u(0.1, 0.4), y + p.u(0.05, 0.2), 1.0)
    elif way == 6:
        for _ in range(p.n(3, 12)):
            x, y, s = p.u(0, p.wide), p.u(0.1, 1), p.u(0.006, 0.015)
            p.shape([(x - s, y), (x, y - s * 0.5), (x + s, y), (x, y + s * 0.5)])
    else:
        for _ in range(p.n(1, 6)):
            x, y = p.u(0, p.wide), p.u(p.horizon, 1)
            p.line([(x, y), (x + 0.01, y + 0.012), (x + 0.02, y)])


def unknown(p):
    p.thing('unknown')
    x, y, s = p.u(0.1, 0.9) * p.wide, p.u(0.15, 0.9), p.u(0.05, 0.25)
    way = p.n(0, 15)
    if way >= 12:
        invented(p, x, y, s)
    elif way == 0:
        steps = np.array([(p.r.gauss(0, 1), p.r.gauss(0, 1)) for _ in range(p.n(6, 18))]) * s * 0.4
        p.line(np.cumsum(steps, 0) + (x, y))
    elif way == 1:
        a = p.u(0, TAU)
        tip, tail = (x + s * math.cos(a), y + s * math.sin(a)), (x - s * math.cos(a), y - s * math.sin(a))
        head = [(tip[0] - s * 0.4 * math.cos(a + d), tip[1] - s * 0.4 * math.sin(a + d)) for d in (-0.5, 0.5)]
        if p.maybe(0.5):
            p.line([tail, tip, head[0], tip, head[1]])
        else:
            p.line([tail, tip])
            p.line([head[0], tip, head[1]])
    elif way == 2:
        letters(p, x, y, s)
    elif way == 3:
        p.line([(x - s / 2, y - s / 2), (x + s / 2, y + s / 2)])
        p.line([(x + s / 2, y - s / 2), (x - s / 2, y + s / 2)])
    elif way == 4:
        car(p, x, y, s)
    elif way == 5:
        animal(p, x, y, s)
    elif way == 6:
        t = np.linspace(0.2, TAU * p.n(2, 4), 44)
        p.line(np.stack([x + s * t / t[-1] * np.cos(t), y + s * t / t[-1] * np.sin(t)], 1))
    elif way == 7:
        m = p.u(0.02, 0.15)
        p.shape(box(m, m, p.wide - m, 1 - m) if p.maybe(0.5) else box(x - s, y - s * 0.6, x + s, y + s * 0.6))
        if p.maybe(0.4):
            p.line([(m, m), (p.wide - m, 1 - m)])
    elif way == 8:
        p.line(np.vstack([ring(p, x, y, s, s * 0.6), [(x + s * 0.2, y + s), (x + s * 0.4, y + s * 0.5)]]))
        letters(p, x, y, s * 0.6)
    elif way == 9:
        p.shape([(x - s, y), (x + s, y), (x + s * 0.8, y + s * 0.15), (x - s * 0.8, y + s * 0.15)])
        for k in (-0.7, 0.7):
            p.line([(x + k * s, y + s * 0.15), (x + k * s, y + s)])
    elif way == 10:
        p.shape(blob(p, x, y, s, s * 0.25, 0.05))
        p.line([(x - s * 0.2, y), (x - s * 0.6, y + s * 0.5), (x, y + s * 0.1)])
        p.line([(x - s * 0.9, y), (x - s * 1.1, y - s * 0.4), (x - s * 0.6, y - s * 0.1)])
    else:
        p.line(loops(p, x - s, x + s, y, s * p.u(0.2, 0.6), p.n(3, 9)))


def invented(p, x, y, s):
    """A thing from nowhere: a few rounds, boxes, angles and curves that touch."""
    for _ in range(p.n(2, 7)):
        cx, cy, w, h = x + p.u(-0.6, 0.6) * s, y + p.u(-0.6, 0.6) * s, s * p.u(0.1, 0.7), s * p.u(0.1, 0.7)
        way, a = p.n(0, 6), p.u(0, TAU)
        if way == 0:
            p.line(ring(p, cx, cy, w / 2, h / 2), fill=True)
        elif way == 1:
            p.shape(rounded(p, cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2))
        elif way == 2:
            p.line([(cx + w * math.cos(a), cy + h * math.sin(a)), (cx - w * math.cos(a), cy - h * math.sin(a))])
        elif way == 3:
            p.line(arc(cx, cy, w, h, a, a + p.u(1, 4), 10))
        elif way == 4:
            p.line([(cx + p.u(-1, 1) * w, cy + p.u(-1, 1) * h) for _ in range(p.n(3, 5))])
        elif way == 5:
            p.shape([(cx + w * math.cos(a + k), cy + h * math.sin(a + k)) for k in np.arange(3) * TAU / 3])
        else:
            p.line(wave(p, cx - w, cy - h * 0.3, cx + w, cy + h * 0.3, h * 0.3, p.u(0.5, 2)))


def letters(p, x, y, s):
    """Handwriting: a few short lines a letter."""
    size = s * p.u(0.25, 0.5)
    for i in range(p.n(2, 6)):
        cx = x - s + i * size * 1.2
        for _ in range(p.n(1, 3)):
            if p.maybe(0.3):
                p.line(arc(cx, y, size * 0.4, size * 0.5, p.u(0, 3), p.u(4, 7), 8))
            else:
                p.line([(cx + p.u(-0.5, 0.5) * size, y + p.u(-0.5, 0.5) * size), (cx + p.u(-0.5, 0.5) * size, y + p.u(-0.5, 0.5) * size)])


def car(p, x, y, s):
    p.line([(x - s, y), (x - s, y - s * 0.35), (x - s * 0.5, y - s * 0.4), (x - s * 0.3, y - s * 0.75), (x + s * 0.4, y - s * 0.75), (x + s * 0.6, y - s * 0.4), (x + s, y - s * 0.35), (x + s, y), (x - s, y)], fill=True)
    for k in (-0.55, 0.55):
        p.line(ring(p, x + k * s, y, s * 0.2), fill=True)
    if p.maybe(0.5):
        p.shape(box(x - s * 0.2, y - s * 0.65, x + s * 0.3, y - s * 0.42))


def animal(p, x, y, s):
    p.shape(blob(p, x, y, s * 0.6, s * 0.3, 0.1))
    p.line(ring(p, x + s * 0.7, y - s * 0.3, s * 0.22), fill=True)
    for k in (-0.4, -0.25, 0.25, 0.4):
        p.line([(x + k * s, y + s * 0.25), (x + k * s + p.u(-0.02, 0.02), y + s * 0.65)])
    p.line(wave(p, x - s * 0.6, y, x - s, y - s * 0.4, 0.02, 1))
    if p.maybe(0.7):
        p.line(zigzag(p, x + s * 0.55, x + s * 0.9, y - s * 0.48, s * 0.15, 2))
