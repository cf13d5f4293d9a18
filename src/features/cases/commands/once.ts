/** The single place for how it is known that something may be sent only once and has been: by a mark that says nothing without the council's key. */
import type { Council } from '#http/council.ts'
import { bareOnceKeys, putOnceMarks } from '../store/index.ts'

type Holder = Pick<Council, 'store'>

/** The mark of a digest. Whoever has the database alone cannot try out which property it is. */
export function onceMark({ store }: Holder, digest: Buffer): Buffer {
  return store.sealer.lastingMark(digest, 'cases/once')
}

const batch = 1000

/** Marks what an earlier release kept as a bare digest; to be called before the first request. Answers how many there were. */
export async function markBareDigests(council: Holder): Promise<number> {
  for (let marked = 0; ; ) {
    const count = await council.store.transaction(async (tx) => {
      const bare = await bareOnceKeys(tx, batch)
      const marks = bare.map((one) => ({ ...one, mark: onceMark(council, one.key) }))
      await putOnceMarks(tx, marks)
      return bare.length
    })
    marked += count
    if (count === 0) return marked
  }
}
