/** The single place that finds what in a definition reads a question or one of its answers, and what people call it. */
import type { Definition, Table } from '../definition/definition.ts'
import type { Language } from '../definition/model/names.ts'
import type { Question, SimpleQuestion } from '../definition/model/question.ts'
import { namesIn } from '../definition/program/derive.ts'
import type { AmendmentFault } from './amendment.ts'
import { faults } from './faults.ts'
import { Speech } from '../diff/describe/speech.ts'

/** What is read: a question (or `group.member`), or one of its options. */
type Sought = { readonly question: string; readonly option?: string | undefined }

/** What reads something: a part by its id. */
type Reader = { readonly part: Part; readonly id: string }
type Part = 'sections' | 'pages' | 'questions' | 'conditions' | 'calculations' | 'exits' | 'actions' | 'messages' | 'service' | 'tables'

/** Why something cannot be taken out: what still reads it, as people call it; undefined where nothing does. */
export function findBar(definition: Definition, sought: Sought): AmendmentFault | undefined {
  const readers = readersOf(definition, sought)
  if (readers.length === 0) return undefined
  return faults.stillRead((language) => ({
    name: soughtName(definition, sought, language),
    readers: [...new Set(readers.map((reader) => readerName(definition, reader, language)))],
  }))
}

/** What reads a question, or one of its options. */
function readersOf({ service, tables }: Definition, sought: Sought): readonly Reader[] {
  const { question } = sought
  const [own = ''] = question.split('.')
  const results = { outcome: service.outcome, fee: service.fee?.is, once: service.once, coverage: service.coverage?.address }
  const { actions, messages } = service.casework
  const conditioned = (part: Part, of: readonly { readonly id: string; readonly when?: string | undefined }[]) =>
    of.flatMap(({ id, when }) => readerWhere({ part, id }, [when], sought))
  return [
    ...service.sections.flatMap((section) => [
      ...conditioned('sections', [section]),
      ...section.pages.flatMap(({ id, when, placed, questions }) => [
        ...readerWhere({ part: 'pages', id }, [when, placed], sought),
        ...questions.flatMap((one) =>
          one.id === own ? [] : readerWhere({ part: 'questions', id: one.id }, [...expressionsOf(one), one.starts], sought),
        ),
      ]),
    ]),
    ...Object.entries(service.conditions).flatMap(([id, is]) => readerWhere({ part: 'conditions', id }, [is], sought)),
    ...service.calculations.flatMap(({ id, is }) => readerWhere({ part: 'calculations', id }, [is], sought)),
    ...conditioned('exits', service.exits),
    ...conditioned('actions', actions),
    ...conditioned('messages', messages),
    ...Object.entries(results).flatMap(([id, is]) => readerWhere({ part: 'service', id }, [is], sought)),
    ...tables.flatMap((table): Reader[] => (isReadBy(table, sought) ? [{ part: 'tables', id: table.id }] : [])),
  ]
}

function readerWhere(reader: Reader, sources: readonly (string | undefined)[], sought: Sought): readonly Reader[] {
  return sources.some((source) => source !== undefined && isReadIn(source, sought)) ? [reader] : []
}

/** What people call a reader, in quotation marks. */
function readerName(definition: Definition, { part, id }: Reader, language: Language): string {
  const speech = new Speech(definition, language)
  switch (part) {
    case 'sections':
      return speech.section(id)
    case 'pages':
      return speech.page(id)
    case 'questions':
      return speech.question(id)
    case 'tables':
      return speech.table(id)
    case 'conditions':
    case 'calculations':
      return speech.named(part, id)
    case 'service':
      return speech.quoted(resultName(speech, id))
    default:
      return speech.listed(part, id)
  }
}

function resultName({ say }: Speech, id: string): string {
  if (id === 'outcome') return say.proposes
  if (id === 'fee') return say.fee
  return id === 'once' ? say.once : say.service.coverage
}

/** What people call a question, a question of a group, or one of the answers, in quotation marks. */
function soughtName(definition: Definition, { question, option }: Sought, language: Language): string {
  const speech = new Speech(definition, language)
  const [id = '', member] = question.split('.')
  return option === undefined ? speech.question(id, member) : speech.option(option, speech.questionWords(id, member))
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
