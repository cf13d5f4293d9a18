import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { readPack } from '../pack.ts'

const casework = `  tasks:
    - { id: measure, who: [officer], on: submitted, shows: [born], awaited: true, asks: [{ id: height, kind: number, purpose: join }] }
  appointments: [{ id: lesson, minutes: 60 }]
  renewal: { after: P1Y, remind: P1M, outcomes: [joined], carries: [born], message: again }
`
const words = `tasks:
  measure: { label: Measure, asked: "Measure {full_name}.", given: Asked, done: Measured, questions: { height: { label: Height } } }
appointments:
  lesson: { label: A lesson, where: The court }
`

/** The pack with work for others, and one text of what was added replaced by another. */
function faultsOf(from = '', to = ''): readonly string[] {
  const swap = (text: string) => text.replace(from, () => to)
  const message = (text: string) => swap(`messages:\n  again: { subject: Again, body: "${text} {renew} {renew_by}" }\n`)
  const files = packFiles({
    'service.yaml': [
      ['messages: [{ id: received, on: submitted }]\n', `messages: [{ id: received, on: submitted }, { id: again }]\n${swap(casework)}`],
    ],
    'words.en.yaml': [['messages:\n', `${swap(words)}${message('Renew at')}`]],
    'words.cy.yaml': [['messages:\n', `${swap(words)}${message('Adnewyddwch yn')}`]],
  })
  return readPack(files).faults.map(({ file, code, message: told, help }) => `${file} ${code} ${told} ${help}`)
}

test('a pack with a task, an appointment and a renewal is without fault', () => {
  assert.deepEqual(faultsOf(), [])
})

const planted: Readonly<Record<string, readonly [from: string, to: string, found: RegExp]>> = {
  'a task that nothing gives': ['on: submitted, ', '', /unused-task Nothing gives the task “measure”/],
  'a decision that waits for what follows it': ['on: submitted', 'on: decided', /wrong-value The decision cannot wait for “measure”/],
  'an answer shown that is none': ['shows: [born]', 'shows: [borne]', /unknown-question There is no question “borne”. Did you mean “born”/],
  'an answer nobody who does the task may read': [
    'who: [officer]',
    'who: [crew]',
    /not-readable None of crew may read the answer to “born”/,
  ],
  'a task whose condition names nothing': ['on: submitted', 'on: submitted, when: tall', /unknown-name/],
  'a question of a task without a purpose': [', purpose: join', '', /missing-purpose/],
  'a task without words': ['tasks:\n  measure: { label: Measure', 'tasks:\n  measures: { label: Measure', /missing-words/],
  'an appointment without words': [
    'appointments:\n  lesson: {',
    'appointments:\n  lessons: {',
    /missing-words The words “appointments.lesson.where”/,
  ],
  'a renewal of an unknown outcome': ['outcomes: [joined]', 'outcomes: [joins]', /unknown-outcome There is no outcome “joins”/],
  'a group carried over': ['carries: [born]', 'carries: [family]', /not-carried The answers of the group “family”/],
  'a reminder before the decision': ['remind: P1M', 'remind: P18M', /wrong-value The reminder would come before the decision/],
  'a reminder without its link': [' {renew} ', ' ', /missing-link “again” does not say where to renew/],
  'a reminder that is no message': ['message: again', 'message: agin', /unknown-message There is no message “agin”/],
}

for (const [what, [from, to, found]] of Object.entries(planted)) {
  test(`${what} is found`, () => {
    const faults = faultsOf(from, to)
    assert.ok(
      faults.some((fault) => found.test(fault)),
      faults.join('\n'),
    )
  })
}

test('an action cannot give a task that is not there', () => {
  const action = `actions: [{ id: look, who: [officer], effect: { task: gone } }]\n  team: front_desk`
  const { faults } = readPack(packFiles({ 'service.yaml': [['team: front_desk', action]] }))
  assert.ok(faults.some(({ code }) => code === 'unknown-task'))
})
