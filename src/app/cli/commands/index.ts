/** The list of commands, in the order `folkmoot --help` shows them. */
import type { Command } from '../command.ts'
import { addManager } from './add-manager.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { disposeDue } from './dispose.ts'
import { erase } from './erase.ts'
import { exportOne } from './export-person.ts'
import { importAddresses } from './import-addresses.ts'
import { newPack } from './new.ts'
import { publish } from './publish.ts'
import { rebuild } from './rebuild.ts'
import { restore } from './restore.ts'
import { rotateKeys } from './rotate-keys.ts'
import { scenarios } from './scenarios.ts'
import { seed } from './seed.ts'
import { start } from './start.ts'
import { tryPack } from './try.ts'
import { verify } from './verify.ts'

export const commands: readonly Command[] = [
  start,
  check,
  tryPack,
  scenarios,
  newPack,
  publish,
  seed,
  importAddresses,
  addManager,
  verify,
  rebuild,
  backup,
  restore,
  disposeDue,
  erase,
  exportOne,
  rotateKeys,
]
