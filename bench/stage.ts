/** The single place for what measures are given: one Folkmoot for all that need one, and a folder that goes with the run. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { service, writeCouncils } from './kit/council.ts'
import { type Councils, openCouncils } from './kit/councils.ts'
import { fillCouncils } from './kit/filling.ts'
import { type Folkmoot, root, startFolkmoot } from './kit/folkmoot.ts'

export class Stage {
  /** Of this run alone; removed at its end. PostgreSQL, which runs as somebody else for root, may walk through it. */
  readonly folder: string = mkdtempSync(join(tmpdir(), 'folkmoot-bench-'))
  /** Also those that are still starting: they are waited for, and then stopped. */
  readonly #running: Promise<Folkmoot>[] = []
  #shared: Promise<Folkmoot> | undefined
  #councils: Promise<Councils> | undefined
  #filled: Promise<void> | undefined

  constructor() {
    chmodSync(this.folder, 0o755)
  }

  /** The Folkmoot of the councils of the bench, started when first asked for. */
  folkmoot(): Promise<Folkmoot> {
    this.#shared ??= this.#startShared()
    return this.#shared
  }

  /** Its councils as the program sees them, through a store of this process, for what is measured without HTTP. */
  async councils(): Promise<Councils> {
    this.#councils ??= openCouncils(await this.folkmoot(), join(this.folder, 'councils'))
    return this.#councils
  }

  /** Fills the councils of several sizes, once. */
  async fill(): Promise<void> {
    this.#filled ??= fillCouncils(await this.folkmoot())
    return this.#filled
  }

  /** Such as `18.4`. */
  async postgresVersion(): Promise<string> {
    const client = new pg.Client((await this.folkmoot()).owner)
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    await client.end()
    return rows[0]?.server_version ?? 'unknown'
  }

  /** A further Folkmoot, which ends with the stage unless it is stopped before. */
  start(run: Parameters<typeof startFolkmoot>[0]): Promise<Folkmoot> {
    const starting = startFolkmoot(run)
    this.#running.push(starting)
    return starting
  }

  /** An empty folder of that name. */
  room(name: string): string {
    const path = join(this.folder, name)
    mkdirSync(path)
    return path
  }

  /** Ends what runs, and removes everything. */
  async close(): Promise<void> {
    await (await this.#councils)?.close()
    for (const starting of this.#running.toReversed()) await (await starting.catch(() => undefined))?.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  #startShared(): Promise<Folkmoot> {
    const packs = this.room('packs')
    const scenarios = join('missed-bin', 'scenarios')
    // Without scenarios nobody is made up, so that the councils begin without cases.
    cpSync(join(root, 'bench', service), join(packs, service), { recursive: true, filter: (path) => !path.endsWith(scenarios) })
    const environment = { FOLKMOOT_COUNCILS: writeCouncils(this.room('councils')), FOLKMOOT_PACKS: packs }
    return this.start({ folder: this.room('data'), environment })
  }
}
