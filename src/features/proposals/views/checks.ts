/** The single place that shows what the checks say of a suggested change: on the page of an edit as it is typed, and to staff. */
import { checksWordsFor, type Drafted, draftMore, draftSaid, findingAt, type Place, type Ways } from '#features/services/index.ts'
import { path } from '#http/language.ts'
import { html, type Html } from '#ui/html.ts'
import { live } from '#ui/live.ts'
import type { Proposal, Target } from '../domain/index.ts'
import { checksHref, questionHref, type Workshop } from './workshop.ts'

const checksId = 'checks'

export type DraftFound = NonNullable<Drafted['checks']>

export type ChecksPart = {
  readonly workshop: Workshop
  readonly target: Target
  readonly checks?: DraftFound | undefined
  /** Why there is nothing to say, such as that what was typed so far is no amount. */
  readonly why?: string | undefined
}

/** Follows what is typed where there are scripts; everybody else has the button that looks the whole edit through. */
export function checksPart({ workshop, target, checks, why }: ChecksPart): Html {
  const { lang, proposal } = workshop
  const words = checksWordsFor(lang)
  const ways = waysFrom(workshop, proposal)
  return live({
    ...{ id: checksId, title: words.draft, href: checksHref(workshop, target), isDue: false, button: html`` },
    said: checks ? draftSaid({ lang, ...checks }) : why,
    more: checks
      ? draftMore({ lang, ways, ...checks })
      : why === undefined
        ? html`<p class="govuk-body">${words.draftHint}</p>`
        : undefined,
    words: { working: words.draftWorking, stale: words.draftStale },
  })
}

/** What must be mended, for the summary of what is wrong with an edit. */
export function foundFaults({ fresh, earlier }: DraftFound): readonly { readonly text: string; readonly href: string }[] {
  return [...fresh, ...earlier].flatMap(({ says, isFault }, at) => (isFault ? [{ text: says, href: `#${findingAt(at)}` }] : []))
}

/** The same for staff who deal with the suggestion, on a page without a form of it. Without `root` the reader may change nothing. */
export function checksView({ lang, root, proposal }: Reading, checks: DraftFound): Html {
  return html`<p class="govuk-body">${draftSaid({ lang, ...checks })}</p>${draftMore({ lang, ways: waysFrom({ lang, root }, proposal), ...checks })}`
}

type Reading = Pick<Workshop, 'lang' | 'proposal'> & { readonly root: string | undefined }

function waysFrom({ lang, root }: Omit<Reading, 'proposal'>, { service }: Pick<Proposal, 'service'>): Ways {
  const record = path(lang, `/services/${service}/rules`)
  return {
    mend: ({ question }: Place) => (question === undefined || root === undefined ? undefined : questionHref({ root }, question)),
    read: ({ step }: Place) => (step === undefined ? undefined : `${record}#step-${step}`),
  }
}
