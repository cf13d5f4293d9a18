/** The routes for staff: what was released of each service, and the phone script, the same questions to be said. */
import { findAccounts } from '#features/people/index.ts'
import { z } from 'zod'
import { path } from '#http/language.ts'
import type { Reply } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { phoneScript } from '#ui/phone-script/index.ts'
import { layOut } from '../domain/index.ts'
import { listServices } from '../catalogue.ts'
import { folderState } from '../commands/folders.ts'
import { versionHistory } from '../commands/history.ts'
import { mayAssist, mayReadReleases } from '../policy.ts'
import { factsOf } from '../views/contact.ts'
import { releasesPage, type ServiceReleases } from '../views/releases-page.ts'
import { wordsFor } from '../words/index.ts'
import { spoken, usesOf, wordingFor, withService } from './public.ts'

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/services', may: mayReadReleases, audit: 'releases-read', handle: showReleases },
  { method: 'GET', path: '/staff/services/:service/phone', may: mayAssist, audit: 'phone-script-read', handle: showPhone },
]

async function showReleases(ctx: Ctx): Promise<Reply> {
  const { lang, council } = ctx
  const published = new Map((await listServices(council)).map((one) => [one.service, one]))
  const ids = [...new Set([...council.settings.services.map(({ id }) => id), ...published.keys()])]
  const services = await Promise.all(
    ids.map(async (service): Promise<ServiceReleases> => {
      const releases = await versionHistory(council, service)
      const current = published.get(service)
      const name = current && wordingFor(ctx, current).service.name
      const folder = await folderState(council, service, releases)
      const checksHref = path(lang, `/staff/services/${service}/checks`)
      return { service, name, releases, folder, aboutHref: path(lang, `/services/${service}/about`), checksHref }
    }),
  )
  const actors = [
    ...new Set(services.flatMap(({ releases }) => releases.map(({ by }) => by)).filter((by) => z.uuid().safeParse(by).success)),
  ]
  const names = new Map((await council.store.transaction((tx) => findAccounts(tx, actors))).map(({ id, name }) => [id, name]))
  const main = releasesPage({ lang, services, nameOf: (actor) => names.get(actor) })
  return show(ctx, { title: wordsFor(lang).releasesTitle, main, wide: true })
}

function showPhone(ctx: Ctx): Promise<Reply> {
  return withService(ctx, (published) => {
    const { lang, council } = ctx
    const words = wordsFor(lang)
    const wording = wordingFor(ctx, published)
    const { name, start, after } = wording.service
    const opening = [words.phoneOpening(factsOf(council, lang).name, name), start, words.phoneData, spoken(usesOf(ctx, published))]
    const main = phoneScript({
      lang,
      service: name,
      opening: opening.join('\n\n'),
      sections: layOut(published.prepared, wording),
      closing: after,
    })
    return show(ctx, { title: name, main, backLink: { href: path(lang, `/staff/enter/${published.service}`) } })
  })
}
