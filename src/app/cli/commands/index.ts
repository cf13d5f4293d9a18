/** The list of commands, in the order `folkmoot --help` shows them. Each is loaded when it is asked for: checking a pack needs no database. */
import type { Command } from '../command.ts'

export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['start', async () => (await import('./start.ts')).start],
  ['check', async () => (await import('./check.ts')).check],
  ['prove', async () => (await import('./prove.ts')).prove],
  ['try', async () => (await import('./try.ts')).tryPack],
  ['scenarios', async () => (await import('./scenarios.ts')).scenarios],
  ['simplify', async () => (await import('./simplify.ts')).simplify],
  ['new', async () => (await import('./new.ts')).newPack],
  ['publish', async () => (await import('./publish.ts')).publish],
  ['waive', async () => (await import('./waive.ts')).waive],
  ['package', async () => (await import('./package.ts')).packageService],
  ['adopt', async () => (await import('./adopt.ts')).adopt],
  ['merge', async () => (await import('./merge.ts')).merge],
  ['seed', async () => (await import('./seed.ts')).seed],
  ['import-addresses', async () => (await import('./import-addresses.ts')).importAddresses],
  ['add-manager', async () => (await import('./add-manager.ts')).addManager],
  ['verify', async () => (await import('./verify.ts')).verify],
  ['rebuild', async () => (await import('./rebuild.ts')).rebuild],
  ['backup', async () => (await import('./backup.ts')).backup],
  ['restore', async () => (await import('./restore.ts')).restore],
  ['dispose', async () => (await import('./dispose.ts')).disposeDue],
  ['erase', async () => (await import('./erase.ts')).erase],
  ['export-person', async () => (await import('./export-person.ts')).exportOne],
  ['rotate-keys', async () => (await import('./rotate-keys.ts')).rotateKeys],
  ['give-up-lost-keys', async () => (await import('./give-up-lost-keys.ts')).giveUp],
])
