/** The single place that says how the parts of a definition are called where a proof names them: `pages.racket.when`, `exits.too_young`. */
import type { Definition } from '#core/definition/index.ts'
import type { Derived } from '#core/definition/program/program.ts'

const folders = { condition: 'conditions', calculation: 'calculations', table: 'tables' } as const

export const partId = {
  derived: ({ kind, id }: Pick<Derived, 'kind' | 'id'>): string => `${folders[kind]}.${id}`,
  exit: (id: string): string => `exits.${id}`,
  /** What may be answered at all: bounds, options, and that it must be answered. */
  question: (path: string): string => `questions.${path}`,
  when: (path: string): string => `questions.${path}.when`,
  valid: (path: string, id: string): string => `questions.${path}.valid.${id}`,
  bound: (path: string, side: 'earliest' | 'latest'): string => `questions.${path}.${side}`,
  option: (path: string, option: string): string => `questions.${path}.options.${option}`,
  pageConditions,
}

const known = new WeakMap<Definition, readonly (readonly string[])[]>()

/** For each page the ids of its conditions, in the order in which a program holds them. */
function pageConditions(definition: Definition): readonly (readonly string[])[] {
  const found =
    known.get(definition) ??
    definition.service.sections.flatMap((section) =>
      section.pages.map((page) => [
        ...(section.when === undefined ? [] : [`sections.${section.id}.when`]),
        ...(page.placed === undefined ? [] : [`pages.${page.id}.placed`]),
        ...(page.when === undefined ? [] : [`pages.${page.id}.when`]),
      ]),
    )
  known.set(definition, found)
  return found
}
