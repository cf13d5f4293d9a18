/** The single place where tests start the whole app as people install it: the real services and councils, on a port of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Council } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import { Journal } from '#http/log.ts'
import type { Server } from '#http/server.ts'
import { MasterKeys } from '#store/keys.ts'
import { openStore, type Store } from '#store/store.ts'
import { assetsOf, openCouncil, readCouncils } from '#app/councils.ts'
import { features } from '#app/features.ts'
import { fillAddresses, fillCases } from '#app/seed/index.ts'
import { composeServer } from '#app/server.ts'
import { Browser } from './browser.ts'
import { dropDatabase, freshDatabase } from './database.ts'

export interface Installation {
  readonly server: Server
  readonly store: Store
  readonly councils: readonly Council[]
  /** Of the address at which the server listens; the host name picks the council. */
  readonly port: number
  /** What the server reported as its own fault: empty while nothing is broken. */
  readonly broken: readonly string[]
  /** A browser without scripts, of a resident unless somebody signs in. */
  browser(host: string): Browser
  /** One already signed in as an example person of the council at `host`. */
  browserOf(person: string, host: string): Promise<Browser>
  /** Adds made-up cases of the year before to every council. */
  fill(cases: number): Promise<void>
  /** Does what the worker would do at a later moment, for every council. */
  runTask(name: string, at: string): Promise<void>
  close(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const packFolders = [join(root, 'packs')]
/** Where the clock stands in these tests: a Monday morning. */
export const moment = '2026-11-23T10:00:00.000Z'

/** The English council, and the one of both languages. */
export const english = 'localhost'
export const bilingual = 'cy.localhost'

/** On a database of its own that `close` drops: call it after the last test. */
export async function startInstallation(): Promise<Installation> {
  const folders = await readCouncils([join(root, 'councils')])
  const { store, drop } = await openFreshStore()
  const councils = folders.map((folder) => openCouncil(folder, store, {}))
  const clock = () => new Date(moment)
  const findNeighbour = (id: string) => councils.find((council) => council.id === id)
  const start: Start = { demo: true, clock, smtpUrl: undefined, packFolders, findNeighbour }
  const broken: string[] = []
  const journal = new Journal((lines) => broken.push(...lines.split('\n').filter((line) => line.includes('"event":"error"'))), clock)
  for (const council of councils) await store.register(council.id)
  for (const feature of features) for (const council of councils) await feature.begin?.(council, start)
  for (const council of councils) await fillAddresses({ council, folder: join(root, 'councils', council.id) })
  const server = composeServer({
    councils,
    features,
    councilAssets: assetsOf(folders),
    isReady: () => store.isReady(),
    clock,
    journal,
    demo: true,
    secure: false,
    behindProxy: false,
    limits: { postsPerMinute: 1_000_000, triesPerFiveMinutes: 1_000_000 },
  })
  const { port } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))
  const browser = (host: string) => new Browser(server, host)
  return {
    server,
    store,
    councils,
    port: Number(port),
    broken,
    browser,
    async browserOf(person, host) {
      const visitor = browser(host)
      await visitor.signInAs(person)
      return visitor
    },
    async fill(cases) {
      for (const council of councils) {
        await fillCases({ council, folder: join(root, 'councils', council.id), packFolders, now: clock(), cases })
      }
    },
    async runTask(name, at) {
      const task = features.flatMap(({ tasks = [] }) => tasks).find((one) => one.name === name)
      if (task === undefined) throw new Error(`There is no task ${name}`)
      for (const council of councils) await task.run(council, { ...start, clock: () => new Date(at) })
    },
    async close() {
      journal.flush()
      await server.close()
      for (const feature of features) feature.end?.()
      await drop()
    },
  }
}

async function openFreshStore(): Promise<{ readonly store: Store; readonly drop: () => Promise<void> }> {
  const { server, name, host } = await freshDatabase()
  const keys = mkdtempSync(join(tmpdir(), 'folkmoot-keys-'))
  const projections = features.flatMap((feature) => feature.projections ?? [])
  const store = await openStore({ server, keys: new MasterKeys(keys), projections, poolSize: 6 })
  const drop = async () => {
    await store.close()
    await dropDatabase(host, name)
    rmSync(keys, { recursive: true, force: true })
  }
  return { store, drop }
}
