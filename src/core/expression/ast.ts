/** The single place for the shape of a checked expression: typed, plain data, with offsets into its source. */
import type { Type } from './type.ts'
import type { Known } from './value.ts'

/** The operators between two values. */
export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | 'in'

/** What walks a list: `item` is a name that stands for each member in `body` (and in `where`, for a `map` that also picks). */
export type Walk = 'all' | 'exists' | 'exists_one' | 'filter' | 'map'

type Node = { readonly type: Type; readonly start: number; readonly end: number }

/** A checked expression. `literal` covers typed literals too: `gbp("1.00")` is the literal 100 of type money.
 * An `item` stands for a member of the list at `path` (empty for a list made on the spot). */
export type Ast = Node &
  (
    | { readonly kind: 'literal'; readonly value: Known }
    | { readonly kind: 'option'; readonly set: string; readonly option: string }
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'item'; readonly name: string; readonly path: string }
    | { readonly kind: 'field'; readonly of: Ast; readonly name: string }
    | { readonly kind: 'not' | 'minus'; readonly of: Ast }
    | { readonly kind: 'and' | 'or'; readonly left: Ast; readonly right: Ast }
    | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Ast; readonly right: Ast }
    | { readonly kind: 'if'; readonly condition: Ast; readonly then: Ast; readonly otherwise: Ast }
    | { readonly kind: 'list'; readonly items: readonly Ast[] }
    | { readonly kind: 'call'; readonly name: string; readonly given: readonly Ast[] }
    | { readonly kind: 'walk'; readonly walk: Walk; readonly over: Ast; readonly item: string; readonly where?: Ast; readonly body: Ast }
  )

/** The path of an answer, or of the list a member or a picked list comes from: `people.income`; empty when there is none. */
export function pathOf(ast: Ast): string {
  if (ast.kind === 'variable') return ast.name
  if (ast.kind === 'item') return ast.path
  if (ast.kind === 'walk' && ast.walk === 'filter') return pathOf(ast.over)
  if (ast.kind !== 'field') return ''
  const of = pathOf(ast.of)
  return of === '' ? '' : `${of}.${ast.name}`
}

/** The parts directly below a node. */
export function partsOf(ast: Ast): readonly Ast[] {
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
