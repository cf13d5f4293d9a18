/** What it costs to find what differs between two versions of the longest form known in use, and to merge two ways it went. */
import { type Amendment, amend, type Definition, diff, merge } from '#core/index.ts'
import type { Report } from './kit/figure.ts'
import { conditions, longForm, questions } from './kit/long-form.ts'
import { inTurn, median } from './kit/rounds.ts'

const rounds = 9
const times = 30

/** What a council made its own, and what upstream then did. */
const local: readonly Amendment[] = [
  { edit: 'reword', words: ['questions', 'q20', 'label'], to: { en: 'Where do you live?', cy: 'Ble ydych chi’n byw?' } },
  { edit: 'add-option', question: 'q30', option: 'ours', label: { en: 'Another', cy: 'Un arall' } },
  { edit: 'reorder', what: 'page', id: 'page-3', after: 'page-4' },
]
const upstream: readonly Amendment[] = [
  { edit: 'reword', words: ['questions', 'q21', 'label'], to: { en: 'Since when?', cy: 'Ers pryd?' } },
  { edit: 'add-option', question: 'q30', option: 'statutory', label: { en: 'By law', cy: 'Yn ôl y gyfraith' } },
  { edit: 'drop-question', question: 'q311' },
]

export async function measureMerge(): Promise<Report> {
  const base = longForm()
  const [ours, theirs] = [amended(base, local), amended(base, upstream)]
  const { conflicts, taken } = merge({ base, ours, theirs })
  if (conflicts.length > 0 || taken.length === 0) throw new Error('the two sides were meant to go together')
  const found = await inTurn(rounds, {
    differing: each(() => diff(base, theirs)),
    merging: each(() => merge({ base, ours, theirs })),
    copying: each(() => JSON.parse(JSON.stringify(base))),
  })
  const [differing = Number.NaN, merging = Number.NaN, copying = Number.NaN] = [found.differing, found.merging, found.copying].map(median)
  return {
    title: 'Changes to a long form',
    about: `A definition of ${questions} questions, ${conditions} of them under a condition, in two languages (${Math.round(JSON.stringify(base).length / 1000)} KB as JSON); each side changed three things.`,
    figures: [
      {
        what: 'finding what differs and merging, together',
        value: differing + merging,
        unit: 'ms',
        goal: { most: 20 },
        beside: `differing ${differing.toFixed(1)} ms, merging ${merging.toFixed(1)} ms`,
      },
      {
        what: 'against writing and reading it as JSON',
        value: (differing + merging) / copying,
        unit: 'x',
        beside: `${copying.toFixed(2)} ms`,
      },
    ],
  }
}

function amended(base: Definition, amendments: readonly Amendment[]): Definition {
  const done = amend(base, amendments)
  if ('faults' in done) throw new Error(JSON.stringify(done.faults))
  return done.definition
}

/** CPU milliseconds for one time, warm. */
function each(work: () => unknown): () => Promise<number> {
  return () => {
    const before = process.cpuUsage()
    for (let done = 0; done < times; done += 1) work()
    const { user, system } = process.cpuUsage(before)
    return Promise.resolve((user + system) / 1000 / times)
  }
}
