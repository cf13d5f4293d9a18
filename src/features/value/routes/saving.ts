/** The single place where a form that was filled in becomes an entry: which, about what, and what became of it. */
import type { Wording } from '#core/definition/index.ts'
import { type Ctx, param } from '#http/route.ts'
import type { Json } from '#store/json.ts'
import { claimBenefit, describeBenefit, type Entered, judgeBenefit, setCost, setMinutes } from '../commands/enter.ts'
import { assumptionsFrom, benefitsOf, factsOf } from '../commands/load.ts'
import {
  BenefitClaimed,
  BenefitDescribed,
  BenefitJudged,
  costIdFor,
  CostSet,
  type EntryForm,
  type Field,
  MinutesSet,
} from '../domain/index.ts'

type Values = Readonly<Record<string, Json>>
type Saved = Entered | { readonly faults: readonly Field[] }

const channelsField: Field = { name: 'channels', kind: 'some' }

/** Saves what was read without a fault. */
export function saveEntry(ctx: Ctx, which: EntryForm, values: Values): Promise<Saved> {
  const { council, actor, now: at } = ctx
  const entering = { by: actor.id, at }
  const service = param(ctx, 'service')
  switch (which) {
    case 'cost':
      return saveCost(ctx, values)
    case 'minutes':
      return setMinutes(council, service, { ...entering, minutes: MinutesSet.parse(values) }).then(done)
    case 'about':
      return describeBenefit(council, service, {
        ...entering,
        about: BenefitDescribed.parse({ ...values, benefit: param(ctx, 'benefit') }),
      })
    case 'statement': {
      const statement = BenefitClaimed.omit({ statement: true }).parse({ ...values, benefit: param(ctx, 'benefit') })
      return claimBenefit(council, service, { ...entering, statement })
    }
    case 'judge':
      return judgeBenefit(council, service, {
        ...entering,
        judgement: BenefitJudged.parse({ ...values, statement: param(ctx, 'statement') }),
      })
  }
}

/** A cost that replaces another keeps its id; a new one is given one. */
async function saveCost(ctx: Ctx, values: Values): Promise<Saved> {
  const { council, actor, now: at, query } = ctx
  const service = param(ctx, 'service')
  const channels = values['channels'] ?? []
  if (values['driver'] === 'channels' && Array.isArray(channels) && channels.length === 0) return { faults: [channelsField] }
  const taken = new Set(assumptionsFrom(await factsOf(council, service)).costs.map(({ id }) => id))
  const replaced = query.get('replace')
  const id = replaced !== null && taken.has(replaced) ? replaced : costIdFor(String(values['label']), taken)
  await setCost(council, service, { by: actor.id, at, cost: CostSet.parse({ ...values, channels, id }) })
  return { done: true }
}

function done(): Entered {
  return { done: true }
}

/** What a form is about, besides its service: nothing more, or the benefit or statement its address names; undefined where there is none such. */
export async function findAbout(ctx: Ctx, which: EntryForm, wording: Wording): Promise<string | undefined> {
  if (which === 'cost' || which === 'minutes') return ''
  const benefits = await benefitsOf(ctx.council, param(ctx, 'service'))
  if (which === 'judge') {
    const statement = benefits.flatMap(({ statements }) => statements).find(({ id }) => id === param(ctx, 'statement'))
    return statement && `: ${statement.figure} (${statement.definition})`
  }
  const benefit = benefits.find(({ id }) => id === param(ctx, 'benefit'))
  return benefit && `: ${wording.benefit(benefit.id)}`
}
