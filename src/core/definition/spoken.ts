/** The single place for the type of words that are written in one language and then said in another. */

/** What stands in another language: the same keys and the same things to put in; literal texts of one stand for any text. */
export type Spoken<Part> = Part extends string
  ? string
  : Part extends readonly string[]
    ? readonly string[]
    : Part extends (...given: infer Given) => string
      ? (...given: Given) => string
      : { readonly [Key in keyof Part]: Spoken<Part[Key]> }
