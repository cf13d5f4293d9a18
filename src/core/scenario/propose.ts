/** The single place where new example people are proposed for what none of the others reaches. Each has really been walked there. */
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { QuestionKind } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { findAnybody } from '#core/proof/find-person.ts'
import type { Wish } from '#core/proof/wish.ts'
import { type Part, partKey, partsOf, partsReached, type Unreached } from './coverage.ts'
import { tellPart } from './part-words.ts'
import { composeScenario } from './compose.ts'

export type Proposals = { readonly proposed: readonly ScenarioFile[]; readonly unreached: readonly Unreached[] }

/** One example person may reach several things; each is wished for only while nobody reaches it. */
export function proposeScenarios(prepared: Prepared, scenarios: readonly ScenarioFile[]): Proposals {
  const [language] = prepared.languages
  if (language === undefined) return { proposed: [], unreached: [] }
  const wording = wordsIn(prepared, language)
  const reached = new Set(scenarios.flatMap((scenario) => [...partsReached(prepared, scenario)]))
  const proposed: ScenarioFile[] = []
  const unreached: Unreached[] = []
  for (const part of partsOf(prepared)) {
    if (reached.has(partKey(part))) continue
    const found = findAnybody(prepared, [wishFor(prepared, part)])
    if (!('person' in found)) {
      unreached.push({ part, ...found })
      continue
    }
    const scenario = composeScenario(prepared, { id: idOf(part), title: tellPart(part, wording), ...found.person, isProposed: true })
    const reaches = partsReached(prepared, scenario)
    // What it was made for, it must show when it is walked from its file.
    if (!reaches.has(partKey(part))) unreached.push({ part, unknown: 'beyond' })
    else {
      proposed.push(scenario)
      for (const key of reaches) reached.add(key)
    }
  }
  return { proposed, unreached }
}

function wishFor(prepared: Prepared, { kind, id, within = '' }: Part): Wish {
  switch (kind) {
    case 'page':
      return { page: id }
    case 'row':
      return { row: [within, id] }
    case 'exit':
      return { exit: id }
    case 'outcome':
      return { outcome: id }
    case 'answer':
      return { answer: [within, kindAt(prepared, within) === 'yes-no' ? id === 'yes' : id] }
  }
}

function kindAt({ questions }: Prepared, path: string): QuestionKind | undefined {
  const [id = '', member] = path.split('.')
  const question = questions.get(id)?.question
  return question?.kind === 'group' ? question.of.find((one) => one.id === member)?.kind : question?.kind
}

/** A name that is a slug, the same for the same thing. */
function idOf({ kind, id, within }: Part): string {
  return ['proposed', kind, within, id].flatMap((part) => part?.replaceAll(/[_.]/g, '-') ?? []).join('-')
}
