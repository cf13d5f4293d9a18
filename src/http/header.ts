/** The single place for the headers every reply carries: constants, so that they cost nothing. Flat lists of name and value. */

/** Scripts, styles and pictures of our own only; nothing may frame us; forms post to us only. */
const contentPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'"

const always: readonly string[] = [
  'content-security-policy',
  contentPolicy,
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'same-origin',
  'permissions-policy',
  'accelerometer=(), camera=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy',
  'same-origin',
  'cross-origin-resource-policy',
  'same-origin',
]

const overTls: readonly string[] = [...always, 'strict-transport-security', 'max-age=31536000; includeSubDomains']

/** Two years would be the preload list's; one is enough to pin a browser without tying a council's whole domain. */
export function securityHeaders(secure: boolean): readonly string[] {
  return secure ? overTls : always
}
