/** The single place where all the rules of a service are put into words, in the order in which they are worked out. */
import type { Prepared } from '../definition/prepare.ts'
import type { Language } from '../definition/model/names.ts'
import { tellTable } from './table.ts'
import type { ServiceTold, StepTold } from './told.ts'
import { type Telling, tellingOf } from './telling.ts'

/** Everything the rules of a service do, in one language. Pure. */
export function tellService(prepared: Prepared, language: Language): ServiceTold {
  const telling = tellingOf(prepared, language)
  const { program } = prepared
  return {
    ...askedOf(prepared, telling),
    exits: program.exits.map(({ id, when, cites }) => ({ id, when: telling.laidOut(when.ast), cites })),
    steps: program.derived.flatMap((one): StepTold[] => {
      const step = { id: one.id, label: telling.names.label(one.id), cites: [...new Set(one.cites)] }
      if (one.kind !== 'table') return [{ ...step, kind: one.kind, how: telling.laidOut(one.compiled.ast) }]
      const table = prepared.definition.tables.find(({ id }) => id === one.id)
      return table === undefined ? [] : [{ ...step, kind: 'table', table: tellTable(table, telling) }]
    }),
    ...(program.outcome && { outcome: telling.laidOut(program.outcome.ast) }),
    ...(program.fee && { fee: telling.laidOut(program.fee.ast) }),
  }
}

/** Who is asked what: only where it is not everybody. Questions of groups are named `group.question`. */
function askedOf({ definition }: Prepared, telling: Telling): Pick<ServiceTold, 'pages' | 'questions'> {
  const pages: Record<string, string> = {}
  const questions: Record<string, string> = {}
  for (const section of definition.service.sections) {
    for (const page of section.pages) {
      const conditions = [section.when, page.placed, page.when].flatMap((when) => (when === undefined ? [] : [telling.source(when)]))
      if (conditions.length > 0) pages[page.id] = telling.say.and(conditions)
      for (const question of page.questions) {
        if (question.when !== undefined) questions[question.id] = telling.source(question.when)
        for (const member of question.kind === 'group' ? question.of : [])
          if (member.when !== undefined) questions[`${question.id}.${member.id}`] = telling.source(member.when, question.id)
      }
    }
  }
  return { pages, questions }
}
