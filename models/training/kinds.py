"""The kinds, read from the TypeScript that owns them, and the colours people give to each."""
import re
from pathlib import Path

SOURCE = Path(__file__).parent.parent / 'builtin' / 'kinds.ts'
KINDS = re.findall(r"'([a-z]+)'", SOURCE.read_text('utf8').split('= [')[1].split(']')[0])

BLACK, GREY, PALE_GREY = '#1d1d1d', '#9fa8b2', '#d5d9de'
BLUE, SKY_BLUE, NAVY = '#4465e9', '#4ba1f1', '#1c2a5a'
GREEN, LIGHT_GREEN, OLIVE, DARK_GREEN = '#099268', '#4cb05e', '#7c8f3a', '#1f5130'
YELLOW, ORANGE, RED, PINK, VIOLET = '#f1ac4b', '#e16919', '#e03131', '#f7a1c4', '#ae3ec9'
BROWN, SAND, WHITE, TEAL = '#7a4b2a', '#e6cf9c', '#ffffff', '#3aa6a0'

_BY_DAY = {
    'sky': [SKY_BLUE, BLUE, '#9fd0f5', ORANGE, PINK, '#bfe0fa'],
    'cumulus': [SKY_BLUE, GREY, WHITE, BLUE, PALE_GREY],
    'cirrus': [SKY_BLUE, GREY, WHITE, PALE_GREY, PINK],
    'stormcloud': [GREY, '#5b6470', BLACK, '#7d8794'],
    'sun': [YELLOW, ORANGE, RED, '#ffd34d'],
    'moon': [YELLOW, GREY, '#fff1b0', PALE_GREY, SKY_BLUE],
    'stars': [YELLOW, GREY, WHITE, SKY_BLUE],
    'mountain': [GREY, BLUE, VIOLET, GREEN, '#6d7f99', BROWN, DARK_GREEN],
    'hill': [LIGHT_GREEN, GREEN, OLIVE, BROWN],
    'cliff': [BROWN, GREY, '#8d7b68', ORANGE],
    'forest': [GREEN, DARK_GREEN, LIGHT_GREEN, OLIVE],
    'broadleaf': [GREEN, LIGHT_GREEN, DARK_GREEN, OLIVE, ORANGE, BROWN],
    'pine': [GREEN, DARK_GREEN, TEAL, BROWN],
    'palm': [GREEN, LIGHT_GREEN, BROWN],
    'bamboo': [LIGHT_GREEN, GREEN, OLIVE],
    'cherry': [PINK, VIOLET, RED, '#f2b6cf', BROWN],
    'bush': [GREEN, LIGHT_GREEN, DARK_GREEN],
    'grass': [LIGHT_GREEN, GREEN, OLIVE],
    'flowers': [PINK, RED, YELLOW, VIOLET, ORANGE, BLUE, LIGHT_GREEN],
    'field': [OLIVE, YELLOW, LIGHT_GREEN, BROWN, GREEN],
    'paddy': [LIGHT_GREEN, GREEN, SKY_BLUE, OLIVE, YELLOW],
    'rock': [GREY, BROWN, '#6b6f76', PALE_GREY],
    'river': [BLUE, SKY_BLUE, TEAL],
    'lake': [BLUE, SKY_BLUE, TEAL, NAVY],
    'sea': [BLUE, SKY_BLUE, TEAL, NAVY],
    'waterfall': [SKY_BLUE, BLUE, WHITE],
    'shore': [SAND, YELLOW, ORANGE, BROWN],
    'boat': [BROWN, RED, BLUE, GREY, WHITE, ORANGE],
    'pier': [BROWN, GREY, ORANGE],
    'road': [GREY, BROWN, PALE_GREY, '#6b6f76', SAND],
    'path': [BROWN, SAND, YELLOW, ORANGE, GREY],
    'rail': [GREY, BROWN, '#5b6470'],
    'station': [GREY, BROWN, RED, BLUE],
    'bridge': [BROWN, RED, GREY, ORANGE],
    'wall': [GREY, BROWN, PALE_GREY, ORANGE],
    'house': [BROWN, YELLOW, ORANGE, GREY, WHITE, SAND, RED],
    'roof': [RED, BROWN, BLUE, GREY, ORANGE, '#5b6470'],
    'farmhouse': [BROWN, YELLOW, OLIVE, ORANGE],
    'gate': [RED, ORANGE, BROWN, GREY],
    'skyline': [GREY, BLUE, '#5b6470', VIOLET, NAVY],
    'tower': [GREY, RED, ORANGE, BROWN, WHITE],
    'lighthouse': [WHITE, RED, GREY, ORANGE],
    'wires': [GREY, BLACK, BROWN, '#5b6470'],
    'lamp': [GREY, YELLOW, BLACK, ORANGE],
    'fence': [BROWN, GREY, WHITE, ORANGE],
    'stairs': [GREY, BROWN, PALE_GREY],
    'train': [RED, GREEN, BLUE, GREY, ORANGE, YELLOW],
    'ground': [BROWN, LIGHT_GREEN, OLIVE, SAND, GREEN],
    'person': [RED, BLUE, BLACK, BROWN, VIOLET, ORANGE],
    'detail': [GREY, BLACK, BROWN, BLUE, GREEN, WHITE, SKY_BLUE],
    'unknown': [BLACK, RED, VIOLET, BLUE, ORANGE, GREY, GREEN],
}
_BY_NIGHT = {'sky': [NAVY, BLACK, BLUE, '#2b2f55'], 'cumulus': [GREY, NAVY, '#5b6470']}


def colours_of(kind, night):
    return _BY_NIGHT[kind] if night and kind in _BY_NIGHT else _BY_DAY[kind]
