/** The single place that tells what an evaluation did: every step with its value, and the answers it still lacked. */
import { type Ast, pathOf, partsOf } from './ast.ts'
import { runOf } from './evaluator.ts'
import { hasGaps, isList, type Value, type Values } from './value.ts'

/** One step of an evaluation: its source text, its value, and the steps it was made from. Inside a walk there is one step per member. */
export type Step = { readonly source: string; readonly ast: Ast; readonly value: Value; readonly steps: readonly Step[] }

/** What stands around a part: the names for members and the members themselves, outermost first. */
type Around = { readonly values: Values; readonly items: readonly string[]; readonly members: readonly Value[] }

/** Members of a list shown in an explanation; the rest are as good as these. */
const MEMBERS_SHOWN = 50

/** The steps of a whole expression. */
export function stepsOf(ast: Ast, source: string, values: Values): Step {
  return step(ast, source, { values, items: [], members: [] })
}

/** The names of the missing answers that kept a step from being known, sorted. */
export function missingIn(step: Step): readonly string[] {
  return [...new Set(gather(step))].sort()
}

function gather(step: Step): string[] {
  if (step.value !== undefined && !hasGaps(step.value)) return []
  if (step.ast.kind === 'variable' || step.ast.kind === 'item') return [pathOf(step.ast)].filter((path) => path !== '')
  const within = step.steps.flatMap(gather)
  return within.length === 0 && step.ast.kind === 'field' ? [pathOf(step.ast)] : within
}

function step(ast: Ast, source: string, around: Around): Step {
  const value = runOf(ast, around.items)(around.values, [...around.members])
  return {
    source: source.slice(ast.start, ast.end),
    ast,
    value,
    steps: stepsBelow(ast, around).map((part) => step(part.ast, source, part.around)),
  }
}

type Part = { readonly ast: Ast; readonly around: Around }

function stepsBelow(ast: Ast, around: Around): readonly Part[] {
  const below = ast.kind === 'if' ? [ast.condition, ...branches(ast, around)] : ast.kind === 'walk' ? [ast.over] : partsOf(ast)
  const here = below.map((part) => ({ ast: part, around }))
  return ast.kind === 'walk' ? [...here, ...members(ast, around)] : here
}

/** Only the branch taken, or both while the condition is missing. */
function branches(ast: Extract<Ast, { kind: 'if' }>, around: Around): Ast[] {
  const chosen = runOf(ast.condition, around.items)(around.values, [...around.members])
  return chosen === undefined ? [ast.then, ast.otherwise] : chosen === true ? [ast.then] : chosen === false ? [ast.otherwise] : []
}

function members(ast: Extract<Ast, { kind: 'walk' }>, around: Around): Part[] {
  const list = runOf(ast.over, around.items)(around.values, [...around.members])
  if (!isList(list)) return []
  const asked = ast.where === undefined ? [ast.body] : [ast.where, ast.body]
  return list.slice(0, MEMBERS_SHOWN).flatMap((member) => {
    const inside = { ...around, items: [...around.items, ast.item], members: [...around.members, member] }
    return asked.map((part) => ({ ast: part, around: inside }))
  })
}
