/** The single place for what a measure reports: numbers with their goals, and sentences to stand beside them. */

/** A number measured. `goal` is the least or the most it may be; `text` writes it with its unit. */
export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly goal?: { readonly most: number } | { readonly least: number }
  /** What it stands beside: the baseline in the same run, or how it came about. */
  readonly beside?: string
}

export type Report = { readonly title: string; readonly about: string; readonly figures: readonly Figure[] }

export function isMet({ value, goal }: Figure): boolean {
  if (goal === undefined) return true
  return 'most' in goal ? value <= goal.most : value >= goal.least
}

/** The goal and whether it was met; empty where there is none. */
export function verdictOf(figure: Figure): string {
  const { goal, unit } = figure
  if (goal === undefined) return ''
  const bound = 'most' in goal ? `at most ${written(goal.most, unit)}` : `at least ${written(goal.least, unit)}`
  return `${bound}: ${isMet(figure) ? 'met' : '**missed**'}`
}

export function written(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3
  return `${Number(value.toFixed(digits)).toLocaleString('en-GB', { maximumFractionDigits: digits })}${unit === 'x' ? 'x' : ` ${unit}`}`.trim()
}
