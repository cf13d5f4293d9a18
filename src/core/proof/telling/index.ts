/** The single place where a finding is put into plain words, with its example person or the parts that contradict each other. */
import type { Answers } from '#core/definition/answers.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { type Wording, wordsIn } from '#core/definition/words.ts'
import { walk } from '#core/journey/index.ts'
import { type Telling, tellingOf } from '#core/telling/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney, parseMoney } from '#core/value/money.ts'
import type { Person } from '../model/person.ts'
import type { Claim, ClaimCode, Finding, NotProvedReason, Subject } from '../proof.ts'
import { tellConflict } from './conflict.ts'
import { tellPart } from './part.ts'
import { welsh } from './sayings.cy.ts'
import { english, type Named, type Sayings } from './sayings.en.ts'

const sayings: Readonly<Record<Language, Sayings>> = { en: english, cy: welsh }

/** What is so, with the example or the conflict after it; and the way out. */
export type Told = { readonly message: string; readonly help: string }

/** An answer of an example person, in the words of the page. `further` is what whoever stands one step further answers instead, if they are asked. */
export type AnswerTold = {
  readonly question: string
  readonly answer?: string
  readonly further?: string
  readonly isNotAskedFurther?: true
}

/** An example person in words: the day and the answers that rules read, lists of a group over several lines. */
export type PersonTold = { readonly day: string; readonly furtherDay?: string; readonly said: readonly AnswerTold[] }

/** A finding part by part: what is so, the way out, somebody for whom it is so, and the parts that together leave nobody. */
export type FindingTold = {
  readonly says: string
  readonly help: string
  readonly example?: PersonTold
  readonly conflict: readonly string[]
}

/** A finding in one language, to be escaped by whoever shows it. */
export function tell(finding: Finding, prepared: Prepared, language: Language): Told {
  const teller = new FindingTeller(prepared, language)
  return { message: teller.message(finding), help: sayings[language].findings[finding.code].help }
}

/** The same finding part by part, for whoever shows a list or a table of it. */
export function tellParts(finding: Finding, prepared: Prepared, language: Language): FindingTold {
  return new FindingTeller(prepared, language).parts(finding)
}

/** What a claim says, as a sentence that holds if it was proved. */
export function tellClaim({ code, about }: Claim, prepared: Prepared, language: Language): string {
  return new FindingTeller(prepared, language).claim(code, about)
}

/** Why something could not be told. */
export function tellWhy(why: NotProvedReason, language: Language): string {
  return sayings[language].why[why]
}

/** Answers told of an example; more would hide what matters. */
const mostTold = 8

class FindingTeller {
  readonly #prepared: Prepared
  readonly #words: Sayings
  readonly #wording: Wording
  readonly #telling: Telling
  readonly #language: Language

  constructor(prepared: Prepared, language: Language) {
    this.#prepared = prepared
    this.#words = sayings[language]
    this.#wording = wordsIn(prepared, language)
    this.#telling = tellingOf(prepared, language)
    this.#language = language
  }

  message(finding: Finding): string {
    const { example, beside, conflict } = finding
    const { person, beside: further } = this.#words
    const leavesNobody = tellConflict(conflict ?? [], this.#prepared, this.#language)
    return [
      this.#says(finding),
      ...(example === undefined ? [] : [person(this.#answers(example.answers), formatDate(example.today, this.#language))]),
      ...(beside === undefined || example === undefined ? [] : [further(this.#differing(example.answers, beside.answers, beside.today))]),
      ...(leavesNobody === '' ? [] : [leavesNobody]),
    ].join(' ')
  }

  parts(finding: Finding): FindingTold {
    const { code, example, beside, conflict = [] } = finding
    return {
      says: this.#says(finding),
      help: this.#words.findings[code].help,
      ...(example === undefined ? {} : { example: this.#person(example, beside) }),
      conflict: conflict.map((part) => this.#part(part)),
    }
  }

  claim(code: ClaimCode, about: Subject): string {
    return this.#words.claims[code](this.#named(about))
  }

  #says({ code, about }: Finding): string {
    const named = this.#named(about)
    return code === 'alike-options' && about.part === 'all' ? this.#words.allAlike(named) : this.#words.findings[code].says(named)
  }

  #named(about: Subject): Named {
    const { names, say } = this.#telling
    const { page, question, options = [], part, table, rows = [], outcome, other, calculation, exit, figures } = about
    const listed = options.map((option) => this.#option(question ?? '', option))
    return {
      page: page === undefined ? '' : say.quoted(this.#wording.page(page).title),
      question: question === undefined || question === 'today' ? '' : this.#question(question),
      options: listed.join(', '),
      part: part === undefined || part === 'all' ? '' : this.#part(part),
      table: table === undefined ? '' : say.quoted(this.#wording.table(table).label),
      rows: rows.map((row) => say.quoted(row.replaceAll('_', ' '))).join(', '),
      outcome: outcome === undefined ? '' : say.quoted(this.#wording.outcome(outcome).label),
      other: other === undefined ? '' : say.quoted(this.#wording.outcome(other).label),
      calculation:
        calculation === 'outcome'
          ? this.#words.outcome
          : calculation === 'fee'
            ? this.#words.fee
            : calculation === undefined
              ? ''
              : names.find(calculation).called,
      exit: exit === undefined ? '' : say.quoted(this.#wording.exit(exit).title),
      isGroup: this.#prepared.questions.get(question ?? '')?.question.kind === 'group',
      isDay: question === 'today',
      figures: figures === undefined ? undefined : [this.#figure(figures[0], calculation), this.#figure(figures[1], calculation)],
    }
  }

  /** A calculation as it is read: `£660.00`, `23 November 2026`. */
  #figure(written: string, calculation: string | undefined): string {
    const kind = this.#prepared.program.derived.find(({ id }) => id === calculation)?.type.kind
    if (kind === 'date') return formatDate(written, this.#language)
    return kind === 'money' ? formatMoney(parseMoney(written) ?? 0) : written
  }

  /** `people.0.income` and `people.income` are both the question of the group. */
  #question(path: string): string {
    const [id = '', ...rest] = path.split('.')
    const member = rest.at(-1)
    const { names, say } = this.#telling
    if (member === undefined) return names.find(id).called
    return say.quoted(this.#wording.question(id).of(member).short)
  }

  #option(question: string, option: string): string {
    const { names } = this.#telling
    return names.option(question, option) ?? names.yesOrNo(option === 'yes', question)
  }

  #part(part: string): string {
    return tellPart(part, { prepared: this.#prepared, words: this.#words, wording: this.#wording, telling: this.#telling })
  }

  #person({ today, answers }: Person, beside: Person | undefined): PersonTold {
    const day = formatDate(today, this.#language)
    const furtherDay = beside === undefined || beside.today === today ? {} : { furtherDay: formatDate(beside.today, this.#language) }
    const asked = beside === undefined ? undefined : this.#asked(beside)
    const told = this.#read(answers, beside?.answers).map((id): AnswerTold => {
      const [answer, further] = [this.#answer(id, answers), this.#answer(id, beside?.answers ?? {})]
      const isLeftOut = answer !== undefined && further === undefined && asked?.has(id) === false
      return {
        question: this.#wording.question(id).short,
        ...(answer === undefined ? {} : { answer }),
        ...(further === undefined || further === answer ? {} : { further }),
        ...(isLeftOut ? { isNotAskedFurther: true } : {}),
      }
    })
    return { day, ...furtherDay, said: told }
  }

  /** The questions that somebody is asked. */
  #asked({ answers, today }: Person): ReadonlySet<string> {
    return new Set(walk(this.#prepared, answers, today).pages.flatMap(({ questions }) => questions.map(({ id }) => id)))
  }

  #answer(id: string, answers: Answers): string | undefined {
    const [question, answer] = [this.#prepared.questions.get(id)?.question, answers[id]]
    return question === undefined || answer === undefined ? undefined : this.#wording.answer(question, answer)
  }

  /** Questions whose answers rules read and that somebody of these answers, in order: the others could be any. */
  #read(answers: Answers, further: Answers = {}): readonly string[] {
    const { program, questions } = this.#prepared
    const read = new Set(
      program.derived
        .flatMap(({ reads }) => reads)
        .concat(program.pages.flatMap(({ when }) => when.flatMap(({ reads }) => reads.map((name) => name.split('.', 1)[0] ?? name)))),
    )
    return [...questions.keys()].filter((id) => read.has(id) && (answers[id] !== undefined || further[id] !== undefined))
  }

  #answers(answers: Answers): string {
    const told = this.#read(answers).map((id) =>
      this.#words.answer(this.#wording.question(id).short, oneLine(this.#answer(id, answers) ?? '')),
    )
    return told.length === 0 ? this.#words.nothing : told.slice(0, mostTold).join('; ')
  }

  #differing(before: Answers, after: Answers, today: string): string {
    const told = [...this.#prepared.questions].flatMap(([id, { question }]) => {
      const answer = after[id]
      if (answer === undefined || JSON.stringify(answer) === JSON.stringify(before[id])) return []
      return [this.#words.answer(this.#wording.question(id).short, oneLine(this.#wording.answer(question, answer)))]
    })
    return told.length === 0 ? formatDate(today, this.#language) : told.join('; ')
  }
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .join(', ')
}
