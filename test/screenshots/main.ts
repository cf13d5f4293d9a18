/** `npm run screenshots`: takes the pictures in docs/screenshots anew, on an installation of its own with some cases. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWindow, startChromium, takeOver } from '#test/kit/chromium.ts'
import { type Installation, startInstallation } from '#test/kit/installation.ts'
import { type Picture, pictures } from './pictures.ts'
import { storyPictures } from './story.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url))

/** In pixels: enough to see what a page is like, and pictures that stay small. */
const mostHeight = 1100

await mkdir(folder, { recursive: true })
const chromium = await startChromium()
try {
  await on(async function* (installation) {
    yield* await pictures(installation)
    yield* storyPictures(installation, 'en')
  })
  await on(async function* (installation) {
    await installation.fill(400)
    yield* storyPictures(installation, 'cy')
  })
} finally {
  await chromium.close()
}

/** Takes the pictures of an installation of their own, each before the next is asked for. */
async function on(picturesOf: (installation: Installation) => AsyncGenerator<Picture>): Promise<void> {
  const installation = await startInstallation()
  try {
    for await (const picture of picturesOf(installation)) await take(picture, installation)
  } finally {
    await installation.close()
  }
}

/** The whole page, or as much of a long one as shows what it is. */
async function take(picture: Picture, { port }: Installation): Promise<void> {
  const { name, visitor, host, path, press, unfold, from, width = 1280, height = mostHeight } = picture
  const page = await openWindow(chromium, { host, port, width })
  await takeOver(page.context(), visitor, { host, port })
  await page.goto(path)
  if (press !== undefined) await page.getByRole('button', { name: press, exact: true }).click()
  if (unfold !== undefined) await page.locator('summary', { hasText: unfold }).click()
  await page.mouse.move(0, 0)
  await page.evaluate('scrollTo(0, 0)')
  const file = join(folder, `${name}.png`)
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'))
  const y = from === undefined ? 0 : ((await page.getByRole('heading', { name: from }).boundingBox())?.y ?? 0) - 20
  await page.screenshot({ path: file, clip: { x: 0, y, width, height: Math.min(whole - y, height) }, fullPage: true })
  await page.context().close()
  process.stdout.write(`docs/screenshots/${name}.png\n`)
}
