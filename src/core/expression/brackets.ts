/**
 * The single place that tells comparisons in brackets from comparisons in a row. In CEL `a == b < c` means `(a == b) < c`; the parser beneath
 * reads it the other way round, and so do most people. The language refuses both readings and asks for brackets.
 */
import type { ParsedNode } from './checker.ts'

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

/** Whether one side of a comparison is itself a comparison without brackets of its own. */
export function isComparisonInRow(node: ParsedNode, source: string): boolean {
  if (!isComparison(node)) return false
  const [left, right] = node.args
  const between = withoutText(source.slice(left.end, right.start))
  return (
    (COMPARISONS.has(left.op) && count(between, ')') <= unclosed(source, left)) ||
    (COMPARISONS.has(right.op) && count(between, '(') <= unopened(source, right))
  )
}

function isComparison(node: ParsedNode): node is Extract<ParsedNode, { op: '==' }> {
  return COMPARISONS.has(node.op)
}

/** A node begins and ends inside the outermost brackets of its own sides, so that some of its brackets lack their other half. */
function unclosed(source: string, node: ParsedNode): number {
  return halves(source, node).open
}

function unopened(source: string, node: ParsedNode): number {
  return halves(source, node).close
}

function halves(source: string, { start, end }: ParsedNode): { readonly open: number; readonly close: number } {
  let open = 0
  let close = 0
  for (const sign of withoutText(source.slice(start, end))) {
    if (sign === '(') open += 1
    else if (sign === ')' && open > 0) open -= 1
    else if (sign === ')') close += 1
  }
  return { open, close }
}

function withoutText(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
