/** The single place where somebody says that a question is needed, so that it is no candidate, or takes that back. */
import type { Council } from '#http/council.ts'
import { longestReason } from '../domain/index.ts'
import { streamOf } from '../store/index.ts'

/** `name` stands beside the reason for other staff to read; `at` is an ISO instant. */
export type Saying = {
  readonly service: string
  readonly question: string
  readonly by: string
  readonly name: string
  readonly at: string
}

export async function sayNeeded({ store }: Pick<Council, 'store'>, saying: Saying, reason: string): Promise<'said' | 'no-reason'> {
  const said = reason.trim().slice(0, longestReason)
  if (said === '') return 'no-reason'
  const { service, question, by, name, at } = saying
  const fact = { kind: 'question-needed', at, by, data: { question, reason: said, name } }
  await store.transaction((tx) => store.log.append(tx, { stream: streamOf(service), facts: [fact] }))
  return 'said'
}

export async function takeBack({ store }: Pick<Council, 'store'>, { service, question, by, at }: Omit<Saying, 'name'>): Promise<void> {
  await store.transaction((tx) =>
    store.log.append(tx, { stream: streamOf(service), facts: [{ kind: 'question-open', at, by, data: { question } }] }),
  )
}
