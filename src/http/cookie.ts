/** The single place where cookies are read and written. */

/** The value of the first cookie of that name in a `Cookie` header. Values of ours need no decoding. */
export function findCookieIn(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined
  let start = 0
  while (start < header.length) {
    const end = header.indexOf(';', start)
    const stop = end === -1 ? header.length : end
    while (header.charCodeAt(start) === 0x20) start += 1
    if (header.startsWith(name, start) && header[start + name.length] === '=') return header.slice(start + name.length + 1, stop).trim()
    start = stop + 1
  }
  return undefined
}

export interface Cookie {
  readonly name: string
  /** Base64url or a word of ours: nothing that would need encoding. */
  readonly value: string
  /** True over https. */
  readonly secure: boolean
  /** Without it the cookie goes when the browser closes; 0 takes it away. */
  readonly maxAgeSeconds?: number | undefined
}

/** `__Host-` keeps other hosts of the same domain from setting it; browsers take it over https only. */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}

/** A `Set-Cookie` value: this host only, never readable by scripts, not sent with requests that other sites start, except for following a link. */
export function cookieHeader({ name, value, secure, maxAgeSeconds }: Cookie): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  return `${cookieName(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? '; Secure' : ''}`
}
