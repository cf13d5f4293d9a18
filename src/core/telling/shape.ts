/** The single place that takes trees apart as people read them: what stands side by side, and the cases of a choice. */
import { type Ast, partsOf } from '#core/expression/index.ts'

type Choice = Extract<Ast, { kind: 'if' }>

/** The parts of `a && b && c`. */
export function flat(ast: Ast, kind: 'and' | 'or'): readonly Ast[] {
  return ast.kind === kind ? [...flat(ast.left, kind), ...flat(ast.right, kind)] : [ast]
}

/** The parts of `a + b + c`, of numbers alone. */
export function sums(ast: Ast): readonly Ast[] {
  return ast.kind === 'operation' && ast.operator === '+' ? [...sums(ast.left), ...sums(ast.right)] : [ast]
}

/** `a ? x : b ? y : z` as its cases, in the order in which they are tried. */
export function casesOf(ast: Choice): {
  readonly cases: readonly { readonly when: Ast; readonly value: Ast }[]
  readonly otherwise: Ast
} {
  const own = { when: ast.condition, value: ast.then }
  if (ast.otherwise.kind !== 'if') return { cases: [own], otherwise: ast.otherwise }
  const { cases, otherwise } = casesOf(ast.otherwise)
  return { cases: [own, ...cases], otherwise }
}

export function hasWalk(ast: Ast): boolean {
  return ast.kind === 'walk' || partsOf(ast).some(hasWalk)
}

/** Whether the words of a condition could run into what stands beside them. */
export function isOpen(ast: Ast): boolean {
  if (ast.kind === 'not' && ast.of.kind === 'not') return isOpen(ast.of.of)
  return ast.kind === 'and' || ast.kind === 'or' || ast.kind === 'if' || ast.kind === 'walk'
}

/** Whether words go over what was picked from a list by a clause in which no other list is looked into. */
export function isPlainPick({ walk, over }: Extract<Ast, { kind: 'walk' }>): boolean {
  return walk !== 'filter' && over.kind === 'walk' && over.walk === 'filter' && over.over.kind !== 'walk' && !hasWalk(over.body)
}

/** Words that end with how they are rounded. */
export function isRounded(ast: Ast | undefined): boolean {
  return ast?.kind === 'call' && ['percent', 'divide', 'share'].includes(ast.name)
}
