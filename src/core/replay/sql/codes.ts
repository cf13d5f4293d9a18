/** The single place where options and texts become small numbers, so that SQL compares numbers only. */

/** Numbers for texts. Those of a table of past cases come first; a text no case has is numbered after them. */
export class Codes {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  constructor(known: readonly string[] = []) {
    for (const text of known) this.of(text)
  }

  of(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.length
    this.#numbers.set(text, number)
    this.#texts.push(text)
    return number
  }

  find(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  /** @throws RangeError for a number that was never given out */
  text(number: number): string {
    const text = this.#texts[number]
    if (text === undefined) throw new RangeError(`no text has the number ${number}`)
    return text
  }

  list(): readonly string[] {
    return this.#texts
  }
}
