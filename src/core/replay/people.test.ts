import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepare, readPack } from '#core/definition/index.ts'
import { evaluate } from '#core/journey/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { asPastCases, madeUpPeople, trial } from './index.ts'

const { definition } = readPack(packFiles())
assert.ok(definition)
const club = prepare(definition)
const made = madeUpPeople(club)

test('makes somebody up for every row of a table, both sides of each condition and every option', () => {
  const covered = new Set(made.people.flatMap(({ covers }) => covers))
  for (const name of ['adult', 'not adult', 'answer level = coach', 'answer plays = false', 'outcome joined', 'outcome turned_away'])
    assert.ok(covered.has(name), name)
  const rows = club.program.derived.flatMap((one) =>
    one.kind === 'table' ? one.table.trees.rows.map(({ id }) => `row ${one.id}.${id}`) : [],
  )
  assert.ok(rows.length > 0 && rows.every((row) => covered.has(row) || made.nobody.includes(row) || made.unknown.includes(row)))
})

test('makes up only people whom the real walk lets through, and the same again', () => {
  for (const { answers, today } of made.people) assert.ok(evaluate(club, answers, today).walk.done)
  assert.deepEqual(madeUpPeople(club), made)
})

test('says of them that they are made up wherever a version is tried on them', () => {
  const tried = trial(club, club, asPastCases(club, made))
  assert.deepEqual([tried.cases, tried.madeUp, tried.changed], [made.people.length, made.people.length, 0])
})
