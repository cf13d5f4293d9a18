/** The single place where everything is started in order, and stopped in the opposite order. */
import { selfCheck } from '#core/expression/index.ts'
import type { Council } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import { Journal } from '#http/log.ts'
import { isMigrated } from '#store/migrate.ts'
import type { Server as Database } from '#store/server.ts'
import type { Store } from '#store/store.ts'
import type { Config, Environment } from './config.ts'
import { assetsOf, type CouncilFolder } from './councils.ts'
import { StartFailure } from './failure.ts'
import { features } from './features.ts'
import { openInstallation } from './installation.ts'
import { fillAddresses, fillOnce } from './seed/index.ts'
import { composeServer } from './server.ts'
import { beginWork, type Working } from './worker.ts'

export interface Running {
  /** Such as `http://127.0.0.1:3000`. */
  readonly url: string
  /** Accepts nothing new, finishes what has begun, stops the database if we started it. Calling it twice is calling it once. */
  close(): Promise<void>
}

/**
 * Starts database, councils, features and server, and resolves when the first request can be answered.
 * @throws StartFailure or StoreFailure, whose messages say what is wrong and the way out
 */
export async function startServer(config: Config, environment: Environment = process.env): Promise<Running> {
  const ends: (() => Promise<void>)[] = []
  const stop = once(() => inReverse(ends))
  try {
    const url = await begin({ config, environment, ends })
    return { url, close: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Enough for somebody who mistypes, too few for somebody who guesses. */
const triesPerFiveMinutes = 30

interface Beginning {
  readonly config: Config
  readonly environment: Environment
  /** What ends each thing begun, in the order of beginning. */
  readonly ends: (() => Promise<void>)[]
}

async function begin({ config, environment, ends }: Beginning): Promise<string> {
  refuseChangedLanguage()
  const clock = () => new Date()
  const journal = new Journal((lines) => process.stdout.write(lines), clock)
  ends.push(async () => journal.flush())
  const { store, database, folders, councils, close } = await openInstallation({ config, environment, journal })
  ends.push(close)
  const start: Start = {
    demo: config.isDemo,
    clock,
    smtpUrl: config.smtpUrl,
    packFolders: config.packFolders,
    findNeighbour: (id) => councils.find((council) => council.id === id),
    mayAskPrivately: config.mayAskPrivately,
  }
  ends.push(async () => features.forEach((feature) => feature.end?.()))
  await beginCouncils({ store, councils, start })
  if (config.hasWorker) ends.push(stopping(await beginWork({ store, councils, features, start, journal })))
  const { isDemo: demo, isSecure: secure, isBehindProxy: behindProxy } = config
  const limits = { postsPerMinute: config.postsPerMinute, triesPerFiveMinutes }
  const isReady = readiness(store, database)
  const server = composeServer({
    councils,
    features,
    councilAssets: assetsOf(folders),
    isReady,
    clock,
    journal,
    demo,
    secure,
    behindProxy,
    limits,
  })
  ends.push(() => server.close())
  const url = await listen(server, config)
  if (config.isDemo) ends.push(fillInBackground({ folders, councils, packFolders: config.packFolders, journal, clock }))
  return url
}

/** Rules must mean tomorrow what they mean today: a parser that behaves differently than relied upon stops us. */
function refuseChangedLanguage(): void {
  const changes = selfCheck()
  if (changes.length === 0) return
  const help = 'Install the versions of package-lock.json: npm ci --ignore-scripts.'
  throw new StartFailure(changes.map((message) => ({ place: 'the language of rules', message, help })))
}

/** Cases in a demonstration's year, for each council: about one a day. */
const casesOfYear = 365

interface Demonstration {
  readonly folders: readonly CouncilFolder[]
  readonly councils: readonly Council[]
  readonly packFolders: readonly string[]
  readonly journal: Journal
  readonly clock: () => Date
}

/** Fills a demonstration while people already look around in it; what it answers stops the filling. */
function fillInBackground({ folders, councils, packFolders, journal, clock }: Demonstration): () => Promise<void> {
  const stop = new AbortController()
  const filling = (async () => {
    for (const council of councils.toSorted((a, b) => Number(isTold(b)) - Number(isTold(a)))) {
      const folder = folders[councils.indexOf(council)]?.folder ?? ''
      await fillAddresses({ council, folder })
      await fillOnce({ council, folder, packFolders, now: clock(), cases: casesOfYear, signal: stop.signal })
    }
  })().catch((error: unknown) => journal.error(error, { task: 'demonstration' }))
  return async () => {
    stop.abort()
    await filling
  }
}

/** Where the guided tour begins, which needs past cases first. */
function isTold({ settings: { tour } }: Council): boolean {
  return tour !== undefined && !('at' in tour)
}

interface CouncilsToBegin {
  readonly store: Store
  readonly councils: readonly Council[]
  readonly start: Start
}

/** Feature after feature for all councils, because later ones lean on earlier ones, at this council and at its neighbours. */
async function beginCouncils({ store, councils, start }: CouncilsToBegin): Promise<void> {
  for (const council of councils) await store.register(council.id)
  for (const feature of features) for (const council of councils) await feature.begin?.(council, start)
}

/** Once the migrations are done they stay done: only the first question asks for both. */
function readiness(store: Store, database: Database): () => Promise<boolean> {
  let isDone = false
  return async () => {
    isDone ||= await isMigrated(
      database,
      features.map(({ migrations }) => migrations),
    ).catch(() => false)
    return isDone && (await store.isReady())
  }
}

async function listen(server: ReturnType<typeof composeServer>, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const message =
      code === 'EADDRINUSE' ? `Something else already listens at ${host}:${port}.` : `Cannot listen at ${host}:${port} (${code}).`
    throw new StartFailure([{ place: 'PORT', message, help: 'Stop it, or set PORT to another number.' }])
  }
}

function stopping(working: Working): () => Promise<void> {
  return () => working.stop()
}

async function inReverse(ends: readonly (() => Promise<void>)[]): Promise<void> {
  for (const end of ends.toReversed()) await end()
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined
  return () => (begun ??= work())
}
