"""Whole drawings: what stands together, and the words people write beside it."""
import json
from pathlib import Path

from kinds import KINDS
from pen import Page, finish
from things import buildings, figures, land, plants, roadside, sky, trees, water, ways

LEXICON = json.loads((Path(__file__).parent.parent / 'builtin' / 'words' / 'lexicon.json').read_text('utf8'))
CONCEPTS = [name for names in LEXICON['tokens'].values() for name in names.split()]
TOKEN = {name: i + 1 for i, name in enumerate(CONCEPTS)}
COLOURS = LEXICON['tokens']['colour'].split()
WORDS = [word['means'].split() for word in LEXICON['words']]

DRAW = {kind: vars(module)[kind] for module in (sky, land, trees, plants, water, ways, roadside, buildings, figures) for kind in KINDS if kind in vars(module)}
# things.sky has a tower of its own, of cloud.
DRAW['tower'] = buildings.tower

# Scenes as (kind, chance) in no order; a kind may come twice.
PLACES = [
    [('sea', 1), ('shore', 0.7), ('boat', 0.6), ('cumulus', 0.5), ('sun', 0.3), ('palm', 0.3), ('rock', 0.3), ('cliff', 0.2), ('lighthouse', 0.3), ('person', 0.2)],
    [('mountain', 0.9), ('lake', 1), ('pine', 0.6), ('forest', 0.4), ('sun', 0.3), ('cumulus', 0.3), ('boat', 0.25), ('pier', 0.3), ('grass', 0.2)],
    [('river', 1), ('bridge', 0.5), ('mountain', 0.5), ('broadleaf', 0.5), ('rock', 0.4), ('grass', 0.3), ('hill', 0.3), ('cumulus', 0.3)],
    [('house', 1), ('house', 0.5), ('path', 0.4), ('road', 0.3), ('broadleaf', 0.4), ('fence', 0.3), ('hill', 0.4), ('cumulus', 0.3), ('mountain', 0.3), ('wires', 0.2)],
    [('skyline', 1), ('road', 0.4), ('tower', 0.3), ('moon', 0.3), ('stars', 0.2), ('lamp', 0.3), ('river', 0.2), ('cumulus', 0.3), ('person', 0.2)],
    [('forest', 0.8), ('path', 0.7), ('broadleaf', 0.6), ('pine', 0.4), ('bush', 0.4), ('grass', 0.3), ('rock', 0.2)],
    [('rail', 1), ('station', 0.5), ('train', 0.4), ('wires', 0.5), ('cumulus', 0.4), ('mountain', 0.3), ('fence', 0.3), ('field', 0.2), ('grass', 0.2)],
    [('stairs', 1), ('gate', 0.8), ('pine', 0.3), ('forest', 0.4), ('lamp', 0.4), ('cherry', 0.2), ('wall', 0.2), ('person', 0.2)],
    [('paddy', 1), ('mountain', 0.5), ('farmhouse', 0.5), ('wires', 0.4), ('cumulus', 0.5), ('hill', 0.3), ('path', 0.3), ('forest', 0.2)],
    [('field', 1), ('farmhouse', 0.5), ('hill', 0.4), ('broadleaf', 0.4), ('path', 0.4), ('sun', 0.3), ('cirrus', 0.3), ('fence', 0.3)],
    [('waterfall', 1), ('cliff', 0.6), ('rock', 0.6), ('river', 0.4), ('pine', 0.4), ('forest', 0.2), ('bush', 0.2)],
    [('sea', 0.9), ('pier', 0.8), ('boat', 0.8), ('house', 0.6), ('lighthouse', 0.4), ('hill', 0.3), ('cumulus', 0.3), ('lamp', 0.2)],
    [('road', 1), ('wires', 0.8), ('house', 0.6), ('wall', 0.4), ('fence', 0.3), ('lamp', 0.3), ('cumulus', 0.4), ('bush', 0.2), ('person', 0.3)],
    [('roof', 1), ('skyline', 0.3), ('wires', 0.4), ('sun', 0.3), ('cumulus', 0.4), ('mountain', 0.3), ('moon', 0.2)],
    [('bamboo', 1), ('path', 0.6), ('rock', 0.3), ('lamp', 0.3), ('fence', 0.3), ('gate', 0.2)],
    [('hill', 1), ('broadleaf', 0.8), ('cirrus', 0.4), ('cumulus', 0.3), ('grass', 0.4), ('flowers', 0.4), ('person', 0.2)],
    [('cherry', 1), ('cherry', 0.4), ('river', 0.4), ('path', 0.3), ('bridge', 0.3), ('grass', 0.2), ('person', 0.2), ('fence', 0.2)],
    [('stormcloud', 1), ('sea', 0.4), ('house', 0.3), ('hill', 0.3), ('cliff', 0.3), ('lighthouse', 0.2), ('field', 0.2), ('detail', 0.3)],
    [('ground', 0.8), ('broadleaf', 0.4), ('rock', 0.3), ('grass', 0.3), ('person', 0.4), ('tower', 0.3), ('sun', 0.3)],
    [('flowers', 1), ('grass', 0.5), ('hill', 0.4), ('bush', 0.3), ('house', 0.2), ('cumulus', 0.4), ('fence', 0.3)],
    [('sky', 0.7), ('cumulus', 0.6), ('cirrus', 0.4), ('sun', 0.4), ('hill', 0.4), ('roof', 0.2)],
    [('moon', 0.8), ('stars', 0.7), ('mountain', 0.4), ('house', 0.4), ('pine', 0.4), ('lake', 0.3)],
]
# Of each of these a drawing holds one at most: nobody could tell them apart.
ALIKE = [{'sun', 'moon'}, {'sea', 'lake', 'field', 'paddy'}, {'ground', 'sea', 'field', 'paddy'}, {'road', 'path', 'river'}, {'shore', 'paddy', 'field'}]


def cast(page):
    """The kinds of one drawing."""
    habit = page.u(0, 1)
    if habit < 0.5:
        chosen = [kind for kind, chance in page.pick(*PLACES) if page.maybe(chance)]
    else:
        chosen = [page.pick(*KINDS) for _ in range(page.n(1, 3) if habit < 0.62 else page.n(3, 9))]
    if page.maybe(0.12):
        chosen.append('unknown')
    if page.maybe(0.12):
        chosen.append('detail')
    if page.maybe(0.1):
        chosen.append('ground')
    if page.maybe(0.05):
        chosen.append('person')
    page.r.shuffle(chosen)
    kept = []
    for kind in chosen:
        rivals = set().union(*[group for group in ALIKE if kind in group]) - {kind}
        if not rivals & set(kept):
            kept.append(kind)
    return kept or ['mountain']


def draw(seed):
    """One drawing: (strokes, word tokens, page width in heights)."""
    page = Page(seed)
    kinds = cast(page)
    page.night = 'moon' in kinds or 'stars' in kinds or page.maybe(0.1)
    for kind in kinds:
        DRAW[kind](page)
    return finish(page), prompt(page, kinds), page.wide


def prompt(page, kinds):
    """Token ids of what somebody would write: most of what is drawn, an hour, a season, and sometimes what is not there."""
    if page.maybe(0.1):
        return []
    named = set()
    if not page.maybe(0.05):
        for kind in set(kinds) - {'detail', 'unknown'}:
            if page.maybe(0.82):
                named.update(phrase(page, kind, kinds))
    if page.maybe(0.55):
        named.add('night' if page.night and page.maybe(0.8) else page.pick('dawn', 'morning', 'noon', 'golden', 'dusk', 'night' if page.night else 'golden'))
    if page.maybe(0.45):
        named.add('spring' if 'cherry' in kinds and page.maybe(0.7) else page.pick('spring', 'summer', 'autumn', 'winter'))
    if page.maybe(0.35):
        named.add('storm' if 'stormcloud' in kinds and page.maybe(0.6) else page.pick('clear', 'cloudy', 'rain', 'storm', 'snow', 'fog'))
    if page.maybe(0.12):
        named.add(page.pick(*COLOURS))
    while page.maybe(0.15):
        named.update(page.pick(*WORDS))
    return [TOKEN[name] for name in named]


def phrase(page, kind, kinds):
    """A word for this kind; one that also means other things only where they are drawn too."""
    fitting = [means for means in WORDS if kind in means and all(name in kinds or name not in KINDS for name in means)]
    return page.pick(*fitting) if fitting and page.maybe(0.5) else [kind]
