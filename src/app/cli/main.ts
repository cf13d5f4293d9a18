/** The command line: finds the command, runs it, turns whatever happens into words and an exit code. */
import { invocationOf } from './arguments.ts'
import { type Command, type ExitCode, type Io, NotDone, UsedWrongly } from './command.ts'
import { commands } from './commands/index.ts'
import { columns, terminal } from './output.ts'

const [name, ...words] = process.argv.slice(2)
const io = terminal()
process.exitCode = await perform(name, words, io)

async function perform(name: string | undefined, words: readonly string[], io: Io): Promise<ExitCode> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return showAll(io, name === undefined ? 2 : 0)
  const load = commands.get(name)
  if (!load) {
    io.err(`There is no command "${name.slice(0, 40)}". See: folkmoot --help`)
    return 2
  }
  return runCommand(await load(), words, io)
}

async function runCommand(command: Command, words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const invocation = invocationOf(command, words, io)
    if (invocation.has('help')) return showOne(command, io)
    return await command.run(invocation)
  } catch (error) {
    if (error instanceof UsedWrongly) return complain(io, error.message, 2)
    if (error instanceof NotDone) return complain(io, error.message, 1)
    return complain(
      io,
      `folkmoot ${command.name} could not go on: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      1,
    )
  }
}

function complain(io: Io, message: string, code: ExitCode): ExitCode {
  io.err(message)
  return code
}

async function showAll(io: Io, code: ExitCode): Promise<ExitCode> {
  const all = await Promise.all([...commands.values()].map((load) => load()))
  const say = code === 0 ? io.out : io.err
  say('folkmoot: public services that the people of a place design, run, measure and share\n')
  for (const line of columns(all.map((command) => [`  folkmoot ${command.usage}`, command.summary]))) say(line)
  say('\nEach command has --help and --json. Exit codes: 0 fine, 1 faults found or not done, 2 used wrongly.')
  return code
}

function showOne(command: Command, io: Io): ExitCode {
  io.out(`${command.summary}\n\n  folkmoot ${command.usage}\n`)
  for (const line of command.help) io.out(`  ${line}`)
  io.out('  --json         the same as data')
  io.out('  --help         this text')
  return 0
}
