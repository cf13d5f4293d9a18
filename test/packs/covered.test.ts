import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { coverageOf, partsOf, prepare, readPack, runScenario } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'

const root = join(import.meta.dirname, '..', '..')
const folders = [...readdirSync(join(root, 'packs')).map((name) => join('packs', name)), 'template']

for (const folder of folders) {
  test(`the example people of ${folder} reach all there is to reach, each as expected and looked at by a person`, async () => {
    const read = await readPackFiles(join(root, folder))
    assert.ok('files' in read, JSON.stringify(read))
    const { definition, scenarios } = readPack(read.files)
    assert.ok(definition)
    const prepared = prepare(definition)
    const { pages, tables, options, exits, outcomes, covered } = coverageOf(prepared, scenarios)
    const parts = [...pages, ...exits, ...outcomes, ...tables.flatMap(({ rows }) => rows), ...options.flatMap((one) => one.options)]
    assert.deepEqual(
      parts.filter(({ by }) => by.length === 0),
      [],
    )
    assert.equal(covered, partsOf(prepared).length)
    for (const scenario of scenarios) {
      assert.deepEqual(runScenario(prepared, scenario).differences, [], scenario.id)
      assert.equal(scenario.proposed, undefined, scenario.id)
      for (const language of prepared.languages.slice(1))
        assert.ok(scenario.titles?.[language], `${scenario.id} has no title in ${language}`)
    }
  })
}
