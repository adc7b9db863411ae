import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openChromium, visit } from '#tests/support/chromium.ts'
import { freePort, startKonte } from '#tests/support/konte.ts'
import { drawIn, openPanel, saysSaved } from './board.ts'

// Under such a name a browser gives no crypto.subtle, no randomUUID, no clipboard: none may be needed.
test('on a plain http name of the local network one draws and gets a take, and no request leaves the machine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'konte-lan-'))
  const konte = await startKonte(folder, await freePort())
  const browser = await openChromium(['board.lan'])
  try {
    const { page, complaints, requests } = await visit(browser)
    const origin = konte.url.replace('127.0.0.1', 'board.lan')
    await page.goto(konte.start.replace(konte.url, origin))
    await page.getByLabel('Your name').fill('Mei')
    await page.getByRole('button', { name: 'Come in' }).click()
    await page
      .getByRole('link', { name: /Storyboard/ })
      .first()
      .click()
    await saysSaved(page)
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
    await openPanel(page, 2)
    await drawIn(page, 2, [
      [0.2, 0.2],
      [0.4, 0.3],
    ])
    await saysSaved(page)
    await page.keyboard.press('Control+Enter')
    await page.locator('.takes-card[data-state="done"]').first().waitFor({ timeout: 120_000 })
    const outside = requests.filter((url) => /^(https?|wss?):/.test(url) && !url.startsWith(origin))
    expect(outside).toEqual([])
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
    await konte.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
