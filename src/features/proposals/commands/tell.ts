/** The single place where authors and backers are told what became of a suggested change. */
import { wordsIn } from '#core/definition/index.ts'
import { send, sendEach } from '#features/messages/index.ts'
import { findAccount, findAccounts } from '#features/people/index.ts'
import { publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Language } from '#http/language.ts'
import type { Db } from '#store/db.ts'
import type { Proposal } from '../domain/index.ts'
import { backersOf, findProposal, takeTelling, told } from '../store/index.ts'
import { isNews, messageOf, type News, type Reader } from './news.ts'

/** Tells whoever suggested it, where they can be reached: at the address they left, or that of their account. */
export async function tellAuthor(council: Council, tx: Db, { proposal, news }: { proposal: Proposal; news: News }): Promise<void> {
  const account = await findAccount(tx, proposal.author)
  const to = proposal.email ?? account?.email ?? undefined
  if (to === undefined) return
  const lang = account?.lang ?? proposal.lang
  const service = await serviceName(council, proposal.service, lang)
  await send(tx, messageOf({ proposal, news, service }, { to, lang, key: 'author' }))
}

const batch = 500

/** Tells a batch of backers the next news; false when nobody is waiting to be told. */
export async function tellBackers(council: Council): Promise<boolean> {
  return await council.store.transaction(async (tx) => {
    const telling = await takeTelling(tx)
    if (!telling) return false
    const proposal = await findProposal(council.store, tx, telling.proposal)
    const backings = await backersOf(tx, { proposal: telling.proposal, after: telling.after, most: batch })
    const last = backings.at(-1)
    await told(tx, telling, backings.length < batch ? undefined : last?.person)
    if (!proposal || !isNews(telling.news)) return true
    const { news } = telling
    const wanted = backings.filter(
      ({ person, digest }) => person !== proposal.author && (news !== 'asked-again' || digest !== proposal.content?.digest),
    )
    const people = await findAccounts(
      tx,
      wanted.map(({ person }) => person),
    )
    const names = { en: await serviceName(council, proposal.service, 'en'), cy: await serviceName(council, proposal.service, 'cy') }
    const readers = people.flatMap(({ id, email, lang }): Reader[] =>
      email === null ? [] : [{ to: email, lang: lang ?? proposal.lang, key: id }],
    )
    await sendEach(
      tx,
      readers.map((reader) => messageOf({ proposal: { ...proposal, seq: telling.seq }, news, service: names[reader.lang] }, reader)),
    )
    return true
  })
}

/** Until nobody is waiting any more. */
export async function tellAllBackers(council: Council): Promise<void> {
  while (await tellBackers(council)) continue
}

/** What the service is called in that language, or in the one it has. */
export async function serviceName(council: Pick<Council, 'store'>, service: string, lang: Language): Promise<string> {
  const published = await publishedService(council, service)
  if (!published) return service
  const { prepared } = published
  return wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)).service.name
}
