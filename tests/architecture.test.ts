import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Who may import whom; of `server`, pages may know types. */
const mayImport: Record<string, readonly string[]> = {
  models: ['models'],
  db: ['db'],
  server: ['server', 'db', 'models'],
  app: ['app', 'db/ids', 'db/access', 'db/board', 'type:server'],
}
const root = process.cwd()
const sources = globSync('{app,server,db,models,bench,tests}/**/*.{ts,tsx,mjs}', {
  exclude: (name) => name === 'node_modules' || name === 'weights',
})

test('imports go one way: app → server → db, models', () => {
  const broken = sources.flatMap((file) => {
    const from = file.split('/')[0]!
    const allowed = mayImport[from]
    if (!allowed) return []
    return importsOf(file)
      .filter(({ to, isType }) => to.split('/')[0]! in mayImport && !isAllowed(allowed, to, isType))
      .map(({ to }) => `${file} imports ${to}: ${from} may import ${allowed.join(', ')}`)
  })
  expect(broken).toEqual([])
})

test('inside the server nobody imports a router, and nobody imports main.ts', () => {
  const broken = sources
    .filter((file) => file.startsWith('server/') && file !== 'server/router.ts' && !file.endsWith('.mjs'))
    .flatMap((file) => importsOf(file).map(({ to, isType }) => ({ file, to, isType })))
    .filter(({ to, isType }) => /^server\/(main\.ts$|.*[rR]outer\.ts$)/.test(to) && !isType)
    // http.ts serves the list of routers.
    .filter(({ file }) => file !== 'server/http.ts')
  expect(broken).toEqual([])
})

test('no file is longer than 300 lines without a reason in DECISIONS.md', () => {
  const reasons = readFileSync('DECISIONS.md', 'utf8')
  const long = sources.filter(
    (file) => readFileSync(file, 'utf8').split('\n').length > 301 && !reasons.includes(file),
  )
  expect(long).toEqual([])
})

test.each(globSync('app/*/words.ts'))('%s says the same things in English and Japanese', async (file) => {
  const { words } = (await import(pathToFileURL(join(root, file)).href)) as {
    words: { en: object; ja: object }
  }
  expect(keysOf(words.ja)).toEqual(keysOf(words.en))
  expect(keysOf(words.en).length).toBeGreaterThan(0)
})

function isAllowed(allowed: readonly string[], to: string, isType: boolean): boolean {
  return allowed.some((each) => {
    const folder = each.replace('type:', '')
    const isInside = to === folder || to.startsWith(`${folder}/`) || to === `${folder}.ts`
    return isInside && (isType || !each.startsWith('type:'))
  })
}

/** Imports and re-exports of our own files, `import()` too, as paths from the root. */
function importsOf(file: string): { to: string; isType: boolean }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const found: { to: string; isType: boolean }[] = []
  const add = (specifier: string, isType: boolean) => {
    if (specifier.startsWith('#')) found.push({ to: specifier.slice(1), isType })
    else if (specifier.startsWith('.'))
      found.push({ to: relative(root, join(root, dirname(file), specifier)), isType })
  }
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      add((node.moduleSpecifier as ts.StringLiteral).text, isTypeOnly(node))
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  return ts.isExportDeclaration(node) ? node.isTypeOnly : node.importClause?.isTypeOnly === true
}

function keysOf(words: object, before = ''): string[] {
  return (
    Object.entries(words)
      .flatMap(([key, value]) =>
        typeof value === 'object' && value !== null ? keysOf(value, `${before}${key}.`) : `${before}${key}`,
      )
      // English has a singular and a plural where Japanese has one form.
      .map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))
      .filter((key, at, all) => all.indexOf(key) === at)
      .sort()
  )
}
