/** The single place where a change is said in words. */
import type { Definition } from '../../definition/definition.ts'
import type { Language } from '../../definition/model/names.ts'
import type { Between, Change } from '../change.ts'
import { lockOn } from '../layer.ts'
import { journeySaid } from './journey.ts'
import { tableSaid } from './rules.ts'
import { serviceSaid } from './service.ts'
import { Speech, upperFirst } from './speech.ts'
import type { Telling } from './telling.ts'
import { type Readings, readingsOf, wordsSaid } from './words.ts'

/** What parts are called is looked up often for the same two definitions. */
const speeches = new WeakMap<Definition, Partial<Record<Language, Speech>>>()

/**
 * One plain sentence that a resident understands, without a full stop: questions by their labels, money in pounds, lengths of time in days,
 * conditions in words where the definition has them, and the law where it fixes the part. `between` are the definitions the change lies between.
 */
export function describe(change: Change, { before, after }: Between, language: Language): string {
  const [old, now] = [speechOf(before, language), speechOf(after, language)]
  const telling = { change, old, now, speech: change.kind === 'added' || change.kind === 'moved' ? now : old, say: now.say }
  const sentence = upperFirst(said(telling))
  const lock = lockOn(before, [change])
  return lock === undefined ? sentence : now.say.byLaw(sentence, lock.law)
}

/** How words read before and after a change of them, in quotation marks. */
export function readingsIn(change: Change, { before, after }: Between, language: Language): Readings {
  return readingsOf(change, speechOf(before, language), speechOf(after, language))
}

function said(telling: Telling): string {
  const { say, change } = telling
  const [first, second, ...rest] = change.path
  if (first === 'service' && second === 'sections' && rest.length > 0) return journeySaid(telling, rest)
  if (first === 'service' && second !== undefined) return serviceSaid(telling, [second, ...rest])
  if (first === 'tables' && second !== undefined) return tableSaid(telling, [second, ...rest])
  if (first === 'words' && second !== undefined) return wordsSaid(telling, [second, ...rest])
  return say.changes(first === 'equality' ? say.service.equality : say.other)
}

function speechOf(definition: Definition, language: Language): Speech {
  const known = speeches.get(definition) ?? {}
  const speech = known[language] ?? new Speech(definition, language)
  speeches.set(definition, { ...known, [language]: speech })
  return speech
}
