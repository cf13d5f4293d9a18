/** The single place where changes to sections, pages, questions and options are said: what is asked, of whom, and how it can be answered. */
import type { Question, SimpleQuestion } from '../../definition/model/question.ts'
import type { Path } from '../change.ts'
import type { Json } from '../json.ts'
import { conditionSaid, formulaSaid } from './conditions.ts'
import type { Speech } from './speech.ts'
import { afterOf, beforeOf, partSaid, type Telling } from './telling.ts'
import { groupDigits, moneyWritten } from './values.ts'

/** `path` begins with the section. */
export function journeySaid(telling: Telling, path: Path): string {
  const [section = '', , page, , question, ...rest] = path
  const { speech, say } = telling
  if (path.length === 1) return sectionSaid(telling, section)
  if (path.length === 2) return onlyIfSaid(telling, say.section(speech.section(section)))
  if (page !== undefined && path.length === 3) return pageSaid(telling, page)
  if (page !== undefined && path.length === 4) {
    if (path[3] === 'block') return say.changes(say.page(speech.page(page)))
    return onlyIfSaid(telling, speech.page(page))
  }
  if (page === undefined || question === undefined) return say.changes(say.other)
  return rest.length === 0 ? questionSaid(telling, question, page) : insideSaid(telling, { id: question }, rest)
}

function sectionSaid(telling: Telling, id: string): string {
  const { speech, change, say } = telling
  const pages = speech.definition.service.sections.find((one) => one.id === id)?.pages ?? []
  return (
    askedSaid(telling, pages) ??
    partSaid({ ...telling, change }, say.section(speech.section(id)), (after) => say.section(speech.section(after)))
  )
}

function pageSaid(telling: Telling, id: string): string {
  const { speech, say } = telling
  const pages = speech.definition.service.sections.flatMap((section) => section.pages.filter((page) => page.id === id))
  return askedSaid(telling, pages) ?? partSaid(telling, say.page(speech.page(id)), (after) => say.page(speech.page(after)))
}

type Asking = { readonly questions: readonly Question[] }

/** Pages that come or go are told by the questions that come or go with them. */
function askedSaid({ change, old, now, say }: Telling, pages: readonly Asking[]): string | undefined {
  const asked = pages.flatMap(({ questions }) => questions.map(({ id }) => id))
  const added = asked.filter((id) => old.find(id) === undefined)
  const removed = asked.filter((id) => now.find(id) === undefined)
  if (change.kind === 'added' && added.length > 0) return say.asked(added.map((id) => now.question(id)))
  if (change.kind === 'removed' && removed.length > 0) return say.notAsked(removed.map((id) => old.question(id)))
  return undefined
}

function questionSaid(telling: Telling, id: string, page: string): string {
  const { change, old, now, speech, say } = telling
  const name = speech.question(id)
  if (change.kind === 'added') return old.find(id) === undefined ? say.asked([name]) : say.askedElsewhere(name, now.page(page))
  if (change.kind === 'removed') return now.find(id) === undefined ? say.notAsked([name]) : say.leavesPage(name, old.page(page))
  if (change.kind === 'changed') return kindSaid(telling, name, [old.find(id)?.question, now.find(id)?.question])
  return partSaid(telling, say.question(name), (after) => say.question(speech.question(after)))
}

function kindSaid({ say }: Telling, name: string, [before, after]: readonly [Asked | undefined, Asked | undefined]): string {
  if (before === undefined || after === undefined || before.kind === after.kind) return say.changes(name)
  return say.kind(name, say.kinds[before.kind], say.kinds[after.kind])
}

type Asked = Question | SimpleQuestion
type Named = { readonly id: string; readonly member?: string }

/** What is inside a question, or a member of a group. */
function insideSaid(telling: Telling, named: Named, [key = '', id, ...rest]: Path): string {
  const { old, now, speech, say } = telling
  if (key === 'of' && id !== undefined && named.member === undefined) {
    const member = { id: named.id, member: id }
    return say.inGroup(speech.question(named.id), rest.length === 0 ? memberSaid(telling, member) : insideSaid(telling, member, rest))
  }
  const name = speech.question(named.id, named.member)
  if (key === 'when') return onlyIfSaid(telling, name)
  if (key === 'options' && id !== undefined) return optionSaid(telling, named, { option: id, isCondition: rest.length > 0 })
  if (key === 'valid' && id !== undefined) return checkSaid(telling, named, id)
  const question = questionOf(speech, named) ?? questionOf(now, named) ?? questionOf(old, named)
  return settingSaid(telling, { name, key, kind: question?.kind ?? 'text' })
}

function questionOf(speech: Speech, { id, member }: Named): Asked | undefined {
  return member === undefined ? speech.find(id)?.question : speech.findMember(id, member)
}

function memberSaid(telling: Telling, { id, member = '' }: Named): string {
  const { change, old, now, speech, say } = telling
  const name = speech.question(id, member)
  if (change.kind === 'added') return say.asked([name])
  if (change.kind === 'removed') return say.notAsked([name])
  if (change.kind === 'changed') return kindSaid(telling, name, [old.findMember(id, member), now.findMember(id, member)])
  return partSaid(telling, say.question(name), (after) => say.question(speech.question(id, after)))
}

function optionSaid(
  telling: Telling,
  { id, member }: Named,
  { option, isCondition }: { readonly option: string; readonly isCondition: boolean },
): string {
  const { change, speech, now, say } = telling
  const words = speech.questionWords(id, member)
  const [name, question] = [speech.option(option, words), speech.question(id, member)]
  const after = afterOf(change)
  if (isCondition) {
    if (typeof after !== 'string') return say.offeredAlways(name, question)
    return say.offeredOnlyIf(name, question, conditionSaid(after, now))
  }
  if (change.kind === 'added') return say.optionAdded(question, name)
  if (change.kind === 'removed') return say.optionRemoved(question, name)
  return partSaid(telling, say.answerOf(name, question), (other) => speech.option(other, words))
}

function checkSaid({ change, old, now, speech, say }: Telling, { id, member }: Named, check: string): string {
  const question = speech.question(id, member)
  const words = (change.kind === 'removed' ? old : now).questionWords(id, member)?.faults?.[check]
  const told = speech.quoted(words === undefined ? check : speech.plain(words))
  if (change.kind === 'added') return say.checkAdded(question, told)
  return change.kind === 'removed' ? say.checkRemoved(question, told) : say.checkChanged(question, told)
}

function onlyIfSaid({ change, old, now, say }: Telling, name: string): string {
  const [before, after] = [beforeOf(change), afterOf(change)]
  if (typeof after !== 'string') return say.ofEverybody(name)
  const condition = conditionSaid(after, now)
  return typeof before === 'string' ? say.onlyIfInstead(name, condition, conditionSaid(before, old)) : say.onlyIf(name, condition)
}

type Setting = { readonly name: string; readonly key: string; readonly kind: Asked['kind'] }

function settingSaid(telling: Telling, { name, key, kind }: Setting): string {
  const { change, old, now, say } = telling
  const after = afterOf(change)
  if (key === 'starts') return typeof after === 'string' ? say.startsWith(name, now.question(after)) : say.startsEmpty(name)
  if (key === 'optional') return after === true ? say.mayBeEmpty(name) : say.mustBeAnswered(name)
  if (key === 'purpose') return typeof after === 'string' ? say.purpose(name, now.named('purposes', after)) : say.changes(say.handled(name))
  if (key === 'retention') return say.changes(say.kept(name))
  const limit = limitName(say, { name, key, kind })
  if (limit === undefined) return say.changes(say.handled(name))
  return say.goes(limit, limitWritten(beforeOf(change), kind, old), limitWritten(after, kind, now))
}

function limitName(say: Telling['say'], { name, key, kind }: Setting): string | undefined {
  const isCount = kind === 'group' || kind === 'many-of'
  if (key === 'max') return kind === 'text' || kind === 'long-text' ? say.longest(name) : isCount ? say.mostOf(name) : say.most(name)
  if (key === 'min') return isCount ? say.fewest(name) : say.least(name)
  if (key === 'earliest') return say.earliest(name)
  return key === 'latest' ? say.latest(name) : undefined
}

function limitWritten(value: Json | undefined, kind: Asked['kind'], speech: Speech): string {
  if (value === undefined) return speech.say.noLimit
  if (kind === 'date') return formulaSaid(String(value), speech)
  return kind === 'money' ? moneyWritten(String(value)) : groupDigits(String(value))
}
