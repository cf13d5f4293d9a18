/** The single place where a change is said in words. */
import type { Language } from '../definition/model/names.ts'
import type { Between, Change } from './change.ts'

/** One plain sentence that a resident understands. */
export function describe(change: Change, _between: Between, language: Language): string {
  const what = change.path.slice(1).join(' › ')
  return language === 'cy' ? `Newidiwyd: ${what}` : `Changed: ${what}`
}
