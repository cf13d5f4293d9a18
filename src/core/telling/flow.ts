/** The single place where a service is laid out as a way through its pages: who meets which, where one leaves early, and how it ends. */
import type { Language } from '../definition/model/names.ts'
import type { Prepared } from '../definition/prepare.ts'
import { wordsIn } from '../definition/words.ts'
import { tellingOf } from './telling.ts'

/** Stops on the way by their names: a page by its id, the others as these say. */
export const stopOf = {
  exit: (id: string): string => `exit-${id}`,
  outcome: (id: string): string => `outcome-${id}`,
  start: 'moment-start',
  sent: 'moment-sent',
  decided: 'moment-decided',
} as const

/** A page on the way. `onlyIf` is undefined where everybody meets it. */
export type FlowStop = {
  readonly id: string
  readonly title: string
  readonly section: string
  readonly onlyIf?: string
  readonly questions: readonly string[]
  /** Where some leave right after it. */
  readonly exits: readonly { readonly id: string; readonly title: string; readonly when: string }[]
}

/** The way through a service in one language: its pages in order, and the outcomes a case can come to. */
export type Flow = {
  readonly stops: readonly FlowStop[]
  readonly outcomes: readonly { readonly id: string; readonly label: string; readonly isAdverse: boolean }[]
}

/** An exit stands after the last page that may be needed to know it. */
export function flowOf(prepared: Prepared, language: Language): Flow {
  const telling = tellingOf(prepared, language)
  const wording = wordsIn(prepared, language)
  const { definition, program, schedule } = prepared
  const lastOf = new Map(schedule.after.flatMap(({ exits }, index) => exits.map((exit) => [exit.id, index] as const)))
  const conditions = new Map(
    definition.service.sections.flatMap((section) =>
      section.pages.map((page) => [page.id, [section.when, page.placed, page.when].flatMap((when) => when ?? [])] as const),
    ),
  )
  const stops = prepared.pages.map(({ id, section, questions }, index): FlowStop => {
    const onlyIf = (conditions.get(id) ?? []).map((when) => telling.source(when))
    const exits = program.exits.filter((exit) => lastOf.get(exit.id) === index)
    return {
      id,
      title: wording.page(id).title,
      section: wording.section(section),
      ...(onlyIf.length === 0 ? {} : { onlyIf: telling.say.and(onlyIf) }),
      questions: questions.map((question) => wording.question(question.id).label),
      exits: exits.map((exit) => ({ id: exit.id, title: wording.exit(exit.id).title, when: telling.expression(exit.when.ast) })),
    }
  })
  const outcomes = definition.service.outcomes.map(({ id, adverse }) => ({ id, label: wording.outcome(id).label, isAdverse: adverse }))
  return { stops, outcomes }
}
