/** The pages of suggested changes, from an idea in somebody's own words to the register of decisions, as people read them. */
import { findProposal } from '#features/proposals/commands/read.ts'
import { tryOn } from '#features/replay/index.ts'
import { publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Browser } from '#test/kit/browser.ts'
import { moment } from '#test/kit/installation.ts'
import { attribute } from '#test/kit/page.ts'
import type { Album, Participants } from './album.ts'

export async function suggestionPages(
  album: Album,
  { service, people }: { readonly service: string; readonly people: Participants },
): Promise<void> {
  const visitor = await album.visitor()
  await visitor.get(album.path('/suggestions'))
  album.keep(visitor, 'before anybody suggested anything')
  const id = await suggesting(album, visitor, service)
  const hidden = await suggestAs(album, people.resident, { service, text: `Something else (${service}).` })
  const officer = await album.signedIn(people.officer)
  await choosing(album, officer, id)
  await dealing(album, officer, { id, service })
  await backing(album, people.resident, id)
  await hiding(album, { id: hidden, people })
  await deciding(album, { id, people })
  for (const path of ['/suggestions', '/suggestions?show=all', '/decisions', '/moderation']) await album.visit(visitor, path)
  await album.visit(visitor, `/suggestions/${id}`, 'in place')
  await album.visit(officer, '/staff/suggestions?show=all')
}

const idOn = (browser: Browser) => /\/suggestions\/([0-9a-f-]{36})/.exec(browser.page.url)?.[1] ?? ''

async function suggesting(album: Album, visitor: Browser, service: string): Promise<string> {
  const form = `/services/${service}/suggest`
  await album.visit(visitor, form)
  await visitor.post(album.path(form), { text: '' })
  album.keep(visitor, 'left empty')
  await visitor.get(album.path(form))
  await visitor.post(album.path(form), { text: 'Ring me on 01632 960123.', email: 'not an address' })
  album.keep(visitor, 'wrong address')
  await visitor.post(album.path(form), { text: 'Ring me on 01632 960123.', email: '' })
  album.keep(visitor, 'personal details')
  await visitor.post(album.path(form), {
    text: `Say it more clearly.\n\nI had to ask my sister. (${service})`,
    email: 'sister@example.org',
  })
  album.keep(visitor, 'just suggested')
  return idOn(visitor)
}

async function suggestAs(album: Album, person: string, { service, text }: { service: string; text: string }): Promise<string> {
  const browser = await album.signedIn(person)
  const form = album.path(`/services/${service}/suggest`)
  await browser.get(form)
  album.keep(browser, 'signed in')
  await browser.post(form, { text })
  return idOn(browser)
}

/** Each kind of edit, looked at and kept: the first part of its kind that the pages offer. */
async function choosing(album: Album, officer: Browser, id: string): Promise<void> {
  const root = album.path(`/suggestions/${id}/change`)
  const linksTo = (pattern: RegExp) =>
    officer.page.all('a').flatMap((link) => [attribute(link, 'href') ?? ''].filter((href) => pattern.test(href)))
  await officer.get(root)
  album.keep(officer)
  // An age would decide few of so few cases otherwise.
  const figure = linksTo(/\/set-constant\?/).find((href) => !/age/.test(href))
  const edits = new Map<string, string>()
  const collect = () => {
    for (const href of linksTo(/\/change\/[a-z-]+\?/)) {
      const kind = /\/change\/([a-z-]+)\?/.exec(href)?.[1] ?? ''
      if (kind !== 'question' && !edits.has(kind)) edits.set(kind, href)
    }
  }
  collect()
  for (const href of linksTo(/\/change\/question\?/).slice(0, 3)) {
    await officer.get(href)
    album.keep(officer)
    collect()
  }
  for (const href of edits.values()) {
    await officer.get(href)
    album.keep(officer)
    await officer.post(href, { step: 'look' })
    album.keep(officer, 'looked at as it is')
  }
  if (figure === undefined) throw new Error('No figure can be changed')
  await officer.get(figure)
  const seq = fieldOn(officer, 'seq')
  const to = other(fieldOn(officer, 'to'))
  await officer.post(figure.replace('?', '/effect?'), { to, seq })
  album.keep(officer, 'what it would do to past cases')
  await officer.post(figure.replace('?', '/effect?'), { to: 'x', seq })
  album.keep(officer, 'what it would do, half typed')
  await officer.post(figure, { step: 'look', to, seq })
  album.keep(officer, 'looked at')
  const expect = officer.page
    .all('input')
    .flatMap((field) => (attribute(field, 'name') === 'expect' ? [attribute(field, 'value') ?? ''] : []))
  const keep = officer.page.all('button').findIndex((one) => attribute(one, 'value') === 'keep')
  await officer.submit(officer.page.texts('button')[keep] ?? '', { expect })
  album.keep(officer, 'worked out')
}

function fieldOn(browser: Browser, name: string): string {
  const field = browser.page.all('input').find((one) => attribute(one, 'name') === name)
  return field === undefined ? '' : (attribute(field, 'value') ?? '')
}

/** Another figure, with as many places: amounts are so much smaller that some of the past cases are decided or charged otherwise. */
function other(figure: string): string {
  const places = figure.split('.')[1]?.length ?? 0
  return places === 0 ? String(Number(figure) + 1) : (1).toFixed(places)
}

async function dealing(album: Album, officer: Browser, { id, service }: { id: string; service: string }): Promise<void> {
  const root = `/staff/suggestions/${id}`
  await album.visit(officer, '/staff/suggestions')
  await album.visit(officer, root)
  await officer.post(album.path(`${root}/effects`), { hours: 'many' })
  album.keep(officer, 'wrong number')
  await officer.get(album.path(root))
  const words = {
    'effect-equality-en': 'People who read slowly gain.',
    'effect-equality-cy': 'Mae pobl sy’n darllen yn araf ar eu hennill.',
  }
  await officer.post(album.path(`${root}/effects`), { 'way-equality': 'better', ...words, hours: '-120', pounds: '-3000' })
  await officer.post(album.path(`${root}/try`))
  album.keep(officer, 'tried')
  await officer.post(album.path(`${root}/publish-trial`))
  album.keep(officer, 'published')
  await trying(album, officer, { id, service })
}

/** What came of trying it on past cases, for staff and for everybody. */
async function trying(album: Album, officer: Browser, { id, service }: { id: string; service: string }): Promise<void> {
  const { installation, host } = album.place
  const council = installation.councils.find(({ settings }) => settings.hosts.includes(host))
  const tried = council && (await findProposal(council, id))?.trial
  if (!tried) throw new Error('Nothing was tried')
  const run = await tryDearly(council, service)
  await album.visit(officer, `/staff/trials/${run}`)
  const links = officer.page.all('a').map((link) => attribute(link, 'href') ?? '')
  await officer.get(links.find((href) => /\/trials\/.*\/cases\//.test(href)) ?? '')
  album.keep(officer, 'one case of a trial')
  await album.visit(officer, `/staff/trials/${run}/groups`)
  await officer.get(album.path(`/staff/trials/${run}`))
  await officer.post(album.path(`/staff/trials/${run}/again`), { 'since-day': '31', 'since-month': '2', 'since-year': '2026' })
  album.keep(officer, 'another day that is none')
  await album.visit(await album.visitor(), `/trials/${tried.trial}`)
}

/** Tries every amount of the service at a pound, so that cases change; answers the trial. */
async function tryDearly(council: Council, service: string): Promise<string> {
  const from = (await publishedService(council, service))?.definition
  if (from === undefined) throw new Error(`${service} is not published`)
  const constants = Object.fromEntries(
    Object.entries(from.service.constants).map(([id, one]) => [id, one.type === 'money' ? { ...one, is: '1.00' } : one]),
  )
  const to = { ...from, service: { ...from.service, constants } }
  return (await tryOn(council, { service, from, to, by: 'somebody', at: moment })).id
}

async function backing(album: Album, person: string, id: string): Promise<void> {
  const resident = await album.signedIn(person)
  await album.visit(resident, `/suggestions/${id}`, 'not backed yet')
  await resident.post(album.path(`/suggestions/${id}/back`), { wording: fieldOn(resident, 'wording') })
  album.keep(resident, 'backed')
  await album.visit(resident, '/suggestions/mine')
}

async function hiding(album: Album, { id, people }: { id: string; people: Participants }): Promise<void> {
  const officer = await album.signedIn(people.officer)
  await officer.get(album.path(`/staff/suggestions/${id}`))
  await officer.post(album.path(`/staff/suggestions/${id}/hide`), { rule: 'abuse', note: 'It names a neighbour.' })
  album.keep(officer, 'hidden')
  const author = await album.signedIn(people.resident)
  await album.visit(author, `/suggestions/${id}`, 'hidden, own')
  await author.post(album.path(`/suggestions/${id}/appeal`), { text: 'It names nobody.' })
  album.keep(author, 'appealed')
  const manager = await album.signedIn(people.manager)
  await album.visit(manager, `/staff/suggestions/${id}`, 'appealed')
  await album.visit(manager, '/staff/suggestions', 'with an appeal')
}

async function deciding(album: Album, { id, people }: { id: string; people: Participants }): Promise<void> {
  const page = album.path(`/staff/suggestions/${id}/decide`)
  for (const person of [people.member, people.director]) {
    const decider = await album.signedIn(person)
    await decider.get(page)
    album.keep(decider, `${person}, first`)
    const seen = fieldOn(decider, 'seen')
    await decider.post(album.path(`/staff/suggestions/${id}/regard`), { seen, 'regard-equality': '' })
    album.keep(decider, `${person}, nothing weighed`)
    await decider.post(album.path(`/staff/suggestions/${id}/regard`), {
      seen,
      'regard-equality': 'It is easier to read.',
      'regard-language': 'Both languages say the same.',
    })
    await decider.get(page)
    album.keep(decider, `${person}, weighed`)
    await decider.post(page, { seen, verdict: 'approved', reasons: 'It is clearer.', 'no-interest': 'yes' })
    album.keep(decider, `${person}, decided`)
  }
}
