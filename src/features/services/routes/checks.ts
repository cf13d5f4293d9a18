/** The route on which staff read what was checked of a service in use. */
import { flowOf, tellService } from '#core/telling/index.ts'
import { path } from '#http/language.ts'
import type { Reply } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { examplePeople } from '../commands/example-people.ts'
import { proofOf } from '../commands/kept-proof.ts'
import { type Place, tellProof } from '../domain/index.ts'
import { mayReadReleases } from '../policy.ts'
import { checksPage } from '../views/checks-page.ts'
import type { Ways } from '../views/findings.ts'
import { checksWordsFor } from '../words/index.ts'
import { wordingFor, withService } from './public.ts'

export const checksRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/services/:service/checks', may: mayReadReleases, audit: 'service-checks-read', handle: showChecks },
]

function showChecks(ctx: Ctx): Promise<Reply> {
  return withService(ctx, async (published) => {
    const { lang, council, now } = ctx
    const { prepared, service } = published
    const wording = wordingFor(ctx, published)
    const [kept, people] = await Promise.all([proofOf(council, published, now), examplePeople(council, published)])
    const { language } = wording
    const recordHref = path(lang, `/services/${service}/rules`)
    const main = checksPage({
      lang,
      wording,
      proof: tellProof(kept.proof, prepared, language),
      provedAt: kept.provedAt,
      flow: flowOf(prepared, language),
      steps: tellService(prepared, language).steps,
      ...people,
      ways: waysTo(lang, service),
      recordHref,
    })
    return show(ctx, {
      title: checksWordsFor(lang).title(wording.service.name),
      main,
      wide: true,
      backLink: { href: path(lang, '/staff/services') },
    })
  })
}

/** A question is changed by suggesting it; steps of the rules are shown on the page itself. */
function waysTo(lang: Ctx['lang'], service: string): Ways {
  const suggest = path(lang, `/services/${service}/suggest`)
  return {
    mend: ({ question }: Place) =>
      question === undefined ? undefined : `${suggest}?question=${encodeURIComponent(question.split('.', 1)[0] ?? '')}`,
    read: ({ step }: Place) => (step === undefined ? undefined : `${path(lang, `/services/${service}/rules`)}#step-${step}`),
  }
}
