/** How long an officer waits for what an edit would do to the latest ten thousand cases, as they type: the whole request, and what others wait for it. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Definition, prepare, readPack } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { journeyCouncil, manager, writeTryingCouncil } from './kit/council.ts'
import { openCouncils } from './kit/councils.ts'
import type { Figure, Report } from './kit/figure.ts'
import { root } from './kit/folkmoot.ts'
import { fill } from './kit/many-cases.ts'
import { median, quantile } from './kit/rounds.ts'
import { Staff } from './kit/staff.ts'
import type { Stage } from './stage.ts'
import { Wire, requestFor } from './kit/wire.ts'

const many = 15_000
const [warmUp, rounds] = [8, 40]
/** The services, each with the figure that is typed, what it becomes round after round, and figures people are asked for. */
const subjects = [
  {
    name: 'council tax reduction, groups and tables',
    service: 'council-tax-reduction',
    figure: 'capital_limit',
    typed: (round: number) => `${9000 + round}.00`,
  },
  { name: 'bulky waste, a group of up to 4', service: 'bulky-waste', figure: 'further_item', typed: (round: number) => `7.${10 + round}` },
] as const
const figures = [48_000, 53_000, 600_000, 900_000, 1_600_000]

export async function measureLive(stage: Stage): Promise<Report> {
  const packs = stage.room('tried-packs')
  const services = subjects.map(({ service }) => service)
  for (const service of services)
    cpSync(join(root, 'packs', service), join(packs, service), { recursive: true, filter: (path) => !path.endsWith('scenarios') })
  const settings = writeTryingCouncil(stage.room('trying-councils'), services)
  const folder = stage.room('trying')
  const folkmoot = await stage.start({ folder, environment: { FOLKMOOT_COUNCILS: settings, FOLKMOOT_PACKS: packs } })
  const councils = await openCouncils(folkmoot, settings)
  const council = councils.of(journeyCouncil)
  for (const service of services) {
    const prepared = prepare(await definitionOf(service))
    await fill({ council, prepared, service, figures }, { many, owner: folkmoot.owner })
  }
  await councils.close()
  const found: Figure[] = []
  for (const subject of subjects) found.push(...(await measure(folkmoot.port, subject)))
  return { title: 'What an edit would do to past cases, as one types', about: ABOUT, figures: found }
}

const ABOUT = `The whole request over a kept connection: who asks, the edit made and checked, both versions tried on the latest 10,000 of ${many.toLocaleString('en-GB')} cases inside PostgreSQL,
the page's part written, the look recorded. Another figure each time. Meanwhile another person asks for a page that needs nothing, every two milliseconds.`

async function measure(port: number, { name, service, figure, typed }: (typeof subjects)[number]): Promise<readonly Figure[]> {
  const staff = await Staff.signIn(port, { host: 'localhost', person: manager })
  const from = `/services/${service}/suggest`
  const { head } = await staff.post(from, { text: `${figure} should be another.`, email: '' }, from)
  const id = /\r\nlocation: \/suggestions\/([0-9a-f-]{36})/i.exec(head)?.[1] ?? ''
  const part = `?part=${figure}`
  const root = `/suggestions/${id}/change/set-constant`
  const waits: number[] = []
  const times: number[] = []
  let goesOn = true
  const others = waiting(port, () => goesOn, waits)
  for (let round = 0; round < warmUp + rounds; round += 1) {
    if (round === warmUp) waits.length = 0
    const began = performance.now()
    const { status, body } = await staff.post(`${root}/effect${part}`, { to: typed(round), only: 'effect' }, `${root}${part}`)
    if (status !== 200 || !body.includes('latest 10,000 cases')) throw new Error(`${service} answered ${status}: ${body.slice(0, 600)}`)
    if (round >= warmUp) times.push(performance.now() - began)
    await pause(50)
  }
  goesOn = false
  await others
  return [
    {
      what: `${name}: the whole request`,
      value: median(times),
      unit: 'ms',
      goal: { most: 100 },
      beside: `19 in 20 within ${quantile(times, 0.95).toFixed(0)} ms`,
    },
    { what: `${name}: others wait meanwhile (99 in 100)`, value: quantile(waits, 0.99), unit: 'ms', goal: { most: 20 } },
  ]
}

/** Asks again and again for what costs nothing. */
async function waiting(port: number, goesOn: () => boolean, waits: number[]): Promise<void> {
  const wire = await Wire.open(port)
  while (goesOn()) {
    const began = performance.now()
    await wire.ask(requestFor('GET', '/healthz', { host: 'localhost' }))
    waits.push(performance.now() - began)
    await pause(2)
  }
  wire.close()
}

async function definitionOf(pack: string): Promise<Definition> {
  const read = await readPackFiles(join(root, 'packs', pack))
  const { definition } = 'files' in read ? readPack(read.files) : {}
  if (definition === undefined) throw new Error(`${pack} cannot be read`)
  return definition
}
