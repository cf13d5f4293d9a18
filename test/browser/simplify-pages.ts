/** The pages of making services simpler, in each language. */
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
}
