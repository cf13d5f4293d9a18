/** The single place where answers to choose from are added and taken out. */
import type { Json } from '../../diff/json.ts'
import { faults } from '../faults.ts'
import type { Found, Ground } from '../ground.ts'
import { findBar } from '../readers.ts'
import { done, type Edit, refused } from './edit.ts'
import { questionsIn } from './questions.ts'

export const addOption: Edit<'add-option'> = (ground, { question, option, label, hint, when, after }) => {
  const found = ground.findQuestion(question)
  if (found === undefined) return refused(faults.notFound(question, questionsIn(ground)))
  const path = [...found.path, 'options']
  const there = ground.namesIn(path)
  if (!('options' in found.question)) return refused(faults.noOptions(question))
  if (there.includes(option)) return refused(faults.alreadyThere(option))
  if (typeof after === 'string' && !there.includes(after)) return refused(faults.notFound(after, there))
  const silent = ground.definition.service.languages.filter((language) => (label[language] ?? '') === '')
  if (silent.length > 0) return refused(...silent.map(faults.missingWords))
  const value = { id: option, ...(when === undefined ? {} : { when }) }
  const place = after === undefined ? lastOf(found.question, there) : after
  const words = ground.definition.service.languages.flatMap((language) =>
    ground.set(['words', language, ...found.words, 'options', option], wordsOf(label[language] ?? '', hint?.[language])),
  )
  return done([{ kind: 'added', path: [...path, option], value, after: place }], words)
}

/** “None of these” stays last. */
function lastOf(question: Found['question'], there: readonly string[]): string | null {
  const none = question.kind === 'many-of' ? question.none : undefined
  return there.filter((id) => id !== none).at(-1) ?? null
}

function wordsOf(label: string, hint: string | undefined): Json {
  return hint === undefined || hint === '' ? label : { label, hint }
}

export const dropOption: Edit<'drop-option'> = (ground, { question, option }) => {
  const found = ground.findQuestion(question)
  if (found === undefined) return refused(faults.notFound(question, questionsIn(ground)))
  const there = optionsOf(ground, found)
  if (there.length === 0) return refused(faults.noOptions(question))
  if (!there.includes(option)) return refused(faults.notFound(option, there))
  if (there.length === 2) return refused(faults.lastOne())
  const bar = findBar(ground.definition, { question, option })
  if (bar) return refused(bar)
  return done(ground.dropped([...found.path, 'options', option], [...found.words, 'options', option]))
}

function optionsOf(ground: Ground, found: Found): readonly string[] {
  return ground.namesIn([...found.path, 'options'])
}
