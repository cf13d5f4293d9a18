/** The single place that draws the way through a service as a line with stops. Each stop leads to where the list beside it says the same. */
import { stopOf } from '#core/telling/index.ts'
import { html, type Html } from '../../html.ts'
import { signFor } from './sign.ts'
import { type FlowPage, markName, type ServiceFlowOptions } from './stop.ts'

/** In units of the picture, which is as wide as a phone and grows a little on wider screens. */
const width = 372
const mainLine = 22
const sideLine = 46
const textStart = 74
const markColumn = width - 37
const peopleColumn = width - 13
const lineHeight = 20
const rowGap = 22
const sectionGap = 8
const charsPerLine = 31
/** Words of moments are bold, and so wider. */
const charsPerBoldLine = 27

type Kind = 'page' | 'some' | 'leaving' | 'moment' | 'outcome' | 'section'

interface Row {
  readonly kind: Kind
  /** The stop it stands for; a section is none. */
  readonly stop: string
  readonly lines: readonly string[]
  readonly note?: string
  readonly isAdverse?: boolean
  readonly top: number
  readonly height: number
}

export function flowPicture(options: ServiceFlowOptions): Html {
  const { id, title, description } = options
  const rows = rowsOf(options)
  const [start, last] = [rows.find(({ kind }) => kind === 'moment'), rows.findLast(({ kind }) => kind === 'moment')]
  return html`<svg class="flow__picture" viewBox="0 0 ${width} ${bottomOf(rows)}" role="group" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
<path class="flow__line" d="M${mainLine} ${middleOf(start)}V${middleOf(last)}" aria-hidden="true"/>
${rows.map((row) => wayOf(row, middleOf(last)))}
${rows.map((row) => (row.kind === 'section' ? sectionOf(row) : stopDrawn(row, options)))}
</svg>`
}

function rowsOf({ pages, outcomes, words }: ServiceFlowOptions): readonly Row[] {
  const rows: Row[] = []
  const add = ({ text, ...row }: Omit<Row, 'top' | 'height' | 'lines'> & { readonly text: string }) => {
    const lines = wrapped(text, row.kind === 'moment' ? charsPerBoldLine : charsPerLine)
    const noted = lines.length + (row.note === undefined ? 0 : 1)
    const gap = row.kind === 'section' ? sectionGap : rowGap
    rows.push({ ...row, lines, top: rows.length === 0 ? 4 : bottomOf(rows), height: noted * lineHeight + gap })
  }
  add({ kind: 'moment', text: words.start, stop: stopOf.start })
  const sections = new Set(pages.map(({ section }) => section)).size
  for (const [at, page] of pages.entries()) {
    if (sections > 1 && page.section !== pages[at - 1]?.section) add({ kind: 'section', text: page.section ?? '', stop: '' })
    add(pageRow(page, words.some))
    for (const exit of page.exits) add({ kind: 'leaving', text: words.ends(exit.title), stop: stopOf.exit(exit.id) })
  }
  add({ kind: 'moment', text: words.sent, stop: stopOf.sent })
  add({ kind: 'moment', text: words.decided, stop: stopOf.decided })
  for (const { id, label, isAdverse } of outcomes) add({ kind: 'outcome', text: label, stop: stopOf.outcome(id), isAdverse })
  return rows
}

function pageRow({ id, title, onlyIf }: FlowPage, some: string) {
  return onlyIf === undefined
    ? ({ kind: 'page', text: title, stop: id } as const)
    : ({ kind: 'some', text: title, stop: id, note: some } as const)
}

function bottomOf(rows: readonly Row[]): number {
  const last = rows.at(-1)
  return last === undefined ? 0 : last.top + last.height
}

/** Where the stop itself is drawn: beside its first line. */
function middleOf(row: Row | undefined): number {
  return row === undefined ? 0 : row.top + lineHeight / 2 + 2
}

/** A page for some stands on a line of its own that leaves the main one and comes back; who leaves goes to the end of a short one. */
function wayOf(row: Row, decided: number): Html | undefined {
  const y = middleOf(row)
  if (row.kind === 'some') {
    const [from, to] = [y - 26, y + 26]
    return html`<path class="flow__line flow__line--some" d="M${mainLine} ${from}C${mainLine} ${y - 12} ${sideLine} ${y - 18} ${sideLine} ${y}C${sideLine} ${y + 18} ${mainLine} ${y + 12} ${mainLine} ${to}" aria-hidden="true"/>`
  }
  if (row.kind === 'leaving')
    return html`<path class="flow__line flow__line--leaving" d="M${mainLine} ${y - 18}C${mainLine} ${y} ${mainLine + 8} ${y} ${sideLine} ${y}" aria-hidden="true"/>`
  if (row.kind === 'outcome')
    return html`<path class="flow__line flow__line--outcome" d="M${mainLine} ${decided}V${y - 10}Q${mainLine} ${y} ${mainLine + 10} ${y}H${sideLine}" aria-hidden="true"/>`
  return undefined
}

function sectionOf({ lines, top }: Row): Html {
  const y = top + lineHeight / 2 + 3
  return html`<text class="flow__section" aria-hidden="true">${lines.map((line, at) => html`<tspan x="${textStart}" y="${y + at * lineHeight}">${line}</tspan>`)}</text>`
}

function stopDrawn(row: Row, options: ServiceFlowOptions): Html {
  const y = middleOf(row)
  const { lines, note, stop, top, height } = row
  const words = lines.map((line, index) => html`<tspan x="${textStart}" y="${y + 5 + index * lineHeight}">${line}</tspan> `)
  const below =
    note === undefined ? undefined : html`<text class="flow__note" x="${textStart}" y="${y + 5 + lines.length * lineHeight}">${note}</text>`
  return html`<a href="#${options.id}-${stop}" class="flow__stop"><rect class="flow__focus" x="${textStart - 6}" y="${top - 1}" width="${width - textStart + 4}" height="${height - rowGap + 8}" rx="4"/>${signAt(row, y)}<text class="flow__words flow__words--${row.kind}">${words}</text>${below}${knownOf(row, y, options)}</a>
`
}

/** What is told of a stop beside its words, named for those who cannot see it. */
function knownOf({ stop }: Row, y: number, { marks, met, words }: ServiceFlowOptions): Html {
  const found = marks?.get(stop) ?? []
  const people = met?.get(stop)?.length
  const sign = found.some(({ isFault }) => isFault) ? 'fault' : 'look'
  const named = (name: string, drawn: Html) => html` <g role="img" aria-label="${name}">${drawn}</g>`
  return html`${found.length > 0 && named(markName(found, words), signFor(sign, { x: markColumn, y }))}${
    people !== undefined &&
    (people === 0
      ? named(words.nobody, signFor('nobody', { x: peopleColumn, y }))
      : named(words.people(people), signFor('people', { x: peopleColumn, y, count: people })))
  }`
}

function signAt({ kind, isAdverse = false }: Row, y: number): Html {
  if (kind === 'moment' || kind === 'page') return signFor(kind, { x: mainLine, y })
  if (kind === 'outcome') return signFor(isAdverse ? 'adverse' : 'outcome', { x: sideLine + 6, y })
  return signFor(kind === 'leaving' ? 'leaving' : 'some', { x: sideLine, y })
}

/** At the ends of words, in lines of at most so many characters. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line !== undefined && `${line} ${word}`.length <= most) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
