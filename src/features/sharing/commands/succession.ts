/** The single place that follows which key of another council took the place of which, as the former ones signed it. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isSigned, type Succession } from '#store/succession.ts'
import { type Fetching, fetchFrom, fetchLimits } from './fetch.ts'

/** Where a council makes its keys known. */
export const keysPath = '/.well-known/folkmoot.json'

/** More than a council rotates in a lifetime. */
const mostLinks = 100

const Key = z.string().max(200)
const Known = z.object({
  council: z.object({ id: z.string() }),
  successions: z
    .array(z.object({ from: Key, to: Key, signature: Key }))
    .max(mostLinks)
    .default([]),
})

/** What is said at the host of `url`; nothing where nothing is, or nothing that can be read. */
export async function fetchSuccessions(url: string, { mayAskPrivately }: Omit<Fetching, 'most'>): Promise<readonly Succession[]> {
  const fetched = await fetchFrom(new URL(keysPath, url).href, { most: fetchLimits.feed, mayAskPrivately })
  if ('fault' in fetched) return []
  try {
    return Known.safeParse(JSON.parse(fetched.bytes.toString('utf8'))).data?.successions ?? []
  } catch {
    return []
  }
}

/** True when each key on the way signed that the next takes its place. Fingerprints: SHA-256 of the public key, hexadecimal. */
export function leadsTo(
  council: string,
  { from, to }: { readonly from: string; readonly to: string },
  successions: readonly Succession[],
): boolean {
  const signed = successions.slice(0, mostLinks).filter((one) => isSigned(council, one))
  const next = new Map(signed.map((one) => [fingerprint(one.from), fingerprint(one.to)]))
  let at: string | undefined = from
  for (let links = 0; at !== undefined && at !== to && links < mostLinks; links += 1) at = next.get(at)
  return at === to
}

function fingerprint(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex')
}
