/** The pages of making services simpler and of example people, in each language. */
import type { Album } from './album.ts'

export async function simplifyPages(
  album: Album,
  { service, manager: name }: { readonly service: string; readonly manager: string },
): Promise<void> {
  const manager = await album.signedIn(name)
  const root = `/staff/simplify/${service}`
  for (const path of ['/staff/simplify', root]) await album.visit(manager, path)
  const [, question = ''] = /name="question" value="([^"]+)"/.exec(manager.page.body) ?? []
  await manager.post(album.path(`${root}/need`), { question, reason: '' })
  album.keep(manager, 'no reason')
  await manager.post(album.path(`${root}/need`), { question, reason: 'The crew needs it' })
  album.keep(manager, 'kept')
  await manager.post(album.path(`${root}/open`), { question })
  for (const path of ['/staff/examples', `/staff/examples/${service}`]) await album.visit(manager, path)
  const fromCase = album.path(`/staff/examples/${service}/from-case`)
  await manager.post(fromCase, { reference: 'nothing' })
  album.keep(manager, 'no such case')
  await manager.get(album.path(`/staff/cases?service=${service}`))
  const [, reference = ''] = /\b([0-9A-Z]{3}(?:-[0-9A-Z]{3}){2,3})\b/.exec(manager.page.text) ?? []
  await manager.post(fromCase, { reference })
  album.keep(manager, 'what would remain')
  const kept = { reference, step: 'keep', title: 'Somebody of last year', confirmed: 'yes' }
  await manager.post(fromCase, kept)
  album.keep(manager, 'not said where it goes')
  await manager.post(fromCase, { ...kept, 'goes-with': 'now' })
  album.keep(manager, 'added')
  await manager.post(album.path(`/staff/examples/${service}/take-out`), { example: 'somebody-of-last-year' })
  album.keep(manager, 'taken out')
}
