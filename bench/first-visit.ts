/** How many bytes a first visit loads: the first page of a journey with everything it asks for, as sent. */
import type { Figure, Report } from './kit/figure.ts'
import { service } from './kit/council.ts'
import { requestFor, Wire } from './kit/wire.ts'
import type { Stage } from './stage.ts'

const pages = { 'the start page': `/services/${service}`, 'the first question': `/services/${service}/apply/which-bin` } as const

export async function measureFirstVisit(stage: Stage): Promise<Report> {
  const { port } = await stage.folkmoot()
  const figures: Figure[] = []
  for (const [name, path] of Object.entries(pages)) {
    const { sizes, scripts } = await visit(await Wire.open(port), path)
    const bytes = sum([...sizes.values()])
    const without = bytes - sum([...sizes].flatMap(([file, size]) => (scripts.has(file) ? [size] : [])))
    const beside = `${sizes.size} requests; without JavaScript ${(without / 1024).toFixed(1)} KB`
    figures.push({ what: `${name}, everything`, value: bytes / 1024, unit: 'KB', goal: { most: 40 }, beside })
  }
  return {
    title: 'A first visit',
    about: 'Bytes of all bodies as sent to a browser that takes Brotli, with nothing kept from before. No page needs JavaScript.',
    figures,
  }
}

/** Bytes by path, and which of them are scripts. Scripts and pictures of scripts are looked into as a browser would. */
async function visit(wire: Wire, path: string) {
  const sizes = new Map<string, number>()
  const scripts = new Set<string>()
  const waiting = [path]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (sizes.has(next)) continue
    const { status, body } = await wire.ask(requestFor('GET', next, { host: 'localhost', accepts: 'gzip, deflate, br' }))
    if (status !== 200) throw new Error(`${next} answered ${status}`)
    sizes.set(next, body.length)
    if (next.endsWith('.js')) scripts.add(next)
    const plain = await wire.ask(requestFor('GET', next, { host: 'localhost' }))
    waiting.push(...needsOf(plain.body, next))
  }
  wire.close()
  return { sizes, scripts }
}

const inPages = [
  /<link [^>]*rel="(?:stylesheet|modulepreload|icon)"[^>]*href="([^"]+)"/g,
  /<link [^>]*href="([^"]+)"[^>]*rel="(?:stylesheet|icon)"/g,
  /<(?:script|img) [^>]*src="([^"]+)"/g,
]
const inScripts = [/(?:from|import)\s*\(?['"]([^'"]+)['"]/g]
const inStyles = [/url\(['"]?(\/[^'")]+|[^'")]+\.(?:woff2?|svg|png))['"]?\)/g]

function needsOf(text: string, path: string): string[] {
  const patterns = path.endsWith('.js') ? inScripts : path.endsWith('.css') ? inStyles : inPages
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, address = '']) => address))
  return found.filter((address) => !address.startsWith('data:')).map((address) => new URL(address, `http://localhost${path}`).pathname)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
