/** The single place that says what of a service is worth a look, and what is not and why. */
import type { Prepared } from '#core/definition/prepare.ts'
import { isReadable } from '#core/replay/past-case.ts'
import { wilson } from '#core/value/share.ts'
import type { Kept } from './candidate.ts'
import type { Leaf } from './leaf.ts'
import { asOneOption, joinedWords, type Thought } from './propose.ts'
import { type Use, workUses } from './uses.ts'
import type { Weight } from './weigh.ts'

/** Fewer cases than this are too few to say anything. */
export const leastCases = 30
/** An optional question is hardly answered when surely fewer than one in ten do. */
const hardly = 0.1

export type Weighed = { readonly leaf: Leaf; readonly uses: readonly Use[]; readonly weight: Weight }

/** What is thought of one question; it may be left out, or some of its answers put together, or neither. */
export function thoughtsOn(prepared: Prepared, weighed: Weighed): readonly (Thought | Kept)[] {
  const { leaf, uses, weight } = weighed
  const { path, page, question } = leaf
  const law = uses.find(({ by }) => by === 'law')
  if (law) return [{ path, why: 'law', law: law.id, uses }]
  const work = uses.filter(({ by }) => workUses.has(by))
  if (work.length > 0) return [{ path, why: 'work', uses: work }]
  const drop = { id: `drop:${path}`, kind: 'drop', path, page, amendments: [{ edit: 'drop-question', question: path }] } as const
  const rules = uses.filter(({ by }) => by !== 'law' && !workUses.has(by))
  if (rules.length > 0) return [...alikeIn(prepared, leaf, weight), ...ofRules({ ...weighed, uses: rules }, drop)]
  if (isHardlyAnswered(leaf, weight)) return [{ ...drop, reason: 'hardly-answered' }]
  if (!isReadable(question.kind) || question.kind === 'declaration') return [{ path, why: 'people', uses: [] }]
  return [{ ...drop, reason: leaf.purpose?.readers.length ? 'only-people-read' : 'nobody-reads' }]
}

function ofRules({ leaf: { path }, uses, weight }: Weighed, drop: Omit<Thought, 'reason'>): readonly (Thought | Kept)[] {
  if (weight.changed > 0) return [{ path, why: 'rules', uses }]
  if (weight.answered < leastCases) return [{ path, why: 'too-few', uses }]
  return weight.unclear > 0 ? [{ path, why: 'rules', uses }] : [{ ...drop, reason: 'never-changed' }]
}

function isHardlyAnswered({ question, group }: Leaf, { answered, empty }: Weight): boolean {
  const of = answered + empty
  return question.optional && group === undefined && of >= leastCases && wilson({ count: answered, of }).high < hardly
}

/** Answers that came to the same in every case, each group of them as one. */
function alikeIn(prepared: Prepared, { path, page, question }: Leaf, { alike }: Weight): readonly Thought[] {
  const count = question.kind === 'one-of' ? question.options.length : 0
  return alike.flatMap((options, place): Thought[] => {
    // Were all answers alike, the question itself would be the one to drop.
    if (options.length === count) return []
    const gone = options.slice(1).map((option) => ({ edit: 'drop-option', question: path, option }) as const)
    const amendments = [joinedWords(prepared, path, options), ...gone]
    const id = `merge:${path}${place === 0 ? '' : `:${place + 1}`}`
    return [{ id, kind: 'merge', path, page, reason: 'alike', options, amendments, translate: asOneOption(path, options) }]
  })
}
