/** The single place where a problem becomes what is sent: a page in the council's brand and language, or RFC 9457 JSON. */
import { html } from '#ui/html.ts'
import { type Problem, page, type Sent } from './reply.ts'
import { problems } from './problem.ts'
import type { Ctx } from './route.ts'
import { show } from './shell.ts'

/** The problem as a page for people. */
export function problemPage(ctx: Ctx, problem: Problem): Sent {
  const { status, title, help } = problems[problem.code]
  const { contact } = ctx.council.settings
  const main = html`<h1 class="govuk-heading-l">${title[ctx.lang]}</h1>
${problem.detail && html`<p class="govuk-body">${problem.detail}</p>`}
<p class="govuk-body">${help[ctx.lang]}</p>
<p class="govuk-body">${contactWords[ctx.lang]} <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a>, ${contact.phone}.</p>`
  const sent = show(ctx, { title: title[ctx.lang], main }, status)
  return problem.headers ? { ...sent, headers: { ...sent.headers, ...problem.headers } } : sent
}

const contactWords = { en: 'If you need help, contact us:', cy: 'Os oes angen help arnoch, cysylltwch â ni:' }

/** RFC 9457. `type` names the entry of `docs/reference/problems.md`. */
export function problemJson(problem: Problem): Sent {
  const { status, title, help } = problems[problem.code]
  const body = { type: `urn:folkmoot:problem:${problem.code}`, title: title.en, status, detail: problem.detail ?? help.en, ...problem.more }
  return {
    kind: 'sent',
    status,
    headers: { 'content-type': 'application/problem+json', ...problem.headers },
    body: JSON.stringify(body),
  }
}

/** For a host name that no council is served under: says so in both languages and names nobody. */
export function noCouncilPage(): Sent {
  const { status, title, help } = problems['no-such-council']
  const document = html`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title.en}</title></head>
<body><main><h1>${title.en}</h1><p>${help.en}</p><div lang="cy"><h2>${title.cy}</h2><p>${help.cy}</p></div></main></body>
</html>`
  return page(document, { status })
}
