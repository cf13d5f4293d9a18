/** The single place where changed words are said: in which language, what they are the words of, and how they read before and after. */
import type { Change, Path } from '../change.ts'
import type { Json } from '../json.ts'
import type { Speech } from './speech.ts'
import { afterOf, beforeOf, type Telling } from './telling.ts'
import { bothWritten, valueWritten } from './values.ts'

/** In quotation marks; what is not there reads no way. */
export type Readings = { readonly was?: string; readonly now?: string }

/** How words read before and after; long ones where they differ. */
export function readingsOf(change: Change, old: Speech, speech: Speech): Readings {
  const [before, after] = [beforeOf(change), afterOf(change)]
  const [from, to] = [before === undefined ? undefined : sentenceOf(before), after === undefined ? undefined : sentenceOf(after)]
  if (before !== undefined && after !== undefined && from === to) {
    const [was, now] = [hintOf(before), hintOf(after)]
    return {
      ...(was === undefined ? {} : { was: valueWritten(was, old) }),
      ...(now === undefined ? {} : { now: valueWritten(now, speech) }),
    }
  }
  if (from !== undefined && to !== undefined) {
    const [was, now] = bothWritten(from, to, speech)
    return { was, now }
  }
  return {
    ...(before === undefined ? {} : { was: sentenceWritten(before, old) }),
    ...(after === undefined ? {} : { now: sentenceWritten(after, speech) }),
  }
}

/** `path` begins with the language. */
export function wordsSaid(telling: Telling, [language = '', part = '', ...rest]: Path): string {
  const { change, speech, old, now, say } = telling
  const spoken = language === 'cy' ? say.language.cy : say.language.en
  if (part === 'translation') return stateSaid(telling, spoken, rest[0])
  const what = nounOf(speech, part, isHint(change) ? [...rest, 'hint'] : rest)
  if (change.kind === 'moved') return say.changes(what)
  const readings = readingsOf(change, old, now)
  if (readings.was === undefined) return say.wordsAdded(spoken, what, readings.now ?? say.nothing)
  if (readings.now === undefined) return say.wordsRemoved(spoken, what, readings.was)
  return say.reads(spoken, what, { now: readings.now, was: readings.was })
}

/** An option that keeps its label and gets, loses or changes its help. */
function isHint(change: Change): boolean {
  return change.kind === 'changed' && change.path.at(-2) === 'options' && sentenceOf(change.before) === sentenceOf(change.after)
}

function hintOf(value: Json): Json | undefined {
  return typeof value === 'object' && value !== null && 'hint' in value ? value.hint : undefined
}

function stateSaid({ change, say, now }: Telling, language: string, key: string | undefined): string {
  const state = afterOf(change)
  const states: Readonly<Record<string, string>> = say.states
  if (key === 'state' && typeof state === 'string') return say.state(language, states[state] ?? state)
  return say.changes(typeof state === 'string' ? `${language}: ${now.quoted(state)}` : language)
}

/** The one sentence that stands for words with several: the label, the heading, the usual plural form. */
function sentenceOf(value: Json): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inside] of Object.entries(value)) {
    if (['label', 'title', 'subject', 'other'].includes(key)) return sentenceOf(inside)
  }
  return undefined
}

function sentenceWritten(value: Json, speech: Speech): string {
  return valueWritten(sentenceOf(value) ?? value, speech)
}

function nounOf(speech: Speech, part: string, path: Path): string {
  const { nouns } = speech.say
  const [id = '', key = ''] = path
  switch (part) {
    case 'service':
      return serviceNoun(speech, id)
    case 'questions':
      return questionNoun(speech, { id }, path.slice(1))
    case 'pages':
      return key === 'body' ? nouns.pageBody(speech.page(id)) : nouns.pageTitle(speech.page(id))
    case 'sections':
      return nouns.section(speech.section(id))
    case 'exits':
    case 'outcomes':
    case 'messages':
      return nouns[part === 'exits' ? 'exit' : part === 'outcomes' ? 'outcome' : 'message'](speech.listed(part, id))
    case 'actions':
      return nouns.action(key === 'questions' ? speech.asked(id, path[2] ?? '') : speech.listed('actions', id))
    case 'reasons':
      return nouns.reason(speech.reason(id))
    case 'appeal':
      return nouns.appealBody
    case 'purposes':
      return nouns.purpose(speech.named('purposes', id))
    default:
      return nouns.named(namedPart(speech, part, id))
  }
}

function namedPart(speech: Speech, part: string, id: string): string {
  switch (part) {
    case 'conditions':
    case 'calculations':
    case 'clocks':
    case 'flags':
    case 'benefits':
    case 'effects':
      return speech.named(part, id)
    case 'constants':
      return speech.quoted(speech.constant(id))
    case 'tables':
      return speech.table(id)
    default:
      return speech.quoted(id)
  }
}

function serviceNoun({ say }: Speech, key: string): string {
  const { nouns } = say
  const named: Readonly<Record<string, string>> = {
    name: nouns.serviceName,
    summary: nouns.summary,
    search: nouns.search,
    start: nouns.start,
    needs: nouns.needs,
    cost: nouns.cost,
    after: nouns.after,
  }
  return named[key] ?? nouns.serviceName
}

function questionNoun(
  speech: Speech,
  { id, member }: { readonly id: string; readonly member?: string },
  [key = 'label', inner = '', ...rest]: Path,
): string {
  const { nouns } = speech.say
  const name = speech.question(id, member)
  if (key === 'of' && member === undefined) return questionNoun(speech, { id, member: inner }, rest)
  if (key === 'options') {
    const option = speech.option(inner, speech.questionWords(id, member))
    return rest[0] === 'hint' ? nouns.optionHint(option, name) : nouns.option(option, name)
  }
  if (key === 'faults') return nouns.fault(name)
  return key === 'hint' || key === 'short' || key === 'statement' || key === 'one' ? nouns[key](name) : nouns.label(name)
}
