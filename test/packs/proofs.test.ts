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

/** A definition with one part other than it was; undefined where it is none any more. */
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

function withOpposites(definition: Definition): readonly Broken[] {
  const { service } = definition
  const opposite = (condition: string): string => `!(${condition})`
  const named = Object.entries(service.conditions).map(([id, condition]) => ({
    what: `with the opposite of ${id}`,
    definition: readDefinition({
      ...definition,
      service: { ...service, conditions: { ...service.conditions, [id]: opposite(condition) } },
    }),
  }))
  const exits = service.exits.map((exit, at) => ({
    what: `with the opposite at exit ${exit.id}`,
    definition: readDefinition({
      ...definition,
      service: { ...service, exits: service.exits.with(at, { ...exit, when: opposite(exit.when) }) },
    }),
  }))
  return [...named, ...exits]
}

function foundIn({ what, definition }: Broken): readonly Finding[] {
  if (definition === undefined) return []
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

  test(`a row left out of ${name}, or a condition turned round, is found out where it matters, with somebody for whom it does`, async () => {
    const { definition } = await starterPack(name)
    for (const broken of [...withoutRows(definition), ...withOpposites(definition)]) foundIn(broken)
  })
}

test('each band left out of a table without any other row for it is a gap', async () => {
  for (const name of names) {
    const { definition } = await starterPack(name)
    const unique = new Set(definition.tables.filter(({ hit }) => hit === 'unique').map(({ id }) => id))
    for (const broken of withoutRows(definition)) {
      const table = broken.what.split(' ').at(-1) ?? ''
      if (!unique.has(table)) continue
      const gap = foundIn(broken).find(({ code, about }) => code === 'table-gap' && about.table === table)
      assert.equal(gap?.severity, 'fault', `${name} ${broken.what}`)
    }
  }
})
