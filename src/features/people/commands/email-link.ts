/** The single place for signing in by a link or code sent by email. */
import { randomInt } from 'node:crypto'
import { send } from '#features/messages/index.ts'
import { inLanguage } from '#http/council.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { digest, newSecret } from '#http/session.ts'
import type { Db } from '#store/db.ts'
import { newId } from '#store/uuid.ts'
import { linkLimits, nameFromEmail, type Person } from '../domain.ts'
import { addLink, countLinksOf, findLink, findLinkToTry, forgetOld, type Link, useLink } from '../store/links.ts'
import { addPerson, findPersonByEmail, isOfDirectory } from '../store/people.ts'
import { directoryMail, linkMail } from '../views/link-mail.ts'

/**
 * Sends a link and a code to the address, whether or not anybody has it: what the person sees never tells. Both work once, for 15 minutes,
 * in the browser that asked. Somebody of the council’s directory is led there instead: it alone says what its people may still do.
 */
export async function askForLink(ctx: Ctx, asked: { readonly email: string; readonly returnTo: string }): Promise<void> {
  const secret = newSecret()
  const id = digest(secret)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const address = `${ctx.origin}${path(ctx.lang, `/sign-in/link/${secret}`)}`
  const { oidc } = ctx.council.settings['sign-in']
  await ctx.council.store.transaction(async (tx) => {
    await forgetOld(tx, ctx.now)
    if ((await countLinksOf(tx, asked.email, ctx.now)) >= linkLimits.perHour) return
    await addLink(tx, { ...asked, id, code: codeHash(id, code), browser: ctx.session.visitor, madeAt: ctx.now })
    const isElsewhere = oidc !== undefined && (await isOfDirectory(tx, asked.email, oidc.issuer))
    if (isElsewhere) await useLink(tx, id, ctx.now)
    const mail = isElsewhere ? directoryMail(ctx, inLanguage(oidc.name, ctx.lang)) : linkMail(ctx, { address, code })
    await send(tx, { to: asked.email, lang: ctx.lang, idempotency: `sign-in-${id}`, ...mail })
  })
}

/** Where the link of an email leads: this browser may go on, another may not, or the link no longer works. */
export async function whereLinkLeads(ctx: Ctx, secret: string): Promise<'here' | 'elsewhere' | 'nowhere'> {
  const link = await ctx.council.store.transaction((tx) => findLink(tx, digest(secret), ctx.now))
  if (link === undefined) return 'nowhere'
  return isOwn(ctx, link) ? 'here' : 'elsewhere'
}

/** Signs in by the link; answers where the person wanted to go, or `undefined` when the link does not work here and now. */
export async function followLink(ctx: Ctx, secret: string): Promise<string | undefined> {
  return await enter(ctx, async (tx) => {
    const link = await findLink(tx, digest(secret), ctx.now)
    return link && isOwn(ctx, link) ? link : undefined
  })
}

/** Signs in by the code typed in the browser that asked; as `followLink`. */
export async function typeCode(ctx: Ctx, code: string): Promise<string | undefined> {
  return await enter(ctx, async (tx) => {
    const link = await findLinkToTry(tx, ctx.session.visitor, ctx.now)
    return link?.code === codeHash(link?.id ?? '', code) ? link : undefined
  })
}

function isOwn(ctx: Ctx, link: Link): boolean {
  return ctx.session.isKnown && link.browser === ctx.session.visitor
}

function codeHash(id: string, code: string): string {
  return digest(`${id}/${code}`)
}

async function enter(ctx: Ctx, findOwnLink: (tx: Db) => Promise<Link | undefined>): Promise<string | undefined> {
  const entered = await ctx.council.store.transaction(async (tx) => {
    const link = await findOwnLink(tx)
    if (link === undefined || !(await useLink(tx, link.id, ctx.now))) return undefined
    const person = await knownBy(tx, link.email, ctx)
    return person.isActive ? { person, returnTo: link.returnTo } : undefined
  })
  if (entered === undefined) return undefined
  await ctx.session.signIn(entered.person.id, 'email-link')
  return entered.returnTo
}

/** Whoever shows that an address is theirs is known by it from then on. */
async function knownBy(tx: Db, email: string, ctx: Ctx): Promise<Person> {
  const known = await findPersonByEmail(tx, email)
  if (known) return known
  const details = { kind: 'resident' as const, name: nameFromEmail(email), email, roles: [], teams: [], wards: [] }
  const id = newId()
  await addPerson(tx, { ...details, id, lang: ctx.lang })
  const person = (await findPersonByEmail(tx, email)) ?? { ...details, id, lang: ctx.lang, isActive: true }
  return person
}
