/** The single place for a made-up council that runs the tennis club: its settings, its people, and somebody who applies. */
import type { Answers } from '#core/definition/answers.ts'
import type { Language } from '#core/definition/model/names.ts'
import { evaluate } from '#core/journey/index.ts'
import type { Submission } from '#features/cases/index.ts'
import { publish } from '#features/services/index.ts'
import type { Actor, Permission } from '#http/actor.ts'
import { type Council, readSettings } from '#http/council.ts'
import type { Store } from '#store/store.ts'
import { newId } from '#store/uuid.ts'
import { tennisClub, tennisClubFiles } from './tennis-club.ts'

/** The text of its `council.yaml`. */
export const clubSettings = (id: string, host = `${id}.localhost`) => `
id: ${id}
name: { en: Northby Council, cy: Cyngor Northby }
hosts: [${host}]
languages: [en, cy]
nation: england
bank-holidays: england-and-wales
contact: { email: help@northby.example, phone: 01632 960 000, address: [Town Hall], opening: { en: Weekdays, cy: Dyddiau gwaith } }
services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]
teams: [{ id: front_desk, name: { en: Front desk, cy: Desg flaen } }]
data-protection:
  officer: { email: dpo@northby.example }
  regulator: { name: { en: The regulator, cy: Y rheoleiddiwr }, url: "https://regulator.example" }
accessibility: { prepared: 2026-01-01, reviewed: 2026-01-01 }
`

/** A council of this id whose tennis club is published. */
export async function clubCouncil(store: Store, id: string): Promise<Council> {
  const read = readSettings(`${id}.yaml`, clubSettings(id))
  if (!read.settings) throw new Error(read.faults.map(({ line, message }) => `${line} ${message}`).join('\n'))
  await store.register(id)
  const council = { id, settings: read.settings, store: store.council(id), brand: { stylesheet: '/brand.css' } }
  const published = await publish(council, { files: tennisClubFiles(), by: newId(), at: '2026-11-02T09:00:00.000Z' })
  if (published.state === 'refused') throw new Error(JSON.stringify(published.faults))
  return council
}

/** Somebody who works for the council; an officer of the front desk unless told otherwise. */
export function officer(change: Partial<Omit<Actor, 'permissions'>> & { readonly permissions?: readonly Permission[] } = {}): Actor {
  const { permissions = ['cases.read', 'cases.work', 'cases.decide', 'cases.find-names', 'cases.export'], ...rest } = change
  return {
    id: newId(),
    kind: 'officer',
    name: 'An officer',
    teams: ['front_desk'],
    roles: ['officer'],
    wards: [],
    ...rest,
    permissions: new Set(permissions),
  }
}

export const answers: Answers = {
  full_name: 'Ada Player',
  email: 'ada@example.org',
  phone: '01632960123',
  home: { uprn: '100100000001', lines: ['1 Court Lane'], town: 'Northby', postcode: 'NB1 1AA' },
  age: 30,
  health: 'A bad knee',
}

/** What a finished journey hands over; each call is another person and another home. */
export function submission(change: { readonly answers?: Answers; readonly lang?: Language } & Partial<Submission> = {}): Submission {
  const prepared = tennisClub()
  const caseId = change.caseId ?? newId()
  const home = { uprn: uprnFrom(caseId), lines: ['1 Court Lane'], town: 'Northby', postcode: 'NB1 1AA' }
  const given = { ...answers, home, ...change.answers }
  return {
    caseId,
    prepared,
    channel: 'web',
    by: 'visitor',
    person: newId(),
    lang: 'en',
    evaluation: evaluate(prepared, given, '2026-11-02'),
    at: '2026-11-02T10:00:00.000Z',
    today: '2026-11-02',
    origin: 'https://northby.example',
    ...change,
    answers: given,
  }
}

/** A property number of its own for each case, twelve digits. */
function uprnFrom(caseId: string): string {
  return String(Number.parseInt(caseId.replaceAll('-', '').slice(-12), 16) % 1e12).padStart(12, '1')
}
