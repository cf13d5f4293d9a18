/** The single place for what a command of the command line is, and for what it may write. */
import type { ParseArgsOptionsConfig } from 'node:util'

/** 0 fine, 1 faults found or work not done, 2 used wrongly. */
export type ExitCode = 0 | 1 | 2

/** Where a command writes. Results go to `out`; progress and complaints to `err`, so that `--json` stays clean. */
export type Io = {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Replaces the last progress line on a terminal; says nothing when nobody is looking. */
  readonly progress: (line: string) => void
}

export type Invocation = {
  readonly positionals: readonly string[]
  /** The value of `--name VALUE`, if given. */
  readonly option: (name: string) => string | undefined
  readonly has: (name: string) => boolean
  readonly json: boolean
  readonly io: Io
}

export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What stands after `folkmoot`: `try PACK --answers FILE.yaml`. */
  readonly usage: string
  /** What `--help` says besides: one line for each option, and what a reader must know. */
  readonly help: readonly string[]
  readonly options: ParseArgsOptionsConfig
  /** How many words must and may follow. */
  readonly words: { readonly least: number; readonly most: number }
  readonly run: (invocation: Invocation) => Promise<ExitCode>
}

/** A command that was called wrongly: its message names what, and the way out. Ends with code 2. */
export class UsedWrongly extends Error {}

/** Work that could not be done for a reason the reader can mend. Ends with code 1. */
export class NotDone extends Error {}
