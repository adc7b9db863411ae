import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, type Visitor, visit } from '#tests/support/chromium.ts'
import { freePort, type Konte, startKonte } from '#tests/support/konte.ts'
import { drawIn, edgesFollow, openPanel, pictureOf, regionColour, saysSaved, shownPicture } from './board.ts'

// One story in the order in which people live it; each test goes on where the one before stopped.
const folder = mkdtempSync(join(tmpdir(), 'konte-e2e-'))
let konte: Konte
let browser: Browser
let mei: Visitor
let jun: Visitor
let boardUrl: string

beforeAll(async () => {
  konte = await startKonte(folder, await freePort())
  browser = await openChromium()
  mei = await visit(browser)
  jun = await visit(browser, { locale: 'ja-JP', dark: true, width: 1024, height: 768 })
})

afterAll(async () => {
  await browser?.close()
  await konte?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the link that the server prints makes Mei the owner, once', async () => {
  const { page } = mei
  await page.goto(konte.start)
  await page.getByLabel('Your name').fill('Mei')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.waitForURL(/\/projects\//)
  await page.getByRole('heading', { name: 'The Dog at the Station' }).waitFor()
  const again = await visit(browser)
  await again.page.goto(konte.start)
  await again.page.getByLabel('Your name').fill('Somebody')
  await again.page.getByRole('button', { name: 'Come in' }).click()
  await again.page.getByRole('alert').first().waitFor()
  await again.context.close()
})

test('Mei invites Jun by a link; Jun types a name and is in', async () => {
  const { page } = mei
  await page
    .getByRole('link', { name: /Storyboard/ })
    .first()
    .click()
  await page.waitForURL(/\/boards\//)
  boardUrl = page.url()
  await saysSaved(page)
  expect(await page.getByRole('option').count()).toBeGreaterThan(5)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue()
  await page.keyboard.press('Escape')

  await jun.page.goto(link)
  await jun.page.getByLabel('名前').fill('淳')
  await jun.page.getByRole('button', { name: '参加する' }).click()
  await jun.page.waitForURL(/\/projects\//)
  await jun.page.goto(boardUrl)
  await saysSaved(jun.page)
  await page.getByRole('button', { name: /淳/ }).first().waitFor()
})

test('they draw in one panel, and each undoes only their own', async () => {
  await openPanel(mei.page, 5)
  await openPanel(jun.page, 5)
  const before = await pictureOf(jun.page, 5)
  await drawIn(mei.page, 5, [
    [0.08, 0.1],
    [0.2, 0.06],
    [0.32, 0.1],
  ])
  await saysSaved(mei.page)
  await expect
    .poll(() => pictureOf(jun.page, 5).then((now) => now.equals(before)), { timeout: 20_000 })
    .toBe(false)
  const withMei = await pictureOf(jun.page, 5)
  await drawIn(jun.page, 5, [
    [0.7, 0.9],
    [0.8, 0.86],
    [0.9, 0.9],
  ])
  await saysSaved(jun.page)
  // Mei's undo takes back her line and leaves Jun's.
  await mei.page.keyboard.press('Control+z')
  await saysSaved(mei.page)
  await expect
    .poll(
      async () => [
        (await pictureOf(jun.page, 5)).equals(before),
        (await pictureOf(jun.page, 5)).equals(withMei),
      ],
      {
        timeout: 20_000,
      },
    )
    .toEqual([false, false])
  await jun.page.keyboard.press('Control+z')
  await expect
    .poll(() => pictureOf(jun.page, 5).then((now) => now.equals(before)), { timeout: 20_000 })
    .toBe(true)
})

test('Mei asks for a take; both watch it being painted, and it follows the drawing', async () => {
  await openPanel(mei.page, 5)
  await mei.page.keyboard.press('Control+Enter')
  await jun.page
    .locator('.takes-card[data-state="running"], .takes-card[data-state="done"]')
    .first()
    .waitFor()
  await jun.page.locator('.takes-card[data-state="done"]').first().waitFor({ timeout: 90_000 })
  const [seenByMei, seenByJun] = [await shownPicture(mei.page, 5), await shownPicture(jun.page, 5)]
  expect(seenByMei).toBe(seenByJun)
  const { along, mirrored } = await edgesFollow(mei.page, 5)
  expect(along).toBeGreaterThan(mirrored * 1.25)
})

test('other words give another picture of the same drawing', async () => {
  const golden = await regionColour(mei.page, 5, { x: 0.1, y: 0.05, w: 0.3, h: 0.1 })
  await mei.page.getByLabel('What to paint').fill('night, sea, moon')
  await mei.page.keyboard.press('Control+Enter')
  await expect
    .poll(() => mei.page.locator('.takes-card[data-state="done"]').count(), { timeout: 90_000 })
    .toBe(2)
  const night = await regionColour(mei.page, 5, { x: 0.1, y: 0.05, w: 0.3, h: 0.1 })
  expect(night.light).toBeLessThan(golden.light * 0.75)
  const { along, mirrored } = await edgesFollow(mei.page, 5)
  expect(along).toBeGreaterThan(mirrored * 1.25)
})

test('Jun draws over the take and asks for the second pass; its parent is the first', async () => {
  const { page } = jun
  await openPanel(page, 5)
  await page.getByRole('button', { name: '赤', exact: true }).click()
  await drawIn(page, 5, [
    [0.1, 0.8],
    [0.2, 0.74],
    [0.3, 0.8],
  ])
  await page.locator('.takes-menu').getByText('二次生成', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => page.locator('.takes-card[data-state="done"]').count(), { timeout: 120_000 })
    .toBe(3)
  const size = await page.evaluate(
    async (url) => {
      const image = new Image()
      image.src = url
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    },
    await shownPicture(page, 5),
  )
  expect(size).toEqual([2048, 1152])
})

test('the server goes away, both go on drawing, and it merges when it is back', async () => {
  const was = await pictureOf(mei.page, 6)
  await openPanel(mei.page, 6)
  await openPanel(jun.page, 6)
  await konte.stop('SIGKILL')
  await mei.page.locator('.board-save').getByText('Offline, kept on this computer').waitFor()
  await drawIn(mei.page, 6, [
    [0.1, 0.1],
    [0.4, 0.2],
  ])
  await drawIn(jun.page, 6, [
    [0.6, 0.2],
    [0.9, 0.1],
  ])
  konte = await startKonte(folder, Number(new URL(konte.url).port))
  await saysSaved(mei.page)
  await saysSaved(jun.page)
  await expect
    .poll(async () => (await pictureOf(mei.page, 6)).equals(await pictureOf(jun.page, 6)), {
      timeout: 30_000,
    })
    .toBe(true)
  expect((await pictureOf(mei.page, 6)).equals(was)).toBe(false)
})

test('tomorrow everything is still there', async () => {
  const [five, six] = [await pictureOf(mei.page, 5), await pictureOf(mei.page, 6)]
  await konte.stop()
  konte = await startKonte(folder, Number(new URL(konte.url).port))
  const later = await mei.context.newPage()
  await later.goto(boardUrl)
  await saysSaved(later)
  await openPanel(later, 5)
  expect(await later.locator('.takes-card[data-state="done"]').count()).toBe(3)
  await expect.poll(async () => (await pictureOf(later, 5)).equals(five), { timeout: 20_000 }).toBe(true)
  await expect.poll(async () => (await pictureOf(later, 6)).equals(six), { timeout: 20_000 }).toBe(true)
})

test('no browser complained, and no request left the machine', () => {
  // While the server is away the browser says that it cannot be reached: that is the spell we asked for.
  const away = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection/
  for (const visitor of [mei, jun]) {
    expect(visitor.complaints.filter((said) => !away.test(said))).toEqual([])
    const outside = visitor.requests.filter((url) => /^https?:/.test(url) && !url.startsWith(konte.url))
    expect(outside).toEqual([])
  }
})
