/** The single place for the made-up councils of the bench: one for the journey, and lists of cases of several sizes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The council whose residents walk the journey; it answers at `localhost`. */
export const journeyCouncil = 'bench'

/** Councils by how many cases they are given. Each answers at `<id>.localhost`. */
export const sizes = { 'ten-thousand': 10_000, 'hundred-thousand': 100_000, 'one-million': 1_000_000 } as const
export type Size = keyof typeof sizes

/** The example person who may see every case of each council. */
export const manager = 'manager'
export const teams = ['waste', 'streets', 'parks'] as const
export const service = 'missed-bin'

/** Writes one folder per council and returns the folder that holds them. */
export function writeCouncils(folder: string): string {
  for (const id of [journeyCouncil, ...Object.keys(sizes)]) {
    mkdirSync(join(folder, id), { recursive: true })
    writeFileSync(join(folder, id, 'council.yaml'), settings(id, [service], teams))
  }
  return folder
}

/** Writes the one council whose people try changes of real services, and returns the folder that holds it. */
export function writeTryingCouncil(folder: string, services: readonly string[]): string {
  mkdirSync(join(folder, journeyCouncil), { recursive: true })
  writeFileSync(join(folder, journeyCouncil, 'council.yaml'), settings(journeyCouncil, services, [...teams, 'benefits']))
  return folder
}

function settings(id: string, services: readonly string[], ownTeams: readonly string[]): string {
  return `id: ${id}
name: { en: Bench Council }
hosts: [${id === journeyCouncil ? 'localhost, ' : ''}${id}.localhost]
languages: [en]
nation: england
bank-holidays: england-and-wales
contact: { email: help@bench.example, phone: 01632 960 000, address: [Town Hall], opening: { en: Weekdays } }
services:
${services.map((one) => `  - { id: ${one}, sponsors: { member: Councillor A, director: Director B } }`).join('\n')}
teams:
${ownTeams.map((team) => `  - { id: ${team}, name: { en: ${team} } }`).join('\n')}
people:
  - id: ${manager}
    name: Mo Manager
    kind: officer
    email: mo@bench.example
    roles: [officer, manager]
    teams: [${ownTeams.join(', ')}]
data-protection:
  officer: { email: dpo@bench.example }
  regulator: { name: { en: Regulator }, url: "https://regulator.example" }
accessibility: { prepared: 2026-01-01, reviewed: 2026-01-01 }
`
}
