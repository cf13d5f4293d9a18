/** The single place that fetches from another installation: over https, no larger and no longer than allowed, and never from where it should not reach. */
import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** Sizes in bytes, times in milliseconds. */
export const fetchLimits = { feed: 2_000_000, package: 2_000_000, time: 20_000, redirects: 3 } as const

/** `most`: at most so many bytes. `mayAskPrivately`: addresses of private networks too. */
export type Fetching = { readonly most: number; readonly mayAskPrivately?: boolean | undefined }

export type FetchFault = { readonly code: FetchFaultCode; readonly message: string; readonly help: string }
export type FetchFaultCode =
  | 'no-address'
  | 'not-secure'
  | 'private-address'
  | 'leads-elsewhere'
  | 'no-answer'
  | 'not-given'
  | 'too-large'
  | 'too-slow'

/** `url` is where it came from in the end: of the same host as what was asked for. */
export type Fetched = { readonly bytes: Buffer; readonly url: string } | { readonly fault: FetchFault }

const told: Readonly<Record<FetchFaultCode, readonly [message: string, help: string]>> = {
  'no-address': ['This is not an address that can be fetched', 'Write it as https://services.example.gov.uk/offers.json.'],
  'not-secure': ['The address is not secure', 'Begin it with https://. Only this machine’s own may begin with http://.'],
  'private-address': ['The address lies in a private network', 'Set FOLKMOOT_PRIVATE_NETWORK=yes if you mean it.'],
  'leads-elsewhere': ['The address leads on to another host', 'Use the address it leads to, once you know whose it is.'],
  'no-answer': ['Nobody answers there', 'Check the address, and that its certificate is valid; try again later.'],
  'not-given': ['It is not given out there', 'Check the address.'],
  'too-large': ['It is larger than it may be', 'Tell the council that offers it.'],
  'too-slow': ['It took too long', 'Try again later.'],
}

/** Fetches what is at an address. Total: whatever the other side does gives bytes or a fault. */
export async function fetchFrom(address: string, fetching: Fetching): Promise<Fetched> {
  if (!URL.canParse(address)) return { fault: fetchFault('no-address', address) }
  const signal = AbortSignal.timeout(fetchLimits.time)
  let url = new URL(address)
  for (let redirects = 0; redirects <= fetchLimits.redirects; redirects += 1) {
    const answer = await ask(url, { ...fetching, signal })
    if (!('to' in answer)) return answer
    if (answer.to.origin !== url.origin) return { fault: fetchFault('leads-elsewhere', answer.to.host) }
    url = answer.to
  }
  return { fault: fetchFault('leads-elsewhere', url.host) }
}

function fetchFault(code: FetchFaultCode, about: string): FetchFault {
  const [message, help] = told[code]
  return { code, message: `${message}: ${about.slice(0, 200)}`, help }
}

type Asking = Fetching & { readonly signal: AbortSignal }

async function ask(url: URL, asking: Asking): Promise<Fetched | { readonly to: URL }> {
  const refusal = findRefusal(url, asking)
  if (refusal) return { fault: fetchFault(refusal, url.host) }
  try {
    return await answerOf(await sent(url, asking), url, asking)
  } catch (error) {
    const isRefused = error instanceof PrivateAddress
    return { fault: fetchFault(isRefused ? 'private-address' : asking.signal.aborted ? 'too-slow' : 'no-answer', url.host) }
  }
}

function findRefusal(url: URL, { mayAskPrivately }: Asking): FetchFaultCode | undefined {
  const host = hostOf(url)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && namesThisMachine(host)))
    return url.protocol === 'http:' ? 'not-secure' : 'no-address'
  if (url.username !== '' || url.password !== '') return 'no-address'
  const isPrivateNumber = isIP(host) !== 0 && isPrivate(host) && !namesThisMachine(host)
  return isPrivateNumber && mayAskPrivately !== true ? 'private-address' : undefined
}

function sent(url: URL, { signal, mayAskPrivately }: Asking): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const request = url.protocol === 'https:' ? requestSecure : requestPlain
    const headers = { accept: 'application/json, application/octet-stream', 'user-agent': 'Folkmoot' }
    const lookup = namesThisMachine(hostOf(url)) ? toThisMachine : mayAskPrivately === true ? resolve : onlyPublic
    request(url, { signal, headers, lookup, agent: false }, answered).on('error', failed).end()
  })
}

async function answerOf(answer: IncomingMessage, url: URL, { most }: Asking): Promise<Fetched | { readonly to: URL }> {
  const { statusCode = 0, headers } = answer
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined && URL.canParse(headers.location, url.href)) {
    answer.destroy()
    return { to: new URL(headers.location, url) }
  }
  if (statusCode !== 200) {
    answer.destroy()
    return { fault: fetchFault('not-given', `${url.host} answers ${statusCode}`) }
  }
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > most) {
      answer.destroy()
      return { fault: fetchFault('too-large', url.host) }
    }
    parts.push(bytes)
  }
  return { bytes: Buffer.concat(parts), url: url.href }
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

/** Written out as this machine’s own name or number; a name elsewhere that merely leads here is a private address. */
function namesThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

class PrivateAddress extends Error {}

type Resolved = (error: Error | null, address: string | LookupAddress[], family?: number) => void

function toThisMachine(_host: string, { all }: LookupOptions, done: Resolved): void {
  if (all === true) done(null, [{ address: '127.0.0.1', family: 4 }])
  else done(null, '127.0.0.1', 4)
}

/** What a name leads to is looked at here, where it is then connected to: it cannot change in between. */
function onlyPublic(host: string, options: LookupOptions, done: Resolved): void {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses
    if (error || !first) done(error ?? new Error(`${host} leads nowhere`), [])
    else if (addresses.some(({ address }) => isPrivate(address))) done(new PrivateAddress(host), [])
    else if (options.all === true) done(null, addresses)
    else done(null, first.address, first.family)
  })
}

/** Networks that are not the public internet (IANA special-purpose registries). */
const notPublic = new BlockList()
for (const [network, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, length, 'ipv4')
for (const [network, length] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notPublic.addSubnet(network, length, 'ipv6')

function isPrivate(address: string): boolean {
  return notPublic.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
