/** The routes of the pages every council owes: privacy, cookies and accessibility. */
import type { Reply } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { listServices } from '../catalogue.ts'
import { factsOf } from '../views/contact.ts'
import { accessibilityPage, cookiesPage, privacyPage } from '../views/statements.ts'
import { wordsFor } from '../words/index.ts'
import { usesOf, wordingFor } from './public.ts'

export const statementRoutes: readonly Route[] = [
  { method: 'GET', path: '/privacy', may: 'anyone', audit: 'privacy-read', handle: showPrivacy },
  { method: 'GET', path: '/cookies', may: 'anyone', audit: 'cookies-read', handle: showCookies },
  { method: 'GET', path: '/accessibility', may: 'anyone', audit: 'accessibility-read', handle: showAccessibility },
]

async function showPrivacy(ctx: Ctx): Promise<Reply> {
  const { lang, council } = ctx
  const published = await listServices(council)
  const services = published.map((one) => ({ name: wordingFor(ctx, one).service.name, uses: usesOf(ctx, one) }))
  services.sort((a, b) => a.name.localeCompare(b.name, lang))
  const main = privacyPage({ lang, council: factsOf(council, lang), settings: council.settings, services })
  return show(ctx, { title: wordsFor(lang).privacyTitle, main })
}

function showCookies(ctx: Ctx): Reply {
  const { lang, council } = ctx
  return show(ctx, { title: wordsFor(lang).cookiesTitle, main: cookiesPage({ lang, settings: council.settings }) })
}

function showAccessibility(ctx: Ctx): Reply {
  const { lang, council } = ctx
  const main = accessibilityPage({ lang, council: factsOf(council, lang), settings: council.settings })
  return show(ctx, { title: wordsFor(lang).accessibilityTitle, main })
}
