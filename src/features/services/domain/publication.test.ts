import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { versionOf } from '#core/definition/index.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import type { Gate } from './gate.ts'
import { gateFaults, mayComeFromFolder, type Release, sponsorsOf } from './publication.ts'

const club = tennisClubDefinition()
const sponsors = { member: 'Councillor A', director: 'Director B' }
const other = versionOf({ ...club, service: { ...club.service, minutes: 99 } })

describe('who answers for a service', () => {
  test('are those the council names, without their addresses', () => {
    const named = { ...sponsors, 'member-email': 'a@example.org' }
    assert.deepEqual(sponsorsOf(club, named), sponsors)
  })

  test('else those the pack names, but not one alone', () => {
    assert.deepEqual(sponsorsOf({ ...club, service: { ...club.service, sponsors } }, undefined), sponsors)
    assert.equal(sponsorsOf({ ...club, service: { ...club.service, sponsors: { member: 'Councillor A' } } }, undefined), undefined)
  })
})

describe('a folder at start', () => {
  const version = versionOf(club)
  const release = (of: Partial<Release>): Release => ({
    version,
    at: '2026-11-23T10:00:00.000Z',
    by: 'start',
    source: 'folder',
    because: {},
    sponsors,
    gates: [],
    isCurrent: true,
    ...of,
  })

  test('is published where there is nothing yet', () => assert.equal(mayComeFromFolder([], version), true))

  test('is published when it changed since the last start', () =>
    assert.equal(mayComeFromFolder([release({ version: other })], version), true))

  test('never takes back what was released since, by whatever way', () => {
    for (const source of ['proposal', 'adoption', 'operator'] as const)
      assert.equal(mayComeFromFolder([release({ version: other, source })], version), false, source)
    const history = [release({ version: other }), release({ isCurrent: false })]
    assert.equal(mayComeFromFolder(history, version), false, 'it was current once')
  })
})

describe('the gates that are shut', () => {
  const gate = (of: Partial<Gate>): Gate => ({ id: 'tried', state: 'failed', because: { code: 'untried' }, ...of })

  test('are told with their way out, each once, the faults of the checks first', () => {
    const fault = { file: 'rules/a.yaml', line: 2, column: 3, code: 'unknown-name', message: 'm', help: 'h' }
    const gates = [
      gate({ id: 'checks', because: { code: 'faults', count: 1, text: 'm' } }),
      gate({}),
      gate({ id: 'sponsors', state: 'passed' }),
    ]
    assert.deepEqual(
      gateFaults(gates, [fault]).map(({ code }) => code),
      ['unknown-name', 'gate-tried'],
    )
  })

  test('are none when all are open', () => assert.deepEqual(gateFaults([gate({ state: 'waived' })], []), []))
})
