import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { examples, type Example } from '#test/ui/questions.ts'
import { fieldId, questionView, typedFrom } from './index.ts'
import type { QuestionProps } from './view.ts'

type Element = DefaultTreeAdapterTypes.Element

function shown({ question, text, typed }: Example, more: Partial<QuestionProps> = {}): Element[] {
  const props = {
    question,
    text,
    name: question.id,
    typed: typedFrom(typed),
    lang: 'en',
    isPageHeading: false,
    addHref: '/add',
    ...more,
  } as const
  return elements(parseFragment(String(questionView(props))).childNodes)
}

function elements(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elements(node.childNodes)] : []))
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((attr) => attr.name === name)?.value
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : '')).join('')
}

function of(kind: string): Example {
  const example = examples.find(({ question }) => question.kind === kind)
  assert.ok(example, kind)
  return example
}

const fields = new Set(['input', 'textarea', 'select'])

describe('every question', () => {
  for (const example of examples) {
    const { kind, id } = example.question

    it(`${kind}: names every field to those who cannot see it`, () => {
      const all = shown(example)
      for (const field of all.filter(({ tagName }) => fields.has(tagName))) {
        const label = all.find((element) => element.tagName === 'label' && attribute(element, 'for') === attribute(field, 'id'))
        assert.ok(label && textOf(label).trim() !== '', attribute(field, 'name'))
      }
    })

    it(`${kind}: posts only fields of its own name`, () => {
      const names = shown(example).flatMap((element) => attribute(element, 'name') ?? [])
      for (const name of names) assert.ok(name === id || name.startsWith(`${id}-`), name)
    })

    it(`${kind}: has the field an error summary links to, described by the error`, () => {
      const all = shown(example, { error: 'Not like this' })
      const byId = (wanted: string) => all.find((element) => attribute(element, 'id') === wanted)
      assert.ok(byId(fieldId(example.question, id)), fieldId(example.question, id))
      const message = byId(`${id}-error`)
      assert.match(message ? textOf(message).replace(/\s+/g, ' ') : '', /Error: Not like this/)
      const describes = all.some((element) => attribute(element, 'aria-describedby')?.split(' ').includes(`${id}-error`))
      assert.ok(describes || kind === 'group')
    })

    it(`${kind}: is the heading of the page when it stands alone`, () => {
      const headings = shown(example, { isPageHeading: true }).filter(({ tagName }) => tagName === 'h1')
      assert.equal(headings.length, kind === 'declaration' ? 0 : 1)
    })

    it(`${kind}: has unique ids`, () => {
      const ids = shown(example, { error: 'x' }).flatMap((element) => attribute(element, 'id') ?? [])
      assert.deepEqual(ids, [...new Set(ids)])
    })
  }

  it('shows again exactly what was typed', () => {
    for (const { question, text, typed } of examples) {
      const values = shown({ question, text, typed }).flatMap((element) => {
        if (element.tagName === 'textarea') return [textOf(element)]
        const isChoice = ['radio', 'checkbox'].includes(attribute(element, 'type') ?? '')
        if (isChoice && attribute(element, 'checked') === undefined) return []
        return element.tagName === 'input' ? (attribute(element, 'value') ?? []) : []
      })
      assert.deepEqual(
        values,
        Object.values(typed)
          .flat()
          .concat(values.slice(Object.values(typed).flat().length)),
        question.kind,
      )
    }
  })
})

describe('questions', () => {
  it('tell the browser what it may fill in and which keyboard helps', () => {
    const first = (kind: string) => shown(of(kind)).find(({ tagName }) => tagName === 'input')
    assert.equal(attribute(first('text'), 'autocomplete'), 'name')
    assert.equal(attribute(first('text'), 'spellcheck'), 'false')
    assert.equal(attribute(first('email'), 'autocomplete'), 'email')
    assert.equal(attribute(first('phone'), 'type'), 'tel')
    assert.equal(attribute(first('date'), 'autocomplete'), 'bday-day')
    assert.equal(attribute(first('date'), 'inputmode'), 'numeric')
    assert.equal(attribute(first('money'), 'inputmode'), 'decimal')
    assert.equal(attribute(first('address'), 'autocomplete'), 'postal-code')
  })

  it('mark as wrong only the parts of a date that are', () => {
    const wrong = shown(of('date'), { error: 'x', wrongParts: ['month'] }).filter((element) =>
      attribute(element, 'class')?.includes('govuk-input--error'),
    )
    assert.deepEqual(
      wrong.map((element) => attribute(element, 'name')),
      ['birthday-month'],
    )
  })

  it('say which may be left empty', () => {
    assert.match(shown(of('money')).map(textOf).join(), /\(optional\)/)
  })

  it('put the option that means none of these last, and alone', () => {
    const boxes = shown(of('many-of')).filter((element) => attribute(element, 'type') === 'checkbox')
    assert.equal(attribute(boxes.at(-1), 'data-behaviour'), 'exclusive')
    assert.equal(attribute(boxes.at(-1), 'value'), 'none')
  })

  it('use the words of the question for yes and no, where it has its own', () => {
    const example = of('yes-no')
    const own = {
      ...example.text,
      options: [
        { id: 'yes', label: 'Ydw' },
        { id: 'no', label: 'Nac ydw' },
      ],
    }
    assert.match(
      shown({ ...example, text: own })
        .map(textOf)
        .join(),
      /Nac ydw/,
    )
  })

  it('let an address be looked up, chosen and typed without a script', () => {
    const before = shown(of('address'))
    assert.ok(before.some((element) => element.tagName === 'button' && attribute(element, 'name') === 'home-find'))
    assert.ok(before.some((element) => attribute(element, 'name') === 'home-line1'))
    const after = shown(of('address'), { found: [{ value: '100', text: '1 Mill Lane' }] })
    assert.ok(after.some((element) => element.tagName === 'option' && attribute(element, 'value') === '100'))
    const none = shown(of('address'), { found: [] })
    assert.notEqual(
      attribute(
        none.find(({ tagName }) => tagName === 'details'),
        'open',
      ),
      undefined,
    )
  })

  it('list the members of a group, each to change or remove', () => {
    const members = [{ title: 'Alex', changeHref: '/c', removeHref: '/r' }]
    const links = shown(of('group'), { members }).filter(({ tagName }) => tagName === 'a')
    assert.deepEqual(
      links.map((link) => [attribute(link, 'href'), textOf(link).replace(/\s+/g, ' ').trim()]),
      [
        ['/c', 'Change Alex'],
        ['/r', 'Remove Alex'],
        ['/add', 'Add another: Person'],
      ],
    )
  })
})

describe('questions in which nothing was typed yet', () => {
  const blank = { typed: typedFrom({}), addHref: undefined }
  const markup = (example: Example, more: Partial<QuestionProps> = {}) =>
    String(questionView({ ...example, name: example.question.id, lang: 'en', isPageHeading: false, ...blank, ...more }))

  for (const example of examples) {
    it(`${example.question.kind}: look the same each time, and as they should under another name, as a heading, in Welsh, typed in and wrong`, () => {
      const first = markup(example)
      const others = [
        { name: 'other' },
        { isPageHeading: true },
        { lang: 'cy' as const },
        { typed: typedFrom({ [example.question.id]: ['typed'] }) },
        { error: 'Something is wrong' },
      ].map((more) => [markup(example, more), markup({ ...example, text: { ...example.text } }, more)] as const)
      for (const [again, fresh] of others) assert.equal(again, fresh)
      assert.equal(markup(example), first)
      assert.match(others[4]?.[0] ?? '', /Something is wrong/)
    })
  }
})
