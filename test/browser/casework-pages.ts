/** The pages of work that goes with a case: times offered, booked, changed and cancelled, and tasks of others, done or handed back. */
import type { Browser } from '#test/kit/browser.ts'
import { attribute } from '#test/kit/page.ts'
import { bulkyWaste, referenceOn, type Walk, walkAndSend } from '#test/kit/walks.ts'
import type { Album } from './album.ts'

/** Who plans the collections, and whose crew fetches what can be used again. */
export type Workers = { readonly planner: string; readonly crew: string }

const times = '/staff/appointments/bulky-waste/collection_day'

export async function caseworkPages(album: Album, workers: Workers): Promise<void> {
  await offering(album, workers)
  await booking(album, workers)
  await doing(album, workers)
}

async function offering(album: Album, { planner: name }: Workers): Promise<void> {
  const planner = await album.signedIn(name)
  await album.visit(planner, '/staff/appointments')
  await album.visit(planner, times)
  await planner.post(album.path(times), { 'from-day': '99', hours: 'noon', places: 'many' })
  album.keep(planner, 'wrong')
  const days = { 'from-day': '30', 'from-month': '11', 'from-year': '2026', 'to-day': '4', 'to-month': '12', 'to-year': '2026' }
  await planner.get(album.path(times))
  await planner.post(album.path(times), { ...days, weekdays: '1', hours: album.place.lang === 'cy' ? '8:00' : '7:00', places: '2' })
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
