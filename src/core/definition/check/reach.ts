/** The single place that finds pages their own conditions never reach. It reports only what is certain. */
import type { Compiled } from '#core/expression/index.ts'
import { Walker } from '#core/journey/walker.ts'
import type { Answer, Answers } from '../answers.ts'
import type { Question } from '../model/question.ts'
import { type Prepared, prepareCompiled } from '../prepare.ts'
import type { Finding } from '../program/compile.ts'
import type { Path } from '../source/document.ts'
import { boundsOf } from './literals.ts'
import { type Check, placedQuestions } from './subject.ts'

/** Assignments tried for one page, and for the whole service, before the check gives up without a finding. */
const mostForPage = 4096
const mostForService = 20_000
const anyDay = '2000-01-01'

/**
 * For each page with conditions: every combination of the answers its conditions rest on is walked. Answers from a list are tried in full,
 * numbers, amounts and dates beside each bound they are compared with. A page that no combination reaches is never shown to anybody.
 */
export const checkReach: Check = ({ definition, program }) => {
  const prepared = prepareCompiled(definition, program)
  const search = new Search(prepared)
  const paths = definition.service.sections.flatMap((section, at) =>
    section.pages.map((page, index): Path => {
      const path = ['service', 'sections', at]
      const own = [...path, 'pages', index]
      return page.when !== undefined
        ? [...own, 'when']
        : page.placed !== undefined
          ? [...own, 'placed']
          : section.when !== undefined
            ? [...path, 'when']
            : own
    }),
  )
  return program.pages.flatMap((page, index): Finding[] => {
    if (page.when.length === 0 || !search.isNeverReached(index)) return []
    const message = `No answers lead to the page “${page.id}”: its conditions can never hold together.`
    return [{ place: { path: paths[index] ?? [] }, code: 'unreachable-page', message, help: 'Change its condition, or take the page out.' }]
  })
}

class Search {
  readonly #prepared: Prepared
  readonly #pageOf: ReadonlyMap<string, number>
  #left = mostForService

  constructor(prepared: Prepared) {
    this.#prepared = prepared
    this.#pageOf = new Map(placedQuestions(prepared.definition).map(({ question, page }) => [question.id, page]))
  }

  isNeverReached(page: number): boolean {
    const rests = this.#restsOn(page)
    if (rests === undefined) return false
    const choices: (readonly (Answer | undefined)[])[] = []
    for (const id of rests.questions) {
      const question = this.#prepared.questions.get(id)?.question
      const values = question === undefined ? undefined : valuesOf(question, rests.expressions, this.#prepared)
      if (values === undefined) return false
      choices.push(values)
    }
    const count = choices.reduce((product, values) => product * values.length, 1)
    if (count > mostForPage || count > this.#left) return false
    this.#left -= count
    return !this.#isReachedByAny(page, rests.questions, choices)
  }

  #isReachedByAny(page: number, questions: readonly string[], choices: readonly (readonly (Answer | undefined)[])[]): boolean {
    const id = this.#prepared.program.pages[page]?.id
    for (const answers of combinations(questions, choices)) {
      const walker = new Walker(this.#prepared, answers, anyDay).walk()
      if (walker.pages.some((walked) => walked.page.id === id)) return true
      const isOpen = this.#prepared.program.pages[page]?.when.every((when) => when.evaluate(walker.values) === true) ?? true
      if (isOpen && walker.exit === undefined) return true
    }
    return false
  }

  /** The questions the page’s conditions rest on, with those that decide whether these are asked; undefined where a day decides. */
  #restsOn(page: number): { readonly questions: readonly string[]; readonly expressions: readonly Compiled[] } | undefined {
    const { program } = this.#prepared
    const derived = new Map(program.derived.map((one) => [one.id, one]))
    const expressions: Compiled[] = []
    const questions = new Set<string>()
    const seen = new Set<string>()
    const pending = [...(program.pages[page]?.when ?? [])]
    for (let compiled = pending.pop(); compiled !== undefined; compiled = pending.pop()) {
      expressions.push(compiled)
      for (const name of compiled.reads.map((read) => read.split('.', 1)[0] ?? read)) {
        if (name === 'today') return undefined
        if (seen.has(name)) continue
        seen.add(name)
        const one = derived.get(name)
        if (one?.kind === 'table') return undefined
        if (one !== undefined) pending.push(one.compiled)
        const asked = this.#pageOf.get(name)
        if (asked === undefined) continue
        questions.add(name)
        pending.push(...this.#decides(name, asked))
      }
    }
    return { questions: [...questions], expressions }
  }

  /** What decides whether a question is asked, and what may be answered. */
  #decides(name: string, page: number): readonly Compiled[] {
    const program = this.#prepared.program.pages[page]
    const question = program?.questions.find((one) => one.question.id === name)
    const { when, offered, valid, earliest, latest } = question ?? { offered: new Map<string, Compiled>(), valid: [] }
    const own = [when, earliest, latest, ...offered.values(), ...valid.map(({ is }) => is)].filter((one) => one !== undefined)
    return [...(program?.when ?? []), ...own]
  }
}

/** Every answer that could matter, with no answer where it is optional; undefined where they are endless. */
function valuesOf(question: Question, expressions: readonly Compiled[], prepared: Prepared): readonly (Answer | undefined)[] | undefined {
  const none = question.optional ? [undefined] : []
  switch (question.kind) {
    case 'yes-no':
      return [true, false, ...none]
    case 'declaration':
      return [true, ...none]
    case 'one-of':
      return [...question.options.map(({ id }) => id), ...none]
    case 'many-of':
      return question.options.length > 8 ? undefined : [...subsets(question.options.map(({ id }) => id)), ...none]
    case 'number':
    case 'money':
    case 'date':
      return boundsOf(question.id, expressions, prepared.program)
    default:
      return undefined
  }
}

function subsets(options: readonly string[]): readonly (readonly string[])[] {
  return options.reduce<readonly (readonly string[])[]>((sets, option) => [...sets, ...sets.map((set) => [...set, option])], [[]])
}

function* combinations(questions: readonly string[], choices: readonly (readonly (Answer | undefined)[])[]): Generator<Answers> {
  const counters = choices.map(() => 0)
  if (choices.some((values) => values.length === 0)) return
  for (;;) {
    const answers: Record<string, Answer> = {}
    for (const [index, id] of questions.entries()) {
      const value = choices[index]?.[counters[index] ?? 0]
      if (value !== undefined) answers[id] = value
    }
    yield answers
    let place = 0
    while (place < counters.length) {
      counters[place] = (counters[place] ?? 0) + 1
      if ((counters[place] ?? 0) < (choices[place]?.length ?? 0)) break
      counters[place] = 0
      place += 1
    }
    if (place === counters.length) return
  }
}
