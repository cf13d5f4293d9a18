/** The single place that finds the words of a function by its name and by what it is given. */
import type { Type } from '#core/expression/index.ts'
import type { Grammar } from './grammar.ts'

/** What a function is given, in words, with its type. */
export type Given = readonly [text: string, type: Type]

/** A call in words. Throws for a function without words: every function of the language has some, which a test holds. */
export function callWords({ calls }: Grammar, name: string, given: readonly Given[]): string {
  const words: Readonly<Record<string, (...given: string[]) => string>> = calls
  const say = words[keyOf(name, given)] ?? words[name]
  if (say === undefined) throw new Error(`There are no words for the function ${name}`)
  return say(...given.map(([text]) => text))
}

/** `min list` for the smallest of a list, `size text` for the characters of a text. */
function keyOf(name: string, [first]: readonly Given[]): string {
  const type = first?.[1]
  const member = type?.kind === 'list' ? type.of : type
  if (name === 'min' || name === 'max')
    return [name, member?.kind === 'date' && 'date', type?.kind === 'list' && 'list'].filter(Boolean).join(' ')
  if (name === 'size') return type?.kind === 'string' ? 'size text' : member?.kind === 'option' ? 'size options' : 'size'
  return name === 'count' ? `count ${type?.kind ?? 'days'}` : name
}
