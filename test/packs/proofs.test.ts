/** The starter services proved, and broken one part at a time: all is told of them, and what is found of a broken one is so by the real rules. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { type Definition, prepare, readDefinition } from '#core/index.ts'
import { type Finding, prove } from '#core/proof/index.ts'
import { assertFound } from '#test/kit/findings.ts'
import { starterPack } from '#test/kit/pack-folder.ts'

const names = readdirSync(fileURLToPath(new URL('../../packs', import.meta.url)))

/** A definition with one part other than it was. It is one still: undefined is a mistake of this test. */
type Broken = { readonly what: string; readonly definition: Definition | undefined }

function withoutRows({ tables, ...definition }: Definition): readonly Broken[] {
  return tables.flatMap((table, at) =>
    table.rows.map((row, index) => ({
      what: `without row ${row.id ?? index + 1} of ${table.id}`,
      definition: readDefinition({
        ...definition,
        tables: tables.with(at, { ...table, rows: table.rows.toSpliced(index, 1) }),
      }),
    })),
  )
}

/** Ways to break a condition. */
const breaks = {
  'the opposite of': (condition: string) => `!(${condition})`,
  'a contradiction in': (condition: string) => `(${condition}) && !(${condition})`,
}

function withBrokenConditions(definition: Definition): readonly Broken[] {
  const { service } = definition
  return Object.entries(breaks).flatMap(([how, change]) => [
    ...Object.entries(service.conditions).map(([id, condition]) => ({
      what: `with ${how} ${id}`,
      definition: readDefinition({
        ...definition,
        service: { ...service, conditions: { ...service.conditions, [id]: change(condition) } },
      }),
    })),
    ...service.exits.map((exit, at) => ({
      what: `with ${how} exit ${exit.id}`,
      definition: readDefinition({
        ...definition,
        service: { ...service, exits: service.exits.with(at, { ...exit, when: change(exit.when) }) },
      }),
    })),
  ])
}

function foundIn({ what, definition }: Broken): readonly Finding[] {
  assert.ok(definition, what)
  const prepared = prepare(definition)
  const { findings } = prove(prepared, { budget: 20_000 })
  try {
    assertFound(prepared, findings)
  } catch (error) {
    throw new Error(what, { cause: error })
  }
  return findings
}

for (const name of names) {
  test(`nothing is at fault in ${name}, and nothing is left untold`, async () => {
    const prepared = await starterPack(name)
    const { findings, notProved } = prove(prepared)
    assertFound(prepared, findings)
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'fault'),
      [],
    )
    assert.deepEqual(notProved, [])
  })

  test(`a row left out of ${name}, or a condition turned round or never met, is found out where it matters, with somebody for whom it does`, async () => {
    const { definition } = await starterPack(name)
    const found = [...withoutRows(definition), ...withBrokenConditions(definition)].map(foundIn)
    const faulty = found.filter((findings) => findings.some(({ severity }) => severity === 'fault'))
    assert.ok(faulty.length > 0, `none of ${found.length}`)
  })
}

test('each band left out of a table without any other row for it is a gap', async () => {
  let gaps = 0
  for (const name of names) {
    const { definition } = await starterPack(name)
    const unique = new Set(definition.tables.filter(({ hit }) => hit === 'unique').map(({ id }) => id))
    for (const broken of withoutRows(definition)) {
      const table = broken.what.split(' ').at(-1) ?? ''
      if (!unique.has(table)) continue
      const gap = foundIn(broken).find(({ code, about }) => code === 'table-gap' && about.table === table)
      assert.equal(gap?.severity, 'fault', `${name} ${broken.what}`)
      gaps += 1
    }
  }
  assert.ok(gaps > 0)
})
