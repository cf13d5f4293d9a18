#!/usr/bin/env node
// The one door to every command, in plain JavaScript because it must run on any Node from 20 on, with nothing installed:
// installs what is missing, then runs the command on the Node that package-lock.json pins.
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { nodeFor } from './node.mjs'
import { run } from './run.mjs'

/** Commands for those who work on Folkmoot. All others belong to the product's own command line. */
const developerCommands = {
  test: 'test/run/main.ts',
  soak: 'test/soak/main.ts',
  map: 'test/map/main.ts',
  screenshots: 'test/screenshots/main.ts',
  bench: 'bench/main.ts',
}

const checkout = fileURLToPath(new URL('..', import.meta.url))
const [command = '', ...rest] = process.argv.slice(2)
const isForDevelopers = Object.hasOwn(developerCommands, command)

try {
  await ensureInstalled(checkout, { development: isForDevelopers })
  const entry = isForDevelopers ? [developerCommands[command], ...rest] : ['src/app/cli/main.ts', ...process.argv.slice(2)]
  await run(nodeFor(checkout), checkout, entry)
} catch (error) {
  process.stderr.write(`folkmoot: ${error.message}\n`)
  process.exitCode = 1
}
