/** The single place where an example person is walked through a service and held against what is expected for them. */
import { faultKey } from '#core/definition/answer-words.ts'
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { penceOf } from '#core/definition/questions/money.ts'
import { type Trial, tryAnswers } from '#core/journey/try.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { plainMoney } from '#core/value/money.ts'
import { figure, type Mismatch, sentenceOf } from './mismatch.ts'

/** `differences` are sentences that say what was expected and what came; `mismatches` are the same as data, in the same order. */
export type ScenarioResult = {
  readonly scenario: string
  readonly ok: boolean
  readonly differences: readonly string[]
  readonly mismatches: readonly Mismatch[]
}

type Expected = ScenarioFile['expect']

/** Walks and evaluates the scenario’s answers on its day. Faults and exits that are not expected are differences. */
export function runScenario(prepared: Prepared, scenario: ScenarioFile): ScenarioResult {
  const today = parseDate(scenario.today)
  const mismatches: readonly Mismatch[] =
    today === undefined ? [{ what: 'not-a-day', today: scenario.today }] : mismatchesOf(prepared, scenario, today)
  return { scenario: scenario.id, ok: mismatches.length === 0, differences: mismatches.map(sentenceOf), mismatches }
}

function mismatchesOf(prepared: Prepared, { answers, expect }: ScenarioFile, today: string): readonly Mismatch[] {
  const trial = tryAnswers(prepared, answers, today)
  return [...ofPath(expect, trial), ...ofResult(expect, trial), ...ofReasons(expect, trial), ...ofValues(prepared, expect, trial)]
}

function ofPath(expect: Expected, trial: Trial): readonly Mismatch[] {
  const expected = named(expect.faults ?? [])
  const came = named(trial.faults)
  const exit = { what: 'exit', expected: expect.exit ?? null, came: trial.exit } as const
  return differing([
    ...(expect.pages === undefined ? [] : [{ what: 'pages', expected: expect.pages, came: trial.pages } as const]),
    { what: 'faults', expected, came },
    exit,
  ])
}

function named(faults: readonly { readonly question: string; readonly code: string }[]) {
  return faults
    .map(({ question, code }) => ({ question, code: faultKey(code) }))
    .toSorted((a, b) => (`${a.question} ${a.code}` < `${b.question} ${b.code}` ? -1 : 1))
}

function ofResult(expect: Expected, trial: Trial): readonly Mismatch[] {
  const came = trial.fee === null ? null : plainMoney(trial.fee)
  return differing([
    ...(expect.outcome === undefined ? [] : [{ what: 'outcome', expected: expect.outcome, came: trial.outcome } as const]),
    ...(expect.fee === undefined ? [] : [{ what: 'fee', expected: expect.fee, came } as const]),
  ])
}

function ofReasons({ reasons }: Expected, trial: Trial): readonly Mismatch[] {
  if (reasons === undefined) return []
  const count = { what: 'reason-count', expected: reasons.length, came: trial.reasons.length } as const
  const each = reasons.flatMap((words, index) =>
    Object.entries(words).map(([language, expected]): Mismatch => {
      const came = Object.entries(trial.reasons[index] ?? {}).find(([key]) => key === language)?.[1] ?? null
      return { what: 'reason', place: index + 1, language, expected, came }
    }),
  )
  return differing([count, ...each])
}

function ofValues(prepared: Prepared, { values }: Expected, trial: Trial): readonly Mismatch[] {
  const all = Object.entries(values ?? {}).map(([id, expected]): Mismatch => {
    if (!Object.hasOwn(trial.values, id)) return { what: 'no-such-value', id }
    const isMoney = prepared.program.scope.variables[id]?.kind === 'money'
    return { what: 'value', id, isMoney, expected: isMoney ? inPence(expected) : expected, came: trial.values[id] }
  })
  return differing(all)
}

/** Values of a scenario are written as people write them: `"480.00"` is the amount 480. */
function inPence(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' ? (penceOf(value) ?? value) : value
}

function differing(all: readonly Mismatch[]): readonly Mismatch[] {
  return all.filter((one) => {
    if (!('expected' in one)) return true
    if (one.what === 'value') return figure(one.expected, one) !== figure(one.came, one)
    return JSON.stringify(one.expected) !== JSON.stringify(one.came)
  })
}
