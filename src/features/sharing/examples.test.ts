import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { mergeExamples, withOwnExpectations } from './examples.ts'

const ada = (answers: string, fee: string) =>
  `# Ada\nschema: 1\nid: ada\nanswers: { ${answers} }\nexpect: { fee: "${fee}", outcome: joined }\n`
const path = 'scenarios/ada.yaml'
const files = (text: string) => new Map([[path, text]])
const merge = (base: string, ours: string, theirs: string) =>
  mergeExamples({ base: files(base), ours: files(ours), theirs: files(theirs) }).get(path) ?? ''

describe('what a council expects of example people instead', () => {
  test('stands in their file, and nothing else changes', () => {
    const [changed = ''] = withOwnExpectations(files(ada('size: small', '24.00')), { ada: { fee: '30.00' } }).values()
    assert.match(changed, /^# Ada/)
    assert.deepEqual(parse(changed), parse(ada('size: small', '30.00')))
  })
})

describe('example people of both sides', () => {
  const base = ada('size: small', '24.00')

  test('are theirs where we changed nothing, and ours where they did not', () => {
    assert.equal(merge(base, base, ada('size: large', '24.00')), ada('size: large', '24.00'))
    assert.equal(merge(base, ada('size: small', '30.00'), base), ada('size: small', '30.00'))
  })

  test('are put together key by key where both changed them', () => {
    assert.deepEqual(parse(merge(base, ada('size: small', '30.00'), ada('size: large', '24.00'))), parse(ada('size: large', '30.00')))
  })

  test('expect what we expect where both changed that', () => {
    assert.deepEqual(parse(merge(base, ada('size: small', '30.00'), ada('size: small', '26.00'))), parse(ada('size: small', '30.00')))
  })

  test('come along when they are new, stay when only we have them, and go where they took them away and we had left them alone', () => {
    const none = new Map<string, string>()
    assert.equal(mergeExamples({ base: none, ours: none, theirs: files(base) }).size, 1)
    assert.equal(mergeExamples({ base: none, ours: files(base), theirs: none }).size, 1)
    assert.equal(mergeExamples({ base: files(base), ours: files(base), theirs: none }).size, 0)
    assert.equal(mergeExamples({ base: files(base), ours: files(ada('size: small', '30.00')), theirs: none }).size, 1)
  })

  test('are left alone when theirs cannot be read', () => {
    assert.equal(merge(base, ada('size: small', '30.00'), 'a: [1'), ada('size: small', '30.00'))
  })
})
