/** The single place that knows which answers an expression may read. */
import type { Ast } from './ast.ts'
import { pathOf } from './convert.ts'

/** The variables and the fields below them that an expression may read, sorted: `people`, `people.income`. */
export function readsOf(ast: Ast): readonly string[] {
  const found = new Set<string>()
  visit(ast, found)
  return [...found].sort()
}

function visit(ast: Ast, found: Set<string>): void {
  if (ast.kind === 'variable') found.add(ast.name)
  if (ast.kind === 'field' && pathOf(ast) !== '') found.add(pathOf(ast))
  for (const part of partsOf(ast)) visit(part, found)
}

/** The parts directly below a node. */
function partsOf(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'field':
    case 'not':
    case 'minus':
      return [ast.of]
    case 'and':
    case 'or':
    case 'operation':
      return [ast.left, ast.right]
    case 'if':
      return [ast.condition, ast.then, ast.otherwise]
    case 'list':
      return ast.items
    case 'call':
      return ast.given
    case 'walk':
      return ast.where === undefined ? [ast.over, ast.body] : [ast.over, ast.where, ast.body]
    default:
      return []
  }
}
