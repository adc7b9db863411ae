"""Drawings on disk: numbered shards, each from its own seeds, so that making them can stop and go on."""
import os
import sys
from pathlib import Path

import numpy as np

from features import WIDTH, drawing_features
from scenes import CONCEPTS, draw

DRAWINGS = 512
# Held-out drawings come from seeds that no training shard reaches.
HELD_OUT_SEED = 2_000_000_000


def make(first_seed, count):
    """Arrays of `count` drawings: features and labels of all strokes, lengths, words as sets."""
    rows, kinds, things, lengths, words = [], [], [], [], []
    seed = first_seed
    while len(lengths) < count:
        strokes, tokens, wide = draw(seed)
        seed += 1
        if not strokes:
            continue
        features, kept = drawing_features(strokes, wide)
        rows.append(features.astype(np.float16))
        kinds += [strokes[i][1] for i in kept]
        things += [strokes[i][2] for i in kept]
        lengths.append(len(kept))
        said = np.zeros(len(CONCEPTS) + 1, np.uint8)
        said[tokens] = 1
        words.append(said)
    return {
        'features': np.concatenate(rows), 'kinds': np.array(kinds, np.int16), 'things': np.array(things, np.int16),
        'lengths': np.array(lengths, np.int32), 'words': np.stack(words), 'seeds': np.array([first_seed, seed]),
    }


def write(folder, index):
    path = Path(folder) / f'{index:05d}.npz'
    if path.exists():
        return
    arrays = make(index * DRAWINGS * 2, DRAWINGS)
    with open(f'{path}.part', 'wb') as file:
        np.savez(file, **arrays)
    os.replace(f'{path}.part', path)


class Shard:
    def __init__(self, arrays):
        self.arrays = {name: arrays[name] for name in ('features', 'kinds', 'things', 'lengths', 'words')}
        self.starts = np.concatenate([[0], np.cumsum(self.arrays['lengths'])])

    def __len__(self):
        return len(self.arrays['lengths'])

    def batch(self, chosen, rng=None, most=10**9):
        """
        Padded arrays of some drawings: features, kinds (-1 where empty), objects, words. With `rng` some strokes are
        missing, as if not drawn yet, and no drawing has more than `most`: long ones would cost most of the time.
        """
        rows = []
        for i in chosen:
            places = np.arange(self.starts[i], self.starts[i + 1])
            if rng is not None:
                keep = min(most, max(1, round(len(places) * rng.uniform(0.75, 1.1))))
                if keep < len(places):
                    places = np.sort(rng.choice(places, keep, replace=False))
            rows.append(places)
        longest = max(len(places) for places in rows)
        features = np.zeros((len(chosen), longest, WIDTH), np.float32)
        kinds, things = np.full((len(chosen), longest), -1, np.int64), np.full((len(chosen), longest), -1, np.int64)
        for row, places in enumerate(rows):
            features[row, : len(places)] = self.arrays['features'][places]
            kinds[row, : len(places)] = self.arrays['kinds'][places]
            things[row, : len(places)] = self.arrays['things'][places]
        return features, kinds, things, self.arrays['words'][chosen].astype(np.float32)


if __name__ == '__main__':
    folder, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number in range(first, last):
        write(folder, number)
