/** The single place that says which example people go with a version: those it came with, and those released since without another version. Pure. */
import { z } from 'zod'
import type { PackFiles } from '#core/definition/index.ts'
import type { Fact } from '#store/fact.ts'

/** The text of each file, `scenarios/<id>.yaml` or `README.md`; null for one that goes no longer with the version. */
export type ExampleFiles = Readonly<Record<string, string | null>>

/** Files released on their own, for a version. `by` is the id of an actor, `at` an ISO instant. */
export type ExampleRelease = { readonly version: string; readonly files: ExampleFiles; readonly by: string; readonly at: string }

const Released = z.object({ version: z.string(), files: z.record(z.string(), z.string().nullable()) })

/** Every one, oldest first. */
export function readExampleReleases(facts: readonly Fact[]): readonly ExampleRelease[] {
  return facts.filter(({ kind }) => kind === 'examples-released').map(({ at, by, data }) => ({ ...Released.parse(data), by, at }))
}

/** What goes with a version today. */
export function withExamples(came: PackFiles, releases: readonly ExampleRelease[], version: string): PackFiles {
  const files = new Map(came)
  for (const release of releases.filter((one) => one.version === version)) {
    for (const [path, text] of Object.entries(release.files)) {
      if (text === null) files.delete(path)
      else files.set(path, text)
    }
  }
  return files
}

/** Files that are new or say something else. What a folder does not hold is left alone: it may have been made of a case here. */
export function newIn(kept: PackFiles, files: PackFiles): ExampleFiles {
  return Object.fromEntries([...files].filter(([path, text]) => kept.get(path) !== text))
}
