/** The single place where tests start the app in process: councils, people and features of their own, and a browser to visit it with. */
import { after } from 'node:test'
import type { Actor } from '#http/actor.ts'
import { type Council, readSettings } from '#http/council.ts'
import type { Feature, Start } from '#http/feature.ts'
import { Journal } from '#http/log.ts'
import type { Server } from '#http/server.ts'
import { composeServer } from '#app/server.ts'
import { beginWork, type Working } from '#app/worker.ts'
import { brandAsset } from '#ui/brand.ts'
import { freshStore, type TestStore } from './database.ts'
import { Browser } from './browser.ts'

export { Browser } from './browser.ts'
export type { Page } from './page.ts'

/** Two councils made up for tests: one English, one of both languages, each with example people called by their role. */
export interface TestAppConfig {
  readonly features: readonly Feature[]
  /** Text put at the end of both `council.yaml`s: further top-level keys. `{council}` in it is the council’s id. */
  readonly settings?: string | ((council: 'north' | 'south') => string)
  /** ISO 8601; the clock stands still there until `app.setClock`. */
  readonly now?: string
  /** False runs without example people. */
  readonly demo?: boolean
  readonly smtpUrl?: string
  readonly packFolders?: readonly string[]
  /** How often one address may try what is limited; without end unless given. */
  readonly tries?: number
  /** Posts per minute of one address; without end unless given. */
  readonly posts?: number
  /** True as behind a council's own proxy, which says whom it serves. */
  readonly proxied?: boolean
  readonly environment?: Readonly<Record<string, string>>
}

export interface TestApp {
  readonly test: TestStore
  readonly server: Server
  /** English, at `localhost`. */
  readonly north: Council
  /** English and Welsh, at `cy.localhost`. */
  readonly south: Council
  readonly start: Start
  /** What the server wrote about itself. */
  readonly journal: string[]
  /** A new browser, of a resident unless `signInAs` is called. `host` picks the council. */
  browser(host?: string): Browser
  /** A browser already signed in as an example person: `officer`, `manager`, `resident`, … of the council at `host`. */
  browserOf(person: string, host?: string): Promise<Browser>
  setClock(now: string): void
  /** Carries out what waits, as the worker would, until `stop`. */
  work(): Promise<Working>
  /** Runs one task once for every council. */
  runTask(name: string): Promise<void>
}

export const northHost = 'localhost'
export const southHost = 'cy.localhost'

/** To be called at the top of a test file, where `await` may stand; it closes itself after the last test. */
export async function startApp(config: TestAppConfig): Promise<TestApp> {
  const { features, demo = true } = config
  const test = await freshStore({
    migrations: features.map(({ migrations }) => migrations),
    projections: features.flatMap(({ projections = [] }) => projections),
    councils: ['north', 'south'],
  })
  let now = config.now ?? '2026-11-23T10:00:00.000Z'
  const clock = () => new Date(now)
  const councils = [councilOf(test, { id: 'north', config }), councilOf(test, { id: 'south', config })]
  const findNeighbour = (id: string) => councils.find((council) => council.id === id)
  const start: Start = { demo, clock, smtpUrl: config.smtpUrl, packFolders: config.packFolders ?? [], findNeighbour }
  const [north, south] = councils
  if (north === undefined || south === undefined) throw new Error('Both councils are there')
  const lines: string[] = []
  const journal = new Journal((text) => {
    lines.push(text)
    if (text.includes('"event":"error"')) process.stderr.write(text)
  }, clock)
  for (const feature of features) for (const council of councils) await feature.begin?.(council, start)
  const brand = brandAsset(north.settings.brand)
  const server = composeServer({
    councils,
    features,
    councilAssets: new Map([[brand.path, brand]]),
    isReady: () => test.store.isReady(),
    clock,
    journal,
    demo,
    secure: false,
    behindProxy: config.proxied ?? false,
    limits: { postsPerMinute: config.posts ?? 1_000_000, triesPerFiveMinutes: config.tries ?? 1_000_000 },
  })
  const browser = (host = northHost) => new Browser(server, host)
  after(async () => {
    journal.flush()
    await server.close()
    for (const feature of features) feature.end?.()
    await test.close()
  })
  return {
    test,
    server,
    north,
    south,
    start,
    journal: lines,
    browser,
    async browserOf(person, host) {
      const visitor = browser(host)
      await visitor.signInAs(person)
      return visitor
    },
    setClock: (moment) => {
      now = moment
    },
    work: () => beginWork({ store: test.store, councils, features, start, journal }),
    async runTask(name) {
      const task = features.flatMap(({ tasks = [] }) => tasks).find((one) => one.name === name)
      if (task === undefined) throw new Error(`There is no task ${name}`)
      for (const council of councils) await task.run(council, start)
    },
  }
}

function councilOf(test: TestStore, { id, config }: { readonly id: 'north' | 'south'; readonly config: TestAppConfig }): Council {
  const further = typeof config.settings === 'function' ? config.settings(id) : (config.settings ?? '')
  const { settings, faults } = readSettings(`${id}.yaml`, `${settingsText(id)}${further.replaceAll('{council}', id)}`)
  if (settings === undefined) throw new Error(`The settings of the test council: ${JSON.stringify(faults)}`)
  const secretVariable = settings['sign-in'].oidc?.['secret-env']
  return {
    id,
    settings,
    store: test.store.council(id),
    brand: { stylesheet: brandAsset(settings.brand).path },
    directorySecret: secretVariable === undefined ? undefined : config.environment?.[secretVariable],
  }
}

function settingsText(id: 'north' | 'south'): string {
  const welsh = id === 'south'
  const words = (en: string, cy: string) => (welsh ? `{ en: ${en}, cy: ${cy} }` : `{ en: ${en} }`)
  const people = [
    ['resident', 'Rhian Resident', 'resident', ''],
    ['officer', 'Olga Officer', 'officer', 'roles: [officer], teams: [front_desk]'],
    ['second', 'Sam Second', 'officer', 'roles: [officer], teams: [front_desk]'],
    ['stranger', 'Stella Stranger', 'officer', 'roles: [officer], teams: [back_office]'],
    ['records', 'Rhys Records', 'officer', 'roles: [records]'],
    ['manager', 'Mo Manager', 'officer', 'roles: [officer, manager], teams: [front_desk, back_office]'],
    ['director', 'Dee Director', 'officer', 'roles: [director]'],
    ['councillor', 'Cai Councillor', 'councillor', 'wards: [Bridge]'],
    ['partner', 'Pat Partner', 'partner', 'roles: [crew], teams: [front_desk]'],
    ['coach', 'Cara Coach', 'partner', 'roles: [coach], teams: [back_office]'],
  ].map(
    ([name, full, kind, more]) =>
      `  - { id: ${name}, name: ${full}, kind: ${kind}, email: ${name}@${id}.example${more ? `, ${more}` : ''} }`,
  )
  return `id: ${id}
name: ${words(`${id} Council`, `Cyngor ${id}`)}
hosts: [${welsh ? southHost : northHost}]
languages: [${welsh ? 'en, cy' : 'en'}]
nation: ${welsh ? 'wales' : 'england'}
bank-holidays: england-and-wales
contact:
  email: help@${id}.example
  phone: 01632 960000
  address: [The Hall, High Street]
  opening: ${words('Weekdays', 'Dyddiau’r wythnos')}
teams:
  - { id: front_desk, name: ${words('Front desk', 'Desg flaen')} }
  - { id: back_office, name: ${words('Back office', 'Swyddfa gefn')} }
people:
${people.join('\n')}
data-protection:
  officer: { email: dpo@${id}.example }
  regulator: { name: ${words('Regulator', 'Rheoleiddiwr')}, url: "https://regulator.example" }
accessibility: { prepared: 2026-11-23, reviewed: 2026-11-23 }
`
}

/** An actor for tests of policies and commands that need no server. */
export function anActor(more: Partial<Actor> = {}): Actor {
  return { id: 'actor-1', kind: 'officer', name: 'Olga Officer', teams: [], roles: [], permissions: new Set(), wards: [], ...more }
}
