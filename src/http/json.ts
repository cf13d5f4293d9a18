/** The single place where posted JSON is read before its owner parses it: bounded in depth, safe in names, carriable in text. */
import { isCarriable } from './text.ts'

const maxDepth = 32

/** The value, or `undefined` in `value` and the reason when the text is not JSON that we take. Total. */
export function readJson(text: string): { readonly value: unknown } | { readonly refused: 'not-json' | 'too-deep' | 'unsafe' } {
  if (depthOf(text) > maxDepth) return { refused: 'too-deep' }
  try {
    const value: unknown = JSON.parse(text)
    return isSafe(value) ? { value } : { refused: 'unsafe' }
  } catch {
    return { refused: 'not-json' }
  }
}

/** Counts brackets, those in strings included: enough to refuse nesting that would exhaust a stack. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (character === 0x5b || character === 0x7b) depth += 1
    else if (character === 0x5d || character === 0x7d) depth -= 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}

function isSafe(value: unknown): boolean {
  if (typeof value === 'string') return isCarriable(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isSafe)
  return Object.entries(value).every(([name, member]) => name !== '__proto__' && isCarriable(name) && isSafe(member))
}
