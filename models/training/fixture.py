"""Writes what tests/models/reader.test.ts compares with: two drawings, their features, and nothing of the net."""
import json
from pathlib import Path

import numpy as np

from features import drawing_features
from scenes import draw

OUT = Path(__file__).parent.parent.parent / 'tests' / 'models' / 'fixtures' / 'features.json'
HEIGHT = 540

drawings = []
for seed in (12, 43):
    strokes, _, wide = draw(seed)
    strokes = [(np.round(points * HEIGHT, 2) / HEIGHT, *rest) for points, *rest in strokes[:14]]
    rows, _ = drawing_features(strokes, wide)
    drawings.append({
        'layout': {'width': wide * HEIGHT, 'height': HEIGHT, 'strokes': [
            {'id': str(i), 'points': [v for x, y in np.round(points * HEIGHT, 2).tolist() for v in (x, y, 0.5)], 'colour': colour, 'fill': fill, 'size': size * HEIGHT}
            for i, (points, _, _, colour, fill, size) in enumerate(strokes)]},
        'features': np.round(rows, 5).tolist(),
    })
OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps(drawings))
