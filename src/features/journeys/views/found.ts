/** The single place that shows the addresses a look-up found as choices. */

type FoundAddress = { readonly uprn: string; readonly lines: readonly string[]; readonly town: string }

/** By the name of the form field. */
export type FoundAddresses = ReadonlyMap<string, readonly FoundAddress[]>

export function choicesOf(found: readonly FoundAddress[] | undefined): readonly { value: string; text: string }[] | undefined {
  return found?.map(({ uprn, lines, town }) => ({ value: uprn, text: [...lines, town].filter(Boolean).join(', ') }))
}
