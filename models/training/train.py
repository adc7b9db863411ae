"""
Trains the stroke reader from nothing: makes drawings, trains on them, writes the ONNX, its record and a sheet.

    python3 train.py --minutes 150            # from nothing, or on from where it was stopped
    python3 train.py --minutes 0              # only write out what was reached
"""
import argparse
import ctypes
import itertools
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from kinds import KINDS
from net import Reader
from shards import DRAWINGS, HELD_OUT_SEED, Shard, make, write

HERE = Path(__file__).parent
# Shards that the trainer draws itself are numbered from here, out of the makers' way.
OWN_SHARDS = 100_000
# Processors that multiply bfloat16 do it four times as fast; on others it would be slower.
CPU = Path('/proc/cpuinfo')
HALF = CPU.exists() and bool(re.search('avx512_bf16|amx_bf16', CPU.read_text()))


def held_out(folder, count=512):
    path = folder / 'held-out.npz'
    if not path.exists():
        np.savez(path, **make(HELD_OUT_SEED, count))
    return Shard(np.load(path))


def losses(net, batch, words, weights):
    features, kinds, things, _ = batch
    x, y, thing = torch.from_numpy(features), torch.from_numpy(kinds), torch.from_numpy(things)
    empty = y < 0
    with torch.autocast('cpu', torch.bfloat16, enabled=HALF):
        logits, same = net(x, words, empty)
    logits, same = logits.float(), same.float()
    kind_loss = F.cross_entropy(logits.flatten(0, 1), y.flatten(), weights, ignore_index=-1, label_smoothing=0.03)
    pair = ~empty[:, :, None] & ~empty[:, None] & ~torch.eye(y.shape[1], dtype=torch.bool)
    truth = (thing[:, :, None] == thing[:, None]).float()
    # Every stroke counts the same, however many others there are.
    loss = F.binary_cross_entropy_with_logits(same, truth, reduction='none') * (1 + 2 * truth)
    per_stroke = (loss * pair).sum(-1) / pair.sum(-1).clamp(min=1)
    return kind_loss, per_stroke[~empty].mean()


def forget(words, rng):
    """Some words are left out, sometimes all: the drawing must be readable without."""
    keep = (rng.random(words.shape) > 0.08) & (rng.random((len(words), 1)) > 0.06)
    return torch.from_numpy((words * keep).astype(np.float32))


def judge(net, shard, with_words=True, count=10**9):
    right = torch.zeros(len(KINDS))
    total = torch.zeros(len(KINDS))
    pairs = [0, 0, 0]
    net.eval()
    with torch.no_grad():
        last = min(count, len(shard))
        for at in range(0, last, 16):
            features, kinds, things, words = shard.batch(range(at, min(at + 16, last)))
            y, thing = torch.from_numpy(kinds), torch.from_numpy(things)
            logits, same = net(torch.from_numpy(features), torch.from_numpy(words * with_words), y < 0)
            hit = (logits.argmax(-1) == y)[y >= 0].float()
            right.index_add_(0, y[y >= 0], hit)
            total.index_add_(0, y[y >= 0], torch.ones_like(hit))
            valid = (y >= 0)[:, :, None] & (y >= 0)[:, None] & ~torch.eye(y.shape[1], dtype=torch.bool)
            truth, said = (thing[:, :, None] == thing[:, None]) & valid, (same > 0) & valid
            pairs = [pairs[0] + int((truth & said).sum()), pairs[1] + int(said.sum()), pairs[2] + int(truth.sum())]
    net.train()
    return {
        'accuracy': float(right.sum() / total.sum()), 'pairF1': 2 * pairs[0] / max(1, pairs[1] + pairs[2]),
        'kinds': {kind: round(float(right[i] / total[i]), 3) for i, kind in enumerate(KINDS) if total[i]},
    }


class Training:
    """Net, its running mean (what is shipped), optimiser and record; saved together so that it can be stopped anywhere."""

    def __init__(self, work, seed):
        torch.manual_seed(seed)
        self.path = work / 'checkpoint.pt'
        self.net, self.mean = Reader(), Reader()
        self.mean.load_state_dict(self.net.state_dict())
        self.optimiser = torch.optim.AdamW(self.net.parameters(), 1e-3, weight_decay=0.02, betas=(0.9, 0.98), foreach=True)
        self.record = {'seed': seed, 'steps': 0, 'drawings': 0, 'seconds': 0.0, 'curve': []}
        if self.path.exists():
            saved = torch.load(self.path)
            self.net.load_state_dict(saved['net'])
            self.mean.load_state_dict(saved['mean'])
            self.optimiser.load_state_dict(saved['optimiser'])
            self.record = saved['record']

    def save(self):
        part = self.path.with_suffix('.part')
        torch.save({'net': self.net.state_dict(), 'mean': self.mean.state_dict(), 'optimiser': self.optimiser.state_dict(), 'record': self.record}, part)
        part.replace(self.path)

    def step(self, batch, rng, rate, weights):
        for group in self.optimiser.param_groups:
            group['lr'] = rate
        kind_loss, same_loss = losses(self.net, batch, forget(batch[3], rng), weights)
        self.optimiser.zero_grad()
        (kind_loss + same_loss).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.record['steps'] += 1
        self.record['drawings'] += len(batch[0])
        if self.record['steps'] % 4 == 0:
            follow = min(0.99, self.record['steps'] / (self.record['steps'] + 120))
            with torch.no_grad():
                for mean, now in zip(self.mean.parameters(), self.net.parameters()):
                    mean.lerp_(now, 1 - follow)
        return float(kind_loss.detach()), float(same_loss.detach())


def batches(folder, rng, size, drawing):
    """
    Endless batches from the shards that are there; drawings of like length together, so little is padding.
    `drawing` is the share of turns on which a shard is drawn here: for machines with no core left for a maker.
    """
    own = itertools.count(max([OWN_SHARDS - 1, *(int(path.stem) for path in folder.glob('[0-9]*.npz'))]) + 1)
    while True:
        if rng.random() < drawing:
            write(folder, next(own))
        paths = sorted(folder.glob('[0-9]*.npz'))
        if len(paths) < 2:
            time.sleep(2)
            continue
        # Newer shards first: the makers are still at work.
        path = rng.choice(paths[-40:]) if rng.random() < 0.5 else rng.choice(paths)
        shard = Shard(np.load(path))
        most = 160 if rng.random() < 0.05 else 52
        lengths = np.minimum(shard.arrays['lengths'], most)
        order = np.argsort(lengths + rng.normal(0, 2, len(shard)))
        groups, at = [], 0
        while at < len(order):
            # Pairs of strokes fill the memory, so long drawings come in small batches.
            longest = lengths[order[min(at + size, len(order)) - 1]]
            count = int(np.clip(90_000 / longest**2, 4, size))
            groups.append(order[at:at + count])
            at += count
        rng.shuffle(groups)
        for group in groups:
            yield shard.batch(group, rng, most)


def kind_weights(folder):
    """Rare kinds count more, gently."""
    counts = sum(np.bincount(np.load(path)['kinds'], minlength=len(KINDS)) for path in sorted(folder.glob('[0-9]*.npz'))[:8])
    weights = (np.maximum(counts, 1) / counts.sum()) ** -0.35
    return torch.tensor(weights / (weights * counts).sum() * counts.sum(), dtype=torch.float32)


def keep_memory():
    """glibc would hand every large tensor back to the system and fault it in again: half the time of a step."""
    try:
        libc = ctypes.CDLL('libc.so.6')
        libc.mallopt(-3, 1 << 30)
        libc.mallopt(-1, 2**31 - 1)
    except OSError:
        pass


def main():
    keep_memory()
    options = argparse.ArgumentParser()
    options.add_argument('--minutes', type=float, default=150)
    options.add_argument('--work', type=Path, default=HERE / 'work')
    options.add_argument('--out', type=Path, help='where reader.onnx and reader.json go, if not into the program')
    options.add_argument('--shards', type=int, default=700, help=f'of {DRAWINGS} drawings each')
    options.add_argument('--threads', type=int, default=1)
    options.add_argument('--makers', type=int, default=1, help='processes that draw meanwhile')
    options.add_argument('--drawing', type=float, default=0, help='share of turns on which the trainer itself draws a shard')
    options.add_argument('--rate', type=float, default=1.2e-3)
    options.add_argument('--seed', type=int, default=7)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    data = chosen.work / 'drawings'
    data.mkdir(parents=True, exist_ok=True)
    share = chosen.shards // max(1, chosen.makers)
    makers = [subprocess.Popen([sys.executable, str(HERE / 'shards.py'), str(data), str(i * share), str((i + 1) * share)]) for i in range(chosen.makers if chosen.minutes else 0)]
    try:
        train(chosen, data)
    finally:
        for maker in makers:
            maker.terminate()
    from export import OUT, export

    export(chosen.work, chosen.out or OUT)


def train(chosen, data):
    training = Training(chosen.work, chosen.seed)
    if not chosen.minutes:
        return
    check = held_out(chosen.work)
    rng = np.random.default_rng([chosen.seed, training.record['steps']])
    source = batches(data, rng, 32, chosen.drawing)
    first = next(source)
    weights = kind_weights(data)
    began = time.time()
    told, recent = began, []
    while time.time() - began < chosen.minutes * 60:
        done = (time.time() - began) / (chosen.minutes * 60)
        warm = min(1.0, (len(recent) + 1) / 100) if training.record['steps'] < 100 else 1.0
        rate = chosen.rate * warm * (0.02 + 0.98 * (1 - done))
        batch, first = first if first is not None else next(source), None
        recent.append(training.step(batch, rng, rate, weights))
        if time.time() - told > 300:
            training.record['seconds'] += time.time() - told
            told = time.time()
            with_words = judge(training.mean, check, count=128)
            point = {
                'steps': training.record['steps'], 'drawings': training.record['drawings'], 'seconds': round(training.record['seconds']),
                'loss': [round(float(v), 4) for v in np.mean(recent[-200:], 0)], 'heldOut': round(with_words['accuracy'], 4), 'pairF1': round(with_words['pairF1'], 4), 'rate': round(float(rate), 6),
            }
            training.record['curve'].append(point)
            training.save()
            print(json.dumps(point), flush=True)
    training.save()


if __name__ == '__main__':
    main()
