/** The single place for UK postcodes, kept in capitals with a space: `SW1A 1AA`. */

/** The form of BS 7666-2, as the Office for National Statistics prints it, with GIR 0AA. */
const form = /^(GIR ?0AA|(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])) ?\d[ABD-HJLNP-UW-Z]{2})$/

/** The postcode a person typed, or undefined. */
export function parsePostcode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s.-]/g, '')
  return form.test(plain) ? `${plain.slice(0, -3)} ${plain.slice(-3)}` : undefined
}
