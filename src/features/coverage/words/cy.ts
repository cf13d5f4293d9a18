/** The single place for the Welsh words of coverage. */
import type { Words } from './en.ts'

export const cy: Words = {
  title: 'Cwmpas fesul ardal',
  lead: (service) => `“${service}”, wedi’i gyfrif fesul ardal. Mae’r ffigurau’n fyw.`,
  whole: (share, registered, premises) => `${share} o eiddo: ${registered} o ${premises}.`,
  wholeHidden: 'Mae rhy ychydig wedi ateb i ddangos ffigur ar gyfer pob ardal gyda’i gilydd.',
  picture: 'Cyfran yr eiddo ym mhob ardal sydd wedi ateb',
  described: (area, share) => `Mae’r gyfran uchaf yn ${area}, ${share}.`,
  nothing: 'Nid oes gan unrhyw ardal ddigon o atebion i’w dangos eto.',
  area: { ward: 'Ward', parish: 'Cymuned' },
  share: 'Cyfran',
  registered: 'Wedi ateb',
  premises: 'Eiddo',
  hidden: 'rhy ychydig i’w dangos',
  note: 'Caiff rhifau o dan 10 eu cuddio, a hefyd rif a fyddai’n datgelu un cudd, fel na ellir adnabod unrhyw aelwyd.',
  noRegister: 'Nid yw’r cyngor wedi cymryd ei restr o eiddo i mewn eto, felly ni ellir cyfrifo cyfrannau.',
  csv: 'Lawrlwytho fel taenlen (CSV)',
  back: 'Am y gwasanaeth hwn',
}
