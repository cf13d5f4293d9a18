/** The single place where questions are taken out, asked of others, and held to other limits. */
import { penceOf } from '../../definition/questions/money.ts'
import type { Json } from '../../diff/json.ts'
import { faults } from '../faults.ts'
import type { Found, Ground } from '../ground.ts'
import { findBar } from '../readers.ts'
import { done, type Edit, refused } from './edit.ts'

export const dropQuestion: Edit<'drop-question'> = (ground, { question }) => {
  const found = ground.findQuestion(question)
  if (found === undefined) return refused(faults.notFound(question, questionsIn(ground)))
  const bar = findBar(ground.definition, { question })
  if (bar) return refused(bar)
  const { section, page, group } = found
  if (group !== undefined) return group.of.length > 1 ? done(ground.dropped(found.path, found.words)) : refused(faults.lastOne())
  if (page.questions.length > 1) return done(ground.dropped(found.path, found.words))
  const spoken = [...ground.silenced(found.words), ...ground.silenced(['pages', page.id])]
  if (section.pages.length > 1) return done(ground.set(['service', 'sections', section.id, 'pages', page.id], undefined), spoken)
  if (ground.definition.service.sections.length === 1) return refused(faults.lastOne())
  return done(ground.set(['service', 'sections', section.id], undefined), spoken, ground.silenced(['sections', section.id]))
}

export const askWhen: Edit<'ask-when'> = (ground, { question, when }) => {
  const found = ground.findQuestion(question)
  if (found === undefined) return refused(faults.notFound(question, questionsIn(ground)))
  return done(ground.set([...conditionedPath(found), 'when'], when ?? undefined))
}

/** A question alone on its page is asked when its page is shown. */
function conditionedPath({ path, page, group, question }: Found): readonly string[] {
  const isAlone = page.questions.length === 1 && group === undefined && question.when === undefined
  return isAlone ? path.slice(0, -2) : path
}

export const startWith: Edit<'start-with'> = (ground, { question, from }) => {
  const found = ground.findQuestion(question)
  if (found === undefined) return refused(faults.notFound(question, questionsIn(ground)))
  if (from !== null && ground.findQuestion(from) === undefined) return refused(faults.notFound(from, questionsIn(ground)))
  return done(ground.set([...found.path, 'starts'], from ?? undefined))
}

const limits: Readonly<Record<string, readonly string[]>> = {
  text: ['max'],
  'long-text': ['max'],
  number: ['min', 'max'],
  money: ['min', 'max'],
  'many-of': ['min', 'max'],
  group: ['min', 'max'],
  date: ['earliest', 'latest'],
}

export const setLimit: Edit<'set-limit'> = (ground, { question, limit, to }) => {
  const found = ground.findQuestion(question)
  if (found === undefined) return refused(faults.notFound(question, questionsIn(ground)))
  const { kind } = found.question
  if (limits[kind]?.includes(limit) !== true) return refused(faults.noLimit(limit, kind))
  const value = to === null ? undefined : limitOf(kind, to)
  if (value === null) return refused(faults.wrongValue(to ?? '', kind === 'money' ? '26.00' : kind === 'date' ? 'today + days(60)' : '10'))
  return done(ground.set([...found.path, limit], value))
}

/** Null where it is no limit of this kind. */
function limitOf(kind: string, to: string | number): Json {
  if (kind === 'date') return typeof to === 'string' && to.trim() !== '' ? to.trim() : null
  if (kind === 'money') return penceOf(to) === undefined ? null : String(to).replaceAll(/[£,\s]/g, '')
  return /^-?\d{1,9}$/.test(String(to).trim()) ? Number(to) : null
}

export function questionsIn({ definition }: Ground): readonly string[] {
  return definition.service.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map(({ id }) => id)))
}
