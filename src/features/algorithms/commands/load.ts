/** The single place that gathers what a record is made of: the version in use, its example people, its releases and who answers for it. */
import { wordsIn } from '#core/definition/index.ts'
import { type ExamplePeople, type KeptProof, type Published, proofOf } from '#features/services/index.ts'
import { dataUses, examplePeople, publishedService, timeIn, versionHistory } from '#features/services/index.ts'
import { inLanguage, nameOf } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import { type AlgorithmRecord, recordOf, type Rules, rulesOf } from '../domain/index.ts'

/** The record of the version in use; undefined for a service that is not published. */
export async function findRecord(
  { council, lang, now }: Pick<Ctx, 'council' | 'lang' | 'now'>,
  service: string,
): Promise<AlgorithmRecord | undefined> {
  const published = await publishedService(council, service)
  if (!published) return undefined
  const { prepared, version, publishedAt, sponsors, definition } = published
  const wording = wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
  // The rules are public whether or not they can be proved.
  const [people, proof, releases] = await Promise.all([
    examplePeople(council, published),
    proofOf(council, published, now).catch(() => undefined),
    versionHistory(council, service),
  ])
  const { contact, teams, roles } = council.settings
  const team = teams.find(({ id }) => id === definition.service.casework.team)
  return recordOf({
    service,
    wording,
    version,
    publishedAt,
    owner: {
      organisation: nameOf(council, lang),
      team: team === undefined ? '' : inLanguage(team.name, lang),
      ...sponsors,
      email: contact.email,
      phone: contact.phone,
    },
    prepared,
    rules: rulesIn(published, wording, { people, proof }),
    provedAt: proof?.provedAt,
    uses: dataUses(definition, wording, (role) => {
      const named = Object.hasOwn(roles, role) ? roles[role] : undefined
      return named && inLanguage(named.name, lang)
    }),
    gates: releases[0]?.gates ?? [],
    releases,
    within: (duration) => timeIn(wording.language, duration),
  })
}

/** As many as a server is asked for in a day. */
const mostKept = 100
const kept = new Map<string, Rules>()

type Wording = AlgorithmRecord['wording']

/** The rules in words and the example people walked: the same until either changes. */
function rulesIn(
  { prepared }: Pick<Published, 'prepared'>,
  wording: Wording,
  { people, proof }: { readonly people: ExamplePeople; readonly proof: KeptProof | undefined },
): Rules {
  const key = `${people.digest} ${wording.language}`
  const known = kept.get(key)
  if (known) return known
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  const rules = rulesOf({ prepared, wording, ...people, proof: proof?.proof })
  if (proof) kept.set(key, rules)
  return rules
}
