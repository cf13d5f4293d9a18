/** The single place that says whether a checked definition may be published by a council. Pure. */
import type { Definition, Fault, Language, Nation, Version } from '#core/definition/index.ts'

/** Who answers for a service: the cabinet member responsible and the accountable director. */
export type Sponsors = { readonly member: string; readonly director: string }

/** What of a council's settings bears on publishing a service. */
export type Standing = { readonly nation: Nation; readonly languages: readonly Language[]; readonly sponsors?: Sponsors | undefined }

/** What became of the wish to publish. `unchanged`: this very version was current already, and nothing was written. */
export type Publication =
  | { readonly state: 'published' | 'unchanged'; readonly service: string; readonly version: Version }
  | { readonly state: 'refused'; readonly faults: readonly Fault[] }

/** The two who answer for the service: those the council names, else those the pack names; undefined unless there are both. */
export function sponsorsOf({ service }: Definition, named: Sponsors | undefined): Sponsors | undefined {
  if (named) return named
  const { member, director } = service.sponsors
  return member !== undefined && director !== undefined ? { member, director } : undefined
}

/** Why this council may not publish the definition; none when it may. */
export function publishingFaults(definition: Definition, standing: Standing): readonly Fault[] {
  const { applies, languages } = definition.service
  const lacking = standing.languages.filter((language) => !languages.includes(language))
  const faults: Fault[] = []
  if (!sponsorsOf(definition, standing.sponsors)) {
    faults.push(
      fault(
        'missing-sponsors',
        'Nobody is named who answers for this service.',
        'Name the cabinet member responsible and the accountable director under `sponsors`, here or in the council’s settings.',
      ),
    )
  }
  if (!applies.includes(standing.nation)) {
    faults.push(
      fault(
        'other-nation',
        `This service follows the law of ${applies.join(', ')}, and the council is in ${standing.nation}.`,
        'Adapt it to the law there and add the nation to `applies`.',
      ),
    )
  }
  if (lacking.length > 0) {
    faults.push(
      fault(
        'missing-language',
        `The council’s pages are also in ${lacking.join(', ')}, and this service is not.`,
        'Add the words of that language: all languages of a council are published together.',
      ),
    )
  }
  return faults
}

function fault(code: string, message: string, help: string): Fault {
  return { file: 'service.yaml', line: 1, column: 1, code, message, help }
}
