/** The single place that says who and what reads an answer: rules, work that others do, messages, figures, law, and the people named with its purpose. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled } from '#core/expression/index.ts'
import { readByRules } from '#core/replay/reads.ts'
import type { Leaf } from './leaf.ts'

/** A part of the service that reads the answer, by its id. `law` names the law itself. */
export type Use = { readonly by: UseKind; readonly id: string }
export type UseKind =
  | 'page'
  | 'exit'
  | 'outcome'
  | 'fee'
  | 'figure'
  | 'once'
  | 'task'
  | 'action'
  | 'message'
  | 'appointment'
  | 'coverage'
  | 'law'

/** Uses of each question that no rule stands behind: somebody works with the answer, or the law asks for it. */
export const workUses: ReadonlySet<UseKind> = new Set(['once', 'task', 'action', 'message', 'appointment', 'coverage'])

/** Everything that reads each leaf, by its path. */
export function usesOf(prepared: Prepared, leaves: readonly Leaf[]): ReadonlyMap<string, readonly Use[]> {
  const read = readByRules(prepared)
  const uses = new Map<string, Use[]>(leaves.map(({ path }) => [path, []]))
  for (const { use, reads } of readers(prepared)) {
    const paths = new Set(reads.flatMap((name) => asksOf(prepared, name)))
    for (const leaf of leaves) {
      const isRead = paths.has(leaf.path) || (workUses.has(use.by) && paths.has(leaf.group ?? leaf.path))
      const isRule = !workUses.has(use.by) && use.by !== 'law'
      if (isRead && (!isRule || read.has(leaf.path))) uses.get(leaf.path)?.push(use)
    }
  }
  for (const { path } of leaves) {
    // A whole group handed on to a figure takes its members with it.
    const known = uses.get(path)
    if (read.has(path) && !known?.some(({ by }) => !workUses.has(by))) known?.push({ by: 'outcome', id: 'outcome' })
  }
  for (const leaf of leaves)
    if (leaf.purpose?.basis === 'legal-obligation') uses.get(leaf.path)?.push({ by: 'law', id: leaf.purpose.law ?? '' })
  return uses
}

type Reader = { readonly use: Use; readonly reads: readonly string[] }

function readers(prepared: Prepared): readonly Reader[] {
  const { program, definition } = prepared
  const { service } = definition
  const of = (by: UseKind, compiled: ReadonlyMap<string, Compiled>): readonly Reader[] =>
    [...compiled].map(([id, { reads }]) => ({ use: { by, id }, reads }))
  const shown = service.calculations.filter((one) => one.shown)
  return [
    ...program.pages.flatMap(({ id, when, questions }) => [
      ...when.map(({ reads }): Reader => ({ use: { by: 'page', id }, reads })),
      ...questions.flatMap((asked) => askingOf(asked).map((reads): Reader => ({ use: { by: 'page', id }, reads }))),
    ]),
    ...program.exits.map(({ id, when }): Reader => ({ use: { by: 'exit', id }, reads: when.reads })),
    ...(program.outcome ? [{ use: { by: 'outcome' as const, id: 'outcome' }, reads: program.outcome.reads }] : []),
    ...(program.fee ? [{ use: { by: 'fee' as const, id: 'fee' }, reads: program.fee.reads }] : []),
    ...shown.map(({ id }): Reader => ({ use: { by: 'figure', id }, reads: [id] })),
    ...(program.once ? [{ use: { by: 'once' as const, id: 'once' }, reads: program.once.reads }] : []),
    ...of('action', program.actions),
    ...of('task', program.tasks),
    ...of('message', program.messages),
    ...of('appointment', program.appointments),
    ...(service.casework.tasks ?? []).map(({ id, shows }): Reader => ({ use: { by: 'task', id }, reads: shows ?? [] })),
    ...filledIn(prepared),
    ...(service.coverage ? [{ use: { by: 'coverage' as const, id: service.coverage.by }, reads: [service.coverage.address] }] : []),
  ]
}

/** What decides whether a question is asked; inside a group, a member's name means that member. */
function askingOf({ question, when, of }: QuestionProgram): readonly (readonly string[])[] {
  const members = new Set(of.map((member) => member.question.id))
  const inside = of
    .flatMap((member) => askingOf(member))
    .map((reads) => reads.map((name) => (members.has(name) ? `${question.id}.${name}` : name)))
  return [...(when ? [when.reads] : []), ...inside]
}

/** What messages say of an answer itself, `{full_name}`, not of what is worked out. Whoever leaves an address is written to. */
function filledIn(prepared: Prepared): readonly Reader[] {
  const { service, words } = prepared.definition
  const texts = Object.values(words).map((one) => one.messages)
  const contact = service.sections
    .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
    .filter(({ kind }) => kind === 'email')
  return service.casework.messages.flatMap(({ id }) => {
    const said = JSON.stringify(texts.map((messages) => messages[id]))
    const names = [...said.matchAll(/\{([a-z][a-z0-9_]*)[.}]/g)].flatMap(([, name]) => name ?? [])
    const asked = names.filter((name) => prepared.questions.has(name))
    return { use: { by: 'message' as const, id }, reads: [...asked, ...contact.map((question) => question.id)] }
  })
}

/** Questions behind a name, directly or through what is worked out; members of groups by their path. */
function asksOf({ program }: Prepared, name: string): readonly string[] {
  const [root = name] = name.split('.', 1)
  const seen = new Set<string>()
  const found = new Set<string>()
  const pending = [name]
  const derived = new Map(program.derived.map((one) => [one.id, one]))
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const one = derived.get(path.split('.', 1)[0] ?? path)
    if (one) pending.push(...(one.kind === 'table' ? one.table.reads : one.compiled.reads))
    else found.add(path)
  }
  return found.size > 0 ? [...found] : [root]
}
