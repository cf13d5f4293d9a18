import assert from 'node:assert/strict'
import { test } from 'node:test'
import { migrations as appointments } from '#features/appointments/migrations/index.ts'
import { migrations as messages } from '#features/messages/migrations/index.ts'
import { migrations as services } from '#features/services/migrations/index.ts'
import { migrate } from '#store/migrate.ts'
import { clubCouncil, submission } from '#test/kit/club-council.ts'
import { freshStore } from '#test/kit/database.ts'
import { openCase } from '../commands/open-case.ts'
import { migrations } from './index.ts'

const name = '2026-11-23-cases-queue-made-up'
const all = [services, messages, appointments, migrations]
const kit = await freshStore({ migrations: all })
const councils = [await clubCouncil(kit.store, 'north'), await clubCouncil(kit.store, 'south')]

test('cases of a database from before lists said which are made up say it after the upgrade, in every council', async () => {
  for (const council of councils) {
    assert.ok('isNew' in (await openCase(council, submission({ madeUp: true }))))
    assert.ok('isNew' in (await openCase(council, submission())))
  }
  const marked = () => kit.asOwner('select council_id, case_id, is_made_up from cases.queue order by case_id')
  const kept = await marked()
  await kit.asOwner('alter table cases.queue drop column is_made_up')
  await kit.asOwner('delete from folkmoot.migration where name = $1', [name])
  assert.deepEqual(await migrate(kit.server, all), [name])
  assert.deepEqual(await marked(), kept)
  assert.equal(kept.filter(({ is_made_up }) => is_made_up).length, 2)
  const [walls] = await kit.asOwner(
    `select bool_and(relforcerowsecurity) as forced from pg_class where oid in ('cases.queue'::regclass, 'log.fact'::regclass)`,
  )
  assert.deepEqual(walls, { forced: true })
})
