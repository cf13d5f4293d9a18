/** The single place that says which answers the rules of a version read: those that can change what it says about a person. */
import type { Compiled, Type } from '#core/expression/index.ts'
import type { Definition } from '#core/definition/definition.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Derived, QuestionProgram } from '#core/definition/program/program.ts'

/**
 * Ids of questions, and `group.member` for members of groups, that conditions of pages and questions, exits, the outcome, the fee and calculations shown may read,
 * directly or through names worked out. A condition on an answer by itself alone (`valid`) is not among them: it judges the answer, not the person.
 */
export function readByRules(prepared: Prepared): ReadonlySet<string> {
  const { program, definition } = prepared
  const derived = new Map(program.derived.map((one) => [one.id, one]))
  const shown = definition.service.calculations.filter((calculation) => calculation.shown).map(({ id }) => id)
  const found = new Set<string>()
  const seen = new Set<string>()
  const pending = [
    ...shown,
    ...rootsOf(prepared).flatMap(({ reads }) => reads),
    ...program.pages.flatMap(({ questions }) => questions.flatMap(readsOf)),
  ]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const [root = path, member] = path.split('.')
    const one = derived.get(root)
    if (one !== undefined) pending.push(...readsOfDerived(one, definition))
    else found.add(root).add(member === undefined ? root : `${root}.${member}`)
  }
  return found
}

function rootsOf({ program }: Prepared): readonly Compiled[] {
  const results = [program.outcome, program.fee].filter((one) => one !== undefined)
  return [...program.pages.flatMap(({ when }) => when), ...program.exits.map(({ when }) => when), ...results]
}

/** What decides whether a question is asked and which answers it takes; inside a group, a member's name means that member. */
function readsOf(asked: QuestionProgram): readonly string[] {
  const members = new Set(asked.of.map(({ question }) => question.id))
  const inside = asked.of
    .flatMap(readsOf)
    .map((path) => (members.has(path.split('.', 1)[0] ?? path) ? `${asked.question.id}.${path}` : path))
  const conditions = [asked.when, asked.earliest, asked.latest, ...asked.offered.values()].filter((one) => one !== undefined)
  const judging = asked.valid.filter(({ is }) => is.reads.some((path) => path.split('.', 1)[0] !== asked.question.id)).map(({ is }) => is)
  return [...inside, ...[...conditions, ...judging].flatMap(({ reads }) => reads)]
}

/** A calculation that gives entries of a group passes all their members on. */
function readsOfDerived(one: Derived, definition: Definition): readonly string[] {
  const reads = one.kind === 'table' ? one.table.reads : one.compiled.reads
  return one.kind === 'table' || !holdsMap(one.type) ? reads : [...reads, ...reads.flatMap((path) => membersOf(definition, path))]
}

function holdsMap(type: Type): boolean {
  return type.kind === 'map' || (type.kind === 'list' && holdsMap(type.of))
}

function membersOf({ service }: Definition, path: string): readonly string[] {
  const questions = service.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions))
  const group = questions.find(({ id }) => id === path)
  return group?.kind === 'group' ? group.of.map(({ id }) => `${group.id}.${id}`) : []
}
