import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readCouncils } from './councils.ts'
import { StartFailure } from './failure.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-councils-'))
after(() => rmSync(folder, { recursive: true }))

const settings = (id: string, more = '') => `id: ${id}
name: { en: ${id} Council }
hosts: [${id}.example]
nation: england
bank-holidays: england-and-wales
contact: { email: a@thorpe.example, phone: "1", address: [Hall], opening: { en: Weekdays } }
data-protection: { officer: { email: d@thorpe.example }, regulator: { name: { en: R }, url: "https://r.example" } }
accessibility: { prepared: 2026-11-23, reviewed: 2026-11-23 }
${more}`

function councilsIn(name: string, texts: Readonly<Record<string, string>>): string {
  for (const [id, text] of Object.entries(texts)) {
    mkdirSync(join(folder, name, id), { recursive: true })
    writeFileSync(join(folder, name, id, 'council.yaml'), text)
  }
  return join(folder, name)
}

const failureOf = async (folders: string[]) => {
  const failure = await readCouncils(folders).then(
    () => undefined,
    (error: unknown) => error,
  )
  assert.ok(failure instanceof StartFailure)
  return failure.reasons
}

describe('the folders of councils', () => {
  test('are read with their brands', async () => {
    const [council] = await readCouncils([councilsIn('good', { thorpe: settings('thorpe') })])
    assert.equal(council?.settings.id, 'thorpe')
    assert.match(council?.stylesheet.path ?? '', /^\/assets\/brand-/)
  })

  test('with faults are named with file, line and column, all at once', async () => {
    const path = councilsIn('bad', {
      thorpe: settings('thorpe', 'colour: red'),
      upton: settings('upton', 'brand: { logo: { file: none.svg, width: 40, height: 40 } }'),
    })
    const places = (await failureOf([path])).map(({ place }) => place.slice(path.length))
    assert.deepEqual(places, ['/thorpe/council.yaml:1:1', '/upton/none.svg'])
  })

  test('with two councils of one host, no council at all, or that are not there, are refused', async () => {
    const twice = councilsIn('twice', { thorpe: settings('thorpe'), upton: settings('upton').replace('upton.example', 'thorpe.example') })
    assert.deepEqual(
      (await failureOf([twice])).map(({ place }) => place),
      ['thorpe.example'],
    )
    mkdirSync(join(folder, 'empty'))
    assert.match((await failureOf([join(folder, 'empty')]))[0]?.message ?? '', /no council/)
    assert.match((await failureOf([join(folder, 'absent')]))[0]?.message ?? '', /cannot be read/)
  })
})
