import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Answers, prepare, readPack, type Prepared } from '#core/definition/index.ts'
import { keptOf, type PastCase } from '#core/replay/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { type Assessment, assess, assessNow, askedTwice, burdenOf, type PageFigure, rank } from './index.ts'

/** The tennis club, which also asks for a favourite colour nobody needs, how people heard of it, and pays the same for three kinds of membership. */
function club(law = ''): Prepared {
  const asks = `{ id: colour, kind: one-of, purpose: ${law === '' ? 'join' : 'owed'}, options: [red, blue] }
          - { id: heard, kind: text, purpose: join, optional: true }
          - { id: sort, kind: one-of, purpose: join, options: [single, pair, team, guest] }`
  const words = (label: string) => `  colour: { label: ${label} colour, options: { red: Red, blue: Blue } }
  heard: { label: ${label} heard }
  sort: { label: ${label} sort, options: { single: Single, pair: Pair, team: Team, guest: Guest } }
  family:`
  const owed =
    law === ''
      ? []
      : [
          [
            'purposes:\n',
            `purposes:\n  owed: { basis: legal-obligation, law: "${law}", readers: [officer], retention: membership }\n`,
          ] as const,
        ]
  const { definition, faults } = readPack(
    packFiles({
      'service.yaml': [
        ['      - id: racket\n        when', `      - id: more\n        questions:\n          - ${asks}\n      - id: racket\n        when`],
        [`'adult ? yearly : gbp("0.00")'`, `'adult && sort != sort.guest ? yearly : gbp("0.00")'`],
        ...owed,
      ],
      'words.en.yaml': [
        ['  family:', words('Which')],
        ['pages:\n', 'pages:\n  more: { title: More }\n'],
        ...(law === '' ? [] : [['purposes: { join', 'purposes: { owed: Owed, join'] as const]),
      ],
      'words.cy.yaml': [
        ['  family:', words('Pa')],
        ['pages:\n', 'pages:\n  more: { title: Mwy }\n'],
        ...(law === '' ? [] : [['purposes: { join', 'purposes: { owed: Owed, join'] as const]),
      ],
    }),
  )
  if (!definition) throw new Error(JSON.stringify(faults))
  return prepare(definition)
}

const sorts = ['single', 'pair', 'team', 'guest']
const today = '2026-11-23'

function people(prepared: Prepared, count: number): readonly PastCase[] {
  return Array.from({ length: count }, (_, place): PastCase => {
    const answers: Answers = {
      born: place % 3 === 0 ? '2015-05-06' : '1990-05-06',
      ...{ plays: false, level: 'player', family: [], full_name: 'Ada', colour: place % 2 === 0 ? 'red' : 'blue' },
      sort: sorts[place % 4] ?? 'single',
    }
    return { id: String(place), today, channel: 'web', ...keptOf(prepared, answers, { today }) }
  })
}

function assessed(prepared: Prepared, count = 200): Assessment {
  return assessNow(prepared, people(prepared, count))
}

describe('what could be simpler', () => {
  const found = assessed(club())
  const candidate = (id: string) => found.candidates.find((one) => one.id === id)

  test('is a question whose answer no rule reads, with the exact change and what trying it shows', () => {
    const drop = candidate('drop:colour')
    assert.deepEqual([drop?.reason, drop?.tried], ['only-people-read', { cases: 200, changed: 0, cantTell: 0, fewer: 200 }])
    assert.ok((drop?.changes ?? []).some(({ kind, path }) => kind === 'removed' && path.at(-1) === 'colour'))
  })

  test('is a question that may be left empty and always was', () => {
    assert.equal(candidate('drop:heard')?.reason, 'hardly-answered')
  })

  test('is answers that came to the same in every case, and not one that makes a difference', () => {
    const merge = candidate('merge:sort')
    assert.deepEqual([merge?.options, merge?.tried?.changed, merge?.tried?.cantTell], [['single', 'pair', 'team'], 0, 0])
    const reworded = merge?.changes?.find(({ kind, path }) => kind === 'changed' && path.includes('en'))
    assert.equal(reworded?.kind === 'changed' && reworded.after, 'Single, Pair or Team')
  })

  test('is looked for in steps, so that others have their turn between them', () => {
    const prepared = club()
    const shares: number[] = []
    const steps = assess(prepared, people(prepared, 40))
    for (let step = steps.next(); step.done !== true; step = steps.next()) shares.push(step.value)
    assert.ok(shares.length > 80)
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    )
  })

  test('is never a question a law, a rule or other people’s work needs, and it says why', () => {
    const kept = new Map(found.kept.map(({ path, why }) => [path, why]))
    assert.deepEqual([kept.get('born'), kept.get('full_name')], ['rules', 'work'])
    const byLaw = assessed(club('Colours Act 1999, section 1'))
    assert.deepEqual(
      byLaw.kept.filter(({ path }) => path === 'colour').map(({ why, law }) => [why, law]),
      [['law', 'Colours Act 1999, section 1']],
    )
    assert.equal(
      byLaw.candidates.find(({ path }) => path === 'colour'),
      undefined,
    )
  })

  test('says nothing of rules where there are too few cases', () => {
    const few = assessed(club(), 10)
    assert.ok(few.candidates.every(({ tried, reason }) => tried === undefined && reason !== 'never-changed' && reason !== 'alike'))
  })

  test('says how often each answer made a difference', () => {
    const weight = (path: string) => found.questions.find((question) => question.path === path)?.weight
    assert.deepEqual([weight('colour')?.changed, weight('colour')?.same], [0, 200])
    // The price of a child is nothing whatever the sort.
    assert.deepEqual([weight('sort')?.answered, weight('sort')?.same], [200, 67])
  })
})

const figure = (change: Partial<PageFigure>): PageFigure => ({
  ...{
    month: '2026-08',
    page: 'more',
    question: '',
    answered: 0,
    seconds: 0,
    squares: 0,
    stopped: 0,
    errors: 0,
    exited: 0,
    isMadeUp: false,
  },
  ...change,
})
const burden = (...figures: readonly PageFigure[]) => burdenOf(figures, { pages: ['more'], today })[0]

describe('what asking costs', () => {
  test('is the mean of the seconds measured, with the range it lies in', () => {
    const { seconds } = burden(figure({ answered: 100, seconds: 2000, squares: 50_000 })) ?? {}
    assert.equal(seconds?.is, 20)
    assert.ok(Math.abs((seconds?.high ?? 0) - 20 - 1.96) < 0.01 && Math.abs(20 - (seconds?.low ?? 0) - 1.96) < 0.01)
  })

  test('is not said where fewer than 30 were measured', () => {
    assert.equal(burden(figure({ answered: 29, seconds: 580, squares: 11_600 }))?.seconds, undefined)
  })

  test('counts as gone only who began more than 28 days before this month', () => {
    assert.equal(burden(figure({ answered: 90, stopped: 10 }))?.left?.is, 0.1)
    assert.equal(burden(figure({ answered: 90, stopped: 10, month: '2026-11' }))?.left, undefined)
    assert.equal(burden(figure({ answered: 90, stopped: 10, month: '2026-10' }))?.left, undefined, 'they may yet come back')
  })

  test('counts errors by question', () => {
    assert.deepEqual([...(burden(figure({ question: 'sort', errors: 3 }))?.errors ?? [])], [['sort', 3]])
  })
})

describe('the ranking', () => {
  const found = assessed(club())
  const burdens = burdenOf([figure({ answered: 3600, seconds: 72_000, squares: 1_800_000 })], { pages: ['more'], today })

  test('puts first what surely saves most time, a page shared evenly by its questions', () => {
    const [first] = rank(found, burdens, 200)
    assert.ok(first?.hours && Math.abs(first.hours.is - 20 / 3) < 0.001)
    assert.ok(first.hours.low < first.hours.is && first.hours.is < first.hours.high)
  })

  test('says no hours for fewer answers to choose from, nor where none were measured', () => {
    assert.equal(rank(found, burdens, 200).find(({ kind }) => kind === 'merge')?.hours, undefined)
    assert.ok(rank(found, burdenOf([], { pages: ['more'], today }), 200).every(({ hours }) => hours === undefined))
  })

  test('is less sure of a sample than of all cases', () => {
    const [all] = rank(found, burdens, 200)
    const [sample] = rank(found, burdens, 100_000)
    assert.deepEqual(all?.changed, { low: 0, high: 0 })
    assert.ok((sample?.changed?.high ?? 0) > 0.01)
  })
})

describe('two questions that people answer alike', () => {
  const asked = `      - id: twice
        questions:
          - { id: sort, kind: one-of, purpose: join, options: [single, pair] }
      - id: again
        questions:
          - { id: second, kind: one-of, purpose: join, options: [single, pair] }
      - id: racket
`
  const labels = `questions:
  sort: { label: Sort, options: { single: Single, pair: Pair } }
  second: { label: Second, options: { single: Single, pair: Pair } }
`
  const read = (price: string) => {
    const { definition, faults } = readPack(
      packFiles({
        'service.yaml': [
          ['      - id: racket\n', asked],
          [`'adult ? yearly : gbp("0.00")'`, price],
        ],
        'words.en.yaml': [['questions:\n', labels]],
        'words.cy.yaml': [['questions:\n', labels]],
      }),
    )
    assert.deepEqual(faults, [])
    assert.ok(definition)
    return prepare(definition)
  }
  const found = (prepared: Prepared, differ: number) => {
    const past = Array.from({ length: 200 }, (_, place): PastCase => {
      const sort = place % 2 === 0 ? 'single' : 'pair'
      const second = place < differ ? 'single' : sort
      const answers = { born: '1990-05-06', plays: false, level: 'player', family: [], full_name: 'Ada', sort, second }
      return { id: String(place), today, channel: 'web', ...keptOf(prepared, answers, { today }) }
    })
    return assessNow(prepared, past).candidates.filter(({ reason }) => reason === 'same-answers')
  }
  const free = `'adult ? yearly : gbp("0.00")'`
  const needed = `'adult && second == second.pair ? yearly : gbp("0.00")'`

  test('could be one, where nothing needs the second', () => {
    const [merge, ...more] = found(read(free), 0)
    assert.deepEqual([merge?.id, merge?.alike, more], ['merge:second:sort', { same: 200, of: 200 }, []])
  })

  test('could begin with each other, where a rule needs both: an exact change that decides nobody otherwise', () => {
    const [prefill, ...more] = found(read(needed), 0)
    assert.deepEqual([prefill?.id, prefill?.kind, more], ['prefill:second:sort', 'prefill', []])
    assert.deepEqual([prefill?.tried?.changed, prefill?.changes?.map(({ path }) => path.at(-1))], [0, ['starts']])
  })

  test('could begin with each other where most say the same, and are left alone where too few surely do', () => {
    assert.equal(found(read(free), 40)[0]?.kind, 'prefill')
    assert.deepEqual(found(read(free), 120), [])
  })

  test('save at most the time of those who say the same', () => {
    const prepared = read(needed)
    const burdens = burdenOf([figure({ page: 'again', answered: 3600, seconds: 36_000, squares: 360_000 })], { pages: ['again'], today })
    const [ranked] = rank({ ...assessNow(prepared, []), candidates: found(prepared, 0) }, burdens, 200)
    assert.deepEqual([ranked?.hours, Math.round(ranked?.most ?? 0)], [undefined, 10])
  })
})

describe('a page that sends people away', () => {
  const orderOf = (exit: string, ...more: readonly (readonly [string, string])[]) => {
    const { definition, faults } = readPack(packFiles({ 'service.yaml': [['ageOn(born, today) < 5', exit], ...more] }))
    assert.deepEqual(faults, [])
    assert.ok(definition)
    const { candidates } = assessed(prepare(definition), 0)
    return candidates.filter(({ kind }) => kind === 'reorder').map(({ page, before, amendments }) => [page, before, amendments])
  }

  test('could come first where nothing else decides with it', () => {
    assert.deepEqual(orderOf('size(family) > 2'), [
      ['family', ['birth', 'play', 'racket'], [{ edit: 'reorder', what: 'page', id: 'family', after: null }]],
    ])
  })

  test('could come right after what else it hangs on, and stays where nothing lies between', () => {
    assert.deepEqual(orderOf('plays && ageOn(born, today) < 5'), [])
    assert.deepEqual(orderOf('size(family) > 2 && ageOn(born, today) < 5'), [
      ['family', ['play', 'racket'], [{ edit: 'reorder', what: 'page', id: 'family', after: 'birth' }]],
    ])
  })

  test('could come into the section of what it hangs on', () => {
    const { definition, faults } = readPack(
      packFiles({
        'service.yaml': [
          ['ageOn(born, today) < 5', 'size(family) > 2 && ageOn(born, today) < 5'],
          ['      - id: family\n', '  - id: them\n    pages:\n      - id: family\n'],
        ],
        'words.en.yaml': [['sections: { ', 'sections: { them: Them, ']],
        'words.cy.yaml': [['sections: { ', 'sections: { them: Nhw, ']],
      }),
    )
    assert.deepEqual(faults, [])
    assert.ok(definition)
    const [reorder] = assessed(prepare(definition), 0).candidates.filter(({ kind }) => kind === 'reorder')
    assert.deepEqual(reorder?.amendments, [{ edit: 'reorder', what: 'page', id: 'family', after: 'birth', section: 'you' }])
    assert.ok((reorder?.changes ?? []).length > 0)
  })

  test('stays after what decides whether it is shown, and what is offered on it', () => {
    assert.deepEqual([orderOf('racket == "gold"'), orderOf('plays')], [[], []])
  })
})

test('questions of several services that mean the same are found, with why', () => {
  const other = club()
  const elsewhere = { ...other, definition: { ...other.definition, service: { ...other.definition.service, id: 'squash-club' } } }
  const twice = askedTwice([club(), elsewhere])
  const of = (path: string) => twice.find(({ places }) => places[0]?.path === path)
  assert.deepEqual(of('full_name')?.because, ['block'])
  assert.deepEqual(of('sort')?.because, ['words', 'options'])
  assert.deepEqual(
    of('sort')?.places.map(({ service }) => service),
    ['tennis-club', 'squash-club'],
  )
})
