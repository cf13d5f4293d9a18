/** The single place for the routes about who works for the council, their keys, and one's own account. */
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { keepLanguage } from '#http/language-choice.ts'
import { endKey, makeKey } from '../commands/api-key.ts'
import { addStaff, changeStaff } from '../commands/staff.ts'
import { findEmail, isId, type PersonDetails, PersonKind } from '../domain.ts'
import { mayGiveScope } from '../policy.ts'
import { changePerson, findPerson, staff } from '../store/people.ts'
import { keys } from '../store/sessions.ts'
import { accountPage } from '../views/account.ts'
import { keysPage } from '../views/keys.ts'
import { homePage, newPersonPage, peoplePage, personPage } from '../views/staff.ts'
import { wordsIn } from '../views/words.ts'

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff', may: 'people.home', audit: 'staff-home-shown', handle: goToWork },
  { method: 'GET', path: '/staff/people', may: 'people.read', audit: 'people-listed', handle: listPeople },
  { method: 'GET', path: '/staff/people/new', may: 'people.manage', audit: 'new-person-shown', handle: showNewPerson },
  { method: 'POST', path: '/staff/people/new', may: 'people.manage', audit: 'person-added', handle: addPerson },
  { method: 'GET', path: '/staff/people/:id', may: 'people.manage', audit: 'person-read', handle: showPerson },
  { method: 'POST', path: '/staff/people/:id', may: 'people.manage', audit: 'person-changed', handle: change },
  { method: 'GET', path: '/staff/keys', may: 'people.keys', audit: 'keys-listed', handle: (ctx) => showKeys(ctx) },
  { method: 'POST', path: '/staff/keys', may: 'people.keys', audit: 'key-made', handle: addKey },
  { method: 'POST', path: '/staff/keys/:id/revoke', may: 'people.keys', audit: 'key-revoked', handle: revoke },
  { method: 'GET', path: '/account', may: 'people.account', audit: 'account-read', handle: showAccount },
  { method: 'POST', path: '/account', may: 'people.account', audit: 'account-changed', handle: saveAccount },
]

/** Straight to daily work where there is some. */
function goToWork(ctx: Ctx): Reply {
  const work = ctx.menu.find(({ behind = 0 }) => behind === 0)
  return work ? seeOther(path(ctx.lang, work.path)) : show(ctx, homePage(ctx))
}

async function listPeople(ctx: Ctx): Promise<Reply> {
  return show(ctx, peoplePage(ctx, await ctx.council.store.transaction(staff)))
}

const nobody: PersonDetails = { kind: 'officer', name: '', email: null, roles: [], teams: [], wards: [] }

function showNewPerson(ctx: Ctx): Reply {
  return show(ctx, newPersonPage(ctx, { value: nobody }))
}

async function addPerson(ctx: Ctx): Promise<Reply> {
  const words = wordsIn(ctx.lang)
  const { form } = ctx
  const name = form.get('name').trim().slice(0, 300)
  const email = findEmail(form.get('email')) ?? null
  const kind = PersonKind.safeParse(form.get('kind')).data ?? 'officer'
  const value: PersonDetails = { kind, name, email, roles: form.all('roles'), teams: form.all('teams'), wards: [] }
  const faults = [
    ...(name === '' ? [{ field: 'name', text: words.nameFault }] : []),
    ...(email === null ? [{ field: 'email', text: words.emailFault }] : []),
  ]
  if (faults.length > 0) return show(ctx, newPersonPage(ctx, { value, faults }))
  const added = await addStaff(ctx, value)
  if (typeof added !== 'string') return seeOther(path(ctx.lang, '/staff/people'))
  return show(ctx, newPersonPage(ctx, { value, faults: [{ field: 'email', text: words.refusals[added] }] }))
}

async function showPerson(ctx: Ctx): Promise<Reply> {
  const person = await findKnown(ctx)
  return person ? show(ctx, personPage(ctx, { value: person })) : problem('not-found')
}

async function change(ctx: Ctx): Promise<Reply> {
  const person = await findKnown(ctx)
  if (person === undefined) return problem('not-found')
  const asked = { id: person.id, roles: ctx.form.all('roles'), teams: ctx.form.all('teams'), isActive: ctx.form.get('active') === 'yes' }
  const changed = await changeStaff(ctx, asked)
  if (typeof changed !== 'string') return seeOther(path(ctx.lang, '/staff/people'))
  const fault = { field: 'roles', text: wordsIn(ctx.lang).refusals[changed] }
  return show(ctx, personPage(ctx, { value: { ...person, ...asked }, faults: [fault] }))
}

async function findKnown(ctx: Ctx) {
  const id = param(ctx, 'id')
  return isId(id) ? await ctx.council.store.transaction((tx) => findPerson(tx, id)) : undefined
}

async function showKeys(ctx: Ctx, more: { made?: string; name?: string; faults?: { field: string; text: string }[] } = {}): Promise<Reply> {
  return show(ctx, keysPage(ctx, { ...more, keys: await ctx.council.store.transaction(keys), scopes: scopesOf(ctx) }))
}

/** Keys carry what the features offer to other systems, as far as whoever makes them may do it. */
function scopesOf({ actor, site }: Ctx) {
  return [...site.scopes.keys()].filter((scope) => mayGiveScope(actor, scope))
}

async function addKey(ctx: Ctx): Promise<Reply> {
  const words = wordsIn(ctx.lang)
  const name = ctx.form.get('name').trim().slice(0, 200)
  const asked = ctx.form.all('scopes')
  const scopes = scopesOf(ctx).filter((scope) => asked.includes(scope))
  const faults = [
    ...(name === '' ? [{ field: 'name', text: words.keyNameFault }] : []),
    ...(scopes.length === 0 ? [{ field: 'scopes', text: words.keyScopesFault }] : []),
  ]
  if (faults.length > 0) return await showKeys(ctx, { name, faults })
  return await showKeys(ctx, { made: await makeKey(ctx, { name, scopes }) })
}

async function revoke(ctx: Ctx): Promise<Reply> {
  const id = param(ctx, 'id')
  if (!isId(id)) return problem('not-found')
  await endKey(ctx, id)
  return seeOther(path(ctx.lang, '/staff/keys'))
}

function showAccount(ctx: Ctx): Reply {
  return show(ctx, accountPage(ctx, { name: ctx.actor.name, isWrong: false }))
}

async function saveAccount(ctx: Ctx): Promise<Reply> {
  const name = ctx.form.get('name').trim().slice(0, 300)
  if (name === '') return show(ctx, accountPage(ctx, { name, isWrong: true }))
  const lang = ctx.council.settings.languages.find((offered) => offered === ctx.form.get('lang'))
  await ctx.council.store.transaction((tx) => changePerson(tx, ctx.actor.id, { name, ...(lang ? { lang } : {}) }))
  if (lang) keepLanguage(ctx, lang)
  return seeOther(path(lang ?? ctx.lang, '/account'))
}
