/** The single place for the Welsh words of emails about suggested changes: nothing that anybody typed is in them. */
import type { MailWords } from './mail-en.ts'

export const mailCy: MailWords = {
  received: (service) => ({
    subject: 'Rydym wedi cael eich awgrym',
    body: `Diolch am awgrymu newid i “${service}”. Gall pawb ei ddarllen yn awr, a byddwch yn cael gwybod beth a ddaw ohono. Dilynwch ef yma:`,
  }),
  changed: (service) => ({
    subject: 'Mae eich awgrym bellach yn newid manwl',
    body: `Mae’r hyn a awgrymwyd gennych ar gyfer “${service}” wedi’i lunio’n newid manwl. Edrychwch ai dyna oedd gennych mewn golwg, a chefnogwch ef os felly:`,
  }),
  'asked-again': (service) => ({
    subject: 'Mae geiriad newydd i newid a gefnogwyd gennych',
    body: `Roeddech yn cefnogi newid a awgrymwyd i “${service}”. Mae’r geiriad wedi newid ers hynny, felly nid yw eich cefnogaeth yn cyfrif mwyach. Darllenwch y geiriad newydd, a’i gefnogi os ydych yn cytuno:`,
  }),
  released: (service) => ({
    subject: 'Mae’r newid ar waith',
    body: `Mae newid i “${service}” a awgrymwyd neu a gefnogwyd gennych wedi’i gymeradwyo ac mae ar waith yn awr. Gweler beth a benderfynwyd a pham:`,
  }),
  refused: (service) => ({
    subject: 'Ni fydd y newid yn cael ei roi ar waith',
    body: `Penderfynwyd peidio â rhoi ar waith newid i “${service}” a awgrymwyd neu a gefnogwyd gennych. Mae’r rhesymau yma:`,
  }),
  hidden: (service) => ({
    subject: 'Mae eich awgrym wedi’i guddio',
    body: `Mae eich awgrym ar gyfer “${service}” wedi’i guddio. Mewngofnodwch i weld o dan ba reol, ac i ofyn am ailedrych arno:`,
  }),
  'shown-again': (service) => ({
    subject: 'Mae eich awgrym i’w weld eto',
    body: `Edrychwyd eto ar eich awgrym ar gyfer “${service}” a gall pawb ei ddarllen unwaith yn rhagor:`,
  }),
  upheld: (service) => ({
    subject: 'Mae eich awgrym yn dal wedi’i guddio',
    body: `Mae rhywun arall wedi edrych eto ar eich awgrym ar gyfer “${service}”. Mae’n dal wedi’i guddio. Mae’r rheswm yma:`,
  }),
}
