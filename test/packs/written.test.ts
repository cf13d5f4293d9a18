import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { packOf, prepare, readPack, runScenario } from '#core/index.ts'
import { readPackFiles } from '#store/pack-files.ts'

const root = join(import.meta.dirname, '..', '..')
const folders = [
  'packs/broadband-demand',
  'packs/bulky-waste',
  'packs/council-tax-reduction',
  'packs/street-trading',
  'template',
  'test/kit/allotment',
  'test/kit/tennis-club',
  'bench/missed-bin',
]

for (const folder of folders) {
  test(`${folder}, written from its definition, is the same version with the same example people`, async () => {
    const read = await readPackFiles(join(root, folder))
    assert.ok('files' in read, JSON.stringify(read))
    const { definition, version, scenarios } = readPack(read.files)
    assert.ok(definition)
    const written = readPack(packOf(definition, read.files))
    assert.deepEqual(written.faults, [])
    assert.equal(written.version, version)
    assert.ok(written.definition)
    const prepared = prepare(written.definition)
    assert.equal(written.scenarios.length, scenarios.length)
    for (const scenario of written.scenarios) assert.deepEqual(runScenario(prepared, scenario).differences, [])
  })
}
