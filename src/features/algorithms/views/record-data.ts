/** The single place for an algorithm record as data, for other programs: the fields of the Algorithmic Transparency Recording Standard. */
import type { AlgorithmRecord } from '../domain/index.ts'

/** A promise to other programs: these keys stay, more may come. */
export function recordData(record: AlgorithmRecord, website: string): unknown {
  const { wording, owner, told, flow, examples, uses, read, gates, effects, challenge, releases } = record
  const { name, summary, start } = wording.service
  return {
    standard: 'Algorithmic Transparency Recording Standard',
    language: wording.language,
    tier1: { name, description: summary, website, contact: { email: owner.email, phone: owner.phone } },
    tier2: {
      ownerAndResponsibility: {
        organisation: owner.organisation,
        team: owner.team,
        seniorResponsibleOwner: owner.director,
        cabinetMember: owner.member,
      },
      descriptionAndRationale: { detailedDescription: start, benefits: effects },
      decisionMakingProcess: {
        humanDecisions: { personDecidesAlways: true, neverWithoutAPerson: record.adverse, twoPeopleAgreeOn: record.pair },
        appealsAndReview: challenge ?? null,
        flow,
      },
      toolSpecification: {
        method: 'rules written by people',
        learnsFromData: false,
        version: record.version,
        since: record.publishedAt,
        rules: { ...told, outcomes: flow.outcomes },
      },
      data: { answersRead: read, uses },
      assessments: { checks: gates.map(({ id, state }) => ({ id, state })), proof: proofData(record) },
    },
    examples: examples.people.map((person) => ({ ...person, rows: rowsOf(record, person.id) })),
    releases: releases.map(({ version, at, source, sponsors }) => ({ version, at, source, ...sponsors })),
  }
}

function proofData({ proof, provedAt, prepared }: AlgorithmRecord) {
  if (!proof) return null
  const isPage = (stop: string) => prepared.pages.some(({ id }) => id === stop)
  return {
    at: provedAt,
    proved: proof.certain,
    notProved: proof.open.length,
    open: proof.open,
    findings: proof.findings.map(({ says, help, isFault, place, example, conflict }) => ({
      text: says,
      help,
      isFault,
      ...(isPage(place.stop) ? { page: place.stop } : {}),
      ...(example === undefined ? {} : { example }),
      conflict,
    })),
  }
}

/** The rows of tables an example person meets, as `table.row`. */
function rowsOf({ examples }: AlgorithmRecord, person: string): readonly string[] {
  return [...examples.met].flatMap(([table, rows]) =>
    [...rows].flatMap(([row, people]) => (people.some(({ id }) => id === person) ? [`${table}.${row}`] : [])),
  )
}
