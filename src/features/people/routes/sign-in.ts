/** The single place for the routes by which people sign in and out. */
import { isStaff } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { keepLanguage } from '#http/language-choice.ts'
import { findLocalPath } from '#http/text.ts'
import { arriveFromDirectory, callbackPath, leaveForDirectory } from '../commands/directory.ts'
import { askForLink, followLink, typeCode, whereLinkLeads } from '../commands/email-link.ts'
import { signInAs } from '../commands/example.ts'
import { codeIn, findEmail } from '../domain.ts'
import { linkElsewherePage, linkHerePage, linkSentPage, refusedPage, signInPage } from '../views/sign-in.ts'

export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in', may: 'anyone', audit: 'sign-in-shown', handle: showSignIn },
  { method: 'POST', path: '/sign-in', may: 'anyone', audit: 'link-asked', limited: true, handle: askByEmail },
  {
    method: 'GET',
    path: '/sign-in/sent',
    may: 'anyone',
    audit: 'link-sent-shown',
    handle: (ctx) => show(ctx, linkSentPage(ctx, { isWrong: false })),
  },
  { method: 'POST', path: '/sign-in/code', may: 'anyone', audit: 'code-typed', limited: true, handle: signInByCode },
  { method: 'GET', path: '/sign-in/link/:secret', may: 'anyone', audit: 'link-opened', handle: openLink },
  { method: 'POST', path: '/sign-in/link/:secret', may: 'anyone', audit: 'link-followed', limited: true, handle: signInByLink },
  { method: 'POST', path: '/sign-in/example', may: 'anyone', audit: 'example-signed-in', handle: signInByExample },
  { method: 'GET', path: '/sign-in/directory', may: 'anyone', audit: 'directory-asked', isSameInAllLanguages: true, handle: leave },
  { method: 'GET', path: callbackPath, may: 'anyone', audit: 'directory-answered', isSameInAllLanguages: true, handle: arrive },
  { method: 'GET', path: '/signed-in', may: 'people.account', audit: 'signed-in', handle: goHome },
  { method: 'POST', path: '/sign-out', may: 'anyone', audit: 'signed-out', handle: signOut },
]

function showSignIn(ctx: Ctx): Reply {
  return show(ctx, signInPage(ctx, { returnTo: returnTo(ctx.query.get('return') ?? '', ctx) }))
}

async function askByEmail(ctx: Ctx): Promise<Reply> {
  if (!ctx.council.settings['sign-in']['email-link']) return problem('not-found')
  const typed = ctx.form.get('email')
  const email = findEmail(typed)
  const wanted = returnTo(ctx.form.get('return'), ctx)
  if (email === undefined) return show(ctx, signInPage(ctx, { returnTo: wanted, typed: typed.slice(0, 254) }))
  await askForLink(ctx, { email, returnTo: wanted })
  return seeOther(path(ctx.lang, '/sign-in/sent'))
}

async function openLink(ctx: Ctx): Promise<Reply> {
  const leads = await whereLinkLeads(ctx, param(ctx, 'secret'))
  if (leads === 'nowhere') return problem('gone')
  return show(ctx, leads === 'here' ? linkHerePage(ctx) : linkElsewherePage(ctx))
}

async function signInByLink(ctx: Ctx): Promise<Reply> {
  const wanted = await followLink(ctx, param(ctx, 'secret'))
  return wanted === undefined ? problem('gone') : seeOther(wanted)
}

async function signInByCode(ctx: Ctx): Promise<Reply> {
  const wanted = await typeCode(ctx, codeIn(ctx.form.get('code')))
  return wanted === undefined ? show(ctx, linkSentPage(ctx, { isWrong: true })) : seeOther(wanted)
}

async function signInByExample(ctx: Ctx): Promise<Reply> {
  if (!(await signInAs(ctx, ctx.form.get('person')))) return problem('not-found')
  return seeOther(returnTo(ctx.form.get('return'), ctx))
}

async function leave(ctx: Ctx): Promise<Reply> {
  const { oidc } = ctx.council.settings['sign-in']
  if (oidc === undefined) return problem('not-found')
  return seeOther(await leaveForDirectory(ctx, oidc, returnTo(ctx.query.get('return') ?? '', ctx)))
}

async function arrive(ctx: Ctx): Promise<Reply> {
  const { oidc } = ctx.council.settings['sign-in']
  if (oidc === undefined) return problem('not-found')
  const arrival = await arriveFromDirectory(ctx, oidc)
  return 'refused' in arrival ? show(ctx, refusedPage(ctx, arrival.refused), 403) : seeOther(returnTo(arrival.returnTo, ctx))
}

async function signOut(ctx: Ctx): Promise<Reply> {
  await ctx.session.signOut()
  return seeOther(path(ctx.lang, '/services'))
}

/** Where to go once signed in: the page somebody wanted, or where their work or account is. */
function returnTo(text: string, ctx: Ctx): string {
  return findLocalPath(text) ?? path(ctx.lang, '/signed-in')
}

/** Whoever has said which language they want is met in it, whatever this browser was asked before. */
function goHome(ctx: Ctx): Reply {
  const lang = ctx.council.settings.languages.find((offered) => offered === ctx.actor.lang) ?? ctx.lang
  keepLanguage(ctx, lang)
  return seeOther(path(lang, isStaff(ctx.actor) ? '/staff' : '/account'))
}
