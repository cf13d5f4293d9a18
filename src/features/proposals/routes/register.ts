/** The routes of the public register of decisions: page, spreadsheet and data. */
import { stringify } from 'csv-stringify/sync'
import { isPreElection } from '#http/council.ts'
import { path } from '#http/language.ts'
import { file, json, type Reply } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { findProposals } from '../commands/read.ts'
import { decisionRegister } from '../commands/register.ts'
import { serviceName } from '../commands/tell.ts'
import { titleOf } from '../views/parts.ts'
import { registerPage, type RegisterPage, registerRows } from '../views/register-page.ts'
import { wordsFor } from '../words/index.ts'

export const registerRoutes: readonly Route[] = [
  { method: 'GET', path: '/decisions', may: 'anyone', audit: 'decisions-read', handle: showRegister },
  { method: 'GET', path: '/decisions.csv', may: 'anyone', audit: 'decisions-downloaded', handle: downloadCsv },
  { method: 'GET', path: '/decisions.json', may: 'anyone', audit: 'decisions-downloaded', handle: downloadJson },
]

async function showRegister(ctx: Ctx): Promise<Reply> {
  const main = registerPage(await registered(ctx))
  return show(ctx, { title: wordsFor(ctx.lang).registerTitle, main, backLink: { href: path(ctx.lang, '/suggestions') } })
}

async function downloadCsv(ctx: Ctx): Promise<Reply> {
  const rows = registerRows(await registered(ctx))
  const body = stringify(
    rows.map((row) => [...row]),
    { bom: true, escape_formulas: true },
  )
  return file({ name: 'decisions.csv', type: 'text/csv; charset=utf-8', body })
}

/** Ids of people are left out: the names of the two who decide are theirs by office. */
async function downloadJson(ctx: Ctx): Promise<Reply> {
  const { decisions, isNameless } = await registered(ctx)
  return json(
    decisions.map(({ verdicts, ...decision }) => ({
      ...decision,
      verdicts: verdicts.map(({ by: _who, evidence: _taken, name, ...verdict }) => ({ ...verdict, ...(isNameless ? {} : { name }) })),
    })),
  )
}

async function registered(ctx: Ctx): Promise<RegisterPage> {
  const { council, lang, today } = ctx
  const decisions = await decisionRegister(council)
  const proposals = await findProposals(
    council,
    decisions.map(({ id }) => id),
  )
  const named = await Promise.all(
    decisions.map(async (decision) => {
      const name = await serviceName(council, decision.service, lang)
      const proposal = proposals.find(({ id }) => id === decision.id)
      return { ...decision, serviceName: name, title: proposal ? titleOf(proposal, lang, name) : name }
    }),
  )
  return { lang, decisions: named, isNameless: isPreElection(council, today) }
}
