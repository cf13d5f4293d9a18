/** The single place that decides where the embedded database lies and as whom it runs. */

import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { StoreFailure } from '../failure.ts'

/** Folders and identity of one embedded PostgreSQL. */
export type Place = {
  readonly folder: string
  readonly data: string
  /** Folder of the unix socket, private to us. */
  readonly sockets: string
  readonly log: string
  /** Whom PostgreSQL runs as when we are root, which it refuses to run as. */
  readonly runAs: { readonly uid: number; readonly gid: number } | undefined
  /** The name PostgreSQL sees when we connect. */
  readonly connectsAs: string
}

const ROOT_HOME = '/var/lib/folkmoot'
/** `sun_path` holds 108 bytes with the closing zero on Linux, 104 on macOS. */
const LONGEST_SOCKET = process.platform === 'darwin' ? 103 : 107
const SOCKET_NAME = '/.s.PGSQL.5432'
const NOBODY = 65534

/**
 * Where things lie: `folder` when given (FOLKMOOT_DATA); as root under /var/lib/folkmoot; else `.folkmoot` in the checkout.
 * @throws StoreFailure `nameless-user`, `socket-folder-unsafe`, `socket-path-too-long`
 */
export function placeFor({
  checkout,
  folder,
  passwd = '/etc/passwd',
}: {
  checkout: string
  folder?: string | undefined
  passwd?: string
}): Place {
  const isRoot = process.getuid?.() === 0
  const home = folder ?? (isRoot ? join(ROOT_HOME, digestOf(checkout)) : join(checkout, '.folkmoot'))
  return {
    folder: home,
    data: join(home, 'data'),
    sockets: socketFolder(home, isRoot),
    log: join(home, 'postgres.log'),
    runAs: isRoot ? unprivileged(passwd) : undefined,
    connectsAs: ownName(),
  }
}

/** Sixteen hexadecimal digits that stand for a path, the same through symbolic links. */
export function digestOf(path: string): string {
  return createHash('sha256')
    .update(existsSync(path) ? realpathSync(path) : path)
    .digest('hex')
    .slice(0, 16)
}

function ownName(): string {
  try {
    return userInfo().username
  } catch (cause) {
    throw namelessUser(process.getuid?.() ?? -1, cause)
  }
}

function namelessUser(uid: number, cause?: unknown): StoreFailure {
  return new StoreFailure({
    code: 'nameless-user',
    message: `The user id ${uid} has no name in /etc/passwd, and PostgreSQL neither starts nor lets anybody in without one.`,
    help: `Give it one (a line such as "folkmoot:x:${uid}:${uid}::/nonexistent:/usr/sbin/nologin" in /etc/passwd), or set DATABASE_URL to a server.`,
    cause,
  })
}

/** The dedicated user if there is one, else nobody. */
function unprivileged(passwd: string): { uid: number; gid: number } {
  const lines = existsSync(passwd) ? readFileSync(passwd, 'utf8').split('\n') : []
  const users = lines.map((line) => line.split(':')).map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const chosen = users.find(({ name }) => name === 'folkmoot') ?? users.find(({ uid }) => uid === NOBODY)
  if (chosen === undefined) throw namelessUser(NOBODY)
  return { uid: chosen.uid, gid: chosen.gid }
}

function socketFolder(home: string, isRoot: boolean): string {
  const near = join(home, 'run')
  if (Buffer.byteLength(near + SOCKET_NAME) <= LONGEST_SOCKET) return near
  const short = join(isRoot ? ROOT_HOME : (process.env['XDG_RUNTIME_DIR'] ?? tmpdir()), `s-${digestOf(home)}`)
  if (Buffer.byteLength(short + SOCKET_NAME) <= LONGEST_SOCKET) return short
  throw new StoreFailure({
    code: 'socket-path-too-long',
    message: `The path of the database's socket would be longer than ${LONGEST_SOCKET} bytes: ${short}${SOCKET_NAME}`,
    help: 'Set FOLKMOOT_DATA to a folder with a shorter path.',
  })
}

/**
 * Makes a folder only its owner can enter, or makes sure that the one found is such a folder: somebody else's would let them answer in
 * PostgreSQL's place.
 * @throws StoreFailure `socket-folder-unsafe`
 */
export function makePrivate(path: string, owner: { uid: number } | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const found = lstatSync(path)
  const mine = process.getuid?.() ?? found.uid
  if (found.isDirectory() && (found.uid === mine || found.uid === owner?.uid) && (found.mode & 0o077) === 0) return
  throw new StoreFailure({
    code: 'socket-folder-unsafe',
    message: `${path} is not a private folder of ours (owner ${found.uid}, mode ${(found.mode & 0o777).toString(8)}).`,
    help: 'Remove it, or set FOLKMOOT_DATA to another folder.',
  })
}

/**
 * PostgreSQL runs as somebody else when we are root, and must be able to walk to its folder.
 * @throws StoreFailure `folder-closed`
 */
export function refuseClosedWay({ folder, runAs }: Place): void {
  if (runAs === undefined) return
  for (let path = dirname(resolve(folder)); ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const isOpen = uid === runAs.uid ? mode & 0o100 : gid === runAs.gid ? mode & 0o010 : mode & 0o001
    if (isOpen === 0) {
      throw new StoreFailure({
        code: 'folder-closed',
        message: `PostgreSQL runs as user id ${runAs.uid}, which may not enter ${path} on the way to ${folder}.`,
        help: `Set FOLKMOOT_DATA to a folder that everybody may walk to, such as one below /var/lib, or run: chmod o+x ${path}`,
      })
    }
    if (path === dirname(path)) return
  }
}
