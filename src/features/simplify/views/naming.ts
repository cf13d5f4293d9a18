/** The single place that says what questions, and what reads them, are called on a page. */
import type { Prepared, Wording } from '#core/definition/index.ts'
import type { Use } from '#core/simplify/index.ts'
import { wordsFor } from '../words/index.ts'

/** Everything of a service that has a name. `roleName` is what the council calls those who read. */
export type Naming = {
  readonly prepared: Prepared
  readonly wording: Wording
  readonly roleName: (role: string) => string
}

/** A question by its short name; a member of a group after its group. */
export function questionName({ wording }: Pick<Naming, 'wording'>, path: string): string {
  const [id = path, member] = path.split('.')
  const question = wording.question(id)
  return member === undefined ? question.short : `${question.short}: ${question.of(member).short}`
}

/** The answers to choose from by their labels. */
export function optionNames({ wording }: Pick<Naming, 'wording'>, path: string, options: readonly string[]): string {
  const [id = path, member] = path.split('.')
  const question = member === undefined ? wording.question(id) : wording.question(id).of(member)
  return options.map((option) => question.options.find((one) => one.id === option)?.label ?? option).join(', ')
}

/** What reads an answer, in the language of the words, each once. */
export function useNames({ wording }: Naming, uses: readonly Use[]): string {
  const words = wordsFor(wording.language).uses
  const names = uses.map(({ by, id }) => {
    if (by === 'page') return words.page(wording.page(id).title)
    if (by === 'exit') return words.exit(wording.exit(id).title)
    if (by === 'figure') return words.figure(wording.calculation(id))
    if (by === 'task') return words.task(wording.task(id).label)
    if (by === 'action') return words.action(wording.action(id).label)
    if (by === 'message') return words.message(wording.message(id).subject.replaceAll(/\s*\[…\]/g, ''))
    if (by === 'appointment') return words.appointment(wording.appointment(id).label)
    return words[by](id)
  })
  return [...new Set(names)].join('; ')
}
