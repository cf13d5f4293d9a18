/** The single place for how the command line writes out what a trial showed: for people, and as a promise to other programs. */
import type { Trial } from '#core/replay/index.ts'
import { type Equality, type Part, partWord, type Split, type TrialRun } from '#features/replay/index.ts'
import { type Io, NotDone } from './command.ts'

/** A promise to other programs: these keys stay, more may come. */
export function asData(run: TrialRun, groups: readonly Equality[]): unknown {
  const { trial, ms, id, since, until, removed, ways, population, digest, split = [] } = run
  if (trial === undefined) throw new NotDone('There are no figures')
  const { from, to, cases, madeUp, changed, matrix, cantTell, fee, values, asked, exits, person } = trial
  const parts = split.map(({ by, parts: own }) => [partWord(by), own.map(asPart)] as const)
  const equality = groups.map((group) => [group.question, group.parts] as const)
  return {
    ...{ from, to, cases, changed, matrix, cantTell, values, split: Object.fromEntries([...parts, ...equality]), ms },
    ...{ fee, asked, exits, person, madeUp, removed, since, until, trial: id, population, digest, ways },
  }
}

function asPart({ part, ...figures }: Part): unknown {
  return { part: part === '' ? null : part, ...figures }
}

/** In words, for whoever reads along: identifiers stay as they are, since what they name is in the service. */
export function describe(run: TrialRun, groups: readonly Equality[], io: Io): void {
  const { trial, id, since, until, removed, ms, ways, split = [] } = run
  if (trial === undefined) return
  const { cases, madeUp, changed, matrix, cantTell } = trial
  const opened = `cases opened from ${since} to ${until}${madeUp > 0 ? `, ${madeUp} of them made up` : ''}`
  const whose = ways?.isOfPeople === true ? 'people made up for it, since there are no past cases' : opened
  io.out(`${cases} ${whose}; of ${changed} something else would be decided or charged (${ms ?? 0} ms)`)
  for (const { from, to, count } of matrix) io.out(`  ${count.toString().padStart(9)}  ${from} → ${to}`)
  if (cantTell.count > 0) io.out(`  ${cantTell.count.toString().padStart(9)}  can’t tell`)
  for (const { question, because, count } of cantTell.questions) io.out(`             ${question}: ${because} (${count})`)
  describeMoves(trial, io)
  for (const one of split) describeSplit(one, io)
  for (const { question, parts } of groups) {
    io.out(`  by ${question}, of whom only bounds are told:`)
    for (const { part, people, changedAtLeast, changedAtMost } of parts)
      io.out(
        `    ${part}: ${people === null ? 'too few to say' : `${people} people, of whom ${changedAtLeast} to ${changedAtMost} change`}`,
      )
  }
  if (removed > 0) io.out(`  ${removed} cases of that time could not be used: their answers have been deleted`)
  for (const reason of ways?.reasons ?? []) io.out(`  tried one by one, since SQL cannot say: ${reason}`)
  io.out(`  kept as trial ${id}`)
}

/** What it does to each figure, to how much people are asked, and to how many cases a person has to look at; what stays the same goes unsaid. */
function describeMoves({ fee, values, asked, person }: Trial, io: Io): void {
  for (const [name, { more, less, before, after }] of Object.entries({ fee, ...values }))
    if (more + less > 0) io.out(`  ${name}: more for ${more}, less for ${less}; in all from ${before} to ${after} (money in pence)`)
  if (asked.more + asked.fewer > 0) io.out(`  questions asked: more of ${asked.more}, fewer of ${asked.fewer}`)
  if (person.before !== person.after) io.out(`  cases a person has to look at: ${person.before} before, ${person.after} after`)
}

function describeSplit({ by, parts, overlaps }: Split, io: Io): void {
  io.out(`  by ${partWord(by)}${overlaps === true ? ', a case with several answers with each of them' : ''}:`)
  for (const { part, cases, changed, cantTell } of parts) {
    const untold = cantTell === 0 ? '' : `, of ${cantTell} nobody can tell`
    io.out(`  ${cases.toString().padStart(9)}  ${part === '' ? '(not known)' : part}: ${changed} change${untold}`)
  }
}
