/** The single place for the way through a service as a list: everything the picture shows, in words. */
import { stopOf } from '#core/telling/index.ts'
import { html, type Html, type Renderable } from '../../html.ts'
import { type FlowMark, type FlowPage, type FlowPerson, type ServiceFlowOptions } from './stop.ts'

/** So few are named at a stop; of more their number is told. */
const mostNamed = 3

export function flowList(options: ServiceFlowOptions): Html {
  const { id, pages, outcomes, words } = options
  const sections = new Set(pages.map(({ section }) => section)).size
  return html`<ol class="flow__list" aria-label="${words.list}">
${itemOf(`${id}-${stopOf.start}`, words.start)}
${pages.map((page, at) => pageItem(options, page, sections > 1 && pages[at - 1]?.section !== page.section))}
${itemOf(`${id}-${stopOf.sent}`, words.sent, toKnow(options, stopOf.sent))}
<li id="${id}-${stopOf.decided}" tabindex="-1"><span class="flow__name">${words.decided}</span>${toKnow(options, stopOf.decided)}<ul class="flow__questions">${outcomes.map(
    (outcome) =>
      html`<li id="${id}-${stopOf.outcome(outcome.id)}" tabindex="-1">${outcome.label}${outcome.isAdverse && html` – ${words.adverse}`}${about(options, stopOf.outcome(outcome.id))}</li>`,
  )}</ul></li>
</ol>`
}

function pageItem(options: ServiceFlowOptions, page: FlowPage, isFirstOfSection: boolean): Html {
  const { id, words } = options
  const { title, section, onlyIf, questions, exits } = page
  const asked = questions.filter((question) => question !== title)
  return html`<li id="${id}-${page.id}" tabindex="-1">${isFirstOfSection && html`<span class="flow__section-name">${section}</span>`}<span class="flow__name">${title}</span>${onlyIf !== undefined && html`<p class="flow__only">${words.onlyIf(onlyIf)}</p>`}
${asked.length > 0 && html`<ul class="flow__questions">${asked.map((question) => html`<li>${question}</li>`)}</ul>`}${about(options, page.id)}
${exits.map(
  (exit) =>
    html`<div class="flow__leaves" id="${id}-${stopOf.exit(exit.id)}" tabindex="-1"><p><strong>${exit.title}.</strong> ${words.leaves(exit.when)}</p>${about(options, stopOf.exit(exit.id))}</div>`,
)}</li>`
}

function itemOf(id: string, name: string, inside?: Renderable): Html {
  return html`<li id="${id}" tabindex="-1"><span class="flow__name">${name}</span>${inside}</li>`
}

/** What is to be known of a stop, and which example people come to it. */
function about(options: ServiceFlowOptions, stop: string): Html {
  const people = options.met?.get(stop)
  return html`${toKnow(options, stop)}${people && metBy(people, options)}`
}

function toKnow({ marks, words }: ServiceFlowOptions, stop: string): readonly Html[] {
  return (marks?.get(stop) ?? []).map(({ text, isFault, href }: FlowMark) => {
    const name = isFault ? words.mustBeMended : words.worthALook
    const said = text === name ? '' : html` ${text}`
    const content = html`<strong>${name}${said !== '' && ':'}</strong>${said}`
    return html`<p class="${isFault ? 'flow__finding flow__finding--fault' : 'flow__finding'}">${href === undefined ? content : html`<a class="govuk-link" href="${href}">${content}</a>`}</p>`
  })
}

function metBy(people: readonly FlowPerson[], { words }: ServiceFlowOptions): Html {
  if (people.length === 0) return html`<p class="flow__met flow__met--nobody">${words.nobody}</p>`
  if (people.length > mostNamed) return html`<p class="flow__met">${words.people(people.length)}</p>`
  const named = people.map(
    ({ title, href }, at) => html`${at > 0 && '; '}${href === undefined ? title : html`<a class="govuk-link" href="${href}">${title}</a>`}`,
  )
  return html`<p class="flow__met">${words.metBy} ${named}</p>`
}
