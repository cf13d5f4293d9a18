/** The single place that runs the W3C's checker over pages, all in one go. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { z } from 'zod'
import type { PageState } from './album.ts'

const hasJava = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'java')))

/** Why nothing is checked here; false with `CI=true`, where a missing Java fails instead. */
export const skipWithoutJava =
  hasJava || process.env['CI'] === 'true'
    ? false
    : 'LOUDLY SKIPPED: no Java (apt-get install default-jre-headless), so no page is checked by the W3C checker'

const Report = z.object({
  messages: z.array(z.object({ url: z.string(), message: z.string(), lastLine: z.number().optional(), extract: z.string().optional() })),
})

/** What is wrong with each page, in the checker's words; pages that are the same but for their token are checked once each. */
export async function checkedByW3c(states: readonly PageState[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-pages-'))
  try {
    await Promise.all(states.map(({ page }, place) => writeFile(join(folder, `${place}.html`), page.body)))
    const { messages } = Report.parse(JSON.parse(await output(folder)))
    return messages.map(({ url, message, extract }) => {
      const place = Number(/(\d+)\.html$/.exec(url)?.[1])
      return `${states[place]?.name ?? url}: ${message} ${extract ?? ''}`
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The checker ends with 1 where it found something, and writes its report to the error stream. */
function output(folder: string): Promise<string> {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
  const options = ['-Xss1m', '-jar', jar, '--errors-only', '--format', 'json', folder]
  return new Promise((resolve, reject) => {
    execFile('java', options, { maxBuffer: 100_000_000 }, (error, _stdout, stderr) => {
      if (stderr.startsWith('{')) resolve(stderr)
      else reject(error ?? new Error(`The checker said: ${stderr.slice(0, 500)}`))
    })
  })
}
