"""A contact sheet of drawings, each stroke in the colour of its kind: to look at what the reader learns from."""
import colorsys
import sys

import cv2
import numpy as np

from kinds import KINDS
from scenes import draw


def tone(kind):
    return tuple(int(255 * c) for c in colorsys.hsv_to_rgb((kind * 0.381966) % 1, 0.85, 0.8))[::-1]


def picture(strokes, wide, height=270, by_kind=True):
    width = int(height * wide)
    page = np.full((height, width, 3), 255, np.uint8)
    for points, kind, _, colour, fill, size in strokes:
        line = np.round(points * height * 8).astype(np.int32)
        if fill:
            cv2.fillPoly(page, [line], tuple(int(fill[i:i + 2], 16) for i in (5, 3, 1)), cv2.LINE_AA, 3)
        ink = tone(kind) if by_kind else tuple(int(colour[i:i + 2], 16) for i in (5, 3, 1))
        cv2.polylines(page, [line], False, ink, max(1, int(size * height)), cv2.LINE_AA, 3)
    if by_kind:
        for k in {stroke[1] for stroke in strokes}:
            points = next(stroke[0] for stroke in strokes if stroke[1] == k)
            at = np.clip(points[len(points) // 2] * height, (0, 10), (width - 60, height - 4)).astype(int)
            cv2.putText(page, KINDS[k], tuple(at.tolist()), 0, 0.38, tone(k), 1, cv2.LINE_AA)
    return page


def sheet(seeds, columns=4, cell=(480, 270), by_kind=True):
    cells = []
    for seed in seeds:
        strokes, _, wide = draw(seed)
        page = picture(strokes, wide, by_kind=by_kind)[:, : cell[0]]
        cells.append(cv2.copyMakeBorder(page, 1, 1, 1, 1 + cell[0] - page.shape[1], cv2.BORDER_CONSTANT, value=(180, 180, 180)))
    rows = [np.hstack(cells[i:i + columns]) for i in range(0, len(cells) - columns + 1, columns)]
    return np.vstack(rows)


if __name__ == '__main__':
    start = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    cv2.imwrite(sys.argv[1], sheet(range(start, start + 20), by_kind=len(sys.argv) < 4))
