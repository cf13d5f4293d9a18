import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { packFiles } from '#test/kit/pack.ts'
import { referenceFiles } from './files.ts'

for (const [path, text] of referenceFiles()) {
  test(`docs/reference/${path} is fresh: node docs/generate.ts writes it`, () => {
    assert.equal(readFileSync(new URL(`../../../../docs/reference/${path}`, import.meta.url), 'utf8'), text)
  })
}

test('every key of every file is explained and has an example', () => {
  const rows = (referenceFiles().get('pack-format.md') ?? '').split('\n').filter((line) => line.startsWith('| `'))
  assert.ok(rows.length > 150, `${rows.length} keys`)
  for (const row of rows) assert.match(row, /^\| `[^`]+`(?: \\\*)? \| [^|]*\S[^|]* \| ``.*[^…`\s].*`` \|$/, row)
})

test('the JSON Schemas accept a pack and refuse an unknown key', () => {
  const ajv = new Ajv2020({ strict: false })
  const shapes = {
    'service.yaml': 'service',
    'rules/admission.yaml': 'rules',
    'words.cy.yaml': 'words',
    'blocks/contact@1/block.yaml': 'block',
  }
  for (const [file, name] of Object.entries(shapes)) {
    const validate = ajv.compile(JSON.parse(referenceFiles().get(`schema/${name}.json`) ?? ''))
    const data: unknown = parse(packFiles().get(file) ?? '')
    assert.ok(validate(data), `${file}: ${JSON.stringify(validate.errors?.[0])}`)
    assert.equal(validate(Object.assign({}, data, { unheard_of: 1 })), false)
  }
})
