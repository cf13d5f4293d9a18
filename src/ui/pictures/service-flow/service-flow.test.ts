import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ServiceFlowOptions, serviceFlow } from './index.ts'

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
    },
  ],
  marks: new Map([
    ['racket', [{ text: 'No answers lead here.', isFault: true }]],
    ['outcome-away', [{ text: 'A penny turns it.', isFault: false, href: '#finding-2' }]],
  ]),
  met: new Map([
    ['birth', [{ title: 'Ada joins', href: '#example-ada' }, { title: 'Bo' }, { title: 'Cy' }, { title: 'Di' }]],
    ['racket', []],
    ['outcome-away', [{ title: 'Ada joins', href: '#example-ada' }, { title: 'Bo' }]],
  ]),
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
    mustBeMended: 'To be mended',
    worthALook: 'Worth a look',
    people: (count) => `${count} people`,
    nobody: 'Nobody comes here',
    metBy: 'People:',
    key: 'The signs',
    signs: {
      page: 'A page',
      some: 'A page for some',
      leaving: 'An early end',
      outcome: 'A decision',
      adverse: 'A decision against',
      people: 'So many come here',
      nobody: 'Nobody comes here',
    },
  },
}
const flow = String(serviceFlow(options))

describe('the way through a service', () => {
  test('has a stop for each page, each early end, each moment and each decision, all to be reached by keyboard', () => {
    assert.equal(flow.match(/<a href="#way-/g)?.length, 2 + 1 + 3 + 2)
    assert.doesNotMatch(flow, /<svg[^>]*role="img"|NaN|undefined|<b>/)
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
    assert.equal(flow.match(/<tspan/g)?.length, 2 + 1 + 3 + 2 + 2)
  })

  test('marks a stop where something is wrong or worth a look by signs of different shape, and says what in the list', () => {
    const drawn = [...flow.matchAll(/class="flow__mark(?: flow__mark--fault)?" d="([^"]+)"/g)].map(([, shape]) =>
      shape?.replace(/-?[\d.]+/g, ''),
    )
    assert.equal(new Set(drawn).size, 2)
    assert.match(flow, /flow__finding--fault"><strong>To be mended:<\/strong> No answers lead here\./)
    assert.match(flow, /<a class="govuk-link" href="#finding-2"><strong>Worth a look:<\/strong> A penny turns it\./)
    assert.match(flow, /<g role="img" aria-label="To be mended">/)
    assert.match(flow, /<g role="img" aria-label="Nobody comes here">/)
    assert.doesNotMatch(flow, /<a [^>]*aria-label/, 'a stop is named by the words in it')
  })

  test('counts the example people who come to a stop, names them where they are few, and says where nobody comes', () => {
    assert.match(flow, /flow__count"[^>]*>4</)
    assert.match(flow, /flow__met">4 people</)
    assert.match(flow, /People: <a class="govuk-link" href="#example-ada">Ada joins<\/a>; Bo</)
    assert.match(flow, /flow__met--nobody">Nobody comes here</)
  })

  test('says what each sign means that is there, and no other', () => {
    const [, key = ''] = flow.split('flow__key-title')
    for (const text of ['A page<', 'A page for some', 'An early end', 'To be mended', 'Worth a look', 'So many come here'])
      assert.ok(key.includes(text), text)
    const plain = String(serviceFlow({ ...options, marks: undefined, met: undefined }))
    for (const text of ['To be mended', 'Worth a look', 'So many come here']) assert.ok(!plain.includes(text), text)
  })

  test('tells the parts of a long service where there are several', () => {
    const [birth, racket] = options.pages
    assert.ok(birth && racket)
    const pages = [
      { ...birth, section: 'About you' },
      { ...racket, section: 'How you play' },
    ]
    const parted = String(serviceFlow({ ...options, pages }))
    assert.equal(parted.match(/class="flow__section"/g)?.length, 2)
    assert.equal(parted.match(/flow__section-name">How you play</g)?.length, 1)
    assert.doesNotMatch(flow, /flow__section/)
  })
})
