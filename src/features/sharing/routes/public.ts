/** The routes of what a council offers, open to everybody and to other installations. */
import type { Version } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { file, json, problem, type Reply, tagged } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { keysOf } from '../commands/keys.ts'
import { nameOf, offersOf, packageFor } from '../commands/offer.ts'
import { keysPath } from '../commands/succession.ts'
import { offersPage } from '../views/offers-page.ts'
import { wordsFor } from '../words/index.ts'

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/offers', may: 'anyone', audit: 'offers-read', handle: showOffers },
  { method: 'GET', path: '/offers.json', may: 'anyone', audit: 'offers-read', isSameInAllLanguages: true, handle: feedOffers },
  {
    method: 'GET',
    path: '/packages/:service/:version',
    may: 'anyone',
    audit: 'package-read',
    isSameInAllLanguages: true,
    handle: givePackage,
  },
  { method: 'GET', path: keysPath, may: 'anyone', audit: 'keys-read', isSameInAllLanguages: true, handle: giveKeys },
]

async function showOffers(ctx: Ctx): Promise<Reply> {
  const { lang, council, origin } = ctx
  const offers = (await offersOf(council, ctx)).map((offer) => ({
    ...offer,
    versions: offer.versions.map((version) => ({ ...version, href: packagePath(offer.service, version.version) })),
  }))
  const [first] = offers
  const command = `npx folkmoot adopt ${origin}${first?.versions[0]?.href ?? '/packages/…'} --council …`
  const [current] = keysOf(council)
  const main = offersPage({ lang, offers, key: current?.fingerprint ?? '', feedHref: '/offers.json', command })
  return show(ctx, { title: wordsFor(lang).offersTitle, main, backLink: { href: path(lang, '/services') } })
}

async function feedOffers(ctx: Ctx): Promise<Reply> {
  const { council } = ctx
  const offers = (await offersOf(council, ctx)).map((offer) => ({
    ...offer,
    versions: offer.versions.map((version) => ({ ...version, package: packagePath(offer.service, version.version) })),
  }))
  return tagged({
    format: 'folkmoot-offers-1',
    council: { id: council.id, name: nameOf(council) },
    keys: keysPath,
    offers,
  })
}

async function givePackage(ctx: Ctx): Promise<Reply> {
  const [service, name] = [param(ctx, 'service'), `sha256:${param(ctx, 'version')}`]
  const body = isVersion(name) ? await packageFor(ctx.council, { service, version: name, today: ctx.today }) : undefined
  if (!body) return problem('not-found')
  return file({ name: `${service}-${param(ctx, 'version').slice(0, 8)}.folkmoot`, type: 'application/octet-stream', body })
}

function giveKeys({ council }: Ctx): Reply {
  return json({
    format: 'folkmoot-council-1',
    council: { id: council.id, name: nameOf(council) },
    keys: keysOf(council),
    successions: council.store.keys.of(council.id).successions,
    offers: '/offers.json',
  })
}

function packagePath(service: string, version: Version): string {
  return `/packages/${service}/${version.slice('sha256:'.length)}`
}

function isVersion(text: string): text is Version {
  return /^sha256:[0-9a-f]{64}$/.test(text)
}
