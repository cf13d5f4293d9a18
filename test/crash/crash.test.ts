import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, test } from 'node:test'
import { debian } from './database.ts'
import { killInRounds } from './rounds.ts'

const rounds = 20
const timeout = 600_000

describe('kill -9 under load', { skip: process.platform !== 'linux' && 'needs /proc' }, () => {
  test(`loses nothing acknowledged and doubles nothing, ${rounds} times, on the database inside`, { timeout }, async () => {
    assert.ok((await killInRounds('embedded', rounds)) >= rounds * 20)
  })

  const skip = existsSync(debian) ? false : 'no PostgreSQL 15 found (apt-get install postgresql-15)'
  test(`loses nothing acknowledged and doubles nothing, ${rounds} times, on a server`, { timeout, skip }, async () => {
    assert.ok((await killInRounds('debian', rounds)) >= rounds * 20)
  })
})
