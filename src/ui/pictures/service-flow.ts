/** The single place that draws the way through a service as a line with stops, with the same stops as a list beside it. */
import { html, type Html, type Renderable } from '../html.ts'

/** Something to know about a stop: what is wrong there, or worth a look. */
export interface FlowMark {
  readonly text: string
  readonly isFault: boolean
  /** Where more is said about it. */
  readonly href?: string | undefined
}

/** A page on the way. Without `onlyIf` everybody meets it. */
export interface FlowPage {
  readonly id: string
  readonly title: string
  readonly onlyIf?: string | undefined
  readonly questions: readonly string[]
  readonly exits: readonly { readonly id: string; readonly title: string; readonly when: string }[]
  readonly marks?: readonly FlowMark[] | undefined
}

export interface ServiceFlowOptions {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, in a sentence, for those who cannot see it. */
  readonly description: string
  readonly pages: readonly FlowPage[]
  readonly outcomes: readonly { readonly id: string; readonly label: string; readonly isAdverse: boolean }[]
  readonly words: FlowWords
}

export interface FlowWords {
  readonly start: string
  readonly sent: string
  readonly decided: string
  readonly some: string
  readonly onlyIf: (condition: string) => string
  readonly leaves: (condition: string) => string
  readonly ends: (title: string) => string
  readonly adverse: string
  readonly list: string
}

/** In units of the picture, which is as wide as a phone and grows a little on wider screens. */
const width = 360
const mainLine = 22
const sideLine = 46
const textStart = 74
const lineHeight = 20
const rowGap = 22
const charsPerLine = 33
/** Words of moments are bold, and so wider. */
const charsPerBoldLine = 29

type Kind = 'page' | 'some' | 'leaving' | 'moment' | 'outcome'

interface Row {
  readonly kind: Kind
  readonly lines: readonly string[]
  readonly note?: string
  readonly href: string
  readonly mark?: 'fault' | 'look' | undefined
  readonly isAdverse?: boolean
  readonly top: number
  readonly height: number
}

export function serviceFlow(options: ServiceFlowOptions): Html {
  const { id, title, description } = options
  const rows = rowsOf(options)
  const height = bottomOf(rows)
  const last = rows.findLast(({ kind }) => kind === 'moment')
  return html`<figure class="picture flow" aria-labelledby="${id}-caption">
<figcaption class="picture__title govuk-body" id="${id}-caption">${title}</figcaption>
<div class="flow__sides">
<svg class="flow__picture" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
<path class="flow__line" d="M${mainLine} ${middleOf(rows[0])}V${middleOf(last)}" aria-hidden="true"/>
${rows.map((row) => wayOf(row, middleOf(last)))}
${rows.map(stopOf)}
</svg>
${listOf(options)}
</div>
</figure>`
}

function rowsOf({ id, pages, outcomes, words }: ServiceFlowOptions): readonly Row[] {
  const rows: Row[] = []
  const add = (row: Omit<Row, 'top' | 'height' | 'lines'> & { readonly text: string }) => {
    const { text, ...rest } = row
    const lines = wrapped(text, row.kind === 'moment' ? charsPerBoldLine : charsPerLine)
    const noted = lines.length + (row.note === undefined ? 0 : 1)
    rows.push({ ...rest, lines, top: rows.length === 0 ? 4 : bottomOf(rows), height: noted * lineHeight + rowGap })
  }
  const at = (stop: string) => `#${id}-${stop}`
  add({ kind: 'moment', text: words.start, href: at('start') })
  for (const { id: page, title, onlyIf, exits, marks = [] } of pages) {
    const note = onlyIf === undefined ? {} : { note: words.some }
    add({ kind: onlyIf === undefined ? 'page' : 'some', text: title, href: at(page), mark: markOf(marks), ...note })
    for (const exit of exits) add({ kind: 'leaving', text: words.ends(exit.title), href: at(`exit-${exit.id}`) })
  }
  add({ kind: 'moment', text: words.sent, href: at('sent') })
  add({ kind: 'moment', text: words.decided, href: at('decided') })
  for (const { id: outcome, label, isAdverse } of outcomes) add({ kind: 'outcome', text: label, href: at(`outcome-${outcome}`), isAdverse })
  return rows
}

function markOf(marks: readonly FlowMark[]): Row['mark'] {
  if (marks.length === 0) return undefined
  return marks.some(({ isFault }) => isFault) ? 'fault' : 'look'
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

function stopOf(row: Row): Html {
  const y = middleOf(row)
  const { lines, note, href } = row
  const words = lines.map((line, index) => html`<tspan x="${textStart}" y="${y + 5 + index * lineHeight}">${line}</tspan>`)
  const below =
    note === undefined ? undefined : html`<text class="flow__note" x="${textStart}" y="${y + 5 + lines.length * lineHeight}">${note}</text>`
  const mark =
    row.mark &&
    html`<path class="${row.mark === 'fault' ? 'flow__mark flow__mark--fault' : 'flow__mark'}" d="M${width - 14} ${y - 9}l11 19h-22z"/>`
  return html`<a href="${href}" class="flow__stop"><rect class="flow__focus" x="${textStart - 6}" y="${row.top - 1}" width="${width - textStart + 4}" height="${row.height - rowGap + 8}" rx="4"/>${signOf(row, y)}<text class="flow__words flow__words--${row.kind}">${words}</text>${below}${mark}</a>
`
}

function signOf({ kind, isAdverse = false }: Row, y: number): Html {
  if (kind === 'moment') return html`<circle class="flow__moment" cx="${mainLine}" cy="${y}" r="9"/>`
  if (kind === 'page') return html`<circle class="flow__page" cx="${mainLine}" cy="${y}" r="7"/>`
  if (kind === 'some') return html`<circle class="flow__page flow__page--some" cx="${sideLine}" cy="${y}" r="6"/>`
  if (kind === 'leaving') return html`<path class="flow__end" d="M${sideLine} ${y - 9}V${y + 9}"/>`
  return html`<rect class="${isAdverse ? 'flow__outcome flow__outcome--adverse' : 'flow__outcome'}" x="${sideLine - 2}" y="${y - 8}" width="16" height="16" rx="4"/>`
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

function listOf({ id, pages, outcomes, words }: ServiceFlowOptions): Html {
  return html`<ol class="flow__list" aria-label="${words.list}">
${itemOf(`${id}-start`, words.start)}
${pages.map((page) => pageItem(id, page, words))}
${itemOf(`${id}-sent`, words.sent)}
<li id="${id}-decided" tabindex="-1"><span class="flow__name">${words.decided}</span><ul class="flow__questions">${outcomes.map(
    (outcome) =>
      html`<li id="${id}-outcome-${outcome.id}" tabindex="-1">${outcome.label}${outcome.isAdverse && html` – ${words.adverse}`}</li>`,
  )}</ul></li>
</ol>`
}

function pageItem(id: string, { id: page, title, onlyIf, questions, exits, marks = [] }: FlowPage, words: FlowWords): Html {
  const asked = questions.filter((question) => question !== title)
  return itemOf(
    `${id}-${page}`,
    title,
    html`${onlyIf !== undefined && html`<p class="flow__only">${words.onlyIf(onlyIf)}</p>`}
${asked.length > 0 && html`<ul class="flow__questions">${asked.map((question) => html`<li>${question}</li>`)}</ul>`}
${exits.map((exit) => html`<p class="flow__leaves" id="${id}-exit-${exit.id}" tabindex="-1"><strong>${exit.title}.</strong> ${words.leaves(exit.when)}</p>`)}
${marks.map(findingOf)}`,
  )
}

function findingOf({ text, isFault, href }: FlowMark): Html {
  const said = href === undefined ? text : html`<a class="govuk-link" href="${href}">${text}</a>`
  return html`<p class="${isFault ? 'flow__finding flow__finding--fault' : 'flow__finding'}">${said}</p>`
}

function itemOf(id: string, name: string, inside?: Renderable): Html {
  return html`<li id="${id}" tabindex="-1"><span class="flow__name">${name}</span>${inside}</li>`
}
