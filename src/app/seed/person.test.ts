import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { prepare, readPack } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { diceOf } from './dice.ts'
import { madeUpPerson, type Surroundings } from './person.ts'

const packs = fileURLToPath(new URL('../../../packs', import.meta.url))
const today = '2026-06-17'
const addresses = [
  { uprn: '1', lines: ['1 Mill Lane'], town: 'Thorpe', postcode: 'TH1 1AA', ward: 'North', parish: 'Over' },
  { uprn: '2', lines: ['2 Mill Lane'], town: 'Thorpe', postcode: 'TH1 1AA', ward: 'North', parish: 'Over' },
]

async function surroundingsOf(pack: string, seed = 1): Promise<Surroundings> {
  const read = await readPackFiles(join(packs, pack))
  assert.ok('files' in read)
  const { definition, scenarios } = readPack(read.files)
  assert.ok(definition)
  return { prepared: prepare(definition), scenarios, addresses, dice: diceOf(seed) }
}

function some(surroundings: Surroundings, count: number) {
  return Array.from({ length: count }, () => madeUpPerson(surroundings, today))
}

for (const pack of readdirSync(packs)) {
  describe(`made-up people of ${pack}`, () => {
    test('all get to the end of the service', async () => {
      for (const person of some(await surroundingsOf(pack), 60)) assert.ok(person?.evaluation.walk.done)
    })

    test('are not all alike', async () => {
      const answers = some(await surroundingsOf(pack), 60).map((person) => JSON.stringify(person?.answers))
      assert.ok(new Set(answers).size > 10)
    })

    test('are the same again for the same seed', async () => {
      const [one, two] = [some(await surroundingsOf(pack, 7), 20), some(await surroundingsOf(pack, 7), 20)]
      assert.deepEqual(
        one.map((person) => person?.answers),
        two.map((person) => person?.answers),
      )
    })
  })
}
