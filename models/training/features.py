"""A stroke as numbers. models/builtin/reader/features.ts computes exactly the same: change both or neither."""
import numpy as np

ABSOLUTE, LOCAL, DENSE, GRID, TURNS = 16, 32, 96, 8, 8
SCALARS = 34
WIDTH = ABSOLUTE * 2 + LOCAL * 2 + GRID * GRID + TURNS + SCALARS
LIMIT = 256


def resample(points, count):
    """`count` points evenly spaced along the line, and its length."""
    steps = np.hypot(points[1:, 0] - points[:-1, 0], points[1:, 1] - points[:-1, 1])
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, points[:, 0]), np.interp(at, along, points[:, 1])], 1), along[-1]


def settle(dense, lengths):
    """The same lines however they were drawn: open ones run to the right, closed ones clockwise from the lowest point."""
    gap = np.hypot(*(dense[:, 0] - dense[:, -1]).T)
    closed = gap <= 0.2 * lengths
    x, y = dense[..., 0], dense[..., 1]
    area = (x * np.roll(y, -1, 1) - np.roll(x, -1, 1) * y).sum(1)
    back = np.where(closed, area < 0, dense[:, -1, 0] < dense[:, 0, 0])
    dense = np.where(back[:, None, None], dense[:, ::-1], dense)
    low = np.where(closed, dense[..., 1].argmax(1), 0)
    turned = (np.arange(dense.shape[1]) + low[:, None]) % dense.shape[1]
    return np.take_along_axis(dense, turned[..., None], 1), gap


def rgb(colour):
    return [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]


def spread(which, count, weights):
    """A histogram for every row."""
    rows = np.arange(len(which))[:, None] * count + which
    return np.bincount(rows.ravel(), weights.ravel(), minlength=len(which) * count).reshape(len(which), count)


def features_of(strokes, wide):
    """Features of [(points, kind, object, line colour, fill colour, size)] in panel heights; `wide` is the panel's width."""
    count = len(strokes)
    sampled = [resample(stroke[0], DENSE) for stroke in strokes]
    length = np.maximum(np.array([one[1] for one in sampled]), 1e-4)
    dense, gap = settle(np.stack([one[0] for one in sampled]), length)
    scale = np.sqrt(wide)
    low, high = dense.min(1), dense.max(1)
    middle, extent = (low + high) / 2, high - low
    reach = np.maximum(extent.max(1), 1e-3)
    thick = dense[:, np.round(np.linspace(0, DENSE - 1, LOCAL)).astype(int)]
    thin = dense[:, np.round(np.linspace(0, DENSE - 1, ABSOLUTE)).astype(int)]
    room = np.maximum(extent, reach[:, None] * 0.1)
    cell = np.minimum(((dense - low[:, None]) / room[:, None] * GRID).astype(int), GRID - 1)
    grid = np.minimum(spread(cell[..., 1] * GRID + cell[..., 0], GRID * GRID, np.ones(cell.shape[:2])), 6) / 6
    steps = dense[:, 1:] - dense[:, :-1]
    sizes = np.hypot(steps[..., 0], steps[..., 1])
    angles = np.arctan2(steps[..., 1], steps[..., 0])
    bins = np.floor((angles % np.pi) / np.pi * TURNS).astype(int) % TURNS
    leaning = spread(bins, TURNS, sizes) / np.maximum(sizes.sum(1), 1e-6)[:, None]
    bends = (angles[:, 2:] - angles[:, :-2] + np.pi) % (2 * np.pi) - np.pi
    ink = np.array([rgb(stroke[3]) for stroke in strokes])
    paint = np.array([rgb(stroke[4] or '#ffffff') for stroke in strokes])
    order = np.arange(count)
    columns = [
        *((middle - (wide / 2, 0.5)) / scale).T, low[:, 0] / wide, high[:, 0] / wide, low[:, 1], high[:, 1],
        *(extent / scale).T, *np.log(extent + 0.01).T, np.log(length + 0.01),
        gap / length, np.abs(bends).sum(1) / 12, bends.sum(1) / 12,
        (np.abs(bends) > 1.0).sum(1) / 16, np.log((extent[:, 1] + 0.01) / (extent[:, 0] + 0.01)),
        length / (extent.sum(1) + 0.01) / 4, np.array([stroke[5] for stroke in strokes]) * 60,
        order / count, np.full(count, np.log(count) / 4), np.full(count, np.log(wide)),
        np.array([1.0 if stroke[4] else 0.0 for stroke in strokes]), *ink.T, *paint.T, np.ptp(ink, 1), np.ptp(paint, 1),
        np.sin(order), np.cos(order), np.sin(order / 5), np.cos(order / 5),
    ]
    return np.concatenate([
        ((thin - (wide / 2, 0.5)) / scale).reshape(count, -1),
        ((thick - middle[:, None]) / reach[:, None, None] * 2).reshape(count, -1), grid, leaning, np.stack(columns, 1),
    ], 1).astype(np.float32)


def drawing_features(strokes, wide):
    """Features of a drawing's strokes, the longest LIMIT of them, and which those are."""
    kept = range(len(strokes))
    if len(strokes) > LIMIT:
        lengths = [-np.hypot(*np.diff(stroke[0], axis=0).T).sum() for stroke in strokes]
        kept = sorted(np.argsort(lengths, kind='stable')[:LIMIT])
    return features_of([strokes[i] for i in kept], wide), list(kept)
