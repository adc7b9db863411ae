import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hashModel, readManifest } from '#models/manifest.ts'
import { findModels, stateOf } from '#models/registry.ts'

const weights = 'not really weights'
const sha256 = createHash('sha256').update(weights).digest('hex')
const good = {
  ...{ id: 'ours', name: 'Our painter', licence: 'CC0-1.0', pipeline: 'builtin' },
  files: [{ path: 'reader/reader.onnx', bytes: weights.length, sha256 }],
}

/** A models' folder with one model in it. */
function aModel(manifest: unknown = good): { modelsDir: string; folder: string } {
  const modelsDir = mkdtempSync(join(tmpdir(), 'konte-models-'))
  onTestFinished(() => rmSync(modelsDir, { recursive: true }))
  const folder = join(modelsDir, 'ours')
  mkdirSync(join(folder, 'reader'), { recursive: true })
  writeFileSync(join(folder, 'reader/reader.onnx'), weights)
  writeFileSync(
    join(folder, 'manifest.json'),
    typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  )
  return { modelsDir, folder }
}

const stateIn = async (modelsDir: string) =>
  (await findModels(modelsDir)).map(stateOf).find(({ id }) => id === 'ours')

test('the model that comes with Konte is whole', async () => {
  const [first, ...others] = await findModels('/nowhere', { thorough: true })
  expect(stateOf(first!)).toEqual({ id: 'konte-painter', name: 'Konte painter', ready: true, reason: null })
  expect(others).toEqual([])
})

test('a brought model is listed behind the built-in one', async () => {
  const { modelsDir } = aModel()
  expect((await findModels(modelsDir)).map(({ id }) => id)).toEqual(['konte-painter', 'ours'])
  expect(await stateIn(modelsDir)).toMatchObject({ ready: true, name: 'Our painter' })
})

test('a missing, cut or changed file is told in one sentence, with its name', async () => {
  const { modelsDir, folder } = aModel()
  for (const [content, words] of [
    [weights.slice(1), 'damaged'],
    [weights.toUpperCase(), 'damaged'],
    [null, 'missing'],
  ] as const) {
    if (content === null) rmSync(join(folder, 'reader/reader.onnx'))
    else writeFileSync(join(folder, 'reader/reader.onnx'), content)
    const state = await stateIn(modelsDir)
    expect(state?.ready).toBe(false)
    expect(state?.reason).toMatch(new RegExp(`^Its file reader/reader.onnx is ${words}[^.]*: [^.]*\\.$`))
  }
})

test('a manifest that is no JSON, lacks something or reaches out of its folder is refused', async () => {
  const out = { ...good, files: [{ ...good.files[0], path: '../../etc/passwd' }] }
  for (const wrong of ['{', { ...good, files: [] }, { ...good, id: '../x' }, out]) {
    const { modelsDir } = aModel(wrong)
    const state = await stateIn(modelsDir)
    expect(state?.ready).toBe(false)
    expect(state?.reason).toContain('manifest.json')
  }
})

test('an unknown pipeline is named', async () => {
  const { modelsDir } = aModel({ ...good, pipeline: 'toString' })
  expect((await stateIn(modelsDir))?.reason).toBe('This Konte has no pipeline “toString” for it.')
})

test('nobody takes the built-in model’s name', async () => {
  const { modelsDir } = aModel({ ...good, id: 'konte-painter', name: 'Stranger' })
  expect((await findModels(modelsDir)).map(({ name }) => name)).toEqual(['Konte painter'])
})

test('size and hash may stand in the record beside the file', async () => {
  const { modelsDir, folder } = aModel({
    ...good,
    files: [{ path: 'reader/reader.onnx', record: 'reader/reader.json' }],
  })
  expect((await stateIn(modelsDir))?.reason).toContain('reader/reader.json is missing')
  writeFileSync(
    join(folder, 'reader/reader.json'),
    JSON.stringify({ sha256, bytes: weights.length, more: 1 }),
  )
  expect(await stateIn(modelsDir)).toMatchObject({ ready: true })
})

test('the hash of a model follows its weights and the program that paints', async () => {
  const { folder } = aModel()
  const manifest = await readManifest(folder)
  if ('wrong' in manifest) throw new Error(manifest.wrong)
  const program = join(folder, 'program')
  mkdirSync(program)
  writeFileSync(join(program, 'paint.ts'), 'a')
  const before = await hashModel(manifest, [program])
  cpSync(program, join(folder, 'copy'), { recursive: true })
  expect(await hashModel(manifest, [join(folder, 'copy')])).toBe(before)
  writeFileSync(join(program, 'paint.ts'), 'b')
  expect(await hashModel(manifest, [program])).not.toBe(before)
  const other = { ...manifest, files: [{ ...manifest.files[0]!, sha256: 'f'.repeat(64) }] }
  expect(await hashModel(other, [join(folder, 'copy')])).not.toBe(before)
})
