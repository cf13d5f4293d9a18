/** What it costs to prove the longest form known in use, and forms as long again and again. */
import { type Definition, prepare, prove } from '#core/index.ts'
import type { Report } from './kit/figure.ts'
import { conditions, longForm, questions } from './kit/long-form.ts'
import { median } from './kit/rounds.ts'

const rounds = 15
const warming = 8
/** How many forms stand one after the other in the longer ones. */
const longer = [3, 10] as const

export function measureProof(): Promise<Report> {
  const one = longForm()
  const base = timed(one)
  const found = longer.map((times) => ({ times, ms: timed(repeated(one, times)) }))
  const figures = found.map(({ times, ms }) => ({
    what: `a form of ${questions * times} questions`,
    value: ms,
    unit: 'ms' as const,
    beside: `${(ms / base).toFixed(1)} times as long for ${times} times the questions`,
  }))
  return Promise.resolve({
    title: 'Proof',
    about: `A definition of ${questions} questions, ${conditions} of them under a condition: every page, question and condition, and whether each answer is used and each option matters. CPU time, warm.`,
    figures: [
      {
        what: `a form of ${questions} questions`,
        value: base,
        unit: 'ms',
        goal: { most: 33 },
        beside: 'the slowest of 66,000 forms of France took 33 ms',
      },
      ...figures,
    ],
  })
}

/** CPU milliseconds of one proof, warm. @throws Error where something was left untold, since then less was done */
function timed(definition: Definition): number {
  const prepared = prepare(definition)
  const times: number[] = []
  for (let round = 0; round < warming + rounds; round += 1) {
    const before = process.cpuUsage()
    const { notProved } = prove(prepared)
    const { user, system } = process.cpuUsage(before)
    if (notProved.length > 0) throw new Error(JSON.stringify(notProved.slice(0, 3)))
    if (round >= warming) times.push((user + system) / 1000)
  }
  return median(times)
}

/** The form so many times one after the other, each with names of its own. */
function repeated(definition: Definition, times: number): Definition {
  const { service } = definition
  const copies = Array.from({ length: times }, (_, copy) => renamed(service.sections, copy))
  return { ...definition, service: { ...service, sections: copies.flat() } }
}

function renamed(sections: Definition['service']['sections'], copy: number): Definition['service']['sections'] {
  const name = (text: string): string => text.replaceAll(/\bq(\d+)\b/g, `q$1c${copy}`)
  return sections.map((section) => ({
    ...section,
    id: `${section.id}-${copy}`,
    pages: section.pages.map((page) => ({
      ...page,
      id: `${page.id}-${copy}`,
      questions: page.questions.map((question) => ({
        ...question,
        id: name(question.id),
        ...(question.when === undefined ? {} : { when: name(question.when) }),
      })),
    })),
  }))
}
