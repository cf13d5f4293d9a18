/** The single place that knows where each part of a definition stands. */
import type { Definition } from '#core/definition/index.ts'
import { placedQuestions } from '#core/definition/check/subject.ts'
import type { Path } from './proof.ts'

/** Paths by the ids of parts: `pages.racket`, `pages.racket.when`, `questions.people.income`, `tables.rate`, `conditions.adult`, `service`. */
export type Places = { readonly of: (part: string) => Path; readonly row: (table: string, row: number) => Path }

export function placesOf(definition: Definition): Places {
  const places = new Map<string, Path>([...pagePlaces(definition), ...questionPlaces(definition), ...rulePlaces(definition)])
  const tables = new Map(definition.tables.map(({ id }, at) => [id, at]))
  return {
    of: (part) => nearest(places, part),
    row: (table, row) => ['tables', tables.get(table) ?? 0, 'rows', row],
  }
}

/** The place of the part, or of the nearest part it belongs to. */
function nearest(places: ReadonlyMap<string, Path>, part: string): Path {
  const names = part.split('.')
  for (let length = names.length; length > 0; length -= 1) {
    const found = places.get(names.slice(0, length).join('.'))
    if (found !== undefined) return found
  }
  return ['service']
}

function pagePlaces({ service }: Definition): readonly (readonly [string, Path])[] {
  return service.sections.flatMap((section, at) => {
    const path = ['service', 'sections', at]
    return [
      [`sections.${section.id}`, path] as const,
      [`sections.${section.id}.when`, [...path, 'when']] as const,
      ...section.pages.flatMap((page, index) => {
        const own = [...path, 'pages', index]
        const condition = page.when === undefined ? (page.placed === undefined ? own : [...own, 'placed']) : [...own, 'when']
        return [
          [`pages.${page.id}`, own] as const,
          [`pages.${page.id}.when`, condition] as const,
          [`pages.${page.id}.placed`, [...own, 'placed']] as const,
        ]
      }),
    ]
  })
}

function questionPlaces(definition: Definition): readonly (readonly [string, Path])[] {
  return placedQuestions(definition).flatMap(({ question, path }) => {
    const members =
      question.kind === 'group'
        ? question.of.map((member, at) => ({ id: `${question.id}.${member.id}`, one: member, path: [...path, 'of', at] }))
        : []
    return [{ id: question.id, one: question, path }, ...members].flatMap(({ id, one, path: own }) => [
      [`questions.${id}`, own] as const,
      ...(one.when === undefined ? [] : [[`questions.${id}.when`, [...own, 'when']] as const]),
    ])
  })
}

function rulePlaces({ service, tables }: Definition): readonly (readonly [string, Path])[] {
  const { casework } = service
  const parts = (['actions', 'messages', 'tasks', 'appointments'] as const).flatMap((part) =>
    (casework[part] ?? []).map(({ id }, at) => [`${part}.${id}`, ['service', 'casework', part, at]] as const),
  )
  return [
    ...Object.keys(service.conditions).map((id) => [`conditions.${id}`, ['service', 'conditions', id]] as const),
    ...service.calculations.map(({ id }, at) => [`calculations.${id}`, ['service', 'calculations', at, 'is']] as const),
    ...service.exits.map(({ id }, at) => [`exits.${id}`, ['service', 'exits', at, 'when']] as const),
    ...service.outcomes.map(({ id }, at) => [`outcomes.${id}`, ['service', 'outcomes', at]] as const),
    ...tables.map(({ id }, at) => [`tables.${id}`, ['tables', at, 'id']] as const),
    ...(service.fee === undefined ? [] : [['fee', ['service', 'fee', 'is']] as const]),
    ...(service.outcome === undefined ? [] : [['outcome', ['service', 'outcome']] as const]),
    ...parts,
  ]
}
