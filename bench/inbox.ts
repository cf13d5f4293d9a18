/** Whether an officer's list of cases stays as fast with a million cases as with ten thousand. */
import { manager, type Size } from './kit/council.ts'
import type { Figure, Report } from './kit/figure.ts'
import { Staff } from './kit/staff.ts'
import { median } from './kit/rounds.ts'
import type { Stage } from './stage.ts'

const lists = {
  'as it opens': '',
  'every status': 'status=all',
  'closed ones': 'status=closed',
  'with me': 'with=me',
  'with nobody': 'with=nobody',
  'of one service': 'service=trees',
  'one team, service and channel': 'team=waste&service=trees&channel=phone',
  'on paper': 'channel=paper',
  'a common flag': 'flag=late',
  'a rare flag': 'flag=rare',
  overdue: 'due=late',
} as const

const rounds = 25
const warming = 5

export async function measureInbox(stage: Stage): Promise<Report> {
  await stage.fill()
  const { port } = await stage.folkmoot()
  const officers = { few: await officerOf(port, 'ten-thousand'), many: await officerOf(port, 'one-million') }
  const figures: Figure[] = []
  const all = { few: 0, many: 0 }
  for (const [name, query] of Object.entries(lists)) {
    const { few, many } = await compare(officers, `/staff/cases${query && `?${query}`}`)
    all.few += few
    all.many += many
    figures.push({ what: name, value: many / few, unit: 'x', beside: `${many.toFixed(1)} ms against ${few.toFixed(1)} ms` })
  }
  const whole: Figure = {
    what: 'a million cases against ten thousand',
    value: all.many / all.few,
    unit: 'x',
    goal: { most: 1.5 },
    beside: `all lists below together: ${all.many.toFixed(0)} ms against ${all.few.toFixed(0)} ms`,
  }
  return {
    title: 'The inbox',
    about: 'The page with its counts, as a manager of every team sees it, one request at a time; the middle of 25.',
    figures: [whole, ...figures],
  }
}

async function officerOf(port: number, council: Size): Promise<Staff> {
  return Staff.signIn(port, { host: `${council}.localhost`, person: manager })
}

/** Middle milliseconds of the same page in both councils, asked for in turn. */
async function compare({ few, many }: { readonly few: Staff; readonly many: Staff }, path: string) {
  const ms = { few: Array<number>(), many: Array<number>() }
  for (let round = -warming; round < rounds; round += 1) {
    const [one, other] = [await few.msOf(path), await many.msOf(path)]
    if (round < 0) continue
    ms.few.push(one)
    ms.many.push(other)
  }
  return { few: median(ms.few), many: median(ms.many) }
}
