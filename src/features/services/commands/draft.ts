/** The single place where a service as it would be is looked through, and held against the version it was made from. */
import { type Definition, type Fault, type Language, type PackFiles, prepare } from '#core/definition/index.ts'
import { flowOf } from '#core/telling/index.ts'
import type { Council } from '#http/council.ts'
import type { Published } from '../catalogue.ts'
import { type FoundTold, partedBy, tellProof } from '../domain/index.ts'
import type { DraftChecks } from '../views/draft-checks.ts'
import { proofOf } from './kept-proof.ts'
import { proveAside } from './proving.ts'

/** A change: from which released version, to what. `now`: ISO instant. */
export type Draft = {
  readonly from: Pick<Published, 'service' | 'version' | 'definition'>
  readonly to: Definition
  readonly companions: PackFiles
  readonly lang: Language
  readonly now: string
}

/** `faults` block a release. Without `checks` it could not be read, and nothing of it could be proved. */
export type Drafted = { readonly faults: readonly Fault[]; readonly checks?: Omit<DraftChecks, 'lang' | 'ways'> }

export async function draftedOf(council: Pick<Council, 'store'>, { from, to, companions, lang, now }: Draft): Promise<Drafted> {
  const { faults, proof } = await proveAside(to, companions)
  if (!proof) return { faults }
  const prepared = prepare(to)
  const language = prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)
  const { fresh, earlier } = partedBy(proof, (await proofOf(council, from, now)).proof)
  const told = (findings: typeof fresh): readonly FoundTold[] => tellProof({ ...proof, findings }, prepared, language).findings
  return { faults, checks: { fresh: told(fresh), earlier: told(earlier), flow: flowOf(prepared, language) } }
}
