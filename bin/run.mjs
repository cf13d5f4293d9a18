// The single place that runs a program as this process's other half: signals go down, the exit comes up, and neither outlives the other.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/**
 * Less memory than Node would take, for little time: a third for what is soon thrown away again, and what has come to be kept is looked through for what
 * can go once it has grown by a fifth.
 */
const frugal = ['--max-semi-space-size=4', '--heap-growing-percent=20']

/** Node's threads share one store of memory (glibc), so that what one gives back another takes. */
const sharing = { MALLOC_ARENA_MAX: '1' }

const forwarded = ['SIGTERM', 'SIGINT', 'SIGHUP']

/**
 * Runs `args` (a file of the checkout and its arguments) on `node`, and ends as it ends: same exit code, or same signal.
 * The IPC channel carries nothing: its closing tells the child that we are gone, even by kill -9 (src/app/parent.ts listens).
 */
export async function run(node, checkout, [file, ...rest]) {
  const path = join(checkout, file)
  if (!existsSync(path)) throw new Error(`this checkout has no ${file}`)
  // What has been compiled once, types taken off and all, is kept beside the packages: it halves the time to start. Unwritable, it is left out.
  const cache = process.env.NODE_COMPILE_CACHE ?? join(checkout, 'node_modules', '.cache', 'node')
  const env = { ...sharing, ...process.env, NODE_COMPILE_CACHE: cache, PATH: dirname(node) + delimiter + (process.env.PATH ?? '') }
  const child = spawn(node, [...frugal, path, ...rest], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  for (const signal of forwarded) process.on(signal, () => child.kill(signal))
  const watch = watchNpm(() => child.kill('SIGTERM'))
  const { code, signal } = await ended(child, node)
  clearInterval(watch)
  if (signal === null) process.exitCode = code
  else raise(signal)
}

function ended(child, node) {
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`${node} does not run on this machine (${error.message})`)))
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
}

function raise(signal) {
  for (const name of forwarded) process.removeAllListeners(name)
  process.kill(process.pid, signal)
}

/** npm killed outright tells nobody. Under npm only: a server started by hand must survive its shell. */
function watchNpm(onGone) {
  if (!process.env.npm_execpath) return undefined
  const isThere = npmIsThere()
  const watch = setInterval(() => {
    if (isThere()) return
    clearInterval(watch)
    onGone()
  }, 500)
  watch.unref()
  return watch
}

/** npx leaves a shell between itself and us, which stays when npx is killed; only Linux shows it, and elsewhere that shell steps aside. */
function npmIsThere() {
  const parent = process.ppid
  const { name, parent: grandparent } = processAt(parent)
  if (!/^(sh|dash|ash|bash|zsh)$/.test(name)) return () => process.ppid === parent
  return () => process.ppid === parent && processAt(parent).parent === grandparent
}

function processAt(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { name: name ?? '', parent }
  } catch {
    return { name: '', parent: undefined }
  }
}
