/** The single place where pages that came from a block go back to it, or become the service’s own where the block no longer stands whole. */
import type { Definition, ResolvedPage, ResolvedSection } from '../definition.ts'
import type { BlockPages, Page } from '../model/service.ts'

/** Sections as a service writes them, and the pages of each block used. */
export type Placing = {
  readonly sections: readonly (Omit<ResolvedSection, 'pages'> & { readonly pages: readonly (Page | BlockPages)[] })[]
  readonly blocks: ReadonlyMap<string, readonly Page[]>
}

/** A definition as a pack can say it: pages of a block that stand apart, or under different conditions, are the service’s own. */
export function withWholeBlocks(definition: Definition): Definition {
  const { service } = definition
  const broken = brokenBlocks(definition)
  const isLoose = ({ block, placed }: ResolvedPage): boolean => (block === undefined ? placed !== undefined : broken.has(block))
  if (!service.sections.some(({ pages }) => pages.some(isLoose))) return definition
  const sections = service.sections.map((section) => ({
    ...section,
    pages: section.pages.map((page) => (isLoose(page) ? ownPage(page) : page)),
  }))
  return { ...definition, service: { ...service, sections } }
}

/** The pages of a definition with whole blocks, given back to their blocks. */
export function placingOf({ service }: Definition): Placing {
  const blocks = new Map<string, readonly Page[]>()
  const sections = service.sections.map((section) => {
    const pages: (Page | BlockPages)[] = []
    for (const { block, placed, ...page } of section.pages) {
      if (block === undefined) pages.push(page)
      else {
        if (!blocks.has(block)) pages.push({ use: block, ...(placed === undefined ? {} : { when: placed }) })
        blocks.set(block, [...(blocks.get(block) ?? []), page])
      }
    }
    return { ...section, pages }
  })
  return { sections, blocks }
}

/** Blocks whose pages are not one run under one condition, or that the service does not use. */
function brokenBlocks({ service }: Definition): ReadonlySet<string> {
  const seen = new Map<string, string>()
  const broken = new Set<string>()
  for (const section of service.sections) {
    let last: string | undefined
    for (const { block, placed } of section.pages) {
      if (block !== undefined) {
        const run = JSON.stringify([section.id, placed])
        const isNext = last === block && seen.get(block) === run
        if ((seen.has(block) && !isNext) || !service.uses.includes(block) || block === service.equality) broken.add(block)
        seen.set(block, run)
      }
      last = block
    }
  }
  return broken
}

function ownPage(resolved: ResolvedPage): ResolvedPage {
  const { block: _block, placed, ...page } = resolved
  if (placed === undefined) return page
  return { ...page, when: page.when === undefined ? placed : `(${placed}) && (${page.when})` }
}
