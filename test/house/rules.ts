/** The single list of the rules of the house that no compiler, linter or wall can see. Each gives the places where it is broken. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { codeIn, filesIn, foldersIn, linesWith, textOf } from './tree.ts'

export type Rule = (root: string) => string[]

const isTest = (path: string) => path.endsWith('.test.ts')

const namelessDrawers: Rule = (root) =>
  filesIn(root, 'src', /(^|\/)((utils?|helpers?|common|shared|misc|lib|types|v\d+|legacy)(\/|\.ts$)|new\/)/)

const modulesWithoutPurpose: Rule = (root) =>
  filesIn(root, 'src', /\.ts$/).filter((path) => !isTest(path) && !textOf(root, path).startsWith('/**'))

const emptyNames: Rule = (root) => linesWith(root, codeIn(root), /\b(class|interface|type)\s+\w*(Manager|Helper|Utils?|Impl)\b/)

const idleFeatures: Rule = (root) => {
  const list = existsSync(join(root, 'src/app/features.ts')) ? textOf(root, 'src/app/features.ts') : ''
  return filesIn(root, 'src', /^src\/features\/[^/]+\/feature\.ts$/).filter((path) => !list.includes(path.replace('src/', '#')))
}

const exceptions: Rule = (root) =>
  linesWith(root, codeIn(root), /(oxlint|eslint|depcruise)-(disable|ignore)|biome-(ignore)|@ts-(ignore|expect-error|nocheck)/)

const leftOvers: Rule = (root) => linesWith(root, codeIn(root), /\b(TO)DO\b|\bFIX(ME)\b|\b(test|it|describe)\.(only|todo)\b/)

/** `npm run check` runs the test files beside the code in one process, where a hook outside every `describe` is a hook of them all. */
const hooksOfAll: Rule = (root) => linesWith(root, filesIn(root, 'src', /\.test\.ts$/), /^(before|beforeEach|afterEach)\(/)

/** A migration may also read the log, from which its rows are made. */
const foreignTables: Rule = (root) =>
  filesIn(root, 'src/features', /\/features\/[^/]+\/(store(\.ts|\/)|migrations\/)/)
    .filter((path) => !isTest(path))
    .flatMap((path) => {
      const own = path.split('/')[2]
      return schemasNamed(textOf(root, path))
        .filter((schema) => schema !== own && !(schema === 'log' && path.includes('/migrations/')))
        .map((schema) => `${path} names the schema ${schema}`)
    })

function schemasNamed(text: string): string[] {
  const sql = /\b(?:from|join|into|update|table|references)\s+["'`]?([a-z_]+)\.[a-z_]+/gi
  const kysely = /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|(?:inner|left|right|full)Join)\(\s*'([a-z_]+)\./g
  return [sql, kysely].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
}

const clocksInCore: Rule = (root) =>
  linesWith(
    root,
    filesIn(root, 'src/core', /\.ts$/).filter((path) => !isTest(path)),
    /\bnew Date\(\s*\)|\bDate\(\s*\)|Temporal\.Now/,
  )

/** Ids are the folders in councils/ and packs/; a council's name is what its council.yaml calls it. */
const localNames: Rule = (root) => {
  const councils = foldersIn(root, 'councils')
  const called = councils
    .filter((id) => existsSync(join(root, 'councils', id, 'council.yaml')))
    .flatMap((id) => [...textOf(root, `councils/${id}/council.yaml`).matchAll(/^name:\s*(?:\n\s+)?(?:en:\s*)?["']?([^"'\n{#]+)/gm)])
    .map((match) => (match[1] ?? '').trim())
  const names = [...councils, ...foldersIn(root, 'packs'), ...called].filter((name) => name.length > 3)
  if (names.length === 0) return []
  return linesWith(
    root,
    filesIn(root, 'src', /\.\w+$/),
    new RegExp(`\\b(${names.map((name) => name.replace(/[^\w\s]/g, '\\$&')).join('|')})\\b`, 'i'),
  )
}

const brokenLinks: Rule = (root) => {
  const pages = [...filesIn(root, 'docs', /\.md$/), ...filesIn(root, '.', /^[A-Z]+\.md$/)]
  const readmes = ['packs', 'councils', 'blocks', 'src'].flatMap((folder) => filesIn(root, folder, /README\.md$/))
  return [...pages, ...readmes].flatMap((page) =>
    [...textOf(root, page).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !existsSync(join(root, dirname(page), decodeURI(link))))
      .map((link) => `${page} links to ${link}`),
  )
}

const featureReadmes: Rule = (root) =>
  foldersIn(root, 'src/features').flatMap((feature) => {
    const path = `src/features/${feature}/README.md`
    if (!existsSync(join(root, path))) return [`${path} is missing`]
    const lines = textOf(root, path).trimEnd().split('\n').length
    return lines > 25 ? [`${path} has ${lines} lines`] : []
  })

const undocumentedProblems: Rule = (root) => {
  if (!existsSync(join(root, 'src/http/problem.ts'))) return []
  const list = /export const problems = \{\n([\s\S]*?)\n\}/.exec(textOf(root, 'src/http/problem.ts'))?.[1] ?? ''
  const codes = [...list.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map((match) => match[1] ?? '')
  const page = 'docs/reference/problems.md'
  const text = existsSync(join(root, page)) ? textOf(root, page) : ''
  return codes.length === 0 ? ['src/http/problem.ts: no problem found in its list'] : codes.filter((code) => !text.includes(`\`${code}\``))
}

const machinePaths: Rule = (root) => {
  const texts = ['docs', 'packs', 'councils', 'blocks'].flatMap((folder) => filesIn(root, folder, /\.(md|ya?ml|json)$/))
  return linesWith(root, [...codeIn(root), ...texts, ...filesIn(root, '.', /^[\w.-]+\.(md|json|cjs)$/)], /(?<![\w.])\/(work|root|home)\/\w/)
}

const Lock = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
})

/** npm drops the packages of other platforms from the lock when it cannot see them, and then `npm ci` refuses the lock everywhere. */
const lockedForOneMachine: Rule = (root) => {
  const { packages } = Lock.parse(JSON.parse(textOf(root, 'package-lock.json')))
  const places = new Set(Object.keys(packages))
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !places.has(`node_modules/${name}`) && !places.has(`${place}/node_modules/${name}`))
      .map((name) => `package-lock.json lacks ${name}`),
  )
}

export const rules: Readonly<Record<string, Rule>> = {
  'has no drawer without a name': namelessDrawers,
  'says in the first line of every module what it is the place for': modulesWithoutPurpose,
  'has no name that says nothing': emptyNames,
  'runs every feature it has': idleFeatures,
  'grants no one an exception': exceptions,
  'leaves no mark of unfinished work': leftOvers,
  'keeps what a test file prepares inside a describe': hooksOfAll,
  'lets a feature write SQL about its own schema only': foreignTables,
  'has no clock in core': clocksInCore,
  'never names a council or a pack in code': localNames,
  'has no broken link in its pages': brokenLinks,
  'explains every feature in at most 25 lines': featureReadmes,
  'documents every problem code': undocumentedProblems,
  'names no folder of the machine it was written on': machinePaths,
  'locks the packages of every platform': lockedForOneMachine,
}
