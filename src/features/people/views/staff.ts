/** The single place for the staff pages: where work begins, and who works here. */
import { mayDo } from '#http/actor.ts'
import { inLanguage } from '#http/council.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { input } from '#ui/components/input.ts'
import { radios } from '#ui/components/radios.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { Person, PersonDetails } from '../domain.ts'
import { usualRoles } from '../policy.ts'
import { faults } from './sign-in.ts'
import { wordsIn } from './words.ts'

/** `/staff`: what there is to do for whoever is signed in. */
export function homePage(ctx: Ctx): Content {
  const words = wordsIn(ctx.lang)
  const entries = ctx.menu.filter((entry) => entry.path !== '/staff')
  const links = entries.map(
    (entry) => html`<li><a class="govuk-link" href="${path(ctx.lang, entry.path)}">${inLanguage(entry.words, ctx.lang)}</a></li>`,
  )
  const main = html`<h1 class="govuk-heading-l">${words.yourWork}</h1>
<p class="govuk-body">${ctx.actor.name}${ctx.actor.teams.length > 0 && html` · ${teamNames(ctx, ctx.actor.teams)}`}</p>
<ul class="govuk-list govuk-list--spaced">${links}</ul>`
  return { title: words.yourWork, main, wide: true }
}

export function peoplePage(ctx: Ctx, staff: readonly Person[]): Content {
  const words = wordsIn(ctx.lang)
  const head = [words.name, words.kind, words.teams, words.roles, words.status].map((text) => ({ text }))
  const rows = staff.map((person) => [
    { html: nameCell(ctx, person) },
    { text: words.kinds[person.kind] },
    { text: teamNames(ctx, person.teams) },
    { text: person.roles.map((role) => roleName(ctx, role)).join(', ') },
    { text: person.isActive ? words.hasAccess : words.accessEnded },
  ])
  const main = html`<h1 class="govuk-heading-l">${words.people}</h1>
<p class="govuk-body">${words.peopleIntro}</p>
${mayDo(ctx.actor, 'people.manage') && button({ text: words.addPerson, href: path(ctx.lang, '/staff/people/new') })}
${tableScroll(words.people, table({ head, rows, firstCellIsHeader: true, caption: words.people, captionClasses: 'govuk-visually-hidden' }))}`
  return { title: words.people, main, wide: true }
}

function nameCell(ctx: Ctx, person: Person): Html {
  if (!mayDo(ctx.actor, 'people.manage')) return html`${person.name}`
  return html`<a class="govuk-link" href="${path(ctx.lang, `/staff/people/${person.id}`)}">${person.name}</a>`
}

/** A form's faults by field, and what was filled in. */
export interface Filled<Value> {
  readonly value: Value
  readonly faults?: readonly { readonly field: string; readonly text: string }[]
}

export function newPersonPage(ctx: Ctx, { value, faults: found = [] }: Filled<PersonDetails>): Content {
  const words = wordsIn(ctx.lang)
  const fault = (field: string) => found.find((one) => one.field === field)
  const kinds = (['officer', 'partner', 'councillor'] as const).map((kind) => ({ value: kind, text: words.kinds[kind] }))
  const main = html`${
    found.length > 0 &&
    faults(
      ctx,
      found.map(({ field, text }) => ({ text, href: `#${field}` })),
    )
  }
<h1 class="govuk-heading-l">${words.addPerson}</h1>
${form(
  ctx,
  path(ctx.lang, '/staff/people/new'),
  html`${input({ id: 'name', name: 'name', value: value.name, classes: 'govuk-input--width-20', label: { text: words.name }, errorMessage: fault('name') })}
${input({ id: 'email', name: 'email', type: 'email', value: value.email ?? '', classes: 'govuk-input--width-20', label: { text: words.email }, errorMessage: fault('email') })}
${radios({ name: 'kind', value: value.kind, fieldset: { legend: { text: words.kind } }, items: kinds })}
${rightsFields(ctx, value)}
${button({ text: words.save })}`,
)}`
  return { title: words.addPerson, main, error: found.length > 0, backLink: { href: path(ctx.lang, '/staff/people') } }
}

export function personPage(ctx: Ctx, { value: person, faults: found = [] }: Filled<Person>): Content {
  const words = wordsIn(ctx.lang)
  const active = checkboxes({ name: 'active', items: [{ value: 'yes', text: words.endAccess, checked: person.isActive }] })
  const main = html`${
    found.length > 0 &&
    faults(
      ctx,
      found.map(({ field, text }) => ({ text, href: `#${field}` })),
    )
  }
<h1 class="govuk-heading-l">${person.name}</h1>
<p class="govuk-body">${words.kinds[person.kind]}${person.email && html` · ${person.email}`}</p>
${form(ctx, path(ctx.lang, `/staff/people/${person.id}`), html`${rightsFields(ctx, person)}${active}${button({ text: words.save })}`)}`
  return { title: person.name, main, error: found.length > 0, backLink: { href: path(ctx.lang, '/staff/people') } }
}

function rightsFields(ctx: Ctx, { roles, teams }: Pick<PersonDetails, 'roles' | 'teams'>): Html {
  const words = wordsIn(ctx.lang)
  const roleItems = [...Object.keys(usualRoles), ...Object.keys(ctx.council.settings.roles)].map((role) => ({
    value: role,
    text: roleName(ctx, role),
    checked: roles.includes(role),
  }))
  const teamItems = ctx.council.settings.teams.map(({ id, name }) => ({
    value: id,
    text: inLanguage(name, ctx.lang),
    checked: teams.includes(id),
  }))
  return html`${checkboxes({ name: 'roles', fieldset: { legend: { text: words.roles } }, items: roleItems })}
${teamItems.length > 0 && checkboxes({ name: 'teams', fieldset: { legend: { text: words.teams } }, items: teamItems })}`
}

function roleName(ctx: Ctx, role: string): string {
  const known = usualRoles[role] ?? ctx.council.settings.roles[role]?.name
  return known ? inLanguage(known, ctx.lang) : role
}

function teamNames(ctx: Ctx, teams: readonly string[]): string {
  const names = ctx.council.settings.teams.filter(({ id }) => teams.includes(id)).map(({ name }) => inLanguage(name, ctx.lang))
  return names.join(', ')
}
