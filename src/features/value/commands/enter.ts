/** The single place where costs, minutes and benefits are entered: load, decide, save. */
import { publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { NewFact } from '#store/fact.ts'
import { newId } from '#store/uuid.ts'
import {
  type BenefitRefusal,
  benefitsFrom,
  type CostSet,
  type Grade,
  mayJudge,
  type MinutesSet,
  readFact,
  type ValueEvent,
} from '../domain/index.ts'
import { streamOf } from '../store/index.ts'

/** Who enters it, the id of an actor, and when. */
export type Entering = { readonly by: string; readonly at: string }

type DataOf<Kind extends ValueEvent['kind']> = Extract<ValueEvent, { kind: Kind }>['data']
export type Entered = { readonly done: true } | { readonly refused: BenefitRefusal }

export async function setCost(council: Council, service: string, cost: Entering & { readonly cost: CostSet }): Promise<void> {
  await append(council, service, { kind: 'cost-set', at: cost.at, by: cost.by, data: cost.cost })
}

export async function setMinutes(council: Council, service: string, set: Entering & { readonly minutes: MinutesSet }): Promise<void> {
  await append(council, service, { kind: 'minutes-set', at: set.at, by: set.by, data: set.minutes })
}

/** Says what sort of benefit it is, who pays for it and who gains. */
export async function describeBenefit(
  council: Council,
  service: string,
  { at, by, about }: Entering & { readonly about: DataOf<'benefit-described'> },
): Promise<Entered> {
  if (!(await isPromised(council, service, about.benefit))) return { refused: 'unknown-benefit' }
  await append(council, service, { kind: 'benefit-described', at, by, data: about })
  return { done: true }
}

/** Statements that a promised benefit has come, by one definition of it. */
export async function claimBenefit(
  council: Council,
  service: string,
  { at, by, statement }: Entering & { readonly statement: Omit<DataOf<'benefit-claimed'>, 'statement'> },
): Promise<Entered> {
  if (!(await isPromised(council, service, statement.benefit))) return { refused: 'unknown-benefit' }
  await append(council, service, { kind: 'benefit-claimed', at, by, data: { ...statement, statement: newId() } })
  return { done: true }
}

/** Verifies or refutes a statement of somebody else. */
export async function judgeBenefit(
  { store }: Pick<Council, 'store'>,
  service: string,
  { at, by, judgement }: Entering & { readonly judgement: DataOf<'benefit-judged'> & { readonly grade: Grade } },
): Promise<Entered> {
  return await store.transaction(async (tx) => {
    const stream = streamOf(service)
    const stored = await store.log.factsOf(tx, stream)
    const facts = stored.flatMap((fact) => readFact(fact) ?? [])
    const named = facts.flatMap((fact) => (fact.kind === 'benefit-claimed' ? [fact.data.benefit] : []))
    const statements = benefitsFrom([...new Set(named)], facts).flatMap((benefit) => benefit.statements)
    const refused = mayJudge(
      statements.find(({ id }) => id === judgement.statement),
      { by, grade: judgement.grade },
    )
    if (refused) return { refused }
    await store.log.append(tx, { stream, expectedSeq: stored.length, facts: [{ kind: 'benefit-judged', at, by, data: judgement }] })
    return { done: true }
  })
}

async function isPromised(council: Council, service: string, benefit: string): Promise<boolean> {
  const published = await publishedService(council, service)
  return published?.definition.service.measures.benefits.some(({ id }) => id === benefit) ?? false
}

async function append({ store }: Pick<Council, 'store'>, service: string, fact: NewFact): Promise<void> {
  await store.transaction((tx) => store.log.append(tx, { stream: streamOf(service), facts: [fact] }))
}
