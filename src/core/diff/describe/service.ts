/** The single place where changes to all else of a service are said: figures, conditions, decisions, fee, deadlines, and what only officers see. */
import type { Path } from '../change.ts'
import type { Json } from '../json.ts'
import { conditionSaid, formulaSaid } from './conditions.ts'
import { type Speech, spaced } from './speech.ts'
import { afterOf, beforeOf, partSaid, type Telling } from './telling.ts'
import { figureWritten, moneyWritten, timeWritten, valueWritten } from './values.ts'

/** `path` begins with the key of the service. */
export function serviceSaid(telling: Telling, path: Path): string {
  const [key = '', id = '', ...rest] = path
  const { speech, say } = telling
  switch (key) {
    case 'constants':
      return figureSaid(telling, id, rest[0])
    case 'conditions':
      return partSaid(telling, telling.change.kind === 'changed' ? say.condition(speech.named(key, id)) : speech.named(key, id))
    case 'calculations':
      return calculationSaid(telling, id, rest[0])
    case 'exits':
      return exitSaid(telling, id, rest[0])
    case 'outcomes':
      return outcomeSaid(telling, id, rest[0])
    case 'outcome':
      return say.changes(say.proposes)
    case 'once':
      return say.changes(say.once)
    case 'fee':
      return feeSaid(telling, id)
    case 'casework':
      return caseworkSaid(telling, id, rest)
    default:
      return otherSaid(telling, key, path)
  }
}

function figureSaid(telling: Telling, id: string, key: string | undefined): string {
  const { change, old, now, speech, say } = telling
  const name = speech.constant(id)
  const written = ({ definition }: Speech, side: Speech): string => {
    const constant = definition.service.constants[id]
    return constant === undefined ? say.nothing : figureWritten(constant.type, constant.is, side)
  }
  if (key === 'cites') return say.changes(say.source(speech.quoted(name)))
  if (change.kind === 'added') return say.figureAdded(speech.quoted(name), written(now, now))
  if (change.kind === 'removed') return say.figureRemoved(speech.quoted(name))
  return say.goes(name, written(old, old), written(now, now))
}

function calculationSaid(telling: Telling, id: string, key: string | undefined): string {
  const { change, speech, say } = telling
  const name = speech.named('calculations', id)
  if (key === 'cites') return say.changes(say.source(name))
  if (key === 'shown') return afterOf(change) === true ? say.shown(name) : say.notShown(name)
  if (key === 'is' || change.kind === 'changed') return say.changes(say.calculation(name))
  return partSaid(telling, name, (after) => speech.named('calculations', after))
}

function exitSaid(telling: Telling, id: string, key: string | undefined): string {
  const { change, now, speech, say } = telling
  const title = speech.listed('exits', id)
  if (key === 'cites') return say.changes(say.source(title))
  if (key !== undefined || change.kind === 'changed') return say.exitChanged(title)
  if (change.kind === 'removed') return say.exitRemoved(title)
  if (change.kind === 'moved') return partSaid(telling, title, (after) => speech.listed('exits', after))
  const when = now.definition.service.exits.find((exit) => exit.id === id)?.when
  return when === undefined ? say.exitAdded(title) : say.exitAddedIf(title, conditionSaid(when, now))
}

function outcomeSaid(telling: Telling, id: string, key: string | undefined): string {
  const { change, speech, say } = telling
  const name = speech.listed('outcomes', id)
  if (key !== undefined) return afterOf(change) === true ? say.adverse(name) : say.notAdverse(name)
  if (change.kind === 'added') return say.outcomeAdded(name)
  if (change.kind === 'removed') return say.outcomeRemoved(name)
  return partSaid(telling, name, (after) => speech.listed('outcomes', after))
}

function feeSaid({ change, old, now, say }: Telling, key: string): string {
  if (key === 'cites') return say.changes(say.source(say.fee))
  const [before, after] = [old.definition.service.fee?.is, now.definition.service.fee?.is]
  if (change.kind === 'removed' || after === undefined) return say.feeRemoved
  if (before === undefined) return say.feeAdded(formulaSaid(after, now))
  return say.goes(say.fee, formulaSaid(before, old), formulaSaid(after, now))
}

function caseworkSaid(telling: Telling, list: string, [id, key, ...rest]: Path): string {
  const { change, speech, say } = telling
  if (list === 'clocks' && id !== undefined) return clockSaid(telling, id, key)
  if (list === 'actions' && id !== undefined) {
    const [asked] = rest
    const name = key === 'asks' && asked !== undefined ? speech.asked(id, asked) : speech.listed('actions', id)
    return key === undefined || rest.length === 1 ? partSaid(telling, say.nouns.action(name)) : say.changes(say.nouns.action(name))
  }
  if (list === 'messages' && id !== undefined) {
    const noun = say.nouns.message(speech.listed('messages', id))
    return key === undefined ? partSaid(telling, noun, (after) => speech.listed('messages', after)) : say.changes(noun)
  }
  if (list === 'appeal' && id === 'within')
    return say.goes(say.appealTime, timeOf(beforeOf(change), speech), timeOf(afterOf(change), speech))
  return otherSaid(telling, list, [list, ...(id === undefined ? [] : [id])])
}

function clockSaid(telling: Telling, id: string, key: string | undefined): string {
  const { change, now, speech, say } = telling
  const name = speech.named('clocks', id)
  if (key === 'within') return say.goes(say.deadline(name), timeOf(beforeOf(change), speech), timeOf(afterOf(change), speech))
  if (key === 'cites') return say.changes(say.source(name))
  if (key !== undefined || change.kind === 'changed') return say.changes(say.deadlineCounted(name))
  if (change.kind === 'removed') return say.deadlineRemoved(name)
  if (change.kind === 'moved') return partSaid(telling, say.deadline(name), (after) => speech.named('clocks', after))
  const within = now.definition.service.casework.clocks.find((clock) => clock.id === id)?.within
  return say.deadlineAdded(name, timeOf(within, now))
}

function timeOf(value: Json | undefined, { say }: Speech): string {
  return typeof value === 'string' ? timeWritten(value, say) : say.nothing
}

/** What is told by what it is, with its value where it is a plain one. */
function otherSaid(telling: Telling, key: string, path: Path): string {
  const { change, old, now, say } = telling
  const what = otherNoun(telling, key, path)
  const [before, after] = [beforeOf(change), afterOf(change)]
  if (key === 'purposes' && path[2] === 'readers' && path[3] !== undefined) return readerSaid(telling, path[1] ?? '', path[3])
  if (path.at(-1) === 'keep') return say.becomes(what, timeOf(before, old), timeOf(after, now))
  if (change.kind === 'moved' || isDeep(before) || isDeep(after)) return say.changed(what)
  if (before === undefined && after !== undefined) return say.isNew(what, plainWritten(key, after, now))
  if (after === undefined && before !== undefined) return say.isGone(`${what}, ${plainWritten(key, before, old)}`)
  return say.becomes(what, plainWritten(key, before ?? null, old), plainWritten(key, after ?? null, now))
}

function otherNoun({ speech, say }: Telling, key: string, [, id = '']: Path): string {
  const nouns: Readonly<Record<string, string>> = say.service
  const named = key === 'measures' && Object.hasOwn(nouns, id) ? id : key
  const noun = Object.hasOwn(nouns, named) ? (nouns[named] ?? say.other) : say.other
  if (key === 'purposes') return `${noun} (${speech.named(key, id)})`
  const because = key === 'retention' ? speech.definition.service.retention[id]?.because : undefined
  return because === undefined ? noun : `${noun} (${speech.quoted(because)})`
}

function readerSaid({ change, speech, say }: Telling, purpose: string, reader: string): string {
  const name = speech.named('purposes', purpose)
  if (change.kind === 'moved') return say.changed(`${say.service.purposes} (${name})`)
  return change.kind === 'removed' ? say.readerRemoved(name, spaced(reader)) : say.readerAdded(name, spaced(reader))
}

/** What a case costs is money. */
function plainWritten(key: string, value: Json, speech: Speech): string {
  return key === 'measures' && typeof value === 'string' ? moneyWritten(value) : valueWritten(value, speech)
}

function isDeep(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null
}
