/** The single place for groups of questions that repeat. */
import type { Type } from '#core/expression/index.ts'
import type { Known } from '#core/expression/index.ts'
import type { GroupEntry, SimpleAnswer } from '../answers.ts'
import type { Flaw } from '../fault.ts'
import type { SimpleQuestion } from '../model/question.ts'
import { kindOf, type FormFields, type Kind, type QuestionOf, type Reading } from './question.ts'
import { answered, asLine, flawed, isNothing, isRecord, nothing } from './reading.ts'

type Group = QuestionOf<'group'>
type KindFor = (question: SimpleQuestion) => Kind

/** More entries than any group may have are not read. */
const mostRead = 60

/**
 * Fields: `name` once for each entry with the entry’s mark (`0`, `1`, …), so that an empty entry is one too, and `name-<mark>-<member>` for its
 * answers. `kindFor` gives the kinds of the members. Members left unanswered are found by the walk, which knows which of them are asked.
 */
export function groupOf(kindFor: KindFor): Kind {
  return kindOf<'group', readonly GroupEntry[]>('group', {
    read: (question, fields, name) => readEntries(question, fields, { name, kindFor }),
    fromFile: (question, value) => {
      if (isNothing(value)) return nothing
      return Array.isArray(value) ? entriesOf(question, value.slice(0, mostRead), kindFor) : flawed('not-a-list')
    },
    holds: (value): value is readonly GroupEntry[] => Array.isArray(value) && value.every(isRecord),
    flaws: (question, answer) => groupFlaws(question, answer, kindFor),
    fields: (answer, name, question) => groupFields(answer, { name, question, kindFor }),
    show: (answer, speech, question) =>
      answer
        .map((entry) =>
          question.of
            .filter((member) => Object.hasOwn(entry, member.id))
            .map(
              (member) =>
                `${speech.of(member.id).label}: ${kindFor(member).show(member, entry[member.id], speech.of(member.id)).replaceAll('\n', ', ')}`,
            )
            .join('\n'),
        )
        .join('\n\n'),
    type: (question, set) => ({ kind: 'list', of: entryType(question, set, kindFor) }),
    value: (answer, question) => answer.map((entry) => entryValue(question, entry, kindFor)),
  })
}

function readEntries(
  question: Group,
  fields: FormFields,
  { name, kindFor }: { name: string; kindFor: KindFor },
): Reading<readonly GroupEntry[]> {
  const marks = [...new Set(fields.getAll(name).map(asLine))].filter((mark) => /^\d{1,3}$/.test(mark)).slice(0, mostRead)
  return collect(question, marks.length, (member, index) => kindFor(member).read(member, fields, `${name}-${marks[index]}-${member.id}`))
}

function entriesOf(question: Group, entries: readonly unknown[], kindFor: KindFor): Reading<readonly GroupEntry[]> {
  const strays = entries.flatMap((entry, index): readonly Flaw[] => {
    if (!isRecord(entry)) return [{ code: 'not-an-entry', path: [index] }]
    const unknown = Object.keys(entry).filter((key) => !question.of.some(({ id }) => id === key))
    return unknown.map((key) => ({ code: 'unknown-question', path: [index, key] }))
  })
  if (strays.length > 0) return { flaws: strays }
  return collect(question, entries.length, (member, index) => {
    const entry = entries[index]
    return kindFor(member).fromFile(member, isRecord(entry) && Object.hasOwn(entry, member.id) ? entry[member.id] : undefined)
  })
}

function collect(question: Group, count: number, read: (member: SimpleQuestion, index: number) => Reading): Reading<readonly GroupEntry[]> {
  const flaws: Flaw[] = []
  const entries: GroupEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const entry: Record<string, SimpleAnswer> = {}
    for (const member of question.of) {
      const reading = read(member, index)
      if (reading.answer !== undefined && isSimple(reading.answer)) entry[member.id] = reading.answer
      flaws.push(...reading.flaws.map((flaw) => ({ ...flaw, path: [index, member.id] })))
    }
    entries.push(entry)
  }
  return flaws.length > 0 ? { flaws } : answered(entries)
}

function groupFlaws(question: Group, answer: readonly GroupEntry[], kindFor: KindFor): readonly Flaw[] {
  if (answer.length < question.min) return [{ code: 'too-few', values: { min: question.min } }]
  if (answer.length > question.max) return [{ code: 'too-many', values: { max: question.max } }]
  return answer.flatMap((entry, index) =>
    question.of
      .filter((member) => Object.hasOwn(entry, member.id))
      .flatMap((member) =>
        kindFor(member)
          .flaws(member, entry[member.id])
          .map((flaw) => ({ ...flaw, path: [index, member.id] })),
      ),
  )
}

function groupFields(
  answer: readonly GroupEntry[],
  { name, question, kindFor }: { name: string; question: Group; kindFor: KindFor },
): Readonly<Record<string, readonly string[]>> {
  const fields: Record<string, readonly string[]> = { [name]: answer.map((_, index) => String(index)) }
  for (const [index, entry] of answer.entries()) {
    for (const member of question.of)
      Object.assign(fields, kindFor(member).fields(member, entry[member.id], `${name}-${index}-${member.id}`))
  }
  return fields
}

function entryType(question: Group, set: string, kindFor: KindFor): Type {
  return {
    kind: 'map',
    fields: Object.fromEntries(question.of.map((member) => [member.id, kindFor(member).type(member, `${set}.${member.id}`)])),
  }
}

/** One entry as expressions see it. Members not answered are absent. */
function entryValue(question: Group, entry: GroupEntry, kindFor: KindFor): { readonly [member: string]: Known | undefined } {
  const value: Record<string, Known | undefined> = {}
  for (const member of question.of) if (Object.hasOwn(entry, member.id)) value[member.id] = kindFor(member).value(member, entry[member.id])
  return value
}

function isSimple(answer: SimpleAnswer | readonly GroupEntry[]): answer is SimpleAnswer {
  return !Array.isArray(answer) || answer.every((item) => typeof item === 'string')
}
