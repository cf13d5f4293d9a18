/** The single list of the states in which pages are looked at: every address people can read, as the app answers it, faults included. */
import { type Browser, type Filling } from '#test/kit/browser.ts'
import { bilingual, english, type Installation } from '#test/kit/installation.ts'
import type { Page } from '#test/kit/page.ts'
import { bandEang, broadband, bulkyWaste, buttons, reduction, referenceOn, type Walk, walkAndSend } from '#test/kit/walks.ts'
import { Album, type PageState } from './album.ts'
import { caseworkPages } from './casework-pages.ts'
import { sharingPages } from './sharing-pages.ts'
import { simplifyPages } from './simplify-pages.ts'
import { briefingPages } from './staff-pages.ts'
import { suggestionPages } from './suggestion-pages.ts'
import { valuePages } from './value-pages.ts'

const ambleford = {
  host: english,
  walks: [reduction, broadband],
  people: { resident: 'amina', officer: 'tom', manager: 'helen', member: 'ruth', director: 'daniel' },
  workers: { planner: 'ben', crew: 'furniture', inspector: 'owen' },
} as const
const cwmArian = {
  host: bilingual,
  walks: [bulkyWaste, bandEang],
  people: { resident: 'megan', officer: 'dafydd', manager: 'sian', member: 'gwenllian', director: 'aled' },
  workers: { planner: 'dafydd', crew: 'crew', inspector: 'nerys' },
} as const

/** All states, in each language of each council. */
export async function pageStates(installation: Installation): Promise<readonly PageState[]> {
  await installation.fill(40)
  const places = [
    { installation, lang: 'en', ...ambleford },
    { installation, lang: 'en', ...cwmArian },
    { installation, lang: 'cy', ...cwmArian },
  ] as const
  const all: PageState[] = []
  for (const place of places) {
    const album = new Album(place)
    await publicPages(album)
    for (const walk of place.walks) await journeyPages(album, walk)
    await exitPages(album)
    await savingPages(album)
    await trackingPages(album)
    await signInPages(album)
    await staffPages(album)
    await managerPages(album)
    await recordsPages(album)
    await caseworkPages(album, place.workers)
    await briefingPages(album)
    const [walk] = place.walks
    if (walk) await simplifyPages(album, { service: walk.service, manager: place.people.manager })
    if (walk) await valuePages(album, { walk, manager: place.people.manager })
    await suggestionPages(album, { service: place.walks[0]?.service ?? '', people: place.people })
    const { manager, director } = place.people
    await sharingPages(album, { service: place.walks[0]?.service ?? '', manager, director })
    all.push(...album.states)
  }
  return all
}

async function publicPages(album: Album): Promise<void> {
  const { installation, host, walks } = album.place
  await album.visit(installation.browser(host), '/', 'first contact')
  await album.visit(installation.browser(host), '/services', 'language not chosen')
  const visitor = await album.visitor()
  for (const path of ['/services', '/privacy', '/cookies', '/accessibility', '/outbox']) await album.visit(visitor, path)
  await album.visit(visitor, '/services?q=zzzz', 'nothing found')
  await album.visit(visitor, '/no-such-page', 'not found')
  for (const { service } of walks) {
    await album.visit(visitor, `/services/${service}/apply/check`, 'nothing to check')
    for (const rest of ['', '/about', '/rules', '/paper', '/coverage']) await album.visit(visitor, `/services/${service}${rest}`)
  }
}

/** Each question asked, left empty, and answered; the list of each group; removing; checking; the reference. */
async function journeyPages(album: Album, walk: Walk): Promise<void> {
  const { on, send } = buttons[album.place.lang]
  const root = `/services/${walk.service}`
  const visitor = await album.visitor()
  await visitor.get(album.path(`${root}/apply`))
  for (const [index, { page, fill }] of walk.steps.entries()) {
    const before = visitor.page.url
    album.keep(visitor)
    await visitor.submit(on)
    if (visitor.page.errors.length > 0) album.keep(visitor, 'left empty')
    if (visitor.page.url === before) await visitor.submit(on, fill)
    if (walk.steps[index + 1]?.page === page) continue
    if (/\/\d$/.test(page)) await album.visit(visitor, `${root}/apply/${page}/remove`)
    if (/\/\d$/.test(page)) await visitor.get(album.path(`${root}/apply/${page.slice(0, -2)}`))
  }
  await album.visit(visitor, `${root}/apply/check`)
  await album.visit(visitor, `${root}/apply/no-such-page`, 'not part of it')
  await visitor.get(album.path(`${root}/apply/check`))
  await visitor.submit(send)
  album.keep(visitor)
  await album.visit(visitor, `${root}/equality`)
  await album.visit(visitor, `${root}/apply/check`, 'sent before')
}

/** The news that a service is not for them, before anything is sent. */
async function exitPages(album: Album): Promise<void> {
  const [walk] = album.place.walks
  const [step] = walk?.steps ?? []
  if (!walk || !step) return
  const visitor = await album.visitor()
  await visitor.get(album.path(`/services/${walk.service}/apply`))
  await visitor.submit(buttons[album.place.lang].on, { ...step.fill, ...walk.exit })
  if (!visitor.page.url.endsWith('/not-here')) await visitor.submit(buttons[album.place.lang].on)
  album.keep(visitor)
}

async function savingPages(album: Album): Promise<void> {
  const [walk] = album.place.walks
  const [first] = walk?.steps ?? []
  if (!walk || !first) return
  const visitor = await album.visitor()
  await visitor.get(album.path(`/services/${walk.service}/apply`))
  await visitor.submit(buttons[album.place.lang].on, first.fill)
  await album.visit(visitor, `/services/${walk.service}/save`)
  await press(visitor, { email: 'nobody' })
  album.keep(visitor, 'wrong')
  await press(visitor, { email: 'later@example.org' })
  album.keep(visitor)
  await visitor.get(album.path('/outbox'))
  await album.visit(visitor, linkIn(visitor.page, '/return/'))
  await album.visit(visitor, '/return/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'gone')
}

async function trackingPages(album: Album): Promise<void> {
  const [walk] = album.place.walks
  if (!walk) return
  const visitor = await album.visitor()
  const reference = referenceOn(await walkAndSend(visitor, walk, album.place.lang))
  await album.visit(visitor, '/track')
  await press(visitor, {})
  album.keep(visitor, 'left empty')
  await visitor.get(album.path('/track'))
  await press(visitor, { reference, contact: walk.contact ?? '' })
  album.keep(visitor, 'waiting')
  await album.visit(visitor, `/track/${reference}/withdraw`)
  const officer = await album.signedIn(album.place.people.officer)
  await openCase(album, officer, reference)
  album.keep(officer, 'received')
  await officer.post(`${officer.page.url}/ask`, { seq: seqOn(officer.page), text: 'Which bank is it?' })
  await album.visit(visitor, `/track/${reference}`, 'asked')
  await openCase(album, officer, reference)
  await officer.post(`${officer.page.url}/decide`, { seq: seqOn(officer.page), outcome: 'no-such-outcome' })
  album.keep(officer, 'refused')
  await openCase(album, officer, reference)
  await officer.post(`${officer.page.url}/decide`, { seq: '1', outcome: '' })
  album.keep(officer, 'changed meanwhile')
  await openCase(album, officer, reference)
  const [outcome = ''] = officer.page.all('input').flatMap(({ attrs }) => (is(attrs, 'outcome') ? [valueIn(attrs)] : []))
  await officer.post(`${officer.page.url}/decide`, { seq: seqOn(officer.page), outcome, reason: 'Looked at with care.' })
  await openCase(album, officer, reference)
  album.keep(officer, 'decided')
  await album.visit(visitor, `/track/${reference}`, 'decided')
}

async function signInPages(album: Album): Promise<void> {
  const visitor = await album.visitor()
  await album.visit(visitor, '/sign-in')
  await press(visitor, { email: 'nobody' })
  album.keep(visitor, 'wrong')
  await press(visitor, { email: 'somebody@example.org' })
  album.keep(visitor)
  await press(visitor, { code: '000000' })
  album.keep(visitor, 'wrong code')
  await visitor.get(album.path('/outbox'))
  await album.visit(visitor, linkIn(visitor.page, '/sign-in/link/'))
  const resident = await album.signedIn(album.place.people.resident)
  await album.visit(resident, '/account')
  await album.visit(resident, '/staff/cases', 'may not')
  await album.visit(resident, '/track', 'signed in')
}

async function staffPages(album: Album): Promise<void> {
  const { walks, people, lang } = album.place
  const officer = await album.signedIn(people.officer)
  for (const path of ['/staff', '/staff/cases', '/staff/cases?status=all', '/staff/enter']) await album.visit(officer, path)
  await album.visit(officer, '/staff/cases?service=nothing-here', 'nothing found')
  await album.visit(officer, '/staff/cases/no-such-case', 'not found')
  const [walk] = walks
  const [first] = walk?.steps ?? []
  if (!walk || !first) return
  const root = `/staff/enter/${walk.service}`
  await album.visit(officer, `/staff/services/${walk.service}/phone`)
  await album.visit(officer, root)
  await officer.post(officer.page.url, {})
  album.keep(officer, 'left empty')
  await officer.post(officer.page.url, { channel: 'phone', language: lang })
  const { on, send } = buttons[lang]
  const begun = officer.page.url
  await officer.submit(on, { ...first.fill, ...walk.exit })
  if (!officer.page.url.endsWith('/not-here')) await officer.submit(on)
  album.keep(officer)
  await officer.get(begun)
  for (const { page, fill } of walk.steps) {
    if (page === first.page || page.endsWith('/1')) album.keep(officer)
    await officer.submit(on, fill)
  }
  await album.visit(officer, `${root}/apply/${walk.steps.find(({ page }) => page.endsWith('/1'))?.page}/remove`)
  await album.visit(officer, `${root}/apply/check`)
  await officer.submit(send)
  album.keep(officer)
}

async function managerPages(album: Album): Promise<void> {
  const manager = await album.signedIn(album.place.people.manager)
  for (const path of ['/staff/people', '/staff/people/new', '/staff/keys']) await album.visit(manager, path)
  await album.visit(manager, '/staff/letters', 'one waits')
  const letter = manager.page
    .all('a')
    .flatMap(({ attrs }) => attrs.flatMap(({ value }) => (/\/staff\/letters\/.{36}$/.test(value) ? [value] : [])))[0]
  if (letter !== undefined) await manager.get(letter).then(() => album.keep(manager))
  await manager.get(album.path('/staff/people'))
  const person = manager.page
    .all('a')
    .flatMap(({ attrs }) => attrs.flatMap(({ value }) => (/people\/.{36}$/.test(value) ? [value] : [])))[0]
  if (person !== undefined) await manager.get(person).then(() => album.keep(manager))
  await manager.get(album.path('/staff/keys'))
  await manager.post(manager.page.url, { name: 'Street cleaning', scopes: 'api.submit' })
  album.keep(manager, 'made')
  await manager.get(album.path('/staff/people/new'))
  await manager.post(manager.page.url, {})
  album.keep(manager, 'left empty')
}

/** What is held about people, for whoever answers for it. */
async function recordsPages(album: Album): Promise<void> {
  const keeper = await album.signedIn(album.place.people.manager)
  for (const path of ['/staff/records', '/staff/records/disposal', '/staff/records/processing']) await album.visit(keeper, path)
  await keeper.get(album.path('/staff/records'))
  await keeper.post(album.path('/staff/records/find'), {})
  album.keep(keeper, 'left empty')
  await keeper.post(album.path('/staff/records/find'), { find: `${album.place.people.resident}@example.org` })
  album.keep(keeper, 'found')
  const [person] = /\/staff\/records\/people\/[0-9a-f-]{36}/.exec(keeper.page.body) ?? []
  if (person !== undefined) await album.visit(keeper, person)
}

/** Presses the first button of the form that has these fields. */
function press(browser: Browser, filling: Filling): Promise<Page> {
  return browser.post(
    browser.page.url.split('?')[0] ?? '',
    Object.fromEntries(Object.entries(filling).map(([name, value]) => [name, String(value)])),
  )
}

async function openCase(album: Album, officer: Browser, reference: string): Promise<void> {
  await officer.get(album.path(`/staff/cases?status=all&find=${reference}`))
  await officer.click(reference)
}

const is = (attrs: readonly { name: string; value: string }[], field: string) =>
  attrs.some(({ name, value }) => name === 'name' && value === field)
const valueIn = (attrs: readonly { name: string; value: string }[]) => attrs.find(({ name }) => name === 'value')?.value ?? ''

function seqOn(page: Page): string {
  const field = page.all('input').find(({ attrs }) => is(attrs, 'seq'))
  return field ? valueIn(field.attrs) : ''
}

/** The newest link of that kind in the outbox, without its host and language. */
function linkIn(page: Page, beginning: string): string {
  const found = new RegExp(`${beginning}[A-Za-z0-9_-]+`).exec(page.body)
  if (!found) throw new Error(`No ${beginning} link is in the outbox`)
  return found[0]
}
