/** The single place where one version is tried against another on past cases. */
import type { Prepared } from '#core/definition/prepare.ts'
import { compare } from './difference.ts'
import type { PastCase } from './past-case.ts'
import { sideOf } from './side.ts'
import { Tally, type Trial } from './tally.ts'

/** Tries two versions on each case. Pure: the same versions and cases give the same, in whatever order the cases come. */
export function trial(from: Prepared, to: Prepared, past: Iterable<PastCase>): Trial {
  const sides = sidesOf(from, to)
  const tally = new Tally(sides)
  for (const one of past) tally.add(compare(sides, one))
  return tally.read()
}

/** Both versions made ready for each other, for whoever compares case by case. */
export function sidesOf(from: Prepared, to: Prepared) {
  return { from: sideOf(from, to), to: sideOf(to, from) }
}
