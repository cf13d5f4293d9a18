/** The single place where an example person is walked through a service and held against what is expected for them. */
import { faultKey } from '#core/definition/answer-words.ts'
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { penceOf } from '#core/definition/questions/money.ts'
import type { Type } from '#core/expression/index.ts'
import { type Trial, tryAnswers } from '#core/journey/try.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { plainMoney } from '#core/value/money.ts'

/** `differences` are sentences that say what was expected and what came. */
export type ScenarioResult = { readonly scenario: string; readonly ok: boolean; readonly differences: readonly string[] }

type Expected = ScenarioFile['expect']

/** Walks and evaluates the scenario’s answers on its day. Faults and exits that are not expected are differences. */
export function runScenario(prepared: Prepared, scenario: ScenarioFile): ScenarioResult {
  const today = parseDate(scenario.today)
  if (today === undefined) return { scenario: scenario.id, ok: false, differences: [`“${scenario.today}” is not a day.`] }
  const trial = tryAnswers(prepared, scenario.answers, today)
  const differences = [
    ...pathDifferences(scenario.expect, trial),
    ...resultDifferences(scenario.expect, trial),
    ...valueDifferences(prepared, scenario.expect, trial),
  ]
  return { scenario: scenario.id, ok: differences.length === 0, differences }
}

function pathDifferences(expect: Expected, trial: Trial): readonly string[] {
  const faults = trial.faults.map(({ question, code }) => `${question} ${faultKey(code)}`)
  const expected = (expect.faults ?? []).map(({ question, code }) => `${question} ${faultKey(code)}`)
  return [
    ...(expect.pages === undefined ? [] : differenceOf('pages', listed(expect.pages), listed(trial.pages))),
    ...differenceOf('faults', listed(expected.toSorted()), listed(faults.toSorted())),
    ...differenceOf('exit', expect.exit ?? 'none', trial.exit ?? 'none'),
  ]
}

function resultDifferences(expect: Expected, trial: Trial): readonly string[] {
  const differences = expect.outcome === undefined ? [] : [...differenceOf('outcome', expect.outcome ?? 'none', trial.outcome ?? 'none')]
  if (expect.fee !== undefined)
    differences.push(...differenceOf('fee', expect.fee ?? 'none', trial.fee === null ? 'none' : plainMoney(trial.fee)))
  if (expect.reasons === undefined) return differences
  if (expect.reasons.length !== trial.reasons.length)
    differences.push(...differenceOf('number of reasons', String(expect.reasons.length), String(trial.reasons.length)))
  for (const [index, words] of expect.reasons.entries()) {
    for (const [language, sentence] of Object.entries(words)) {
      const came = Object.entries(trial.reasons[index] ?? {}).find(([key]) => key === language)?.[1]
      differences.push(...differenceOf(`reason ${index + 1} (${language})`, sentence, came ?? 'none'))
    }
  }
  return differences
}

function valueDifferences(prepared: Prepared, { values }: Expected, trial: Trial): readonly string[] {
  return Object.entries(values ?? {}).flatMap(([id, expected]) => {
    if (!Object.hasOwn(trial.values, id)) return [`${id} is not a calculation of the service.`]
    const type = prepared.program.scope.variables[id]
    return differenceOf(id, asText(expected, type), shownValue(trial.values[id], type))
  })
}

function differenceOf(what: string, expected: string, came: string): readonly string[] {
  return expected === came ? [] : [`${what}: expected ${expected}, came ${came}`]
}

function shownValue(value: unknown, type: Type | undefined): string {
  return type?.kind === 'money' && typeof value === 'number' ? plainMoney(value) : asText(value, undefined)
}

/** Values of a scenario are written as people write them: `"480.00"` is the amount 480. */
function asText(value: unknown, type: Type | undefined): string {
  if (type?.kind === 'money' && (typeof value === 'string' || typeof value === 'number')) {
    const pence = penceOf(value)
    return pence === undefined ? String(value) : plainMoney(pence)
  }
  if (value === null || value === undefined) return 'none'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join(', ')
}
