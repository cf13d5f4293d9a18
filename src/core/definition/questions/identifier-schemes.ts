/** The single place for national identifiers: how each is written, and the check it carries in itself. */
import type { QuestionOf } from './question.ts'

export type Scheme = QuestionOf<'identifier'>['scheme']

type Rule = {
  /** The plain form of what was typed (capitals, no spaces), made standard. */
  readonly standard?: (plain: string) => string
  readonly isValid: (standard: string) => boolean
  readonly show?: (standard: string) => string
}

export const schemes: Readonly<Record<Scheme, Rule>> = {
  // HM Revenue and Customs, National Insurance Manual NIM39110: prefixes not used, suffix A to D.
  'national-insurance': {
    isValid: (id) => /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(id),
    show: (id) => id.replace(/^(..)(..)(..)(..)(.)$/, '$1 $2 $3 $4 $5'),
  },
  // NHS Data Dictionary, “NHS number”: modulus 11 over nine digits weighted 10 to 2.
  nhs: {
    isValid: (id) => /^\d{10}$/.test(id) && nhsCheckDigit(id) === Number(id[9]),
    show: (id) => id.replace(/^(...)(...)(....)$/, '$1 $2 $3'),
  },
  // Companies House, “Uniform Resource Identifiers”: eight characters; numbers shorter than eight are filled with zeros.
  company: {
    standard: (id) => (/^\d{1,7}$/.test(id) ? id.padStart(8, '0') : id),
    isValid: (id) => /^(?:\d{8}|[A-Z]{2}\d{6}|R\d{7}|[A-Z]{2}\d{5}[A-Z])$/.test(id) && !/^0{8}$/.test(id),
  },
  // Charity Commission (six or seven digits, a linked charity after a hyphen), OSCR (SC0 and five digits), Charity Commission for Northern Ireland (NIC and six digits).
  charity: { isValid: (id) => /^(?:[1-9]\d{5,6}(?:-\d{1,4})?|SC0\d{5}|NIC\d{6})$/.test(id) },
  // DVLA leaflet INF104: the current, prefix, suffix and dateless forms, Northern Ireland included.
  vehicle: {
    isValid: (id) => /^(?:[A-Z]{2}\d{2}[A-Z]{3}|[A-Z]\d{1,3}[A-Z]{3}|[A-Z]{3}\d{1,3}[A-Z]|[A-Z]{1,3}\d{1,4}|\d{1,4}[A-Z]{1,3})$/.test(id),
    show: (id) => id.replace(/^([A-Z]{2}\d{2})([A-Z]{3})$/, '$1 $2'),
  },
  // HM Revenue and Customs, VAT Registration Manual: weights 8 to 2, the two last digits complete a multiple of 97, or 55 more.
  vat: {
    standard: (id) => id.replace(/^(?:GB|XI)/, ''),
    isValid: (id) => /^(?:\d{9}|\d{12})$/.test(id) && isVatChecked(id.slice(0, 9)),
    show: (id) => `GB ${id.replace(/^(...)(....)(..)/, '$1 $2 $3 ').trim()}`,
  },
}

/** The identifier in its standard form, or undefined where it is not one. */
export function parseIdentifier(scheme: Scheme, typed: string): string | undefined {
  const rule = schemes[scheme]
  const plain = typed.toUpperCase().replace(/[\s./]/g, '')
  const bare = scheme === 'charity' ? plain : plain.replaceAll('-', '')
  const standard = rule.standard === undefined ? bare : rule.standard(bare)
  return rule.isValid(standard) ? standard : undefined
}

function nhsCheckDigit(digits: string): number {
  const check = 11 - (weighted(digits.slice(0, 9), 10) % 11)
  return check === 11 ? 0 : check
}

function isVatChecked(digits: string): boolean {
  const total = weighted(digits.slice(0, 7), 8) + Number(digits.slice(7))
  return Number(digits) > 0 && (total % 97 === 0 || (total + 55) % 97 === 0)
}

/** Digits times weights that fall from `first` by one. */
function weighted(digits: string, first: number): number {
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (first - index), 0)
}
