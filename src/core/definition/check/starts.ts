/** The single place that checks what answers begin with: an answer to an earlier question that is the same kind of thing. */
import { suggest } from '#core/expression/nearest.ts'
import type { Definition } from '../definition.ts'
import type { Question, SimpleQuestion } from '../model/question.ts'
import type { Finding } from '../program/compile.ts'
import type { Path } from '../source/document.ts'
import { at, type Check, type PlacedQuestion, placedQuestions } from './subject.ts'

export const checkStarts: Check = ({ definition }) => {
  const { service, equality } = definition
  const placed = placedQuestions(definition)
  const elsewhere = [
    ...placed.flatMap(({ question, path }) =>
      question.kind === 'group' ? question.of.map((member, index) => ({ question: member, path: [...path, 'of', index] })) : [],
    ),
    ...(['actions', 'tasks'] as const).flatMap((part) =>
      (service.casework[part] ?? []).flatMap((one, index) =>
        one.asks.map((question, number) => ({ question, path: ['service', 'casework', part, index, 'asks', number] })),
      ),
    ),
    ...(equality?.block.pages ?? []).flatMap((page, index) =>
      page.questions.map((question, number) => ({ question, path: ['equality', 'block', 'pages', index, 'questions', number] })),
    ),
  ]
  return [...placed.flatMap((one) => ofPlaced(one, placed)), ...elsewhere.flatMap(({ question, path }) => outside(question, path))]
}

function ofPlaced({ question, path, page }: PlacedQuestion, placed: readonly PlacedQuestion[]): readonly Finding[] {
  const { starts } = question
  if (starts === undefined) return []
  const found = placed.find((one) => one.question.id === starts)
  const place = [...path, 'starts']
  if (found === undefined) {
    const help = suggest(starts, earlierAlike({ question, path, page }, placed))
    return [at(place, { code: 'unknown-name', message: `The service has no question “${starts}”.`, help })]
  }
  if (found.page >= page)
    return [
      at(place, {
        code: 'asked-later',
        message: `“${starts}” is not asked on an earlier page, so it is not known here.`,
        help: askEarlier,
      }),
    ]
  if (areAlike(found.question, question)) return []
  const message = `An answer to “${starts}” is not an answer to “${question.id}”: they are not the same kind of thing.`
  return [at(place, { code: 'other-kind', message, help: 'Begin with the answer to a question of the same kind and the same options.' })]
}

const askEarlier = 'Name a question of an earlier page, or ask it earlier.'

/** Ids of the questions whose answers a question could begin with, in order; none for one that is not asked on a page. */
export function startsFor(definition: Definition, id: string): readonly string[] {
  const placed = placedQuestions(definition)
  const own = placed.find(({ question }) => question.id === id)
  return own === undefined ? [] : earlierAlike(own, placed)
}

function earlierAlike({ question, page }: PlacedQuestion, placed: readonly PlacedQuestion[]): readonly string[] {
  return placed.flatMap((one) => (one.page < page && areAlike(one.question, question) ? [one.question.id] : []))
}

/** Whether an answer to one is an answer to the other. Groups and statements to confirm are given anew each time. */
function areAlike(one: Question, other: Question): boolean {
  if (one.kind !== other.kind || one.kind === 'group' || one.kind === 'declaration') return false
  if (one.kind === 'identifier' && other.kind === 'identifier') return one.scheme === other.scheme
  return JSON.stringify(optionsOf(one)) === JSON.stringify(optionsOf(other))
}

function optionsOf(question: Question): readonly string[] {
  return 'options' in question ? question.options.map(({ id }) => id) : []
}

function outside({ starts }: Question | SimpleQuestion, path: Path): readonly Finding[] {
  if (starts === undefined) return []
  const message = 'Only a question of a page, outside groups, can begin with an earlier answer.'
  return [at([...path, 'starts'], { code: 'starts-here', message, help: 'Take it out.' })]
}
