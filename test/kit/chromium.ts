/** The single place where tests and pictures start a real Chromium, and where it takes over what a browser without scripts began. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser as Chromium, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Browser } from './browser.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const executablePath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path))

/** For `describe`: why nothing is looked at here; false with `CI=true`, where a missing Chromium fails instead. */
export const skipWithoutChromium =
  executablePath !== undefined || process.env['CI'] === 'true'
    ? false
    : 'LOUDLY SKIPPED: no Chromium (apt-get install chromium), so nothing is tried in a real browser'

/** Every council's host name leads to this machine. */
export function startChromium(): Promise<Chromium> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP *.localhost 127.0.0.1'],
  })
}

export interface Window {
  readonly host: string
  readonly port: number
  readonly width?: number
  readonly scripts?: boolean
}

/** A window of a new person at the council of `host`; addresses are relative to it. */
export async function openWindow(browser: Chromium, { host, port, width = 1280, scripts = true }: Window): Promise<Page> {
  const context = await browser.newContext({
    baseURL: `http://${host}:${port}`,
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
  })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** Gives the window the cookies of somebody who came this far without scripts. */
export async function takeOver(context: BrowserContext, visitor: Browser, { host, port }: Pick<Window, 'host' | 'port'>): Promise<void> {
  await context.clearCookies()
  const url = `http://${host}:${port}`
  await context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url })))
}
