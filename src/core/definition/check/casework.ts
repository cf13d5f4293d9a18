/** The single place that checks what a service says about casework, coverage and what may be changed: everything named there exists. */
import type { Finding } from '../program/compile.ts'
import { findNearest, suggest } from '#core/expression/nearest.ts'
import type { Path } from '../source/document.ts'
import { at, type Check, placedQuestions, type Subject } from './subject.ts'

export const checkCasework: Check = (subject) => [
  ...messageFindings(subject),
  ...flagFindings(subject),
  ...pairFindings(subject),
  ...coverageFindings(subject),
  ...changeFindings(subject),
  ...aloneFindings(subject),
]

/** Where messages are sent from, by a clock, an action or a renewal. */
function senders({ definition }: Subject): readonly { readonly message: string; readonly path: Path }[] {
  const { clocks, actions, renewal } = definition.service.casework
  const path = ['service', 'casework']
  return [
    ...(renewal === undefined ? [] : [{ message: renewal.message, path: [...path, 'renewal', 'message'] }]),
    ...clocks.flatMap(({ fires }, index) =>
      fires.message === undefined ? [] : [{ message: fires.message, path: [...path, 'clocks', index, 'fires', 'message'] }],
    ),
    ...actions.flatMap(({ effect }, index) =>
      effect.message === undefined ? [] : [{ message: effect.message, path: [...path, 'actions', index, 'effect', 'message'] }],
    ),
  ]
}

function messageFindings(subject: Subject): readonly Finding[] {
  const { messages } = subject.definition.service.casework
  const known = messages.map(({ id }) => id)
  const sent = senders(subject)
  return [
    ...sent
      .filter(({ message }) => !known.includes(message))
      .map(({ message, path }) =>
        at(path, { code: 'unknown-message', message: `There is no message “${message}”.`, help: suggest(message, known) }),
      ),
    ...messages.flatMap(({ id, on }, index) => {
      if (on !== undefined || sent.some(({ message }) => message === id)) return []
      const help = 'Say on: what makes it go out, or let a clock or an action send it.'
      return [
        at(['service', 'casework', 'messages', index, 'id'], {
          code: 'unused-message',
          message: `Nothing sends the message “${id}”.`,
          help,
        }),
      ]
    }),
  ]
}

function flagFindings({ definition }: Subject): readonly Finding[] {
  const { clocks, actions } = definition.service.casework
  const set = [...clocks.map(({ fires }) => fires.flag), ...actions.map(({ effect }) => effect.flag)].filter((flag) => flag !== undefined)
  return actions.flatMap(({ effect }, index) => {
    const { unflag } = effect
    if (unflag === undefined || set.includes(unflag)) return []
    const path = ['service', 'casework', 'actions', index, 'effect', 'unflag']
    return [at(path, { code: 'unknown-flag', message: `Nothing sets the flag “${unflag}”.`, help: suggest(unflag, set) })]
  })
}

function pairFindings({ definition }: Subject): readonly Finding[] {
  const { outcomes, casework } = definition.service
  const known = outcomes.map(({ id }) => id)
  return casework.pair.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          at(['service', 'casework', 'pair', index], {
            code: 'unknown-outcome',
            message: `There is no outcome “${id}”.`,
            help: suggest(id, known),
          }),
        ],
  )
}

function coverageFindings({ definition }: Subject): readonly Finding[] {
  const { coverage } = definition.service
  if (coverage === undefined) return []
  const addresses = placedQuestions(definition)
    .filter(({ question }) => question.kind === 'address')
    .map(({ question }) => question.id)
  if (addresses.includes(coverage.address)) return []
  const message = `“${coverage.address}” is not an address question of the service.`
  return [at(['service', 'coverage', 'address'], { code: 'unknown-question', message, help: suggest(coverage.address, addresses) })]
}

/** A group stands alone on its page. */
function aloneFindings({ definition }: Subject): readonly Finding[] {
  return definition.service.sections.flatMap((section, index) =>
    section.pages.flatMap((page, number) => {
      const group = page.questions.findIndex(({ kind }) => kind === 'group')
      if (group === -1 || page.questions.length === 1) return []
      const path = ['service', 'sections', index, 'pages', number, 'questions', group, 'kind']
      return [at(path, { code: 'group-not-alone', message: 'A group stands alone on its page.', help: 'Give it a page of its own.' })]
    }),
  )
}

function changeFindings(subject: Subject): readonly Finding[] {
  const { statutory, local, required } = subject.definition.service.change
  const path = ['service', 'change']
  return [
    ...statutory.flatMap(({ part }, index) => partFinding(subject, part, [...path, 'statutory', index, 'part'])),
    ...local.flatMap((part, index) => partFinding(subject, part, [...path, 'local', index])),
    ...required.flatMap((part, index) => partFinding(subject, part, [...path, 'required', index])),
  ]
}

/** A part is a key of the service, `rules` or `words`, and then names below it: `exits.pension_age`, `rules.rate`. */
function partFinding({ definition }: Subject, part: string, path: Path): readonly Finding[] {
  let value: unknown = {
    ...definition.service,
    rules: definition.tables,
    words: definition.words,
    questions: placedQuestions(definition).map(({ question }) => question),
  }
  for (const name of part.split('.')) {
    const known = namesBelow(value)
    const next = known.get(name)
    if (next === undefined) {
      const near = findNearest(name, known.keys())
      const help =
        near === undefined
          ? 'Name a key of service.yaml, rules or words, and what is below it after a dot.'
          : `Did you mean “${part.replace(name, near)}”?`
      return [at(path, { code: 'unknown-part', message: `The definition has no “${part}”.`, help })]
    }
    value = next.value
  }
  return []
}

function namesBelow(value: unknown): ReadonlyMap<string, { readonly value: unknown }> {
  if (Array.isArray(value)) return new Map(value.flatMap((item: unknown) => (hasId(item) ? [[item.id, { value: item }]] : [])))
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value).map(([key, item]) => [key, { value: item }]) : [])
}

function hasId(item: unknown): item is { readonly id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
}
