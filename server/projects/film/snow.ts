import * as built from './built.ts'
import * as figures from './figures.ts'
import type { Point } from './hand.ts'
import * as nature from './nature.ts'
import { type FilmScene, silent } from './scene.ts'

export const snow: FilmScene = {
  heading: { en: 'EXT. VILLAGE - WINTER NIGHT TO SPRING', ja: '村・外（冬の夜から春へ）' },
  panels: [
    {
      duration: 96,
      prompt: {
        en: 'winter night, snow village, full moon, mountains, pine trees, houses, a fence, a path',
        ja: '冬の夜、雪の村、満月、山、松の木、家、柵、小道',
      },
      action: { en: 'Snow over the valley. One window is lit.', ja: '谷に雪。窓がひとつ灯っている。' },
      dialogue: silent,
      draw(hand) {
        hand.arc([720, 96], [36, 36], 0, 1, { closed: true, colour: 'yellow' })
        nature.ridge(hand, [
          [0, 262],
          [90, 214],
          [160, 244],
          [280, 168],
          [380, 232],
          [470, 204],
          [580, 250],
          [690, 190],
          [800, 244],
          [880, 220],
          [960, 254],
        ])
        hand.curve([
          [0, 330],
          [200, 308],
          [440, 322],
          [700, 304],
          [960, 326],
        ])
        built.house(hand, [300, 372], 104, 72)
        built.house(hand, [470, 352], 80, 56)
        built.house(hand, [590, 384], 116, 80)
        built.house(hand, [736, 346], 70, 48)
        nature.pine(hand, [96, 480], 330)
        nature.pine(hand, [196, 430], 190)
        nature.pine(hand, [884, 470], 300)
        nature.pine(hand, [812, 416], 160)
        built.fence(hand, [640, 470], [840, 452], 7, 34)
        hand.curve(
          [
            [430, 540],
            [470, 470],
            [500, 420],
            [540, 396],
          ],
          { size: 's' },
        )
        hand.curve(
          [
            [520, 540],
            [530, 476],
            [546, 430],
            [570, 400],
          ],
          { size: 's' },
        )
      },
    },
    {
      duration: 72,
      prompt: {
        en: 'winter night, snow, a street lamp at the station, rail track, falling snow',
        ja: '冬の夜、雪、駅の街灯、線路、降る雪',
      },
      action: { en: 'The dog waits under the lamp. Snow on its back.', ja: '街灯の下で犬が待つ。背中に雪。' },
      dialogue: silent,
      draw(hand) {
        hand.curve([
          [0, 250],
          [180, 206],
          [330, 236],
          [520, 200],
          [700, 240],
          [960, 214],
        ])
        hand.line([
          [0, 292],
          [480, 288],
          [960, 294],
        ])
        built.rails(
          hand,
          [
            [90, 540],
            [380, 540],
          ],
          [
            [486, 292],
            [500, 292],
          ],
        )
        built.lamp(hand, [640, 440], 290)
        hand.line(
          [
            [700, 452],
            [700, 320],
            [930, 336],
            [930, 470],
            [700, 452],
          ],
          { closed: true },
        )
        hand.line(
          [
            [668, 326],
            [720, 260],
            [960, 276],
            [960, 344],
            [668, 326],
          ],
          { closed: true },
        )
        figures.dog(hand, [600, 458], 58, -1, 0)
        nature.pine(hand, [60, 320], 130)
        nature.pine(hand, [128, 312], 96)
      },
    },
    {
      duration: 60,
      prompt: {
        en: 'spring dawn, river between cherry trees, a red bridge, far mountains',
        ja: '春の夜明け、桜並木の川、赤い橋、遠くの山',
      },
      action: { en: 'The snow has gone. A whistle, far away.', ja: '雪が消えている。遠くに汽笛。' },
      dialogue: silent,
      draw(hand) {
        nature.ridge(hand, [
          [0, 236],
          [140, 198],
          [260, 222],
          [400, 184],
          [520, 216],
          [660, 190],
          [800, 224],
          [960, 202],
        ])
        hand.line([
          [0, 262],
          [480, 258],
          [960, 264],
        ])
        hand.curve(
          [
            [420, 262],
            [330, 330],
            [220, 420],
            [90, 540],
          ],
          { colour: 'blue' },
        )
        hand.curve(
          [
            [560, 262],
            [640, 330],
            [750, 420],
            [880, 540],
          ],
          { colour: 'blue' },
        )
        hand.curve(
          [
            [360, 300],
            [430, 268],
            [490, 258],
            [550, 268],
            [620, 302],
          ],
          { colour: 'red' },
        )
        hand.curve(
          [
            [366, 318],
            [432, 286],
            [490, 277],
            [548, 286],
            [614, 319],
          ],
          { colour: 'red' },
        )
        for (const x of [430, 490, 550])
          hand.line(
            [
              [x, 286],
              [x, 334],
            ],
            { colour: 'red', size: 's' },
          )
        nature.tree(hand, [118, 404], 270, 250, { colour: 'light-red' })
        nature.tree(hand, [850, 400], 266, 250, { colour: 'light-red' })
        nature.tree(hand, [286, 292], 96, 90, { colour: 'light-red' })
        nature.tree(hand, [690, 294], 98, 92, { colour: 'light-red' })
        nature.ripples(hand, [300, 380], 380, 150, 6)
      },
    },
    {
      duration: 120,
      prompt: {
        en: 'spring morning, a flower field on the hill, one cherry tree, wide sky with cirrus',
        ja: '春の朝、丘の花畑、一本の桜、すじ雲の広い空',
      },
      action: {
        en: 'The boy, a head taller. The dog does not hesitate.',
        ja: '頭ひとつ背の伸びた少年。犬は迷わず走る。',
      },
      dialogue: { en: 'BOY: I told you.', ja: '少年「言っただろ」' },
      draw(hand) {
        hand.curve([
          [0, 372],
          [200, 336],
          [420, 318],
          [640, 326],
          [960, 372],
        ])
        nature.tree(hand, [250, 350], 260, 240, { colour: 'light-red' })
        for (const [x, y] of [
          [420, 110],
          [600, 76],
          [700, 150],
        ] as const satisfies readonly Point[])
          hand.curve(
            [
              [x, y],
              [x + 80, y - 14],
              [x + 190, y - 8],
              [x + 260, y - 24],
            ],
            { size: 's' },
          )
        for (let at = 0; at < 16; at++) {
          const [x, y] = [420 + hand.random() * 500, 400 + hand.random() * 120]
          hand.arc([x, y], [5, 4], 0, 1, { size: 's', colour: at % 2 ? 'red' : 'yellow', closed: true })
        }
        figures.boy(hand, [640, 400], 140, -1)
        figures.dog(hand, [520, 414], 52, 1)
        nature.grass(hand, [40, 440], 320, 7)
      },
    },
  ],
}
