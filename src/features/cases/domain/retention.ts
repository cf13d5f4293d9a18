/** The single place that says under which retention class a value is kept: that of its question, and never longer than what it was made from. */
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { parseDuration } from '#core/value/duration.ts'

/** The class for a value where the service names none: only a service that asks nothing about a person has none. */
const NONE = 'case'

/** What a version says about keeping, worked out once: it never changes. */
type Keeping = { readonly byLength: readonly string[]; readonly ofReads: Map<string, string> }

const keepings = new WeakMap<Prepared, Keeping>()

function keepingOf(prepared: Prepared): Keeping {
  const keeping = keepings.get(prepared) ?? { byLength: sortedClasses(prepared), ofReads: new Map() }
  keepings.set(prepared, keeping)
  return keeping
}

/** The retention classes of a service from the shortest to the longest. */
function sortedClasses(prepared: Prepared): readonly string[] {
  return Object.entries(prepared.definition.service.retention)
    .map(([name, { keep }]) => ({ name, days: lengthOf(keep) }))
    .sort((one, other) => one.days - other.days || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name)
}

/** The class that lasts longest. */
export function longestClass(prepared: Prepared): string {
  return keepingOf(prepared).byLength.at(-1) ?? NONE
}

/** The class of one question, outside groups; a group is kept as long as the group question says. */
export function classOfQuestion(prepared: Prepared, question: Question): string {
  return question.retention ?? purposeOf(prepared, question)?.retention ?? longestClass(prepared)
}

/** The class for a value made from several answers: the shortest of theirs, so that nothing outlives what it was made from. */
export function classOfReads(prepared: Prepared, reads: readonly string[]): string {
  const { byLength, ofReads } = keepingOf(prepared)
  const key = reads.join(' ')
  const known = ofReads.get(key)
  if (known !== undefined) return known
  const classes = new Set(questionsBehind(prepared, reads).map((question) => classOfQuestion(prepared, question)))
  const found = byLength.find((name) => classes.has(name)) ?? longestClass(prepared)
  ofReads.set(key, found)
  return found
}

/** The questions that names lead back to, directly or through what was worked out from them. */
export function questionsBehind(prepared: Prepared, reads: readonly string[]): readonly Question[] {
  const { derived } = prepared.program
  const ids = reads.flatMap((read) => {
    const root = read.split('.')[0] ?? read
    return prepared.questions.has(root) ? [root] : (derived.find(({ id }) => id === root)?.asks ?? [])
  })
  return [...new Set(ids)].flatMap((id) => prepared.questions.get(id)?.question ?? [])
}

/** The roles that may read the answer to a question. */
export function readersOf(prepared: Prepared, question: Question): readonly string[] {
  return purposeOf(prepared, question)?.readers ?? []
}

function purposeOf(prepared: Prepared, question: Question) {
  return question.purpose === undefined ? undefined : prepared.definition.service.purposes[question.purpose]
}

/** About how many days a length is, to compare lengths only. */
function lengthOf(keep: string): number {
  const duration = parseDuration(keep)
  if (!duration) return 0
  if (duration.unit === 'months') return duration.count * 30.44
  return duration.unit === 'days' ? duration.count : duration.count * 1.4
}
