/** The single place that makes a service of a few questions and rules, with all else as plain as it can be: for tests of proofs. */
import { type Prepared, prepare, readDefinition } from '#core/index.ts'

/** `pages` are those after which everything is known; each question is asked for one purpose. The rest is as a service writes it. */
export type SmallService = {
  readonly pages: readonly { readonly id: string; readonly when?: string; readonly questions: readonly object[] }[]
  readonly tables?: readonly object[]
  readonly [part: string]: unknown
}

/** @throws Error where the parts make no service */
export function smallService({ pages, tables = [], ...parts }: SmallService): Prepared {
  const asked = pages.map((page) => ({ ...page, questions: page.questions.map((question) => ({ purpose: 'decide', ...question })) }))
  const definition = readDefinition({
    service: {
      schema: 1,
      id: 'small',
      applies: ['england'],
      languages: ['en'],
      retention: { years: { keep: 'P6Y', because: 'A rule' } },
      purposes: { decide: { basis: 'public-task', readers: ['officer'], retention: 'years' } },
      sections: [{ id: 'all', pages: asked }],
      outcomes: [{ id: 'good' }, { id: 'bad', adverse: true }],
      casework: { team: 'front_desk' },
      ...parts,
    },
    tables: tables.map((table) => ({ schema: 1, ...table })),
    words: { en: { schema: 1, language: 'en', translation: { state: 'source' } } },
  })
  if (definition === undefined) throw new Error('The parts make no service')
  return prepare(definition)
}

/** A table that gives the outcome: by each cell, of one input, in order. */
export function outcomeTable(is: string, rows: readonly (readonly [cell: string, outcome: 'good' | 'bad'])[], hit = 'first'): object {
  return {
    id: 't',
    hit,
    inputs: [{ id: 'input', is }],
    outputs: [{ id: 'outcome', type: 'outcome' }],
    rows: rows.map(([cell, outcome]) => ({ when: [cell], then: [outcome] })),
  }
}
