import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changedFrom } from '#test/kit/changed-definition.ts'
import { packFiles } from '#test/kit/pack.ts'
import { type Definition, packOf, readPack, versionOf } from '../definition/index.ts'
import { withWholeBlocks } from '../definition/write/blocks.ts'
import { type Amendment, amend } from '../amendment/index.ts'
import { type Change, keyOfPath, type Path } from '../diff/change.ts'
import { diff } from '../diff/diff.ts'
import { grow, isSameTree, type Tree, treeOf } from '../diff/tree.ts'
import { partAt, wordsOf } from '../diff/belongings.ts'
import { type Merging, merge, settle } from './index.ts'

const { definition: club } = readPack(packFiles())
assert.ok(club)
const base = club
const changed = changedFrom(club).map(withWholeBlocks)

test('what only one side changed is taken whole', () => {
  fc.assert(
    fc.property(changed, changed, (a, b) => {
      for (const merging of [
        merge({ base: a, ours: a, theirs: b }),
        merge({ base: a, ours: b, theirs: a }),
        merge({ base: a, ours: b, theirs: b }),
      ]) {
        assert.deepEqual(merging.conflicts, [])
        assert.deepEqual(diff(b, merging.merged), [])
        assert.equal(versionOf(merging.merged), versionOf(b))
      }
    }),
    { numRuns: 40 },
  )
})

test('every change of ours and of theirs is in what comes of it, or in a conflict', () => {
  fc.assert(
    fc.property(changed, changed, (ours, theirs) => {
      const merging = merge({ base, ours, theirs })
      const { tree } = grow(merging.merged, grow(club))
      for (const change of [...diff(club, ours), ...diff(club, theirs)])
        assert.ok(
          isHeld(tree, change) || isInConflict(merging, change),
          JSON.stringify({ change, conflicts: merging.conflicts.map(({ code, path }) => [code, path]) }),
        )
    }),
    { numRuns: 100 },
  )
})

test('what comes of typed edits on both sides, settled either way, passes its checks and reads back', () => {
  const edits: readonly Amendment[] = [
    { edit: 'drop-question', question: 'racket' },
    { edit: 'drop-question', question: 'family.school' },
    { edit: 'drop-option', question: 'level', option: 'coach' },
    { edit: 'drop-option', question: 'level', option: 'player' },
    { edit: 'add-option', question: 'level', option: 'champion', label: { en: 'I win', cy: 'Rwy’n ennill' } },
    { edit: 'add-option', question: 'level', option: 'champion', label: { en: 'I always win', cy: 'Rwy’n ennill bob tro' } },
    { edit: 'add-option', question: 'family.role', option: 'friend', label: { en: 'Friend', cy: 'Ffrind' }, after: 'partner' },
    { edit: 'reword', words: ['questions', 'racket', 'label'], to: { en: 'Your racket?', cy: 'Eich raced?' } },
    { edit: 'reword', words: ['questions', 'level', 'options', 'coach'], to: { en: 'Coach' } },
    { edit: 'reword', words: ['questions', 'family', 'of', 'school', 'label'], to: { cy: 'Eich ysgol' } },
    { edit: 'reorder', what: 'page', id: 'family', after: 'birth' },
    { edit: 'reorder', what: 'page', id: 'racket', after: 'family' },
    { edit: 'ask-when', question: 'racket', when: 'plays' },
    { edit: 'set-constant', constant: 'yearly', to: '130.00' },
    { edit: 'set-constant', constant: 'yearly', to: '140.00' },
    { edit: 'set-fee', is: null },
  ]
  const side = fc.shuffledSubarray([...edits], { maxLength: 4 })
  fc.assert(
    fc.property(side, side, fc.constantFrom('ours', 'theirs'), (our, their, choice) => {
      const merging = merge({ base, ours: amended(our), theirs: amended(their) })
      const settlements = Object.fromEntries(merging.conflicts.map(({ path }) => [keyOfPath(path), choice]))
      for (const { merged } of [merging, settle(merging, settlements)]) {
        const { faults, version } = readPack(packOf(merged))
        assert.deepEqual(faults, [], JSON.stringify(merging.conflicts.map(({ code, path }) => [code, path])))
        assert.equal(version, versionOf(merged))
      }
    }),
    { numRuns: 25 },
  )
})

/** Each edit that can be made after those before it. */
function amended(edits: readonly Amendment[]): Definition {
  return edits.reduce((definition, edit) => {
    const done = amend(definition, edit)
    return 'definition' in done ? done.definition : definition
  }, base)
}

function isHeld(tree: Tree, change: Change): boolean {
  const part = partAt(tree, change.path)
  if (change.kind === 'removed') return part === undefined
  if (change.kind === 'moved') return true
  const value = treeOf(change.kind === 'added' ? change.value : change.after, change.path.at(-1))
  return part !== undefined && (isSameTree(part, value) || change.kind === 'added')
}

/** The path itself, what is around it or inside it, or what its words and cells belong to. */
function isInConflict({ conflicts }: Merging, { path }: Change): boolean {
  return conflicts.some((conflict) => {
    const part = partAt(grow(base).tree, conflict.path)
    const words = part === undefined ? [] : wordsOf(conflict.path, part)
    const isOfWords = path[0] === 'words' && words.some((own) => isAlong(own, path.slice(2)))
    return isAlong(conflict.path, path) || isOfWords || isCellOf(conflict.path, path)
  })
}

function isCellOf([, table, list, column]: Path, [first, of, rows, , cells, name]: Path): boolean {
  const columns = cells === 'when' ? 'inputs' : 'outputs'
  return first === 'tables' && rows === 'rows' && of === table && list === columns && name === column
}

function isAlong(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length).every((step, index) => step === other[index])
}
