/** The single place where a year that never was is made: people who applied, officers who decided, some cases still open. All marked as made up. */
import { findOpened, openCase, perform } from '#features/cases/feature.ts'
import { staff } from '#features/people/feature.ts'
import { type Published, publishedService } from '#features/services/feature.ts'
import type { ScenarioFile } from '#core/index.ts'
import { addDays } from '#core/value/calendar-date.ts'
import type { Council } from '#http/council.ts'
import { newId } from '#store/uuid.ts'
import { between, type Dice, diceOf, pick } from './dice.ts'
import { chooseTimes, offerTimesAhead } from './diary.ts'
import { type Address, isComplete, type MadeUp, madeUpPerson } from './person.ts'

/** What a year is made of. `until` is the last day; `scenarios` are those of each service, by its id. */
export type Year = {
  readonly until: string
  readonly cases: number
  readonly scenarios: ReadonlyMap<string, readonly ScenarioFile[]>
  readonly addresses: readonly Address[]
  /** Stops between two waves of cases. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, of: number) => void
}

type Service = {
  readonly council: Council
  readonly published: Published
  readonly year: Year
  readonly dice: Dice
  readonly officers: readonly string[]
}

/** How people reached the council, out of a hundred. */
const channels = [
  ['web', 74],
  ['phone', 15],
  ['counter', 6],
  ['paper', 5],
] as const
const daysOfYear = 365
const daysOfWeek = 7
/** The share of cases that were sent in the last week, over and above those of the year. */
const lastWeek = 0.12
/** Cases younger than this many days may still be open. */
const openDays = 20
const atOnce = 40
/** How many of those who can choose a time have done so. */
const choosing = 0.6
/** Does the tasks of made-up cases: nobody who can sign in. */
const madeUpPartner = newId()

/** Makes a year of cases for every published service of the council, as even as can be. Answers how many. */
export async function makeUpYear(council: Council, year: Year): Promise<number> {
  const everybody = await council.store.transaction(staff)
  const officers = everybody.filter(({ kind, roles }) => kind === 'officer' && roles.includes('officer'))
  const found = await Promise.all(council.settings.services.map(({ id }) => publishedService(council, id)))
  const services = found.filter((published) => published !== undefined)
  const [planner] = officers
  if (planner) await offerTimesAhead(council, services, { today: year.until, at: `${year.until}T08:00:00.000Z`, by: planner.id })
  let done = 0
  for (const [place, published] of services.entries()) {
    const dice = diceOf(place + 1)
    const service: Service = { council, published, year, dice, officers: officersOf(officers, published) }
    const share = Math.round((year.cases - done) / (services.length - place))
    const before = done
    done += await makeUpCases(service, share, (count) => year.onProgress?.(before + count, year.cases))
  }
  return done
}

/** Some come to nothing, such as a second registration of one property: others take their place, until a whole wave comes to nothing. */
async function makeUpCases(service: Service, count: number, onProgress: (made: number) => void): Promise<number> {
  let made = await makeUpLastWeek(service, Math.floor(count * lastWeek))
  while (made < count && !service.year.signal?.aborted) {
    const wave = await Promise.all(Array.from({ length: Math.min(atOnce, count - made) }, () => makeUpCase(service)))
    if (!wave.includes(true)) break
    made += wave.filter(Boolean).length
    onProgress(made)
  }
  return made
}

/** One of each example person has just sent something, and nobody has looked at it yet: what waits for others to do it, or for a time to be chosen, is there to see. */
async function makeUpLastWeek(service: Service, most: number): Promise<number> {
  const examples = (service.year.scenarios.get(service.published.service) ?? []).filter(isComplete).slice(0, most)
  let made = 0
  for (const scenario of examples) if (await makeUpCase(service, scenario)) made += 1
  return made
}

/** One case from its sending to where it stands today; false when nobody could be made up, or the property had been counted already. */
async function makeUpCase(service: Service, scenario?: ScenarioFile): Promise<boolean> {
  const { council, published, year, dice } = service
  const age = between(dice, 0, scenario ? daysOfWeek : daysOfYear)
  const today = addDays(year.until, -age) ?? year.until
  const { prepared } = published
  const scenarios = scenario ? [scenario] : (year.scenarios.get(published.service) ?? [])
  const person = madeUpPerson({ prepared, scenarios, addresses: year.addresses, dice }, today)
  if (!person) return false
  const caseId = newId()
  const opened = await openCase(council, { ...sending(service, person), caseId, at: momentOn(today, dice), today })
  if (!('isNew' in opened)) return false
  if (!scenario) await liveThrough(service, { caseId, age, today, proposed: person.evaluation.outcome })
  if (age < openDays && dice() < choosing) await chooseTimes(council, { caseId, at: momentOn(year.until, dice), today: year.until, dice })
  return true
}

function sending({ council, published, dice, officers }: Service, { answers, evaluation }: MadeUp) {
  const channel = channelBy(dice)
  const person = newId()
  const helper = channel === 'web' || officers.length === 0 ? undefined : pick(dice, officers)
  const { languages } = published.prepared
  const lang = languages.includes('cy') && council.settings.languages.includes('cy') && dice() < 0.22 ? ('cy' as const) : ('en' as const)
  return {
    prepared: published.prepared,
    channel,
    helper,
    by: helper ?? person,
    person,
    lang,
    answers,
    evaluation,
    origin: '',
    madeUp: true,
  }
}

type Life = { readonly caseId: string; readonly age: number; readonly today: string; readonly proposed: string | null }

/** An officer takes the case, sometimes asks, and decides within three weeks; the youngest cases wait for somebody. */
async function liveThrough(service: Service, { caseId, age, today, proposed }: Life): Promise<void> {
  const { dice, officers, published } = service
  if (officers.length === 0 || (age < openDays && dice() < 0.7)) return
  const officer = pick(dice, officers)
  const wait = Math.min(age, between(dice, 0, openDays))
  const taken = addDays(today, Math.floor(wait / 2)) ?? today
  await act(service, { caseId, by: officer, day: taken, deed: { do: 'assign', to: officer } })
  if (dice() < 0.12) await act(service, { caseId, by: officer, day: taken, deed: { do: 'note', text: 'Rang back, all clear.' } })
  if (dice() < 0.14) await askAndHear(service, { caseId, by: officer, day: taken })
  if (wait < openDays / 4 && age < openDays) return
  await finishTasks(service, { caseId, day: addDays(today, wait) ?? today })
  const { outcomes } = published.definition.service
  const outcome = proposed !== null && dice() < 0.95 ? proposed : pick(dice, outcomes).id
  const deed = {
    do: 'decide',
    outcome,
    reason: outcome === proposed ? 'As the rules say.' : 'Looked at with the person; the circumstances differ.',
  } as const
  const decided = { caseId, by: officer, day: addDays(today, wait) ?? today }
  await act(service, { ...decided, deed })
  if (dice() > 0.06) return
  await act(service, { ...decided, deed: { do: 'reopen', text: 'They rang: something had been left out.' } })
  await act(service, { ...decided, deed })
}

type Act = { readonly caseId: string; readonly by: string; readonly day: string; readonly deed: Parameters<typeof perform>[2]['deed'] }

/** An officer asks for something more, and the person answers on the same day. */
async function askAndHear(service: Service, asking: Omit<Act, 'deed'>): Promise<void> {
  await act(service, { ...asking, deed: { do: 'ask', text: 'Which of the two addresses is it?' } })
  const asked = await findOpened(service.council, asking.caseId)
  const ask = asked?.current.asks.at(-1)
  if (asked && ask)
    await act(service, { ...asking, by: asked.current.person, deed: { do: 'answer', ask: ask.seq, text: 'The first one.' } })
}

/** What others were asked to do before the decision was done in time. */
async function finishTasks({ council, dice }: Service, { caseId, day }: { readonly caseId: string; readonly day: string }): Promise<void> {
  const opened = await findOpened(council, caseId)
  for (const { given, task, state, awaited } of opened?.current.tasks ?? []) {
    const now = awaited && state === 'open' ? await findOpened(council, caseId) : undefined
    const deed = { do: 'finish-task', place: { given, task }, answers: {} } as const
    if (now) await perform(council, now, { at: momentOn(day, dice), today: day, by: madeUpPartner, deed })
  }
}

async function act({ council, dice }: Service, { caseId, by, day, deed }: Act): Promise<void> {
  const opened = await findOpened(council, caseId)
  if (opened) await perform(council, opened, { at: momentOn(day, dice), today: day, by, deed })
}

function officersOf(
  officers: readonly { readonly id: string; readonly teams: readonly string[] }[],
  { definition }: Published,
): readonly string[] {
  return officers.filter(({ teams }) => teams.includes(definition.service.casework.team)).map(({ id }) => id)
}

/** A moment of a working day, in UTC. */
function momentOn(day: string, dice: Dice): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day}T${two(between(dice, 8, 17))}:${two(between(dice, 0, 59))}:${two(between(dice, 0, 59))}.000Z`
}

function channelBy(dice: Dice) {
  let left = dice() * 100
  for (const [channel, share] of channels) {
    left -= share
    if (left < 0) return channel
  }
  return 'web' as const
}
