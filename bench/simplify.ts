/** How long it takes to look a service through on a hundred thousand past cases, and how long its pages then take, which does not grow with them. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type Definition, prepare, readPack } from '#core/index.ts'
import { studyNow } from '#features/simplify/commands/study.ts'
import { madeUpPages } from '#features/simplify/domain/index.ts'
import { applyPages, countedFact, countsStreamOf } from '#features/simplify/store/index.ts'
import type { Council } from '#http/council.ts'
import { newId } from '#store/uuid.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { journeyCouncil, manager, writeTryingCouncil } from './kit/council.ts'
import { openCouncils } from './kit/councils.ts'
import type { Figure, Report } from './kit/figure.ts'
import { type Folkmoot, root } from './kit/folkmoot.ts'
import { type Held, heldDuring } from './kit/loop.ts'
import { people } from './kit/many-cases.ts'
import { remember, taken } from './kit/past-cases.ts'
import { median, quantile } from './kit/rounds.ts'
import { Staff } from './kit/staff.ts'
import type { Stage } from './stage.ts'

const many = 100_000
const services = ['council-tax-reduction', 'bulky-waste'] as const
/** Figures people are asked for. */
const figures = [48_000, 53_000, 600_000, 900_000, 1_600_000]
const [warming, rounds] = [5, 25]
const months = 12

export async function measureSimplify(stage: Stage): Promise<Report> {
  const folkmoot = await start(stage)
  const looked = await lookThrough(stage, folkmoot)
  const staff = await Staff.signIn(folkmoot.port, { host: 'localhost', person: manager })
  const pages = {
    'the page of a service, the whole request': `/staff/simplify/${services[0]}`,
    'the page of all services': '/staff/simplify',
  }
  const shown: Figure[] = []
  for (const [what, path] of Object.entries(pages)) shown.push(await measurePage(staff, what, path))
  return {
    title: 'Looking a service through for what could go',
    about: `${services.join(' and ')} with ${many.toLocaleString('en-GB')} past cases each, of which 2,000 are looked at, by a worker and once a day; then their pages as a manager asks for them, one request at a time, the middle of ${rounds}.`,
    figures: [
      ...shown,
      { what: `${services[0]} looked through`, value: looked.seconds, unit: 's' },
      {
        what: 'others wait for it at most',
        value: looked.held.byClock,
        unit: 'ms',
        beside: `${looked.held.byWork.toFixed(0)} ms of that at work`,
      },
    ],
  }
}

async function start(stage: Stage): Promise<Folkmoot> {
  const packs = stage.room('simplified-packs')
  // Without scenarios nobody is made up, so that the council begins without cases.
  for (const service of services)
    cpSync(join(root, 'packs', service), join(packs, service), { recursive: true, filter: (path) => !path.endsWith('scenarios') })
  const settings = writeTryingCouncil(stage.room('simplified-councils'), services)
  return await stage.start({ folder: stage.room('simplified'), environment: { FOLKMOOT_COUNCILS: settings, FOLKMOOT_PACKS: packs } })
}

/** Fills all services, and looks them through. */
async function lookThrough(stage: Stage, folkmoot: Folkmoot): Promise<{ readonly seconds: number; readonly held: Held }> {
  const councils = await openCouncils(folkmoot, join(stage.folder, 'simplified-councils'))
  const council = councils.of(journeyCouncil)
  const at = new Date().toISOString()
  const looks: { seconds: number; held: Held }[] = []
  for (const service of services) {
    const definition = await definitionOf(service)
    const different = people({ prepared: prepare(definition), figures })
    const past = Array.from({ length: many }, (_, place) => ({ ...taken(different, place), id: newId() }))
    await remember(folkmoot.owner, { service, past })
    await countPages(council, definition, at)
    const began = performance.now()
    const held = await heldDuring(async () => {
      const made = await studyNow(council, { service, at })
      if ((made?.cases ?? 0) < many) throw new Error(`${service} was looked through on ${made?.cases} cases`)
    })
    looks.push({ seconds: (performance.now() - began) / 1000, held })
  }
  await councils.close()
  const [first] = looks
  if (first === undefined) throw new Error('nothing was looked through')
  return first
}

/** What a year of people would have left behind. */
async function countPages({ store }: Council, definition: Definition, at: string): Promise<void> {
  const year = Array.from({ length: months }, (_, back) => {
    const day = new Date(at)
    day.setUTCMonth(day.getUTCMonth() - back, 1)
    return { month: day.toISOString().slice(0, 7), sent: Math.round(many / months) }
  })
  const fact = countedFact(madeUpPages(prepare(definition), year), { at, by: 'bench', isMadeUp: true })
  await store.transaction(async (tx) => {
    await applyPages(tx, await store.log.append(tx, { stream: countsStreamOf(definition.service.id), facts: [fact] }))
  })
}

async function measurePage(staff: Staff, what: string, path: string): Promise<Figure> {
  const times: number[] = []
  for (let round = -warming; round < rounds; round += 1) {
    const ms = await staff.msOf(path)
    if (round >= 0) times.push(ms)
  }
  return { what, value: median(times), unit: 'ms', goal: { most: 200 }, beside: `19 in 20 within ${quantile(times, 0.95).toFixed(0)} ms` }
}

async function definitionOf(service: string): Promise<Definition> {
  const read = await readPackFiles(join(root, 'packs', service))
  if (!('files' in read)) throw new Error(JSON.stringify(read.faults))
  const { definition } = readPack(read.files)
  if (!definition) throw new Error(`${service} has faults`)
  return definition
}
