/** The list of commands, in the order `folkmoot --help` shows them. */
import type { Command } from '../command.ts'
import { check } from './check.ts'
import { newPack } from './new.ts'
import { scenarios } from './scenarios.ts'

export const commands: readonly Command[] = [check, scenarios, newPack]
