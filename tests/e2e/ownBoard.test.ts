import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, type Visitor, visit } from '#tests/support/chromium.ts'
import { freePort, type Konte, startKonte } from '#tests/support/konte.ts'
import { drawIn, openPanel, saysSaved } from './board.ts'

const folder = mkdtempSync(join(tmpdir(), 'konte-own-'))
let konte: Konte
let browser: Browser
let mei: Visitor

const choose = async (page: Page, card: string, entry: string) => {
  await page.getByRole('button', { name: `Actions for ${card}`, exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}
const panels = (page: Page) => page.getByRole('listbox', { name: 'Film strip' }).getByRole('option').count()

beforeAll(async () => {
  konte = await startKonte(folder, await freePort())
  browser = await openChromium()
  mei = await visit(browser)
  await mei.page.goto(konte.start)
  await mei.page.getByLabel('Your name').fill('Mei')
  await mei.page.getByRole('button', { name: 'Come in' }).click()
  await mei.page.waitForURL(/\/projects\//)
})

afterAll(async () => {
  await browser?.close()
  await konte?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('Mei makes a project and a board, renames it, copies it, puts it away and takes it back', async () => {
  const { page } = mei
  await page.goto(konte.url)
  await page.getByRole('button', { name: 'New project' }).first().click()
  await page.getByLabel('Name of the project').fill('夏の駅')
  await page.getByRole('button', { name: 'Make', exact: true }).click()
  await page.getByRole('heading', { name: '夏の駅' }).waitFor()
  await page.getByRole('button', { name: 'New board' }).first().click()
  await page.getByLabel('Name of the board').fill('First sketch')
  await page.getByRole('button', { name: 'Make', exact: true }).click()
  await page.getByRole('heading', { name: 'First sketch' }).waitFor()
  await page.goBack()
  await choose(page, 'First sketch', 'Rename')
  await page.getByLabel('Name of the board').fill('Opening')
  await page.getByRole('button', { name: 'Save' }).click()
  await choose(page, 'Opening', 'Duplicate')
  await expect.poll(() => page.getByRole('link', { name: /Opening/ }).count()).toBe(2)
  await choose(page, 'Opening', 'Archive')
  await page.getByText('1 archived').waitFor()
  await page.getByText('1 archived').click()
  await page.locator('[data-archived="true"]').getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Bring back' }).click()
  await page.getByText('1 archived').waitFor({ state: 'detached' })
})

test('panels are added, copied and deleted with keys, and undo brings them back', async () => {
  const { page } = mei
  await page
    .getByRole('link', { name: /Opening/ })
    .first()
    .click()
  await saysSaved(page)
  const before = await panels(page)
  await page.locator('.board-table').click()
  await page.keyboard.press('n')
  await expect.poll(() => panels(page)).toBe(before + 1)
  await page.keyboard.press('Control+d')
  await expect.poll(() => panels(page)).toBe(before + 2)
  await page.keyboard.press('Delete')
  await expect.poll(() => panels(page)).toBe(before + 1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => panels(page)).toBe(before + 2)
  await saysSaved(page)
  await page.reload()
  await saysSaved(page)
  await expect.poll(() => panels(page)).toBe(before + 2)
})

test('of two variations one is chosen, read about, and the other deleted', async () => {
  const { page } = mei
  await openPanel(page, 1)
  await drawIn(page, 1, [
    [0, 0.5],
    [1, 0.5],
  ])
  await page.getByLabel('What to paint').fill('golden hour, sea')
  await page.locator('.takes-menu').getByText('2', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  const done = page.locator('.takes-card[data-state="done"]')
  await expect.poll(() => done.count(), { timeout: 60_000 }).toBe(2)
  await page.getByRole('button', { name: 'Show take 1' }).click()
  await page.locator('.takes-card[data-shown="true"]').getByText('Take 1').waitFor()
  await page.getByRole('button', { name: 'More about take 1' }).click()
  await page.getByRole('menuitem', { name: 'How it was made' }).click()
  await page.getByRole('dialog').getByText('Konte painter').waitFor()
  await page.getByRole('dialog').getByText('golden hour, sea').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More about take 2' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect.poll(() => done.count()).toBe(1)
})

test('no browser complained', () => {
  expect(mei.complaints).toEqual([])
})
