"""Mountains, hills, cliffs, rocks, ground, fields, paddies."""
import numpy as np

from shapes import arc, blob, bumps, ridge, wave, zigzag


def mountain(p):
    way = p.n(0, 6)
    base = p.horizon + p.u(-0.01, 0.06)
    if way <= 2:
        p.thing('mountain')
        height = p.u(0.1, 0.42)
        x0 = p.pick(0, 0, -0.05, p.u(0, p.wide * 0.4))
        x1 = p.pick(p.wide, p.wide, p.u(p.wide * 0.6, p.wide))
        line = ridge(p, x0, x1, base, height, 0.75)
        if p.maybe(0.25):
            p.shape(np.vstack([line, [(x1, base + 0.02), (x0, base + 0.02)]]))
        else:
            p.line(line, fill=True)
        flanks(p, line, height)
        return
    if way == 3:
        fuji(p, base)
        return
    for _ in range(p.n(1, 4)):
        p.thing('mountain')
        x, w, h = p.u(0, p.wide), p.u(0.2, 0.7), p.u(0.12, 0.4)
        peak = (x + p.u(-0.15, 0.15) * w, base - h)
        sides = [(x - w / 2, base), peak, (x + w / 2, base)]
        if way == 5:
            left, right = ridge(p, x - w / 2, peak[0], base, h * 0.1, 0.5, 8), ridge(p, peak[0], x + w / 2, base, h * 0.1, 0.5, 8)
            left[:, 1] -= np.linspace(0, h, len(left))
            right[:, 1] -= np.linspace(h, 0, len(right))
            sides = np.vstack([left, right])
        if p.maybe(0.3):
            p.shape(list(map(tuple, sides)))
        else:
            p.line(sides, fill=True)
        if p.maybe(0.3):
            p.line(zigzag(p, peak[0] - w * 0.13, peak[0] + w * 0.13, base - h * 0.68, h * 0.1, p.n(2, 4)), 'detail')
        elif p.maybe(0.2):
            p.line([peak, (peak[0] + p.u(-0.05, 0.05), base - h * 0.6), (peak[0] + p.u(-0.08, 0.08), base - h * 0.2)], 'detail')
        p.hatch(peak[0], base - h * 0.8, x + w * 0.35, base)


def flanks(p, line, height):
    if p.maybe(0.3):
        for _ in range(p.n(1, 6)):
            x, y = line[p.n(2, len(line) - 3)]
            slope = p.u(-0.5, 0.5)
            run = height * p.u(0.2, 0.6)
            p.line([(x, y + 0.01), (x + slope * run * 0.5, y + run * 0.5), (x + slope * run * p.u(0.5, 1.6), y + run)], 'detail')
    if p.maybe(0.2):
        x, y = line[line[:, 1].argmin()]
        p.line(zigzag(p, x - 0.07, x + 0.07, y + 0.06, 0.03, p.n(2, 4)), 'detail')


def fuji(p, base):
    p.thing('mountain')
    x, w, h = p.u(0.2, p.wide - 0.2), p.u(0.6, 1.4), p.u(0.2, 0.42)
    top = w * p.u(0.04, 0.08)
    t = np.linspace(0, 1, 8)
    left = np.stack([x - top - (w / 2 - top) * (1 - t) ** 1.5, base - h * t], 1)
    right = np.stack([x + top + (w / 2 - top) * t**1.5, base - h * (1 - t)], 1)
    if p.maybe(0.7):
        p.line(np.vstack([left, zigzag(p, x - top, x + top, base - h, h * 0.03, 2), right]), fill=True)
    else:
        p.line(left)
        p.line(right)
        p.line([left[-1], right[0]])
    if p.maybe(0.65):
        p.line(zigzag(p, x - w * 0.14, x + w * 0.14, base - h * 0.62, h * 0.14, p.n(3, 5)), 'detail')


def hill(p):
    way = p.n(0, 4)
    base = p.horizon + p.u(0, 0.15)
    for i in range(p.pick(1, 1, 2, 3)):
        p.thing('hill')
        y = base + i * p.u(0.03, 0.1)
        if way <= 1:
            line = ridge(p, p.pick(0, p.u(0, 0.3)), p.pick(p.wide, p.u(0.7, 1) * p.wide), y, p.u(0.04, 0.16), 0.0)
            if p.maybe(0.2):
                line = np.vstack([line, [(line[-1, 0], y + 0.1), (line[0, 0], y + 0.1)]])
                p.shape(line)
                continue
            p.line(line, fill=True)
        elif way == 2:
            x, w = p.u(0, p.wide), p.u(0.3, 1.0)
            p.line(arc(x, y, w / 2, p.u(0.06, 0.2), np.pi, 2 * np.pi), fill=True)
        elif way == 3:
            x, w = p.u(0, p.wide), p.u(0.4, 1.2)
            t = np.linspace(-2.2, 2.2, 20)
            p.line(np.stack([x + w / 2 * t / 2.2, y - p.u(0.08, 0.22) * np.exp(-t * t)], 1), fill=True)
        else:
            x0, x1 = p.pick((0, p.wide * p.u(0.4, 0.8)), (p.wide * p.u(0.2, 0.6), p.wide))
            t = np.linspace(0, 1, 14)
            rise = p.u(0.08, 0.25)
            curve = np.cos(t * np.pi / 2) if x0 == 0 else np.sin(t * np.pi / 2)
            p.line(np.stack([x0 + (x1 - x0) * t, y - rise * curve], 1), fill=True)
        for _ in range(p.pick(0, 0, 0, 1, 3)):
            x, gy = p.u(0, p.wide), y + p.u(0, 0.06)
            p.line(zigzag(p, x, x + 0.03, gy, 0.015, p.n(1, 3)), 'detail')


def cliff(p):
    p.thing('cliff')
    top, base = p.horizon - p.u(0.05, 0.35), p.horizon + p.u(0, 0.35)
    side = p.maybe(0.5)
    edge = p.u(0.2, 0.45) * p.wide
    way = p.n(0, 4)
    steps = p.n(3, 6)
    face = [(edge + p.u(-0.03, 0.04), top + (base - top) * i / steps + p.u(-0.01, 0.01)) for i in range(steps + 1)]
    if p.maybe(0.4):
        face = [point for x, y in face for point in ((x, y), (x + p.u(-0.02, 0.03), y + 0.01))]
    line = [(0, top + p.u(-0.03, 0.03)), (edge * 0.5, top + p.u(-0.02, 0.02)), *face]
    if p.maybe(0.3):
        line += [(edge + p.u(0.05, 0.2), base + 0.02)]
    if not side:
        line = [(p.wide - x, y) for x, y in line]
    if way == 0:
        corner = (0 if side else p.wide, base + 0.02)
        p.shape([*line, corner])
    elif way == 1:
        p.line(line[:3])
        p.line(line[2:])
    elif way == 2:
        x, w = p.u(0.2, p.wide - 0.2), p.u(0.15, 0.4)
        line = [(x - w / 2, base), (x - w * 0.42, top), (x + w * 0.4, top + p.u(-0.03, 0.03)), (x + w / 2, base)]
        p.line(line, fill=True)
        edge, side = x, True
    else:
        p.line(line, fill=True)
    for _ in range(p.pick(0, 1, 3, 5)):
        x = edge * p.u(0.3, 0.95) if way != 2 else edge + p.u(-0.1, 0.1)
        x = x if side else p.wide - x
        y = top + (base - top) * p.u(0.05, 0.5)
        p.line([(x, y), (x + p.u(-0.02, 0.02), y + 0.06), (x + p.u(-0.03, 0.03), y + p.u(0.08, 0.2))], 'detail')


def rock(p, x=None, y=None, w=None):
    for i in range(p.pick(1, 1, 2, 3)):
        p.thing('rock')
        s = w or p.u(0.04, 0.22)
        cx = (p.u(0, p.wide) if x is None else x) + i * s * p.u(0.5, 1.1)
        cy = p.u(p.horizon + 0.08, 1.0) if y is None else y
        h = s * p.u(0.45, 0.9)
        way = p.n(0, 4)
        if way <= 1:
            corners = p.n(5, 8)
            angles = np.linspace(0, 2 * np.pi, corners, endpoint=False)
            p.shape([(cx + s / 2 * p.u(0.75, 1.1) * np.cos(a), cy - h / 2 + h / 2 * p.u(0.75, 1.1) * np.sin(a)) for a in angles])
        elif way == 2:
            line = [(cx - s / 2, cy), (cx - s * p.u(0.3, 0.45), cy - h * p.u(0.5, 0.8)), (cx + s * p.u(-0.15, 0.1), cy - h), (cx + s * 0.35, cy - h * p.u(0.5, 0.9)), (cx + s / 2, cy)]
            p.line([*line, line[0]] if p.maybe(0.5) else line, fill=True)
        elif way == 3:
            p.line(arc(cx, cy, s / 2, h, np.pi * 0.97, 2.03 * np.pi), fill=True)
        else:
            p.shape(blob(p, cx, cy - h / 2, s / 2, h / 2, 0.2))
        if p.maybe(0.35):
            p.line([(cx - s * 0.1, cy - h * 0.9), (cx + p.u(-0.1, 0.1) * s, cy - h * 0.5), (cx + p.u(-0.2, 0.3) * s, cy - h * 0.15)], 'detail')
        p.hatch(cx, cy - h * 0.7, cx + s * 0.4, cy - h * 0.1)


def ground(p):
    p.thing('ground')
    y = p.horizon + p.u(-0.01, 0.03)
    way = p.n(0, 5)
    if way <= 1:
        p.line([(0, y), (p.wide, y + p.u(-0.01, 0.01))])
    elif way == 2:
        p.line(wave(p, 0, y, p.wide, y, p.u(0.002, 0.012), p.u(0.5, 2)))
    elif way == 3:
        p.shape([(0, y), (p.wide, y), (p.wide, 1), (0, 1)])
    elif way == 4:
        low = p.u(0.75, 0.95)
        p.line([(p.u(0, 0.3) * p.wide, low), (p.u(0.6, 1) * p.wide, low + p.u(-0.03, 0.03))])
    else:
        middle = p.u(0.3, 0.7) * p.wide
        p.line([(0, y), (middle, y)])
        p.line([(middle + p.u(-0.02, 0.1), y), (p.wide, y)])
    for _ in range(p.pick(0, 0, 0, 3, 6)):
        x, gy = p.u(0, p.wide), p.u(y + 0.03, 0.98)
        p.line([(x, gy), (x + p.u(0.02, 0.08), gy)], 'detail')


def field(p):
    p.thing('field')
    top, way = p.horizon + p.u(0, 0.08), p.n(0, 5)
    if way == 0:
        vx = p.u(0.1, 0.9) * p.wide
        for i in range(p.n(4, 11)):
            x = -0.4 * p.wide + 1.8 * p.wide * (i + p.u(0.2, 0.8)) / 10
            near = p.u(0.85, 1.0)
            p.line([(x + (vx - x) * (1 - near), near), (vx + (x - vx) * 0.12, top + (1 - top) * 0.1)])
    elif way == 1:
        for i in range(p.n(3, 8)):
            y = top + (1 - top) * ((i + p.u(0.2, 0.8)) / 8) ** 1.5
            p.line(wave(p, p.u(0, 0.15) * p.wide, y, p.u(0.8, 1) * p.wide, y, p.u(0, 0.01), 1))
    elif way == 2:
        x0, x1 = p.u(0, 0.4) * p.wide, p.u(0.55, 1) * p.wide
        y1 = top + p.u(0.08, 0.35)
        spread = p.u(0, 0.25)
        p.shape([(x0, top + 0.01), (x1, top + 0.01), (x1 + spread, y1), (x0 - spread, y1)])
        for i in range(p.n(0, 6)):
            t = (i + 0.5) / 6
            p.line([(x0 + (x1 - x0) * t, top + 0.02), (x0 - spread + (x1 - x0 + 2 * spread) * t, y1 - 0.01)])
    elif way == 3:
        for i in range(p.n(2, 5)):
            y = top + (0.95 - top) * (i + 0.6) / 5
            p.line(zigzag(p, p.u(0, 0.2) * p.wide, p.u(0.7, 1) * p.wide, y, 0.02 + 0.02 * i, p.n(8, 22)))
    elif way == 4:
        line = ridge(p, 0, p.wide, top + p.u(0.03, 0.1), 0.03, 0)
        p.line(line, fill=True)
        for _ in range(p.n(2, 6)):
            x = p.u(0, p.wide)
            p.line([(x, top + 0.06), (x + p.u(-0.3, 0.3), p.u(0.7, 1))])
    else:
        cross = p.u(0.3, 0.7) * p.wide
        for x in (0.1, 0.5, 0.9):
            p.line([(cross + (x - 0.5) * 0.5 * p.wide, top), (cross + (x - 0.5) * 2.2 * p.wide, p.u(0.7, 1))])
        for t in (0.1, 0.3, 0.6):
            p.line([(0, top + t * (1 - top)), (p.wide, top + t * (1 - top) + p.u(-0.02, 0.02))])


def paddy(p):
    p.thing('paddy')
    top, way = p.horizon + p.u(0.0, 0.1), p.n(0, 3)
    rows = p.n(2, 4)
    edges = [top + (p.u(0.85, 1.0) - top) * (i / rows) ** 1.4 for i in range(rows + 1)]
    vx = p.u(0.2, 0.8) * p.wide
    if way == 0:
        for y in edges:
            p.line([(0, y), (p.wide, y + p.u(-0.01, 0.01))])
        for x in np.linspace(-0.5, 1.5, p.n(4, 7)) * p.wide:
            p.line([(vx + (x - vx) * 0.35, edges[0]), (x, edges[-1])])
    elif way == 1:
        for a, b in zip(edges[:-1], edges[1:]):
            scale_a, scale_b = 0.4 + 0.6 * (a - top) / (1 - top), 0.4 + 0.6 * (b - top) / (1 - top)
            marks = np.linspace(0, 1, p.n(2, 4)) * p.wide
            for x0, x1 in zip(marks[:-1], marks[1:]):
                gap = 0.012
                p.shape([(vx + (x0 - vx) * scale_a + gap, a + gap), (vx + (x1 - vx) * scale_a - gap, a + gap), (vx + (x1 - vx) * scale_b - gap, b - gap), (vx + (x0 - vx) * scale_b + gap, b - gap)])
    elif way == 2:
        for y in [top + (1 - top) * (i + 0.5) / 6 for i in range(p.n(3, 6))]:
            p.line(bumps(p, p.u(0, 0.3) * p.wide, p.u(0.7, 1) * p.wide, y, p.u(-0.07, 0.07), p.n(2, 4)))
    else:
        x0, x1, y1 = p.u(0, 0.35) * p.wide, p.u(0.6, 1) * p.wide, edges[-1]
        p.shape([(x0 + 0.1, top), (x1 - 0.1, top), (x1 + 0.1, y1), (x0 - 0.1, y1)])
        p.line([((x0 + x1) / 2, top), ((x0 + x1) / 2 + p.u(-0.1, 0.1), y1)])
        p.line([(x0, (top + y1) / 2), (x1, (top + y1) / 2)])
    for _ in range(p.pick(0, 4, 8, 14) if way != 2 else p.pick(0, 0, 6)):
        x, y = p.u(0.02, p.wide), p.u(top + 0.03, 0.97)
        s = 0.01 + 0.04 * (y - top)
        if p.maybe(0.5):
            p.line([(x - s * 0.5, y - s), (x, y), (x + s * 0.4, y - s), ][: p.pick(2, 3)])
        else:
            p.line([(x, y), (x + p.u(-0.2, 0.2) * s, y - s)])
