/** The single place where answers become an example person who expects what they get today: the path, the outcome, the figures and the words. */
import type { Answer, Answers, SimpleAnswer } from '#core/definition/answers.ts'
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { yamlOf } from '#core/definition/write/yaml.ts'
import { tryAnswers } from '#core/journey/try.ts'
import { plainMoney } from '#core/value/money.ts'

/** Answers as they are stored; `today` is `YYYY-MM-DD`. `isProposed`: nobody has looked at them yet. */
export type Composing = {
  readonly id: string
  readonly title: string
  readonly today: string
  readonly answers: Answers
  readonly isProposed?: boolean
}

/** Only what is there is expected: a service that charges nothing expects no fee. */
export function composeScenario(prepared: Prepared, { id, title, today, answers, isProposed = false }: Composing): ScenarioFile {
  const written = writtenAnswers(prepared, answers)
  const { pages, faults, exit, outcome, fee, values, reasons } = tryAnswers(prepared, written, today)
  const shown = prepared.definition.service.calculations.filter((calculation) => calculation.shown && values[calculation.id] !== null)
  return {
    schema: 1,
    id,
    title,
    ...(isProposed ? { proposed: true } : {}),
    today,
    answers: written,
    expect: {
      pages: [...pages],
      ...(faults.length === 0 ? {} : { faults: faults.map(({ question, code }) => ({ question, code })) }),
      ...(exit === null ? {} : { exit }),
      outcome,
      ...(prepared.program.fee === undefined ? {} : { fee: fee === null ? null : plainMoney(fee) }),
      ...(shown.length === 0 || exit !== null
        ? {}
        : { values: Object.fromEntries(shown.map((one) => [one.id, figureOf(prepared, one.id, values[one.id])])) }),
      ...(reasons.length === 0 ? {} : { reasons: reasons.map((words) => ({ ...words })) }),
    },
  }
}

/** The text of its file. */
export function scenarioText(scenario: ScenarioFile): string {
  return yamlOf(scenario)
}

/** As files give them: money in pounds and pence, everything else as it is kept. */
export function writtenAnswers({ questions }: Prepared, answers: Answers): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const question = questions.get(id)?.question
      return question === undefined ? [] : [[id, written(question, answer)]]
    }),
  )
}

function written(question: Question, answer: Answer | SimpleAnswer): unknown {
  if (question.kind === 'money' && typeof answer === 'number') return plainMoney(answer)
  if (question.kind !== 'group' || !Array.isArray(answer)) return answer
  return answer.map((entry: unknown) => {
    const given = typeof entry === 'object' && entry !== null ? Object.entries(entry) : []
    return Object.fromEntries(
      given.map(([id, value]) => {
        const member = question.of.find((one) => one.id === id)
        return [id, member === undefined ? value : written(member, value)]
      }),
    )
  })
}

function figureOf(prepared: Prepared, id: string, value: unknown): unknown {
  return prepared.program.scope.variables[id]?.kind === 'money' && typeof value === 'number' ? plainMoney(value) : value
}
