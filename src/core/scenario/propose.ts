/** The single place where new example people are proposed for what none of the others reaches. Each has really been walked there. */
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn, type Wording } from '#core/definition/words.ts'
import { findPerson, type Wish } from '#core/proof/index.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { composeScenario } from './compose.ts'

/** Something nobody reaches, and why nobody was found for it: nobody can, or nobody was found in reasonable time. */
export type Unreached = {
  readonly kind: 'page' | 'row' | 'answer' | 'outcome'
  readonly id: string
  readonly within?: string
  readonly why: 'nobody' | 'unknown'
}

export type Proposals = { readonly proposed: readonly ScenarioFile[]; readonly unreached: readonly Unreached[] }

type Target = Omit<Unreached, 'why'> & { readonly wish: Wish }

/** One example person may reach several things; each is wished for only while nobody reaches it. Members of groups are left to people. */
export function proposeScenarios(prepared: Prepared, scenarios: readonly ScenarioFile[]): Proposals {
  const [language] = prepared.languages
  if (language === undefined) return { proposed: [], unreached: [] }
  const wording = wordsIn(prepared, language)
  const proposed: ScenarioFile[] = []
  const unreached: Unreached[] = []
  const tried = new Set<string>()
  for (;;) {
    const target = targetsOf(coverageOf(prepared, [...scenarios, ...proposed])).find((one) => !tried.has(idOf(one)))
    if (target === undefined) return { proposed, unreached }
    tried.add(idOf(target))
    const found = findPerson(prepared, [target.wish])
    const { kind, id, within } = target
    const part = { kind, id, ...(within === undefined ? {} : { within }) }
    if (!('person' in found)) {
      unreached.push({ ...part, why: 'conflict' in found ? 'nobody' : 'unknown' })
      continue
    }
    const scenario = composeScenario(prepared, { id: idOf(target), title: titleOf(target, wording), ...found.person, isProposed: true })
    // What it was made for, it must show when it is walked from its file.
    if (targetsOf(coverageOf(prepared, [scenario])).some((one) => idOf(one) === idOf(target))) unreached.push({ ...part, why: 'unknown' })
    else proposed.push(scenario)
  }
}

/** What nobody reaches, pages and rows first. */
function targetsOf({ pages, tables, options, outcomes }: Coverage): readonly Target[] {
  const lacking = (parts: Coverage['pages']) => parts.filter(({ by }) => by.length === 0)
  return [
    ...lacking(pages).map(({ id }): Target => ({ kind: 'page', id, wish: { page: id } })),
    ...tables.flatMap(({ id: within, rows }) =>
      lacking(rows).map(({ id }): Target => ({ kind: 'row', id, within, wish: { row: [within, id] } })),
    ),
    ...options
      .filter(({ question }) => !question.includes('.'))
      .flatMap(({ question: within, options: all }) =>
        lacking(all).map(({ id }): Target => ({ kind: 'answer', id, within, wish: { answer: [within, chosen(id, all)] } })),
      ),
    ...lacking(outcomes).map(({ id }): Target => ({ kind: 'outcome', id, wish: { outcome: id } })),
  ]
}

/** Of a yes-no question the options are called so. */
function chosen(id: string, all: Coverage['pages']): string | boolean {
  const isYesNo = all.length === 2 && all[0]?.id === 'yes' && all[1]?.id === 'no'
  return isYesNo ? id === 'yes' : id
}

/** A name that is a slug, the same for the same thing. */
function idOf({ kind, id, within }: Omit<Target, 'wish'>): string {
  return ['proposed', kind, within, id].flatMap((part) => part?.replaceAll('_', '-') ?? []).join('-')
}

/** In the language the service was written in. */
function titleOf({ kind, id, within = '' }: Target, wording: Wording): string {
  const said = {
    en: {
      page: (name: string) => `Is asked “${name}”`,
      answer: (name: string, of: string) => `Answers “${of}” with “${name}”`,
      row: (name: string, of: string) => `Meets “${name}” in “${of}”`,
      outcome: (name: string) => `Gets “${name}”`,
    },
    cy: {
      page: (name: string) => `Gofynnir “${name}”`,
      answer: (name: string, of: string) => `Yn ateb “${of}” â “${name}”`,
      row: (name: string, of: string) => `Yn cwrdd â “${name}” yn “${of}”`,
      outcome: (name: string) => `Yn cael “${name}”`,
    },
  }[wording.language]
  if (kind === 'page') return said.page(wording.page(id).title)
  if (kind === 'outcome') return said.outcome(wording.outcome(id).label)
  if (kind === 'row') return said.row(id.replaceAll('_', ' '), wording.table(within).label)
  const question = wording.question(within)
  return said.answer(question.options.find((option) => option.id === id)?.label ?? id, question.short)
}
