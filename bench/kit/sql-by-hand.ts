/** Rules of starter services written by hand in SQL over the same columns, both versions compared and counted: what the compiled SQL is compared with. */
import type { Columns } from '#core/replay/index.ts'

/** @throws Error for an answer that no case has */
function slot({ columns }: Columns, path: string): string {
  const column = columns[path]
  if (column === undefined) throw new Error(`no case has ${path}`)
  return column.slot
}

function code({ codes }: Columns, option: string): number {
  return codes.indexOf(option)
}

/** Council Tax Reduction without its groups, with the limit of capital lowered from 16,000.00 to 9,000.00. */
export function reductionInSql(columns: Columns): string {
  const [capital, liability, award] = ['capital', 'liability', 'award_income'].map((path) => slot(columns, path))
  const [benefit, adults] = ['benefit', 'has_other_adults'].map((path) => slot(columns, path))
  const [credit, neither] = ['universal_credit', 'neither'].map((option) => code(columns, option))
  const reduced = (limit: number) => `case when capital > ${limit} then 0 else greatest(0, (liability * share + 50) / 100 - deductions) end`
  return `select before > 0, after > 0, sign(after - before), count(*), sum(before), sum(after), sum(income), sum(deductions), sum(mark1), sum(mark2)
    from (select income, deductions, mark1, mark2, ${reduced(1_600_000)} as before, ${reduced(900_000)} as after
      from (select *, case when income <= 48000 then 100 when income <= 53000 then 75 when income <= 58000 then 50 when income <= 66000 then 25 else 0 end as share
        from (select mark1, mark2, ${capital} as capital, ${liability} as liability, case when ${adults} then 27040 else 0 end as deductions,
            case when ${benefit} = ${credit} then (${award} * 12 + 26) / 52 else 0 end
            + case when ${benefit} <> ${neither} or ${capital} <= 600000 then 0 else (${capital} - 600000 + 24999) / 25000 * 100 end as income
          from cases where fits offset 0) a offset 0) b offset 0) c group by 1, 2, 3`
}

/** Bulky waste, with a further item for 7.50 in place of 6.00. */
export function collectionInSql(columns: Columns): string {
  const [what, many, usable] = ['items.what', 'items.how_many', 'items.usable'].map((path) => slot(columns, path))
  const [concession, reuse] = ['concession', 'reuse'].map((path) => slot(columns, path))
  const large = ['piano', 'fridge_freezer'].map((option) => code(columns, option)).join(', ')
  const price = (further: number) =>
    `case when is_given then 0 else ((2400 + ${further} * greatest(0, pieces - 3) + 1200 * large) * share + 50) / 100 end`
  return `select is_given, sign(after - before), count(*), sum(before), sum(after), sum(pieces), sum(mark1), sum(mark2)
    from (select is_given, pieces, mark1, mark2, ${price(600)} as before, ${price(750)} as after
      from (select mark1, mark2, i.pieces, i.large, i.is_usable and ${reuse} = ${code(columns, 'give')} as is_given,
          case when ${concession} = ${code(columns, 'none')} then 100 else 50 end as share
        from cases cross join lateral (
          select sum(n) as pieces, coalesce(sum(n) filter (where w in (${large})), 0) as large, bool_or(u) as is_usable
          from unnest(${many}, ${what}, ${usable}) as items(n, w, u)) i
        where fits offset 0) a offset 0) b group by 1, 2`
}
