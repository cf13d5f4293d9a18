/** The single place where a service is laid out from first question to last, numbered, for paper and phone. Pure. */
import { equalityWordsIn, type Prepared, type Question, type QuestionText, type Wording } from '#core/definition/index.ts'
import { tellingOf } from '#core/telling/index.ts'

/** As `ui/outline.ts` takes it. */
export type LaidOutQuestion = {
  readonly number: string
  readonly question: Question
  readonly text: QuestionText
  readonly onlyIf?: string | undefined
  readonly members?: readonly LaidOutQuestion[] | undefined
}
export type LaidOutPage = {
  readonly id: string
  readonly title?: string | undefined
  readonly body?: string | undefined
  readonly onlyIf?: string | undefined
  readonly otherwiseTo?: string | undefined
  readonly questions: readonly LaidOutQuestion[]
}
export type LaidOutSection = { readonly title: string; readonly pages: readonly LaidOutPage[] }

/** Conditions are said as they stand after “if”. */
export function layOut(prepared: Prepared, wording: Wording): readonly LaidOutSection[] {
  const telling = tellingOf(prepared, wording.language)
  const say: Say = (when, group) => (when === undefined ? undefined : telling.afterIf(when, group))
  const counts = new Map<string, number>()
  let count = 0
  for (const { id, questions } of prepared.pages) {
    counts.set(id, count)
    count += questions.length
  }
  return prepared.definition.service.sections.map((section) => ({
    title: wording.section(section.id),
    pages: section.pages.map((page) => {
      const first = (counts.get(page.id) ?? 0) + 1
      const next = first + page.questions.length
      const conditions = [section.when, page.placed, page.when].flatMap((when) => say(when) ?? [])
      const { title, body } = wording.page(page.id)
      const isOwnTitle = page.questions.every(({ id }) => wording.question(id).label !== title)
      return {
        id: page.id,
        ...(isOwnTitle && { title }),
        body,
        ...(conditions.length > 0 && { onlyIf: conditions.join('; '), otherwiseTo: next <= count ? String(next) : undefined }),
        questions: page.questions.map((question, index) => laidOut(question, String(first + index), { wording, say })),
      }
    }),
  }))
}

/** The optional equality questions as one page, numbered by themselves; undefined where the service asks none. */
export function layOutEquality(prepared: Prepared, wording: Wording): LaidOutPage | undefined {
  const pages = prepared.definition.equality?.block.pages ?? []
  const [first] = pages
  if (!first) return undefined
  const words = equalityWordsIn(prepared, wording.language)
  const questions = pages.flatMap((page) => page.questions)
  return {
    id: first.id,
    body: words.page(first.id).body,
    questions: questions.map((question, index) => ({ number: String(index + 1), question, text: words.question(question.id) })),
  }
}

type Say = (when: string | undefined, group?: string) => string | undefined
type Laying = { readonly wording: Wording; readonly say: Say }

function laidOut(question: Question, number: string, { wording, say }: Laying): LaidOutQuestion {
  const text = wording.question(question.id)
  const base = { number, question, text, onlyIf: say(question.when) }
  if (question.kind !== 'group') return base
  const members = question.of.map((member, index) => ({
    number: `${number}${String.fromCharCode(97 + index)}`,
    question: member,
    text: text.of(member.id),
    onlyIf: say(member.when, question.id),
  }))
  return { ...base, members }
}
