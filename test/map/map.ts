/** The single place that draws who leans on whom, from the imports themselves, and puts the picture into README. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const Cruise = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
})

const place = /^src\/(?:features\/([^/]+)|(core|store|ui|http|app))\//
const frame = /(<!-- map -->\n)[\s\S]*?(<!-- \/map -->)/

/** Whether README shows another picture than the code. A README without the two marks is stale too. */
export async function readmeIsStale(root: string): Promise<boolean> {
  const text = readme(root)
  return !frame.test(text) || text !== framed(text, await picture(root))
}

/** Draws the picture between `<!-- map -->` and `<!-- /map -->`. Throws when README has no such place. */
export async function drawIntoReadme(root: string): Promise<void> {
  const text = readme(root)
  if (!frame.test(text)) throw new Error('README.md has no <!-- map --> and <!-- /map --> to draw between')
  writeFileSync(join(root, 'README.md'), framed(text, await picture(root)))
}

const readme = (root: string) => readFileSync(join(root, 'README.md'), 'utf8')

const framed = (text: string, drawing: string) => text.replace(frame, (_all, open: string, close: string) => `${open}${drawing}${close}`)

async function picture(root: string): Promise<string> {
  const arrows = await arrowsIn(root)
  const features = [...new Set(arrows.flat().filter((name) => name.startsWith('features/')))].sort()
  const toHttp = features.some((feature) => arrows.some(([from, to]) => from === feature && to === 'http'))
  const between = arrows.filter(([from, to]) => from.startsWith('features/') && to.startsWith('features/'))
  const floors = arrows.filter(([from, to]) => !from.startsWith('features/') && !to.startsWith('features/'))
  const name = (room: string) => room.replace('features/', '')
  const lines = [
    'flowchart TD',
    '  subgraph features',
    ...features.map((feature) => `    ${name(feature)}`),
    ...between.map(([from, to]) => `    ${name(from)} --> ${name(to)}`),
    '  end',
    ...(features.length > 0 ? ['  app --> features'] : []),
    ...(toHttp ? ['  features --> http'] : []),
    ...floors.filter(([from, to]) => !(from === 'app' && to !== 'http')).map(([from, to]) => `  ${from} --> ${to}`),
  ]
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`
}

async function arrowsIn(root: string): Promise<(readonly [string, string])[]> {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = ['--import', join(root, 'test/walls/typescript-5.ts'), cruiser, 'src', '--output-type', 'json', '--exclude', '\\.test\\.ts$']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 1e9 }).catch((failure: unknown) =>
    Output.parse(failure),
  )
  const { modules } = Cruise.parse(JSON.parse(stdout))
  const found = modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => `${roomOf(source)} ${roomOf(resolved)}`))
  return [...new Set(found)].sort().flatMap((arrow) => {
    const [from = '', to = ''] = arrow.split(' ')
    return from && to && from !== to ? [[from, to] as const] : []
  })
}

/** dependency-cruiser also exits with a fault when walls are broken: the picture is drawn all the same. */
const Output = z.object({ stdout: z.string().min(1) })

function roomOf(path: string): string {
  const [, feature, floor = ''] = place.exec(path) ?? []
  return feature ? `features/${feature}` : floor
}
