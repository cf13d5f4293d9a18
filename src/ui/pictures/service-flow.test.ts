import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ServiceFlowOptions, serviceFlow } from './service-flow.ts'

const options: ServiceFlowOptions = {
  id: 'way',
  title: 'The way through',
  description: 'Two pages and two decisions.',
  pages: [
    {
      id: 'birth',
      title: 'When were you born?',
      questions: ['When were you born?'],
      exits: [{ id: 'young', title: 'Too young', when: 'you are under 5' }],
    },
    {
      id: 'racket',
      title: 'A title so long that it has to be broken into several lines <b>',
      onlyIf: 'you play',
      questions: ['Which racket?'],
      exits: [],
      marks: [{ text: 'No answers lead here.', isFault: true }],
    },
  ],
  outcomes: [
    { id: 'joined', label: 'Joined', isAdverse: false },
    { id: 'away', label: 'Turned away', isAdverse: true },
  ],
  words: {
    start: 'Start',
    sent: 'Sent',
    decided: 'Decided',
    some: 'Some see this',
    onlyIf: (condition) => `Only if ${condition}.`,
    leaves: (condition) => `Ends if ${condition}.`,
    ends: (title) => `Ends: ${title}`,
    adverse: 'against',
    list: 'In words',
  },
}
const flow = String(serviceFlow(options))

describe('the way through a service', () => {
  test('has a stop for each page, each early end, each moment and each decision, all to be reached by keyboard', () => {
    assert.equal(flow.match(/<a href="#way-/g)?.length, 2 + 1 + 3 + 2)
    assert.doesNotMatch(flow, /role="img"|NaN|undefined|<b>/)
  })

  test('leads from every stop to a place in the list that is there', () => {
    for (const [, target] of flow.matchAll(/<a href="#([^"]+)"/g)) assert.match(flow, new RegExp(`id="${target}"[^>]*tabindex="-1"`))
  })

  test('draws what only some see beside the line, and who leaves early to an end', () => {
    assert.equal(flow.match(/flow__line--some/g)?.length, 1)
    assert.equal(flow.match(/flow__line--leaving/g)?.length, 1)
    assert.match(flow, /Only if you play\./)
    assert.match(flow, /Too young\.<\/strong> Ends if you are under 5\./)
  })

  test('breaks long names and keeps the next stop clear of them', () => {
    const tops = [...flow.matchAll(/class="flow__focus" x="\d+" y="(\d+)" width="\d+" height="(\d+)"/g)].map(
      ([, y, height]) => [Number(y), Number(height)] as const,
    )
    assert.ok(tops.length > 5)
    for (const [index, [top]] of tops.entries()) {
      const [before, height] = tops[index - 1] ?? [-99, 0]
      assert.ok(before + height <= top + 8, `${index}`)
    }
    assert.equal(flow.match(/<tspan/g)?.length, 2 + 1 + 3 + 2 + 1)
  })

  test('marks a stop where something is wrong, and says what', () => {
    assert.equal(flow.match(/class="flow__mark flow__mark--fault"/g)?.length, 1)
    assert.match(flow, /flow__finding--fault">No answers lead here\./)
  })
})
