/** The single place where cases are counted without being read. */
import type { Council } from '#http/council.ts'
import { casesByArea, hasAnyCase } from '../store/index.ts'

/** Areas in which a service has cases that have not been disposed of, by name. Areas without any are left out. */
export function countByArea({ store }: Pick<Council, 'store'>, asked: Parameters<typeof casesByArea>[1]): ReturnType<typeof casesByArea> {
  return store.transaction((tx) => casesByArea(tx, asked))
}

/** Whether the council has ever opened a case. */
export function hasCases({ store }: Pick<Council, 'store'>): Promise<boolean> {
  return store.transaction(hasAnyCase)
}
