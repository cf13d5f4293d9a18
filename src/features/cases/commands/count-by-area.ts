/** The single place where cases are counted by the area they lie in. */
import type { Council } from '#http/council.ts'
import { casesByArea } from '../store/index.ts'

/** Areas in which a service has cases that have not been disposed of, by name. Areas without any are left out. */
export function countByArea({ store }: Pick<Council, 'store'>, asked: Parameters<typeof casesByArea>[1]): ReturnType<typeof casesByArea> {
  return store.transaction((tx) => casesByArea(tx, asked))
}
