"""The reader's net: a transformer over the set of strokes, with the geometry of each pair as attention bias."""
import torch
from torch import nn
from torch.nn import functional as F

from features import ABSOLUTE, GRID, LOCAL, TURNS, WIDTH
from kinds import KINDS
from scenes import CONCEPTS

FIRST_SCALAR = ABSOLUTE * 2 + LOCAL * 2 + GRID * GRID + TURNS
PAIR = 11


def pair_geometry(strokes):
    """How stroke i lies to stroke j: offset and gap in units of their sizes and of the page, size ratio, order, colour."""
    s = strokes[..., FIRST_SCALAR:]
    middle, extent = s[..., 0:2], s[..., 6:8]
    half = extent / 2
    between = middle[:, :, None] - middle[:, None]
    room = half[:, :, None] + half[:, None]
    gap = between.abs() - room
    away = torch.clamp(gap, min=0).pow(2).sum(-1, keepdim=True).add(1e-8).sqrt()
    order = s[..., 18:19] * torch.exp(s[..., 19:20] * 4)
    step = order[:, :, None] - order[:, None]
    colour = (s[..., 22:28][:, :, None] - s[..., 22:28][:, None]).abs().mean(-1, keepdim=True)
    ratio = s[..., 10:11][:, :, None] - s[..., 10:11][:, None]
    return torch.cat([
        torch.clamp(between / (room + 0.02), -3, 3), torch.clamp(gap / (room + 0.02), -1, 3), torch.clamp(between, -1, 1),
        torch.log(away + 0.01) / 4, torch.exp(-away * 20), torch.clamp(ratio / 3, -1, 1), torch.exp(-step.abs() / 2), colour,
    ], -1)


class Layer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.before_look, self.before_think = nn.LayerNorm(width), nn.LayerNorm(width)
        self.look, self.gather = nn.Linear(width, width * 3), nn.Linear(width, width)
        self.think = nn.Sequential(nn.Linear(width, width * 3), nn.GELU(), nn.Linear(width * 3, width))

    def forward(self, h, bias):
        b, n, w = h.shape
        q, k, v = self.look(self.before_look(h)).reshape(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        seen = torch.softmax(q @ k.transpose(-1, -2) / (w // self.heads) ** 0.5 + bias, -1) @ v
        h = h + self.gather(seen.transpose(1, 2).reshape(b, n, w))
        return h + self.think(self.before_think(h))


class Reader(nn.Module):
    def __init__(self, width=160, layers=4, heads=5):
        super().__init__()
        self.heads = heads
        self.enter = nn.Sequential(nn.Linear(WIDTH, width * 2), nn.GELU(), nn.Linear(width * 2, width))
        self.words = nn.Sequential(nn.Linear(len(CONCEPTS) + 1, width), nn.GELU(), nn.Linear(width, width * 2))
        self.pairs = nn.Sequential(nn.Linear(PAIR, 32), nn.GELU(), nn.Linear(32, layers * heads))
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.leave = nn.LayerNorm(width)
        self.kinds = nn.Linear(width, len(KINDS))
        self.place = nn.Linear(width, 32)
        self.same = nn.Sequential(nn.Linear(PAIR + 1, 32), nn.GELU(), nn.Linear(32, 1))

    def forward(self, strokes, words, empty=None):
        """Logits of each stroke's kind, and of each pair being one object."""
        geometry = pair_geometry(strokes)
        page, everywhere = self.words(words).chunk(2, -1)
        h = torch.cat([page[:, None], self.enter(strokes) + everywhere[:, None]], 1).float()
        bias = F.pad(self.pairs(geometry).permute(0, 3, 1, 2), (1, 0, 1, 0))
        if empty is not None:
            bias = bias.masked_fill(F.pad(empty, (1, 0))[:, None, None], -1e4)
        for layer, part in zip(self.layers, bias.split(self.heads, 1)):
            h = layer(h, part)
        h = self.leave(h[:, 1:])
        place = self.place(h)
        apart = (place[:, :, None] - place[:, None]).pow(2).mean(-1, keepdim=True)
        return self.kinds(h), self.same(torch.cat([geometry, apart], -1)).squeeze(-1) + 2 - apart.squeeze(-1) * 4
