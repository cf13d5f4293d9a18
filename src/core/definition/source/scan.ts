/** The single place where a file is looked over before it is parsed, so that a hostile one costs nothing: size, depth and what YAML a pack may use. */
import { CST, Lexer } from 'yaml'

/** Something a pack file may not hold. `at` is an offset into the text. */
export type Trouble = { readonly at: number; readonly code: string; readonly message: string; readonly help: string }

const maxCharacters = 512 * 1024
const maxTokens = 200_000
const maxFlowDepth = 32
const maxIndent = 120
const maxTroubles = 20

const refused: Readonly<Record<string, Omit<Trouble, 'at'>>> = {
  anchor: {
    code: 'alias',
    message: 'Anchors (&name) are not used in packs.',
    help: 'Write the value out, or keep it once as a constant, condition or calculation. A text that starts with & goes in quotes.',
  },
  alias: {
    code: 'alias',
    message: 'Aliases (*name) are not used in packs.',
    help: 'Write the value out, or keep it once as a constant, condition or calculation. A text that starts with * goes in quotes.',
  },
  tag: {
    code: 'tag',
    message: 'Tags (!name) are not used in packs.',
    help: 'Put the text in quotes: an expression that starts with ! is read as a tag without them.',
  },
  'directive-line': { code: 'directive', message: 'Directives (%) are not used in packs.', help: 'Take the line out.' },
  'explicit-key-ind': { code: 'explicit-key', message: 'A key is written key: value, without ?.', help: 'Take the ? out.' },
}

/** What in the text a pack file may not hold; at most twenty, in order. */
export function scan(text: string): readonly Trouble[] {
  if (text.length > maxCharacters) {
    return [
      {
        at: 0,
        code: 'too-large',
        message: `The file has ${text.length} characters; ${maxCharacters} are accepted.`,
        help: 'Split the rules over several files.',
      },
    ]
  }
  const control = findControlCharacter(text)
  return control === undefined ? scanTokens(text) : [control]
}

/** The first character that no text of a pack may hold, written as it is or, in quotes, as an escape: control characters and half characters. */
export function findControlCharacter(text: string): Trouble | undefined {
  const found = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]|\p{Surrogate}/u.exec(text)
  if (found === null) return undefined
  const isReplacement = found[0] === '\ufffd'
  return {
    at: found.index,
    code: isReplacement ? 'not-utf-8' : 'control-character',
    message: isReplacement ? 'The file is not UTF-8 here.' : `The file holds the control character U+${hexOf(found[0])}.`,
    help: isReplacement ? 'Save the file as UTF-8.' : 'Take the character out.',
  }
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

function scanTokens(text: string): readonly Trouble[] {
  const troubles: Trouble[] = []
  const state = { at: 0, lineStart: 0, depth: 0, tokens: 0, hasContent: false, before: '' }
  let isText = false
  for (const token of new Lexer().lex(text)) {
    const type = isText ? 'text' : (CST.tokenType(token) ?? 'text')
    if (type === 'doc-mode' || type === 'flow-error-end') continue
    if (type === 'scalar') {
      isText = true
      continue
    }
    isText = false
    const trouble = troubleOf(type, state, token)
    if (trouble !== undefined) troubles.push({ at: state.at, ...trouble })
    if (troubles.length >= maxTroubles || trouble?.code === 'too-deep' || trouble?.code === 'too-large') break
    if (type !== 'space') state.before = type
    state.at += token.length
    if (type === 'newline' || token.includes('\n')) state.lineStart = text.lastIndexOf('\n', state.at - 1) + 1
  }
  return troubles
}

type ScanState = { at: number; lineStart: number; depth: number; tokens: number; hasContent: boolean; before: string }

function troubleOf(type: string, state: ScanState, token: string): Omit<Trouble, 'at'> | undefined {
  state.tokens += 1
  if (state.tokens > maxTokens)
    return { code: 'too-large', message: 'The file has too many parts.', help: 'Split the rules over several files.' }
  if (type === 'flow-map-start' || type === 'flow-seq-start') state.depth += 1
  if (type === 'flow-map-end' || type === 'flow-seq-end') state.depth = Math.max(0, state.depth - 1)
  const isIndentedTooFar =
    (type === 'seq-item-ind' && state.at - state.lineStart > maxIndent) ||
    (type === 'space' && state.depth === 0 && state.at === state.lineStart && token.length > maxIndent)
  if (state.depth > maxFlowDepth || isIndentedTooFar) {
    return {
      code: 'too-deep',
      message: 'The file is nested too deeply.',
      help: 'No part of a pack is nested that deep; look for a bracket that is never closed.',
    }
  }
  if (type === 'doc-start' && state.hasContent) return severalDocuments
  state.hasContent ||= !blank.has(type)
  if (type === 'comma' && (state.before === 'comma' || state.before === 'flow-seq-start' || state.before === 'flow-map-start')) {
    return {
      code: 'not-yaml',
      message: 'There is nothing before this comma.',
      help: 'Take the comma out, or write "-" in quotes for a cell that accepts anything.',
    }
  }
  return Object.hasOwn(refused, type) ? refused[type] : undefined
}

const blank = new Set(['newline', 'space', 'comment', 'byte-order-mark'])

const severalDocuments = {
  code: 'several-documents',
  message: 'The file holds more than one document.',
  help: 'Take the --- out: a pack file is one document.',
}
