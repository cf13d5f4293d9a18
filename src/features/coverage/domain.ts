/** The single place where counts by area are made fit to publish: shares worked out, small numbers hidden. Pure. */

/** How many of an area’s premises have answered. */
export type AreaCount = { readonly area: string; readonly registered: number; readonly premises: number }

/** One area as anyone may see it. `registered` and `share` are absent where they could point to a household. */
export type PublishedArea = {
  readonly area: string
  readonly premises: number
  readonly registered: number | undefined
  /** Tenths of a per cent: 821 is 82.1 %. */
  readonly share: number | undefined
}

export type Coverage = {
  /** Highest share first, hidden areas last, then by name. */
  readonly areas: readonly PublishedArea[]
  /** All areas together, hidden ones included; absent where it would give a hidden one away. */
  readonly whole: PublishedArea | undefined
}

/** Counts below this are hidden (ONS and NHS practice for published counts of people: none under 10). */
export const leastShown = 10

/**
 * What may be published. An area is hidden when fewer than ten but not none of its premises have answered, or fewer than ten but not none
 * have not. Where the whole would let a reader work a hidden count out, the smallest of the others are hidden too, and if that is not
 * enough the whole is.
 */
export function publishable(counts: readonly AreaCount[]): Coverage {
  const hidden = withCompanions(counts, counts.filter(isSmall))
  const areas = counts.map((count) => published(count, hidden.includes(count))).sort(byShare)
  const whole = counts.reduce(
    (sum, count) => ({ ...sum, registered: sum.registered + count.registered, premises: sum.premises + count.premises }),
    {
      area: '',
      registered: 0,
      premises: 0,
    },
  )
  const isGivenAway = hidden.length > 0 && !isSafeTogether(hidden)
  return { areas, whole: counts.length === 0 || isGivenAway || isSmall(whole) ? undefined : published(whole, false) }
}

/** Tenths of a per cent, rounded half up; none when an area has no premises. */
export function shareOf(registered: number, premises: number): number | undefined {
  return premises === 0 ? undefined : Math.floor((registered * 2000 + premises) / (premises * 2))
}

function isSmall({ registered, premises }: AreaCount): boolean {
  return isFew(registered) || isFew(premises - registered)
}

function isFew(count: number): boolean {
  return count > 0 && count < leastShown
}

/** Hides the smallest further areas until what the hidden ones have together says nothing about any of them. */
function withCompanions(counts: readonly AreaCount[], hidden: readonly AreaCount[]): readonly AreaCount[] {
  if (hidden.length === 0) return hidden
  const others = counts.filter((count) => !hidden.includes(count)).sort((a, b) => a.registered - b.registered)
  let chosen = hidden
  for (const next of others) {
    if (isSafeTogether(chosen)) break
    chosen = [...chosen, next]
  }
  return chosen
}

function isSafeTogether(hidden: readonly AreaCount[]): boolean {
  const registered = hidden.reduce((sum, count) => sum + count.registered, 0)
  const left = hidden.reduce((sum, count) => sum + count.premises - count.registered, 0)
  return hidden.length >= 2 && registered >= leastShown && left >= leastShown
}

function published({ area, registered, premises }: AreaCount, isHidden: boolean): PublishedArea {
  if (isHidden) return { area, premises, registered: undefined, share: undefined }
  return { area, premises, registered, share: shareOf(registered, premises) }
}

function byShare(a: PublishedArea, b: PublishedArea): number {
  return (b.share ?? -1) - (a.share ?? -1) || a.area.localeCompare(b.area, 'en')
}
