/** The single place for the entries of a group that repeats: one at a time is added, changed or removed. Pure. */
import { type Address, type Answers, type FormFields, type GroupEntry, type GroupQuestion, readAnswer } from '#core/definition/index.ts'
import type { WalkedPage } from '#core/journey/index.ts'

/** The group a page consists of, if it does: a group stands alone on its page. */
export function groupOn(page: WalkedPage): GroupQuestion | undefined {
  const [question] = page.questions
  return question?.kind === 'group' ? question : undefined
}

export function entriesOf(answers: Answers, group: GroupQuestion): readonly GroupEntry[] {
  const answer = answers[group.id]
  return Array.isArray(answer) ? answer.filter(isEntry) : []
}

/** The name of a member's form field. */
export function memberName(group: GroupQuestion, index: number, member: string): string {
  return `${group.id}-${index}-${member}`
}

/** A posted entry: `index` counts from 0, one past the last adds; `addresses` those the register was asked about, by field name. */
export type PostedEntry = {
  readonly group: GroupQuestion
  readonly index: number
  readonly fields: FormFields
  readonly addresses: ReadonlyMap<string, Address>
}

/** The answers with an entry as posted. Flaws are those of the entry alone. */
export function withEntry(answers: Answers, { group, index, fields, addresses }: PostedEntry) {
  const entry: Record<string, GroupEntry[string]> = {}
  const flaws = group.of.flatMap((member) => {
    const name = memberName(group, index, member.id)
    const picked = addresses.get(name)
    const reading = picked ? { answer: picked, flaws: [] } : readAnswer(member, fields, name)
    if (isMemberAnswer(reading.answer)) entry[member.id] = reading.answer
    return reading.flaws.map((flaw) => ({ ...flaw, path: [index, member.id] }))
  })
  const entries = entriesOf(answers, group)
  return { answers: { ...answers, [group.id]: [...entries.slice(0, index), entry, ...entries.slice(index + 1)] }, flaws }
}

export function withoutEntry(answers: Answers, group: GroupQuestion, index: number): Answers {
  return { ...answers, [group.id]: entriesOf(answers, group).filter((_, place) => place !== index) }
}

/** The entry an address names, counted from 1; one past the last adds, unless the group is full. */
export function findEntryIndex(answers: Answers, group: GroupQuestion, text: string): number | undefined {
  if (!/^[1-9]\d?$/.test(text)) return undefined
  const index = Number(text) - 1
  const { length } = entriesOf(answers, group)
  return index < length || (index === length && length < group.max) ? index : undefined
}

function isEntry(value: unknown): value is GroupEntry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMemberAnswer(answer: unknown): answer is GroupEntry[string] {
  return answer !== undefined && !(Array.isArray(answer) && answer.some(isEntry))
}
