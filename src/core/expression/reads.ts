/** The single place that knows which answers an expression may read. */
import { type Ast, partsOf, pathOf } from './ast.ts'

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
