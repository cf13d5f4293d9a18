/** The single place to import the pure part of services from. */
export { type CellSpeech, cellWords, literalWords } from './cell-words.ts'
export { layOut, layOutEquality } from './outline.ts'
export { type Publication, publishingFaults, type Sponsors, sponsorsOf, type Standing } from './publication.ts'
export { type Findable, find } from './search.ts'
