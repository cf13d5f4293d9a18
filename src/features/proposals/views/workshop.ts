/** The single place for what all pages of working out an exact change are given, and what parts of a service are called there. */
import { type Definition, type Language, type Prepared, type Wording } from '#core/definition/index.ts'
import { tellingOfDraft, tellService, type Told } from '#core/telling/index.ts'
import { formatMoney, parseMoney } from '#core/value/money.ts'
import { findQuestion, type Proposal, type Target } from '../domain/index.ts'
import { editWordsFor } from '../words/index.ts'

export type Workshop = {
  readonly lang: Language
  readonly csrf: string
  readonly proposal: Proposal
  readonly service: string
  /** The service with what was worked out so far. */
  readonly now: Definition
  readonly prepared: Prepared
  readonly wording: Wording
  /** Where the pages of this begin, with the language. */
  readonly root: string
}

/** The address of an edit. */
export function editHref({ root }: Pick<Workshop, 'root'>, { edit, part }: Target): string {
  return `${root}/${edit}?part=${encodeURIComponent(part)}`
}

/** The address that says what an edit would do to past cases. */
export function effectHref({ root }: Pick<Workshop, 'root'>, { edit, part }: Target): string {
  return `${root}/${edit}/effect?part=${encodeURIComponent(part)}`
}

/** Where a script asks what the checks say of an edit. */
export function checksHref({ root }: Pick<Workshop, 'root'>, { edit, part }: Target): string {
  return `${root}/${edit}/checks?part=${encodeURIComponent(part)}`
}

export function questionHref({ root }: Pick<Workshop, 'root'>, question: string): string {
  return `${root}/question?part=${encodeURIComponent(question)}`
}

/** The words of `question` or `group.member`. */
export function questionText({ wording }: Pick<Workshop, 'wording'>, name: string) {
  const [id = '', member] = name.split('.')
  return member === undefined ? wording.question(id) : wording.question(id).of(member)
}

/** The label of an answer to choose. */
export function optionLabel(workshop: Pick<Workshop, 'wording'>, question: string, option: string): string {
  return questionText(workshop, question).options.find(({ id }) => id === option)?.label ?? option
}

/** What a part is called: the question, the answer, the figure, the deadline. */
export function partName(workshop: Workshop, { edit, part }: Target): string {
  const { wording, lang, now } = workshop
  if (edit === 'set-constant') return wording.constant(part)
  if (edit === 'set-clock') return wording.clock(part)
  if (edit === 'set-fee') return editWordsFor(lang).fee
  if (edit === 'reword') return wordsName(workshop, part.split('.'))
  if (findQuestion(now, part)) return questionText(workshop, part).label
  const at = part.lastIndexOf('.')
  const [question, last] = [part.slice(0, at), part.slice(at + 1)]
  return edit === 'set-limit' ? questionText(workshop, question).label : optionLabel(workshop, question, last)
}

/** What words belong to: a question, one of its answers, or a page. */
function wordsName(workshop: Workshop, [kind = '', ...path]: readonly string[]): string {
  const { wording } = workshop
  if (kind === 'pages') return wording.page(path[0] ?? '').title
  if (kind !== 'questions') return workshop.service
  const [id = '', of, member = ''] = path
  const question = of === 'of' ? `${id}.${member}` : id
  const at = path.indexOf('options')
  return at === -1 ? questionText(workshop, question).label : optionLabel(workshop, question, path[at + 1] ?? '')
}

/** A figure as people read it. */
export function figureText(type: string, is: string | number): string {
  const pence = type === 'money' ? parseMoney(String(is)) : undefined
  return pence === undefined ? String(is) : formatMoney(pence)
}

/** A condition in words. */
export function conditionWords({ wording, lang, now }: Workshop, condition: string): string {
  return editWordsFor(lang).as(tellingOfDraft(now, wording.language).source(condition))
}

/** The rules that use a figure, in words. */
export function rulesUsing({ wording, prepared }: Workshop, figure: string): readonly { readonly label: string; readonly how: Told }[] {
  const used = new Set(prepared.program.derived.filter(({ reads }) => reads.includes(figure)).map(({ id }) => id))
  const { steps } = tellService(prepared, wording.language)
  return steps.flatMap((step) => {
    if (!used.has(step.id)) return []
    const { label } = step
    return [
      { label, how: step.kind === 'table' ? { say: '', parts: step.table.rows.map(({ sentence }) => ({ say: sentence })) } : step.how },
    ]
  })
}
