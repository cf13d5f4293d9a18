/** The single place that checks that nothing is read before it is asked, and that every table is read by something. */
import type { Compiled } from '#core/expression/index.ts'
import type { Finding } from '../program/compile.ts'
import type { Program, QuestionProgram } from '../program/program.ts'
import type { Path } from '../source/document.ts'
import { at, type Check, placedQuestions, type Subject } from './subject.ts'

/** Conditions read answers of earlier pages; `valid` may read its own page too. */
export const checkOrder: Check = (subject) => [...laterFindings(subject), ...unusedTables(subject)]

function laterFindings(subject: Subject): readonly Finding[] {
  const reader = new OrderReader(subject)
  const { sections } = subject.definition.service
  let page = 0
  for (const [at, section] of sections.entries()) {
    for (const [index] of section.pages.entries()) {
      reader.readPage(page, ['service', 'sections', at, 'pages', index])
      page += 1
    }
  }
  return reader.findings
}

/** A place that answers of pages before `page` are known at, and names of its own: the members of a group. */
type Spot = { readonly page: number; readonly path: Path; readonly own: readonly string[] }

class OrderReader {
  readonly findings: Finding[] = []
  readonly #program: Program
  readonly #pageOf: ReadonlyMap<string, number>
  readonly #asks: ReadonlyMap<string, readonly string[]>

  constructor({ definition, program }: Subject) {
    this.#program = program
    this.#pageOf = new Map(placedQuestions(definition).map(({ question, page }) => [question.id, page]))
    this.#asks = new Map(program.derived.map(({ id, asks }) => [id, asks]))
  }

  readPage(page: number, path: Path): void {
    const program = this.#program.pages[page]
    if (program === undefined) return
    for (const when of program.when) this.#read(when, { page, path: [...path, 'when'], own: [] })
    for (const [index, question] of program.questions.entries())
      this.#readQuestion(question, { page, path: [...path, 'questions', index], own: [] })
  }

  #readQuestion(program: QuestionProgram, { page, path, own }: Spot): void {
    const { when, valid, offered, earliest, latest, of, question } = program
    if (when !== undefined) this.#read(when, { page, path: [...path, 'when'], own })
    if (earliest !== undefined) this.#read(earliest, { page, path: [...path, 'earliest'], own })
    if (latest !== undefined) this.#read(latest, { page, path: [...path, 'latest'], own })
    for (const compiled of offered.values()) this.#read(compiled, { page, path: [...path, 'options'], own })
    for (const [index, { is }] of valid.entries()) this.#read(is, { page: page + 1, path: [...path, 'valid', index, 'is'], own })
    const members = of.map((member) => member.question.id)
    for (const [index, member] of of.entries())
      this.#readQuestion(member, { page, path: [...path, 'of', index], own: [...members, question.id] })
  }

  #read(compiled: Compiled, { page, path, own }: Spot): void {
    const names = new Set(compiled.reads.map((name) => name.split('.', 1)[0] ?? name))
    for (const name of names) {
      if (own.includes(name)) continue
      const late = (this.#asks.get(name) ?? [name]).find((question) => (this.#pageOf.get(question) ?? -1) >= page)
      if (late === undefined) continue
      const through = late === name ? '' : `, which “${name}” reads,`
      const where = this.#pageOf.get(late) === page ? 'on the same page' : 'later'
      const message = `“${late}”${through} is asked ${where}, so it is not known here.`
      this.findings.push(at(path, { code: 'asked-later', message, help: 'Ask it on an earlier page, or read another answer.' }))
    }
  }
}

function unusedTables({ definition, program }: Subject): readonly Finding[] {
  const { outcome, fee, once, exits, derived, actions, messages, tasks, appointments } = program
  const results = [
    outcome,
    fee,
    once,
    ...exits.map(({ when }) => when),
    ...actions.values(),
    ...messages.values(),
    ...tasks.values(),
    ...appointments.values(),
  ].filter((one) => one !== undefined)
  const pages = program.pages.flatMap(({ when, questions }) => [...when, ...questions.flatMap(expressionsOf)])
  const read = new Set([...results, ...pages].flatMap(({ reads }) => reads).map((name) => name.split('.', 1)[0] ?? name))
  for (const one of derived) for (const name of one.reads) if (name !== one.id) read.add(name)
  return definition.tables.flatMap(({ id }, index) => {
    const isCompiled = derived.some((one) => one.id === id)
    if (read.has(id) || !isCompiled) return []
    return [
      at(['tables', index, 'id'], {
        code: 'unused-table',
        message: `Nothing reads the table “${id}”.`,
        help: `Read it, as in outcome: ${id}.outcome, or take it out.`,
      }),
    ]
  })
}

function expressionsOf({ when, valid, offered, earliest, latest, of }: QuestionProgram): readonly Compiled[] {
  return [when, earliest, latest, ...valid.map(({ is }) => is), ...offered.values(), ...of.flatMap(expressionsOf)].filter(
    (one) => one !== undefined,
  )
}
