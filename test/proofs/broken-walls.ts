/** The list of what breaks each wall: rule, file and text. Only type imports, where they do, because those count too. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Files that the broken ones lean on. */
const targets: Readonly<Record<string, string>> = {
  'src/store/planted.ts': 'export type Planted = string\n',
  'src/http/planted.ts': 'export type Planted = string\n',
  'src/app/planted.ts': 'export type Planted = string\n',
  'src/features/cases/planted.ts': 'export type Planted = string\n',
  'src/features/api/commands/planted.ts': 'export type Planted = string\n',
  'src/core/planted-two.ts': `import type { Leaning } from './planted-one.ts'\nexport type Planted = Leaning\n`,
  'src/http/planted.test.ts': 'export type Planted = string\n',
}

const leaning = (specifier: string) => `import type { Planted } from '${specifier}'\nexport type Leaning = Planted\n`

const broken: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['core-is-alone', 'src/core/planted-floor.ts', leaning('#store/planted.ts')],
  ['core-is-alone', 'src/core/planted-npm.ts', "import type { Kysely } from 'kysely'\nexport type Leaning = Kysely<object>\n"],
  ['core-is-alone', 'src/core/planted-disk.ts', "import { readFileSync } from 'node:fs'\nexport const leaning = readFileSync\n"],
  ['core-tests-stay-pure', 'src/core/planted-pure.test.ts', leaning('#store/planted.ts')],
  ['store-stands-on-core', 'src/store/planted-up.ts', leaning('#http/planted.ts')],
  ['ui-stands-on-core', 'src/ui/planted-up.ts', leaning('#store/planted.ts')],
  ['http-is-below-features', 'src/http/planted-up.ts', leaning('#features/api/index.ts')],
  ['features-are-below-app', 'src/features/api/planted-up.ts', leaning('#app/planted.ts')],
  ['sql-lives-in-store', 'src/features/api/planted-sql.ts', "import { sql } from 'kysely'\nexport const leaning = sql\n"],
  ['sql-lives-in-store', 'src/http/planted-sql.ts', "import type { Pool } from 'pg'\nexport type Leaning = Pool\n"],
  ['shapes-are-pure', 'src/http/actor.ts', leaning('./planted.ts')],
  ['domain-is-pure', 'src/features/api/domain/planted.ts', leaning('#store/planted.ts')],
  ['domain-is-pure', 'src/features/api/policy.ts', leaning('#http/planted.ts')],
  ['store-does-not-know-pages', 'src/features/api/store/planted.ts', leaning('../commands/planted.ts')],
  ['views-are-functions', 'src/features/api/views/planted.ts', leaning('../store/planted.ts')],
  ['use-the-door', 'src/features/api/planted-door.ts', leaning('#features/cases/planted.ts')],
  ['tests-take-plugs', 'src/features/api/planted-plug.db.test.ts', leaning('#features/cases/planted.ts')],
  ['app-uses-the-doors', 'src/app/planted-door.ts', leaning('#features/cases/planted.ts')],
  ['on-the-map', 'src/features/unlisted/index.ts', leaning('#core/planted-lost.ts')],
  ['no-circles', 'src/core/planted-one.ts', leaning('./planted-two.ts')],
  ['no-lost-rooms', 'src/core/planted-lost.ts', 'export type Planted = string\n'],
  ['no-strays', 'src/core/planted-stray.ts', leaning('./not-there.ts')],
  ['tests-stay-out', 'src/http/planted-tested.ts', leaning('./planted.test.ts')],
  ['tools-stay-out', 'src/http/planted-tool.ts', "import fc from 'fast-check'\nexport const leaning = fc\n"],
]

const Needs = z.record(z.string(), z.array(z.string()))

/** What to plant, and which rule must name which file. Every feature leans once on one that the map does not give it. */
export function brokenWalls(root: string): { readonly files: Readonly<Record<string, string>>; readonly expected: readonly string[] } {
  const needs = Needs.parse(JSON.parse(readFileSync(`${root}/src/features/needs.json`, 'utf8')))
  const features = Object.keys(needs)
  const doors = features.map((name) => [`src/features/${name}/index.ts`, 'export type Planted = string\n'])
  const offMap = features.flatMap((name) => {
    const other = features.find((peer) => peer !== name && !needs[name]?.includes(peer))
    return other ? [[`${name}-needs`, `src/features/${name}/planted-map.ts`, leaning(`#features/${other}/index.ts`)] as const] : []
  })
  const all = [...broken, ...offMap]
  return {
    files: { ...targets, ...Object.fromEntries(doors), ...Object.fromEntries(all.map(([, path, text]) => [path, text])) },
    expected: all.map(([rule, path]) => `${rule}: ${path}`),
  }
}
