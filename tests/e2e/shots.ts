// Makes the README's pictures: `node tests/e2e/shots.ts`. Two people, a take being painted, at 1440 x 900.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openChromium, visit } from '#tests/support/chromium.ts'
import { freePort, startKonte } from '#tests/support/konte.ts'
import { drawIn, openPanel, saysSaved } from './board.ts'

const out = 'public/shots'
const folder = mkdtempSync(join(tmpdir(), 'konte-shots-'))
mkdirSync(out, { recursive: true })
const konte = await startKonte(folder, await freePort())
const browser = await openChromium()
const [mei, jun] = [await visit(browser), await visit(browser)]

await comeIn(mei.page)
const board = await openBoard(mei.page)
await invite(mei.page, jun.page)
await jun.page.goto(board)
await saysSaved(jun.page)

const frames: Buffer[] = []
const film = filmOf(mei.page, frames)
for (const panel of [1, 9, 5]) {
  await openPanel(mei.page, panel)
  await openPanel(jun.page, panel)
  await mei.page.keyboard.press('Control+Enter')
  await mei.page.locator('.takes-card[data-state="done"]').first().waitFor({ timeout: 120_000 })
}
await jun.page.getByRole('button', { name: 'Red', exact: true }).click()
await drawIn(jun.page, 5, [
  [0.1, 0.5],
  [0.16, 0.42],
  [0.24, 0.5],
])
await saysSaved(jun.page)
await film.stop()
await sharp(await mei.page.screenshot())
  .png({ palette: true, quality: 90 })
  .toFile(join(out, 'board.png'))
await mei.page.keyboard.press('Shift+1')
await mei.page.getByRole('button', { name: /Whole sheet/ }).click()
await sharp(await mei.page.screenshot())
  .png({ palette: true, quality: 90 })
  .toFile(join(out, 'sheet.png'))
await keepFilm(frames)
await browser.close()
await konte.stop()
rmSync(folder, { recursive: true, force: true })

async function comeIn(page: Page): Promise<void> {
  await page.goto(konte.start)
  await page.getByLabel('Your name').fill('Mei')
  await page.getByRole('button', { name: 'Come in' }).click()
}

async function openBoard(page: Page): Promise<string> {
  await page
    .getByRole('link', { name: /Storyboard/ })
    .first()
    .click()
  await saysSaved(page)
  return page.url()
}

async function invite(host: Page, guest: Page): Promise<void> {
  await host.getByRole('button', { name: 'Share' }).click()
  await host.getByRole('button', { name: 'Make a link' }).click()
  await guest.goto(await host.getByRole('dialog').getByRole('textbox').inputValue())
  await host.keyboard.press('Escape')
  await guest.getByLabel('Your name').fill('Jun')
  await guest.getByRole('button', { name: 'Join' }).click()
  await guest.waitForURL(/projects/)
}

/** Takes a picture of the page about three times a second until it is stopped. */
function filmOf(page: Page, into: Buffer[]): { stop(): Promise<void> } {
  let isOn = true
  const roll = (async () => {
    while (isOn) {
      const at = Date.now()
      into.push(await page.screenshot({ type: 'jpeg', quality: 80 }))
      await new Promise((next) => setTimeout(next, Math.max(0, 330 - (Date.now() - at))))
    }
  })()
  return {
    stop: () => {
      isOn = false
      return roll
    },
  }
}

/** Twenty seconds of it as an animated WebP, half the size of the screen. */
async function keepFilm(all: Buffer[]): Promise<void> {
  const most = 60
  const chosen = Array.from({ length: Math.min(most, all.length) }, (_, at) => {
    return all[Math.floor((at * all.length) / Math.min(most, all.length))]!
  })
  const small = await Promise.all(chosen.map((frame) => sharp(frame).resize(960).png().toBuffer()))
  await sharp(small, { join: { animated: true } })
    .webp({ quality: 55, delay: small.map(() => Math.round(20_000 / small.length)), loop: 0, effort: 4 })
    .toFile(join(out, 'take.webp'))
}
