/** The pages of work that goes with a case: times offered, booked, changed and cancelled, tasks of others, done or handed back, and renewal. */
import type { Browser } from '#test/kit/browser.ts'
import { attribute } from '#test/kit/page.ts'
import { bulkyWaste, buttons, masnachu, referenceOn, trading, type Walk, walkAndSend } from '#test/kit/walks.ts'
import { english } from '#test/kit/installation.ts'
import type { Album } from './album.ts'

/** Who plans collections and decides on trading, whose crew fetches what can be used again, and who looks at pitches. */
export type Workers = { readonly planner: string; readonly crew: string; readonly inspector: string }

const times = '/staff/appointments/bulky-waste/collection_day'

export async function caseworkPages(album: Album, workers: Workers): Promise<void> {
  await offering(album, workers)
  await booking(album, workers)
  await doing(album, workers)
  await renewing(album, workers)
}

async function offering(album: Album, { planner: name }: Workers): Promise<void> {
  const planner = await album.signedIn(name)
  await album.visit(planner, '/staff/appointments')
  await album.visit(planner, times)
  await planner.post(album.path(times), { 'from-day': '99', hours: 'noon', places: 'many' })
  album.keep(planner, 'wrong')
  const days = { 'from-day': '30', 'from-month': '11', 'from-year': '2026', 'to-day': '4', 'to-month': '12', 'to-year': '2026' }
  await planner.get(album.path(times))
  await planner.post(album.path(times), { ...days, weekdays: '1', hours: album.place.lang === 'cy' ? '12:30' : '12:00', places: '2' })
  album.keep(planner, 'offered')
}

async function booking(album: Album, { planner: name }: Workers): Promise<void> {
  const { browser: resident, reference } = await sent(album, bulkyWaste)
  const one = `/track/${reference}/appointments/collection_day`
  await album.visit(resident, `/track/${reference}`, 'no day yet')
  await album.visit(resident, one, 'no day yet')
  await resident.post(album.path(one))
  album.keep(resident, 'left empty')
  await resident.post(album.path(one), { time: freeTime(resident) })
  album.keep(resident, 'day chosen')
  await album.visit(resident, one, 'day chosen')
  await album.visit(resident, `${one}/cancel`)
  await casePages(album, name, reference)
  await album.visit(resident, `${one}/cancel`)
  await resident.post(album.path(`${one}/cancel`))
  album.keep(resident, 'day cancelled')
  const planner = await album.signedIn(name)
  const page = `${await openCase(album, planner, reference)}/appointments/collection_day`
  await planner.get(page)
  await planner.post(page, { seq: fieldOn(planner, 'seq'), time: freeTime(planner) })
  album.keep(planner, 'day chosen for somebody')
}

async function casePages(album: Album, name: string, reference: string): Promise<void> {
  const planner = await album.signedIn(name)
  const place = await openCase(album, planner, reference)
  album.keep(planner, 'day chosen')
  await album.visit(planner, times, 'somebody comes')
  const page = `${place}/appointments/collection_day`
  await planner.get(page)
  album.keep(planner)
  await planner.post(page, { seq: fieldOn(planner, 'seq') })
  album.keep(planner, 'left empty')
}

async function doing(album: Album, { planner, crew: name }: Workers): Promise<void> {
  const given: Walk = {
    ...bulkyWaste,
    steps: bulkyWaste.steps.flatMap((step) => {
      if (step.page === 'items/1') return [{ ...step, fill: { ...step.fill, 'items-0-usable': 'yes' } }]
      return step.page === 'items' ? [step, { page: 'reuse', fill: { reuse: 'give' } }] : [step]
    }),
  }
  const { reference } = await sent(album, given)
  const officer = await album.signedIn(planner)
  const place = await openCase(album, officer, reference)
  album.keep(officer, 'waits for others')
  const task = `${place.replace(/.*\/staff\/cases/, '/staff/tasks')}/1-reuse_pickup`
  const crew = await album.signedIn(name)
  await album.visit(crew, '/staff/tasks')
  await album.visit(crew, task)
  await crew.post(album.path(`${task}/back`), { text: '' })
  album.keep(crew, 'left empty')
  await crew.post(album.path(`${task}/back`), { text: 'Nobody was in.' })
  album.keep(crew, 'handed back')
  await album.visit(crew, '/staff/tasks?state=handed-back')
  await openCase(album, officer, reference)
  album.keep(officer, 'handed back')
}

/** A consent is given, and is about to end: the reminder, who may follow it, and the answers carried over. */
async function renewing(album: Album, { planner: name, inspector: inspecting }: Workers): Promise<void> {
  const walk = album.place.host === english ? trading : masnachu
  const { reference } = await sent(album, walk)
  const planner = await album.signedIn(name)
  const place = await openCase(album, planner, reference)
  const inspector = await album.signedIn(inspecting)
  const task = `${place.replace(/.*\/staff\/cases/, '/staff/tasks')}/1-look_at_pitch`
  await album.visit(inspector, task)
  await inspector.post(album.path(`${task}/done`), {})
  album.keep(inspector, 'left empty')
  await inspector.post(album.path(`${task}/done`), { 'look_at_pitch-has_room': 'yes', 'look_at_pitch-what_i_saw': 'Room for two prams.' })
  album.keep(inspector, 'done')
  await planner.get(place)
  await planner.post(`${place}/decide`, { seq: fieldOn(planner, 'seq'), outcome: 'granted', reason: '' })
  album.keep(planner, 'given for a year')
  await album.place.installation.runTask('cases.clocks', '2027-10-01T10:00:00.000Z')
  const visitor = await album.visitor()
  await visitor.get(album.path('/outbox'))
  const [link = ''] = /\/renew\/[A-Za-z0-9_-]+/.exec(visitor.page.body) ?? []
  await album.visit(visitor, link)
  await visitor.post(album.path(link), { contact: '' })
  album.keep(visitor, 'left empty')
  await visitor.post(album.path(link), { contact: 'nobody@example.org' })
  album.keep(visitor, 'wrong')
  await visitor.post(album.path(link), { contact: walk.contact ?? '' })
  for (const { fill } of walk.steps.slice(0, 2)) await visitor.submit(buttons[album.place.lang].on, fill)
  album.keep(visitor, 'carried over')
  await album.visit(visitor, '/renew/nothing', 'gone')
}

async function sent(album: Album, walk: Walk): Promise<{ readonly browser: Browser; readonly reference: string }> {
  const browser = await album.visitor()
  const reference = referenceOn(await walkAndSend(browser, walk, album.place.lang))
  await browser.get(album.path('/track'))
  await browser.post(browser.page.url, { reference, contact: walk.contact ?? '' })
  return { browser, reference }
}

/** The address of the case of that reference, where the officer then is. */
async function openCase(album: Album, officer: Browser, reference: string): Promise<string> {
  await officer.get(album.path(`/staff/cases?status=all&find=${reference}`))
  await officer.click(reference)
  return officer.page.url
}

const freeTime = (browser: Browser) => fieldOn(browser, 'time')

function fieldOn(browser: Browser, name: string): string {
  const field = browser.page.all('input').find((one) => attribute(one, 'name') === name)
  if (!field) throw new Error(`No field is called ${name} on ${browser.page.url}`)
  return attribute(field, 'value') ?? ''
}
