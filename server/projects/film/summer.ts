import * as built from './built.ts'
import * as figures from './figures.ts'
import * as nature from './nature.ts'
import { type FilmScene, silent } from './scene.ts'

export const summer: FilmScene = {
  heading: { en: 'EXT. HILL FARM - SUMMER DAY', ja: '丘の農家・外（夏・昼）' },
  panels: [
    {
      duration: 96,
      prompt: {
        en: 'summer noon, mountains, a big cumulus cloud over green fields, pine trees, a farmhouse with a red roof, a path',
        ja: '夏の昼、山、緑の野原の上に大きな入道雲、松の木、赤い屋根の農家、小道',
      },
      action: { en: 'The valley, early in the holidays. Cicadas.', ja: '夏休みのはじめ、谷の全景。蝉の声。' },
      dialogue: silent,
      draw(hand) {
        nature.ridge(hand, [
          [0, 312],
          [90, 282],
          [170, 300],
          [265, 252],
          [350, 290],
          [455, 268],
          [560, 300],
          [660, 270],
          [770, 296],
          [860, 276],
          [960, 300],
        ])
        nature.cloud(hand, [560, 262], 420, 215)
        hand.line(
          [
            [0, 346],
            [300, 338],
            [620, 350],
            [960, 340],
          ],
          { colour: 'green' },
        )
        nature.pine(hand, [72, 470], 300)
        nature.pine(hand, [170, 448], 210)
        nature.pine(hand, [244, 432], 150)
        built.house(hand, [610, 400], 120, 80, { colour: 'red', fill: true })
        built.house(hand, [770, 392], 84, 56, { colour: 'red', fill: true })
        nature.tree(hand, [890, 412], 105)
        hand.curve([
          [330, 540],
          [450, 480],
          [520, 440],
          [560, 405],
          [604, 400],
        ])
        hand.curve([
          [450, 540],
          [520, 490],
          [566, 446],
          [590, 416],
          [622, 402],
        ])
        nature.grass(hand, [20, 482], 300, 7)
        nature.grass(hand, [620, 470], 320, 7)
      },
    },
    {
      duration: 72,
      prompt: {
        en: 'summer morning, a path up the hill to a big tree, a fence, white clouds',
        ja: '夏の朝、大きな木へ続く丘の小道、柵、白い雲',
      },
      action: {
        en: 'The boy runs up the path. The dog is already there.',
        ja: '少年が小道を駆け上がる。犬はもう先にいる。',
      },
      dialogue: { en: 'BOY: Wait for me!', ja: '少年「待ってよ！」' },
      draw(hand) {
        hand.curve([
          [0, 420],
          [180, 372],
          [400, 300],
          [600, 262],
          [760, 258],
          [960, 300],
        ])
        nature.tree(hand, [668, 268], 236, 220)
        nature.cloud(hand, [250, 190], 260, 92)
        nature.cloud(hand, [880, 120], 150, 48)
        hand.curve([
          [250, 540],
          [390, 440],
          [520, 350],
          [606, 290],
          [640, 266],
        ])
        hand.curve([
          [420, 540],
          [490, 440],
          [570, 356],
          [628, 298],
          [660, 270],
        ])
        built.fence(hand, [742, 300], [960, 356], 8, 46)
        figures.boy(hand, [470, 470], 150, 1)
        figures.dog(hand, [610, 318], 40, 1)
        nature.grass(hand, [560, 410], 380, 8)
        nature.grass(hand, [20, 450], 200, 5)
      },
    },
    {
      duration: 60,
      prompt: {
        en: 'summer noon, a river with rocks through the forest, bridge, flowers on the bank',
        ja: '夏の昼、森を流れる川と岩、橋、岸辺の花',
      },
      action: {
        en: 'They cross the old bridge. The dog stops in the middle.',
        ja: '古い橋を渡る。犬が真ん中で立ち止まる。',
      },
      dialogue: silent,
      draw(hand) {
        hand.curve(
          [
            [0, 214],
            [120, 168],
            [240, 190],
            [380, 160],
            [520, 184],
            [660, 154],
            [820, 186],
            [960, 160],
          ],
          { colour: 'green' },
        )
        hand.line([
          [0, 268],
          [400, 262],
          [960, 270],
        ])
        hand.curve(
          [
            [388, 266],
            [360, 320],
            [290, 400],
            [190, 480],
            [130, 540],
          ],
          { colour: 'blue' },
        )
        hand.curve(
          [
            [600, 266],
            [624, 320],
            [700, 400],
            [800, 470],
            [860, 540],
          ],
          { colour: 'blue' },
        )
        hand.curve([
          [250, 330],
          [360, 282],
          [500, 264],
          [640, 282],
          [750, 334],
        ])
        hand.curve([
          [262, 350],
          [370, 304],
          [500, 286],
          [630, 304],
          [738, 352],
        ])
        for (const x of [370, 500, 630])
          hand.line([
            [x, 300],
            [x, 366],
          ])
        nature.ripples(hand, [300, 380], 400, 150, 6)
        hand.curve(
          [
            [210, 520],
            [236, 482],
            [286, 478],
            [310, 522],
            [210, 520],
          ],
          { closed: true },
        )
        hand.curve(
          [
            [640, 470],
            [662, 440],
            [704, 442],
            [718, 474],
            [640, 470],
          ],
          { closed: true },
        )
        figures.dog(hand, [512, 262], 36, -1)
        nature.tree(hand, [70, 400], 250, 190)
        nature.tree(hand, [890, 390], 230, 180)
      },
    },
    {
      duration: 84,
      prompt: {
        en: 'summer golden hour, rail track to the mountains, a small station, poles and wires, grass',
        ja: '夏の夕方、山へ伸びる線路、小さな駅、電柱と電線、草むら',
      },
      action: {
        en: 'The end of the holidays. The train takes the boy. The dog stays.',
        ja: '夏休みの終わり。列車が少年を連れていく。犬は残る。',
      },
      dialogue: { en: 'BOY: I will come back!', ja: '少年「また来るからね！」' },
      draw(hand) {
        nature.ridge(hand, [
          [0, 244],
          [110, 214],
          [210, 236],
          [330, 190],
          [450, 232],
          [560, 212],
          [700, 236],
          [830, 202],
          [960, 230],
        ])
        hand.line([
          [0, 268],
          [480, 264],
          [960, 270],
        ])
        hand.arc([742, 176], [34, 34], 0, 1, { closed: true, colour: 'orange' })
        built.rails(
          hand,
          [
            [430, 540],
            [690, 540],
          ],
          [
            [548, 268],
            [558, 268],
          ],
        )
        hand.line(
          [
            [60, 420],
            [60, 290],
            [300, 278],
            [300, 356],
            [60, 420],
          ],
          { closed: true },
        )
        hand.line(
          [
            [20, 292],
            [90, 232],
            [330, 240],
            [326, 282],
            [20, 292],
          ],
          { closed: true, colour: 'red', fill: true },
        )
        hand.line([
          [0, 470],
          [330, 364],
          [420, 322],
        ])
        built.poles(hand, [
          { at: [880, 430], h: 250 },
          { at: [760, 350], h: 150 },
          { at: [690, 312], h: 90 },
          { at: [640, 292], h: 54 },
        ])
        built.train(hand, [540, 268], 34, 34)
        figures.dog(hand, [250, 446], 60, 1, 0.1)
        nature.grass(hand, [720, 440], 230, 6)
      },
    },
  ],
}
