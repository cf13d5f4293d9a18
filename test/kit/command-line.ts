/** The single place where tests run the command line as people do: a program of its own in a folder of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Place {
  readonly cwd: string
  /** Added to the environment; `undefined` takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

const program = fileURLToPath(new URL('../../src/app/cli/main.ts', import.meta.url))

/** Settings of whoever runs the tests say nothing about the command line. */
const settings = /^(PORT|HOST|DATABASE_URL|SMTP_URL|FOLKMOOT_.*)$/

/** Runs `folkmoot` with these words to its end. */
export function folkmoot(words: readonly string[], { cwd, env = {} }: Place): Promise<Finished> {
  return runProgram(process.execPath, [program, ...words], { cwd, env })
}

/** Runs any program to its end, in the same surroundings. */
export async function runProgram(name: string, words: readonly string[], { cwd, env = {} }: Place): Promise<Finished> {
  const surroundings = Object.fromEntries(Object.entries(process.env).filter(([variable]) => !settings.test(variable)))
  const child = spawn(name, words, { cwd, env: { ...surroundings, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text))
  await once(child, 'close')
  return { code: child.exitCode, out: out.join(''), err: err.join('') }
}

/** True when a text shows where in our code something happened, which is nobody's business but ours. */
export const showsStack = (text: string) => /\n\s+at .*[(/].*:\d+:\d+/.test(text)
