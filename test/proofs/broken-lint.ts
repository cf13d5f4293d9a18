/** The list of what breaks each lint rule and each promise of the compiler: what must be said, file and text. */

const query = "import type { Db } from '#store/db.ts'\nconst rows = (db: Db) => db.withTables<{ 'api.planted': { id: string } }>()\n"
const lines = (count: number) => Array.from({ length: count }, (_, index) => `export const line${index} = ${index}\n`).join('')

export const brokenLint: readonly (readonly [said: string, path: string, text: string])[] = [
  ['no-floating-promises', 'src/http/lint-floating.ts', 'const save = async () => {}\nexport const act = () => {\n  save()\n}\n'],
  [
    'no-floating-promises',
    'src/http/lint-query.ts',
    `${query}export const act = (db: Db) => {\n  rows(db).selectFrom('api.planted').selectAll().execute()\n}\n`,
  ],
  ['no-misused-promises', 'src/http/lint-misused.ts', 'const is = async () => true\nexport const act = () => (is() ? 1 : 2)\n'],
  [
    'switch-exhaustiveness-check',
    'src/http/lint-switch.ts',
    "export function act(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
  ],
  ['no-explicit-any', 'src/http/lint-any.ts', 'export const act = (value: any) => value\n'],
  ['no-non-null-assertion', 'src/http/lint-bang.ts', 'export const act = (value: string | undefined) => value!.length\n'],
  ['consistent-type-assertions', 'src/http/lint-cast.ts', 'export const act = (value: unknown) => value as string\n'],
  ['max-params', 'src/http/lint-four.ts', 'export const act = (a: number, b: number, c: number, d: number) => a + b + c + d\n'],
  ['max-lines', 'src/http/lint-long.ts', lines(301)],
  ['max-lines', 'src/http/lint-long.test.ts', lines(401)],
  ['max-lines-per-function', 'src/http/lint-function.ts', `export function act() {\n${'  console.log(1)\n'.repeat(51)}}\n`],
  ['no-unused-vars', 'src/http/lint-unused.ts', 'const nobody = 1\nexport const act = 2\n'],
  ['no-restricted-properties', 'src/core/lint-clock.ts', 'export const act = () => Date.now()\n'],
  ['no-restricted-properties', 'src/core/lint-dice.ts', 'export const act = () => Math.random()\n'],
]

export const brokenTypes: readonly (readonly [said: string, path: string, text: string])[] = [
  [
    "'may'",
    'src/http/type-route.ts',
    "import type { Route } from './route.ts'\nexport const route: Route = { method: 'GET', path: '/', audit: 'read', handle: () => Promise.reject() }\n",
  ],
  [
    "'audit'",
    'src/http/type-audit.ts',
    "import type { Route } from './route.ts'\nexport const route: Route = { method: 'GET', path: '/', may: 'anyone', handle: () => Promise.reject() }\n",
  ],
  [
    'cases.planted',
    'src/features/api/store/type-foreign.ts',
    `${query}export const act = (db: Db) => rows(db).selectFrom('cases.planted')\n`,
  ],
  ['TS2345', 'src/features/api/store/type-bare.ts', `${query}export const act = (db: Db) => [rows, db.selectFrom('api.planted')]\n`],
  ['erasableSyntaxOnly', 'src/http/type-enum.ts', 'export enum Kind {\n  one,\n}\n'],
]

/** Core is compiled without the machine: these names do not exist there. */
export const brokenCore: readonly (readonly [said: string, path: string, text: string])[] = [
  ["'fetch'", 'src/core/type-fetch.ts', "export const act = () => fetch('x')\n"],
  ["'process'", 'src/core/type-process.ts', 'export const act = () => process.env\n'],
  ["'console'", 'src/core/type-console.ts', 'export const act = () => console.log(1)\n'],
  ["'crypto'", 'src/core/type-crypto.ts', 'export const act = () => crypto.randomUUID()\n'],
  ["'setTimeout'", 'src/core/type-timer.ts', 'export const act = () => setTimeout(act, 1)\n'],
]

/** Each line after the first two leaves a query unexecuted in another way. */
export const brokenQueries = `${query}const add = (db: Db) => rows(db).insertInto('api.planted').values({ id: 'x' })
export async function statement(db: Db) { rows(db).deleteFrom('api.planted') }
export async function awaited(db: Db) { await rows(db).insertInto('api.planted').values({ id: 'x' }) }
export async function assigned(db: Db) { const made = add(db); await made }
export async function returned(db: Db) { return rows(db).updateTable('api.planted').set({ id: 'y' }) }
export async function gathered(db: Db) { await Promise.all([add(db), add(db)]) }
export const callback = (db: Db, ids: string[]) => ids.forEach((id) => rows(db).insertInto('api.planted').values({ id }))
export async function voided(db: Db) { void add(db) }
export async function inherited(db: Db) { await returned(db) }
export async function perhaps(db: Db, isOn: boolean) { isOn && add(db) }
export async function executed(db: Db) { await add(db).execute(); return add(db).executeTakeFirst() }
export const composed = (db: Db) => add(db)
`

/** The lines of it that must be found, and no other. */
export const brokenQueryLines = [4, 5, 6, 7, 8, 9, 10, 11, 12]
