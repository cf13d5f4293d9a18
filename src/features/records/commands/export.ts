/** The single place that makes a copy of everything held about a person (UK GDPR, article 15), other people's values left out. */
import { stringify } from 'csv-stringify/sync'
import { caseFiles, idsOfPerson } from '#features/cases/index.ts'
import { draftsOf } from '#features/journeys/index.ts'
import { fileOf, usesAbout } from '#features/people/index.ts'
import { backedBy, suggestionsOf } from '#features/proposals/index.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { findKeys, holdsInForce } from '#store/erasure.ts'
import { canonical, type Json, parseJson } from '#store/json.ts'
import { columns, type PersonCopy, rowsOf } from '../domain/index.ts'
import { requestsOf } from '../store.ts'
import { caseIdOf, covers, goesOn } from './held.ts'

/** Everything, machine readable. `at` is the ISO instant it is made. */
export async function exportPerson(council: Council, person: string, at: string): Promise<PersonCopy> {
  const { caseIds, toAddress, ...sections } = await council.store.transaction((tx) => sectionsOf(council, tx, person))
  const files = await caseFiles(council, caseIds)
  const cases = files.map(({ messages: _sent, ...file }) => ({
    ...file,
    goesOn: Object.fromEntries(Object.keys(file.retention).map((name) => [name, goesOn(council, file, name) ?? null])),
  }))
  const sent = new Map([...toAddress, ...files.flatMap(({ messages }) => messages)].map((message) => [message.id, message]))
  return { council: council.id, person, madeAt: at, sections: { ...sections, messages: plain([...sent.values()]), cases: plain(cases) } }
}

/** The same for a spreadsheet: a row for each single value, with headings. A cell that would run as a formula is kept from being one. */
export function asCsv(copy: PersonCopy): string {
  return stringify([[...columns], ...rowsOf(copy).map((row) => [...row])], { escape_formulas: true })
}

async function sectionsOf(council: Council, tx: Db, person: string) {
  const keys = await findKeys(tx, { person })
  const caseIds = [...new Set([...(await idsOfPerson(tx, person)), ...keys.flatMap(({ stream }) => caseIdOf(stream) ?? [])])]
  const file = await fileOf(tx, person)
  const holds = (await holdsInForce(tx)).filter((hold) => hold.person === person || caseIds.some((id) => hold.stream === `case/${id}`))
  return {
    caseIds,
    account: plain(file ? [file.account] : []),
    sessions: plain(file?.sessions ?? []),
    links: plain(file?.links ?? []),
    toAddress: file?.messages ?? [],
    uses: plain(file?.uses ?? []),
    lookedAt: plain(await usesAbout(tx, [person, ...caseIds], person)),
    drafts: plain(await draftsOf(council, tx, person)),
    suggestions: plain(await suggestionsOf(council, tx, person)),
    backed: plain(await backedBy(tx, person)),
    requests: plain(await requestsOf(tx, person)),
    holds: plain(holds.filter((hold) => covers(hold, person)).map(({ stream, placedAt }) => ({ stream, placedAt }))),
    kept: plain(keys.map(({ stream, retention, createdAt }) => ({ stream, retention, since: new Date(createdAt).toISOString() }))),
  }
}

/** As JSON carries it: members that are undefined left out. */
function plain(entries: readonly unknown[]): readonly Json[] {
  return entries.map((entry) => parseJson(canonical(entry)))
}
