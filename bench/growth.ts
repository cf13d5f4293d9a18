/** How the cost of everyday work grows with what is there already: ten thousand, a hundred thousand and a million cases and drafts. */
import { caseForResident, openCase } from '#features/cases/index.ts'
import type { Council } from '#http/council.ts'
import { manager, type Size } from './kit/council.ts'
import type { Figure, Report } from './kit/figure.ts'
import { sizesInOrder } from './kit/filling.ts'
import { newWalked, Resident } from './kit/resident.ts'
import { median } from './kit/rounds.ts'
import { Staff } from './kit/staff.ts'
import { contact, submissionsOf } from './kit/submission.ts'
import { Wire } from './kit/wire.ts'
import type { Stage } from './stage.ts'

const rounds = 40
const warming = 10

type Work = 'opening a case' | 'following it by its reference' | 'its page for an officer' | 'a question page' | 'a page answered'
type Works = Readonly<Record<Work, () => Promise<unknown>>>

export async function measureGrowth(stage: Stage): Promise<Report> {
  await stage.fill()
  const sizes = sizesInOrder()
  const works = new Map<Size, Works>()
  for (const size of sizes) works.set(size, await worksIn(stage, size))
  const figures: Figure[] = []
  for (const work of [
    'opening a case',
    'following it by its reference',
    'its page for an officer',
    'a question page',
    'a page answered',
  ] as const) {
    figures.push(
      await growthOf(
        work,
        sizes.map((size) => works.get(size)?.[work] ?? (() => Promise.resolve())),
      ),
    )
  }
  return {
    title: 'Growth',
    about: 'With a million cases, facts and drafts against ten thousand; one at a time, the middle of 40.',
    figures,
  }
}

async function worksIn(stage: Stage, size: Size): Promise<Works> {
  const { port } = await stage.folkmoot()
  const council = (await stage.councils()).of(size)
  const host = `${size}.localhost`
  const { caseId, reference, open } = await openOne(council)
  const officer = await Staff.signIn(port, { host, person: manager })
  const resident = new Resident(await Wire.open(port), host)
  await resident.begin(newWalked())
  await resident.goOn(newWalked(), 'when')
  return {
    'opening a case': open,
    'following it by its reference': () => caseForResident(council, { reference, proof: { contact }, lang: 'en' }),
    'its page for an officer': () => officer.msOf(`/staff/cases/${caseId}`),
    'a question page': () => resident.get('/services/missed-bin/apply/when', newWalked()),
    'a page answered': () => resident.answer('when', newWalked()),
  }
}

async function openOne(council: Council) {
  const next = await submissionsOf(council)
  const submission = next()
  const opened = await openCase(council, submission)
  if (!('reference' in opened)) throw new Error('the first case of the bench was refused')
  return { caseId: submission.caseId, reference: opened.reference, open: () => openCase(council, next()) }
}

/** The same work at each size, in turn. */
async function growthOf(what: Work, works: readonly (() => Promise<unknown>)[]): Promise<Figure> {
  const ms = works.map((): number[] => [])
  for (let round = -warming; round < rounds; round += 1) {
    for (const [place, work] of works.entries()) {
      const began = performance.now()
      await work()
      if (round >= 0) ms[place]?.push(performance.now() - began)
    }
  }
  const middles = ms.map(median)
  const [first = Number.NaN, last = Number.NaN] = [middles[0], middles.at(-1)]
  return { what, value: last / first, unit: 'x', beside: `${middles.map((middle) => middle.toFixed(2)).join(', ')} ms` }
}
