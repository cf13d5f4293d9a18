/** The single place where tests look for barriers on a page by WCAG 2.2 AA, with axe in the window that shows it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page as Tab } from 'playwright-core'
import { z } from 'zod'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const allRules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // GOV.UK's template, which we keep to, has the back link before the main landmark.
  rules: { 'target-size': { enabled: true }, region: { enabled: false } },
}

/** Those whose answer depends on how wide the window is. */
export const rulesOfWidth = { runOnly: ['target-size', 'scrollable-region-focusable'] }

const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }))

/** What is wrong with the page now shown: the rule, and the beginning of each element that breaks it. */
export async function barriersOn(tab: Tab, options: object = allRules): Promise<string[]> {
  if ((await tab.evaluate("'axe' in window")) !== true) await tab.evaluate(axe)
  const found = Violations.parse(await tab.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`))
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`)
}
