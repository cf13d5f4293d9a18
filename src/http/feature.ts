/** The single place for the plug between a feature and the app: one per folder in `features/`. */
import type { Job } from '#store/job.ts'
import type { Migrations } from '#store/migration.ts'
import type { Projection } from '#store/projection.ts'
import type { Reseal } from '#store/rotation.ts'
import type { Permission, Permissions } from './actor.ts'
import type { Council } from './council.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import type { Invite } from './invite.ts'
import type { Bilingual } from './language.ts'
import type { FooterEntry, Guide, NavEntry, Route } from './route.ts'

export interface Feature {
  readonly name: string
  readonly routes: readonly Route[]
  readonly migrations: Migrations
  readonly permissions?: Permissions
  readonly nav?: readonly NavEntry[]
  readonly footer?: readonly FooterEntry[]
  /** Where the front page of a demonstration leads. */
  readonly front?: `/${string}`
  /** What stands above the content of every page while somebody is shown around a demonstration. */
  readonly guide?: Guide
  /** Links to this feature on pages of others. */
  readonly invites?: readonly Invite[]
  /** What an API key may be given: permissions of this feature with their words. */
  readonly scopes?: readonly (readonly [Permission, Bilingual])[]
  readonly jobs?: readonly Job[]
  readonly projections?: readonly Projection[]
  /** Seals rows anew when the council's key changes; needed of whoever keeps what a `Sealer` sealed beyond a session. */
  readonly reseal?: Reseal
  /** Work that every worker looks for at short intervals. */
  readonly tasks?: readonly Task[]
  /** Called once per council when the server starts, before the first request: example people, published packs. */
  readonly begin?: (council: Council, start: Start) => Promise<void>
  /** Called once when the server has stopped. */
  readonly end?: () => void
  /** How the server recognises who is acting; exactly one feature gives it. */
  readonly doorkeeper?: Doorkeeper
}

/** How the server was started. */
export interface Start {
  /** True when example people may be signed in as and mail is shown instead of sent. */
  readonly demo: boolean
  readonly clock: () => Date
  /** The mail server, as nodemailer writes it: `smtps://user:password@mail.example.gov.uk`. */
  readonly smtpUrl?: string | undefined
  /** Folders that hold one folder per pack. */
  readonly packFolders: readonly string[]
  /** Another council of this installation, by id. Only what it offers to everybody may be read of it. */
  readonly findNeighbour: (id: string) => Council | undefined
  /** True when other installations may be asked at addresses of a private network. */
  readonly mayAskPrivately?: boolean | undefined
}

/** Work that waits in a feature's own rows. Several workers look at once: rows are taken with `for update skip locked`. */
export interface Task {
  readonly name: `${string}.${string}`
  readonly everySeconds: number
  run(council: Council, start: Start): Promise<void>
}
