/** The single place that knows which questions are about a protected characteristic (Equality Act 2010, section 4). */
import { type Ast, type Compiled, partsOf } from '#core/expression/index.ts'
import type { Definition } from './definition.ts'
import type { Question, SimpleQuestion } from './model/question.ts'

/**
 * Whether a question is about a protected characteristic: it says so, its purpose rests on a condition for sensitive details (UK GDPR, article 9), or it asks
 * for a date of birth.
 */
export function isProtected({ service }: Pick<Definition, 'service'>, question: Question | SimpleQuestion, group?: Question): boolean {
  if (question.protected !== undefined || group?.protected !== undefined) return true
  const purpose = service.purposes[question.purpose ?? group?.purpose ?? '']
  return purpose?.special !== undefined || (question.kind === 'date' && question.fill === 'bday')
}

/** Names whose age the rules work out: dates of birth, whatever they are called. */
export function bornNames(expressions: readonly Compiled[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { ast } of expressions) visit(ast, found)
  return found
}

function visit(ast: Ast, found: Set<string>): void {
  const [born] = ast.kind === 'call' && ast.name === 'ageOn' ? ast.given : []
  if (born?.kind === 'variable') found.add(born.name)
  if (born?.kind === 'field' && born.of.kind === 'item') found.add(`${born.of.path}.${born.name}`)
  for (const part of partsOf(ast)) visit(part, found)
}
