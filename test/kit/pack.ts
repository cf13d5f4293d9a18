/** The single place for the made-up pack that tests of definitions change: joining a tennis club, with a block, a table, a group and both languages. */
import type { PackFiles } from '#core/definition/index.ts'

const service = `schema: 1
id: tennis-club
applies: [england, wales]
languages: [en, cy]
uses: [blocks/contact@1]
retention:
  membership: { keep: P6Y, because: "Club rules, 4" }
purposes:
  join: { basis: contract, readers: [officer], retention: membership }
constants:
  yearly: { type: money, is: "120.00", cites: "Fees 2026" }
  grown_up: { type: int, is: 18 }
sections:
  - id: you
    pages:
      - id: birth
        questions:
          - { id: born, kind: date, purpose: join, latest: today }
      - id: play
        questions:
          - { id: plays, kind: yes-no, purpose: join }
          - { id: level, kind: one-of, purpose: join, options: [beginner, player, { id: coach, when: adult }] }
      - id: racket
        when: plays && level != level.beginner
        questions:
          - { id: racket, kind: text, purpose: join, max: 20, valid: [{ id: not_wood, is: 'racket != "wood"' }] }
      - id: family
        questions:
          - id: family
            kind: group
            purpose: join
            max: 3
            of:
              - { id: name, kind: text }
              - { id: role, kind: one-of, options: [partner, child] }
              - { id: school, kind: text, when: role == family.role.child, optional: true }
      - use: blocks/contact@1
conditions:
  adult: ageOn(born, today) >= grown_up
calculations:
  - { id: children, is: 'size(family.filter(f, f.role == family.role.child))', shown: true }
  - { id: price, is: 'adult ? yearly : gbp("0.00")', shown: true, cites: "Fees 2026" }
exits:
  - { id: too_young, when: 'ageOn(born, today) < 5', cites: "Club rules, 2" }
outcomes:
  - { id: joined }
  - { id: turned_away, adverse: true }
outcome: admission.outcome
fee: { is: price }
casework:
  team: front_desk
  messages: [{ id: received, on: submitted }]
`

const admission = `schema: 1
id: admission
hit: first
inputs:
  - { id: children, is: children }
outputs:
  - { id: outcome, type: outcome }
rows:
  - { id: full, when: ["> 2"], then: [turned_away], reason: full, cites: "Club rules, 3" }
  - { id: room, when: ["-"], then: [joined], reason: room }
`

const english = `schema: 1
language: en
translation: { state: source }
service:
  name: Join the tennis club
  summary: Become a member.
  start: Join for {yearly} a year.
  after: We write to you.
purposes: { join: To make you a member }
sections: { you: About you }
pages:
  play: { title: How you play }
questions:
  born: { label: When were you born?, short: Date of birth }
  plays: { label: Do you play already? }
  level: { label: How well?, options: { beginner: I begin, player: I play, coach: I teach } }
  racket: { label: Which racket?, faults: { not_wood: Choose a racket that is not of wood } }
  family:
    label: Who joins with you?
    one: person
    of:
      name: { label: Name }
      role: { label: Role, options: { partner: Partner, child: Child } }
      school: { label: School }
calculations: { children: Children, price: Price }
exits:
  too_young: { title: You are too young, body: Come back when you are five. }
outcomes: { joined: { label: Joined }, turned_away: { label: Turned away } }
reasons:
  full: We are full.
  room: { by: children, one: There is room for you and one child., other: "There is room for you and {children} children." }
messages:
  received: { subject: We have it, body: "Thank you, {full_name}. It costs {price}. See {link}." }
`

const welsh = `schema: 1
language: cy
translation: { state: draft }
service:
  name: Ymuno â’r clwb tennis
  summary: Dewch yn aelod.
  start: Ymunwch am {yearly} y flwyddyn.
  after: Byddwn yn ysgrifennu atoch.
purposes: { join: I’ch gwneud yn aelod }
sections: { you: Amdanoch chi }
pages:
  play: { title: Sut rydych chi’n chwarae }
questions:
  born: { label: Pryd cawsoch chi eich geni?, short: Dyddiad geni }
  plays: { label: Ydych chi’n chwarae eisoes? }
  level: { label: Pa mor dda?, options: { beginner: Dechreuwr, player: Chwaraewr, coach: Hyfforddwr } }
  racket: { label: Pa raced?, faults: { not_wood: Dewiswch raced nad yw o bren } }
  family:
    label: Pwy sy’n ymuno gyda chi?
    one: person
    of:
      name: { label: Enw }
      role: { label: Rôl, options: { partner: Partner, child: Plentyn } }
      school: { label: Ysgol }
calculations: { children: Plant, price: Pris }
exits:
  too_young: { title: Rydych yn rhy ifanc, body: Dewch yn ôl pan fyddwch yn bump oed. }
outcomes: { joined: { label: Wedi ymuno }, turned_away: { label: Gwrthodwyd } }
reasons:
  full: Rydym yn llawn.
  room: { by: children, two: Mae lle i chi a dau blentyn., other: "Mae lle i chi a {children} o blant." }
messages:
  received: { subject: Mae gennym ni ef, body: "Diolch, {full_name}. Mae’n costio {price}. Gweler {link}." }
`

const block = `schema: 1
id: contact
version: 1
pages:
  - id: name
    questions: [{ id: full_name, kind: text, purpose: join }]
`

/** The files of the pack. Each change of a file replaces the first text by the second, which must be there. */
export function packFiles(changes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {}): PackFiles {
  const files = new Map([
    ['service.yaml', service],
    ['rules/admission.yaml', admission],
    ['words.en.yaml', english],
    ['words.cy.yaml', welsh],
    ['blocks/contact@1/block.yaml', block],
    ['blocks/contact@1/words.en.yaml', blockWords('en', 'What is your name?')],
    ['blocks/contact@1/words.cy.yaml', blockWords('cy', 'Beth yw eich enw?')],
  ])
  for (const [file, replacements] of Object.entries(changes)) {
    for (const [from, to] of replacements) {
      const text = files.get(file)
      if (text?.includes(from) !== true) throw new Error(`${file} does not hold: ${from}`)
      files.set(
        file,
        text.replace(from, () => to),
      )
    }
  }
  return files
}

function blockWords(language: string, label: string): string {
  return `schema: 1\nlanguage: ${language}\ntranslation: { state: source }\nquestions:\n  full_name: { label: "${label}" }\n`
}
