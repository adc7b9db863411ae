import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssetHash, BoardId, ProjectId } from '#db/ids.ts'
import { openDb } from '#db/open.ts'
import { type Assets, hashOf, openAssets } from '#server/assets/store.ts'
import { silentLog } from '#server/log.ts'
import { aServer, type Server, type Visitor } from '#tests/support/aServer.ts'

const picture = (width: number, height: number, colour = '#c2410c') =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()

const capture = {
  version: 1,
  width: 1600,
  height: 900,
  strokes: [{ id: 'shape:a', points: [0, 0, 0.5, 10, 10, 0.5], colour: '#1f1d1b', fill: null, size: 4 }],
}

describe('over http', () => {
  let server: Server
  let owner: Visitor
  let project: ProjectId
  let board: BoardId
  beforeAll(async () => {
    server = await aServer({ DEMO: '0', MAX_ASSET_BYTES: '300000' })
    owner = await server.owner()
    ;({ id: project, board } = await owner.api.projects.create.mutate({ name: 'Pictures' }))
  })
  afterAll(() => server.close())

  async function put(
    bytes: Uint8Array,
    { by = owner, hash = hashOf(bytes) as string, type = 'image/png' } = {},
  ) {
    const answer = await by.fetch(`/assets/${hash}?board=${board}`, {
      method: 'PUT',
      body: bytes as BodyInit,
      headers: { 'content-type': type },
    })
    return { status: answer.status, ...((await answer.json()) as { hash?: string; message?: string }) }
  }

  test('a picture is kept under its hash, once, and comes back as it was, with ranges', async () => {
    const png = await picture(64, 36)
    const hash = hashOf(png)
    expect((await owner.fetch(`/assets/${hash}`, { method: 'HEAD' })).status).toBe(404)
    expect(await put(png)).toEqual({ status: 201, hash })
    expect(await put(png)).toEqual({ status: 200, hash })
    expect((await owner.fetch(`/assets/${hash}`, { method: 'HEAD' })).status).toBe(200)
    const got = await owner.fetch(`/assets/${hash}`)
    expect(Buffer.from(await got.arrayBuffer()).equals(png)).toBe(true)
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const part = await owner.fetch(`/assets/${hash}`, { headers: { range: 'bytes=1-3' } })
    expect([part.status, await part.text()]).toEqual([206, 'PNG'])
  })

  test('a thumbnail is a WebP of the width that was asked for, of four', async () => {
    const { hash } = await put(await picture(900, 500, '#2b62c9'))
    const small = await owner.fetch(`/assets/${hash}?w=320`)
    const { format, width, height } = await sharp(await small.arrayBuffer()).metadata()
    expect([format, width, height]).toEqual(['webp', 320, 178])
    expect((await owner.fetch(`/assets/${hash}?w=321`)).status).toBe(422)
    const { hash: tiny } = await put(await picture(20, 20))
    const kept = await owner.fetch(`/assets/${tiny}?w=160`)
    expect((await sharp(await kept.arrayBuffer()).metadata()).width).toBe(20)
  })

  test('what is no picture, too wide, too large, damaged or not whole is refused in words', async () => {
    const refused = async (bytes: Uint8Array, how = {}) => {
      const { status, message } = await put(bytes, how)
      expect(status).toBe(422)
      return message
    }
    expect(await refused(Buffer.from('<svg onload="alert(1)"/>'))).toBe(
      'The file is not a PNG, JPEG or WebP picture.',
    )
    expect(await refused(await picture(20_000, 10))).toContain('20000 × 10 pixels')
    expect(await refused(Buffer.alloc(300_001))).toContain('too large')
    expect(await refused(Buffer.alloc(0))).toBe('The file is empty.')
    expect(await refused((await picture(64, 36)).subarray(0, 20))).toBe('The picture is damaged.')
    expect(await refused(await picture(8, 8), { hash: 'a'.repeat(64) })).toContain('did not arrive whole')
  })

  test('the strokes of a panel are kept as JSON; other JSON is not', async () => {
    const strokes = Buffer.from(JSON.stringify(capture))
    expect(await put(strokes, { type: 'application/json' })).toEqual({ status: 201, hash: hashOf(strokes) })
    const answer = await owner.fetch(`/assets/${hashOf(strokes)}`)
    expect([answer.headers.get('content-type'), await answer.json()]).toEqual(['application/json', capture])
    const other = Buffer.from(JSON.stringify({ ...capture, version: 2 }))
    expect(await put(other, { type: 'application/json' })).toMatchObject({ status: 422 })
    expect((await owner.fetch(`/assets/${hashOf(strokes)}?w=160`)).status).toBe(404)
  })

  test('a reviewer, a stranger and another site’s page may not put', async () => {
    const reviewer = await owner.invite(project, 'reviewer', 'Rin')
    const png = await picture(9, 9)
    expect(await put(png, { by: reviewer })).toMatchObject({ status: 403 })
    expect(await put(png, { by: server.visit() })).toMatchObject({ status: 401 })
    expect((await server.visit().fetch(`/assets/${hashOf(png)}`)).status).toBe(401)
    const foreign = await owner.fetch(`/assets/${hashOf(png)}?board=${board}`, {
      method: 'PUT',
      body: png as BodyInit,
      headers: { origin: 'http://evil.example' },
    })
    expect(foreign.status).toBe(403)
    expect(await server.house.assets.has(hashOf(png))).toBe(false)
  })
})

describe('on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'konte-assets-'))
  const disk = join(folder, 'disk')
  const isMounted = canMount(disk)
  const limits = { bytes: 20_000_000, side: 8192 }
  const open = (at: string) => openAssets({ db: openDb(':memory:'), folder: at, log: silentLog, limits })
  afterAll(() => {
    if (isMounted) execFileSync('umount', ['-l', disk])
    rmSync(folder, { recursive: true })
  })

  test('what a dead server left unfinished is swept at the next start, and never found', async () => {
    const at = join(folder, 'swept')
    mkdirSync(join(at, 'unfinished'), { recursive: true })
    writeFileSync(join(at, 'unfinished', 'half'), 'half a picture')
    await open(at)
    expect(readdirSync(join(at, 'unfinished'))).toEqual([])
  })

  test('a file that lost its row is taken again', async () => {
    const at = join(folder, 'again')
    const png = await picture(10, 10)
    await (await open(at)).put(png)
    const later = await open(at)
    expect(await later.has(hashOf(png))).toBe(false)
    await later.put(png)
    expect((await later.get(hashOf(png))).bytes.equals(png)).toBe(true)
  })

  test('a row whose file is gone is a picture that is missing, in words', async () => {
    const at = join(folder, 'gone')
    const assets = await open(at)
    const hash = await assets.put(await picture(10, 10))
    rmSync(await assets.file(hash))
    expect(await assets.has(hash)).toBe(false)
    await expect(assets.get(hash)).rejects.toThrow('The file of this picture is missing on the server.')
  })

  test.skipIf(!isMounted)(
    'a full disk refuses in words, keeps nothing half, and takes again when there is room',
    async () => {
      const assets: Assets = await open(disk)
      const noise = (bytes: number) =>
        sharp(Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(bytes))), {
          raw: { width: bytes / 3 / 64, height: 64, channels: 3 },
        })
          .png({ compressionLevel: 0 })
          .toBuffer()
      const large = await noise(3 * 64 * 300)
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(1024 * 1024 - 40_000))
      await expect(assets.put(large)).rejects.toMatchObject({
        kind: 'diskFull',
        message: expect.stringContaining('disk is full'),
      })
      expect(readdirSync(join(disk, 'unfinished'))).toEqual([])
      expect(await assets.has(hashOf(large))).toBe(false)
      rmSync(join(disk, 'ballast'))
      const hash: AssetHash = await assets.put(large)
      expect(readFileSync(await assets.file(hash)).equals(large)).toBe(true)
    },
  )
})

/** A disk of one megabyte; needs the right to mount. */
function canMount(at: string): boolean {
  try {
    mkdirSync(at, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
