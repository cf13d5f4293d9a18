/** The single place that says after which page each name is worked out and each exit tried, so that a walk does everything once. */
import type { Derived, Program } from './program.ts'

type Exit = Program['exits'][number]

/** What can be known before the first page, and after each page by its number. */
export type Schedule = {
  readonly first: readonly Derived[]
  readonly after: readonly { readonly derived: readonly Derived[]; readonly exits: readonly Exit[] }[]
}

/**
 * A name is worked out after the last page with a question it reads. What exits read is worked out after each such page, because an exit may
 * be certain before all it reads is known.
 */
export function scheduleOf(program: Program): Schedule {
  const pageOf = new Map(program.pages.flatMap((page, index) => page.questions.map(({ question }) => [question.id, index] as const)))
  const pagesAsked = (asks: readonly string[]): readonly number[] => asks.map((id) => pageOf.get(id) ?? 0)
  const early = namesReadByExits(program)
  const first: Derived[] = []
  const after = program.pages.map(() => ({ derived: new Array<Derived>(), exits: new Array<Exit>() }))
  for (const one of program.derived) {
    const pages = pagesAsked(one.asks)
    if (pages.length === 0) first.push(one)
    else for (const page of early.has(one.id) ? new Set(pages) : [Math.max(...pages)]) after[page]?.derived.push(one)
  }
  for (const exit of program.exits) {
    const pages = pagesAsked(exit.asks)
    for (const page of pages.length === 0 ? [0] : new Set(pages)) after[page]?.exits.push(exit)
  }
  return { first, after }
}

function namesReadByExits({ exits, derived }: Program): ReadonlySet<string> {
  const names = new Set(exits.flatMap(({ when }) => when.reads.map((name) => name.split('.', 1)[0] ?? name)))
  for (const one of derived.toReversed()) if (names.has(one.id)) for (const name of one.reads) names.add(name)
  return names
}
