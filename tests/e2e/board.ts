import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** What a person does and sees at a board, in words. Panels by their number; places in a panel as 0..1. */
export type Place = [x: number, y: number]

export async function saysSaved(page: Page): Promise<void> {
  await page.locator('.board-save[data-state="saved"]').waitFor({ timeout: 60_000 })
}

const cell = (page: Page, panel: number) =>
  page.getByRole('option', { name: new RegExp(`^(Panel|パネル) ?${panel}$`) })

const paper = (page: Page, panel: number) => page.locator(`.board-paper[data-number="${panel}"]`)

/** Chooses a panel in the film strip and waits until the camera has come to rest on it. */
export async function openPanel(page: Page, panel: number): Promise<void> {
  await cell(page, panel).dblclick()
  const at = async () => JSON.stringify(await paper(page, panel).boundingBox())
  let last = ''
  await page.waitForFunction(() => document.fonts.ready.then(() => true))
  for (let calm = 0; calm < 4; ) {
    const now = await at()
    calm = now === last && now !== 'null' ? calm + 1 : 0
    last = now
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
  }
}

/** Draws one line with the pen, through the real pointer. */
export async function drawIn(page: Page, panel: number, line: Place[]): Promise<void> {
  const box = await paper(page, panel).boundingBox()
  if (!box) throw new Error(`panel ${panel} is not on the screen`)
  const on = ([x, y]: Place): [number, number] => [box.x + x * box.width, box.y + y * box.height]
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.mouse.move(...on(line[0]!))
  await page.mouse.down()
  for (const place of line.slice(1)) await page.mouse.move(...on(place), { steps: 12 })
  await page.mouse.up()
}

/** The drawing of a panel as the film strip shows it, as bytes: equal bytes are equal drawings. */
export async function pictureOf(page: Page, panel: number): Promise<Buffer> {
  const url = await cell(page, panel).locator('img.board-drawn').getAttribute('src')
  if (!url) throw new Error(`panel ${panel} shows no drawing`)
  const bytes = await page.evaluate(async (from) => {
    const image = new Image()
    image.src = from
    await image.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 320, height: 180 })
    const ctx = canvas.getContext('2d')!
    ctx.drawImage(image, 0, 0, 320, 180)
    return Array.from(ctx.getImageData(0, 0, 320, 180).data)
  }, url)
  return Buffer.from(bytes)
}

/** Address of the full picture of the take that the panel shows. */
export async function shownPicture(page: Page, panel: number): Promise<string> {
  const images = paper(page, panel).locator('.takes-under img')
  await images.first().waitFor()
  const urls = await images.evaluateAll((all) => all.map((image) => (image as HTMLImageElement).src))
  const url = urls.filter((each) => each.includes('/assets/')).at(-1)
  if (!url) throw new Error(`panel ${panel} shows no take`)
  return url.split('?')[0]!
}

async function grey(bytes: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const picture = sharp(bytes).removeAlpha().resize(512, 288, { fit: 'fill' }).greyscale()
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function shownBytes(page: Page, panel: number): Promise<Buffer> {
  const answer = await page.request.get(await shownPicture(page, panel))
  return answer.body()
}

/**
 * How strong the painting's edges are along the drawn lines, and along the same lines mirrored (the control),
 * as means of the gradient.
 */
export async function edgesFollow(page: Page, panel: number): Promise<{ along: number; mirrored: number }> {
  const painted = await grey(await shownBytes(page, panel))
  const lines = await pictureOf(page, panel)
  const { width, height, data } = painted
  const edge = (x: number, y: number) => {
    const at = y * width + x
    return Math.hypot(data[at + 1]! - data[at - 1]!, data[at + width]! - data[at - width]!)
  }
  let [along, mirrored, count] = [0, 0, 0]
  for (let y = 4; y < height - 4; y++)
    for (let x = 4; x < width - 4; x++) {
      const ink = lines[4 * (Math.floor((y * 180) / height) * 320 + Math.floor((x * 320) / width)) + 3]!
      if (ink < 128) continue
      along += strongest(edge, x, y)
      mirrored += strongest(edge, width - 1 - x, y)
      count += 1
    }
  return { along: along / count, mirrored: mirrored / count }
}

// A painted silhouette lies within a pen's width of the line.
function strongest(edge: (x: number, y: number) => number, x: number, y: number): number {
  let most = 0
  for (let dy = -2; dy <= 2; dy++)
    for (let dx = -2; dx <= 2; dx++) most = Math.max(most, edge(x + dx, y + dy))
  return most
}

/** Mean colour of a part of the shown picture, and its lightness 0..255. */
export async function regionColour(
  page: Page,
  panel: number,
  part: { x: number; y: number; w: number; h: number },
) {
  const picture = sharp(await shownBytes(page, panel)).removeAlpha()
  const { width, height } = await picture.metadata()
  const { channels } = await sharp(
    await picture
      .extract({
        left: Math.round(part.x * width),
        top: Math.round(part.y * height),
        width: Math.round(part.w * width),
        height: Math.round(part.h * height),
      })
      .png()
      .toBuffer(),
  ).stats()
  const [r, g, b] = channels.map(({ mean }) => mean) as [number, number, number]
  return { r, g, b, light: 0.3 * r + 0.59 * g + 0.11 * b }
}
