/** The single place for the made-up service that tests of journeys use: renting an allotment, at two councils, in both languages. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { addresses } from '#features/addresses/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { journeys } from '#features/journeys/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import type { Feature } from '#http/feature.ts'
import { type PackFiles, prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { type Browser, startApp, type TestApp } from './app.ts'

export const sponsored = `services:
  - id: allotment
    sponsors: { member: Councillor A, member-email: "councillor@{council}.example", director: Director B, director-email: "director@{council}.example" }
  - { id: tennis-club, sponsors: { member: Councillor A, director: Director B } }
pre-election: [{ from: 2027-03-22, to: 2027-05-06, election: { en: Council election, cy: Etholiad y cyngor } }]
`
const folder = fileURLToPath(new URL('.', import.meta.url))

/** Two councils that let allotments and run a tennis club; `further` features lean on those of a journey. */
export function startAllotments(further: readonly Feature[] = []): Promise<TestApp> {
  const features = [messages, people, addresses, services, cases, journeys, ...further]
  return startApp({ features, settings: sponsored, packFolders: [folder] })
}

/** The files of the pack and its block, `service.yaml` and words put through `change`. */
export async function allotmentFiles(change: (text: string, file: string) => string = (text) => text): Promise<PackFiles> {
  const read = await readPackFiles(`${folder}allotment`)
  if (!('files' in read)) throw new Error(JSON.stringify(read.faults))
  return new Map([...read.files].map(([file, text]) => [file, change(text, file)]))
}

export async function preparedAllotment(): Promise<Prepared> {
  const { definition, faults } = readPack(await allotmentFiles())
  if (!definition) throw new Error(JSON.stringify(faults))
  return prepare(definition)
}

/** An address extract of three houses in one postcode. */
export const houses = readFileSync(new URL('allotment/houses.csv', import.meta.url), 'utf8')

export const born = { 'born-day': '2', 'born-month': '3', 'born-year': '1980' }
export const home = { 'home-line1': '1 Mill Lane', 'home-postcode': 'AB1 2EF' }
export const contact = { full_name: 'Ada Grower', email: 'ada@example.org' }

/** From the start page to the check page, for a small plot with one helper. */
export async function fillIn(browser: Browser, root = '/services/allotment'): Promise<void> {
  await browser.get(`${root}/apply`)
  const button = browser.page.lang === 'cy' ? 'Parhau' : 'Continue'
  await browser.submit(button, { size: 'small' })
  await browser.submit(button, { 'helpers-0-called': 'Bo', 'helpers-0-age': '30' })
  await browser.submit(button)
  await browser.submit(button, born)
  await browser.submit(button, home)
  await browser.submit(button, contact)
}
