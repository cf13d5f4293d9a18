/** The single place that says what a service still lacks before a council can publish it, beyond a clean check. */
import type { Definition } from './definition.ts'

/** Who answers for a service: the cabinet member responsible and the accountable director. */
export type Sponsors = { readonly member?: string | undefined; readonly director?: string | undefined }

/** Something to be done before publishing. */
export type Lack = { readonly code: 'missing-sponsor'; readonly message: string; readonly help: string }

/**
 * What is lacking; empty when the service can be published. A council’s own `sponsors` come before the pack’s. A draft translation does not
 * hinder publishing: pages say that it is one.
 */
export function readyToPublish(definition: Definition, sponsors: Sponsors = {}): readonly Lack[] {
  const { sponsors: own } = definition.service
  const member = sponsors.member ?? own.member
  const director = sponsors.director ?? own.director
  return [lackOf(member, 'cabinet member responsible', 'member'), lackOf(director, 'accountable director', 'director')].filter(
    (lack) => lack !== undefined,
  )
}

function lackOf(name: string | undefined, who: string, key: string): Lack | undefined {
  if (name !== undefined && name.trim() !== '') return undefined
  return {
    code: 'missing-sponsor',
    message: `The service names no ${who}.`,
    help: `Give sponsors: { ${key}: … } in the council’s settings or in service.yaml.`,
  }
}
