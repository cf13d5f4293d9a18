/** The single place where the words after a command become an invocation, or a clear complaint. */
import { parseArgs } from 'node:util'
import { type Command, type Invocation, type Io, UsedWrongly } from './command.ts'

/** Options every command has. */
const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** Reads a command’s words. @throws UsedWrongly for an unknown option, a missing value, too few or too many words. */
export function invocationOf(command: Command, words: readonly string[], io: Io): Invocation {
  const { values, positionals }: Parsed = parsed(command, words)
  const { least, most } = command.words
  const isHelp = values['help'] === true
  if (!isHelp && positionals.length < least) throw new UsedWrongly(`Something is missing. Use it as: folkmoot ${command.usage}`)
  if (positionals.length > most) throw new UsedWrongly(`"${positionals[most]}" is one word too many. Use it as: folkmoot ${command.usage}`)
  return {
    positionals,
    option: (name) => {
      const value = values[name]
      return typeof value === 'string' ? value : undefined
    },
    has: (name) => values[name] === true,
    json: values['json'] === true,
    io,
  }
}

type Parsed = { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] }

function parsed(command: Command, words: readonly string[]): Parsed {
  try {
    return parseArgs({ args: [...words], options: { ...everywhere, ...command.options }, allowPositionals: true, strict: true })
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('. To specify')[0] ?? '') : String(error)
    throw new UsedWrongly(`${why}. See: folkmoot ${command.name} --help`)
  }
}
