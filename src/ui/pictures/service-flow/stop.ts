/** The single place for what a picture of the way through a service is given: its stops, what is to be known of each, and the words around them. */

/** Something to know about a stop: what must be mended there, or is worth a look. */
export interface FlowMark {
  readonly text: string
  readonly isFault: boolean
  /** Where more is said about it. */
  readonly href?: string | undefined
}

/** An example person who comes to a stop. */
export interface FlowPerson {
  readonly title: string
  readonly href?: string | undefined
}

/** A page on the way. Without `onlyIf` everybody meets it. */
export interface FlowPage {
  readonly id: string
  readonly title: string
  readonly section?: string | undefined
  readonly onlyIf?: string | undefined
  readonly questions: readonly string[]
  readonly exits: readonly { readonly id: string; readonly title: string; readonly when: string }[]
}

export interface ServiceFlowOptions {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, in a sentence, for those who cannot see it. */
  readonly description: string
  readonly pages: readonly FlowPage[]
  readonly outcomes: readonly { readonly id: string; readonly label: string; readonly isAdverse: boolean }[]
  readonly marks?: ReadonlyMap<string, readonly FlowMark[]> | undefined
  /** Example people by stop; of a stop that is not in it nothing is told. */
  readonly met?: ReadonlyMap<string, readonly FlowPerson[]> | undefined
  readonly words: FlowWords
}

export interface FlowWords {
  readonly start: string
  readonly sent: string
  readonly decided: string
  readonly some: string
  readonly onlyIf: (condition: string) => string
  readonly leaves: (condition: string) => string
  readonly ends: (title: string) => string
  readonly adverse: string
  readonly list: string
  readonly mustBeMended: string
  readonly worthALook: string
  readonly people: (count: number) => string
  readonly nobody: string
  readonly metBy: string
  /** What the signs of the picture mean. */
  readonly key: string
  readonly signs: {
    readonly page: string
    readonly some: string
    readonly leaving: string
    readonly outcome: string
    readonly adverse: string
    readonly people: string
    readonly nobody: string
  }
}

/** What a mark of a stop is called: a fault outweighs what is worth a look. */
export function markName(marks: readonly FlowMark[], words: FlowWords): string {
  return marks.some(({ isFault }) => isFault) ? words.mustBeMended : words.worthALook
}
