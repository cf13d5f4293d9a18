// The single place that knows whether node_modules holds what package-lock.json pins, and that has npm put it right.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from './turn.mjs'

/** What npm hands down to a script or to npx and would make a second npm install something else, or somewhere else. */
const notForNpm =
  /^npm_(command|lifecycle_|package_|config_(local_prefix|prefix|global|package|call|yes|omit|include|only|production|dry_run|workspaces?)$)/

/**
 * Installs if anything needed is missing. A command that does not develop Folkmoot runs as well after `npm ci --omit=dev`.
 * Several at once install once: the others wait. Progress goes to the error stream, so that a command's own output stays clean. Throws with the way out when npm fails.
 */
export async function ensureInstalled(checkout, { development }) {
  const missing = () => missingPackages(checkout, { development })
  await inTurn(checkout, {
    isDone: () => missing().length === 0,
    onWait: (pid) => say(`another Folkmoot (process ${pid}) is installing the packages of this checkout; waiting until it has finished`),
    work: async (onStart) => {
      const names = missing()
      const first = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '')
      say(`installing, because ${names.length} of its packages are missing or of another version (${first})`)
      await install(checkout, onStart)
      const still = missing()
      if (still.length > 0)
        throw new Error(`npm finished, and yet these are missing: ${still.join(', ')}. Remove node_modules and try again.`)
    },
  })
}

const say = (words) => process.stderr.write(`folkmoot: ${words}\n`)

/**
 * The places in node_modules that should hold a package for this machine and do not, or hold another version.
 * npm writes its own lock file there last, so an installation that was cut off counts as nothing installed.
 */
export function missingPackages(checkout, { development, machine = process }) {
  const wanted = packagesIn(join(checkout, 'package-lock.json'))
  const found = packagesIn(join(checkout, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([place, pin]) => place !== '' && isFor(machine, pin) && (development || !pin.dev))
    .filter(([place, pin]) => found[place]?.version !== pin.version || !existsSync(join(checkout, place, 'package.json')))
    .map(([place]) => place.replace(/^node_modules\//, ''))
}

function packagesIn(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {}
}

/** npm leaves out an optional package made for other machines; `libc` is read as npm reads it, from Node's own report. */
function isFor(machine, pin) {
  if (!pin.optional && !pin.devOptional) return true
  return allows(pin.os, machine.platform) && allows(pin.cpu, machine.arch) && (!pin.libc || allows(pin.libc, libc(machine)))
}

function allows(pinned, value) {
  if (!pinned) return true
  const list = [pinned].flat()
  if (list.includes(`!${value}`)) return false
  return list.includes(value) || list.every((entry) => entry.startsWith('!'))
}

let knownLibc
function libc(machine) {
  if (machine.platform !== 'linux') return undefined
  knownLibc ??= machine.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  return knownLibc
}

/** Warnings are left out: they say that packages want a newer Node than the one here, and it is not the one that will run them. */
async function install(checkout, onStart) {
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !notForNpm.test(name)))
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const child = spawn(program, [...first, ...args], {
    cwd: checkout,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && !npm,
  })
  if (child.pid !== undefined) onStart(child.pid)
  const outcome = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)))
  })
  if (outcome !== undefined) {
    throw new Error(
      `npm could not install Folkmoot's packages (${outcome}; its own words are above). This needs the npm registry once: ` +
        'go online, or set npm\'s registry to a mirror, and run "npm ci --ignore-scripts" in ' +
        checkout,
    )
  }
}
