/** The single place where a form about one part of a service becomes a typed edit, and a typed edit's form is filled with what stands there. */
import { type Amendment, type AmendmentKind, AmendmentShape } from '#core/amendment/index.ts'
import type { Definition, Language, Question, SimpleQuestion } from '#core/definition/index.ts'
import { namesIn } from '#core/definition/program/derive.ts'

export { startsFor } from '#core/definition/check/starts.ts'

/** What can be asked for, in the order in which it is offered. */
export const editKinds = [
  'reword',
  'drop-question',
  'add-option',
  'drop-option',
  'ask-when',
  'set-limit',
  'start-with',
  'reorder',
  'set-constant',
  'set-clock',
  'set-fee',
] as const satisfies readonly AmendmentKind[]

/** A part of the service and what is to be done with it: `reword` of `questions.put_out.label`, `drop-option` of `put_out.rear_lane`. */
export type Target = { readonly edit: AmendmentKind; readonly part: string }

export function findEdit(text: string): AmendmentKind | undefined {
  return editKinds.find((kind) => kind === text)
}

/** What an edit could do to cases of the past: nothing, something that depends on what is typed, or something that is settled as it is. */
export function reachesCases(edit: AmendmentKind): 'none' | 'as-typed' | 'as-it-is' {
  if (edit === 'drop-question' || edit === 'drop-option') return 'as-it-is'
  return edit === 'ask-when' || edit === 'set-limit' || edit === 'set-constant' || edit === 'set-fee' ? 'as-typed' : 'none'
}

/** The fields of a form, by name. */
export type Typed = Readonly<Record<string, string>>

/** The question `question` or `group.member`. */
export function findQuestion({ service }: Definition, name: string): Question | SimpleQuestion | undefined {
  const [id = '', member] = name.split('.')
  const question = service.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions)).find((one) => one.id === id)
  if (member === undefined) return question
  return question?.kind === 'group' ? question.of.find((one) => one.id === member) : undefined
}

/** The words at a path of a language; an option's label stands for itself where it has no hint. */
export function wordsAt(definition: Definition, language: Language, path: readonly string[]): string {
  let value: unknown = definition.words[language]
  for (const step of path) {
    if (typeof value === 'string') return step === 'label' ? value : ''
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined
  }
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.join('\n') : ''
}

/** What stands there now, as fields. */
export function standingIn(definition: Definition, { edit, part }: Target): Typed {
  const { constants, casework, fee } = definition.service
  if (edit === 'reword') return perLanguage(definition, 'to', (language) => wordsAt(definition, language, part.split('.')))
  if (edit === 'ask-when') return { when: whenOf(definition, part) ?? '' }
  if (edit === 'set-limit') return { to: limitOf(definition, part) }
  if (edit === 'set-constant') return { to: String(constants[part]?.is ?? '') }
  if (edit === 'set-fee') return { is: fee?.is ?? '' }
  if (edit === 'start-with') return { from: findQuestion(definition, part)?.starts ?? '' }
  if (edit !== 'set-clock') return {}
  const within = casework.clocks.find(({ id }) => id === part)?.within ?? ''
  const [, count = '', unit = 'WD'] = /^P(\d+)(WD|D|M|Y)$/.exec(within) ?? []
  return { count, unit }
}

function perLanguage({ service }: Definition, name: string, textIn: (language: Language) => string): Typed {
  return Object.fromEntries(service.languages.map((language) => [`${name}-${language}`, textIn(language)]))
}

/** Under which condition a question is asked: its own, or that of the page on which it stands alone. */
function whenOf({ service }: Definition, name: string): string | undefined {
  const pages = service.sections.flatMap((section) => section.pages)
  const page = pages.find(({ questions }) => questions.some(({ id }) => id === name))
  const [only, ...more] = page?.questions ?? []
  const own = page?.questions.find(({ id }) => id === name)?.when
  return own ?? (only?.id === name && more.length === 0 ? page?.when : undefined)
}

function limitOf(definition: Definition, part: string): string {
  const [question, limit] = limitNamed(part)
  const value: unknown = Reflect.get(Object(findQuestion(definition, question)), limit)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function limitNamed(part: string): readonly [question: string, limit: string] {
  const at = part.lastIndexOf('.')
  return [part.slice(0, at), part.slice(at + 1)]
}

/** Conditions that can be chosen for a question without writing one: what the service has named, and answers given on earlier pages. */
export function conditionsFor({ service }: Definition, name: string): readonly string[] {
  const pages = service.sections.flatMap((section) => section.pages)
  const at = pages.findIndex(({ questions }) => questions.some(({ id }) => id === name))
  const earlier = pages.slice(0, Math.max(at, 0)).flatMap(({ questions }) => questions)
  const answered = earlier.flatMap((question) => {
    if (question.kind === 'yes-no') return [question.id, `!${question.id}`]
    return question.kind === 'one-of' ? question.options.map(({ id }) => `${question.id} == ${question.id}.${id}`) : []
  })
  const known = new Set(earlier.map(({ id }) => id))
  const named = Object.entries(service.conditions).flatMap(([id, is]) => (namesIn(is).some((one) => known.has(one)) ? [id] : []))
  return [...named, ...answered]
}

const parts = /^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*){0,9}$/

/** The edit a filled-in form asks for; undefined for a form that is none of ours. Whether it can be made is for `amend` to say. */
export function readEdit(definition: Definition, { edit, part }: Target, typed: Typed): Amendment | undefined {
  if (part !== '' && !parts.test(part)) return undefined
  return AmendmentShape.safeParse(shapes[edit](part, typed, definition)).data
}

/** True when words that must be there are missing in one of the languages; a hint or text below may be. */
export function lacksWords({ service }: Definition, { edit, part }: Target, typed: Typed): boolean {
  const field = edit === 'add-option' ? 'label' : edit === 'reword' && /\.(label|title|short)$/.test(part) ? 'to' : undefined
  return field !== undefined && service.languages.some((language) => (typed[`${field}-${language}`] ?? '').trim() === '')
}

type Shape = (part: string, typed: Typed, definition: Definition) => object

const shapes: Readonly<Record<AmendmentKind, Shape>> = {
  reword: (part, typed, definition) => ({ edit: 'reword', words: part.split('.'), to: spoken(definition, 'to', typed) }),
  'drop-question': (part) => ({ edit: 'drop-question', question: part }),
  'add-option': (part, typed, definition) => {
    const hint = spoken(definition, 'hint', typed)
    const isHinted = Object.values(hint).some((text) => text !== '')
    const label = spoken(definition, 'label', typed)
    const option = nameFor(Object.values(label)[0] ?? '', optionsOf(definition, part))
    return { edit: 'add-option', question: part, option, label, ...(isHinted ? { hint } : {}), ...placed(typed) }
  },
  'drop-option': (part) => {
    const [question, option] = limitNamed(part)
    return { edit: 'drop-option', question, option }
  },
  'ask-when': (part, { when = '' }, definition) => {
    const isOffered = when === '' || when === whenOf(definition, part) || conditionsFor(definition, part).includes(when)
    return isOffered ? { edit: 'ask-when', question: part, when: when === '' ? null : when } : {}
  },
  'set-constant': (part, { to = '' }) => ({ edit: 'set-constant', constant: part, to: to.replace(/^£/, '').trim() }),
  'set-limit': (part, { to = '' }) => {
    const [question, limit] = limitNamed(part)
    return { edit: 'set-limit', question, limit, to: to.trim() === '' ? null : to.trim() }
  },
  'start-with': (part, { from = '' }) => ({ edit: 'start-with', question: part, from: from === '' ? null : from }),
  'set-clock': (part, { count = '', unit = '' }) => ({ edit: 'set-clock', clock: part, within: `P${count.trim()}${unit}` }),
  'set-fee': (_part, { is = '' }) => ({ edit: 'set-fee', is: is === '' ? null : is }),
  reorder: (part, { after = '' }) => {
    const [question, option] = part.includes('.') ? limitNamed(part) : [part, undefined]
    const place = after === '' ? null : after
    return option === undefined
      ? { edit: 'reorder', what: 'question', id: question, after: place }
      : { edit: 'reorder', what: 'option', of: question, id: option, after: place }
  },
}

function spoken({ service }: Definition, name: string, typed: Typed): Readonly<Record<string, string>> {
  return Object.fromEntries(service.languages.map((language) => [language, (typed[`${name}-${language}`] ?? '').trim()]))
}

function placed({ after }: Typed): { readonly after?: string | null } {
  if (after === undefined || after === 'last') return {}
  return { after: after === '' ? null : after }
}

/** Ids of the answers to choose from. */
export function optionsOf(definition: Definition, name: string): readonly string[] {
  const question = findQuestion(definition, name)
  return question?.kind === 'one-of' || question?.kind === 'many-of' ? question.options.map(({ id }) => id) : []
}

/** A name for a new answer from its words, unlike those there are. */
function nameFor(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
  const name = plain === '' ? 'answer' : plain
  for (let count = 2; ; count += 1) {
    const tried = count === 2 ? name : `${name}_${count - 1}`
    if (!taken.includes(tried)) return tried
  }
}

/** What a kind of question can be held to. */
export const limitsByKind: Readonly<Record<string, readonly string[]>> = {
  text: ['max'],
  'long-text': ['max'],
  number: ['min', 'max'],
  money: ['min', 'max'],
  'many-of': ['min', 'max'],
  group: ['min', 'max'],
  date: ['earliest', 'latest'],
}
