/** The single place where the host name of a request picks the council. */
import type { Council } from './council.ts'

/** The council served under a `Host` header, port, case and a final dot aside; `undefined` when none is. */
export type FindCouncil = (host: string | undefined) => Council | undefined

/** This machine's own addresses mean the council of `localhost`; `<council id>.localhost` is always that council. */
export function hostsOf(councils: readonly Council[]): FindCouncil {
  const byHost = new Map<string, Council>()
  for (const council of councils) byHost.set(`${council.id}.localhost`, council)
  for (const council of councils) {
    for (const host of council.settings.hosts) byHost.set(host, council)
  }
  const here = byHost.get('localhost')
  for (const address of ['127.0.0.1', '[::1]']) {
    if (here && !byHost.has(address)) byHost.set(address, here)
  }
  return (host) => (host === undefined ? undefined : (byHost.get(host) ?? byHost.get(hostAlone(host))))
}

function hostAlone(host: string): string {
  return withoutDot(host)
    .replace(/:\d{1,5}$/, '')
    .toLowerCase()
}

/** A host name that ends in a dot is the same name written out in full (RFC 1034, 3.1). A port may follow. */
export function withoutDot(host: string): string {
  return host.replace(/\.(?=:\d{1,5}$|$)/, '')
}
