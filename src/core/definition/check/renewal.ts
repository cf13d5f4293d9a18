/** The single place that checks how a decision is renewed: what it names exists, and the reminder comes in time and says where to go on. */
import type { Finding } from '../program/compile.ts'
import { suggest } from '#core/expression/nearest.ts'
import { parseDuration } from '#core/value/duration.ts'
import type { Path } from '../source/document.ts'
import { at, type Check, placedQuestions, type Subject } from './subject.ts'

const root: Path = ['service', 'casework', 'renewal']

export const checkRenewal: Check = (subject) =>
  subject.definition.service.casework.renewal === undefined
    ? []
    : [...outcomeFindings(subject), ...carriedFindings(subject), ...timeFindings(subject), ...linkFindings(subject)]

function outcomeFindings({ definition }: Subject): readonly Finding[] {
  const { outcomes, casework } = definition.service
  const known = outcomes.map(({ id }) => id)
  return (casework.renewal?.outcomes ?? []).flatMap((id, index) =>
    known.includes(id)
      ? []
      : [at([...root, 'outcomes', index], { code: 'unknown-outcome', message: `There is no outcome “${id}”.`, help: suggest(id, known) })],
  )
}

/** Answers of a group are given one by one on pages of their own, so that they cannot stand there to be confirmed. */
function carriedFindings({ definition }: Subject): readonly Finding[] {
  const kinds = new Map(placedQuestions(definition).map(({ question }) => [question.id, question.kind]))
  return (definition.service.casework.renewal?.carries ?? []).flatMap((id, index): Finding[] => {
    const kind = kinds.get(id)
    const place = [...root, 'carries', index]
    if (kind === undefined)
      return [at(place, { code: 'unknown-question', message: `There is no question “${id}”.`, help: suggest(id, [...kinds.keys()]) })]
    if (kind !== 'group' && kind !== 'declaration') return []
    const message = kind === 'group' ? `The answers of the group “${id}” cannot be carried over.` : `“${id}” must be declared anew.`
    return [at(place, { code: 'not-carried', message, help: 'Take it out: it is asked again.' })]
  })
}

/** Compared in about days: exact lengths depend on the calendar. */
function timeFindings({ definition }: Subject): readonly Finding[] {
  const { after = '', remind = '' } = definition.service.casework.renewal ?? {}
  if (daysIn(remind) < daysIn(after)) return []
  const message = 'The reminder would come before the decision.'
  return [at([...root, 'remind'], { code: 'wrong-value', message, help: 'Remind less long before the end than the decision holds.' })]
}

function daysIn(written: string): number {
  const duration = parseDuration(written)
  if (duration === undefined) return 0
  const days = { days: 1, months: 30.4, 'working-days': 1.4 }
  return duration.count * days[duration.unit]
}

/** A reminder without the link leads nowhere. That the message itself exists is checked with all messages. */
function linkFindings({ definition }: Subject): readonly Finding[] {
  const message = definition.service.casework.renewal?.message ?? ''
  return definition.service.languages.flatMap((language): Finding[] => {
    const body = definition.words[language]?.messages[message]?.body
    if (body === undefined || body.includes('{renew}')) return []
    const help = 'Name {renew} in its body: the link with which the person goes on.'
    return [
      at(['words', language, 'messages', message, 'body'], {
        code: 'missing-link',
        message: `“${message}” does not say where to renew.`,
        help,
      }),
    ]
  })
}
