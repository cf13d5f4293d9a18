/** The single place where a command opens the installation it works on, and closes it whatever happens. */
import type { Council } from '#http/council.ts'
import { StoreFailure } from '#store/failure.ts'
import { type Config, readConfig } from '../config.ts'
import { StartFailure } from '../failure.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { type Invocation, NotDone, UsedWrongly } from './command.ts'

/** Who acts when nobody is signed in but the machine's own operator. */
export const operator = 'command-line'

/** What the environment says. @throws NotDone naming every fault */
export function configuration(): Config {
  const reading = readConfig(process.env)
  if ('config' in reading) return reading.config
  throw new NotDone(reading.faults.map(({ variable, message, help }) => `${variable}: ${message}\n  ${help}`).join('\n'))
}

/** `mayLackKeys` is the council whose keys may be gone: the command is there to go on without them. */
type Allowances = { readonly mayLackKeys?: string }

/** Opens the installation, works on it, closes it. Messages of the database go to standard error. */
export async function withInstallation<T>(
  { io }: Pick<Invocation, 'io'>,
  work: (installation: Installation) => Promise<T>,
  { mayLackKeys }: Allowances = {},
): Promise<T> {
  const installation = await opened(io).catch(explain)
  try {
    for (const { id } of installation.councils) if (id !== mayLackKeys) await installation.store.register(id)
    return await work(installation)
  } catch (error) {
    return explain(error)
  } finally {
    await installation.close()
  }
}

/** The councils a command is about: the one named by `--council`, or all. @throws UsedWrongly for a council that is not there */
export function councilsMeant({ councils }: Pick<Installation, 'councils'>, { option }: Pick<Invocation, 'option'>): readonly Council[] {
  const id = option('council')
  if (id === undefined) return councils
  const found = councils.filter((council) => council.id === id)
  if (found.length > 0) return found
  throw new UsedWrongly(`There is no council "${id}". There is: ${councils.map((council) => council.id).join(', ')}`)
}

function opened(io: Invocation['io']): Promise<Installation> {
  const note = (_event: string, about: Readonly<Record<string, unknown>> = {}) => io.err(String(about['sentence'] ?? ''))
  return openInstallation({ config: configuration(), environment: process.env, journal: { note }, mayJoin: true })
}

/** Turns what can go wrong with settings and database into words for whoever ran the command. @throws always: NotDone, or what it was given */
export function explain(error: unknown): never {
  if (error instanceof StartFailure) throw new NotDone(error.message)
  if (error instanceof StoreFailure) throw new NotDone(`${error.message}\n  ${error.help}`)
  throw error
}
