/** The single place where the example people of a service are walked and told: what they said, what the rules say, and which rows they meet. Pure. */
import { type Prepared, type ScenarioFile, type Wording, wordsIn } from '#core/definition/index.ts'
import { evaluate, readFileAnswers, type Evaluation } from '#core/journey/index.ts'
import { titleIn } from '#core/scenario/index.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { formatMoney } from '#core/value/money.ts'

/** An example person in words. Without `result` the rules say nothing, since the answers are not complete. */
export type Example = {
  readonly id: string
  readonly title: string
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly said: readonly { readonly question: string; readonly answer: string }[]
  readonly result?: string
  readonly fee?: string
  readonly reasons: readonly string[]
}

/** Which example people meet a row, by table and row. */
export type Met = ReadonlyMap<string, ReadonlyMap<string, readonly Pick<Example, 'id' | 'title'>[]>>

export type Examples = { readonly people: readonly Example[]; readonly met: Met }

/** Walks every example person on their own day. One whose day is none is left out. */
export function examplesOf(prepared: Prepared, scenarios: readonly ScenarioFile[], wording: Wording): Examples {
  const met = new Map<string, Map<string, Pick<Example, 'id' | 'title'>[]>>()
  const people = scenarios.flatMap((scenario): Example[] => {
    const { id, today: written, answers } = scenario
    const title = titleIn(scenario, wording.language)
    const today = parseDate(written)
    if (today === undefined) return []
    const evaluation = evaluate(prepared, readFileAnswers(prepared, answers).answers, today)
    for (const { kind, id: table, rows } of evaluation.trace) {
      if (kind !== 'table' || !wasNeeded(evaluation)) continue
      const own = met.get(table) ?? new Map<string, Pick<Example, 'id' | 'title'>[]>()
      met.set(table, own)
      for (const row of rows ?? []) own.set(row, [...(own.get(row) ?? []), { id, title }])
    }
    return [exampleOf({ id, title, today }, { prepared, evaluation, wording })]
  })
  return { people, met }
}

/** After an exit no table was looked at for a decision. */
function wasNeeded({ exit }: Evaluation): boolean {
  return exit === undefined
}

type Walked = { readonly prepared: Prepared; readonly evaluation: Evaluation; readonly wording: Wording }

function exampleOf(who: Pick<Example, 'id' | 'title' | 'today'>, { prepared, evaluation, wording }: Walked): Example {
  const { walk, outcome, exit, fee, reasons, known } = evaluation
  const said = walk.pages.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = walk.relevant[question.id]
      return answer === undefined ? [] : [{ question: wording.question(question.id).short, answer: wording.answer(question, answer) }]
    }),
  )
  const words = wordsIn(prepared, wording.language, known)
  const result = exit === undefined ? outcome && words.outcome(outcome).label : words.exit(exit).title
  return {
    ...who,
    said,
    ...(result === null ? {} : { result }),
    ...(fee === null ? {} : { fee: formatMoney(fee) }),
    reasons: reasons.flatMap(({ words: told }) => told[wording.language] ?? []),
  }
}
