/** `npm run map`: draws the true picture into README; with `--check` only says whether it is stale. */
import { fileURLToPath } from 'node:url'
import { drawIntoReadme, readmeIsStale } from './map.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

if (process.argv.includes('--check')) {
  const isStale = await readmeIsStale(root)
  process.stdout.write(isStale ? 'README shows an old picture: run npm run map\n' : 'README shows the true picture\n')
  process.exitCode = isStale ? 1 : 0
} else {
  await drawIntoReadme(root)
  process.stdout.write('drawn into README.md\n')
}
