/** `folkmoot simplify`: what each question of a pack costs people, how often its answer changed anything, and what could go. */
import { assessNow, burdenOf, inHours, leastCases, type PageBurden, type Ranked, rank, type Sure } from '#core/simplify/index.ts'
import { type Definition, prepare, type Prepared, wordsIn } from '#core/index.ts'
import { simplificationOf, study, type Simplification } from '#features/simplify/feature.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { type Command, type Invocation, type Io, NotDone } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'
import { columns } from '../output.ts'
import { loadNamedPack } from '../packs.ts'

/** What is known at one council; `council` is null where none runs the service and there are no cases. */
type Known = { readonly council: string | null } & Pick<Simplification, 'study' | 'burdens' | 'ranked' | 'needed' | 'since' | 'isMadeUp'>

export const simplify: Command = {
  name: 'simplify',
  summary: 'Say what each question of a pack costs, how often it changed anything, and what could go',
  usage: 'simplify PACK [--council ID]',
  help: [
    'PACK is a folder, or the name of a pack in packs/.',
    '--council ID   on the past cases of this council; without it, of every council whose settings list the service',
    '',
    'At most 2,000 cases of the last twelve months are looked through, always the same ones. Fewer than 30 are too few to say.',
  ],
  options: { council: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { positionals, json, io } = invocation
    const { definition, pack, faults } = await loadNamedPack(positionals[0] ?? '')
    if (!definition) throw new NotDone(`${pack} has ${faults.length} faults. See: folkmoot check ${positionals[0]}`)
    const prepared = prepare(definition)
    const known = await knownOf(invocation, { definition, prepared })
    if (json) io.out(JSON.stringify({ pack, version: prepared.version, councils: known.map((one) => asData(prepared, one)) }, null, 2))
    else for (const one of known) describe({ prepared, pack, io }, one)
    return 0
  },
}

type Pack = { readonly definition: Definition; readonly prepared: Prepared }

async function knownOf(invocation: Invocation, pack: Pack): Promise<readonly Known[]> {
  return await withInstallation(invocation, async (installation) => {
    const isNamed = invocation.option('council') !== undefined
    const { id } = pack.definition.service
    const councils = councilsMeant(installation, invocation).filter(
      ({ settings }) => isNamed || settings.services.some((one) => one.id === id),
    )
    const known: Known[] = []
    for (const council of councils) known.push(await lookThrough(council, pack, invocation.io))
    return known.length > 0 ? known : [withoutCases(pack)]
  })
}

async function lookThrough(council: Council, { definition, prepared }: Pack, io: Io): Promise<Known> {
  const at = new Date()
  const onProgress = (share: number) => io.progress(`${council.id}: ${Math.round(share * 100)}%`)
  const made = await study(council, { definition, at: at.toISOString(), onProgress })
  return { council: council.id, ...(await simplificationOf(council, { prepared, study: made, today: dayInLondon(at) })) }
}

/** What the definition alone says. */
function withoutCases({ prepared }: Pack): Known {
  const value = assessNow(prepared, [])
  const at = new Date().toISOString()
  const { version } = prepared
  const made = { service: prepared.definition.service.id, version, madeAt: at, cases: 0, removed: 0, ms: 0, digest: '', assessment: value }
  const burdens = burdenOf([], { pages: prepared.pages.map(({ id }) => id), today: dayInLondon(new Date(at)) })
  return { council: null, study: made, burdens, ranked: rank(value, burdens, 0), needed: [], since: undefined, isMadeUp: false }
}

function asData(prepared: Prepared, { council, study: made, burdens, ranked, needed, since, isMadeUp }: Known) {
  const questions = made?.assessment.questions ?? []
  return {
    ...{ council, cases: made?.cases ?? 0, sampled: made?.assessment.sampled ?? 0, removed: made?.removed ?? 0, madeUp: isMadeUp },
    ...{ since: since ?? null, digest: made?.digest ?? null, ms: made?.ms ?? 0 },
    questions: questions.map((question) => {
      const burden = burdens.find(({ page }) => page === question.page)
      const among = questions.filter(({ page }) => page === question.page).length
      const errors = burden?.errors.get(question.path.split('.')[0] ?? '') ?? 0
      return { ...question, hours: hoursOf(burden, among), errors: burden?.seconds ? errors : null, left: burden?.left ?? null }
    }),
    candidates: ranked.map((one) => ({ ...one, title: titleOf(prepared, one) })),
    kept: made?.assessment.kept ?? [],
    needed,
  }
}

function hoursOf(burden: PageBurden | undefined, among: number): Sure | null {
  return burden?.seconds ? inHours(burden.seconds, burden.answered / among) : null
}

type Shown = { readonly prepared: Prepared; readonly pack: string; readonly io: Io }

function describe({ prepared, pack, io }: Shown, known: Known): void {
  const { council, study: made, ranked, isMadeUp } = known
  const { sampled = 0 } = made?.assessment ?? {}
  const madeUp = isMadeUp ? ', made up for a demonstration' : ''
  io.out(`${pack}${council === null ? '' : ` at ${council}`}: ${sampled} of ${made?.cases ?? 0} past cases looked through${madeUp}`)
  if (sampled < leastCases) io.out('  too few cases to say which answers make a difference')
  for (const candidate of ranked) for (const line of linesOf(prepared, candidate)) io.out(`  ${line}`)
  if (ranked.length === 0) io.out('  nothing was found that could go')
  for (const line of columns(questionRows(known))) io.out(`  ${line}`)
}

function questionRows({ study: made, burdens }: Known): readonly (readonly string[])[] {
  const questions = made?.assessment.questions ?? []
  const rows = questions.map(({ path, page, readers, uses, weight }) => {
    const among = questions.filter((one) => one.page === page).length
    const hours = hoursOf(
      burdens.find((burden) => burden.page === page),
      among,
    )
    const changed = weight.answered < leastCases ? 'too few' : `${weight.changed} of ${weight.answered}`
    const read = [...readers, ...new Set(uses.map(({ by }) => by))].join(' ')
    return [path, hours ? `${hours.is.toFixed(1)} h a year` : 'too few', changed, read]
  })
  return rows.length === 0 ? [] : [['question', 'time', 'changed', 'read by'], ...rows]
}

function linesOf(prepared: Prepared, candidate: Ranked): readonly string[] {
  const { tried, hours, changed, changes } = candidate
  const trial = tried
    ? `tried on ${tried.cases}: ${tried.changed} otherwise, ${tried.cantTell} not to be told, ${tried.fewer} asked less`
    : changes === undefined
      ? 'not tried: rules that read it would have to be written anew'
      : 'too few cases to try it on'
  const sure = changed && changed.high > 0 ? `, at most ${(changed.high * 100).toFixed(1)}% of all` : ''
  const saved = hours ? `; saves ${hours.is.toFixed(1)} hours a year (${hours.low.toFixed(1)} to ${hours.high.toFixed(1)})` : ''
  return [titleOf(prepared, candidate), `    ${trial}${sure}${saved}`]
}

function titleOf(prepared: Prepared, { kind, path, page, reason, options = [], other }: Ranked): string {
  const [language = 'en'] = prepared.languages
  const wording = wordsIn(prepared, language)
  if (kind === 'drop') return `Stop asking ${path} (${reason})`
  if (kind === 'prefill') return `Begin ${path} with the answer to ${other ?? ''} (${reason})`
  if (kind === 'reorder') return `Ask “${wording.page(page).title}” earlier (${reason})`
  return other === undefined
    ? `Offer one answer for ${options.join(', ')} of ${path} (${reason})`
    : `Ask ${other} only, not ${path} as well (${reason})`
}
