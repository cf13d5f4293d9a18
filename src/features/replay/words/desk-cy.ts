/** The single place for the Welsh words of what officers do with a trial. After a figure a Welsh noun stays singular. */
import { cy } from './cy.ts'
import type { DeskWords } from './desk-en.ts'

const { number } = cy

export const deskCy: DeskWords = {
  exampleTitle: 'Un achos, cyn ac wedyn',
  exampleOf: (reference, date) => `Achos ${reference}, a anfonwyd ar ${date}.`,
  exampleMadeUp: 'Cafodd yr achos hwn ei lunio ar gyfer arddangosiad. Nid yw’n dweud dim am berson go iawn.',
  exampleOpen: 'Agor yr achos',
  exampleBack: 'Y prawf',
  exampleHidden: 'Nid yw rhywfaint ohono’n cael ei ddangos, gan na chaiff eich rôl ddarllen yr atebion hynny.',
  becomes: (from, to) => `Gyda’r newid byddai’n “${to}” yn lle “${from}”.`,
  stays: (outcome) => `Byddai’n aros yn “${outcome}”, a byddai tâl neu wybodaeth wahanol.`,
  same: (outcome) => `Byddai’n aros yn “${outcome}”, ac ni fyddai tâl na gwybodaeth wahanol.`,
  cantTell: 'Ni all neb ddweud beth fyddai’n dod ohono:',
  lacks: {
    'not-asked': (question) => `ni ofynnwyd “${question}” bryd hynny`,
    'not-kept': (question) => `ni chedwir yr ateb i “${question}” at hyn`,
    'not-accepted': (question) => `ni fyddai’r ateb i “${question}” yn cael ei dderbyn mwyach`,
  },
  result: 'Beth sy’n dod ohono',
  proposed: 'Yr hyn y mae’r rheolau’n ei gynnig',
  fee: 'Y gost',
  noFee: 'Dim pris',
  person: 'A oes rhaid i berson edrych yn fanwl?',
  yes: 'Oes',
  no: 'Nac oes',
  way: 'Beth sy’n wahanol ar y ffordd',
  wayNone: 'Mae pob rheol yn dod i’r un canlyniad yn y ddau.',
  cannotTell: 'Ni ellir dweud',
  today: 'Y diwrnod yr anfonwyd',
  notThere: 'Nid yw’n cael ei gyfrifo yma',
  different: 'Gwahanol',
  otherRule: 'Mae’r rheol yn wahanol',
  sameWay: (count) => (count === 1 ? 'Yr un cam sydd yr un fath yn y ddau' : `Y ${number(count)} cam sydd yr un fath yn y ddau`),
  step: 'Beth a gyfrifwyd',
  value: 'Beth ddaeth ohono',
  reads: 'Beth a ddarllenodd',
  asked: 'Beth a ofynnir',
  askedSame: (count) => (count === 1 ? 'Mae’r ddau’n gofyn yr un cwestiwn.' : `Mae’r ddau’n gofyn yr un ${number(count)} cwestiwn.`),
  onlyBefore: 'Gofynnir nawr, ond nid gyda’r newid',
  onlyAfter: 'Gofynnir gyda’r newid, ond nid nawr',
  answers: 'Eu hatebion',
  answersNote: 'Dim ond atebion y gall rheolau eu darllen sy’n cael eu cadw at hyn: dim enwau, dim o’u geiriau eu hunain.',
}
