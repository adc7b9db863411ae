import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { hours, type Scene, type Season, weathers } from '../scene.ts'
import { type Pixels, paint } from './paint.ts'
import { drawing } from './sketch/drawing.ts'
import { scenes } from './sketch/scenes.ts'

/** `node models/builtin/painter/sheet.ts FOLDER [--size WxH] [names...]`: paints test drawings, one PNG each and a contact sheet. */
const [folder = '.', ...rest] = process.argv.slice(2)
const sizeAt = rest.indexOf('--size')
const [width, height] = (sizeAt >= 0 ? rest.splice(sizeAt, 2)[1]! : '1024x576').split('x').map(Number) as [
  number,
  number,
]
const seedAt = rest.indexOf('--seed')
const seed = Number(seedAt >= 0 ? rest.splice(seedAt, 2)[1] : 7)
const tile = { w: 480, h: 270 }

const encode = (p: Pixels) => sharp(p.data, { raw: { width: p.width, height: p.height, channels: 4 } })

async function one(name: string, scene: Scene) {
  const cpu = process.cpuUsage()
  const picture = await paint(scene, { width, height, seed, variation: 0, follow: 0.8 })
  const used = process.cpuUsage(cpu)
  console.log(name, `${Math.round((used.user + used.system) / 1000)} ms CPU`)
  const png = await encode(picture).removeAlpha().png().toBuffer()
  await sharp(png).toFile(path.join(folder, `${name}.png`))
  const shown = await sharp(png).resize(tile.w, tile.h, { fit: 'contain' }).toBuffer()
  const drawn = await sharp(Buffer.from(drawing(scene)))
    .resize(tile.w, tile.h, { fit: 'contain' })
    .png()
    .toBuffer()
  return [drawn, shown]
}

/** One drawing under all hours (across) and weathers (down). */
async function moods(name: string, season: Season = 'summer') {
  const tiles: Buffer[] = []
  for (const weather of weathers)
    for (const hour of hours) {
      const scene = { ...scenes[name]!(), mood: { hour, season, weather } }
      tiles.push(
        await encode(await paint(scene, { width: 384, height: 216, seed, variation: 0, follow: 0.8 }))
          .png()
          .toBuffer(),
      )
    }
  await sharp({ create: { width: 384 * 6, height: 216 * 6, channels: 3, background: '#fff' } })
    .composite(tiles.map((input, i) => ({ input, left: (i % 6) * 384, top: Math.floor(i / 6) * 216 })))
    .png()
    .toFile(path.join(folder, `moods-${name}.png`))
}

await mkdir(folder, { recursive: true })
if (rest[0] === '--moods') {
  await moods(rest[1] ?? 'lake', rest[2] as Season | undefined)
  process.exit()
}
const chosen = Object.entries(scenes).filter(([name]) => rest.length === 0 || rest.includes(name))
const tiles: Buffer[] = []
for (const [name, make] of chosen) tiles.push(...(await one(name, make())))
const across = Math.min(4, tiles.length)
await sharp({
  create: {
    width: tile.w * across,
    height: tile.h * Math.ceil(tiles.length / across),
    channels: 3,
    background: '#fff',
  },
})
  .composite(
    tiles.map((input, i) => ({ input, left: (i % across) * tile.w, top: Math.floor(i / across) * tile.h })),
  )
  .png()
  .toFile(path.join(folder, 'sheet.png'))
