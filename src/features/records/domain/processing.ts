/** The single place for the record of processing activities (UK GDPR, article 30(1)), made from the published services themselves. */
import type { Definition, Wording } from '#core/definition/index.ts'
import type { Retention } from '#core/definition/model/service.ts'

/** One purpose of one service: what is processed, why, on what basis, who reads it and how long it is kept. */
export type Processing = {
  readonly service: string
  readonly purpose: string
  readonly basis: string
  readonly law: string
  readonly special: string
  readonly data: readonly string[]
  readonly readers: readonly string[]
  readonly keep: string
  readonly from: Retention['from']
  readonly because: string
}

/** A row for each purpose for which something is asked. */
export function processingOf({ service }: Definition, wording: Wording): readonly Processing[] {
  const questions = service.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions))
  return Object.entries(service.purposes).flatMap(([id, { basis, law = '', special = '', readers, retention }]) => {
    const asked = questions.filter(({ purpose }) => purpose === id)
    const kept = service.retention[retention]
    if (asked.length === 0 || !kept) return []
    const data = asked.map((question) => wording.question(question.id).short)
    const { keep, from, because } = kept
    return [{ service: wording.service.name, purpose: wording.purpose(id), basis, law, special, data, readers, keep, from, because }]
  })
}
