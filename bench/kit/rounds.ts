/** The single place where things compared are measured in turn, so that a busy machine is busy for all of them. */

/** Runs each measurement once per round, the order turned round every second time, and gives each one's results. */
export async function inTurn<Name extends string, Result>(
  rounds: number,
  measurements: Readonly<Record<Name, () => Promise<Result>>>,
): Promise<Readonly<Record<Name, readonly Result[]>>> {
  const names = namesOf(measurements)
  const results = mapOf(names, (): Result[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await measurements[name]())
  }
  return results
}

/** The middle of some numbers, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return (below + above) / 2
}

/** The value below which a share (0 to 1) of the numbers lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function medianOf<Result>(results: readonly Result[], of: (result: Result) => number): number {
  return median(results.map(of))
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(record).filter((name): name is Name => name in record)
}

function mapOf<Name extends string, Value>(names: readonly Name[], make: () => Value): Record<Name, Value> {
  const isWhole = (record: Partial<Record<Name, Value>>): record is Record<Name, Value> => names.every((name) => name in record)
  const record: Partial<Record<Name, Value>> = {}
  for (const name of names) record[name] = make()
  if (!isWhole(record)) throw new Error('every name has a value')
  return record
}
