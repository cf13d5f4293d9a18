/** `folkmoot try`: what one person would see and what the rules would say, from a file of answers. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { prepare, type Trial, tryAnswers } from '#core/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { type Command, type Io, NotDone, UsedWrongly } from '../command.ts'
import { columns } from '../output.ts'
import { loadNamedPack } from '../packs.ts'

const mostBytes = 1_000_000

export const tryPack: Command = {
  name: 'try',
  summary: 'Walk one person’s answers through a pack and explain what comes of it',
  usage: 'try PACK --answers FILE.yaml [--today DATE]',
  help: [
    '--answers FILE.yaml   question id: value; money "12.50", dates 2026-11-23, groups as lists',
    '--today DATE          the day it happens on, 2026-11-23; the day in the United Kingdom unless given',
  ],
  options: { answers: { type: 'string' }, today: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async ({ positionals, option, json, io }) => {
    const file = option('answers')
    if (file === undefined) throw new UsedWrongly('Say which answers: folkmoot try PACK --answers FILE.yaml')
    const today = option('today') ?? dayInLondon(new Date())
    if (!isDay(today)) throw new UsedWrongly(`"${today.slice(0, 20)}" is not a day. Write it as 2026-11-23`)
    const { definition, faults, pack } = await loadNamedPack(positionals[0] ?? '')
    if (!definition)
      throw new NotDone(`${pack} has ${faults.length} faults, so nobody can be walked through it. See: folkmoot check ${positionals[0]}`)
    const trial = tryAnswers(prepare(definition), await answersIn(file), today)
    if (json) io.out(JSON.stringify(trial, null, 2))
    else describe(trial, io)
    return trial.faults.length > 0 ? 1 : 0
  },
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

async function answersIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) throw new UsedWrongly(`${file} cannot be read. Check the path`)
  if (text.length > mostBytes) throw new NotDone(`${file} is larger than a million characters, which no person's answers are`)
  const answers = parsed(file, text) ?? {}
  if (typeof answers !== 'object' || Array.isArray(answers)) throw new NotDone(`${file} holds no answers. Write each as question: answer`)
  return answers
}

function parsed(file: string, text: string): unknown {
  try {
    const answers: unknown = parse(text, { maxAliasCount: 0, schema: 'core' })
    return answers
  } catch (error) {
    const [why = ''] = error instanceof Error ? error.message.split('\n') : []
    throw new NotDone(`${file} is not YAML: ${why.replace(/:$/, '')}`)
  }
}

function describe({ pages, faults, outcome, exit, values, fee, reasons }: Trial, io: Io): void {
  io.out(`pages    ${pages.join(', ')}`)
  for (const { question, code, message } of faults) io.out(`fault    ${question}: ${message} (${code})`)
  if (exit !== null) io.out(`exit     ${exit}`)
  io.out(`outcome  ${outcome ?? 'cannot be told'}`)
  if (fee !== null) io.out(`fee      £${(fee / 100).toFixed(2)}`)
  for (const line of columns(Object.entries(values).map(([id, value]) => [`value    ${id}`, JSON.stringify(value)]))) io.out(line)
  for (const reason of reasons) for (const [lang, words] of Object.entries(reason)) io.out(`reason   ${lang}  ${words}`)
}
