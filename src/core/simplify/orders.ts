/** The single place that finds pages which could be asked earlier, so that people to whom they say the service is not for them leave sooner. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled } from '#core/expression/index.ts'
import type { Thought } from './propose.ts'

/** A page on whose answer a journey can end, put right after the last one that this hangs on. */
export function reorderings(prepared: Prepared): readonly Thought[] {
  const earliest = new Map<number, number>()
  for (const { asks } of prepared.program.exits) {
    const places = placesOf(prepared, asks)
    const last = Math.max(...places)
    // What decides whether the page is shown must be known by then.
    const before = Math.max(-1, ...[...places, ...placesOf(prepared, readsOfPage(prepared, last))].filter((place) => place < last))
    earliest.set(last, Math.max(before, earliest.get(last) ?? -1))
  }
  return [...earliest].flatMap(([last, before]) => thoughtOf(prepared, last, before))
}

function thoughtOf(prepared: Prepared, last: number, before: number): readonly Thought[] {
  const { pages } = prepared
  const page = pages[last]
  const [question] = page?.questions ?? []
  const place = placing(prepared, last, before)
  if (page === undefined || question === undefined || place === undefined) return []
  const { section, after } = place
  const start = after === null ? pages.findIndex((one) => one.section === section) : pages.findIndex(({ id }) => id === after) + 1
  const between = pages.slice(start, last).map(({ id }) => id)
  if (between.length === 0) return []
  const elsewhere = section === page.section ? {} : { section }
  const amendments = [{ edit: 'reorder', what: 'page', id: page.id, after, ...elsewhere }] as const
  return [
    { id: `reorder:${page.id}`, kind: 'reorder', path: question.id, page: page.id, reason: 'ends-earlier', before: between, amendments },
  ]
}

type Placing = { readonly section: string; readonly after: string | null }

/** In the section of the page it comes after; within its own where one of the two is shown to some people only. */
function placing({ pages, definition }: Prepared, last: number, before: number): Placing | undefined {
  const page = pages[last]
  const prior = pages[before]
  const target = prior?.section ?? pages[0]?.section
  if (page === undefined || target === undefined) return undefined
  const conditional = new Set(definition.service.sections.flatMap(({ id, when }) => (when === undefined ? [] : [id])))
  if (target === page.section) return { section: target, after: prior?.id ?? null }
  return conditional.has(target) || conditional.has(page.section)
    ? { section: page.section, after: null }
    : { section: target, after: prior?.id ?? null }
}

/** Where questions are asked, directly or through what is worked out, and whatever shows those pages in turn. */
function placesOf(prepared: Prepared, names: readonly string[]): readonly number[] {
  const derived = new Map(prepared.program.derived.map(({ id, asks }) => [id, asks]))
  const asked = names.flatMap((name) => derived.get(name.split('.', 1)[0] ?? name) ?? [name])
  const own = prepared.pages.flatMap(({ questions }, place) => (questions.some(({ id }) => asked.includes(id)) ? [place] : []))
  const shown = own.flatMap((place) => readsOfPage(prepared, place))
  return shown.length === 0 ? own : [...new Set([...own, ...placesOf(prepared, shown)])]
}

/** Names that decide whether a page and its questions are shown, offered and accepted; its own answers left out. */
function readsOfPage({ program }: Prepared, place: number): readonly string[] {
  const page = program.pages[place]
  const own = new Set(page?.questions.map(({ question }) => question.id))
  const compiled = [...(page?.when ?? []), ...(page?.questions ?? []).flatMap(expressionsOf)]
  const starts = (page?.questions ?? []).flatMap(({ question }) => question.starts ?? [])
  const members = new Set(page?.questions.flatMap(({ of }) => of.map(({ question }) => question.id)))
  const names = compiled.flatMap(({ reads }) => reads.map((name) => name.split('.', 1)[0] ?? name))
  return [...names, ...starts].filter((name) => !own.has(name) && !members.has(name) && name !== 'today')
}

function expressionsOf({ when, valid, offered, earliest, latest, of }: QuestionProgram): readonly Compiled[] {
  const all = [when, earliest, latest, ...valid.map(({ is }) => is), ...offered.values()].filter((one) => one !== undefined)
  return [...all, ...of.flatMap(expressionsOf)]
}
