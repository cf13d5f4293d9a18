/** The single place for functions over text, and for the size of things. */
import { RE2JS } from 're2js'
import { BOOL, type FunctionEntry, INT, type Signature, TEXT, textAt } from './function.ts'

const LONGEST_PATTERN = 200
const TESTS: readonly Signature[] = [{ takes: [TEXT, TEXT], gives: BOOL }]
const CHANGES: readonly Signature[] = [{ takes: [TEXT], gives: TEXT }]
const POSTCODE = /^\s*(([A-Z]{1,2})\d[A-Z\d]?)\s*\d[A-Z]{2}\s*$/i

const patterns = new Map<string, RE2JS>()

const METHODS: readonly FunctionEntry[] = [
  {
    name: 'startsWith',
    method: true,
    builtIn: true,
    signatures: TESTS,
    says: 'Whether a text begins with another.',
    example: 'postcode.startsWith("CB")',
    run: (given) => textAt(given, 0).startsWith(textAt(given, 1)),
  },
  {
    name: 'endsWith',
    method: true,
    builtIn: true,
    signatures: TESTS,
    says: 'Whether a text ends with another.',
    example: 'email.endsWith(".gov.uk")',
    run: (given) => textAt(given, 0).endsWith(textAt(given, 1)),
  },
  {
    name: 'contains',
    method: true,
    builtIn: true,
    signatures: TESTS,
    says: 'Whether a text has another in it.',
    example: 'address.contains("Flat")',
    run: (given) => textAt(given, 0).includes(textAt(given, 1)),
  },
  {
    name: 'lowerAscii',
    method: true,
    builtIn: true,
    signatures: CHANGES,
    says: 'The text with A to Z made small; other letters stay.',
    example: 'email.lowerAscii()',
    run: (given) => textAt(given, 0).replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  },
  {
    name: 'upperAscii',
    method: true,
    builtIn: true,
    signatures: CHANGES,
    says: 'The text with a to z made large; other letters stay.',
    example: 'plate.upperAscii()',
    run: (given) => textAt(given, 0).replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  },
  {
    name: 'trim',
    method: true,
    builtIn: true,
    signatures: CHANGES,
    says: 'The text without white space at either end.',
    example: 'plate.trim()',
    run: (given) => textAt(given, 0).trim(),
  },
]

export const TEXT_FUNCTIONS: readonly FunctionEntry[] = [
  ...METHODS,
  {
    name: 'like',
    signatures: TESTS,
    says: 'Whether the whole text fits a pattern (RE2 syntax, so that no pattern can hang). The pattern is written out, at most 200 characters.',
    example: 'like(plate, "[A-Z]{2}[0-9]{2} ?[A-Z]{3}")',
    literal: { at: 1, fault: patternFault },
    run: (given) => patternOf(textAt(given, 1)).matches(textAt(given, 0)),
  },
  {
    name: 'postcodeArea',
    signatures: CHANGES,
    says: 'The letters a full postcode begins with, `CB` of `CB1 2AB`; an empty text when it is no postcode.',
    example: 'postcodeArea(postcode) == "CB"',
    run: (given) => (POSTCODE.exec(textAt(given, 0))?.[2] ?? '').toUpperCase(),
  },
  {
    name: 'postcodeDistrict',
    signatures: CHANGES,
    says: 'The first half of a full postcode, `CB1` of `CB1 2AB`; an empty text when it is no postcode.',
    example: 'postcodeDistrict(postcode) in ["CB1", "CB2"]',
    run: (given) => (POSTCODE.exec(textAt(given, 0))?.[1] ?? '').toUpperCase(),
  },
  {
    name: 'size',
    builtIn: true,
    signatures: [
      { takes: ['any list'], gives: INT },
      { takes: [TEXT], gives: INT },
    ],
    says: 'How many members a list has, or characters a text.',
    example: 'size(people) > 2',
    run: ([given]) => (typeof given === 'string' ? [...given].length : Array.isArray(given) ? given.length : 0),
  },
]

/** Only patterns written in definitions come here, so the collection stays as small as they are. */
function patternOf(text: string): RE2JS {
  const pattern = patterns.get(text) ?? RE2JS.compile(text)
  patterns.set(text, pattern)
  return pattern
}

function patternFault(text: string): string | undefined {
  if (text.length > LONGEST_PATTERN) return `The pattern is longer than ${LONGEST_PATTERN} characters`
  try {
    patternOf(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? `The pattern is not valid: ${error.message}` : 'The pattern is not valid'
  }
}
