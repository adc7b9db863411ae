import type { Hour } from '../../scene.ts'
import { hex, type RGB, type Stop } from '../core/colour.ts'

/** One hour's light: what the sun, the shade and the air do to every colour. */
export type HourLight = {
  /** Sky from the zenith (0) to the horizon (1). */
  sky: Stop[]
  /** The same under a closed cover of cloud: top, horizon. */
  cover: readonly [RGB, RGB]
  key: RGB
  shade: RGB
  haze: RGB
  /** Two-tone that the local colours are pulled towards, by their own light, and how far. */
  duo: Stop[]
  pull: number
  /** How bright things that are not sky come out. */
  exposure: number
  cloud: RGB[]
  bloom: number
  threshold: number
  /** 0: no lamp is lit; 1: every window is. */
  lamps: number
  /** Height of an undrawn sun or moon above the ground: 1 is overhead. */
  height: number
  saturation: number
}

const stops = (text: string): Stop[] =>
  text.split(' ').map((part) => {
    const [at, colour] = part.split(':') as [string, string]
    return [Number(at), hex(colour)]
  })
const list = (text: string): RGB[] => text.split(' ').map(hex)

export const hourLights: Record<Hour, HourLight> = {
  dawn: {
    sky: stops('0:#2b3f80 .3:#5a6cb4 .55:#a08fc2 .76:#e6a6ac .9:#fbcfa4 1:#fee9c6'),
    cover: [hex('#8f8fb0'), hex('#dccbc8')],
    key: hex('#ffdcc0'),
    shade: hex('#8684bc'),
    haze: hex('#eec6ba'),
    duo: stops('0:#1e2350 .35:#6b5f94 .7:#d8a09c 1:#ffe4c4'),
    pull: 0.3,
    exposure: 0.92,
    cloud: list('#6a6aa8 #9a84b8 #d09ab0 #f4bc9c #ffe0b8 #fff6dc'),
    bloom: 0.55,
    threshold: 0.78,
    lamps: 0.25,
    height: 0.2,
    saturation: 1.06,
  },
  morning: {
    sky: stops('0:#2f74d2 .4:#74b2ec .75:#c0e4f6 1:#fdf2de'),
    cover: [hex('#9db0c8'), hex('#e4e8ea')],
    key: hex('#fff3da'),
    shade: hex('#86a2d6'),
    haze: hex('#d4e6f0'),
    duo: stops('0:#182c50 .5:#7a94a8 1:#fff2d8'),
    pull: 0.06,
    exposure: 1,
    cloud: list('#7f9cd0 #a3bfe4 #cfe0f2 #f4f6f6 #fffaf0 #ffffff'),
    bloom: 0.44,
    threshold: 0.87,
    lamps: 0,
    height: 0.55,
    saturation: 1.08,
  },
  noon: {
    sky: stops('0:#0b3f9c .35:#1d6fd6 .68:#5db2f0 .9:#a9e0f6 1:#d8f4f4'),
    cover: [hex('#8fa6c0'), hex('#dde4e8')],
    key: hex('#fff8e4'),
    shade: hex('#7fa2d8'),
    haze: hex('#b9e2f2'),
    duo: stops('0:#10244c .5:#7a94a8 1:#fff8e8'),
    pull: 0,
    exposure: 1,
    cloud: list('#5f86c0 #7ba3d6 #a3c6ea #d8eaf8 #fbfdff #ffffff'),
    bloom: 0.38,
    threshold: 0.9,
    lamps: 0,
    height: 1,
    saturation: 1.1,
  },
  golden: {
    sky: stops('0:#2f3f86 .3:#6a5fa6 .55:#c9789a .78:#f59a62 .93:#ffcf7c 1:#ffe7a8'),
    cover: [hex('#7c7094'), hex('#e6b894')],
    key: hex('#ffd094'),
    shade: hex('#7d6aa8'),
    haze: hex('#f8b27c'),
    duo: stops('0:#241f4c .3:#5c4668 .6:#b5764e .85:#f2b464 1:#ffe6a8'),
    pull: 0.3,
    exposure: 0.96,
    cloud: list('#5c4a86 #8a5c92 #c9748c #f09a74 #ffc884 #fff0b8'),
    bloom: 0.62,
    threshold: 0.74,
    lamps: 0.35,
    height: 0.16,
    saturation: 1.08,
  },
  dusk: {
    sky: stops('0:#10194c .32:#2e3f84 .58:#6a5aa2 .78:#bb7094 .92:#f0946c 1:#fbb684'),
    cover: [hex('#343a68'), hex('#8a7494')],
    key: hex('#e0a8a8'),
    shade: hex('#5458a0'),
    haze: hex('#9a74a4'),
    duo: stops('0:#0e1238 .3:#2e3168 .6:#6f5488 .85:#c68494 1:#f6c0a0'),
    pull: 0.5,
    exposure: 0.8,
    cloud: list('#26407e #3a5698 #6c74b4 #b890b8 #f0b8a8 #ffd8b8'),
    bloom: 0.64,
    threshold: 0.68,
    lamps: 0.8,
    height: 0.12,
    saturation: 1.08,
  },
  night: {
    sky: stops('0:#050d2e .35:#0d2360 .7:#234a9a .92:#4f7cc4 1:#7fa6dc'),
    cover: [hex('#0a1436'), hex('#2c4070')],
    key: hex('#a9c2f4'),
    shade: hex('#33508e'),
    haze: hex('#3c64b0'),
    duo: stops('0:#040a1e .25:#0c1f42 .5:#25508a .75:#6d97d6 1:#d2e5fb'),
    pull: 0.78,
    exposure: 0.52,
    cloud: list('#1a3474 #24458c #3c66b0 #6d96d4 #b4d0f4'),
    bloom: 0.62,
    threshold: 0.7,
    lamps: 1,
    height: 0.7,
    saturation: 1.05,
  },
}
