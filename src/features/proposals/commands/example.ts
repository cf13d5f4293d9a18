/** The single place where example people are walked through a service as it would be, and told to expect what they would then get. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parseDocument } from 'yaml'
import { type PackFiles, type Prepared, prepare, type Definition, type ScenarioFile, wordsIn } from '#core/definition/index.ts'
import { readFiles } from '#core/definition/pack-files.ts'
import { tryAnswers } from '#core/journey/try.ts'
import { type Mismatch, runScenario, tellMismatch } from '#core/scenario/index.ts'
import { plainMoney } from '#core/value/money.ts'
import { type Example, type ExampleFiles, leftOut, withExamples } from '../domain/index.ts'
import { answering, findStranded } from './fit.ts'

/** Each example person, with what is expected of the service and what comes of it, in the order of their files. Others are served between them. */
export async function walkExamples(after: Definition, companions: PackFiles): Promise<readonly Example[]> {
  const prepared = prepare(after)
  const walked: Example[] = []
  for (const [path, text] of companions) {
    await nextTurn()
    const [one] = examplesIn(new Map([[path, text]]))
    if (one) walked.push(walkedBy(one.example, { path, text, after, prepared }))
  }
  return walked
}

type Ground = { readonly path: string; readonly text: string; readonly after: Definition; readonly prepared: Prepared }

function walkedBy(example: ScenarioFile, { path, text, after, prepared }: Ground): Example {
  const { ok, differences, mismatches } = runScenario(prepared, example)
  const stranded = findStranded(after, path, text)
  return { path, title: example.title, titles: example.titles, isAsExpected: ok, stranded, differences, told: told(prepared, mismatches) }
}

function told(prepared: Prepared, mismatches: readonly Mismatch[]): Example['told'] {
  if (mismatches.length === 0) return {}
  const inEach = prepared.languages.map((language) => {
    const wording = wordsIn(prepared, language)
    return [language, mismatches.map((mismatch) => tellMismatch(mismatch, wording))] as const
  })
  return Object.fromEntries(inEach)
}

/** What example people are called, by their file. */
export function titlesIn(companions: PackFiles): ReadonlyMap<string, string> {
  return new Map(examplesIn(companions).map(({ path, example }) => [path, example.title]))
}

/** The files of these example people, expecting what they would get. */
export function expectNow(after: Definition, companions: PackFiles, paths: readonly string[]): Readonly<Record<string, string>> {
  const prepared = prepare(after)
  const files = examplesIn(companions).flatMap(({ path, example }) => {
    const text = companions.get(path)
    return text === undefined || !paths.includes(path) ? [] : [[path, expecting(prepared, example, text)]]
  })
  return Object.fromEntries(files)
}

/** What becomes of example people: `expect` lists those who expect what they would get, `become` says who is left out or answers something else. */
export type Settling = { readonly expect: readonly string[]; readonly become?: Readonly<Record<string, string>> }

/** The files of example people as they were settled. Whoever answers something else expects what they then get. */
export function settleExamples(after: Definition, companions: PackFiles, { expect, become = {} }: Settling): ExampleFiles {
  const settled = Object.entries(become).flatMap(([path, what]): [string, string | null][] => {
    const text = companions.get(path)
    const stranded = text === undefined ? undefined : findStranded(after, path, text)
    if (text === undefined || !stranded) return []
    if (what === leftOut) return [[path, null]]
    return stranded.others.includes(what) ? [[path, answering(text, stranded, what)]] : []
  })
  const files = Object.fromEntries(settled)
  const answered = settled.flatMap(([path, text]) => (text === null ? [] : [path]))
  return { ...files, ...expectNow(after, withExamples(companions, files), [...expect.filter((path) => files[path] !== null), ...answered]) }
}

function examplesIn(companions: PackFiles): readonly { readonly path: string; readonly example: ScenarioFile }[] {
  return [...companions].flatMap(([path, text]) => {
    const [shaped] = readFiles(new Map([[path, text]])).scenarios
    return shaped ? [{ path, example: shaped.value }] : []
  })
}

/** Only what was expected before is expected anew; what was left open stays open. */
function expecting(prepared: Prepared, { answers, today, expect }: ScenarioFile, text: string): string {
  const came = tryAnswers(prepared, answers, today)
  const values = Object.fromEntries(
    Object.keys(expect.values ?? {}).flatMap((id) => (id in came.values ? [[id, asWritten(prepared, id, came.values[id])]] : [])),
  )
  const anew: Readonly<Record<string, unknown>> = {
    pages: came.pages,
    faults: came.faults.map(({ question, code }) => ({ question, code })),
    exit: came.exit,
    outcome: came.outcome,
    fee: came.fee === null ? null : plainMoney(came.fee),
    reasons: came.reasons,
    values,
  }
  const document = parseDocument(text)
  const isNewExit = came.exit !== null && expect.exit === undefined
  for (const key of [...Object.keys(expect), ...(isNewExit ? ['exit'] : [])]) {
    if (anew[key] === null && key === 'exit') document.deleteIn(['expect', key])
    else document.setIn(['expect', key], document.createNode(anew[key]))
  }
  return String(document)
}

/** A figure as the file of an example person has it: money in pounds and pence. */
function asWritten(prepared: Prepared, id: string, value: unknown): unknown {
  return prepared.program.scope.variables[id]?.kind === 'money' && typeof value === 'number' ? plainMoney(value) : value
}
