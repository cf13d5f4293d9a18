/** Example people: found where there are any, each seen in a real walk, and the smallest set of parts named where there are none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { evaluate } from '#core/journey/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { findAnybody } from './find-person.ts'
import { findPerson, type Wish } from './index.ts'

function club(change: (service: string) => string = (service) => service): Prepared {
  const files = new Map(packFiles())
  files.set('service.yaml', change(files.get('service.yaml') ?? ''))
  const { definition, faults } = readPack(files)
  assert.deepEqual(faults, [])
  assert.ok(definition !== undefined)
  return prepare(definition)
}

function personFor(prepared: Prepared, ...wishes: readonly Wish[]) {
  const found = findPerson(prepared, wishes)
  assert.ok('person' in found, JSON.stringify(found))
  return { ...found.person, evaluation: evaluate(prepared, found.person.answers, found.person.today) }
}

test('a person reaches a page that is shown under a condition, and the end', () => {
  const { evaluation } = personFor(club(), { page: 'racket' })
  assert.equal(evaluation.walk.done, true)
  assert.ok(evaluation.walk.pages.some(({ page }) => page.id === 'racket'))
})

test('several wishes are met by one person', () => {
  const { answers, evaluation } = personFor(
    club(),
    { answer: ['level', 'coach'] },
    { answer: ['plays', false] },
    { outcome: 'turned_away' },
  )
  assert.equal(answers['level'], 'coach')
  assert.equal(answers['plays'], false)
  assert.equal(evaluation.outcome, 'turned_away')
  assert.equal(evaluation.values['children'], 3)
})

test('nobody is found for what contradicts itself, and the parts that contradict are named, none to spare', () => {
  assert.deepEqual(findPerson(club(), [{ condition: 'adult', is: false }, { answer: ['level', 'coach'] }]), {
    conflict: ['questions.level.options.coach'],
  })
})

test('an example is as short as it can be: what is optional is left out, and no page is met for nothing', () => {
  const { answers } = personFor(club(), { outcome: 'joined' })
  assert.deepEqual(Object.keys(answers).sort(), ['born', 'family', 'full_name', 'level', 'plays'])
  assert.deepEqual(answers['family'], [])
})

test('what hangs on the letters of a text is said to be beyond the solver, never guessed', () => {
  const prepared = club((service) => service.replace('racket != "wood"', 'racket.startsWith("w")'))
  assert.deepEqual(findPerson(prepared, [{ page: 'racket' }]), { unknown: 'beyond' })
})

test('the same is found every time', () => {
  const wishes: readonly Wish[] = [{ row: ['admission', 'full'] }]
  assert.deepEqual(findPerson(club(), wishes), findPerson(club(), wishes))
})

test('a person meets an exit where that is wished, and answers no page after it', () => {
  const { answers, evaluation } = personFor(club(), { exit: 'too_young' })
  assert.equal(evaluation.exit, 'too_young')
  assert.deepEqual(Object.keys(answers), ['born'])
})

test('an answer inside a group is given by one of its entries', () => {
  const { answers } = personFor(club(), { answer: ['family.role', 'partner'] })
  assert.deepEqual(Array.isArray(answers['family']) && answers['family'].map((entry: unknown) => entry), [
    { name: 'Any text', role: 'partner' },
  ])
})

test('whoever is sent away counts only where nobody who reaches the end is as wished', () => {
  const strict = club((service) => service.replace('ageOn(born, today) < 5', 'ageOn(born, today) < 5 || plays'))
  const found = findAnybody(strict, [{ answer: ['plays', true] }])
  assert.ok('person' in found, JSON.stringify(found))
  assert.equal(evaluate(strict, found.person.answers, found.person.today).exit, 'too_young')
  assert.ok('conflict' in findPerson(strict, [{ answer: ['plays', true] }]))
})
