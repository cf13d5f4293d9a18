/** The single place that gathers what a record is made of: the version in use, its example people, its releases and who answers for it. */
import { packOf, type Prepared, readPack, type ScenarioFile, wordsIn } from '#core/definition/index.ts'
import { companionsOf, dataUses, publishedService, timeIn, versionHistory } from '#features/services/index.ts'
import { inLanguage, nameOf } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import { type AlgorithmRecord, examplesOf, recordOf } from '../domain/index.ts'

/** Reading a pack takes a while, and a version never changes; as many as a server is asked for in a day. */
const mostKept = 100
const kept = new Map<string, readonly ScenarioFile[]>()

/** The record of the version in use; undefined for a service that is not published. */
export async function findRecord(ctx: Pick<Ctx, 'council' | 'lang'>, service: string): Promise<AlgorithmRecord | undefined> {
  const { council, lang } = ctx
  const published = await publishedService(council, service)
  if (!published) return undefined
  const { prepared, version, publishedAt, sponsors, definition } = published
  const wording = wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
  const [scenarios, releases] = await Promise.all([scenariosOf(ctx, service, prepared), versionHistory(council, service)])
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
    examples: examplesOf(prepared, scenarios, wording),
    uses: dataUses(definition, wording, (role) => {
      const named = Object.hasOwn(roles, role) ? roles[role] : undefined
      return named && inLanguage(named.name, lang)
    }),
    gates: releases[0]?.gates ?? [],
    releases,
    within: (duration) => timeIn(wording.language, duration),
  })
}

async function scenariosOf({ council }: Pick<Ctx, 'council'>, service: string, prepared: Prepared): Promise<readonly ScenarioFile[]> {
  const files = await companionsOf(council, service, prepared.version)
  const key = `${prepared.version} ${files.size}`
  const known = kept.get(key)
  if (known) return known
  const { scenarios } = readPack(packOf(prepared.definition, files))
  const oldest = kept.keys().next().value
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(key, scenarios)
  return scenarios
}
