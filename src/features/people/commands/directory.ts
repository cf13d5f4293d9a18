/** The single place for signing in by a council's own directory: OpenID Connect, authorisation code with PKCE, state and nonce. */
import * as oidc from 'openid-client'
import { z } from 'zod'
import { isStaff } from '#http/actor.ts'
import type { Council, CouncilSettings } from '#http/council.ts'
import { isLoopback } from '#http/limit.ts'
import type { Ctx } from '#http/route.ts'
import type { Db } from '#store/db.ts'
import { newId } from '#store/uuid.ts'
import { findEmail, nameFromEmail, type Person } from '../domain.ts'
import { addPerson, changePerson, findPerson, findPersonByEmail, findPersonBySubject } from '../store/people.ts'

type Oidc = NonNullable<CouncilSettings['sign-in']['oidc']>

const cookie = 'folkmoot-directory'
const minutesToSignIn = 10
export const callbackPath = '/sign-in/directory/back'

/** What must come back as it went; kept in the browser's own cookie meanwhile. */
const Errand = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })

/** Where to send the browser to sign in. */
export async function leaveForDirectory(ctx: Ctx, settings: Oidc, returnTo: string): Promise<string> {
  const config = await discover(ctx.council, settings)
  const errand = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo }
  ctx.session.setCookie(cookie, Buffer.from(JSON.stringify(errand)).toString('base64url'), minutesToSignIn * 60)
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: ctx.origin + callbackPath,
    scope: settings.scopes.join(' '),
    code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: 'S256',
    state: errand.state,
    nonce: errand.nonce,
  })
  return url.href
}

export type Arrival = { readonly returnTo: string } | { readonly refused: 'expired' | 'declined' | 'no-role' | 'inactive' }

/** Signs in whoever the directory sent back. */
export async function arriveFromDirectory(ctx: Ctx, settings: Oidc): Promise<Arrival> {
  const errand = findErrand(ctx)
  ctx.session.setCookie(cookie, '', 0)
  if (errand === undefined) return { refused: 'expired' }
  const claims = await claimsOf(ctx, settings, errand)
  if (claims === undefined) return { refused: 'declined' }
  const given = rightsOf(settings, claims)
  if (given.roles.length === 0) return { refused: 'no-role' }
  const person = await ctx.council.store.transaction((tx) => recognise(tx, { issuer: settings.issuer, claims, given }))
  if (person === undefined || !person.isActive) return { refused: 'inactive' }
  await ctx.session.signIn(person.id, 'oidc')
  return { returnTo: errand.returnTo }
}

const configs = new Map<string, Promise<oidc.Configuration>>()

/** The directory's own description, asked for once; a failure is not kept. */
function discover(council: Council, { issuer, client }: Oidc): Promise<oidc.Configuration> {
  const key = `${council.id} ${issuer} ${client}`
  const url = new URL(issuer)
  const authentication = council.directorySecret === undefined ? oidc.None() : oidc.ClientSecretBasic(council.directorySecret)
  const isLocal = url.protocol === 'http:' && (url.hostname === 'localhost' || isLoopback(url.hostname))
  const options = isLocal ? { execute: [oidc.allowInsecureRequests] } : {}
  const found = configs.get(key) ?? oidc.discovery(url, client, council.directorySecret, authentication, options)
  configs.set(key, found)
  found.catch(() => configs.delete(key))
  return found
}

function findErrand(ctx: Ctx): z.infer<typeof Errand> | undefined {
  const text = ctx.session.findCookie(cookie)
  if (text === undefined) return undefined
  try {
    return Errand.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data
  } catch {
    return undefined
  }
}

const Claims = z.looseObject({
  sub: z.string().min(1).max(255),
  name: z.string().max(300).optional(),
  email: z.string().max(254).optional(),
  email_verified: z.boolean().optional(),
})
type Claims = z.infer<typeof Claims>

/** Checks what came back with the directory itself; `undefined` when it does not stand up or the person declined. */
async function claimsOf(ctx: Ctx, settings: Oidc, errand: z.infer<typeof Errand>): Promise<Claims | undefined> {
  const config = await discover(ctx.council, settings)
  const back = new URL(`${ctx.origin}${callbackPath}?${ctx.query.toString()}`)
  try {
    const tokens = await oidc.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: errand.verifier,
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      idTokenExpected: true,
    })
    const claims = Claims.parse(tokens.claims())
    if (settings.claim in claims && claims.email !== undefined) return claims
    return { ...claims, ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)) }
  } catch (error) {
    if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError || error instanceof oidc.ClientError)
      return undefined
    throw error
  }
}

interface Rights {
  readonly roles: readonly string[]
  readonly teams: readonly string[]
}

/** What the person's groups in the directory give here. */
function rightsOf(settings: Oidc, claims: Claims): Rights {
  const value = claims[settings.claim]
  const groups = (Array.isArray(value) ? value : [value]).filter((group) => typeof group === 'string')
  const given = groups.flatMap((group) => (Object.hasOwn(settings.groups, group) ? (settings.groups[group] ?? []) : []))
  return { roles: [...new Set(given.flatMap(({ roles }) => roles))], teams: [...new Set(given.flatMap(({ teams }) => teams))] }
}

interface Arriving {
  readonly issuer: string
  readonly claims: Claims
  readonly given: Rights
}

/**
 * The directory decides what its people may do, anew at each sign-in. Someone known by address only becomes the directory's when the
 * directory says that it has checked the address: anything else would let people take over an account by claiming its address. A resident
 * whom the directory gives work becomes an officer.
 */
async function recognise(tx: Db, { issuer, claims, given }: Arriving): Promise<Person | undefined> {
  const subject = { issuer, subject: claims.sub }
  const email = findEmail(claims.email ?? '')
  const byAddress = email !== undefined && claims.email_verified === true ? await findPersonByEmail(tx, email) : undefined
  const known = (await findPersonBySubject(tx, subject)) ?? byAddress
  const name = claims.name ?? nameFromEmail(email ?? `${claims.sub}@`)
  if (known) {
    const kind = isStaff(known) ? known.kind : 'officer'
    await changePerson(tx, known.id, { ...given, kind, name, subject })
    return { ...known, ...given, kind, name }
  }
  const id = newId()
  const isFree = email !== undefined && (await findPersonByEmail(tx, email)) === undefined
  await addPerson(tx, { ...given, id, kind: 'officer', name, email: isFree ? email : null, lang: null, wards: [], subject })
  return await findPerson(tx, id)
}
