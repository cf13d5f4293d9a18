/** What PostgreSQL counts is what the rules themselves say, case by case: for every service there is, changed in many ways, over thousands of cases. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { type Definition, type PackFiles, prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { walk } from '#core/journey/index.ts'
import { keptOf, partsOf, type PastCase, sidesOf, type SplitBy, trial } from '#core/replay/index.ts'
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { freshStore } from '#test/kit/database.ts'
import { packFiles } from '#test/kit/pack.ts'
import { diceOf, randomAnswers } from '#test/kit/random-answers.ts'
import { count } from '#features/replay/commands/count.ts'
import { partFrom } from '#features/replay/domain/index.ts'
import { putTyped } from '#features/replay/store/index.ts'

const kit = await freshStore()
const council = kit.store.council('north')
const window = { since: '2020-01-01', until: '2030-01-01' }
const watch = { onBatch: () => Promise.resolve(), isCalledOff: () => Promise.resolve(false) }

type Changes = Parameters<typeof packFiles>[0]
const changes: Readonly<Record<string, Changes>> = {
  dearer: { 'service.yaml': [['is: "120.00"', 'is: "130.00"']] },
  stricter: { 'rules/admission.yaml': [['"> 2"', '"> 1"']] },
  older: { 'service.yaml': [['today) < 5', 'today) < 30']] },
  noCoach: {
    'service.yaml': [[', { id: coach, when: adult }', '']],
    'words.en.yaml': [[', coach: I teach', '']],
    'words.cy.yaml': [[', coach: Hyfforddwr', '']],
  },
  always: { 'service.yaml': [['when: plays && level != level.beginner', 'when: plays']] },
  nosy: { 'service.yaml': [['adult ? yearly', 'adult && racket != "gift" ? yearly']] },
  shared: { 'service.yaml': [['adult ? yearly', 'adult ? share(yearly, children + 1, 7, rounding.half_even)']] },
}
const club = (change: Changes = {}) => preparedFrom(packFiles(change))

function preparedFrom(files: PackFiles): Prepared {
  const { definition, faults } = readPack(files)
  if (definition === undefined) throw new Error(JSON.stringify(faults))
  return prepare(definition)
}

/** People who could have sent what they said with one of some versions, some of whose answers were erased since. */
function casesOf(
  versions: readonly Prepared[],
  { seed, many, figures }: { readonly seed: number; readonly many: number; readonly figures: readonly number[] },
) {
  const dice = diceOf(seed)
  const found: { readonly past: PastCase; readonly prepared: Prepared }[] = []
  for (let tries = 0; found.length < many && tries < many * 40; tries += 1) {
    const prepared = versions[tries % versions.length]
    const today = dateOfDay(dayNumber('2026-01-01') + Math.floor(dice() * 300)) ?? ''
    if (prepared === undefined) continue
    const { relevant, done } = walk(prepared, randomAnswers(prepared, { dice, today, figures }), today)
    if (!done) continue
    const isErased = dice() < 0.1
    const left = Object.fromEntries(Object.entries(relevant).filter(() => !isErased || dice() < 0.8))
    const id = `01900000-0000-7000-8000-${String(found.length).padStart(12, '0')}`
    const kept = keptOf(prepared, left, { today, isErased })
    const past = {
      id,
      today,
      ...kept,
      channel: dice() < 0.7 ? 'web' : 'phone',
      ...(dice() < 0.8 ? { area: dice() < 0.5 ? 'E1' : 'E2' } : {}),
      ...(dice() < 0.1 ? { madeUp: true as const } : {}),
    }
    found.push({ past, prepared })
  }
  return found
}

async function remember(service: string, cases: ReturnType<typeof casesOf>): Promise<void> {
  const remembered = cases.map(({ past, prepared }) => ({ service, prepared, past, spelledOut: JSON.stringify(past) }))
  await council.transaction(async (tx) => putTyped(tx, remembered))
}

type Trying = { readonly service: string; readonly from: Prepared; readonly to: Prepared; readonly splits?: readonly SplitBy[] }

/** @throws AssertionError where the two differ */
async function agree(cases: readonly PastCase[], { service, from, to, splits = [] }: Trying): Promise<number> {
  const counting = await count(council, { sides: sidesOf(from, to), window: { service, ...window }, splits }, watch)
  assert.ok(counting)
  const byHand = trial(from, to, cases)
  assert.deepEqual(counting.whole.read(), byHand)
  assert.deepEqual(
    counting.cuts.map(({ by }) => by),
    splits,
  )
  for (const cut of counting.cuts) {
    const parts = counting.splits.get(cut.by)
    assert.ok(parts)
    assert.deepEqual([...parts.keys()].sort(), [...new Set(cases.flatMap((past) => partsOf(cut, past)))].sort())
    for (const [part, tally] of parts) {
      const own = trial(
        from,
        to,
        cases.filter((past) => partsOf(cut, past).includes(part)),
      )
      assert.deepEqual(partFrom(part, tally.read()), partFrom(part, own))
    }
  }
  assert.deepEqual(counting.ways.reasons, [])
  return byHand.changed + byHand.cantTell.count
}

describe('SQL and the rules agree', () => {
  test('on each change of a made-up service, for those who applied with any version of it', async () => {
    const versions = [club(), ...Object.values(changes).map(club)]
    const opened = versions.slice(0, 3)
    const cases = casesOf(opened, { seed: 1, many: 1000, figures: [12_000] })
    await remember('club', cases)
    const past = cases.map((one) => one.past)
    assert.equal(past.length, 1000)
    let differences = 0
    for (const from of versions.slice(0, 2))
      for (const to of versions)
        differences += await agree(past, {
          service: 'club',
          from,
          to,
          splits: ['area', 'channel', 'month', 'answer plays', 'answer level', 'answer born', 'answer family', 'answer nothing'],
        })
    assert.ok(differences > 500)
  })

  for (const { pack, constants, splits } of [
    {
      pack: 'council-tax-reduction',
      constants: { capital_limit: '9000.00', weeks: 50, tariff_step: '300.00', pension_age: 60, middle_pay: '250.00' },
      splits: ['answer liability', 'answer capital', 'answer adults'],
    },
    {
      pack: 'bulky-waste',
      constants: { further_item: '7.50', concession_share: 40, most_items: 8, included: 2 },
      splits: ['answer items'],
    },
    { pack: 'broadband-demand', constants: {}, splits: ['area'] },
    { pack: 'street-trading', constants: {}, splits: ['answer days'] },
  ] satisfies readonly { pack: string; constants: Readonly<Record<string, string | number>>; splits: readonly SplitBy[] }[]) {
    test(`on each figure of ${pack}`, async () => {
      const read = await readPackFiles(join(import.meta.dirname, '../../packs', pack))
      assert.ok('files' in read)
      const now = preparedFrom(read.files)
      const cases = casesOf([now], { seed: 7, many: 700, figures: [48_000, 53_000, 600_000, 1_600_000, 27_900, 48_500, 5_000] })
      await remember(pack, cases)
      const past = cases.map((one) => one.past)
      assert.ok(past.length > 200, `${past.length}`)
      for (const [constant, is] of Object.entries(constants)) {
        const differences = await agree(past, { service: pack, from: now, to: prepare(withFigure(now.definition, constant, is)) })
        assert.ok(differences > 0, constant)
      }
      await agree(past, { service: pack, from: now, to: now, splits })
    })
  }
})

function withFigure(definition: Definition, name: string, is: string | number): Definition {
  const { service } = definition
  const figure = service.constants[name]
  if (figure === undefined) throw new Error(`there is no figure ${name}`)
  return { ...definition, service: { ...service, constants: { ...service.constants, [name]: { ...figure, is } } } }
}
