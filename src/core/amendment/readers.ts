/** The single place that finds what in a definition reads a question or one of its answers. */
import type { Definition, Table } from '../definition/definition.ts'
import type { Question, SimpleQuestion } from '../definition/model/question.ts'
import { namesIn } from '../definition/program/derive.ts'

/** What is read: a question (or `group.member`), or one of its options. */
type Sought = { readonly question: string; readonly option?: string | undefined }

/** Ids of what reads a question, or one of its options: sections, pages, questions, conditions, calculations, exits, tables, actions, messages. */
export function readersOf({ service, tables }: Definition, question: string, option?: string): readonly string[] {
  const sought = { question, option }
  const [own = ''] = question.split('.')
  const named = [...service.exits, ...service.casework.actions, ...service.casework.messages]
  const results = { outcome: service.outcome, fee: service.fee?.is, once: service.once, coverage: service.coverage?.address }
  return [
    ...service.sections.flatMap((section) => [
      ...idWhere(section.id, [section.when], sought),
      ...section.pages.flatMap(({ id, when, placed, questions }) => [
        ...idWhere(id, [when, placed], sought),
        ...questions.flatMap((one) => (one.id === own ? [] : idWhere(one.id, expressionsOf(one), sought))),
      ]),
    ]),
    ...Object.entries(service.conditions).flatMap(([id, is]) => idWhere(id, [is], sought)),
    ...service.calculations.flatMap(({ id, is }) => idWhere(id, [is], sought)),
    ...named.flatMap(({ id, when }) => idWhere(id, [when], sought)),
    ...Object.entries(results).flatMap(([id, is]) => idWhere(id, [is], sought)),
    ...tables.flatMap((table) => (isReadBy(table, sought) ? [table.id] : [])),
  ]
}

function idWhere(id: string, sources: readonly (string | undefined)[], sought: Sought): readonly string[] {
  return sources.some((source) => source !== undefined && isReadIn(source, sought)) ? [id] : []
}

/** A member of a group is read behind a dot: `family.filter(f, f.role …)`. */
function isReadIn(source: string, { question, option }: Sought): boolean {
  if (option !== undefined) return isNamedIn(source, `${question}.${option}`)
  const [id = '', member] = question.split('.')
  return namesIn(source).includes(id) && (member === undefined || isNamedIn(source, member))
}

/** A cell below a question holds the ids of its options. */
function isReadBy({ inputs, rows }: Table, sought: Sought): boolean {
  const { question, option } = sought
  return inputs.some(({ is }, column) => {
    if (option === undefined) return isReadIn(is, sought)
    const cells = rows.map(({ when }) => String(when[column] ?? ''))
    return isReadIn(is, sought) || (is === question && cells.some((cell) => isNamedIn(cell, option)))
  })
}

function expressionsOf(question: Question | SimpleQuestion): readonly (string | undefined)[] {
  const options = 'options' in question ? question.options.map(({ when }) => when) : []
  const dates = question.kind === 'date' ? [question.earliest, question.latest] : []
  const members = question.kind === 'group' ? question.of.flatMap(expressionsOf) : []
  return [question.when, ...question.valid.map(({ is }) => is), ...options, ...dates, ...members]
}

function isNamedIn(source: string, name: string): boolean {
  return new RegExp(`(?<!\\w)${name.replaceAll('.', '\\.')}(?!\\w)`).test(source)
}
