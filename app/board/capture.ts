import { digest } from 'lib0/hash/sha256'
import { z } from 'zod'
import { api } from '#app/api.ts'
import { Capture } from '#db/board/capture.ts'
import { hexOf, pxOf } from '#db/board/palette.ts'
import { type Aspect, panelSize, pictureSize } from '#db/board/sheet.ts'
import type { StrokeRecord } from '#db/board/stroke.ts'
import { AssetHash, type BoardId } from '#db/ids.ts'
import { drawPanel } from './ink/drawPanel.ts'
import { inkPoints } from './ink/inkMessage.ts'
import type { CaptureHashes } from './session.ts'
import type { Kept } from './strokes.ts'

type Captured = { board: BoardId; aspect: Aspect; strokes: readonly Kept[]; under: AssetHash | null }

/** Draws a panel as a picture, sets its strokes down as plain data, and sends the server what it has not yet. */
export async function capturePanel({ board, aspect, strokes, under }: Captured): Promise<CaptureHashes> {
  const picture = fileOf(await drawPicture(aspect, strokes, under), 'image/png')
  const plain = fileOf(
    new TextEncoder().encode(JSON.stringify(captureOf(aspect, strokes))),
    'application/json',
  )
  const files = [picture, plain]
  const missing = await api.assets.missing.query({ board, hashes: files.map(({ hash }) => hash) })
  for (const file of files) if (missing.includes(file.hash)) await upload(board, file)
  return { picture: picture.hash, strokes: plain.hash }
}

async function drawPicture(aspect: Aspect, strokes: readonly Kept[], under: AssetHash | null) {
  const { width, height } = pictureSize(aspect)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('This browser gives no canvas to draw on.')
  ctx.fillStyle = '#ffffff'
  ctx.fillRect(0, 0, width, height)
  if (under) ctx.drawImage(await loadPicture(`/assets/${under}`), 0, 0, width, height)
  drawPanel(
    ctx,
    strokes.map((kept) => kept.stroke),
    width / panelSize(aspect).width,
  )
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('This browser could not make a picture of the panel.')
  return new Uint8Array(await blob.arrayBuffer())
}

function loadPicture(url: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image()
    image.onload = () => done(image)
    image.onerror = () => fail(new Error('The take under the drawing could not be loaded.'))
    image.src = url
  })
}

/** The strokes with everything resolved: positions in the panel, colours and widths, no names to look up. */
export function captureOf(aspect: Aspect, strokes: readonly Kept[]): Capture {
  return Capture.parse({
    version: 1,
    ...panelSize(aspect),
    strokes: strokes.map(({ id, stroke }) => ({
      id,
      points: pointsInPanel(stroke),
      colour: hexOf(stroke.colour),
      fill: stroke.isClosed && stroke.fill !== 'none' ? hexOf(stroke.colour) : null,
      size: pxOf(stroke.size) * stroke.scale,
    })),
  } satisfies Capture)
}

function pointsInPanel(stroke: StrokeRecord): number[] {
  const [cos, sin] = [Math.cos(stroke.rotation), Math.sin(stroke.rotation)]
  const round = (value: number) => Math.round(value * 100) / 100
  return inkPoints(stroke.segments).flatMap(({ x, y, z }) => [
    round(stroke.x + x * cos - y * sin),
    round(stroke.y + x * sin + y * cos),
    round(z),
  ])
}

type File = { hash: AssetHash; bytes: Uint8Array<ArrayBuffer>; mime: string }

function fileOf(bytes: Uint8Array<ArrayBuffer>, mime: string): File {
  // On plain http a browser has no crypto.subtle.
  const hex = Array.from(digest(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { hash: AssetHash.parse(hex), bytes, mime }
}

async function upload(board: BoardId, { hash, bytes, mime }: File): Promise<void> {
  const sent = await fetch(`/assets/${hash}?board=${board}`, {
    method: 'PUT',
    headers: { 'content-type': mime },
    body: bytes,
  })
  if (sent.ok) return
  const said: unknown = await sent.json().catch(() => null)
  throw new UploadRefused(Refusal.parse(said ?? {}))
}

const Refusal = z.object({ failure: z.string().optional(), message: z.string().default('') })

/** Why the server did not take a picture, in the shape in which tRPC's refusals come. */
class UploadRefused extends Error {
  override name = 'UploadRefused'
  readonly data: { failure: string | undefined }
  constructor({ failure, message }: z.infer<typeof Refusal>) {
    super(message)
    this.data = { failure }
  }
}
