/** The single place that says what asking costs people: seconds measured on each page, errors, and where they leave. Pure; too few is said, and no figure. */
import { type Interval, within95, wilson } from '#core/value/share.ts'

/** What was measured of a page, or (`question` not empty) of a question on it, of journeys that began in a month (`YYYY-MM`). */
export type PageFigure = {
  readonly month: string
  readonly page: string
  readonly question: string
  readonly answered: number
  readonly seconds: number
  readonly squares: number
  readonly stopped: number
  readonly errors: number
  readonly exited: number
  readonly isMadeUp: boolean
}

/** A figure, and between what it lies 19 times in 20. */
export type Sure = Interval & { readonly is: number }

export type PageBurden = {
  readonly page: string
  /** How often it was answered and its time measured. */
  readonly answered: number
  /** Seconds each; undefined where it was answered fewer than 30 times. */
  readonly seconds?: Sure | undefined
  /** The share of those who came to it and went no further, of months over for long enough; undefined where they are fewer than 30. */
  readonly left?: Sure | undefined
  /** People told on it that the service is not for them. */
  readonly exited: number
  /** Errors made on it, by question. */
  readonly errors: ReadonlyMap<string, number>
}

/** Fewer than this are too few to say anything. */
export const leastMeasured = 30

/** `today` is `YYYY-MM-DD`; whoever began fewer than 28 days ago may still come back. */
export function burdenOf(
  figures: readonly PageFigure[],
  { pages, today }: { pages: readonly string[]; today: string },
): readonly PageBurden[] {
  const settledBefore = monthSettled(today)
  const byPage = Map.groupBy(figures, ({ page }) => page)
  return pages.map((page) => {
    const own = byPage.get(page) ?? []
    const whole = own.filter(({ question }) => question === '')
    const total = (of: (figure: PageFigure) => number, among = whole) => among.reduce((sum, figure) => sum + of(figure), 0)
    const settled = whole.filter(({ month }) => month < settledBefore)
    const answered = total((one) => one.answered)
    const stopped = Math.max(
      0,
      total((one) => one.stopped, settled),
    )
    const reached = stopped + total((one) => one.answered, settled)
    const errors = new Map<string, number>()
    for (const { question, errors: count } of own) if (question !== '') errors.set(question, (errors.get(question) ?? 0) + count)
    return {
      page,
      answered,
      seconds: meanOf(
        answered,
        total((one) => one.seconds),
        total((one) => one.squares),
      ),
      left: reached < leastMeasured ? undefined : { is: stopped / reached, ...wilson({ count: stopped, of: reached }) },
      exited: Math.max(
        0,
        total((one) => one.exited),
      ),
      errors,
    }
  })
}

/** The mean with its normal interval. Where entries of a group were saved one by one, as wide as times that spread as far as their mean. */
function meanOf(count: number, seconds: number, squares: number): Sure | undefined {
  if (count < leastMeasured) return undefined
  const mean = seconds / count
  const variance = squares / count - mean ** 2
  const reach = within95 * Math.sqrt((variance > 0 ? variance : mean ** 2) / count)
  return { is: mean, low: Math.max(0, mean - reach), high: mean + reach }
}

/** Months before this one were over 28 days ago. */
function monthSettled(today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const months = year * 12 + month - 1 - (day > 28 ? 0 : 1)
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}
