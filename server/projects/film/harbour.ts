import * as built from './built.ts'
import * as figures from './figures.ts'
import * as nature from './nature.ts'
import { type FilmScene, silent } from './scene.ts'

export const harbour: FilmScene = {
  heading: { en: 'EXT. HARBOUR TOWN - AUTUMN, EVENING', ja: '港町・外（秋・夕）' },
  panels: [
    {
      duration: 96,
      prompt: {
        en: 'golden hour sea, the sun low over the water, boats, a long pier, a hill with a lighthouse',
        ja: '夕焼けの海、水面に低い太陽、船、長い桟橋、丘と灯台',
      },
      action: {
        en: 'The harbour, burning gold. A dog trots along the pier.',
        ja: '金色に燃える港。桟橋を犬が小走りに行く。',
      },
      dialogue: silent,
      draw(hand) {
        hand.line(
          [
            [0, 236],
            [480, 234],
            [960, 237],
          ],
          { colour: 'blue' },
        )
        hand.arc([520, 196], [40, 40], 0, 1, { closed: true, colour: 'orange' })
        nature.cloud(hand, [250, 130], 240, 60)
        nature.cloud(hand, [690, 84], 150, 40)
        hand.curve([
          [700, 237],
          [770, 204],
          [850, 184],
          [960, 168],
        ])
        built.lighthouse(hand, [868, 182], 118)
        built.boat(hand, [392, 318], 92)
        built.boat(hand, [640, 268], 42)
        hand.line([
          [560, 540],
          [640, 352],
          [660, 312],
        ])
        hand.line([
          [900, 540],
          [708, 352],
          [682, 312],
          [660, 312],
        ])
        for (const [y, left, right] of [
          [500, 578, 862],
          [456, 596, 816],
          [416, 614, 774],
          [380, 630, 736],
          [350, 642, 706],
        ] as const)
          hand.line(
            [
              [left, y],
              [right, y],
            ],
            { size: 's' },
          )
        figures.dog(hand, [706, 416], 46, 1)
        nature.ripples(hand, [40, 300], 480, 230, 9)
      },
    },
    {
      duration: 60,
      prompt: {
        en: 'autumn golden hour, a road between houses towards the mountains, street lamps, red roofs, a cloud',
        ja: '秋の夕方、山へ続く家並みの道路、街灯、赤い屋根、雲',
      },
      action: { en: 'It follows a smell up the street.', ja: '匂いをたどって坂道を上がる。' },
      dialogue: silent,
      draw(hand) {
        nature.ridge(hand, [
          [0, 236],
          [130, 196],
          [250, 222],
          [370, 172],
          [470, 208],
          [580, 166],
          [700, 214],
          [840, 184],
          [960, 226],
        ])
        built.house(hand, [30, 420], 200, 200, { colour: 'red', fill: true })
        built.house(hand, [206, 330], 120, 116, { colour: 'orange', fill: true })
        built.house(hand, [650, 336], 126, 120, { colour: 'red', fill: true })
        built.house(hand, [752, 430], 208, 210, { colour: 'red', fill: true })
        hand.line([
          [240, 540],
          [400, 300],
          [452, 214],
        ])
        hand.line([
          [720, 540],
          [570, 300],
          [514, 214],
        ])
        built.lamp(hand, [360, 366], 130)
        built.lamp(hand, [622, 372], 134)
        figures.dog(hand, [484, 436], 54, -1, 0.6)
        nature.cloud(hand, [520, 110], 280, 66)
      },
    },
    {
      duration: 72,
      prompt: {
        en: 'autumn dusk, a shrine gate in a forest of red leaves, stone stairs',
        ja: '秋の夕暮れ、紅葉の森の鳥居と石段',
      },
      action: { en: 'The gate where he used to wait. Nobody.', ja: 'いつも待っていた鳥居。誰もいない。' },
      dialogue: silent,
      draw(hand) {
        hand.curve(
          [
            [0, 150],
            [110, 96],
            [230, 120],
            [340, 80],
            [470, 112],
            [600, 76],
            [730, 116],
            [850, 84],
            [960, 130],
          ],
          { colour: 'red' },
        )
        built.gate(hand, [480, 352], 270, 236)
        hand.line([
          [372, 540],
          [420, 356],
        ])
        hand.line([
          [588, 540],
          [540, 356],
        ])
        for (const [y, half] of [
          [520, 104],
          [490, 96],
          [462, 88],
          [436, 82],
          [412, 76],
          [390, 70],
          [370, 64],
        ] as const)
          hand.line(
            [
              [480 - half, y],
              [480 + half, y],
            ],
            { size: 's' },
          )
        nature.tree(hand, [150, 452], 320, 270)
        nature.tree(hand, [818, 446], 310, 260)
        hand.line([
          [0, 420],
          [250, 408],
          [400, 400],
        ])
        hand.line([
          [560, 400],
          [740, 406],
          [960, 424],
        ])
        figures.dog(hand, [478, 470], 50, -1, 0.2)
      },
    },
    {
      duration: 84,
      prompt: {
        en: 'stormy dusk, a lighthouse on a cliff above the sea, dark clouds, rain',
        ja: '嵐の夕暮れ、海の上の崖に立つ灯台、黒い雲、雨',
      },
      action: {
        en: 'Weather comes in from the sea. The light begins to turn.',
        ja: '海から荒れてくる。灯台の灯が回りはじめる。',
      },
      dialogue: silent,
      draw(hand) {
        hand.line(
          [
            [0, 330],
            [300, 328],
            [560, 331],
          ],
          { colour: 'blue' },
        )
        hand.line([
          [960, 262],
          [820, 252],
          [690, 266],
          [610, 282],
          [588, 340],
          [600, 420],
          [566, 480],
          [580, 540],
        ])
        built.lighthouse(hand, [742, 258], 204)
        built.house(hand, [826, 262], 104, 74, { colour: 'red', fill: true })
        nature.cloud(hand, [260, 170], 420, 110)
        nature.cloud(hand, [640, 80], 260, 60)
        nature.ripples(hand, [20, 350], 520, 170, 8)
        hand.curve(
          [
            [470, 470],
            [490, 440],
            [530, 442],
            [548, 474],
            [470, 470],
          ],
          { closed: true },
        )
        hand.curve(
          [
            [380, 500],
            [396, 478],
            [430, 478],
            [446, 504],
            [380, 500],
          ],
          { closed: true },
        )
      },
    },
  ],
}
