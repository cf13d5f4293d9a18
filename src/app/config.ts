/** The single place where the environment becomes a configuration, with every fault named. docs/reference/configuration.md lists it all. */
import { fileURLToPath } from 'node:url'
import { isLoopback } from '#http/limit.ts'

export interface Config {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** The server to use; without it the PostgreSQL that comes with Folkmoot runs inside. */
  readonly databaseUrl: string | undefined
  /** Where the PostgreSQL inside keeps its data; without it a place is chosen. */
  readonly dataFolder: string | undefined
  /** Where the councils' own keys are; without it beside the data. */
  readonly keysFolder: string | undefined
  /** Folders that hold one folder per council. */
  readonly councilFolders: readonly string[]
  /** Folders that hold one folder per pack. */
  readonly packFolders: readonly string[]
  readonly smtpUrl: string | undefined
  readonly isDemo: boolean
  /** True when people reach us over https, through a proxy that ends it. */
  readonly isSecure: boolean
  /** True when that proxy says in `X-Forwarded-For` whom it serves. */
  readonly isBehindProxy: boolean
  /** False when another process carries out what waits. */
  readonly hasWorker: boolean
  /** Posts that one address may make in a minute. */
  readonly postsPerMinute: number
  /** True when services may be fetched from addresses of a private network. */
  readonly mayAskPrivately: boolean
}

export interface ConfigFault {
  readonly variable: string
  readonly message: string
  readonly help: string
}

export type Environment = Readonly<Record<string, string | undefined>>

export type ConfigReading = { readonly config: Config; readonly faults: readonly [] } | { readonly faults: readonly ConfigFault[] }

const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** Total: an environment gives a configuration, or everything that is wrong with it. An empty variable counts as not set. */
export function readConfig(environment: Environment): ConfigReading {
  const faults: ConfigFault[] = []
  const reader = new Reader(environment, faults)
  const host = reader.find('HOST') ?? '127.0.0.1'
  const databaseUrl = reader.find('DATABASE_URL')
  const demo = reader.answer('FOLKMOOT_DEMO')
  const config: Config = {
    host,
    port: reader.number('PORT', { otherwise: 3000, most: 65_535 }),
    databaseUrl,
    dataFolder: reader.find('FOLKMOOT_DATA'),
    keysFolder: reader.find('FOLKMOOT_KEYS'),
    councilFolders: reader.folders('FOLKMOOT_COUNCILS', 'councils'),
    packFolders: packFoldersIn(environment),
    smtpUrl: reader.url('SMTP_URL', ['smtp:', 'smtps:']),
    isDemo: demo ?? databaseUrl === undefined,
    isSecure: reader.answer('FOLKMOOT_HTTPS') ?? false,
    isBehindProxy: reader.answer('FOLKMOOT_PROXY') ?? false,
    hasWorker: reader.answer('FOLKMOOT_WORKER') ?? true,
    postsPerMinute: reader.number('FOLKMOOT_POSTS_PER_MINUTE', { otherwise: 600, most: 1_000_000 }),
    mayAskPrivately: reader.answer('FOLKMOOT_PRIVATE_NETWORK') ?? false,
  }
  faults.push(...demoFaults(config), ...databaseFaults(config))
  return faults.length === 0 ? { config, faults: [] } : { faults }
}

/** Where packs lie, which needs nothing else to be right. */
export function packFoldersIn(environment: Environment): readonly string[] {
  return new Reader(environment, []).folders('FOLKMOOT_PACKS', 'packs')
}

/** Anybody could sign in as anybody: a demonstration stays on this machine and away from real data. */
function demoFaults({ isDemo, databaseUrl, host }: Config): ConfigFault[] {
  if (!isDemo) return []
  const help = 'Set FOLKMOOT_DEMO=no to run without the example people, or leave the other setting out for a demonstration.'
  const faults: ConfigFault[] = []
  if (databaseUrl !== undefined)
    faults.push({ variable: 'DATABASE_URL', message: 'Demonstration mode never uses a database server.', help })
  if (host !== 'localhost' && !isLoopback(host)) {
    faults.push({ variable: 'HOST', message: `Demonstration mode is for this machine only, and ${host} can be reached from others.`, help })
  }
  return faults
}

function databaseFaults({ databaseUrl, keysFolder }: Config): ConfigFault[] {
  if (databaseUrl === undefined) return []
  const faults: ConfigFault[] = []
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    const help = 'Write it as postgres://user:password@host:5432/database.'
    faults.push({ variable: 'DATABASE_URL', message: 'The address of the database server is not a postgres:// address.', help })
  }
  if (keysFolder === undefined) {
    const help = 'Set FOLKMOOT_KEYS to a folder that is backed up apart from the database.'
    faults.push({ variable: 'FOLKMOOT_KEYS', message: 'With a database server, say where the councils’ keys are kept.', help })
  }
  return faults
}

class Reader {
  readonly #environment: Environment
  readonly #faults: ConfigFault[]

  constructor(environment: Environment, faults: ConfigFault[]) {
    this.#environment = environment
    this.#faults = faults
  }

  find(variable: string): string | undefined {
    const text = this.#environment[variable]?.trim()
    return text === '' ? undefined : text
  }

  number(variable: string, { otherwise, most }: { readonly otherwise: number; readonly most: number }): number {
    const text = this.find(variable)
    if (text === undefined) return otherwise
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (value >= 0 && value <= most) return value
    this.#fault(variable, 'is not a whole number in range', `Set it to a number from 0 to ${most}, or leave it out for ${otherwise}.`)
    return otherwise
  }

  answer(variable: string): boolean | undefined {
    const text = this.find(variable)?.toLowerCase()
    if (text === undefined) return undefined
    if (['yes', 'true', '1', 'on'].includes(text)) return true
    if (['no', 'false', '0', 'off'].includes(text)) return false
    this.#fault(variable, 'is neither yes nor no', 'Set it to yes or no.')
    return undefined
  }

  url(variable: string, protocols: readonly string[]): string | undefined {
    const text = this.find(variable)
    if (text === undefined) return undefined
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
    this.#fault(
      variable,
      'is not an address of the right kind',
      `Begin it with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
    )
    return undefined
  }

  /** Several folders are parted by colons, as in PATH. */
  folders(variable: string, otherwise: string): readonly string[] {
    return this.find(variable)?.split(':').filter(Boolean) ?? [checkout + otherwise]
  }

  #fault(variable: string, what: string, help: string): void {
    this.#faults.push({ variable, message: `This ${what}.`, help })
  }
}
