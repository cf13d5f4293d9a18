import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, describe, test } from 'node:test'
import Provider from 'oidc-provider'
import { messages } from '#features/messages/feature.ts'
import { messagesTo } from '#features/messages/index.ts'
import { type Browser, type Page, startApp } from '#test/kit/app.ts'
import { people } from './feature.ts'

/** A real directory on loopback. Whoever signs in there is the account whose id is typed as the login. */
const accounts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  dana: { name: 'Dana Directory', email: 'dana@north.example', email_verified: true, groups: ['benefits-team', 'everybody'] },
  noel: { name: 'Noel Nogroup', email: 'noel@north.example', email_verified: true, groups: ['everybody'] },
  mallory: { name: 'Mallory', email: 'manager@north.example', email_verified: false, groups: ['benefits-team'] },
  rhian: { name: 'Rhian Resident', email: 'resident@north.example', email_verified: true, groups: ['benefits-team'] },
  olga: { name: 'Olga Officer', email: 'officer@north.example', email_verified: true, groups: ['benefits-team'] },
}

const { issuer, close } = await startDirectory('http://localhost/sign-in/directory/back')
after(close)

const app = await startApp({
  features: [messages, people],
  environment: { DIRECTORY_SECRET: 'a-secret-of-the-test' },
  settings: `sign-in:
  email-link: true
  oidc:
    issuer: ${issuer}
    client: folkmoot
    secret-env: DIRECTORY_SECRET
    name: { en: the staff directory, cy: cyfeiriadur y staff }
    scopes: [openid, profile, email, groups]
    groups:
      benefits-team: { roles: [officer], teams: [front_desk] }
`,
})

describe('signing in with the council’s own directory', () => {
  test('gives the roles and teams of one’s groups', async () => {
    const page = await signIn('dana')
    assert.equal(page.heading, 'Your work')
    assert.match(page.text, /Dana Directory · Front desk/)
    const rows = await app.test.asOwner(`select kind, roles, teams from people.actor where name = 'Dana Directory'`)
    assert.deepEqual(rows, [{ kind: 'officer', roles: ['officer'], teams: ['front_desk'] }])
  })

  test('twice is one person', async () => {
    await signIn('dana')
    assert.equal((await app.test.asOwner(`select from people.actor where name = 'Dana Directory'`)).length, 1)
  })

  test('in no group that works here is refused', async () => {
    const page = await signIn('noel')
    assert.equal(page.status, 403)
    assert.match(page.text, /in no group that works here/)
  })

  test('does not take over an account by an address the directory has not checked', async () => {
    await signIn('mallory')
    const rows = await app.test.asOwner<{ name: string; email: string | null }>(
      `select name, email from people.actor where council_id = 'north' and (email = 'manager@north.example' or name = 'Mallory') order by name`,
    )
    assert.deepEqual(rows, [
      { name: 'Mallory', email: null },
      { name: 'Mo Manager', email: 'manager@north.example' },
    ])
  })

  test('recognises someone already known by a checked address', async () => {
    await signIn('olga')
    const rows = await app.test.asOwner<{ subject: string }>(
      `select subject from people.actor where council_id = 'north' and email = 'officer@north.example'`,
    )
    assert.deepEqual(rows, [{ subject: 'olga' }])
  })

  test('is the only way in for somebody of the directory: no emailed link goes around what it says', async () => {
    await signIn('dana')
    const browser = app.browser()
    await browser.get('/sign-in')
    assert.equal((await browser.submit('Send me a link', { 'Email address': 'dana@north.example' })).heading, 'Check your email')
    const mail = await app.north.store.transaction((tx) => messagesTo(tx, 'dana@north.example'))
    assert.equal(mail.length, 1)
    assert.match(mail[0]?.body ?? '', /You sign in with the staff directory/)
    assert.ok(!/sign-in\/link|\d{6}/.test(mail[0]?.body ?? ''))
    const [link] = await app.test.asOwner(`select from people.link where email = 'dana@north.example' and used_at is null`)
    assert.equal(link, undefined)
  })

  test('makes a resident whom the directory gives work an officer', async () => {
    await signIn('rhian')
    const rows = await app.test.asOwner(
      `select kind, roles from people.actor where council_id = 'north' and email = 'resident@north.example'`,
    )
    assert.deepEqual(rows, [{ kind: 'officer', roles: ['officer'] }])
  })

  test('is refused when the answer belongs to another browser or was made up', async () => {
    const victim = app.browser()
    const stolen = await answerOf(app.browser(), 'dana')
    assert.equal((await victim.get(stolen)).status, 403)
    const other = app.browser()
    await other.get('/sign-in')
    await other.send({ method: 'GET', url: '/sign-in/directory' })
    assert.equal((await other.get(stolen)).status, 403)
    await other.send({ method: 'GET', url: '/sign-in/directory' })
    assert.equal((await other.get('/sign-in/directory/back?error=access_denied&state=x')).status, 403)
    assert.equal((await other.get('/staff')).heading, 'Sign in')
  })

  test('cannot be answered twice', async () => {
    const browser = app.browser()
    const back = await answerOf(browser, 'dana')
    assert.equal((await browser.get(back)).heading, 'Your work')
    assert.equal((await browser.get(back)).status, 403)
  })
})

async function signIn(account: string): Promise<Page> {
  const browser = app.browser()
  return await browser.get(await answerOf(browser, account))
}

/** Walks through the directory's own pages as `account`; the address it sends the browser back to. */
async function answerOf(browser: Browser, account: string): Promise<string> {
  await browser.get('/sign-in')
  const left = await browser.send({ method: 'GET', url: browser.page.href('Sign in with the staff directory') })
  let url = new URL(String(left.headers['location']))
  const cookies = new Map<string, string>()
  for (let step = 0; url.origin === new URL(issuer).origin; step += 1) {
    if (step > 12) throw new Error(`The directory leads nowhere: ${url.href}`)
    const isForm = url.pathname.startsWith('/interaction/') && !url.pathname.endsWith('/login')
    const target = isForm ? new URL(`${url.pathname}/login?as=${account}`, url) : url
    const reply = await fetch(target, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } })
    for (const text of reply.headers.getSetCookie()) {
      const [pair = ''] = text.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    url = new URL(reply.headers.get('location') ?? '', target)
  }
  return url.pathname + url.search
}

async function startDirectory(redirect: string): Promise<{ issuer: string; close: () => void }> {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'folkmoot',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [redirect],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (context) => {
      const { client, session, provider: self } = context.oidc
      const grant = new self.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid profile email groups')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const login = new URL(request.url ?? '/', issuer)
    if (!login.pathname.startsWith('/interaction/')) void answer(request, response)
    else void provider.interactionFinished(request, response, { login: { accountId: login.searchParams.get('as') ?? '' } })
  })
  return { issuer, close: () => server.close() }
}
